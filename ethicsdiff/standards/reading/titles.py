"""Headings above clauses: the part a clause stands in, and the last heading before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ethicsdiff.standards.reading.body import Body, is_group, looks_like_title
from ethicsdiff.standards.reading.lines import Line, number_text

_ENDS = re.compile(r"[.;:,!?…]\s*$")
_LONGEST_TITLE = 180
_ONLY_LABEL = re.compile(r"\S+\s\S{1,7}|\d{1,2}\s?-\s?\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What stands above a clause; `is_section` says that the "clause" is itself only a numbered heading of those that follow."""

    heading: str = ""
    group: str = ""
    is_section: bool = False


def titles_of(lines: Sequence[Line], gathered: Sequence[Body]) -> dict[int, Titles]:
    """Returns the titles of each clause by the line it begins on."""
    found: dict[int, Titles] = {}
    heading = group = ""
    for index, body in enumerate(gathered):
        above = gathered[index - 1].after if index else _opening(lines[: body.link.line])
        named = [line.whole for line in above if _is_title(line)]
        if named:
            group, heading = _split(named, group)
        if body.section:
            group, heading = f"{number_text(body.link.number)}. {' '.join(body.paragraphs)}", ""
            found[body.link.line] = Titles(is_section=True)
            continue
        found[body.link.line] = Titles(heading=heading, group=group)
    return found


def _is_title(line: Line) -> bool:
    if line.heading or is_group(line.whole):
        return True
    return looks_like_title(line) and len(line.whole) <= _LONGEST_TITLE and not _ENDS.search(line.whole)


def _opening(lines: Sequence[Line]) -> list[Line]:
    """Returns the lines before the first clause from the name of its part on; without one, the titles right before it."""
    parts = [index for index, line in enumerate(lines) if is_group(line.whole)]
    if parts:
        return list(lines[parts[-1] :])
    kept: list[Line] = []
    for line in reversed(lines):
        if not _is_title(line):
            break
        kept.append(line)
    return kept[::-1]


def _split(named: Sequence[str], group: str) -> tuple[str, str]:
    """Returns the part and the heading that a run of titles means; a bare "Part II" takes the title that follows it."""
    places = [i for i, text in enumerate(named) if is_group(text)]
    if not places:
        return group, " ".join(named[-1].split())
    last = places[-1]
    rest = list(named[last + 1 :])
    name = named[last]
    if _ONLY_LABEL.fullmatch(name.strip()) and rest:
        name = f"{name.rstrip('. ')}. {rest.pop(0)}"
    return " ".join(name.split()), " ".join(rest[-1].split()) if rest else ""
