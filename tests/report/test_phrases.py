"""The phrase tables: equal keys and placeholders, plural forms, a phrase for every code, pure alphabets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ethicsdiff
from ethicsdiff.errors import UnknownNameError
from ethicsdiff.languages.text import mixed_alphabet_words
from ethicsdiff.model.document import ProvisionKind
from ethicsdiff.model.match import Modality, Relation
from ethicsdiff.model.review import Standing
from ethicsdiff.model.standard import Provenance
from ethicsdiff.report.phrases import PLURAL_FORMS, TABLES, phrases_of, placeholders, plural_form
from ethicsdiff.writers.words import WORD_KEYS

REASONS = (
    "same-direction", "exemplar-relation", "softer-modality", "stricter-modality", "permits-forbidden",
    "forbids-permitted", "exempts", "exception", "missing-elements", "cites-clause", "no-modality",
    "opposite-meaning", "stricter-meaning", "weaker-meaning", "partial-meaning", "unclear-meaning",
    "other-addressee", "other-number",
)  # fmt: skip
WORDS = (
    "overview", "figures", "standard", "scope", "provisions_table", "clauses_table", "recommendations", "notices",
    "provenance", "themes", "matrix", "gaps", "col_number", "col_provision", "col_text", "col_clause", "col_relation",
    "col_comment", "col_state", "col_provisions", "col_statement", "col_place", "col_confidence", "page", "page_of",
    "contents", "filter", "filter_all", "filter_gaps", "filter_contradicts", "filter_partial", "filter_weaker",
    "filter_aligned", "filter_unaligned", "search", "show_text", "none", "legend", "chapter", "count_alignments",
    "no_answers", "no_clause", "official_text", "our_statement", "what_to_look_at", "why", "evidence",
    "table_of_figures", "back_to_top", "skip_to_content", "print", "tag", "filter_covers", "filter_stricter",
    "filter_reset", "col_clauses",
)  # fmt: skip
CODE = re.compile(r"\"((?:docx|markdown|draft|encoder)\.[a-z-]+)\"")
LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_tables_have_the_same_keys(language: str) -> None:
    assert sorted(TABLES[language]) == sorted(TABLES["en"])


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_phrases_have_the_same_placeholders(language: str) -> None:
    differing = [key for key, text in TABLES[language].items() if placeholders(text) != placeholders(TABLES["en"][key])]
    assert differing == []


@pytest.mark.parametrize("language", list(TABLES))
def test_counted_phrases_have_all_forms(language: str) -> None:
    counted = [key for key, text in TABLES["en"].items() if "|" in text]
    assert counted
    assert {len(TABLES[language][key].split("|")) for key in counted} == {PLURAL_FORMS[language]}
    assert [key for key, text in TABLES[language].items() if "|" in text and key not in counted] == []


@pytest.mark.parametrize("language", list(TABLES))
def test_every_form_of_a_counted_phrase_says_the_number(language: str) -> None:
    forms = [form for text in TABLES[language].values() if "|" in text for form in text.split("|")]
    assert all("count" in placeholders(form) for form in forms)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {0: 1, 1: 0, 2: 1, 11: 1, 21: 1}),
        ("ru", {0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 12: 2, 14: 2, 21: 0, 22: 1, 101: 0, 111: 2, 112: 2}),
        ("kk", {0: 0, 1: 0, 2: 0, 5: 0, 21: 0}),
    ],
)
def test_plural_forms(language: str, forms: dict[int, int]) -> None:
    assert {number: plural_form(language, number) for number in forms} == forms


def test_counted_phrase_in_russian() -> None:
    phrases = phrases_of("ru")
    said = [phrases.count("matrix.alignments", number) for number in (1, 3, 5, 11, 21)]
    assert said == ["1 сопоставление", "3 сопоставления", "5 сопоставлений", "11 сопоставлений", "21 сопоставление"]


def test_missing_phrase_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="no phrase"):
        phrases_of("en").say("reason.because")


def test_missing_value_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="needs a value for percent"):
        phrases_of("en").say("scope.threshold")


def test_unknown_language_names_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="en, ru, kk"):
        phrases_of("fr")


@pytest.mark.parametrize(
    "key",
    [
        *(f"relation.{relation}" for relation in Relation),
        *(f"modality.{modality}" for modality in Modality),
        *(f"modality.{duty}" for duty in ("obligation", "prohibition", "permission", "recommendation", "principle")),
        *(f"reason.{reason}" for reason in REASONS),
        *(f"look.{relation}" for relation in ("partial", "weaker", "stricter", "contradicts")),
        *(f"provenance.{provenance}" for provenance in Provenance),
        *(f"confidence.{standing}" for standing in Standing),
        *(f"place.{kind}" for kind in ProvisionKind),
        *(f"word.{word}" for word in WORDS),
    ],
)
def test_every_code_has_a_phrase(key: str) -> None:
    assert TABLES["en"][key]


@pytest.mark.parametrize("reason", REASONS)
def test_reasons_with_parameters_have_a_plain_variant(reason: str) -> None:
    needed = placeholders(TABLES["en"][f"reason.{reason}"])
    assert not needed or not placeholders(TABLES["en"][f"reason.{reason}.plain"])


def test_every_notice_code_of_the_source_has_a_phrase() -> None:
    folder = Path(ethicsdiff.__file__).parent if ethicsdiff.__file__ else Path("ethicsdiff")
    texts = (path.read_text(encoding="utf-8") for path in folder.rglob("*.py") if path.parent.name != "report")
    codes = {code for text in texts for code in CODE.findall(text)}
    assert codes
    assert sorted(code for code in codes if f"notice.{code}" not in TABLES["en"]) == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_tables_mix_no_alphabets_and_hold_no_english_words(language: str) -> None:
    table = {key: re.sub(r"\{\w+\}", "", text) for key, text in TABLES[language].items() if key != "command.import"}
    assert {key: mixed_alphabet_words(text) for key, text in table.items() if mixed_alphabet_words(text)} == {}
    assert {key: text for key, text in table.items() if LATIN.search(text)} == {}


@pytest.mark.parametrize("letter", list("іғқңөұүә"))
def test_kazakh_table_is_written_in_kazakh_letters(letter: str) -> None:
    assert sum(letter in text for text in TABLES["kk"].values()) > 10


def test_every_label_that_writers_look_up_has_a_word() -> None:
    assert [word for word in WORD_KEYS if f"word.{word}" not in TABLES["en"]] == []


def test_no_phrase_is_empty() -> None:
    assert [key for table in TABLES.values() for key, text in table.items() if not text.strip()] == []
