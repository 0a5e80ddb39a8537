"""The two sample versions against the map that their author wrote down (drafts/sources/v2-map.tsv)."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from ethicsdiff.model.document import Draft
from ethicsdiff.model.versions import ChangeKind, Pair, PairKind, Tier, VersionMap
from ethicsdiff.versions.compare import map_versions

Row = dict[str, str]


@pytest.fixture(scope="module")
def versions(codes: dict[str, Draft]) -> VersionMap:
    """Returns the map of the two sample versions."""
    return map_versions(codes["ru"], codes["v2"])


@pytest.fixture(scope="module")
def truth(drafts: Path, codes: dict[str, Draft]) -> list[Row]:
    """Returns the author's map with the ids that segmentation gives."""
    with (drafts / "sources" / "v2-map.tsv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    ids = {"old": {p.id for p in codes["ru"].provisions}, "new": {p.id for p in codes["v2"].provisions}}
    return [{**row, "old": _known(row["old"], ids["old"]), "new": _known(row["new"], ids["new"])} for row in rows]


def _known(identifier: str, ids: set[str]) -> str:
    """Returns the id of a unit of the author's map: letters as they are shown, the only paragraph of an article as the article."""
    if not identifier or identifier in ids:
        return identifier
    lettered = identifier.replace(".l1", ".sа").replace(".l2", ".sб")
    if lettered in ids:
        return lettered
    match = re.fullmatch(r"(a\d+)\.u(\d)", identifier)
    assert match, identifier
    article, number = match[1], int(match[2])
    lead_in = f"{article}.pu1" not in ids or f"{article}.s1" in ids
    return article if lead_in and number == 1 else f"{article}.pu{number - lead_in}"


def _by_ids(versions: VersionMap) -> dict[tuple[str, str], list[Pair]]:
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in versions.pairs:
        for old in pair.old or ("",):
            for new in pair.new or ("",):
                found.setdefault((old, new), []).append(pair)
    return found


def test_every_unit_is_mapped_as_its_author_says(versions: VersionMap, truth: list[Row]) -> None:
    found = _by_ids(versions)
    assert [row for row in truth if (row["old"], row["new"]) not in found] == []


def test_articles_are_mapped_right_and_nowhere_else(versions: VersionMap, truth: list[Row]) -> None:
    articles = {(r["old"], r["new"]) for r in truth if re.fullmatch(r"(a\d+)?", r["old"]) and re.fullmatch(r"(a\d+)?", r["new"])}
    said = {(old, new) for pair in versions.pairs if pair.tier == Tier.ARTICLE for old in pair.old or ("",) for new in pair.new or ("",)}
    assert said == articles


@pytest.mark.parametrize("kind", ["split", "merged", "deleted", "added"])
def test_kinds_of_texts_agree(versions: VersionMap, truth: list[Row], kind: str) -> None:
    found = _by_ids(versions)
    wanted = PairKind.NEW if kind == "added" else PairKind(kind)
    rows = [row for row in truth if row["kind"] == kind]
    assert rows
    assert [r for r in rows if wanted not in {pair.kind for pair in found[r["old"], r["new"]]}] == []


def test_unchanged_texts_are_not_called_edited(versions: VersionMap, truth: list[Row]) -> None:
    texts = {pair.old[0]: pair for pair in versions.pairs if pair.tier == Tier.TEXT and pair.old and pair.new}
    same = [row["old"] for row in truth if row["kind"] == "same" and row["old"] in texts and "." in row["old"]]
    assert len(same) > 70
    assert [one for one in same if texts[one].edited] == []


def test_changes_of_modality_alone_are_found_and_no_others(versions: VersionMap, truth: list[Row]) -> None:
    wanted = {(row["old"], row["new"]) for row in truth if row["kind"] == "modality"}
    said = {(pair.old[0], pair.new[0]) for pair in versions.pairs if pair.only_modality}
    assert said == wanted
    changes = [change for pair in versions.pairs if pair.only_modality for change in pair.changes]
    assert [(c.old, c.new, c.direction) for c in changes] == [
        ("рекомендуется", "обязан", "stronger"), ("должен", "следует", "weaker"), ("должен", "вправе", "weaker"),
    ]  # fmt: skip


def test_moved_units_are_those_that_changed_places(versions: VersionMap, truth: list[Row]) -> None:
    found = _by_ids(versions)
    moved = [row for row in truth if row["place"] == "moved" and row["kind"] == "same"]
    assert all(any(pair.moved for pair in found[row["old"], row["new"]]) for row in moved)
    stayed = [row for row in truth if row["place"] in ("same", "renumbered") and row["kind"] == "same" and row["old"].startswith(("a", "pre"))]
    assert [row for row in stayed if any(pair.moved for pair in found[row["old"], row["new"]])] == []


@pytest.mark.parametrize(
    ("old", "kind", "words"),
    [
        ("a2.p3", ChangeKind.DEADLINE, ("течение месяца", "десяти дней")),
        ("a17.p2", ChangeKind.DEADLINE, ("двух рабочих дней", "пяти рабочих дней")),
        ("a25.p2", ChangeKind.NUMBER, ("восьми часов", "четырёх часов")),
        ("a34.p1", ChangeKind.NUMBER, ("девяти", "одиннадцати")),
        ("a37.p1", ChangeKind.DATE, ("", "1 января 2026 года")),
        ("a27.p4", ChangeKind.REFERENCE, ("пунктах 2 и 3", "пункте 1")),
    ],
)
def test_numbers_dates_and_references_are_told(versions: VersionMap, old: str, kind: ChangeKind, words: tuple[str, str]) -> None:
    pair = next(pair for pair in versions.pairs if pair.old == (old,) and pair.tier == Tier.TEXT)
    assert words in [(change.old, change.new) for change in pair.changes if change.kind == kind]


def test_the_same_versions_give_the_same_map(codes: dict[str, Draft], versions: VersionMap) -> None:
    assert map_versions(codes["ru"], codes["v2"]) == versions


def test_a_version_compared_with_itself_is_unchanged(codes: dict[str, Draft]) -> None:
    kinds = {pair.kind for pair in map_versions(codes["kk"], codes["kk"]).pairs}
    assert kinds == {PairKind.UNCHANGED}
