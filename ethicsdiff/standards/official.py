"""An official file in, its numbered clauses out, with gaps and doubts for a person to look at before anything is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Draft, SourceDocument
from ethicsdiff.model.official import Doubt, OfficialClause, OfficialText
from ethicsdiff.model.standard import Standard
from ethicsdiff.standards.foreign import told_language
from ethicsdiff.standards.reading.articles import article_clauses
from ethicsdiff.standards.reading.body import Body, bodies
from ethicsdiff.standards.reading.chain import Link, clause_chain, missing_between, sequence_of
from ethicsdiff.standards.reading.glued import unglued
from ethicsdiff.standards.reading.lines import Line, lines_of, number_text
from ethicsdiff.standards.reading.marks import without_marks
from ethicsdiff.standards.reading.parts import known_parts
from ethicsdiff.standards.reading.restarts import STYLE, restarted
from ethicsdiff.standards.reading.titles import Titles, titles_of

_LEAST_CLAUSES = 3
_SHORTEST, _LONGEST_SHARE = 25, 8
_FEW_WORDS = 9


def read_official(source: SourceDocument, standard: Standard | None, *, language: str = "", draft: Draft | None = None) -> OfficialText:
    """Returns the clauses of an official file.

    Args:
        source: the file as read.
        standard: the instrument if the catalogue has it; its numbers and its unnumbered clauses guide the reading.
        language: what the user says; told from the text where empty.
        draft: the same file as provisions; a new instrument that is divided into articles is taken from it.

    Raises:
        DraftError: the file is in another language than the three, or no numbered clauses were found in it.
    """
    code = told_language(source, language)
    found = article_clauses(draft) if standard is None and draft is not None else ()
    clauses, doubts, gaps = (found, (), ()) if found else _numbered(source, standard, code)
    clauses = _each_once(clauses)
    text = OfficialText(
        file=source.file, sha256=source.sha256, format=source.format, language=code, title=" ".join(source.title.split()),
        clauses=tuple(clauses), gaps=gaps, doubts=tuple(doubts),
    )  # fmt: skip
    return replace(text, doubts=(*text.doubts, *_looks(text.clauses)))


def _each_once(clauses: Sequence[OfficialClause]) -> tuple[OfficialClause, ...]:
    """Returns the clauses with "~2" and so on after a number that a file gives a second time, so that each can be told apart."""
    counts: Counter[str] = Counter()
    found = []
    for clause in clauses:
        counts[clause.id] += 1
        found.append(clause if counts[clause.id] == 1 else replace(clause, id=f"{clause.id}~{counts[clause.id]}"))
    return tuple(found)


def _numbered(
    source: SourceDocument, standard: Standard | None, language: str
) -> tuple[tuple[OfficialClause, ...], tuple[Doubt, ...], tuple[str, ...]]:
    known = frozenset(clause.id for clause in standard.clauses) if standard is not None else frozenset()
    lines = lines_of(source)
    first = clause_chain(lines, known)
    lines = unglued(lines, first) if first else lines
    chain = clause_chain(lines, known)
    parts: dict[int, str] = {}
    if standard is None or standard.themes_only:
        lines, parts = restarted(lines, chain)
        chain = sequence_of(lines, frozenset({STYLE})) if parts else chain
    if len(chain) < _LEAST_CLAUSES:
        hint = "The clauses need numbers such as 1.1 or 12. at the beginning of a paragraph."
        raise DraftError("no numbered clauses were found in this file.", where=source.file, hint=hint)
    lines = without_marks(lines, chain, source)
    gathered = bodies(lines, chain)
    titles = titles_of(lines, gathered)
    clauses = [
        _clause(body, lines, titles[body.link.line]) for body in gathered if not titles[body.link.line].is_section or _id(body) in known
    ]
    clauses = [_in_part(clause, parts) for clause in clauses] if parts else _gathered_under(clauses, known)
    extra, doubts = known_parts(lines, gathered, standard, language) if standard is not None and not standard.themes_only else ((), ())
    return _merged(clauses, extra, standard), (*_repeated(lines, chain), *doubts), _gaps(chain)


def _clause(body: Body, lines: Sequence[Line], titles: Titles) -> OfficialClause:
    line = lines[body.link.line]
    return OfficialClause(id=_id(body), text="\n".join(body.paragraphs), heading=titles.heading, group=titles.group, place=line.place)


def _in_part(clause: OfficialClause, parts: Mapping[int, str]) -> OfficialClause:
    """Returns a clause whose number counts within a part, with the heading of that part."""
    group = parts[int(clause.id.partition(".")[0])]
    return replace(clause, group=group, heading="" if clause.heading == group else clause.heading, cite="part-paragraph")


def _id(body: Body) -> str:
    return number_text(body.link.number)


def _gathered_under(clauses: Sequence[OfficialClause], known: frozenset[str]) -> list[OfficialClause]:
    """Returns the clauses with those put into the clause above them that the catalogue does not divide: 3.1, 3.2 into 3."""
    undivided = {one for one in known if not any(other.startswith(f"{one}.") for other in known)}
    found: dict[str, OfficialClause] = {}
    for clause in clauses:
        above = clause.id.rpartition(".")[0]
        while above and not (above in undivided and above in found):
            above = above.rpartition(".")[0]
        if above and clause.id not in known:
            found[above] = replace(found[above], text=f"{found[above].text}\n{clause.id} {clause.text}")
        else:
            found[clause.id] = clause
    return list(found.values())


def _merged(clauses: Sequence[OfficialClause], parts: Sequence[OfficialClause], standard: Standard | None) -> tuple[OfficialClause, ...]:
    """Returns all clauses in the order of the catalogue, others after the one they followed; a part replaces a clause of its id."""
    rows = {clause.id: clause for clause in clauses}
    rows.update({part.id: part for part in parts})
    if standard is None or standard.themes_only:
        return tuple(rows.values())
    order = {clause.id: float(place) for place, clause in enumerate(standard.clauses)}
    before = -1.0
    for identifier in rows:
        before = order.setdefault(identifier, before + 0.001)
    return tuple(sorted(rows.values(), key=lambda clause: order[clause.id]))


def _gaps(chain: Sequence[Link]) -> tuple[str, ...]:
    first = chain[0].number
    start = missing_between((0,) * len(first) if len(first) == 1 else (first[0] - 1,), first) if first != (1,) * len(first) else ()
    between = (number for a, b in zip(chain, chain[1:], strict=False) for number in missing_between(a.number, b.number))
    return tuple(number_text(number) for number in (*start, *between))


def _repeated(lines: Sequence[Line], chain: Sequence[Link]) -> Iterator[Doubt]:
    """Yields a doubt for each number of the clauses' style that stands a second time with a text behind it."""
    taken = {link.line for link in chain}
    numbers = {link.number: lines[link.line].style for link in chain}
    for index, line in enumerate(lines):
        twice = index not in taken and line.number in numbers and numbers[line.number] == line.style
        if twice and len(line.text) > _SHORTEST and line.style != "bare":
            yield Doubt(code="repeated", clause=number_text(line.number), words=f"{line.place}: {first_words(line.text)}")


def _looks(clauses: Sequence[OfficialClause]) -> Iterator[Doubt]:
    """Yields doubts about clauses that look cut off, run together or doubled."""
    usual = median([len(clause.text) for clause in clauses] or [0])
    twice = Counter(clause.id.partition("~")[0] for clause in clauses)
    for clause in clauses:
        if not clause.text.strip():
            yield Doubt(code="empty", clause=clause.id)
        elif len(clause.text) < _SHORTEST:
            yield Doubt(code="short", clause=clause.id, words=clause.text)
        elif len(clause.text) > max(_LONGEST_SHARE * usual, 1500):
            yield Doubt(code="long", clause=clause.id, words=f"{len(clause.text)}")
        elif clause.text.rstrip()[-1].isalnum():
            yield Doubt(code="unfinished", clause=clause.id, words=" ".join(clause.text.split()[-4:]))
        if "~" in clause.id or twice[clause.id] > 1:
            yield Doubt(code="repeated", clause=clause.id, words=first_words(clause.text))


def first_words(text: str) -> str:
    """Returns the first words of a clause, as a plan shows them."""
    words = text.split()
    return " ".join(words[:_FEW_WORDS]) + (" ..." if len(words) > _FEW_WORDS else "")
