"""From a map of two versions to what the writers print: the door to this part of the room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from ethicsdiff.model.report import Figure, Tone
from ethicsdiff.model.versions import (
    ChangeKind,
    Effect,
    Fate,
    LineState,
    LineStyle,
    Pair,
    PairKind,
    PieceState,
    Proposal,
    RedlineLine,
    Tier,
    VersionMap,
)  # fmt: skip
from ethicsdiff.model.versions_view import EffectRow, MapRow, ModalRow, ProposalRow, TableRow, VersionsView, ViewLine, Words
from ethicsdiff.report.phrases import Phrases
from ethicsdiff.report.version_reasons import MODAL, TONES, change_sentence, change_words, effects_by_unit, meaning, reasons
from ethicsdiff.report.version_words import Places, labels, version_phrases

_DIRECTION_TONES = {"stronger": Tone.STRICT, "weaker": Tone.WEAK, "reversed": Tone.BAD, "other": Tone.NEUTRAL}
_EFFECT_TONES = {
    "gained": Tone.GOOD, "better": Tone.GOOD, "cleared": Tone.GOOD, "worse": Tone.WEAK, "lost": Tone.BAD, "contradicted": Tone.BAD,
}  # fmt: skip
_FATE_TONES = {"taken": Tone.GOOD, "partly": Tone.PARTIAL, "open": Tone.GAP, "new": Tone.WEAK, "declined": Tone.NEUTRAL}
_FATE_ORDER = ("new", "taken", "partly", "open")
_IN_TABLE = frozenset({PairKind.EDITED, PairKind.NEW, PairKind.DELETED, PairKind.SPLIT, PairKind.MERGED, PairKind.MOVED})
Clauses = Mapping[tuple[str, str], str]


def build_versions(versions: VersionMap, *, language: str, clauses: Clauses) -> VersionsView:
    """Returns what is printed on two versions in a language ("en", "ru" or "kk").

    `clauses` gives the citation and title of each clause of the effects, in that language.

    Raises:
        UnknownNameError: there are no phrases for the language.
    """
    phrases = version_phrases(language)
    old, new = Places(versions.old, language), Places(versions.new, language)
    names = {"old": versions.old.source.file, "new": versions.new.source.file}
    return VersionsView(
        language=language, draft_language=versions.new.source.languages[0], title=phrases.say("v.title"),
        subtitle=phrases.say("v.subtitle", **names), note=phrases.say("v.note"), figures=_figures(phrases, versions.pairs),
        modal=tuple(_modal(phrases, versions.pairs, old, new)), map=tuple(_map(phrases, versions, old, new)),
        effects=tuple(_effect(phrases, row, clauses, old, new) for row in versions.effects),
        fates=tuple(_fate(phrases, row, clauses, old, new) for row in sorted(versions.fates, key=lambda r: _FATE_ORDER.index(r.fate))),
        proposals=tuple(_proposal(phrases, row, clauses, old, new) for row in versions.proposals),
        effects_note=phrases.say("v.effects.note" if versions.compared else "v.effects.none"),
        table=tuple(_table(phrases, versions, clauses, old, new)), lines=tuple(_lines(phrases, versions, old, new)),
        words=_words(phrases, names),
    )  # fmt: skip


def _words(phrases: Phrases, names: Mapping[str, str]) -> Words:
    """Returns the fixed labels, and those of the comparison table."""
    table = ("table_subtitle", phrases.say("v.table.subtitle", **names)), ("table_title", phrases.say("v.table.title"))
    return (*labels(phrases, "v.word."), *table, ("absent", phrases.say("v.absent")), ("delete", phrases.say("v.delete")))


def _figures(phrases: Phrases, pairs: Sequence[Pair]) -> tuple[Figure, ...]:
    """Returns how many provisions with words of their own became what, and how many norms changed their force."""
    texts = [pair for pair in pairs if pair.tier == Tier.TEXT]
    kinds = [(kind, sum(pair.kind == kind for pair in texts)) for kind in reversed(PairKind)]
    modal = sum(change.kind in MODAL for pair in texts for change in pair.changes)
    figures = [Figure(label=phrases.say(f"v.kind.{kind}"), value=str(number), tone=TONES[kind]) for kind, number in kinds]
    return (Figure(label=phrases.say("v.word.modal"), value=str(modal), tone=Tone.BAD), *figures)


def _modal(phrases: Phrases, pairs: Sequence[Pair], old: Places, new: Places) -> Iterator[ModalRow]:
    for pair in pairs:
        for change in pair.changes:
            if change.kind in MODAL:
                yield ModalRow(
                    place=_both_places(pair, old, new), change=change_words(phrases, change), meaning=meaning(phrases, change),
                    tone=_DIRECTION_TONES[change.direction], pieces=pair.text,
                )  # fmt: skip


def _both_places(pair: Pair, old: Places, new: Places) -> str:
    before, after = old.several(pair.old), new.several(pair.new)
    return " → ".join(dict.fromkeys(place for place in (before, after) if place))


def _map(phrases: Phrases, versions: VersionMap, old: Places, new: Places) -> Iterator[MapRow]:
    """Yields the rows of the map: chapters and articles; of a draft without articles all its texts."""
    tiers = {pair.tier for pair in versions.pairs}
    shown = [pair for pair in versions.pairs if pair.tier != Tier.TEXT or Tier.ARTICLE not in tiers]
    within = _within(versions)
    for pair in shown:
        yield MapRow(
            level=0 if pair.tier == Tier.CONTAINER else 1, old="\n".join(old.headed(one) for one in pair.old),
            new="\n".join(new.headed(one) for one in pair.new), kind=phrases.say(f"v.kind.{pair.kind}"),
            note=_note(phrases, pair, within), tone=TONES[pair.kind],
        )  # fmt: skip


def _within(versions: VersionMap) -> dict[str, list[PairKind]]:
    """Returns the kinds of the texts within each article, by "old:" or "new:" and its id."""
    found: dict[str, list[PairKind]] = {}
    sides = (("old", {p.id: p for p in versions.old.provisions}), ("new", {p.id: p for p in versions.new.provisions}))
    for pair in versions.pairs:
        if pair.tier != Tier.TEXT:
            continue
        for side, provisions in sides:
            ids = pair.old if side == "old" else pair.new
            here = ids[0] if ids else ""
            while here:
                found.setdefault(f"{side}:{here}", []).append(pair.kind)
                here = provisions[here].parent
    return found


def _note(phrases: Phrases, pair: Pair, within: Mapping[str, Sequence[PairKind]]) -> str:
    parts = [phrases.say("v.also.moved")] if pair.moved and pair.kind != PairKind.MOVED else []
    if pair.renumbered and pair.kind not in (PairKind.RENUMBERED, PairKind.SPLIT, PairKind.MERGED):
        parts.append(phrases.say("v.also.renumbered"))
    if any(change.kind == ChangeKind.HEADING for change in pair.changes):
        parts.append(phrases.say("v.also.heading"))
    before = [kind for one in pair.old for kind in within.get(f"old:{one}", ())]
    after = [kind for one in pair.new for kind in within.get(f"new:{one}", ())]
    edited = sum(kind in (PairKind.EDITED, PairKind.SPLIT, PairKind.MERGED) for kind in after)
    counts = {"edited": edited, "new": after.count(PairKind.NEW), "deleted": before.count(PairKind.DELETED)}
    if pair.kind not in (PairKind.NEW, PairKind.DELETED):
        parts += [phrases.say(f"v.within.{name}", n=number) for name, number in counts.items() if number]
    return "; ".join(parts)


def _effect(phrases: Phrases, row: Effect, clauses: Clauses, old: Places, new: Places) -> EffectRow:
    return _clause_row(phrases, row, phrases.say(f"v.effect.{row.direction}"), _EFFECT_TONES[row.direction], clauses, old, new)


def _fate(phrases: Phrases, row: Fate, clauses: Clauses, old: Places, new: Places) -> EffectRow:
    return _clause_row(phrases, row, phrases.say(f"v.fate.{row.fate}"), _FATE_TONES[row.fate], clauses, old, new)


def _proposal(phrases: Phrases, row: Proposal, clauses: Clauses, old: Places, new: Places) -> ProposalRow:
    """Returns a decision of a person as a row; a wording on a provision alone is told by its place."""
    clause = clauses.get((row.standard, row.clause), f"{row.standard} {row.clause}") if row.clause else old.several(row.old)
    text = " ".join(row.text.split())
    key = f"v.proposal.{row.kind}" + (".why" if text and row.kind != "wording" else "")
    return ProposalRow(
        subject=clause, decision=phrases.say(key, reviewer=row.reviewer, text=text), verdict=phrases.say(f"v.fate.{row.fate}"),
        places=" → ".join((old.several(row.old) or "—", new.several(row.new) or "—")), tone=_FATE_TONES[row.fate],
    )  # fmt: skip


def _clause_row(phrases: Phrases, row: Effect | Fate, verdict: str, tone: Tone, clauses: Clauses, old: Places, new: Places) -> EffectRow:
    before, after = old.several(row.old), new.several(row.new)
    return EffectRow(
        clause=clauses.get((row.standard, row.clause), f"{row.standard} {row.clause}"), before=phrases.say(f"state.{row.before}"),
        after=phrases.say(f"state.{row.after}"), verdict=verdict, places=" → ".join((before or "—", after or "—")), tone=tone,
    )  # fmt: skip


def _table(phrases: Phrases, versions: VersionMap, clauses: Clauses, old: Places, new: Places) -> Iterator[TableRow]:
    """Yields the rows of the legislative table: every unit that changed, quoted whole."""
    effects = effects_by_unit(phrases, versions.effects, clauses)
    number = count(1)
    for pair in versions.pairs:
        heading_only = pair.tier != Tier.TEXT and any(change.kind == ChangeKind.HEADING for change in pair.changes)
        if heading_only or (pair.tier == Tier.TEXT and pair.kind in _IN_TABLE):
            pieces = pair.text if pair.tier == Tier.TEXT else pair.heading
            units = [f"new:{one}" for one in pair.new] if pair.new else [f"old:{one}" for one in pair.old]
            told = [text for unit in units for text in effects.get(unit, ())] if pair.tier == Tier.TEXT else []
            yield TableRow(
                number=next(number), element=_both_places(pair, old, new), kind=pair.kind.value,
                kind_word=phrases.say(f"v.kind.{pair.kind}"), current=tuple(p for p in pieces if p.state != PieceState.INSERTED),
                proposed=tuple(p for p in pieces if p.state != PieceState.DELETED),
                reasons=tuple(dict.fromkeys((*reasons(phrases, pair, old, new), *told))), tone=TONES[pair.kind],
            )  # fmt: skip


def _lines(phrases: Phrases, versions: VersionMap, old: Places, new: Places) -> Iterator[ViewLine]:
    """Yields the lines of the redline, the remarks on a provision with the first of its lines that stands in the new text."""
    remarks, places = _remarks(phrases, versions.pairs), _first_lines(versions.lines)
    for number, line in enumerate(versions.lines):
        move = f"move{min(number, line.partner)}" if line.partner >= 0 else ""
        yield ViewLine(
            style=line.style, depth=line.depth, state=line.state, text=line.text, note=_moved(phrases, line, old, new), move=move,
            remarks=tuple(remarks.get(line.new, ())) if places.get(line.new) == number else (),
        )  # fmt: skip


def _first_lines(lines: Sequence[RedlineLine]) -> dict[str, int]:
    """Returns the first line with words of each new provision, its heading where it has no others."""
    stay = [(n, line) for n, line in enumerate(lines) if line.new and line.state not in (LineState.DELETED, LineState.MOVED_AWAY)]
    ordered = sorted(stay, key=lambda row: (row[1].style in (LineStyle.CHAPTER, LineStyle.ARTICLE), row[0]))
    return {line.new: number for number, line in reversed(ordered)}


def _remarks(phrases: Phrases, pairs: Sequence[Pair]) -> dict[str, list[str]]:
    """Returns the sentences on changes of modality by the id of the new provision."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        told = [change_sentence(phrases, change) for change in pair.changes if change.kind in MODAL]
        if told and pair.new:
            found.setdefault(pair.new[0], []).extend(told)
    return found


def _moved(phrases: Phrases, line: RedlineLine, old: Places, new: Places) -> str:
    if line.state == LineState.MOVED_HERE and line.old:
        return phrases.say("v.moved.from", place=old.of(line.old))
    return phrases.say("v.moved.to", place=new.of(line.new)) if line.state == LineState.MOVED_AWAY and line.new else ""
