"""Points for the authors' attention, gravest first; their verbs follow the scale that expert opinions use.

Contradicted: needs to be reconsidered. Weaker: should be strengthened. Partial: would benefit. Gap: may be considered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import count
from string import ascii_uppercase

from ethicsdiff.model.match import Relation
from ethicsdiff.model.report import Recommendation, Tone
from ethicsdiff.model.standard import COUNTED, Clause, Group, Standard
from ethicsdiff.report.context import Context
from ethicsdiff.report.decisions import answers_of
from ethicsdiff.report.findings import Placed
from ethicsdiff.report.paragraphs import cited, paragraph_numbers
from ethicsdiff.report.reasons import elements_in_words, missing_elements
from ethicsdiff.report.tones import RELATION_TONES

_KEY = frozenset({"contradicted", "weaker"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    """A recommendation to be: its text, what it refers to, the state of the clause it answers, the provisions it rests on."""

    text: str
    refers_to: str
    state: str
    tone: Tone
    answers: tuple[Placed, ...] = ()


def recommendations(context: Context, placed: Sequence[Placed], before: int = 0) -> tuple[Recommendation, ...]:
    """Returns a point for each contradicted, weaker and partial clause, then one for the gaps of each group.

    Contradicted and weaker ones are key; where there are none, the partial ones are. `before` paragraphs stand before the analysis.
    """
    points: tuple[_Point, ...] = (
        *_on_clauses(context, placed, "contradicted", Relation.CONTRADICTS),
        *_on_clauses(context, placed, "weaker", Relation.WEAKER),
        *_on_clauses(context, placed, "partial", Relation.PARTIAL),
        *_on_gaps(context),
    )
    numbers = paragraph_numbers(placed, before)
    key = _KEY if any(point.state in _KEY for point in points) else frozenset({"partial"})
    lettered = zip(map(letter_of, count(1)), points, strict=False)
    return tuple(_made(context, letter, point, numbers, point.state in key) for letter, point in lettered)


def _made(context: Context, letter: str, point: _Point, numbers: Mapping[str, int], key: bool) -> Recommendation:
    return Recommendation(
        letter=letter,
        text=point.text,
        refers_to=point.refers_to,
        tone=point.tone,
        paragraphs=cited(context.phrases, [one.alignment.provision for one in point.answers], numbers),
        grade=context.phrases.say(f"grade.{point.state}"),
        key=key,
        chapters=tuple(dict.fromkeys(one.chapter for one in point.answers)),
    )


def letter_of(number: int) -> str:
    """Returns the letter of a point: 1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def _on_clauses(context: Context, placed: Sequence[Placed], state: str, relation: Relation) -> Iterator[_Point]:
    """Yields a point for each clause in a state; a contradiction counts whatever the clause's kind and state."""
    states = _states(context)
    for clause in _clauses(context):
        answers = [one for one in placed if one.relation == relation and one.answers(clause)]
        now = states.get((clause.standard, clause.id))
        due = now == state or (relation == Relation.CONTRADICTS and now != "not_applicable")
        if answers and due:
            yield _point(context, clause, state, relation, answers)


def _clauses(context: Context) -> Iterator[Clause]:
    return (clause for standard in context.standards if not standard.themes_only for clause in standard.clauses)


def _states(context: Context) -> dict[tuple[str, str], str]:
    return {(row.standard, row.clause): row.state for row in context.comparison.coverage}


def _point(context: Context, clause: Clause, state: str, relation: Relation, answers: Sequence[Placed]) -> _Point:
    phrases = context.phrases
    places = "; ".join(dict.fromkeys(one.place for one in answers))
    number = "one" if len({one.alignment.provision for one in answers}) == 1 else "several"
    text = phrases.say(f"rec.{state}.{number}", places=places, clause=context.cited(clause))
    elements = _missing(context, answers) if relation == Relation.PARTIAL else ""
    if elements:
        text = f"{text} {phrases.say('rec.partial.elements', elements=elements)}"
    text = " ".join((text, *answers_of(context, clause.standard, clause.id, state)))
    refers_to = f"{places}; {context.citation(clause)}"
    return _Point(text=text, refers_to=refers_to, state=state, tone=RELATION_TONES[relation], answers=tuple(answers))


def _missing(context: Context, answers: Sequence[Placed]) -> str:
    """Returns the elements of a clause that no answer renders, "" if any answer leaves open which it renders."""
    keys = [missing_elements(one.alignment) for one in answers]
    shared = reduce(lambda a, b: tuple(key for key in a if key in b), keys)
    return elements_in_words(context, answers[0].alignment, shared)


def _on_gaps(context: Context) -> Iterator[_Point]:
    states = _states(context)
    for standard in context.standards:
        for group in standard.groups if not standard.themes_only else ():
            gaps = [c for c in standard.clauses if c.group == group.id and _is_gap(c, states)]
            if gaps:
                yield _gap_point(context, standard, group, gaps)


def _is_gap(clause: Clause, states: dict[tuple[str, str], str]) -> bool:
    return clause.kind in COUNTED and states.get((clause.standard, clause.id)) == "gap"


def _gap_point(context: Context, standard: Standard, group: Group, gaps: Sequence[Clause]) -> _Point:
    phrases = context.phrases
    text = phrases.say(
        "rec.gap",
        group=context.words(group.titles),
        standard=context.words(standard.shorts),
        clauses=phrases.count("rec.gap.clauses", len(gaps)),
        titles="; ".join(f"{clause.id} ({context.title(clause)})" for clause in gaps),
    )
    text = " ".join((text, *(answer for clause in gaps for answer in _answers_on_gap(context, clause))))
    return _Point(text=text, refers_to="; ".join(context.citation(clause) for clause in gaps), state="gap", tone=Tone.GAP)


def _answers_on_gap(context: Context, clause: Clause) -> Iterator[str]:
    """Yields what people answered on one of several gaps, each with its clause."""
    for answer in answers_of(context, clause.standard, clause.id, "gap"):
        yield context.phrases.say("rec.answer.clause", clause=context.citation(clause), decision=answer)
