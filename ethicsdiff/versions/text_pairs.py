"""Pairs of texts: what became of every provision with words of its own, with its redline and its changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ethicsdiff.model.document import Provision
from ethicsdiff.model.versions import ChangeKind, Pair, PairKind, Tier
from ethicsdiff.versions.changes import changes_of, is_edited
from ethicsdiff.versions.modal_changes import only_modal_words
from ethicsdiff.versions.order import place_label
from ethicsdiff.versions.redline import word_pieces
from ethicsdiff.versions.tracks import Tracks
from ethicsdiff.versions.units import home_of, said


def text_pairs(tracks: Tracks) -> Iterator[Pair]:
    """Yields a pair for every text of either version, each text once."""
    links, partings = tracks.links, tracks.partings
    for one, parts in partings.splits.items():
        yield _parted(tracks, PairKind.SPLIT, [one], parts)
    for other, parts in partings.merges.items():
        yield _parted(tracks, PairKind.MERGED, parts, [other])
    told_old = {part for parts in partings.merges.values() for part in parts} | set(partings.splits)
    told_new = {part for parts in partings.splits.values() for part in parts} | set(partings.merges)
    for text in links.old.texts:
        if text.index not in told_old:
            yield _tied(tracks, text.index) if text.index in links.forth else _deleted(text.provision)
    for text in links.new.texts:
        if text.index not in told_new and text.index not in links.back:
            yield _new(text.provision)


def _deleted(provision: Provision) -> Pair:
    return Pair(tier=Tier.TEXT, kind=PairKind.DELETED, old=(provision.id,), new=(), text=word_pieces(said(provision), ""))


def _new(provision: Provision) -> Pair:
    return Pair(tier=Tier.TEXT, kind=PairKind.NEW, old=(), new=(provision.id,), text=word_pieces("", said(provision)))


def _tied(tracks: Tracks, one: int) -> Pair:
    links = tracks.links
    old, new = links.old.texts[one].provision, links.new.texts[links.forth[one]].provision
    edited = is_edited(said(old), said(new))
    moved = one in tracks.moved_texts or home_of(links.old, one) in tracks.moved_blocks
    renumbered = place_label(links.old, old.id) != place_label(links.new, new.id)
    kind = kind_of(edited=edited, moved=moved, renumbered=renumbered)
    return _pair(kind, [old], [new], links.likeness[one], edited=edited, moved=moved, renumbered=renumbered)


def _parted(tracks: Tracks, kind: PairKind, olds: Sequence[int], news: Sequence[int]) -> Pair:
    links = tracks.links
    before = [links.old.texts[n].provision for n in olds]
    after = [links.new.texts[n].provision for n in news]
    likeness = max(links.likeness.get(n, 0.0) for n in olds)
    renumbered = place_label(links.old, before[0].id) != place_label(links.new, after[0].id)
    return _pair(kind, before, after, likeness, edited=True, moved=bool(tracks.moved_texts.intersection(olds)), renumbered=renumbered)


def _pair(
    kind: PairKind, olds: Sequence[Provision], news: Sequence[Provision], likeness: float, *, edited: bool, moved: bool, renumbered: bool
) -> Pair:
    old, new = (" ".join(said(p) for p in side) for side in (olds, news))
    pieces = word_pieces(old, new)
    changes = changes_of(old, new, news[0].language, pieces) if edited else ()
    forced = any(change.kind in (ChangeKind.MODALITY, ChangeKind.NEGATION) for change in changes)
    modal = forced and only_modal_words(old, new, news[0].language)
    return Pair(
        tier=Tier.TEXT, kind=kind, old=tuple(p.id for p in olds), new=tuple(p.id for p in news), likeness=round(likeness, 3),
        edited=edited, moved=moved, renumbered=renumbered, only_modality=modal, changes=changes, text=pieces,
    )  # fmt: skip


def kind_of(*, edited: bool, moved: bool, renumbered: bool) -> PairKind:
    """Returns the kind of a pair that was neither split nor merged."""
    if edited:
        return PairKind.EDITED
    if moved:
        return PairKind.MOVED
    return PairKind.RENUMBERED if renumbered else PairKind.UNCHANGED
