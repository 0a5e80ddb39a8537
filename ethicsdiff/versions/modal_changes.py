"""Changes of modal words between two wordings of one norm: which stood, which stands, and whether the norm grew softer or stricter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ethicsdiff.languages.similarity import shared_words
from ethicsdiff.languages.text import folded, repair_alphabet
from ethicsdiff.model.match import Deontic, Modality
from ethicsdiff.model.versions import Change, ChangeKind
from ethicsdiff.versions.facts import facts_of
from ethicsdiff.versions.modal_words import KK_VERB_ENDING, MORE, NEGATED_VERBS, TOKENS

_WORD = re.compile(r"[^\W_]+")
_KEPT_STEM = 0.5
_SHORTEST_STEM = 2
_FORCE = {
    Modality.OBLIGATION: 2.0,
    Modality.DECLARATION: 2.0,
    Modality.RECOMMENDATION: 1.0,
    Modality.PERMISSION: 0.0,
    Modality.RIGHT: 0.0,
    Modality.EXEMPTION: -0.2,
    Modality.AVOIDANCE: -1.0,
    Modality.PROHIBITION: -2.0,
}


def modal_changes(old: str, new: str, language: str) -> Iterator[Change]:
    """Yields the changes of modality and of negation between two wordings, in order."""
    gone, come = _changed_hits(old, new, language)
    while gone or come:
        before, after = _next_two(gone, come)
        yield _change(before, after)


def _changed_hits(old: str, new: str, language: str) -> tuple[list[Deontic], list[Deontic]]:
    """Returns the expressions of either text that have no like in the same place of the other."""
    left, right = _hits(old, language), _hits(new, language)
    places = _same_places(old, new)
    gone = list(left)
    come = []
    for hit in right:
        like = next((one for one in gone if _is_like(one, hit) and places.get(hit.start, one.start) == one.start), None)
        come.append(hit) if like is None else gone.remove(like)
    return gone, come


def _hits(text: str, language: str) -> list[Deontic]:
    """Returns the modal expressions and negated verbs of a text in order; of two that overlap the longer one."""
    facts = facts_of(text, language)
    hits: list[Deontic] = []
    every = (*_more(text, language), *facts.modals, *facts.negated, *_negated(text, language))
    for hit in sorted(every, key=lambda hit: hit.start - hit.end):
        if all(hit.end <= other.start or other.end <= hit.start for other in hits):
            hits.append(hit)
    return sorted(hits, key=lambda hit: hit.start)


def _negated(text: str, language: str) -> Iterator[Deontic]:
    """Yields verbs that are merely negated."""
    for match in NEGATED_VERBS[language].finditer(repair_alphabet(text).lower()):
        start, end = match.span()
        yield Deontic(modality=Modality.PROHIBITION, strength=1, words=text[start:end], start=start, end=end, exception=False)


def _more(text: str, language: str) -> Iterator[Deontic]:
    """Yields expressions that matter between versions alone."""
    plain = repair_alphabet(text).lower()
    for modality, strength, words in MORE[language]:
        for match in words.finditer(plain):
            start, end = match.span()
            if not (plain[start - 1 : start].isalnum() or plain[end : end + 1].isalnum()):
                yield Deontic(modality=modality, strength=strength, words=text[start:end], start=start, end=end, exception=False)


def _is_like(one: Deontic, other: Deontic) -> bool:
    """Returns whether two expressions say the same: equal words, or plain negations whatever their verbs."""
    if one.modality == other.modality == Modality.PROHIBITION and one.strength == other.strength == 1:
        return True
    return one.modality == other.modality and folded(one.words) == folded(other.words)


def _same_places(old: str, new: str) -> dict[int, int]:
    """Returns where each unchanged word of the new text stands in the old one."""
    left, right = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    common = shared_words([folded(m.group()) for m in left], [folded(m.group()) for m in right])
    return {right[b].start(): left[a].start() for a, b in common}


def _next_two(gone: list[Deontic], come: list[Deontic]) -> tuple[Deontic | None, Deontic | None]:
    """Returns the next expression that went and the one that came in its stead; one side may have none."""
    return (gone.pop(0) if gone else None), (come.pop(0) if come else None)


def _change(before: Deontic | None, after: Deontic | None) -> Change:
    negation_only = all(hit is None or hit.strength == 1 for hit in (before, after)) and all(
        hit is None or hit.modality == Modality.PROHIBITION for hit in (before, after)
    )
    return Change(
        kind=ChangeKind.NEGATION if negation_only else ChangeKind.MODALITY,
        old=before.words if before else "",
        new=after.words if after else "",
        before=before.modality if before else None,
        after=after.modality if after else None,
        direction=_direction(before, after),
    )


def _direction(before: Deontic | None, after: Deontic | None) -> str:
    """Returns what a change does to the norm; a plain statement counts as a duty, because that is how codes word duties."""
    was, now = _force(before), _force(after)
    if (was < 0) != (now < 0):
        return "reversed"
    if was == now:
        return "other"
    return "stronger" if abs(now) > abs(was) else "weaker"


def _force(hit: Deontic | None) -> float:
    if hit is None:
        return _FORCE[Modality.DECLARATION]
    force = _FORCE[hit.modality]
    strict = 0.5 * (hit.strength - 2) if hit.modality in (Modality.OBLIGATION, Modality.PROHIBITION) else 0.0
    return force + strict if force > 0 else force - strict


def only_modal_words(old: str, new: str, language: str) -> bool:
    """Returns whether two wordings differ in modal words and the endings they govern, and in nothing else."""
    left, right = _plain_words(old, language), _plain_words(new, language)
    return len(left) == len(right) and all(_is_form(a, b, language) for a, b in zip(left, right, strict=True))


def _plain_words(text: str, language: str) -> Sequence[str]:
    """Returns the words that are part of no modal expression."""
    words = (folded(m.group()) for m in _WORD.finditer(text))
    return [word for word in words if not TOKENS[language].fullmatch(word)]


def _is_form(one: str, other: str, language: str) -> bool:
    """Returns whether two words can be forms of one word: they begin alike."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if one == other or shared >= max(_SHORTEST_STEM, _KEPT_STEM * max(len(one), len(other))):
        return True
    endings = (one[shared:], other[shared:])
    return language == "kk" and shared >= _SHORTEST_STEM and all(KK_VERB_ENDING.fullmatch(end) for end in endings)
