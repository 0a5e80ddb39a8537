"""Decisions of people in words: who decided what and when, on what wording, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.decision import ANSWERS, Carried, Decision, DecisionKind, Fit
from ethicsdiff.model.document import Provision
from ethicsdiff.model.match import Relation
from ethicsdiff.model.review import Alignment, Standing
from ethicsdiff.report.context import Context
from ethicsdiff.report.phrases import Phrases
from ethicsdiff.report.redline import redline

WORDS = frozenset({DecisionKind.NOTE, DecisionKind.WORDING})
_LONGEST_QUOTE = 400


def said(context: Context, decision: Decision) -> str:
    """Returns what a decision says, without who said it; a reason given with a verdict stands in brackets."""
    phrases, key = context.phrases, f"decision.{decision.kind}"
    text = " ".join(decision.text.split())
    text = phrases.quote(text) if decision.kind in WORDS else text.removesuffix(".")
    values = {
        "relation": phrases.say(f"relation.{decision.relation or Relation.NONE}"),
        "other": _cited(context, decision.standard, decision.other),
        "text": text,
    }
    words = phrases.say(key, **values)
    return words if not text or "text" in phrases.needs(key) else phrases.say("decision.why", decision=words, text=text)


def signed(context: Context, decision: Decision) -> str:
    """Returns who decided, when, and what."""
    values = {"reviewer": decision.reviewer, "date": day(context.phrases, decision.time), "decision": said(context, decision)}
    if decision.entered_by:
        return context.phrases.say("decision.by.entered", editor=decision.entered_by, **values)
    return context.phrases.say("decision.by", **values)


def day(phrases: Phrases, time: str) -> str:
    """Returns the day of a time as the language writes it, a time of another form as it is."""
    parts = time[:10].split("-")
    if len(parts) != 3:
        return time
    return phrases.say("decision.date", year=parts[0], month=parts[1], day=parts[2])


def quoted(phrases: Phrases, text: str) -> str:
    """Returns the words of a draft between quotation marks, long ones cut."""
    shown = " ".join(text.split())
    return phrases.quote(shown.rstrip(".;") if len(shown) <= _LONGEST_QUOTE else f"{shown[:_LONGEST_QUOTE].rstrip()}…")


def decided_of(context: Context, alignment: Alignment) -> str:
    """Returns the verdicts that stand behind an alignment and whether they hold, "" where it is a proposal."""
    verdicts = "; ".join(signed(context, one.decision) for one in alignment.decided)
    return context.phrases.say(f"decided.{alignment.standing}", decisions=verdicts) if verdicts else ""


def recheck_of(context: Context, alignment: Alignment) -> str:
    """Returns what has changed since the verdicts on an alignment; each wording that was seen is told once."""
    if alignment.provision not in context.provisions or alignment.standing == Standing.PROPOSED:
        return ""
    now = context.provisions[alignment.provision]
    changes = (change for one in alignment.decided for change in changes_since(context, one, now))
    return " ".join(dict.fromkeys(changes))


def changes_since(context: Context, carried: Carried, now: Provision) -> Iterator[str]:
    """Yields what differs between what was seen and what stands there now; nothing for the very words."""
    phrases, anchor = context.phrases, carried.decision.anchor
    if carried.clause_changed:
        yield phrases.say("recheck.clause")
    if anchor is None or carried.fit != Fit.SIMILAR:
        return
    if anchor.fingerprint != now.fingerprint:
        words = redline(phrases, anchor.quote, f"{now.heading} {now.text}")
        yield phrases.say("recheck.words", quote=quoted(phrases, anchor.quote), redline=words)
    elif fingerprint(anchor.context) == fingerprint(_around(now)):
        yield phrases.say("recheck.twins")
    if fingerprint(anchor.context) != fingerprint(_around(now)):
        yield phrases.say("recheck.context", redline=redline(phrases, anchor.context, _around(now)))


def _around(provision: Provision) -> str:
    """Returns the lead-in of a list item and the other cells of a row, as an anchor keeps them."""
    cells = (f"{name}: {text}" if name else text for name, text in provision.fields)
    return "\n".join(part for part in (provision.lead_in, *cells) if part)


def notes_of(context: Context, alignment: Alignment) -> str:
    """Returns the notes and wordings on a provision and this clause, "" where there are none."""
    pair = (alignment.standard, alignment.clause)
    mine = (one.decision for one in _notes_at(context, alignment.provision) if _pair(one.decision) == pair)
    return _joined(context.phrases, (signed(context, one) for one in mine))


def notes_on(context: Context, provision: Provision, aligned: Sequence[Alignment]) -> str:
    """Returns the notes and wordings on a provision that belong to none of its alignments, and where it has none the rejections."""
    shown = {(one.standard, one.clause) for one in aligned}
    mine = [one.decision for one in _notes_at(context, provision.id) if _pair(one.decision) not in shown]
    notes = _joined(context.phrases, (on_clause(context, one) for one in mine))
    return " ".join(part for part in (notes, "" if aligned else _rejections(context, provision)) if part)


def _notes_at(context: Context, provision: str) -> Iterator[Carried]:
    return (one for one in context.comparison.decisions if one.decision.kind in WORDS and one.provision == provision and provision)


def _joined(phrases: Phrases, notes: Iterable[str]) -> str:
    told = "; ".join(notes)
    return phrases.say("decided.notes", decisions=told) if told else ""


def _rejections(context: Context, provision: Provision) -> str:
    rejected = [a for a in context.comparison.alignments if a.provision == provision.id and a.relation == Relation.NONE and a.decision]
    told = "; ".join(on_clause(context, one.decision) for a in rejected for one in a.decided)
    return context.phrases.say("decided.rejected", decisions=told) if told else ""


def on_clause(context: Context, decision: Decision) -> str:
    """Returns a signed decision with the clause it is on, if it is on one."""
    words = signed(context, decision)
    clause = clause_of(context, decision)
    return context.phrases.say("decided.on", clause=clause, decision=words) if clause else words


def clause_of(context: Context, decision: Decision) -> str:
    """Returns the clause of a decision as it is cited, its bare id where the catalogue has no such clause, "" where it is on none."""
    clause = context.clauses.get(_pair(decision))
    return context.cited(clause) if clause is not None else _cited(context, *_pair(decision))


def _cited(context: Context, standard: str, clause: str) -> str:
    known = context.clauses.get((standard, clause))
    if known is not None:
        return context.citation(known)
    return f"{standard}:{clause}" if clause else ""


def _pair(decision: Decision) -> tuple[str, str]:
    return decision.standard, decision.clause


def answers_of(context: Context, standard: str, clause: str, state: str) -> Iterator[str]:
    """Yields what people answered to the recommendation on a clause; an answer to another state of it says so."""
    for one in context.comparison.decisions:
        if one.decision.kind in ANSWERS and _pair(one.decision) == (standard, clause):
            key = "rec.answer" if one.decision.state in ("", state) else "rec.answer.earlier"
            yield context.phrases.say(key, decision=signed(context, one.decision))


def not_applicable(context: Context) -> str:
    """Returns the clauses that people left aside with their reasons, "" where there are none."""
    aside = (c for c in context.comparison.decisions if c.decision.kind == DecisionKind.NOT_APPLICABLE and not c.clause_changed)
    told = "; ".join(on_clause(context, one.decision) for one in aside if _pair(one.decision) in context.clauses)
    return context.phrases.say("scope.not_applicable", clauses=told) if told else ""
