"""Accepting and rejecting all tracked changes of a Word file, and the paragraphs of a draft to hold the result against."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml.ns import qn

from ethicsdiff.model.document import Draft
from ethicsdiff.versions.paragraphs import lines_of

_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n"}


def resolved(path: Path, *, accept: bool) -> list[str]:
    """Returns the paragraphs that are left when all changes are accepted, or all rejected; one whose mark goes joins the next."""
    gone = {qn(f"w:{name}") for name in (("del", "moveFrom") if accept else ("ins", "moveTo"))}
    lines, carried = [], ""
    for paragraph in docx.Document(str(path)).element.body.iter(qn("w:p")):
        words = ""
        for piece in paragraph.iter(qn("w:t"), qn("w:delText"), *_BREAKS):
            if piece.getparent().tag == qn("w:r") and not any(one.tag in gone for one in piece.iterancestors()):
                words += _BREAKS.get(piece.tag, piece.text or "")
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        carried += words
        if mark is None or not any(one.tag in gone for one in mark):
            lines.append(carried)
            carried = ""
    return plain(lines)


def paragraphs(draft: Draft) -> list[str]:
    """Returns the paragraphs of a draft as they are shown, numbers included."""
    return plain([line.text for line in lines_of(draft)])


def plain(lines: list[str]) -> list[str]:
    """Returns lines without outer and repeated white space, empty ones left out."""
    return [" ".join(line.split()) for line in lines if line.strip()]
