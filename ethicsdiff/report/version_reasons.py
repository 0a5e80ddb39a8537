"""What changed in a pair, in sentences that may stand in the column «Обоснование» until its author writes better ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ethicsdiff.model.report import Tone
from ethicsdiff.model.versions import Change, ChangeKind, Effect, Pair, PairKind
from ethicsdiff.report.phrases import Phrases
from ethicsdiff.report.version_words import Places

TONES = {
    PairKind.NEW: Tone.GOOD,
    PairKind.DELETED: Tone.BAD,
    PairKind.SPLIT: Tone.STRICT,
    PairKind.MERGED: Tone.STRICT,
    PairKind.EDITED: Tone.PARTIAL,
    PairKind.MOVED: Tone.EXTRA,
    PairKind.RENUMBERED: Tone.NEUTRAL,
    PairKind.UNCHANGED: Tone.NEUTRAL,
}
# What changes the force of a norm: modal words, and a verb negated or no longer negated.
MODAL = frozenset({ChangeKind.MODALITY, ChangeKind.NEGATION})
_TOLD = frozenset(set(ChangeKind) - {ChangeKind.WORDING, ChangeKind.PUNCTUATION})


def change_words(phrases: Phrases, change: Change) -> str:
    """Returns the modal words before and after, with a remark where there are none."""
    absent = phrases.say("v.change.absent")
    return phrases.say("v.change.modality", old=change.old or absent, new=change.new or absent)


def meaning(phrases: Phrases, change: Change) -> str:
    """Returns what a change of modality does to the norm; no modal word is a plain statement."""
    before, after = (phrases.label("modality", one.value if one else "declaration") for one in (change.before, change.after))
    direction = phrases.say(f"v.direction.{change.direction or 'other'}")
    return phrases.say("v.change.meaning", before=before, after=after, direction=direction)


def reasons(phrases: Phrases, pair: Pair, old: Places, new: Places) -> Iterator[str]:
    """Yields a sentence for what became of a unit and one for each change that can be named."""
    if pair.kind in (PairKind.NEW, PairKind.DELETED):
        yield phrases.say(f"v.reason.{pair.kind}")
    if pair.kind in (PairKind.SPLIT, PairKind.MERGED):
        yield phrases.say(f"v.reason.{pair.kind}", old=old.several(pair.old), new=new.several(pair.new))
    if pair.moved:
        yield phrases.say("v.reason.moved", old=old.several(pair.old))
    yield from (change_sentence(phrases, change) for change in pair.changes if change.kind in _TOLD)


def change_sentence(phrases: Phrases, change: Change) -> str:
    """Returns a change as a sentence."""
    key = f"v.reason.{change.kind}" + ("" if change.old and change.new else ".added" if change.new else ".removed")
    values = {"old": " ".join(change.old.split()), "new": " ".join(change.new.split())}
    return phrases.say(key, **values, meaning=meaning(phrases, change))


def effects_by_unit(phrases: Phrases, effects: tuple[Effect, ...], clauses: Mapping[tuple[str, str], str]) -> dict[str, list[str]]:
    """Returns for each provision of the new version, and each deleted one of the old, what it did to clauses."""
    found: dict[str, list[str]] = {}
    for effect in effects:
        before, after = (phrases.say(f"state.{state}") for state in (effect.before, effect.after))
        clause = clauses.get((effect.standard, effect.clause), effect.clause)
        text = phrases.say("v.reason.clause", clause=clause, before=before, after=after)
        for side, units in (("new", effect.new), ("old", effect.old)):
            for unit in units:
                found.setdefault(f"{side}:{unit}", []).append(text)
    return found
