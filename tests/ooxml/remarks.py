"""Shortcuts for tests of comments: remarks, annotated copies, and looks at what stands where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.comments import Annotated, Remark, Signature, Words, annotated
from ethicsdiff.ooxml.package import main_root, open_package, write_package
from ethicsdiff.ooxml.walk import places
from tests.ooxml.marks import W, check_marks, main_part, xml

BY = Signature(author="ethicsdiff", initials="ED", date="2025-03-01T10:00:00Z")


def remark(number: int, first: int = 0, last: int | None = None, text: str = "Заголовок") -> Remark:
    """Returns a remark on whole blocks."""
    spans = tuple(Span(block=block, start=0, end=1000) for block in (first, first if last is None else last))
    return Remark(number=number, spans=spans, paragraphs=((Words(f"[ED-{number}] {text}", bold=True),), (Words("Причина."),)))


def result_of(data: bytes, remarks: Sequence[Remark], by: Signature = BY, *, phrase: bool = False) -> Annotated:
    """Returns what annotating a package yields."""
    return annotated(open_package(data), remarks, by, run="r1:0123", phrase=phrase)


def write(data: bytes, *remarks: Remark, by: Signature = BY, phrase: bool = False, check: bool = True) -> bytes:
    """Returns the bytes of an annotated copy, checked by `check_marks` unless told otherwise."""
    result = result_of(data, remarks, by, phrase=phrase)
    with TemporaryDirectory() as folder:
        target = Path(folder) / "annotated.docx"
        write_package(data, result.replaced, result.added, target)
        after = target.read_bytes()
    if check:
        check_marks(data, after)
    return after


def tags_in(paragraph: str, data: bytes) -> list[str]:
    """Returns the local names of the children of the paragraph with some text, in order."""
    root = xml(main_part(data))
    found = next(one for one in root.iter(f"{W}p") if paragraph in "".join(one.itertext(f"{W}t")))
    return [str(child.tag).partition("}")[2] for child in found]


def holder_of(data: bytes, number: int) -> str:
    """Returns the text of the runs of the paragraph in which the bookmark of a remark begins."""
    root = xml(main_part(data))
    start = next(one for one in root.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == f"_ed_{number}")
    return "".join(one.text or "" for one in start.getparent().findall(f"{W}r/{W}t"))


def everywhere(data: bytes) -> list[Remark]:
    """Returns a remark for each of the first 300 paragraphs of a file."""
    found = list(places(main_root(open_package(data))))[:300]
    return [remark(number + 1, number, text="Салыстыру · сопоставление") for number in range(len(found))]
