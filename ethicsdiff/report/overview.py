"""What stands before the tables: what was compared and how, figures, standards, how far statements were checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ethicsdiff.model.report import ClauseRow, Figure, ProvisionRow, StandardSummary, Tone
from ethicsdiff.model.review import Standing
from ethicsdiff.model.standard import COUNTED, Clause, Provenance, Standard
from ethicsdiff.report.context import Context, is_official_itself
from ethicsdiff.report.decisions import not_applicable
from ethicsdiff.report.phrases import capitalised
from ethicsdiff.report.reasons import percent
from ethicsdiff.report.tones import STATE_TONES

_STATES = ("covered", "partial", "weaker", "contradicted", "gap")
_ASIDE = "not_applicable"
_COUNTED_AS = {"stricter": "covered"}
_CHECKED = {
    Provenance.VERIFIED: "verified",
    Provenance.TWO_SOURCES: "two-sources",
    Provenance.ONE_SOURCE: "one-source",
    Provenance.RECALLED_FAIR: "unchecked",
    Provenance.RECALLED: "unchecked",
    Provenance.THEME_ONLY: "theme-only",
}


def draft_name(context: Context) -> str:
    """Returns the title of the draft, the name of its file where it has none."""
    return " ".join(context.draft.source.title.split()) or file_name(context)


def file_name(context: Context) -> str:
    """Returns the name of the draft's file without its folders."""
    return context.draft.source.file.replace("\\", "/").rpartition("/")[2]


def subtitle(context: Context) -> str:
    """Returns the draft and the standards it was compared with."""
    names = ", ".join(context.name(standard) for standard in context.standards)
    return context.phrases.say("report.subtitle", draft=draft_name(context), standards=names)


def machine_note(context: Context) -> str:
    """Returns that machine proposals are proposals; where people have decided, that their lines say so."""
    decided = any(a.standing != Standing.PROPOSED for a in context.comparison.alignments)
    return context.phrases.say("report.machine_note.reviewed" if decided else "report.machine_note")


def scope(context: Context, rows: Sequence[ProvisionRow]) -> tuple[str, ...]:
    """Returns paragraphs on what was compared, by what means, and what the marks mean."""
    phrases = context.phrases
    names = ", ".join(phrases.label("language", code) for code in context.draft.source.languages)
    titles = (
        phrases.say("standard.full", title=context.words(standard.titles), edition=standard.edition)
        for standard in context.standards
    )
    return (
        phrases.say("scope.draft", file=phrases.quote(file_name(context)), languages=names, count=len(rows)),
        phrases.say("scope.standards", standards="; ".join(titles)),
        phrases.say("scope.statements"),
        _means(context),
        phrases.say("scope.threshold", percent=percent(context.comparison.threshold)),
        phrases.say("scope.gap"),
        phrases.say("scope.only"),
        phrases.say("scope.language", language=phrases.label("language", phrases.language)),
        *filter(None, (not_applicable(context),)),
    )


def _means(context: Context) -> str:
    encoder = context.comparison.encoder
    if not encoder:
        return context.phrases.say("scope.no_encoder")
    return context.phrases.say("scope.encoder", encoder=context.phrases.quote(encoder))


def figures(context: Context, rows: Sequence[ProvisionRow]) -> tuple[Figure, ...]:
    """Returns the counts of provisions (all, with a clause, with a theme alone, without either) and of clauses."""
    aligned = sum(any(not context.themes_only(f.standard) for f in row.findings) for row in rows)
    additional = sum(not row.findings for row in rows)
    themes = len(rows) - aligned - additional
    counts = (
        ("provisions", len(rows), Tone.NEUTRAL),
        ("aligned", aligned, Tone.NEUTRAL),
        *((("themes", themes, Tone.NEUTRAL),) if themes else ()),
        ("additional", additional, Tone.EXTRA),
        ("clauses", sum(1 for _ in _counted(context)), Tone.NEUTRAL),
    )
    say = context.phrases.say
    return tuple(Figure(label=say(f"figure.{name}"), value=str(number), tone=tone) for name, number, tone in counts)


def _counted(context: Context) -> Iterator[tuple[str, str]]:
    """Yields standard and state of each clause that coverage counts: no sub-clauses, no principles, no themes."""
    for row in context.comparison.coverage:
        clause = context.clause(row.standard, row.clause)
        if clause.kind in COUNTED and not context.themes_only(row.standard):
            yield row.standard, _COUNTED_AS.get(row.state, row.state)


