"""What a remark says, where it stands and what it proposes, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ethicsdiff.model.decision import Fit
from ethicsdiff.model.match import Relation
from ethicsdiff.model.remark import CHANGES, PROPOSED_STATUSES, Kept, Named, Proposal, Remark, RemarkKind, Status, Verdict
from ethicsdiff.report.context import Context
from ethicsdiff.report.decisions import day, quoted
from ethicsdiff.report.phrases import TABLES, Phrases, phrases_of
from ethicsdiff.report.places import place_of
from ethicsdiff.report.redline import redline

CATEGORIES = ("answer", "question", "wording", "remark", "resolved", "draft")
SOURCES = ("mail", "telephone", "meeting", "paper")
_VERDICTS = {Verdict.ACCEPT: "confirm"}


def where(context: Context, kept: Kept) -> str:
    """Returns the place of a remark in words with the id of its provision, or that none was found and what the file says."""
    say, place = context.phrases.say, kept.place
    if kept.anchor is None and kept.remark.number == 0:
        return say("where.whole")
    if place.provision:
        told = f"{place_of(context, context.provisions[place.provision])} [{place.provision}]"
        return say("where.recheck", place=told) if place.fit == Fit.SIMILAR else told
    if place.fit == Fit.TIE:
        return say("where.tie", places="; ".join(f"{place_of(context, context.provisions[one])} [{one}]" for one in place.choices))
    path = ", ".join(kept.remark.path)
    return say("where.none.file", path=path) if path else say("where.none")


def said(phrases: Phrases, remark: Remark) -> str:
    """Returns what a remark says: the words of a person verbatim, changes as what to put in and to strike out."""
    if remark.kind == RemarkKind.RESOLVED:
        return phrases.say("remark.resolved")
    if remark.kind not in CHANGES:
        return remark.text
    return phrases.say(f"remark.{_change(remark)}", **_changed(phrases, remark))


def _change(remark: Remark) -> str:
    if remark.kind == RemarkKind.MOVED:
        return "moved.here" if remark.inserted else "moved.away"
    if remark.kind != RemarkKind.EDIT:
        return remark.kind.value
    return "edit" if remark.deleted and remark.inserted else "edit.added" if remark.inserted else "edit.gone"


def _changed(phrases: Phrases, remark: Remark) -> dict[str, str]:
    return {
        "deleted": _marked(phrases, remark.deleted), "inserted": _marked(phrases, remark.inserted),
        "redline": redline(phrases, remark.deleted, remark.inserted),
    }  # fmt: skip


def _marked(phrases: Phrases, text: str) -> str:
    """Returns changed words quoted; a paragraph mark is named, and nothing but one is not empty."""
    words = text.strip("\n")
    mark = phrases.say("remark.mark") if text != words else ""
    return " ".join(part for part in (phrases.quote(words) if words.strip() else f"“{words}”" if words else "", mark) if part)


def about(context: Context, remark: Remark) -> str:
    """Returns what a remark is about: the comment or remark it answers, and the words it stands on."""
    phrases, lines = context.phrases, []
    if remark.answers:
        lines.append(phrases.say("about.comment", lines="; ".join(remark.answers)))
    elif remark.number > 0:
        lines.append(phrases.say("about.tag", tag=f"ED-{remark.number}"))
    if remark.parent:
        lines.append(phrases.say("about.remark", remark=remark.parent))
    if remark.quote:
        lines.append(quoted(phrases, remark.quote))
    return "\n".join(lines)


def date_of(phrases: Phrases, remark: Remark) -> str:
    """Returns the date of a remark by its author's own clock, with the time where it has one."""
    moment = remark.date.replace("T", " ")
    clock = moment[11:16]
    return f"{day(phrases, moment)} {clock}".strip() if moment else ""


def source_of(phrases: Phrases, remark: Remark) -> str:
    """Returns where a remark came from: its file, or the way it was given."""
    if remark.kind != RemarkKind.HAND:
        return phrases.say("source.word", file=remark.file)
    return phrases.say(f"source.{remark.source}") if remark.source in SOURCES else remark.source


def category_of(phrases: Phrases, kept: Kept) -> str:
    """Returns the category that was set, else the one that the kind of the remark gives."""
    code = kept.category or _own_category(kept.remark)
    return phrases.say(f"category.{code}") if code in CATEGORIES else code


def _own_category(remark: Remark) -> str:
    if remark.kind in CHANGES:
        return "wording"
    if remark.kind == RemarkKind.RESOLVED:
        return "resolved"
    if remark.answers or remark.parent:
        return "answer"
    return "question" if remark.text.rstrip().endswith("?") else "remark"


def category_code(text: str) -> str:
    """Returns the code of a category named in any language, words that are none of them as they are."""
    return _code("category", CATEGORIES, text) or text


def status_code(text: str) -> str:
    """Returns the code of a status named in any language, "" where it is none."""
    return _code("status", [one.value for one in Status], text)


def source_code(text: str) -> str:
    """Returns the code of a source named in any language, words that are none of them as they are."""
    return _code("source", SOURCES, text) or text


def is_yes(text: str) -> bool:
    """Returns whether a cell says yes in any language."""
    return text.strip().casefold() in {"+", "1", "x", "х", "✓", *(table["remarks.yes"].casefold() for table in TABLES.values())}


def _code(prefix: str, codes: Sequence[str], text: str) -> str:
    wanted = " ".join(text.split()).casefold()
    named = ((phrases_of(language).say(f"{prefix}.{code}").casefold(), code) for language in TABLES for code in codes)
    return next((code for words, code in named if wanted in (words, code)), "")


def proposed(context: Context, proposals: Sequence[Proposal], decisions: Sequence[str]) -> str:
    """Returns what a remark proposes, one proposal a line, and that it was taken over where it was."""
    told = "\n".join(dict.fromkeys(_proposed(context, one) for one in proposals))
    if not told or not decisions:
        return told
    known = {status.value: context.phrases.say(f"status.{status}") for status in Status}
    taken = ", ".join(dict.fromkeys(known.get(one, one) for one in decisions))
    return context.phrases.say("proposal.taken", proposal=told, decision=taken)


def _proposed(context: Context, proposal: Proposal) -> str:
    phrases, finding = context.phrases, proposal.finding
    if finding is not None:
        relation = phrases.say(f"relation.{finding.relation or Relation.NONE}")
        key = f"proposal.{_VERDICTS.get(proposal.verdict, proposal.verdict.value)}"
        return phrases.say(key, relation=relation, clause=cited(context, finding))
    status = PROPOSED_STATUSES.get(proposal.verdict)
    if status is None:
        key = "proposal.noted" if proposal.verdict == Verdict.NOTED else "proposal.unclear"
        return phrases.say(key, clause=proposal.target)
    return phrases.say("proposal.status", remark=proposal.target, status=phrases.say(f"status.{status}"))


def cited(context: Context, finding: Named) -> str:
    """Returns the clause of a finding as it is cited."""
    clause = context.clauses.get((finding.standard, finding.clause))
    return context.citation(clause) if clause is not None else f"{finding.standard}:{finding.clause}"


def contradicts(conflicts: Mapping[str, Sequence[str]], remark: Remark) -> str:
    """Returns the ids of the remarks that a remark contradicts."""
    return ", ".join(conflicts.get(remark.id, ()))
