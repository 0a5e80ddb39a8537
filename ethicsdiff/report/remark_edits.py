"""What an editor changed in a remarks table: cell by cell against what was written, in any language; all else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ethicsdiff.model.document import Draft, Notice, Severity
from ethicsdiff.model.remark import Field, Status
from ethicsdiff.model.remark_table import COLUMNS, EditedRow, EditedTable, RemarkTable
from ethicsdiff.report.phrases import TABLES, phrases_of
from ethicsdiff.report.remark_words import category_code, is_yes, source_code, status_code

_FIELDS = {"place": Field.PLACE, "category": Field.CATEGORY, "response": Field.RESPONSE, "status": Field.STATUS, "take": Field.DECISION}
_FIXED = ("remark", "author", "date")
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_BOOLEANS = {"true", "истина", "ақиқат"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One cell that an editor changed: `value` is a code, a text or the id of a provision, `old` and `new` the words shown."""

    remark: str
    column: str
    field: Field
    value: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandRow:
    """A row that an editor added: a remark by hand, with what was set beside it."""

    text: str
    author: str
    date: str
    source: str
    provision: str
    category: str
    response: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What a table that came back asks for, and what could not be taken over."""

    edits: tuple[Edit, ...]
    added: tuple[HandRow, ...]
    notices: tuple[Notice, ...]


def column_titles() -> dict[str, dict[str, str]]:
    """Returns the titles of the columns by language and name."""
    return {language: {name: phrases_of(language).say(f"remarks.col.{name}") for name in COLUMNS} for language in TABLES}


def edits_of(edited: EditedTable, now: RemarkTable, draft: Draft) -> Edits:
    """Returns what was changed in a table since it was written; `now` is the table as it would be written today, in its language."""
    reading = _Reading(now, frozenset(one.id for one in draft.provisions if one.heading or one.text))
    for row in edited.rows:
        reading.read(row)
    missing = tuple(one for one in edited.missing if one in reading.current)
    if missing:
        reading.notices.append(_notice("missing-rows", remarks=", ".join(missing)))
    return Edits(edits=tuple(reading.edits), added=tuple(reading.added), notices=tuple(reading.notices))


class _Reading:
    def __init__(self, now: RemarkTable, provisions: frozenset[str]) -> None:
        self.current = {row.number: dict(row.cells) for row in now.rows}
        self.edits: list[Edit] = []
        self.added: list[HandRow] = []
        self.notices: list[Notice] = []
        self._titles = dict(now.columns)
        self._statuses = ", ".join(now.statuses)
        self._yes = now.yes
        self._provisions = provisions
        self._met: set[str] = set()

    def read(self, row: EditedRow) -> None:
        """Takes in one row."""
        if not row.number:
            self._add(dict(row.cells))
        elif row.number not in self.current:
            self.notices.append(_notice("unknown-row", remark=row.number))
        elif row.number in self._met:
            self.notices.append(_notice("twice", remark=row.number))
        else:
            self._met.add(row.number)
            self._compare(row, self.current[row.number])

    def _compare(self, row: EditedRow, now: Mapping[str, str]) -> None:
        before = dict(row.before)
        for column, text in row.cells:
            if column in _FIXED and _even(text) != _even(now[column]):
                self.notices.append(_notice("fixed-cell", remark=row.number, column=self._titles[column]))
            if column not in _FIELDS or _even(text) in (_even(before.get(column, now[column])), _even(now[column])):
                continue
            if _even(before.get(column, now[column])) != _even(now[column]):
                changed = {"new": _even(text), "old": _even(now[column])}
                self.notices.append(_notice("clash", remark=row.number, column=self._titles[column], **changed))
            else:
                self.edits.extend(self._edit(row.number, column, text, now[column]))

    def _edit(self, number: str, column: str, text: str, old: str) -> Iterator[Edit]:
        value, known = self._value(column, text)
        if known:
            params = {"remark": number, "column": self._titles[column], "value": _even(text), "known": known}
            self.notices.append(_notice("not-understood", **params))
        else:
            yield Edit(remark=number, column=column, field=_FIELDS[column], value=value, old=_even(old), new=_even(text))

    def _value(self, column: str, text: str) -> tuple[str, str]:
        """Returns the value of a cell and "", or "" and what is possible where it is not understood."""
        if column == "status":
            code = status_code(text) if text.strip() else Status.OPEN.value
            return code, "" if code else self._statuses
        if column == "category":
            return category_code(" ".join(text.split())), ""
        if column == "take":
            yes = is_yes(text) or text.strip().casefold() in _BOOLEANS
            return ("yes", "") if yes else ("", self._yes)
        if column == "place":
            provision = _provision(text)
            return (provision, "") if provision in self._provisions else ("", ", ".join(sorted(self._provisions)[:5]) + ", …")
        return text.strip(), ""

    def _add(self, cells: Mapping[str, str]) -> None:
        text = cells.get("remark", "").strip()
        if not text:
            return
        place = _provision(cells.get("place", ""))
        if cells.get("place", "").strip() and place not in self._provisions:
            known = ", ".join(sorted(self._provisions)[:5]) + ", …"
            shown = {"remark": text[:60], "column": self._titles["place"], "value": cells["place"], "known": known}
            self.notices.append(_notice("not-understood", **shown))
            place = ""
        self.added.append(HandRow(
            text=text, author=" ".join(cells.get("author", "").split()), date=cells.get("date", "").strip(),
            source=source_code(" ".join(cells.get("source", "").split())), provision=place,
            category=category_code(" ".join(cells.get("category", "").split())), response=cells.get("response", "").strip(),
            status=status_code(cells.get("status", "")) if cells.get("status", "").strip() else "",
        ))  # fmt: skip


def _provision(text: str) -> str:
    """Returns the id of a provision that a place names in brackets, else the text itself."""
    found = _IN_BRACKETS.findall(text)
    return (found[0] if len(found) == 1 else text).strip()


def _even(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())


def _notice(code: str, **params: str) -> Notice:
    return Notice(code=f"collect.{code}", severity=Severity.WARNING, params=tuple(params.items()))
