"""One alignment as a reader sees it: headline, statement, reason, what to look at, confidence, provenance."""

from __future__ import annotations

from dataclasses import dataclass

from ethicsdiff.model.match import Relation
from ethicsdiff.model.report import Finding, Tone
from ethicsdiff.model.review import Alignment, Standing
from ethicsdiff.model.standard import Clause, ClauseKind
from ethicsdiff.report.context import Context, is_official_itself, part_of
from ethicsdiff.report.decisions import decided_of, notes_of, recheck_of
from ethicsdiff.report.phrases import capitalised
from ethicsdiff.report.reasons import confidence_of, look_at, reason_of
from ethicsdiff.report.speaking import speaking_phrase
from ethicsdiff.report.tones import RELATION_TONES


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A finding with the alignment it comes from and the place and chapter of its provision in words."""

    alignment: Alignment
    finding: Finding
    place: str
    chapter: str

    @property
    def relation(self) -> Relation:
        """The relation in force."""
        return self.alignment.relation

    def answers(self, clause: Clause) -> bool:
        """Returns whether the alignment is to this very clause."""
        return (self.alignment.standard, self.alignment.clause) == (clause.standard, clause.id)

    def speaks_to(self, clause: Clause) -> bool:
        """Returns whether the alignment is to a clause, to a sub-clause by the part that stands out, or to a clause of a theme."""
        alignment = self.alignment
        if clause.kind == ClauseKind.THEME and f"{alignment.standard}:{alignment.clause}" in clause.related:
            return True
        return alignment.standard == clause.standard and clause.id in (alignment.clause, alignment.candidate.part)


def make_finding(context: Context, alignment: Alignment, tag: str) -> Finding:
    """Returns an alignment as a finding with the visible id `tag`.

    A sub-clause that stands out is cited and stated in place of its parent, which the headline then mentions.
    """
    clause = context.clause(alignment.standard, alignment.clause)
    stated = part_of(context, alignment) or clause
    evidence = _evidence(context, alignment)
    return Finding(
        tag=tag,
        provision=alignment.provision,
        standard=alignment.standard,
        clause=alignment.clause,
        headline=_headline(context, alignment, clause, stated),
        relation=relation_word(context, alignment),
        tone=tone_of(context, alignment),
        citation=context.citation(stated),
        clause_title=context.title(stated),
        statement="" if is_official_itself(stated) else context.words(stated.statements),
        official=context.words(stated.official),
        reason=" ".join(filter(None, (decided_of(context, alignment), reason_of(context, alignment)))),
        look_at=" ".join(filter(None, (recheck_of(context, alignment), look_at(context, alignment), notes_of(context, alignment)))),
        confidence=confidence_of(context, alignment),
        provenance=origin_of(context, stated),
        evidence=evidence,
        spans=alignment.candidate.evidence or context.provisions[alignment.provision].spans,
        phrase=speaking_phrase(context, alignment),
    )


def origin_of(context: Context, clause: Clause) -> str:
    """Returns how far a statement was checked, or that it is the imported official text itself."""
    return context.phrases.say("provenance.official_itself" if is_official_itself(clause) else f"provenance.{clause.provenance}")


def relation_word(context: Context, alignment: Alignment) -> str:
    """Returns the relation as a word; of a standard known by its themes alone only that a theme is touched."""
    code = "touches" if context.themes_only(alignment.standard) else alignment.relation
    return context.phrases.say(f"relation.{code}")


def tone_of(context: Context, alignment: Alignment) -> Tone:
    """Returns the colour of an alignment."""
    return Tone.NEUTRAL if context.themes_only(alignment.standard) else RELATION_TONES[alignment.relation]


def _headline(context: Context, alignment: Alignment, clause: Clause, stated: Clause) -> str:
    phrases = context.phrases
    values = {"relation": capitalised(relation_word(context, alignment)), "clause": context.cited(stated)}
    if stated.id == clause.id:
        headline = phrases.say("headline", **values)
    else:
        headline = phrases.say("headline.part", **values, parent=context.citation(clause))
    if alignment.standing != Standing.PROPOSED:
        return phrases.say(f"headline.{alignment.standing}", headline=headline)
    return phrases.say("headline.weak", headline=headline) if _needs_check(context, alignment) else headline


def _needs_check(context: Context, alignment: Alignment) -> bool:
    """Returns whether the relation rests on a weak sign of the machine and on nothing else."""
    judgement = alignment.candidate.judgement
    own = judgement.relation == alignment.relation and not context.themes_only(alignment.standard)
    return own and judgement.weak


def _evidence(context: Context, alignment: Alignment) -> tuple[str, ...]:
    """Returns the verbatim words that speak for an alignment, each once."""
    candidate = alignment.candidate
    marked = [context.text_at(span) for span in candidate.evidence]
    words = [text for text in marked if text.strip()] or [word for signal in candidate.signals for word in signal.words]
    return tuple(dict.fromkeys(words))
