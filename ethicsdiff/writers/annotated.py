"""The draft itself with a comment on every provision that speaks to a clause."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from ethicsdiff.errors import DraftError, OutputError
from ethicsdiff.model.document import Block, BlockKind, Draft, Notice, Severity, Span
from ethicsdiff.model.report import Finding, ProvisionRow, Report, Tone
from ethicsdiff.model.review import Suggestion
from ethicsdiff.ooxml.comments import Annotated, CommentParagraph, Remark, Signature, Words, annotated
from ethicsdiff.ooxml.package import Package, open_package, write_package
from ethicsdiff.ooxml.suggest import Rewording
from ethicsdiff.writers.docx_package import locale
from ethicsdiff.writers.plain_docx import plain_docx
from ethicsdiff.writers.words import words_of

SUMMARY_NUMBER: Final = 0
_WORD_FILES: Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_URGENCY: Final = (Tone.BAD, Tone.WEAK, Tone.PARTIAL, Tone.GAP, Tone.STRICT, Tone.GOOD, Tone.NEUTRAL, Tone.EXTRA)
_NUMBER: Final = re.compile(r"ED-(\d{1,9})")
_TAG: Final = re.compile(r"^\[ED-\d{1,9}\] ")
_MARGINS: Final = frozenset({BlockKind.HEADER, BlockKind.FOOTER})


def write_annotated(
    source: Path,
    draft: Draft,
    report: Report,
    target: Path,
    *,
    author: str,
    initials: str,
    date: datetime | None,
    limit: int = 500,
    phrase: bool = True,
    suggestions: Sequence[Suggestion] = (),
    second: Report | None = None,
) -> tuple[Notice, ...]:
    """Returns what the reader should know about the annotated copy of a draft, having written it to `target`.

    A Word file keeps everything but our comments as it is; of any other file a Word document is made first. The same
    input with the same date gives the same bytes.

    Args:
        source: the file the draft was read from.
        draft: the draft, whose block ordinals say where the provisions stand in the file.
        report: what to say; each provision with findings gets one comment.
        target: where the copy goes.
        author: the name the comments are signed with; comments of an earlier run under this name are replaced.
        initials: the short form of the name.
        date: the date of the comments by the writer's own clock, now if None.
        limit: how many provisions get a comment at most; those with the gravest findings come first.
        phrase: put a comment on the runs with the words that decide it, where some words do, instead of on the whole provision.
        suggestions: confirmed wordings, which go into the text as tracked changes.
        second: the report in another language, whose words follow in the same comments.

    Raises:
        DraftError: the file cannot be read, or is not the one the draft was read from.
        OutputError: the target is the draft itself, or cannot be written.
    """
    if target.exists() and target.samefile(source):
        hint = "Choose another folder or name."
        raise OutputError("the annotated copy would take the place of the draft.", where=str(target), hint=hint)
    chosen, notices = _within_limit([row for row in report.provisions if row.findings], limit)
    ground, told = _ground(source, draft, date)
    remarks = [_placed(one if phrase else replace(one, speaks=()), ground.place) for one in _remarks(chosen, draft, report)]
    if second is not None:
        remarks = _in_both(remarks, _remarks(_same_rows(second, chosen), draft, second), locale(second.language))
    by = Signature(author=author, initials=initials, date=_stamp(date), language=locale(report.language))
    wordings = list(_rewordings(suggestions, draft, ground))
    result = annotated(ground.package, remarks, by, run=_run(draft, report), draft=draft.source.sha256, wordings=wordings)
    write_package(ground.package.data, result.replaced, result.added, target)
    left_out = len(suggestions) - result.suggested
    return (*told, *notices, *_outcome(result), *_suggested(result.suggested, left_out))


def _rewordings(suggestions: Sequence[Suggestion], draft: Draft, ground: _Ground) -> Iterator[Rewording]:
    """Yields the wordings of provisions that stand in one paragraph; others can be shown in comments alone."""
    spans = {one.id: one.spans for one in draft.provisions}
    for one in suggestions:
        found = spans.get(one.provision, ())
        if len(found) == 1:
            yield Rewording(span=ground.place(found[0]), text=one.text, author=one.reviewer, date=one.time)


def _suggested(done: int, left_out: int) -> Iterator[Notice]:
    if done:
        yield Notice(code="docx.suggestions", params=(("count", str(done)),))
    if left_out:
        yield Notice(code="docx.suggestions-left-out", severity=Severity.WARNING, params=(("count", str(left_out)),))


@dataclass(frozen=True, slots=True)
class _Ground:
    """The Word file to write into, and where a span of the draft stands in it."""

    package: Package
    place: Callable[[Span], Span]


def _ground(source: Path, draft: Draft, date: datetime | None) -> tuple[_Ground, tuple[Notice, ...]]:
    if source.suffix.lower() not in _WORD_FILES:
        made = plain_docx(draft.source, date)
        ground = _Ground(open_package(made.package, file=source.name), made.span)
        return ground, (Notice(code="docx.made-from-text"),)
    package = open_package(source)
    if draft.source.sha256 not in ("", package.sha256):
        hint = "Run the comparison again."
        raise DraftError("the file has changed since it was read.", where=source.name, hint=hint)
    return _Ground(package, lambda span: span), ()


def _placed(remark: Remark, place: Callable[[Span], Span]) -> Remark:
    return replace(remark, spans=tuple(map(place, remark.spans)), speaks=tuple(map(place, remark.speaks)))


def _same_rows(report: Report, rows: Sequence[ProvisionRow]) -> list[ProvisionRow]:
    """Returns the same provisions as they stand in another report."""
    known = {row.id: row for row in report.provisions}
    return [known[row.id] for row in rows if row.id in known]


def _in_both(remarks: Sequence[Remark], others: Iterator[Remark], language: str) -> list[Remark]:
    """Returns remarks followed by their own words in another language."""
    known = {one.number: one.paragraphs for one in others}
    return [replace(one, paragraphs=(*one.paragraphs, *_tagged(known.get(one.number, ()), language))) for one in remarks]


def _tagged(paragraphs: Sequence[CommentParagraph], language: str) -> Iterator[CommentParagraph]:
    """Yields an empty line, then paragraphs whose words say their language; tags stand once, at the top."""
    if paragraphs:
        yield ()
    for words in paragraphs:
        yield tuple(replace(one, text=_TAG.sub("", one.text), language=language) for one in words)


def _within_limit(rows: Sequence[ProvisionRow], limit: int) -> tuple[list[ProvisionRow], list[Notice]]:
    """Returns the provisions with the gravest findings, in document order, and a notice if some are left out."""
    if len(rows) <= limit:
        return list(rows), []
    gravest = sorted(range(len(rows)), key=lambda number: (_urgency(rows[number]), number))[:limit]
    params = (("limit", str(limit)), ("left_out", str(len(rows) - limit)))
    notice = Notice(code="docx.comment-limit", severity=Severity.WARNING, params=params)
    return [rows[number] for number in sorted(gravest)], [notice]


def _urgency(row: ProvisionRow) -> int:
    return min(_URGENCY.index(finding.tone) for finding in row.findings)


def _remarks(rows: Sequence[ProvisionRow], draft: Draft, report: Report) -> Iterator[Remark]:
    blocks = {block.ordinal: block for block in draft.source.blocks}
    title = _title_span(draft)
    if report.summary_comment:
        lines = report.summary_comment
        paragraphs = (_headline(f"ED-{SUMMARY_NUMBER}", lines[0]), *((Words(line),) for line in lines[1:]))
        yield Remark(number=SUMMARY_NUMBER, spans=title, paragraphs=paragraphs)
    statement, official = (words_of(report).get(key, "") for key in ("our_statement", "official_text"))
    spans, prints = _spans_of(draft), {one.id: one.fingerprint for one in draft.provisions}
    for row, number in zip(rows, _numbers(rows), strict=True):
        found = _in_main(row.spans or spans.get(row.id, ()), blocks) or title
        yield Remark(
            number=number, spans=found, paragraphs=tuple(_text(row, statement, official)), speaks=_speaks(row, blocks),
            fingerprint=prints.get(row.id, ""),
        )  # fmt: skip


def _speaks(row: ProvisionRow, blocks: dict[int, Block]) -> tuple[Span, ...]:
    """Returns the phrases that decide the findings of a provision, empty where they stand in several paragraphs or in none of the text."""
    found = [span for finding in row.findings for span in finding.phrase]
    placed = _in_main(found, blocks)
    return placed if list(placed) == found and len({span.block for span in found}) == 1 else ()


def _text(row: ProvisionRow, statement: str, official: str) -> Iterator[CommentParagraph]:
    """Returns the paragraphs of a comment, each finding's headline first because a narrow margin cuts off the rest."""
    for position, finding in enumerate(row.findings):
        if position:
            yield ()
        yield _headline(finding.tag, finding.headline)
        yield from ((Words(line),) for line in _lines(finding, statement, official) if line)


