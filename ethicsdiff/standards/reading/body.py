"""What belongs to a clause: the lines from its number to the next, without headings, notes and what follows the last clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ethicsdiff.standards.reading.chain import Link
from ethicsdiff.standards.reading.lines import Line

_COMPLETE = re.compile(r"[.!?…][»”\"’)\]]*\s?\d{0,2}\s*$")
_ENDS = re.compile(r"[.;:,!?…][»”\"’)\]]*\s*$")
_GROUP = re.compile(
    r"(?:part|title|chapter|section|value|канон|часть|раздел|глава|показатель|принцип|ценность|бөлім|тарау|көрсеткіш|құндылық|қағидат)\s"
    r"(?:[ivxlc]{1,6}|\d{1,2}|[a-zа-я])(?![\w-])|(?:[ivxlc]{1,6}|\d{1,2})\s?-?\s?(?:бөлім|тарау|көрсеткіш|құндылық|қағидат)(?!\w)|[IVXLC]{1,5}\.\s",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*(?:[*_–—-]\s?){3,}\s*$|\s*\*+\s*\S|\[\^\w+\]:")
_RESUMES = re.compile(r"(?<=\w{4}[.!?])\s+(?=[a-zа-яёәғқңөұүһі]{2})")
_LONGEST_HEADING = 180
_LONGEST_SECTION = 120
_NOTES_LOST = 3
_ITEM = re.compile(r"[-–—•·▪●○*]\s|\(?[a-zа-яәғқңөұүһі]\)\s|\(?(?:[ivx]{1,5}|\d{1,2})\)\s", re.IGNORECASE)


@dataclass(slots=True)
class Body:
    """A clause being gathered: its paragraphs, the headings that followed it, footnotes, lettered items.

    `section` says that the number is only that of a heading: "1. Independence" before 1.1.
    """

    link: Link
    section: bool = False
    paragraphs: list[str] = field(default_factory=list)
    letters: list[tuple[int, str]] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether the last paragraph ends as a sentence does."""
        return not self.paragraphs or bool(_COMPLETE.search(self.paragraphs[-1]))

    def add(self, line: Line) -> None:
        """Appends a line: to the last paragraph where that breaks off, as a paragraph of its own elsewhere."""
        text = line.whole
        if self.paragraphs and not _ENDS.search(self.paragraphs[-1]) and not _ITEM.match(text):
            self.paragraphs[-1] = _joined(self.paragraphs[-1], text)
            return
        if line.style == "letter":
            self.letters.append((len(self.paragraphs), line.letter))
        self.paragraphs.append(text)


def bodies(lines: Sequence[Line], chain: Sequence[Link]) -> tuple[Body, ...]:
    """Returns the clauses of the chain with what belongs to them."""
    ends = [link.line for link in chain[1:]] + [len(lines)]
    notes = note_lines(lines, chain)
    found = []
    for place, (link, end) in enumerate(zip(chain, ends, strict=True)):
        body = Body(link, section=_is_section(lines, chain, place))
        _fill(body, lines, end, notes)
        found.append(body)
    return tuple(found)


def _is_section(lines: Sequence[Line], chain: Sequence[Link], place: int) -> bool:
    """Returns whether a numbered line is the heading of the numbers below it."""
    number = chain[place].number
    following = chain[place + 1].number if place + 1 < len(chain) else ()
    own = lines[chain[place].line]
    title = len(own.text) <= _LONGEST_SECTION and not _ENDS.search(own.text)
    return len(following) > len(number) and following[: len(number)] == number and (title or own.heading)


def note_lines(lines: Sequence[Line], chain: Sequence[Link]) -> frozenset[int]:
    """Returns the lines that are footnotes: bare numbers or [1] outside the clauses that count from 1, or a star."""
    clauses = {link.line for link in chain}
    own = {lines[link.line].style for link in chain}
    found, reached = set(), 0
    for index, line in enumerate(lines):
        if _ASIDE.match(line.whole):
            found.add(index)
        elif _is_note_label(line) and line.style not in own and index not in clauses and _counts_on(line.number[0], reached):
            found.add(index)
            reached = line.number[0]
    return frozenset(found)


