"""Two small sets of rules in three languages, other than the sample code: silent as they are, planted divergences told."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from ethicsdiff.model.document import Draft
from ethicsdiff.model.versions import DivergenceKind, Parallel
from ethicsdiff.versions.bilingual import compare_languages
from tests.versions.conftest import Make

CASES = Path(__file__).parents[1] / "cases" / "bilingual"
LANGUAGES = ("ru", "kk", "en")
ARTICLE = {"ru": "Статья {n}. {text}", "kk": "{n}-бап. {text}", "en": "Article {n}. {text}"}
ALIKE = {"modality": {"modality", "negation"}, "negation": {"modality", "negation"}, "number": {"number", "deadline"}, "deadline": {"number", "deadline"}}
Row = tuple[str, str, tuple[str, ...]]


def rows_of(name: str) -> list[Row]:
    """Returns (id, label, text by language) of each unit of a case file; `#` begins an article."""
    rows, article = [], ""
    for line in (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        label, *texts = line.split("|")
        article = label[1:] if label.startswith("#") else article
        steps = label.split(".")
        unit = f"a{article}" if label.startswith("#") else f"a{article}.p{steps[0]}" + (f".s{steps[1]}" if len(steps) > 1 else "")
        rows.append((unit, label, tuple(texts)))
    return rows


def written(rows: list[Row], language: str, before: str = "", after: str = "", unit: str = "") -> str:
    """Returns the rules in a language as Markdown, the words of one unit exchanged."""
    lines = []
    for one, label, texts in rows:
        text = texts[LANGUAGES.index(language)]
        text = text.replace(before, after, 1) if one == unit else text
        if label.startswith("#"):
            lines.append(f"## {ARTICLE[language].format(n=label[1:], text=text)}")
        else:
            lines.append(f"{label}. {text}" if "." not in label else f"{label.split('.')[1]}) {text}")
    return "\n\n".join(lines) + "\n"


def _told(parallel: Parallel) -> list[tuple[str, str, str]]:
    return [(pair.left, pair.right, one.kind.value) for pair in parallel.pairs for one in pair.divergences]


@pytest.mark.parametrize("name", ["panel-rules", "staff-rules"])
@pytest.mark.parametrize(("left", "right"), [("ru", "kk"), ("ru", "en"), ("en", "kk")])
def test_equivalent_rules_are_paired_and_nothing_is_told(make: Make, name: str, left: str, right: str) -> None:
    rows = rows_of(name)
    found = compare_languages(make(written(rows, left)), make(written(rows, right)))
    assert _told(found) == []
    assert {(pair.left, pair.right) for pair in found.pairs} == {(one, one) for one, _, _ in rows}


def _planted() -> list[list[str]]:
    lines = (CASES / "staff-rules.planted.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


def test_planted_divergences_are_told_of_their_unit(make: Make) -> None:
    rows = rows_of("staff-rules")
    plain: dict[str, Draft] = {language: make(written(rows, language)) for language in LANGUAGES}
    wanted = told = elsewhere = 0
    for language, unit, before, after, kind in _planted():
        changed = make(written(rows, language, before, after, unit))
        assert changed.provisions != plain[language].provisions, (language, unit, before)
        for other in (one for one, two in permutations(LANGUAGES, 2) if two == language):
            found = _told(compare_languages(plain[other], changed))
            wanted, told = wanted + 1, told + any(left == unit and one in ALIKE.get(kind, {kind}) for left, _, one in found)
            elsewhere += sum(left != unit for left, _, _ in found)
    assert wanted > 150
    assert told / wanted >= 0.95
    assert elsewhere / wanted <= 0.05


def test_an_item_that_is_missing_shortens_its_list(make: Make) -> None:
    rows = rows_of("staff-rules")
    russian, kazakh = make(written(rows, "ru")), make(written([row for row in rows if row[0] != "a6.p1.s2"], "kk"))
    (divergence,) = (one for pair in compare_languages(russian, kazakh).pairs for one in pair.divergences)
    assert divergence.kind == DivergenceKind.MISSING
    assert divergence.also == (DivergenceKind.LIST_LENGTH,)
    assert dict(divergence.params) == {"left": "3", "right": "2"}