def _lines(finding: Finding, statement: str, official: str) -> Iterator[str]:
    yield finding.reason
    yield _labelled(statement, finding.statement)
    yield _labelled(official, finding.official)
    yield finding.look_at
    yield finding.confidence
    yield finding.provenance


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if label and text else text


def _headline(tag: str, text: str) -> CommentParagraph:
    return (Words(f"[{tag}] {text}", bold=True),)


def _numbers(rows: Sequence[ProvisionRow]) -> list[int]:
    """Returns for each row the number in its first tag, or a number above all others where that is missing or taken."""
    shown = [_NUMBER.fullmatch(row.findings[0].tag) for row in rows]
    numbers = [int(one[1]) if one else SUMMARY_NUMBER for one in shown]
    taken, spare = {SUMMARY_NUMBER}, max(numbers, default=SUMMARY_NUMBER)
    for position, number in enumerate(numbers):
        if number in taken:
            spare += 1
            numbers[position] = spare
        taken.add(numbers[position])
    return numbers


def _spans_of(draft: Draft) -> dict[str, tuple[Span, ...]]:
    """Returns where each provision stands: its text, else its heading, else its location."""
    found = {}
    for one in draft.provisions:
        place = one.heading_span or Span(block=one.location.block, start=one.location.start, end=one.location.end)
        found[one.id] = one.spans or (place,)
    return found


