"""What a known instrument says without a number of its own: principles, lettered items, provisos, implementation, definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ethicsdiff.languages.similarity import similarity_table
from ethicsdiff.model.official import Doubt, OfficialClause
from ethicsdiff.model.standard import Clause, ClauseKind, Standard
from ethicsdiff.standards.reading.body import Body, is_group, looks_like_title, note_lines
from ethicsdiff.standards.reading.lines import Line, number_text

_ENDS = re.compile(r"[.;:,!?…][»”\"’)\]]*\s*$")
_LEAD = re.compile(r"\s*[^\W\d_]{4,14}\s*[:.]\s*(?=\S)")
_LEAD_ALONE = re.compile(r"\s*[^\W\d_]{4,14}(?:\s[^\W\d_]{4,14})?\s*[:.]?\s*")
_QUOTED = re.compile(r"\s*(?:[-–—•]|\(?[a-zа-я]\))?\s*[“\"«„]([^”\"»“]{2,60})[”\"»“]|\s*‘([^’]{2,60})’(?!\w)")
_BETWEEN_TERMS = re.compile(r"(?<=[.;])\s+(?=[“\"«„][^”\"»“]{2,60}[”\"»“]\s)")
_PROVISO = re.compile(
    r"(?<=[;.,])\s+(?=(?:and\s+|but\s+)?(?:provided|однако|при условии|при этом|алайда|бұл ретте|осы ретте)\b)", re.IGNORECASE
)
_LIKE_TITLE = 0.8
_LIKE_TERM = 0.55


def known_parts(
    lines: Sequence[Line], gathered: Sequence[Body], standard: Standard, language: str
) -> tuple[tuple[OfficialClause, ...], tuple[Doubt, ...]]:
    """Returns the clauses of a known instrument that carry no number in its text, and doubts about those that were not found."""
    bodies = {number_text(body.link.number): body for body in gathered}
    found = [
        *_principles(lines, gathered, standard), *_lettered(bodies, standard, lines), *_provisos(bodies, standard, lines),
        *_sections(lines, gathered, standard, language),
    ]  # fmt: skip
    known = {clause.id for clause in found} | set(bodies)
    doubts = tuple(
        Doubt(code="not-found", clause=clause.id) for clause in standard.clauses if clause.id not in known and not clause.id[0].isdigit()
    )
    return tuple(found), doubts


def _principles(lines: Sequence[Line], gathered: Sequence[Body], standard: Standard) -> Iterator[OfficialClause]:
    """Yields the paragraph that stands between the heading of a value and its first numbered clause."""
    for clause in standard.clauses:
        first = next((c.id for c in standard.clauses if c.group == clause.group and c.kind == ClauseKind.APPLICATION), "")
        place = next((i for i, body in enumerate(gathered) if number_text(body.link.number) == first), None)
        if clause.kind != ClauseKind.PRINCIPLE or place is None:
            continue
        above = gathered[place - 1].after if place else _before(lines, gathered)
        text, where = _last_paragraphs(above)
        if text:
            yield OfficialClause(id=clause.id, text=text, place=where)


def _before(lines: Sequence[Line], gathered: Sequence[Body]) -> list[Line]:
    """Returns the lines before the first clause without footnotes."""
    notes = note_lines(lines, [body.link for body in gathered])
    return [line for index, line in enumerate(lines[: gathered[0].link.line]) if index not in notes]


def _last_paragraphs(above: Sequence[Line]) -> tuple[str, str]:
    """Returns the paragraphs right above a clause, up to the heading over them, and where they begin."""
    kept: list[Line] = []
    for line in reversed(above):
        if kept and (_is_title(line) or _LEAD_ALONE.fullmatch(line.whole)):
            break
        if not _is_title(line) and not _LEAD_ALONE.fullmatch(line.whole):
            kept.append(line)
    if not kept:
        return "", ""
    kept.reverse()
    first = _LEAD.sub("", kept[0].whole, count=1) if _LEAD.match(kept[0].whole) else kept[0].whole
    return "\n".join((first, *(line.whole for line in kept[1:]))), kept[0].place


def _is_title(line: Line) -> bool:
    return line.heading or is_group(line.whole) or (looks_like_title(line) and not _ENDS.search(line.whole) and len(line.whole) <= 180)


def _children(standard: Standard, parent: str, kind: ClauseKind) -> list[Clause]:
    return [clause for clause in standard.clauses if clause.parent == parent and clause.kind == kind]


def _lettered(bodies: dict[str, Body], standard: Standard, lines: Sequence[Line]) -> Iterator[OfficialClause]:
    """Yields sub-clauses that a file prints as (a), (b), (c) under their clause, if there are as many as we know."""
    for parent in {clause.parent for clause in standard.clauses if clause.kind == ClauseKind.SUBCLAUSE}:
        children, body = _children(standard, parent, ClauseKind.SUBCLAUSE), bodies.get(parent)
        if body is None or any(child.id in bodies for child in children) or len(body.letters) != len(children):
            continue
        starts = [start for start, _ in body.letters]
        place = lines[body.link.line].place
        yield OfficialClause(id=parent, text="\n".join(body.paragraphs[: starts[0]]), place=place)
        for child, start, end in zip(children, starts, (*starts[1:], len(body.paragraphs)), strict=True):
            item, proviso = body.paragraphs[start:end], _children(standard, parent, ClauseKind.PROVISO)
            text, rest = _without_proviso(item) if proviso and end == len(body.paragraphs) else ("\n".join(item), "")
            yield OfficialClause(id=child.id, text=re.sub(r"^\(?[^\W\d_][).]\s*", "", text), place=place)
            if rest:
                yield OfficialClause(id=proviso[0].id, text=rest, place=place)


def _provisos(bodies: dict[str, Body], standard: Standard, lines: Sequence[Line]) -> Iterator[OfficialClause]:
    """Yields the proviso that closes a list of sub-clauses: its own paragraph, or what follows "provided that" in the last item."""
    for clause in standard.clauses:
        body = _last_item(bodies, standard, clause) if clause.kind == ClauseKind.PROVISO else None
        if body is None:
            continue
        item, proviso = _without_proviso(body.paragraphs)
        if proviso:
            place = lines[body.link.line].place
            yield OfficialClause(id=number_text(body.link.number), text=item, place=place)
            yield OfficialClause(id=clause.id, text=proviso, place=place)


def _last_item(bodies: dict[str, Body], standard: Standard, proviso: Clause) -> Body | None:
    children = _children(standard, proviso.parent, ClauseKind.SUBCLAUSE)
    return next((bodies[child.id] for child in reversed(children) if child.id in bodies), None)


def _without_proviso(paragraphs: Sequence[str]) -> tuple[str, str]:
    """Returns the last item and the proviso after it, which is empty where none can be told."""
    if len(paragraphs) > 1:
        return paragraphs[0], "\n".join(paragraphs[1:])
    match = _PROVISO.search(paragraphs[0]) if paragraphs else None
    if match is None:
        return "\n".join(paragraphs), ""
    return paragraphs[0][: match.start()].strip(), paragraphs[0][match.end() :].strip()


def _sections(lines: Sequence[Line], gathered: Sequence[Body], standard: Standard, language: str) -> Iterator[OfficialClause]:
    """Yields what stands under the headings "Implementation" and "Definitions" after the last numbered clause."""
    after = list(gathered[-1].after)
    for group in standard.groups:
        clauses = [clause for clause in standard.clauses if clause.group == group.id]
        kinds = {clause.kind for clause in clauses}
        body = _under(after, [title for _, title in group.titles], kinds)
        if body and kinds == {ClauseKind.IMPLEMENTATION}:
            yield OfficialClause(id=clauses[0].id, text="\n".join(line.whole for line in body), place=body[0].place)
        elif body and kinds == {ClauseKind.DEFINITION}:
            yield from _definitions(body, clauses, language)


def _under(lines: Sequence[Line], titles: Sequence[str], kinds: set[ClauseKind]) -> list[Line]:
    """Returns the lines under the heading that resembles one of the titles."""
    if not kinds <= {ClauseKind.IMPLEMENTATION, ClauseKind.DEFINITION} or not lines:
        return []
    heads = [line.whole.strip(" :.").lower() if len(line.whole) <= 60 else "" for line in lines]
    table = similarity_table(heads, [title.lower() for title in titles]).max(axis=1)
    if table.max() < _LIKE_TITLE:
        return []
    start = int(table.argmax()) + 1
    end = next((i for i in range(start, len(lines)) if _is_title(lines[i]) or (table[i] >= _LIKE_TITLE)), len(lines))
    return list(lines[start:end])


def _definitions(body: Sequence[Line], clauses: Sequence[Clause], language: str) -> Iterator[OfficialClause]:
    """Yields definitions by the word they explain; in the order of the file where the words do not tell."""
    entries = _entries(body)
    if not entries:
        return
    titles = [dict(clause.titles).get(language, clause.id).lower() for clause in clauses]
    table = similarity_table([word.lower() for word, _, _ in entries], titles)
    taken: set[int] = set()
    for row, (_, text, place) in enumerate(entries):
        column = int(table[row].argmax())
        if table[row, column] < _LIKE_TERM and len(entries) == len(clauses):
            column = row
        if column not in taken and (table[row, column] >= _LIKE_TERM or len(entries) == len(clauses)):
            taken.add(column)
            yield OfficialClause(id=clauses[column].id, text=text, place=place)


def _entries(body: Sequence[Line]) -> list[tuple[str, str, str]]:
    """Returns (word explained, text, place) of each definition; lines that explain no word continue the one before."""
    entries: list[tuple[str, str, str]] = []
    for piece, place in ((piece, line.place) for line in body for piece in _BETWEEN_TERMS.split(line.whole)):
        match = _QUOTED.match(piece)
        if match:
            entries.append((match.group(1) or match.group(2), piece, place))
        elif entries and not piece.endswith(":"):
            word, text, where = entries.pop()
            entries.append((word, f"{text}\n{piece}", where))
    return entries
