"""The corridor of remarks: from files that came back to the book of remarks, the table, and what an editor decides in it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from ethicsdiff import pipeline, workspace
from ethicsdiff.errors import DecisionError, DraftError, UnknownNameError
from ethicsdiff.model.document import Draft, Notice, Severity
from ethicsdiff.model.remark import Change, Field, Gathered, Kept
from ethicsdiff.model.remark_table import EditedTable
from ethicsdiff.ooxml.original import ChangeKey
from ethicsdiff.ooxml.package import Package, open_package
from ethicsdiff.ooxml.returned import own_changes, own_comments, read_returned
from ethicsdiff.ooxml.story import Story
from ethicsdiff.provisions.segment import segment
from ethicsdiff.readers.docx import source_of
from ethicsdiff.readers.office import as_word_file
from ethicsdiff.report.finding_lines import findings_named
from ethicsdiff.report.remark_edits import Edit, Edits, HandRow, column_titles, edits_of
from ethicsdiff.report.remark_table import remark_table
from ethicsdiff.review.by_hand import HandRemark, change_of, hand_remark
from ethicsdiff.review.incoming import Incoming, incoming_of, own_key
from ethicsdiff.review.merging import add_remark, merged
from ethicsdiff.review.proposals import conflicts_of, proposals_of, waiting
from ethicsdiff.review.remark_book import enter, read_remarks, remarks_of
from ethicsdiff.review.remark_lines import Entry
from ethicsdiff.writers.remarks_docx import write_remarks_docx
from ethicsdiff.writers.remarks_xlsx import read_remarks_xlsx, write_remarks_xlsx

_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_OFFICE = frozenset({".odt", ".ott", ".rtf", ".doc", ".dot"})
_TABLES = frozenset({".xlsx", ".xlsm"})
_ID_BYTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """The remarks on a draft after a collection: what is new, what was changed in a table, and what should be said."""

    gathered: Gathered
    entered: tuple[Entry, ...] = ()
    edits: tuple[Edit, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What came back, read before anything is written: remarks of files, edited tables, notices."""

    files: tuple[tuple[Incoming, ...], ...]
    tables: tuple[EditedTable, ...]
    notices: tuple[Notice, ...]


def collect(path: Path, files: Sequence[Path], *, book: Path | None = None, editor: str = "", language: str = "") -> Collected:
    """Returns the remarks on a draft with those of returned files and the edits of remarks tables entered into its book.

    Every file is read before anything is written, so that one that cannot be read leaves the book as it was.

    Errors:
        DraftError: the draft or a file cannot be read.
        DecisionError: a table takes proposals over, and the editor is not named; then nothing is entered.
        LedgerError: the book of remarks could not be read or written.
    """
    place = workspace.remarks_path(workspace.checked_draft(path), book)
    draft = pipeline.parse_draft(path)
    read = _read(path, files, draft)
    run = _Run(draft, editor, now_utc(), language or draft.source.languages[0])
    entered, mended = enter(place, lambda entries: run.entries(entries, read))
    gathered = gather(draft, read_remarks(place).entries)
    return Collected(gathered=gathered, entered=entered, edits=run.edits, notices=(*read.notices, *run.notices, *mended))


def check_editor(editor: str) -> None:
    """Refuses to go on without the name of an editor.

    Errors:
        DecisionError: it is missing.
    """
    if not editor.strip():
        raise DecisionError("a proposal becomes a decision by the word of an editor", hint="Give the name with --editor.")


def gather(draft: Draft, entries: Sequence[Entry]) -> Gathered:
    """Returns what a book holds on a draft, what it proposes and where people differ."""
    catalogue = pipeline.catalogue()
    kept = remarks_of(entries, draft)
    named = {one.remark.id: findings_named(one.remark.answers, catalogue) for one in kept if one.remark.answers}
    proposals = proposals_of(kept, named)
    conflicts = conflicts_of(kept, proposals)
    return Gathered(
        draft=draft, kept=kept, proposals=proposals, conflicts=conflicts, waiting=waiting(kept, proposals, conflicts)
    )