def _in_main(spans: Sequence[Span], blocks: dict[int, Block]) -> tuple[Span, ...]:
    """Returns the spans with notes replaced by the paragraphs that refer to them, without headers and footers."""
    found = []
    for span in spans:
        block = blocks.get(span.block)
        if block is not None and block.kind == BlockKind.NOTE:
            block = blocks.get(block.note_of)
            span = _whole(block) if block is not None else span
        if block is not None and block.kind not in _MARGINS and block.kind != BlockKind.NOTE:
            found.append(span)
    return tuple(found)


def _title_span(draft: Draft) -> tuple[Span, ...]:
    """Returns the block that is the draft's title, else the first block with text."""
    shown = [one for one in draft.source.blocks if one.kind not in _MARGINS and one.kind != BlockKind.NOTE]
    written = [one for one in shown if one.text.strip()]
    titled = [one for one in written if " ".join(one.text.split()) == draft.source.title]
    return tuple(_whole(one) for one in [*titled, *written, *shown][:1])


def _whole(block: Block) -> Span:
    return Span(block=block.ordinal, start=0, end=len(block.text))


def _stamp(date: datetime | None) -> str:
    """Returns the time by the writer's own clock with a Z that is not true: Word writes and reads comment dates so."""
    return (date or datetime.now()).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def _run(draft: Draft, report: Report) -> str:
    """Returns an id that is the same for the same file and the same tags on the same clauses."""
    tags = [(one.tag, one.provision, one.standard, one.clause) for row in report.provisions for one in row.findings]
    digest = hashlib.sha256(repr((draft.source.sha256, tags)).encode("utf-8", "replace")).hexdigest()
    return f"r1:{digest[:16]}"


def _outcome(result: Annotated) -> Iterator[Notice]:
    for code, count, severity in (
        ("docx.comments-moved", result.moved, Severity.INFO),
        ("docx.comments-unplaced", result.unplaced, Severity.WARNING),
        ("docx.threads-kept", result.kept, Severity.INFO),
    ):
        if count:
            yield Notice(code=code, severity=severity, params=(("count", str(count)),))
