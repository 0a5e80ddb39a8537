"""Numbers that begin anew under every part, in the three languages, and files where they do not although it looks so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from ethicsdiff import library, pipeline
from ethicsdiff.errors import UnknownNameError
from ethicsdiff.readers import read_source
from ethicsdiff.standards.official import read_official

HEADS = {
    "en": ("Councils of judges", "Selection of judges", "Discipline of judges"),
    "ru": ("Советы судей", "Отбор судей", "Дисциплина судей"),
    "kk": ("Судьялар кеңестері", "Судьяларды іріктеу", "Судьялардың тәртібі"),
}
TEXTS = {
    "en": ("The council shall publish its rules and the reasons for what it does.", "Every candidate is heard before a decision is made."),
    "ru": ("Совет публикует свои правила и причины того, что он делает.", "Каждый кандидат должен быть выслушан до принятия решения."),
    "kk": ("Кеңес өз ережелерін және әрекеттерінің себептерін жариялауға тиіс.", "Шешім қабылданғанға дейін әрбір кандидат тыңдалуға тиіс."),
}
ANNEX = {"en": "Annex. How it was made", "ru": "Приложение. Как это готовилось", "kk": "Қосымша. Бұл қалай әзірленді"}
CITED = {
    "en": ("Sample, part II, para. 3", "Sample, “Selection of judges”, para. 3"),
    "ru": ("Sample, часть II, п. 3", "Sample, «Отбор судей», п. 3"),
    "kk": ("Sample, II бөлім, 3-тармақ", "Sample, «Судьяларды іріктеу», 3-тармақ"),
}


def document(language: str, labels: Sequence[str], numbers: Sequence[Sequence[int]], *, annex: bool = True) -> str:
    """Returns a text of three parts with the given labels, and in each paragraphs of the given numbers."""
    parts = []
    for label, head, own in zip(labels, HEADS[language], numbers, strict=True):
        parts += [f"{label}{head}", *(f"{number}. {TEXTS[language][number % 2]}" for number in own)]
    parts += [ANNEX[language], *(f"{number}. {TEXTS[language][0]}" for number in (1, 2))] if annex else []
    return "\n\n".join(["Sample", *parts]) + "\n"


def found(folder: Path, text: str) -> dict[str, str]:
    path = folder / "official.txt"
    path.write_text(text, encoding="utf-8")
    return {clause.id: clause.group for clause in read_official(read_source(path), None).clauses}


THREE = (range(1, 4), range(1, 4), range(1, 4))


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize("labels", [("I. ", "II. ", "III. "), ("A. ", "B. ", "C. "), ("", "", "")])
def test_a_clause_is_called_by_its_part_and_number(tmp_path: Path, language: str, labels: Sequence[str]) -> None:
    groups = found(tmp_path, document(language, labels, THREE))
    assert list(groups) == [f"{part}.{number}" for part in (1, 2, 3) for number in (1, 2, 3)]
    assert groups["3.2"] == f"{labels[2]}{HEADS[language][2]}"


@pytest.mark.parametrize("language", HEADS)
def test_numbers_that_run_through_stay_as_they_are(tmp_path: Path, language: str) -> None:
    groups = found(tmp_path, document(language, ("I. ", "II. ", "III. "), (range(1, 4), range(4, 7), range(7, 10))))
    assert list(groups) == [str(number) for number in range(1, 10)]


def test_a_list_within_a_clause_is_no_part(tmp_path: Path) -> None:
    lists = "\n\n".join(f"{n}. The council decides on:\n\n1) rules of procedure;\n\n2) its budget." for n in range(1, 7))
    assert list(found(tmp_path, f"Sample\n\n{lists}\n")) == [str(n) for n in range(1, 7)]


def test_numbers_that_begin_late_stay_as_they_are(tmp_path: Path) -> None:
    clauses = "\n\n".join(f"{n}. The council decides on its rules in public." for n in range(4, 9))
    assert list(found(tmp_path, f"Sample\n\n{clauses}\n")) == [str(n) for n in range(4, 9)]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("language", HEADS)
def test_a_citation_names_the_part_by_its_label_or_its_heading(tmp_path: Path, language: str) -> None:
    for place, labels in enumerate((("I. ", "II. ", "III. "), ("", "", ""))):
        path = tmp_path / f"sample-{place}.txt"
        path.write_text(document(language, labels, THREE), encoding="utf-8")
        library.carry_out(library.plan(f"sample-{place}", path, new=True, title="Sample"), date(2026, 2, 28))
        cited = pipeline.clause_named(pipeline.standard_named(f"sample-{place}"), "2.3").citations
        assert dict(cited)[language] == CITED[language][place]


@pytest.mark.usefixtures("home")
def test_editions_without_a_common_language_are_not_compared(tmp_path: Path) -> None:
    for language in ("ru", "kk"):
        path = tmp_path / f"{language}.txt"
        path.write_text(document(language, ("I. ", "II. ", "III. "), THREE), encoding="utf-8")
        library.carry_out(library.plan(f"sample-{language}", path, new=True, title="Sample"), date(2026, 2, 28))
    with pytest.raises(UnknownNameError, match="sample-kk: there is no text in ru. It has kk"):
        library.changes("sample-ru", "sample-kk", "ru")
