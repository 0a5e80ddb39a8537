"""A whole report: rows, figures, matrix, themes, scope, words, purity of its language."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import pytest

from ethicsdiff.errors import UnknownNameError
from ethicsdiff.model.document import Notice, ProvisionKind
from ethicsdiff.model.match import Relation, Signal
from ethicsdiff.model.report import Figure, Report, Tone
from ethicsdiff.model.review import Alignment, ClauseCoverage, Comparison
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.report import build_report
from ethicsdiff.standards.load import load_catalogue
from tests.report.builders import (
    LANGUAGES,
    Unit,
    aligned,
    compared,
    draft_of,
    report_of,
    sample_catalogue,
    sample_draft,
)

STANDARDS = Path(__file__).parents[2] / "standards"
LATIN = re.compile(r"[A-Za-z]{2,}")
# Command and file names, ids.
NAMES = re.compile(r"ethicsdiff standards import \w+ FILE|draft\.docx|e5|x\.unheard-of|\bED-\d+|\b[IVX]+\b|CM/Rec\(2010\)12")
# Ids, links between rows, tags and letters of points are no words.
IDS = frozenset({"id", "tag", "provision", "standard", "clause", "language", "letter", "spans"})


def values(figures: tuple[Figure, ...]) -> list[str]:
    return [figure.value for figure in figures]


def strings(value: object) -> list[str]:
    """Returns all words of a report, without ids and tones."""
    if isinstance(value, Enum):
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, Report):
        labels = [word for _, word in value.words]
        return [
            *labels,
            *(
                text
                for one in fields(value)
                if one.name not in ("words", "language")
                for text in strings(getattr(value, one.name))
            ),
        ]
    if isinstance(value, tuple):
        return [text for item in value for text in strings(item)]
    if is_dataclass(value):
        return [text for one in fields(value) if one.name not in IDS for text in strings(getattr(value, one.name))]
    return []


def full_report(language: str) -> Report:
    """Returns a report on the shipped catalogue with something of everything."""
    catalogue = load_catalogue(STANDARDS)
    states = ("covered", "partial", "weaker", "contradicted", "gap", "stricter")
    counted = [(s.id, c.id) for s in catalogue.standards for c in s.clauses if c.kind in ("application", "paragraph")]
    coverage = tuple(
        ClauseCoverage(standard=standard, clause=clause, state=states[number % 6], provisions=())
        for number, (standard, clause) in enumerate(counted)
    )
    comparison = Comparison(alignments=_of_all_kinds(), coverage=coverage, threshold=0.4, encoder="")
    return build_report(
        sample_draft(language), catalogue, comparison, language=language, notices=(Notice(code="x.unheard-of"),)
    )


def _of_all_kinds() -> tuple[Alignment, ...]:
    clauses = ("1.2", "1.3", "1.4", "1.6", "1.1")
    kinds = (Relation.PARTIAL, Relation.WEAKER, Relation.CONTRADICTS, Relation.STRICTER, Relation.COVERS)
    signals = (Signal(name="head", value=0.9), Signal(name="wording", value=0.8), Signal(name="terms", value=0.7))
    own = [
        aligned("p1", clause, kind, standard_id="bangalore", missing=("a",), signals=signals, weak=True)
        for clause, kind in zip(clauses, kinds, strict=True)
    ]
    others = (
        aligned("p2", "2.5", Relation.PARTIAL, standard_id="bangalore", part="2.5.3"),
        aligned("p2", "T2", standard_id="warsaw"),
        aligned("gone", "7", standard_id="kyiv"),
    )
    return (*own, *others)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_english_word_is_left(language: str) -> None:
    texts = [NAMES.sub("", text) for text in strings(full_report(language))]
    assert len(texts) > 200
    assert [text for text in texts if LATIN.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_and_no_bar_is_left(language: str) -> None:
    assert [text for text in strings(full_report(language)) if "{" in text or "|" in text] == []


def test_no_kazakh_letter_is_in_a_russian_report() -> None:
    assert [text for text in strings(full_report("ru")) if re.search("[әғқңөұүһі]", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_the_provisions_with_words(language: str) -> None:
    report = report_of(language=language)
    assert [row.id for row in report.provisions] == ["p1", "p2", "p3"]
    assert {row.chapter for row in report.provisions} == set(report.chapters)


def test_a_lead_in_has_a_row_only_where_something_was_found() -> None:
    units = [
        Unit(id="p", name="1", text="A judge must:"),
        Unit(id="s", parent="p", name="1", kind=ProvisionKind.SUBPARAGRAPH, text="be polite."),
    ]
    draft, catalogue = draft_of(units), sample_catalogue()
    bare = build_report(draft, catalogue, compared(), language="en")
    found = build_report(draft, catalogue, compared(aligned("p", "1")), language="en")
    assert [row.id for row in bare.provisions] == ["s"]
    assert [row.id for row in found.provisions] == ["p", "s"]


def test_tags_follow_the_document_and_the_strongest_finding_comes_first() -> None:
    report = report_of(
        aligned("p2", "1", probability=0.99), aligned("p1", "2", probability=0.5), aligned("p1", "3", probability=0.7)
    )
    tags = {(row.id, finding.clause): finding.tag for row in report.provisions for finding in row.findings}
    assert tags == {("p1", "3"): "ED-1", ("p1", "2"): "ED-2", ("p2", "1"): "ED-3"}


def test_a_provision_without_clause_is_no_error() -> None:
    row = report_of(language="ru").provisions[2]
    assert "Это не ошибка" in row.remark
    assert report_of(aligned("p3", "1")).provisions[2].remark == ""


def test_a_row_says_its_language_where_it_is_not_the_reports() -> None:
    report = build_report(sample_draft("kk"), sample_catalogue(), compared(), language="ru")
    assert {row.language for row in report.provisions} == {"kk"}
    assert {row.language for row in report_of(language="kk").provisions} == {""}


def test_figures() -> None:
    report = report_of(aligned("p1", "1"), aligned("p2", "T1", standard_id="themes"))
    assert values(report.figures) == ["3", "1", "1", "1", "4"]
    assert values(report_of(aligned("p1", "1")).figures) == ["3", "1", "2", "4"]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["Covered", "Partly covered", "Weaker", "Contradicted", "Gap"]),
        ("ru", ["Отражён", "Отражён частично", "Ослаблен", "Противоречие", "Пробел"]),
        ("kk", ["Қамтылған", "Ішінара қамтылған", "Әлсіретілген", "Қайшылық", "Олқылық"]),
    ],
)
def test_figures_of_a_standard_stand_in_fixed_order(language: str, labels: list[str]) -> None:
    summary = report_of(language=language, states={"1": "stricter", "2": "contradicted"}).standards[0]
    assert [figure.label for figure in summary.figures] == labels
    assert values(summary.figures) == ["1", "0", "0", "1", "2"]


def test_a_standard_of_themes_gets_a_remark_and_no_figures() -> None:
    report = report_of(aligned("p1", "T2", standard_id="themes"))
    summary = report.standards[1]
    assert summary.figures == ()
    assert "Themes touched: 1 of 2" in summary.remark
    assert "ethicsdiff standards import themes FILE" in summary.remark
    assert [row.state for row in report.themes] == ["no provision found", "theme touched"]
    assert {row.tone for row in report.themes} == {Tone.NEUTRAL}
    assert [row.clause for row in report.clauses] == ["1", "2", "3", "4"]


def test_clause_rows_show_gaps_and_answers() -> None:
    report = report_of(aligned("p2", "2", Relation.WEAKER), language="ru", states={"2": "weaker"})
    gap, weaker = report.clauses[0], report.clauses[1]
    assert (gap.state, gap.tone, gap.answers) == ("пробел", Tone.GAP, ())
    assert (weaker.state, weaker.tone) == ("ослаблен", Tone.WEAK)
    answer = weaker.answers[0]
    assert (answer.place, answer.relation, answer.tag) == ("Глава 1, Статья 2, пункт 2", "слабее стандарта", "ED-1")


def test_a_sub_clause_has_a_row_only_if_the_coverage_has_it() -> None:
    comparison = compared(aligned("p1", "3", part="3.1"))
    part = ClauseCoverage(standard="sample", clause="3.1", state="covered", provisions=("p1",))
    with_part = Comparison(
        alignments=comparison.alignments, coverage=(part, *comparison.coverage), threshold=0.4, encoder="e5"
    )
    report = build_report(sample_draft("en"), sample_catalogue(), with_part, language="en")
    assert [row.clause for row in report.clauses] == ["1", "2", "3", "3.1", "4"]
    assert [answer.tag for answer in report.clauses[3].answers] == ["ED-1"]
    assert report.figures[-1].value == "4"


def test_matrix_counts_and_shows_the_weakest() -> None:
    report = report_of(
        aligned("p1", "1"), aligned("p2", "2", Relation.WEAKER), aligned("p2", "T1", standard_id="themes")
    )
    assert [(row.standard, row.label) for row in report.matrix] == [("sample", "Sample")]
    cell = report.matrix[0].cells[0]
    assert (cell.count, cell.tone) == (2, Tone.WEAK)
    assert cell.description == "Sample; Chapter 1. General duties: 2 alignments, the weakest: weaker than the standard."
    assert report_of().matrix[0].cells[0].tone == Tone.NEUTRAL


@pytest.mark.parametrize(
    ("language", "words"), [("en", "not available"), ("ru", "была недоступна"), ("kk", "қолжетімді болмады")]
)
def test_scope_says_when_meaning_was_not_compared(language: str, words: str) -> None:
    draft, catalogue = sample_draft(language), sample_catalogue()
    without = build_report(draft, catalogue, compared(encoder=""), language=language)
    assert words in " ".join(without.scope)
    assert words not in " ".join(report_of(language=language).scope)


def test_scope_names_file_language_count_standards_and_threshold() -> None:
    scope = " ".join(report_of(language="ru").scope)
    for words in (
        "«draft.docx»",
        "язык: русский",
        "положений с текстом: 3",
        "Образец (редакция: 2002)",
        "45\u00a0%",
        "«e5»",
    ):
        assert words in scope
    assert "home/" not in scope


def test_names_of_the_draft() -> None:
    units = [Unit(id="p", name="1", text="x")]
    titled = build_report(draft_of(units, title="Code\n of Ethics"), sample_catalogue(), compared(), language="en")
    assert titled.draft_name == "Code of Ethics"
    assert titled.subtitle == "Draft: Code of Ethics. Standards: Sample (2002), Themes (2002)"
    assert report_of().draft_name == "draft.docx"


def test_alignments_that_say_none_are_left_out() -> None:
    report = report_of(aligned("p1", "1", Relation.NONE))
    assert report.provisions[0].findings == ()
    assert report.figures[1].value == "0"


@pytest.mark.parametrize("alignment", [aligned("p1", "9"), aligned("p1", "1", standard_id="other")])
def test_a_clause_that_the_catalogue_lacks_is_an_error(alignment: Alignment) -> None:
    with pytest.raises(UnknownNameError):
        report_of(alignment)


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="fr"):
        build_report(sample_draft("en"), sample_catalogue(), compared(), language="fr")


def test_the_same_input_gives_the_same_report() -> None:
    assert report_of(aligned("p1", "1")) == report_of(aligned("p1", "1"))


def test_an_empty_catalogue_gives_a_report_without_standards() -> None:
    empty = Catalogue(standards=(), exemplars=(), terms=())
    comparison = Comparison(alignments=(), coverage=(), threshold=0.4, encoder="")
    report = build_report(sample_draft("en"), empty, comparison, language="en")
    assert (report.standards, report.clauses, report.matrix) == ((), (), ())
