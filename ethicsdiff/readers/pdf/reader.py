"""PDF files with a text layer read as blocks; a scan without one is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Block, BlockKind, Notice, Severity, SourceDocument
from ethicsdiff.ooxml.guards import read_file
from ethicsdiff.readers.garbled import refuse_garbled
from ethicsdiff.readers.lines import words_of
from ethicsdiff.readers.pdf.build import Builder
from ethicsdiff.readers.pdf.columns import usual_gutter
from ethicsdiff.readers.pdf.frames import frames_of
from ethicsdiff.readers.pdf.layout import Stretch, body_size_of, lay_out
from ethicsdiff.readers.pdf.margins import without_running_lines
from ethicsdiff.readers.pdf.page import Glyph, Page, read_pages
from ethicsdiff.readers.pdf.paragraphs import pitch_of
from ethicsdiff.readers.pdf.struck import without_struck
from ethicsdiff.readers.publisher_notes import PublisherNotes
from ethicsdiff.readers.sample import languages_of

_HEAD = 1_024
_TAIL = 4_096
_LEAST_LETTERS = 10
_RECOGNISE = "Have its pages recognised as text (OCR) first, or ask for the file they were printed from."
_GARBLED = "Ask for the Word file it was made from, or have its pages recognised as text (OCR)."
_SHOWN = 10
_NUMBERS = re.compile(r"\d+")


def read_pdf(path: Path) -> SourceDocument:
    """Returns a PDF file as blocks: the main text, then its footnotes.

    Raises:
        DraftError: the file is missing, damaged, protected, too long, a scan without text, or its letters are garbled.
    """
    data = read_file(path)
    _check_whole(data, path.name)
    unstruck = [without_struck(page) for page in read_pages(data, path.name)]
    pages = [page for page, _ in unstruck]
    _check_text(pages, path.name)
    margins = without_running_lines(pages)
    builder = _built(pages, margins.pages, path.name)
    refuse_garbled("\n".join(block.text for block in builder.blocks), path.name, _GARBLED)
    return SourceDocument(
        file=path.name,
        format="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        title=_title(builder.blocks),
        languages=languages_of(builder.blocks),
        blocks=tuple(builder.blocks),
        notices=(*_struck(unstruck), *_notices(pages, margins.texts, builder), *builder.notes.notices),
    )


def _check_whole(data: bytes, file: str) -> None:
    if b"%PDF-" not in data[:_HEAD]:
        raise DraftError("this is not a PDF file.", where=file, hint="Check that it is the right file.")
    if b"%%EOF" not in data[-_TAIL:]:
        raise DraftError("the file is cut off: its end is missing.", where=file, hint="Ask for a new copy of it.")


def _check_text(pages: Sequence[Page], file: str) -> None:
    letters = sum(glyph.text.isalpha() for page in pages for glyph in page.glyphs)
    if letters < _LEAST_LETTERS:
        what = "the pages are pictures without text." if any(page.pictures for page in pages) else "the file holds no text."
        raise DraftError(what, where=file, hint=_RECOGNISE)


def _built(pages: Sequence[Page], glyphs: Sequence[Sequence[Glyph]], file: str) -> Builder:
    body_size = body_size_of(glyphs)
    gutter = usual_gutter(glyphs)
    laid = [lay_out(page, letters, body_size, gutter) for page, letters in zip(pages, glyphs, strict=True)]
    stretches = [piece for one in laid for piece in one.pieces if isinstance(piece, Stretch)]
    lines = [stretch.lines for stretch in stretches]
    words = words_of([line.text for stretch in lines for line in stretch])
    builder = Builder(PublisherNotes(file), words, pitch_of(lines), body_size, frames_of(laid))
    for one in laid:
        builder.page(one)
        builder.counts["columns"] += any(isinstance(piece, Stretch) and piece.column for piece in one.pieces)
    builder.close()
    builder.footnotes(laid)
    return builder


def _title(blocks: Sequence[Block]) -> str:
    """Returns the largest print if it stands out, else the first bold centred paragraph."""
    shown = [block for block in blocks if block.kind == BlockKind.HEADING]
    shown += [block for block in blocks if block.bold and block.centred and block.cell is None]
    return " ".join(shown[0].text.split()) if shown else ""


def _struck(pages: Sequence[tuple[Page, str]]) -> Iterator[Notice]:
    for page, text in pages:
        if text.strip():
            params = (("page", str(page.number)), ("text", text))
            yield Notice(code="pdf.struck-text", severity=Severity.WARNING, params=params)


def _notices(pages: Sequence[Page], running: Sequence[str], builder: Builder) -> Iterator[Notice]:
    yield Notice(code="pdf.paragraphs-rebuilt", params=(("pages", str(len(pages))),))
    if running:
        distinct = {_NUMBERS.sub("#", text): text for text in reversed(running) if any(letter.isalpha() for letter in text)}
        shown = "; ".join(list(distinct.values())[::-1][:_SHOWN])
        yield Notice(code="pdf.running-lines", params=(("count", str(len(running))), ("text", shown)))
    for counted, code, severity in (
        ("tables", "pdf.tables-rebuilt", Severity.INFO),
        ("heads", "pdf.table-heads-repeated", Severity.INFO),
        ("columns", "pdf.columns", Severity.INFO),
        ("hyphens", "pdf.hyphens-joined", Severity.INFO),
        ("raised", "pdf.raised-numbers", Severity.WARNING),
    ):
        if builder.counts[counted]:
            yield Notice(code=code, severity=severity, params=(("count", str(builder.counts[counted])),))
    yield from _of_pages(pages)


def _of_pages(pages: Sequence[Page]) -> Iterator[Notice]:
    slanted = sum(page.slanted for page in pages)
    if slanted:
        yield Notice(code="pdf.slanted-text", severity=Severity.WARNING, params=(("count", str(slanted)),))
    unseen = [page for page in pages if page.unseen > len(page.glyphs) / 2]
    if unseen:
        yield Notice(code="pdf.recognised-text", severity=Severity.WARNING, params=(("pages", _numbers(unseen)),))
    empty = [page for page in pages if page.pictures and not any(glyph.text.strip() for glyph in page.glyphs)]
    if empty:
        yield Notice(code="pdf.pages-without-text", severity=Severity.WARNING, params=(("pages", _numbers(empty)),))


def _numbers(pages: Sequence[Page]) -> str:
    shown = ", ".join(str(page.number) for page in pages[:_SHOWN])
    return shown + (" …" if len(pages) > _SHOWN else "")
