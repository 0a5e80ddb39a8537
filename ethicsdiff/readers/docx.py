"""Word documents read with all tracked changes accepted; whatever could not be kept as it stood is told in a notice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Block, BlockKind, Location, Notice, Severity, SourceDocument
from ethicsdiff.ooxml.package import open_package
from ethicsdiff.ooxml.story import Paragraph, Story, read_story
from ethicsdiff.readers.sample import languages_of

_COUNTED = (
    ("deletions", "docx.deletions-left-out", Severity.INFO),
    ("insertions", "docx.insertions-read", Severity.INFO),
    ("moves", "docx.moves", Severity.INFO),
    ("boxed", "docx.text-boxes", Severity.INFO),
    ("formulas", "docx.formulas", Severity.INFO),
    ("symbols", "docx.symbols", Severity.INFO),
    ("chunks", "docx.altchunk", Severity.WARNING),
    ("objects", "docx.objects", Severity.WARNING),
    ("covered", "docx.merged-cell-text", Severity.WARNING),
    ("field_numbers", "docx.field-numbers", Severity.WARNING),
    ("notes_missing", "docx.notes-missing", Severity.WARNING),
)


def read_docx(path: Path) -> SourceDocument:
    """Returns a Word document as blocks: the main text first (ordinals as in the file), then notes, headers, footers.

    Every paragraph of the main text is a block, empty ones too, so that block n is the n-th of
    `walk.paragraph_elements`. Paragraphs in tables are `CELL` blocks whatever else they are; `number` and `level`
    still tell.

    Raises:
        PackageError: the file is missing, damaged, hostile, encrypted or of another format.
        DraftError: the document holds no text.
    """
    package = open_package(path)
    return source_of(read_story(package), package.file, package.sha256)


def source_of(story: Story, file: str, sha256: str) -> SourceDocument:
    """Returns the text of a Word file that was read already as blocks.

    Raises:
        DraftError: the document holds no text.
    """
    blocks = tuple(_blocks(story, file))
    if not any(block.text.strip() for block in blocks if block.kind not in (BlockKind.HEADER, BlockKind.FOOTER)):
        hint = "If its pages are pictures, have them recognised as text first."
        raise DraftError("the document holds no text.", where=file, hint=hint)
    return SourceDocument(
        file=file,
        format="docx",
        sha256=sha256,
        title=story.facts.title or _first_title(blocks),
        languages=languages_of(blocks),
        blocks=blocks,
        notices=tuple(_notices(story, blocks)),
    )


def _blocks(story: Story, file: str) -> Iterator[Block]:
    for ordinal, (paragraph, kind, note_of) in enumerate(_in_order(story)):
        yield Block(
            ordinal=ordinal,
            kind=kind,
            text=paragraph.text,
            number=paragraph.number,
            level=_level(paragraph) if paragraph.text.strip() or paragraph.number else -1,
            style=paragraph.style,
            bold=paragraph.bold,
            centred=paragraph.centred,
            revision=paragraph.revision,
            cell=paragraph.cell,
            note_of=note_of,
            location=Location(file=file, block=ordinal, end=len(paragraph.text)),
        )


def _in_order(story: Story) -> Iterator[tuple[Paragraph, BlockKind, int]]:
    yield from ((paragraph, _kind(paragraph), -1) for paragraph in story.main)
    for note in story.notes:
        yield from ((paragraph, BlockKind.NOTE, note.referred_from) for paragraph in note.paragraphs)
    yield from ((paragraph, BlockKind.HEADER, -1) for paragraph in story.headers)
    yield from ((paragraph, BlockKind.FOOTER, -1) for paragraph in story.footers)


def _kind(paragraph: Paragraph) -> BlockKind:
    if paragraph.cell is not None:
        return BlockKind.CELL
    if not paragraph.text.strip() and not paragraph.number:
        return BlockKind.PARAGRAPH
    if paragraph.outline >= 0:
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if paragraph.list_level >= 0 else BlockKind.PARAGRAPH


def _level(paragraph: Paragraph) -> int:
    return paragraph.outline if paragraph.outline >= 0 else paragraph.list_level


def _first_title(blocks: tuple[Block, ...]) -> str:
    """Returns the text of the first paragraph in the style "title", else of the first heading or centred paragraph."""
    candidates = [block for block in blocks if block.text.strip() and block.cell is None]
    titled = [block for block in candidates if block.style == "title"]
    shown = [block for block in candidates if block.kind == BlockKind.HEADING or block.centred]
    return next((" ".join(block.text.split()) for block in (*titled, *shown)), "")


def _notices(story: Story, blocks: tuple[Block, ...]) -> Iterator[Notice]:
    for counted, code, severity in _COUNTED:
        if story.counts[counted]:
            yield Notice(code=code, severity=severity, params=(("count", str(story.counts[counted])),))
    yield from _hidden(story, blocks)
    for name in story.formats:
        yield Notice(code="docx.number-format", severity=Severity.WARNING, params=(("format", name),))
    yield from _of_facts(story)


def _hidden(story: Story, blocks: tuple[Block, ...]) -> Iterator[Notice]:
    hidden = [blocks[ordinal] for ordinal, paragraph in enumerate(story.main) if paragraph.hidden]
    if hidden:
        count = (("count", str(len(hidden))),)
        yield Notice(code="docx.hidden-text", severity=Severity.WARNING, location=hidden[0].location, params=count)


def _of_facts(story: Story) -> Iterator[Notice]:
    facts = story.facts
    if facts.macros:
        yield Notice(code="docx.macros")
    if facts.signed:
        yield Notice(code="docx.signed", severity=Severity.WARNING)
    if facts.protected:
        yield Notice(code="docx.protected", params=(("kind", facts.protected),))
    if facts.tracking:
        yield Notice(code="docx.tracking-on")
    if facts.comments:
        yield Notice(code="docx.comments-present", params=(("count", str(facts.comments)),))
