"""Labelled provisions and proposals made by hand."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.bench.gold import GoldItem
from ethicsdiff.bench.groups import Measured
from ethicsdiff.bench.measure import Scored
from ethicsdiff.model.match import Candidate, Judgement, Relation

THRESHOLD = 0.5


def item(
    name: str, *labels: str, language: str = "en", kind: str = "para", also_ok: Sequence[str] = (), text: str = "A judge listens."
) -> GoldItem:
    """Returns a labelled provision; a label is "bangalore:4.14" or "bangalore:4.14=contradicts"."""
    return GoldItem(
        id=name, language=language, kind=kind, text=text,
        labels=tuple(_label(label) for label in labels), also_ok=tuple(_pair(label) for label in also_ok),
    )  # fmt: skip


def _pair(label: str) -> tuple[str, str]:
    standard, _, clause = label.partition(":")
    return standard, clause


def _label(label: str) -> tuple[str, str, str]:
    name, _, relation = label.partition("=")
    return (*_pair(name), relation or "covers")


def scored(of: GoldItem, *proposals: str, part: str = "", seconds: float = 0.0) -> Scored:
    """Returns an item with proposals such as "bangalore:4.14 0.9" or "bangalore:4.14=partial 0.9", strongest first."""
    return Scored(item=of, proposals=tuple(_proposal(of, text, part) for text in proposals), threshold=THRESHOLD, seconds=seconds)


def _proposal(of: GoldItem, text: str, part: str) -> Candidate:
    label, _, chance = text.partition(" ")
    standard, clause, relation = _label(label)
    judgement = Judgement(relation=Relation(relation), reason="same-direction")
    return Candidate(provision=of.id, standard=standard, clause=clause, probability=float(chance), judgement=judgement, part=part)


def measured(*rows: Scored, encoder: str = "e5", memorised: Sequence[str] = ()) -> Measured:
    """Returns a run of these rows."""
    values = {"bangalore:1.1": "1", "bangalore:4.14": "4", "bangalore:4.15": "4", "kyiv:12": "I"}
    return Measured(rows=rows, encoder=encoder, memorised=tuple(memorised), values=values)
