"""Reads the plain-text sources of the sample drafts; README.md describes the format."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a unit of a draft is."""

    ADOPT = "adopt"
    TITLE = "title"
    PREAMBLE = "preamble"
    LEAD = "lead"
    RECITAL = "recital"
    CLOSING = "closing"
    CHAPTER = "chapter"
    ARTICLE = "article"
    POINT = "point"
    SUBPOINT = "subpoint"
    LETTER = "letter"
    TEXT = "text"
    SECTION = "section"
    GOAL = "goal"
    TASK = "task"
    BULLET = "bullet"
    TABLE = "table"
    LANDSCAPE = "landscape"
    ANNEX = "annex"
    ANNEX_TITLE = "annex-title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One paragraph or table of a draft.

    Attributes:
        kind: What the unit is.
        label: The number as typed in the source ("Статья 3.", "2)"), or "".
        text: The words after the number, inline marks included.
        ident: Place in the draft ("a3.p1.s2"), or "" for units nobody cites.
        control: Title of the content control around the paragraph, or "".
        rows: Cells of a table; a row of one cell spans the whole table.
    """

    kind: Kind
    label: str = ""
    text: str = ""
    ident: str = ""
    control: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source file: its language, page header, title and units in order."""

    language: str
    header: str
    title: str
    units: tuple[Unit, ...]


class SourceError(ValueError):
    """A line of a source that breaks the format; the message names the line."""


_RUSSIAN_LETTERS = "абвгдежзиклмнопрстуфхцчшщыэюя"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ("i", "ii", "iii", "iv", "v")

_POINTS = (
    (Kind.POINT, re.compile(r"(\d+)\. ")),
    (Kind.SUBPOINT, re.compile(r"(\d+)\) ")),
    (Kind.LETTER, re.compile(r"([а-я])\) ")),
)
_MARKS: dict[str, tuple[tuple[Kind, re.Pattern[str]], ...]] = {
    "ru": (
        (Kind.CHAPTER, re.compile(r"Глава (\d+)\. ")),
        (Kind.ARTICLE, re.compile(r"Статья (\d+)\. ")),
        *_POINTS,
    ),
    "kk": (
        (Kind.CHAPTER, re.compile(r"(\d+)-тарау\. ")),
        (Kind.ARTICLE, re.compile(r"(\d+)-бап\. ")),
        *_POINTS,
    ),
    "en": (
        (Kind.CHAPTER, re.compile(r"CHAPTER (\d+)\. ")),
        (Kind.ARTICLE, re.compile(r"Article (\d+)\. ")),
        (Kind.POINT, re.compile(r"(\d+)\. ")),
        (Kind.LETTER, re.compile(r"\((i|ii|iii|iv|v)\) ")),
        (Kind.SUBPOINT, re.compile(r"\(([a-z])\) ")),
    ),
}
_HEADINGS = (
    (Kind.TASK, "### ", "t"),
    (Kind.GOAL, "## ", "g"),
    (Kind.SECTION, "# ", "sec"),
)
_PREFIX = {Kind.CHAPTER: "ch", Kind.ARTICLE: "a", Kind.RECITAL: "r", Kind.TEXT: "u",
           Kind.POINT: "p", Kind.SUBPOINT: "s", Kind.LETTER: "l", Kind.BULLET: "b"}
_BELOW: dict[Kind, tuple[Kind, ...]] = {
    Kind.ARTICLE: (Kind.TEXT, Kind.POINT, Kind.SUBPOINT, Kind.LETTER, Kind.BULLET),
    Kind.POINT: (Kind.SUBPOINT, Kind.LETTER),
    Kind.SUBPOINT: (Kind.LETTER,),
}
_CHAIN = (Kind.POINT, Kind.SUBPOINT, Kind.LETTER)


@dataclass(slots=True)
class _Places:
    """Counts units and says the identifier of each."""

    scope: str = ""
    counts: Counter[Kind] = field(default_factory=Counter)

    def step(self, kind: Kind) -> int:
        """Returns the ordinal of the next unit of this kind; restarts the kinds below it."""
        for below in _BELOW.get(kind, ()):
            self.counts[below] = 0
        self.counts[kind] += 1
        if kind is Kind.ARTICLE:
            self.scope = f"a{self.counts[kind]}"
        return self.counts[kind]

    def open(self, scope: str) -> None:
        """Starts a headed part of a strategy, or the annex: counting begins anew."""
        self.scope = scope
        for below in _BELOW[Kind.ARTICLE]:
            self.counts[below] = 0

    def ident(self, kind: Kind) -> str:
        """Returns the identifier of the unit counted last."""
        name = f"{_PREFIX[kind]}{self.counts[kind]}"
        if kind is Kind.CHAPTER:
            return name
        if kind is Kind.ARTICLE:
            return self.scope
        if kind is Kind.RECITAL:
            return f"pre.{name}"
        above = _CHAIN[: _CHAIN.index(kind)] if kind in _CHAIN else ()
        path = [f"{_PREFIX[up]}{self.counts[up]}" for up in above if self.counts[up]]
        return ".".join(part for part in (self.scope, *path, name) if part)


