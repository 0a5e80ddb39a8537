"""The draft against the standards in the forms that ministries and parliaments know: a table of concordance, a table of amendments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from ethicsdiff.languages.text import folded
from ethicsdiff.model.concordance import AmendmentRow, Change, Concordance, ConcordanceRow, Quoted, Stretch
from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.model.report import ClauseRow, Finding, ProvisionRow, Report, Tone
from ethicsdiff.report.context import Context
from ethicsdiff.report.phrases import capitalised

_WORD = "c.word."
_MARKS = {Tone.GOOD: "full", Tone.STRICT: "full", Tone.PARTIAL: "partial", Tone.WEAK: "partial", Tone.BAD: "none", Tone.GAP: "none"}
_TO_AMEND = frozenset({Tone.BAD, Tone.WEAK, Tone.PARTIAL})


def concordance(context: Context, report: Report) -> Concordance:
    """Returns both forms of the table: clause by clause with one of four marks, and provision by provision with what is proposed.

    A covered clause is marked full, a partly covered or weakened one partial, a contradicted or missing one none. Whatever people
    proposed as a wording stands in the second form beside the draft's words; where they proposed nothing, a place is left.
    """
    phrases = context.phrases
    return Concordance(
        language=report.language,
        title=phrases.say("c.title"),
        subtitle=report.subtitle,
        note=report.machine_note,
        clauses=tuple(_clause(context, report, line) for line in report.clauses),
        amendments=(*_amendments(context, report), *_additions(context, report)),
        words=(*((key.removeprefix(_WORD), word) for key, word in phrases.table.items() if key.startswith(_WORD)), *_foot(report)),
    )


def _foot(report: Report) -> tuple[tuple[str, str], ...]:
    return tuple((key, word) for key, word in report.words if key in ("page", "page_of"))


def _clause(context: Context, report: Report, line: ClauseRow) -> ConcordanceRow:
    rows = {row.id: row for row in report.provisions}
    found = [(rows[answer.provision], answer.tag) for answer in line.answers if answer.provision in rows]
    mark = _MARKS.get(line.tone, "not_applicable")
    return ConcordanceRow(
        standard=next((one.name for one in report.standards if one.id == line.standard), line.standard),
        citation=line.citation,
        title=line.title,
        requirement=line.official or line.statement,
        origin=context.phrases.say("word.official_text") if line.official else line.provenance,
        answers=tuple(_quoted(context, row) for row in dict.fromkeys(row for row, _ in found)),
        mark=context.phrases.say(f"c.mark.{mark}"),
        tone=line.tone,
        reasons=tuple(_reasons(context, found)) or (context.phrases.say("c.gap" if line.tone is Tone.GAP else "c.aside"),),
    )


def _quoted(context: Context, row: ProvisionRow) -> Quoted:
    """Returns a provision with the words that lead in to its list, as it would be quoted."""
    lead = context.provisions[row.id].lead_in
    return Quoted(place=row.place, text=f"{lead} {row.text}".strip(), language=row.language)


def _reasons(context: Context, found: Sequence[tuple[ProvisionRow, str]]) -> Iterator[str]:
    for row, tag in found:
        for finding in row.findings:
            if finding.tag == tag:
                yield context.phrases.say("c.answer", place=row.place, relation=finding.relation, reason=_why(finding)).strip()


def _why(finding: Finding) -> str:
    return " ".join(filter(None, (finding.reason, finding.look_at)))


def _amendments(context: Context, report: Report) -> Iterator[AmendmentRow]:
    """Yields the provisions that fall short of a clause, and those for which people proposed a wording."""
    for row in report.provisions:
        short = [finding for finding in row.findings if finding.tone in _TO_AMEND]
        wordings = _wordings(context, row.id)
        if short or wordings:
            yield _amendment(context, row, short, wordings)


def _wordings(context: Context, provision: str) -> list[Decision]:
    found = (one.decision for one in context.comparison.decisions if one.provision == provision)
    return [one for one in found if one.kind == DecisionKind.WORDING]


def _amendment(context: Context, row: ProvisionRow, short: Sequence[Finding], wordings: Sequence[Decision]) -> AmendmentRow:
    say = context.phrases.say
    names = ", ".join(dict.fromkeys(one.reviewer for one in wordings))
    compared = [compared_words(row.text, one.text) for one in wordings]
    return AmendmentRow(
        element=row.place,
        current=compared[0][0] if len(compared) == 1 else (Stretch(text=row.text),),
        proposed=tuple(new for _, new in compared),
        authors=say("c.by", names=names) if names else "",
        reasons=tuple(say("c.clause", clause=one.citation, relation=one.relation, reason=_why(one)).strip() for one in short),
        tone=short[0].tone if short else Tone.NEUTRAL,
        language=row.language,
    )


def _additions(context: Context, report: Report) -> Iterator[AmendmentRow]:
    """Yields a row for the gaps of each part of a standard, without a wording of the draft."""
    gaps = (line for line in report.clauses if line.tone is Tone.GAP)
    for (_, group), lines in groupby(gaps, key=lambda line: (line.standard, line.group)):
        cited = tuple(f"{line.citation} ({line.title})" if line.title else line.citation for line in lines)
        element = context.phrases.say("c.new", group=group)
        yield AmendmentRow(
            element=capitalised(element), current=(), proposed=(), authors="", reasons=(context.phrases.say("c.gap"), *cited), tone=Tone.GAP
        )


def compared_words(old: str, new: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Returns two wordings cut where they differ, word by word: what goes marked in the old one, what comes in the new one."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, [folded(word) for word in before], [folded(word) for word in after], autojunk=False)
    gone, come = [], []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        same = tag == "equal"
        gone.append(Stretch(text=" ".join(before[start:end]), change=Change.SAME if same else Change.DELETED))
        come.append(Stretch(text=" ".join(after[new_start:new_end]), change=Change.SAME if same else Change.ADDED))
    return tuple(one for one in gone if one.text), tuple(one for one in come if one.text)
