"""Second versions made by chance in three languages: every article mapped right but at most one, every change of modality found."""

from __future__ import annotations

from pathlib import Path

import pytest

from ethicsdiff.model.document import Draft
from ethicsdiff.model.versions import ChangeKind, Tier, VersionMap
from ethicsdiff.provisions.segment import segment
from ethicsdiff.readers import read_source
from ethicsdiff.versions.compare import map_versions
from tests.versions.perturb import Maker, Perturbed, saved

SEEDS = range(8)


_MAPS: dict[tuple[str, int], tuple[Perturbed, VersionMap]] = {}


def _made(codes: dict[str, Draft], language: str, seed: int, folder: Path) -> tuple[Perturbed, VersionMap]:
    """Returns two versions and their map; each is made once for all tests."""
    if (language, seed) not in _MAPS:
        made = Maker(codes[language], language, seed).make()
        old, new = (segment(read_source(path)) for path in saved(made, folder))
        _MAPS[language, seed] = made, map_versions(old, new)
    return _MAPS[language, seed]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("seed", SEEDS)
def test_articles_are_mapped_right_but_at_most_one(codes: dict[str, Draft], language: str, seed: int, tmp_path: Path) -> None:
    made, versions = _made(codes, language, seed, tmp_path)
    found: dict[int, set[int]] = {number: set() for number in made.truth}
    for pair in versions.pairs:
        if pair.tier == Tier.ARTICLE:
            for old in pair.old:
                found[int(old[1:])] |= {int(new[1:]) for new in pair.new}
    assert sum(found[number] != news for number, news in made.truth.items()) <= 1


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_change_of_modality_is_found(codes: dict[str, Draft], language: str, seed: int, tmp_path: Path) -> None:
    made, versions = _made(codes, language, seed, tmp_path)
    texts = {p.id: p.text for p in versions.new.provisions}
    for before, after in made.modal:
        pairs = [pair for pair in versions.pairs if pair.tier == Tier.TEXT and any(texts[one] == after for one in pair.new)]
        standing = [pair for pair in pairs if pair.old]
        if standing:  # A later step may have dropped the point.
            assert any(change.kind == ChangeKind.MODALITY for pair in standing for change in pair.changes), (before, after)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_unit_is_told_once(codes: dict[str, Draft], language: str, tmp_path: Path) -> None:
    _, versions = _made(codes, language, 99, tmp_path)
    for side, draft in (("old", versions.old), ("new", versions.new)):
        told = [one for pair in versions.pairs if pair.tier == Tier.TEXT for one in getattr(pair, side)]
        assert sorted(told) == sorted(p.id for p in draft.provisions if p.text)