def ordinal(mark: str, kind: Kind) -> int:
    """Returns the number that a typed mark stands for: "4" is 4, "б" is 2, "ii" is 2."""
    if mark.isdigit():
        return int(mark)
    if kind is Kind.LETTER and mark in _ROMAN:
        return _ROMAN.index(mark) + 1
    letters = _LATIN_LETTERS if mark.isascii() else _RUSSIAN_LETTERS
    return letters.index(mark) + 1


def parse(text: str) -> Source:
    """Returns the source read from its text.

    Args:
        text: The whole file.

    Raises:
        SourceError: A number is out of order, or a directive is unknown.
    """
    reader = _Reader()
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            reader.feed(line.strip())
        except (ValueError, KeyError) as error:
            raise SourceError(f"line {number}: {error}") from error
    reader.flush()
    return reader.source()


class _Reader:
    """Collects units line by line."""

    def __init__(self) -> None:
        """Starts with no language and no units."""
        self.facts: dict[str, str] = {"lang": "", "header": "", "title": ""}
        self.units: list[Unit] = []
        self.rows: list[tuple[str, ...]] = []
        self.control = ""
        self.places = _Places()

    def source(self) -> Source:
        """Returns everything read so far."""
        return Source(
            language=self.facts["lang"],
            header=self.facts["header"],
            title=self.facts["title"],
            units=tuple(self.units),
        )

    def feed(self, line: str) -> None:
        """Reads one stripped line."""
        if line.startswith("|"):
            self.rows.append(_cells(line))
            return
        self.flush()
        if line.startswith(":"):
            self._directive(*line[1:].partition(" ")[::2])
        elif line and not self._heading(line):
            self._numbered(line)

    def flush(self) -> None:
        """Closes a table that has just ended."""
        if self.rows:
            self.units.append(Unit(kind=Kind.TABLE, rows=tuple(self.rows)))
            self.rows = []

    def _directive(self, name: str, value: str) -> None:
        if name == "control":
            self.control = value
            return
        if name in self.facts:
            self.facts[name] = value
        if name in ("lang", "header"):
            return
        kind = Kind(name)
        if kind is Kind.ANNEX:
            self.places.open("annex")
        if kind in (Kind.RECITAL, Kind.TEXT):
            self._add(kind, "", value)
        else:
            self.units.append(Unit(kind=kind, text=value))

    def _heading(self, line: str) -> bool:
        for kind, mark, prefix in _HEADINGS:
            if line.startswith(mark):
                found = re.search(r"\d+(\.\d+)*", line)
                self.places.open(prefix + (found.group() if found else ""))
                text = line.removeprefix(mark)
                self.units.append(Unit(kind=kind, text=text, ident=self.places.scope))
                return True
        return False

    def _numbered(self, line: str) -> None:
        if line.startswith("- "):
            self._add(Kind.BULLET, "", line[2:])
            return
        for kind, pattern in _MARKS[self.facts["lang"]]:
            found = pattern.match(line)
            if found:
                expected = ordinal(found.group(1), kind)
                unit = self._add(kind, found.group().strip(), line[found.end():])
                if self.places.counts[kind] != expected:
                    raise SourceError(f"{unit.label} is out of order at {unit.ident}")
                return
        self._add(Kind.TEXT, "", line)

    def _add(self, kind: Kind, label: str, text: str) -> Unit:
        self.places.step(kind)
        ident = self.places.ident(kind)
        unit = Unit(kind=kind, label=label, text=text, ident=ident, control=self.control)
        self.units.append(unit)
        self.control = ""
        return unit


def _cells(line: str) -> tuple[str, ...]:
    if line.startswith("|="):
        return (line[2:].strip("| "),)
    return tuple(cell.strip() for cell in line[1:].removesuffix("|").split("|"))