def _is_note_label(line: Line) -> bool:
    return line.style == "bare" or (line.style == "double" and line.whole.startswith("["))


def _counts_on(number: int, reached: int) -> bool:
    """Returns whether a footnote number follows the one before, which a reader may have taken away already."""
    return number == 1 or reached < number <= reached + _NOTES_LOST


def _fill(body: Body, lines: Sequence[Line], end: int, notes: frozenset[int]) -> None:
    """Gathers the lines from the clause's number to the next one."""
    own, last = lines[body.link.line], end == len(lines)
    if own.text:
        body.paragraphs.append(own.text)
    in_note = False
    for index in range(body.link.line + 1, end):
        line = lines[index]
        if index in notes or (in_note and not body.after and _goes_on_note(line, body)):
            in_note = True
            note, rest = _apart(line.whole) if not body.complete and not body.after else (line.whole, "")
            body.notes.append(note)
            if rest:
                body.add(Line(text=rest, whole=rest, place=line.place))
        elif body.section or body.after or _is_heading(line, body, lines, index, end) or last and not _continues(line, body):
            body.after.append(line)
        else:
            in_note = False
            body.add(line)


def _is_heading(line: Line, body: Body, lines: Sequence[Line], index: int, end: int) -> bool:
    """Returns whether a line opens something new: what the file calls a heading, or a short line without full stop of its own."""
    if not body.paragraphs:
        return False
    if line.heading or is_group(line.whole):
        return True
    short = len(line.whole) <= _LONGEST_HEADING and not _ENDS.search(line.whole)
    if short and line.bold and body.complete:
        return True
    if _is_lead_word(line.whole) and body.complete:
        return True
    return short and body.complete and looks_like_title(line) and _nothing_but_titles(lines, index, end)


def _nothing_but_titles(lines: Sequence[Line], index: int, end: int) -> bool:
    """Returns whether the text that follows a line up to the next clause opens with a capital, as after a heading it must."""
    following = next((line for line in lines[index + 1 : end]), None)
    return following is None or following.whole[:1].isupper() or not following.whole[:1].isalpha()


def looks_like_title(line: Line) -> bool:
    """Returns whether a line could be a heading: no label, a capital first."""
    return not line.style and line.whole[:1].isupper() and not _ITEM.match(line.whole)


def is_group(text: str) -> bool:
    """Returns whether a line names a part: "Part II", «Показатель 3», "3-құндылық", "IV. Discipline"."""
    return bool(_GROUP.match(text)) and len(text) <= _LONGEST_HEADING and not _ENDS.search(text[8:])


def _is_lead_word(text: str) -> bool:
    """Returns whether a line is a word such as "Application:" that opens a list of clauses."""
    return len(text.split()) <= 2 and text.endswith((":", ".")) and text[:1].isupper() and len(text) <= 40


def _apart(note: str) -> tuple[str, str]:
    """Returns a footnote and the rest of the broken sentence above it, which some readers run onto the note."""
    match = _RESUMES.search(note)
    return (note[: match.start()], note[match.end() :]) if match else (note, "")


def _goes_on_note(line: Line, body: Body) -> bool:
    """Returns whether a line after a footnote still belongs to it: the clause was complete, or the line is a further note."""
    return body.complete and not looks_like_title(line)


def _continues(line: Line, body: Body) -> bool:
    """Returns whether a line after the last clause still belongs to it: nothing after a full stop does but an item of a list."""
    return not body.complete or not body.paragraphs or bool(_ITEM.match(line.whole)) or line.whole[:1].islower()


def _joined(left: str, right: str) -> str:
    """Returns two pieces of one sentence as one; a word that a page break cut with a hyphen is mended."""
    if left.endswith("\u00ad"):
        return left[:-1] + right
    if re.search(r"[^\W\d_]-$", left) and right[:1].islower():
        return left[:-1] + right
    return f"{left} {right}"
