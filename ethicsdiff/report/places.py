"""Places in words: «Глава 1, Статья 2, пункт 3», "1-тарау, 2-бап, 3-тармақ", "Chapter 1, Article 2, paragraph 3".

A unit that the draft words as the tables do («ГЛАВА 1», "Article 2") is said in the report's language. A unit worded
in any other way ("Canon 2", "§ 3", a heading without number) stays as the draft displays it, because a wrong citation
is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Provision, ProvisionKind
from ethicsdiff.report.context import Context
from ethicsdiff.report.phrases import TABLES, Phrases

_NUMBER = r"(?P<n>\d+(?:[.\-]\d+)*|[ivxlc]+(?:-\d+)?)"
_BARE = re.compile(r"\d+(?:[.\-]\d+)*[^\W\d_]?|[^\W\d_]{1,4}")
_NUMBERED = re.compile(r"\w")


def place_of(context: Context, provision: Provision) -> str:
    """Returns the path of a provision in words, outermost unit first."""
    steps = _steps(context, provision)
    return ", ".join(_unit(context, unit, name) for unit, name in steps)


def chapter_of(context: Context, provision: Provision) -> str:
    """Returns the top-level unit a provision stands in, with its heading («Глава 2. Независимость»)."""
    unit, name = next(_steps(context, provision))
    words = _unit(context, unit, name)
    heading = " ".join(unit.heading.split()) if unit is not None else ""
    repeated = heading.casefold() in ("", words.casefold()) or _preamble(context.phrases, heading.rstrip(".:"))
    return words if repeated else f"{words}. {heading}"


def _steps(context: Context, provision: Provision) -> Iterator[tuple[Provision | None, str]]:
    """Returns the units on the way to a provision with their path elements, None for one the draft does not list."""
    units: list[Provision | None] = [provision]
    above = context.provisions.get(provision.parent)
    while above is not None and len(units) < len(provision.path):
        units.insert(0, above)
        above = context.provisions.get(above.parent)
    unlisted = [None] * (len(provision.path) - len(units))
    return zip((*unlisted, *units), provision.path or (provision.label,), strict=False)


def _unit(context: Context, unit: Provision | None, name: str) -> str:
    if unit is None:
        return name
    phrases = context.phrases
    shown = _preamble(phrases, name) or _worded(phrases, unit.kind, name)
    return shown or _numbered(context, unit, name) or name


def _preamble(phrases: Phrases, name: str) -> str:
    return phrases.say("place.preamble") if folded(name) in _preamble_words() else ""


@cache
def _preamble_words() -> frozenset[str]:
    return frozenset(folded(table["place.preamble"]) for table in TABLES.values())


def _worded(phrases: Phrases, kind: ProvisionKind, name: str) -> str:
    """Returns a unit that the draft displays with its word, in the report's language; "" for other wordings."""
    for key, expression in _expressions(kind):
        match = expression.fullmatch(folded(name))
        if match:
            return phrases.say(key, n=match.group("n").upper())
    return ""


@cache
def _expressions(kind: ProvisionKind) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Returns how the tables word a kind of unit, unnumbered paragraphs among them."""
    sources = (("place.unnumbered", "place.unnumbered.source"), (f"place.{kind}", f"place.{kind}"))
    tables = TABLES.values()
    return tuple((key, _expression(table[source])) for key, source in sources for table in tables if source in table)


def _expression(phrase: str) -> re.Pattern[str]:
    """Returns what reads a folded worded unit back; a hyphen or a space may stand between number and word."""
    before, after = (re.escape(folded(part).strip("- ")) for part in phrase.split("{n}"))
    gap = r"[\s\-]*"
    return re.compile(f"{before}{gap if before else ''}{_NUMBER}{gap if after else ''}{after}")


def _numbered(context: Context, unit: Provision, name: str) -> str:
    """Returns a list unit with the word for its kind; "" where its name is a heading and not a number."""
    phrases = context.phrases
    if not _NUMBERED.search(name):
        return phrases.say("place.indent", n=_ordinal(context, unit))
    if not _BARE.fullmatch(name) or folded(name) == folded(unit.heading):
        return ""
    bracket = unit.kind == ProvisionKind.SUBPARAGRAPH and unit.label.endswith(")")
    return phrases.say(f"place.{unit.kind}.bracket" if bracket else f"place.{unit.kind}", n=name)


def _ordinal(context: Context, unit: Provision) -> int:
    """Returns the ordinal of a dash among its siblings; the words that lead in to the list are the first indent."""
    siblings = [one.id for one in context.children[unit.parent] if one.kind == unit.kind]
    lead = context.provisions.get(unit.parent)
    return siblings.index(unit.id) + (2 if lead is not None and lead.text else 1)