def gathered_of(path: Path, book: Path | None = None) -> tuple[Gathered, tuple[Notice, ...]]:
    """Returns the remarks on a draft as its book has them, and what is wrong with the book.

    Errors:
        DraftError, LedgerError: a file cannot be read.
    """
    journal = read_remarks(workspace.remarks_path(workspace.checked_draft(path), book))
    return gather(pipeline.parse_draft(path), journal.entries), journal.notices


@dataclass(slots=True)
class _Run:
    """One call: everything it enters has one time and one editor. `edits` and `notices` are of the last attempt."""

    draft: Draft
    editor: str
    time: str
    language: str
    edits: tuple[Edit, ...] = ()
    notices: tuple[Notice, ...] = ()
    _ids: list[str] = field(default_factory=list)

    def entries(self, entries: tuple[Entry, ...], read: _Read) -> tuple[Entry, ...]:
        """Returns what the files and the tables add to a book; called again under its lock."""
        made: tuple[Entry, ...] = merged(entries, read.files, self.draft, time=self.time, name=new_id)
        found: list[Edits] = []
        for table in read.tables:
            edits = self._edits(table, (*entries, *made))
            if any(one.field == Field.DECISION for one in edits.edits):
                check_editor(self.editor)
            found.append(edits)
            made = (*made, *self._changes(edits.edits), *self._by_hand(edits.added, (*entries, *made)))
        self.edits = tuple(edit for one in found for edit in one.edits)
        self.notices = tuple(notice for one in found for notice in one.notices)
        return made

    def _edits(self, table: EditedTable, entries: Sequence[Entry]) -> Edits:
        now = remark_table(gather(self.draft, entries), pipeline.catalogue(), table.language or self.language)
        return edits_of(table, now, self.draft)

    def _changes(self, edits: Iterable[Edit]) -> tuple[Change, ...]:
        return tuple(self.change(one.remark, one.field, one.value) for one in edits if one.field != Field.DECISION)

    def change(self, remark: str, what: Field, value: str) -> Change:
        """Returns the line that sets a field of a remark."""
        return change_of(remark, what, value, self.draft, by=self.editor, time=self.time, identifier=new_id())

    def _by_hand(self, rows: Sequence[HandRow], entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        made: tuple[Entry, ...] = ()
        for row in rows:
            said = HandRemark(
                text=row.text, author=row.author or self.editor or "—", source=row.source or "—", provision=row.provision,
                date=row.date, category=row.category,
            )  # fmt: skip
            new = add_remark((*entries, *made), hand_remark(said, self.draft), self.draft, row.provision, self.time)
            set_too = ((Field.RESPONSE, row.response), (Field.STATUS, row.status))
            made = (*made, *new, *(self.change(one.id, what, value) for one in new for what, value in set_too if value))
        return made


def _read(path: Path, files: Sequence[Path], draft: Draft) -> _Read:
    """Returns what files hold; those that hold nothing are named."""
    own = _own(path)
    returned = [_returned(one, draft, own) for one in files if one.suffix.lower() not in _TABLES]
    tables = [read_remarks_xlsx(workspace.checked_draft(one), column_titles()) for one in files if one.suffix.lower() in _TABLES]
    return _Read(
        files=tuple(remarks for remarks, _ in returned), tables=tuple(tables),
        notices=tuple(notice for _, notices in returned for notice in notices),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Own:
    """What stood in the draft before it was sent out: tracked changes and comments."""

    changes: frozenset[ChangeKey] = frozenset()
    comments: frozenset[str] = frozenset()


def _own(path: Path) -> _Own:
    if path.suffix.lower() not in _WORD:
        return _Own()
    package = open_package(path)
    return _Own(own_changes(package), frozenset(map(own_key, own_comments(package))))


def _returned(path: Path, draft: Draft, own: _Own) -> tuple[tuple[Incoming, ...], tuple[Notice, ...]]:
    """Returns what people left in one file, tied to the draft."""
    package = _package(path)
    story, returned = read_returned(package, own.changes)
    remarks, notices = incoming_of(returned, _provisions(story, package), draft, own.comments)
    empty = () if remarks else (Notice(code="collect.empty", severity=Severity.WARNING, params=(("file", returned.file),)),)
    return remarks, (*notices, *empty)


def _package(path: Path) -> Package:
    workspace.checked_draft(path)
    if path.suffix.lower() in _OFFICE:
        return open_package(as_word_file(path), file=path.name)
    if path.suffix.lower() not in _WORD:
        hint = f"Give Word files ({', '.join(sorted(_WORD))}), files of LibreOffice (.odt), or the table remarks.xlsx."
        raise DraftError("remarks are not read from files of this kind.", where=path.name, hint=hint)
    return open_package(path)


def _provisions(story: Story, package: Package) -> Draft | None:
    """Returns the provisions of a returned file as it was sent out, None where it holds none: any memo may come with comments."""
    try:
        return segment(source_of(story, package.file, package.sha256))
    except DraftError:
        return None


def add_by_hand(path: Path, said: HandRemark, *, book: Path | None = None) -> Collected:
    """Returns the remarks on a draft with one that came by mail, telephone or at a meeting; the very same one is not entered twice.

    Errors:
        DecisionError: something is missing that a remark needs.
        UnknownNameError: the provision does not exist.
        DraftError, LedgerError: a file cannot be read or written.
    """
    place = workspace.remarks_path(workspace.checked_draft(path), book)
    draft = pipeline.parse_draft(path)
    new, time = hand_remark(said, draft), now_utc()
    entered, notices = enter(place, lambda entries: add_remark(entries, new, draft, said.provision, time))
    return Collected(gathered=gather(draft, read_remarks(place).entries), entered=entered, notices=notices)


def set_fields(path: Path, remark: str, values: Sequence[tuple[Field, str]], *, editor: str, book: Path | None = None) -> Collected:
    """Returns the remarks on a draft after some fields of one were set; a field that is so already is left alone.

    Errors:
        UnknownNameError: the remark, the status or the provision does not exist.
        DraftError, LedgerError: a file cannot be read or written.
    """
    place = workspace.remarks_path(workspace.checked_draft(path), book)
    gathered, _ = gathered_of(path, book)
    kept = remark_named(gathered, remark)
    now = {
        Field.STATUS: kept.status.value, Field.CATEGORY: kept.category, Field.RESPONSE: kept.response, Field.PLACE: kept.place.provision,
    }  # fmt: skip
    run = _Run(gathered.draft, editor, now_utc(), "")
    changes = tuple(run.change(remark, what, value) for what, value in values if now[what] != value)
    entered, notices = enter(place, lambda _entries: changes)
    return Collected(gathered=gather(gathered.draft, read_remarks(place).entries), entered=entered, notices=notices)


def remark_named(gathered: Gathered, remark: str) -> Kept:
    """Returns a remark by its id.

    Errors:
        UnknownNameError: there is none.
    """
    by_id = {one.remark.id: one for one in gathered.kept}
    if remark not in by_id:
        last = max(by_id, key=lambda one: int(one.partition("-")[2] or 0), default="")
        raise UnknownNameError(f'there is no remark "{remark}"', hint=f"The last one is {last}." if last else "There are no remarks yet.")
    return by_id[remark]


def write_table(gathered: Gathered, folder: Path, language: str, date: datetime | None = None) -> dict[str, Path]:
    """Returns where the two forms of the remarks table were put; files that a person changed are never overwritten.

    Errors:
        OutputError: the folder cannot be written.
    """
    table = remark_table(gathered, pipeline.catalogue(), language)
    writers: dict[str, Callable[[Path], None]] = {
        "remarks.docx": lambda target: write_remarks_docx(table, target, date),
        "remarks.xlsx": lambda target: write_remarks_xlsx(table, target, date),
    }
    return workspace.write_all(folder, writers)


def now_utc() -> str:
    """Returns the time in UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_id() -> str:
    """Returns an id by chance, so that books of two machines can be put together."""
    return secrets.token_hex(_ID_BYTES)