def summaries(context: Context, themes: Sequence[ClauseRow]) -> tuple[StandardSummary, ...]:
    """Returns the figures of each standard in fixed order; one known by its themes alone gets a remark instead."""
    counts = Counter(_counted(context))
    return tuple(
        StandardSummary(
            id=standard.id,
            name=context.name(standard),
            figures=() if standard.themes_only else _state_figures(context, standard, counts),
            remark=_themes_remark(context, standard, themes) if standard.themes_only else "",
        )
        for standard in context.standards
    )


def coverage_bars(context: Context) -> tuple[StandardSummary, ...]:
    """Returns the figures of each numbered standard, and nothing of those known by their themes alone."""
    counts = Counter(_counted(context))
    numbered = (standard for standard in context.standards if not standard.themes_only)
    return tuple(
        StandardSummary(id=one.id, name=context.name(one), figures=_state_figures(context, one, counts)) for one in numbered
    )


def _state_figures(context: Context, standard: Standard, counts: Counter[tuple[str, str]]) -> tuple[Figure, ...]:
    states = (*_STATES, _ASIDE) if counts[standard.id, _ASIDE] else _STATES
    return tuple(
        Figure(
            label=capitalised(context.phrases.say(f"state.{state}")),
            value=str(counts[standard.id, state]),
            tone=STATE_TONES.get(state, Tone.NEUTRAL),
        )
        for state in states
    )


def _themes_remark(context: Context, standard: Standard, themes: Sequence[ClauseRow]) -> str:
    phrases = context.phrases
    mine = [row for row in themes if row.standard == standard.id]
    command = phrases.quote(phrases.say("command.import", standard=standard.id))
    touched = sum(bool(row.answers) for row in mine)
    return phrases.say("remark.themes", touched=touched, total=len(mine), command=command)


def provenance(context: Context) -> tuple[str, ...]:
    """Returns how far the statements of each standard were checked, and what its catalogue remarks on it."""
    return tuple(line for standard in context.standards for line in _provenance(context, standard) if line)


def _provenance(context: Context, standard: Standard) -> tuple[str, ...]:
    phrases = context.phrases
    counts = Counter(_CHECKED[clause.provenance] for clause in standard.clauses)
    checked = dict.fromkeys(_CHECKED.values())
    parts = (phrases.say(f"provenance.count.{code}", count=counts[code]) for code in checked if counts[code])
    imported = sum(bool(clause.official) for clause in standard.clauses)
    official = phrases.say("provenance.official", count=imported) if imported else phrases.say("provenance.no_official")
    key = "provenance.line.official" if standard.clauses and all(is_official_itself(c) for c in standard.clauses) else "provenance.line"
    values = {"standard": context.name(standard), "total": len(standard.clauses), "official": official}
    line = phrases.say(key, **values, parts="; ".join(parts))
    return line, *_imports(context, standard), context.words(standard.notes)


def _imports(context: Context, standard: Standard) -> tuple[str, ...]:
    """Returns from which files the official text comes, which clauses agree with it, and which rest on our statements alone."""
    if not standard.sources:
        return ()
    say = context.phrases.say
    files = (
        say("provenance.file", file=one.file, language=context.phrases.label("language", one.language), date=one.date)
        for one in standard.sources
    )
    ours = [clause for clause in standard.clauses if not is_official_itself(clause)]
    agreeing = _named(context, standard, [c for c in ours if c.provenance == Provenance.VERIFIED])
    resting = _named(context, standard, [c for c in ours if c.provenance != Provenance.VERIFIED])
    return (
        say("provenance.files", files=", ".join(files)),
        *((say("provenance.agreeing", clauses=agreeing),) if agreeing else ()),
        *((say("provenance.resting", clauses=resting),) if resting else ()),
    )


def _named(context: Context, standard: Standard, clauses: Sequence[Clause]) -> str:
    """Returns clauses as a reader knows them: numbers as ranges, then those without a number by their titles."""
    numbers = ranges([c.id for c in standard.clauses if _has_number(c)], {c.id for c in clauses if _has_number(c)})
    titles = (context.phrases.quote(context.words(clause.titles)) for clause in clauses if not _has_number(clause))
    return ", ".join(filter(None, (numbers, *titles)))


def _has_number(clause: Clause) -> bool:
    return clause.id[:1].isdigit()


def ranges(order: Sequence[str], chosen: Collection[str]) -> str:
    """Returns the chosen ids in order, neighbours from three on as a range: "1.1–1.6, 2.1, 2.3"."""
    runs: list[list[str]] = []
    for previous, identifier in zip(("", *order), order, strict=False):
        if identifier in chosen:
            if runs and runs[-1][-1] == previous:
                runs[-1].append(identifier)
            else:
                runs.append([identifier])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)
