"""From the pairs of two language texts to what the writers print: the door to this part of the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count

from ethicsdiff.model.document import Draft, Provision, ProvisionKind
from ethicsdiff.model.report import Figure, Tone
from ethicsdiff.model.versions import Divergence, DivergenceKind, Parallel, ParallelPair
from ethicsdiff.model.versions_view import ParallelRow, ParallelView, Remark
from ethicsdiff.report.phrases import Phrases
from ethicsdiff.report.version_words import Places, labels, version_phrases

TONES = {
    DivergenceKind.MISSING: Tone.BAD,
    DivergenceKind.EXTRA: Tone.BAD,
    DivergenceKind.MODALITY: Tone.BAD,
    DivergenceKind.NEGATION: Tone.BAD,
    DivergenceKind.DEADLINE: Tone.WEAK,
    DivergenceKind.NUMBER: Tone.WEAK,
    DivergenceKind.DATE: Tone.WEAK,
    DivergenceKind.REFERENCE: Tone.WEAK,
    DivergenceKind.LIST_LENGTH: Tone.PARTIAL,
    DivergenceKind.TERM: Tone.PARTIAL,
}
_CONTAINERS = frozenset({ProvisionKind.PART, ProvisionKind.SECTION, ProvisionKind.CHAPTER, ProvisionKind.ANNEX, ProvisionKind.GOAL})
_LONGEST_QUOTE = 300


def build_parallel(parallel: Parallel, *, language: str) -> ParallelView:
    """Returns what is printed on two language texts in a language ("en", "ru" or "kk").

    Raises:
        UnknownNameError: there are no phrases for the language.
    """
    phrases = version_phrases(language)
    names = [phrases.label("language", code) for code in parallel.languages]
    values = {"left": parallel.left.source.file, "right": parallel.right.source.file, "left_language": names[0], "right_language": names[1]}
    means = phrases.say("p.means", encoder=parallel.encoder) if parallel.encoder else phrases.say("p.means.none")
    return ParallelView(
        language=language, languages=parallel.languages, title=phrases.say("p.title"), subtitle=phrases.say("p.subtitle", **values),
        note=phrases.say("p.note"), means=means, left_name=values["left_language"], right_name=values["right_language"],
        figures=_figures(phrases, parallel), rows=tuple(_rows(phrases, parallel, values)), words=labels(phrases, "p.word."),
    )  # fmt: skip


def _figures(phrases: Phrases, parallel: Parallel) -> tuple[Figure, ...]:
    counts = Counter(one.kind for pair in parallel.pairs for one in pair.divergences)
    pairs = sum(bool(pair.left and pair.right) for pair in parallel.pairs)
    found = [kind for kind in DivergenceKind if counts[kind]]
    kinds = (Figure(label=phrases.say(f"p.kind.{kind}"), value=str(counts[kind]), tone=TONES[kind]) for kind in found)
    total = Figure(label=phrases.say("p.figure.divergences"), value=str(counts.total()), tone=Tone.BAD if counts else Tone.GOOD)
    return (Figure(label=phrases.say("p.figure.pairs"), value=str(pairs)), total, *kinds)


def _rows(phrases: Phrases, parallel: Parallel, values: dict[str, str]) -> Iterator[ParallelRow]:
    left, right = (_Side(draft, code) for draft, code in zip((parallel.left, parallel.right), parallel.languages, strict=True))
    said = Places(parallel.left, phrases.language), Places(parallel.right, phrases.language)
    number = count(1)
    for pair in parallel.pairs:
        remarks = tuple(_remark(phrases, one, next(number), values) for one in pair.divergences)
        unit = left.units.get(pair.left) or right.units[pair.right]
        yield ParallelRow(
            level=0 if unit.kind in _CONTAINERS else 1 if unit.kind == ProvisionKind.ARTICLE else 2,
            place=" / ".join(dict.fromkeys(name for name in (said[0].of(pair.left), said[1].of(pair.right)) if name)),
            left_place=left.places.of(pair.left), left_heading=left.heading(pair.left), left=left.text(pair.left),
            right_place=right.places.of(pair.right), right_heading=right.heading(pair.right), right=right.text(pair.right),
            tone=remarks[0].tone if remarks else _quiet(pair), remarks=remarks,
        )  # fmt: skip


def _quiet(pair: ParallelPair) -> Tone:
    return Tone.BAD if pair.within else Tone.NEUTRAL


class _Side:
    """One text: its provisions by id and their places in its own language."""

    def __init__(self, draft: Draft, language: str) -> None:
        self.units: dict[str, Provision] = {p.id: p for p in draft.provisions}
        self.places = Places(draft, language)

    def heading(self, identifier: str) -> str:
        """Returns the heading of a unit, "" for none."""
        return " ".join(self.units[identifier].heading.split()) if identifier in self.units else ""

    def text(self, identifier: str) -> str:
        """Returns the words of a unit with its named cells, "" for none."""
        unit = self.units.get(identifier)
        if unit is None:
            return ""
        return "\n".join((unit.text, *(f"{name}: {text}" if name else text for name, text in unit.fields)))


def _remark(phrases: Phrases, one: Divergence, number: int, values: dict[str, str]) -> Remark:
    return Remark(
        number=number, kind=phrases.say(f"p.kind.{one.kind}"), text=" ".join(_sentences(phrases, one, values)), left=_cut(one.left),
        right=_cut(one.right), tone=TONES[one.kind],
    )  # fmt: skip


def _sentences(phrases: Phrases, one: Divergence, values: dict[str, str]) -> Iterator[str]:
    params = dict(one.params)
    if one.kind in (DivergenceKind.MISSING, DivergenceKind.EXTRA):
        yield phrases.say(f"p.say.{one.kind}", **values)
        if DivergenceKind.LIST_LENGTH in one.also:
            yield phrases.say("p.say.items", left=params["left"], right=params["right"])
        return
    if "hedge" in params:
        yield phrases.say("p.say.hedge", words=phrases.quote(one.left or one.right))
        return
    if one.kind == DivergenceKind.LIST_LENGTH:
        yield phrases.say("p.say.list-length", left=one.left, right=one.right)
        return
    shown = [_shown(phrases, one, side, words) for side, words in (("left", one.left), ("right", one.right))]
    if all(shown):
        yield phrases.say(f"p.say.{one.kind}", left=shown[0], right=shown[1], usual=params.get("usual", ""))
    else:
        yield phrases.say(f"p.say.{one.kind}.one", words=shown[0] or shown[1])


def _shown(phrases: Phrases, one: Divergence, side: str, words: str) -> str:
    """Returns words quoted, modal ones with what they do."""
    if not words:
        return ""
    modality = dict(one.params).get(side, "")
    if one.kind == DivergenceKind.MODALITY and modality:
        return f"{phrases.quote(words)} ({phrases.label('modality', modality)})"
    return phrases.quote(words)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1].rstrip()}…"
