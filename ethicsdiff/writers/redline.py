"""redline.docx: the draft itself with tracked changes, and a Word comment on every change of modality.

Accepting all changes leaves the paragraphs of the new version, rejecting all those of the old one: nothing else stands in the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn

from ethicsdiff.model.document import Span
from ethicsdiff.model.versions import LineState, LineStyle
from ethicsdiff.model.versions_view import VersionsView, ViewLine
from ethicsdiff.ooxml.comments import Remark as Comment
from ethicsdiff.ooxml.comments import Signature, Words, annotated
from ethicsdiff.ooxml.package import open_package, write_package
from ethicsdiff.ooxml.walk import paragraph_elements
from ethicsdiff.writers.docx_package import new_document, package_bytes, set_properties
from ethicsdiff.writers.docx_sheet import Sheet, set_running_lines
from ethicsdiff.writers.docx_xml import twips
from ethicsdiff.writers.tracked_xml import Tracker, with_safe_end

_INDENT: Final = 0.6
_MARK: Final = "line"
_STYLES: Final = {
    LineStyle.TITLE: "Normal",
    LineStyle.CHAPTER: "Heading2",
    LineStyle.ARTICLE: "Heading3",
    LineStyle.TEXT: "Normal",
    LineStyle.CELLS: "TableText",
}


def write_redline(
    view: VersionsView, target: Path, *, author: str = "ethicsdiff", initials: str = "ED", date: datetime | None = None
) -> None:
    """Writes the redline of two versions to `target`, whole or not at all; equal input with the same date gives equal bytes.

    Args:
        view: what is said, already in words.
        target: the DOCX file to write; an existing one is replaced.
        author: the name the changes and comments are signed with.
        initials: the short form of the name.
        date: the date of the changes and comments, now if None.

    Raises:
        OutputError: the file cannot be written.
    """
    moment = date or datetime.now()
    document = _document(view, Tracker(author, moment), date)
    package = open_package(package_bytes(document), file=target.name)
    comments = list(_comments(view, _places(document)))
    stamp = moment.replace(tzinfo=None, microsecond=0).isoformat() + "Z"
    result = annotated(package, comments, Signature(author=author, initials=initials, date=stamp), run=_run_id(view))
    write_package(package.data, result.replaced, result.added, target)


def _document(view: VersionsView, tracker: Tracker, date: datetime | None) -> Document:
    document = new_document(view.draft_language)
    set_running_lines(document, view.subtitle, dict(view.words))
    sheet = Sheet(document)
    below = [line.state for line in view.lines[1:]] + [LineState.KEPT]
    for number, line in enumerate(view.lines):
        sheet.add(_line(line, below[number], tracker, sheet.mark(f"{_MARK}{number}") if line.remarks else ""))
    sheet.close()
    set_properties(document, view.title, view.draft_language, date)
    return document


def _line(one: ViewLine, below: LineState, tracker: Tracker, mark: str) -> str:
    depth = max(0, one.depth - 2) if one.style == LineStyle.TEXT else 0
    looks = '<w:jc w:val="center"/>' if one.style == LineStyle.TITLE else f'<w:ind w:left="{twips(depth * _INDENT)}"/>' if depth else ""
    bold = one.style not in (LineStyle.TEXT, LineStyle.CELLS)
    pieces = with_safe_end(one.text, below) if one.state == LineState.KEPT else one.text
    return tracker.line(one.state, [(piece, bold) for piece in pieces], f'<w:pStyle w:val="{_STYLES[one.style]}"/>{looks}', one.move, mark)


def _places(document: Document) -> Mapping[str, int]:
    """Returns the ordinal of the paragraph that each bookmark stands in."""
    found = {}
    for number, element in enumerate(paragraph_elements(document.element)):
        for bookmark in element.iter(qn("w:bookmarkStart")):
            found[str(bookmark.get(qn("w:name")))] = number
    return found


def _comments(view: VersionsView, places: Mapping[str, int]) -> Iterator[Comment]:
    marked = [(number, line) for number, line in enumerate(view.lines) if line.remarks]
    for ordinal, (number, line) in enumerate(marked, 1):
        span = Span(block=places[f"{_MARK}{number}"], start=0, end=0)
        first, *more = line.remarks
        head = (Words(f"[ED-{ordinal}] ", bold=True), Words(first))
        yield Comment(number=ordinal, spans=(span,), paragraphs=(head, *((Words(text),) for text in more)))


def _run_id(view: VersionsView) -> str:
    told = [line.remarks for line in view.lines if line.remarks]
    return f"v1:{hashlib.sha256(repr((view.subtitle, told)).encode('utf-8', 'replace')).hexdigest()[:16]}"
