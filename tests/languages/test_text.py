"""Folding: typography is gone, every folded letter knows its place, and the quick way gives what the careful one gives."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ethicsdiff.languages.text import fingerprint, fold, folded, legacy_letters, mixed_alphabet_words, repair_alphabet, verbatim_span, words

LETTERS = "абвгғёйқңөұүһіәԛ ABCabciəёїќѕј«»“”–—-.,;:()\u00a0\u00ad\u200b\t\n\u0306¹²½…1 9№§"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Судья\u00a0обязан \t молчать ", "судья обязан молчать"),
        ("незави\u00adси\u200bмость", "независимость"),
        ("и\u0306 е\u0308", "й ё"),
        ("«Отвод» – “самоотвод”", '"отвод" - "самоотвод"'),
        ("Статья 27¹", "статья 27-1"),
        ("Статья 5¹²", "статья 5-12"),
        ("… и т. д.", "... и т. д."),
        ("СУДЬЯ\u2028ӘДЕБІ", "судья әдебі"),
    ],
)
def test_typography_is_folded(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("Cудья", "Судья"), ("бiлiм", "білім"), ("əдеп", "әдеп"), ("суд\u00adьa", "суд\u00adьа"), ("c\u00adудья", "с\u00adудья"),
        ("COVID-19", "COVID-19"), ("I-тарау", "I-тарау"), ("Article 5", "Article 5"), ("Статья V", "Статья V"), ("ɵмір", "өмір"),
    ],
)  # fmt: skip
def test_look_alikes_are_repaired_inside_cyrillic_words_only(text: str, repaired: str) -> None:
    assert repair_alphabet(text) == repaired


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("Ќазаќстан Республикасыныѕ заѕы", "Қазақстан Республикасының заңы"),
        ("јдеп нормалары жјне ќўќыќ", "әдеп нормалары және құқық"),
        ("ґмір сїру, міндет жїктеу, ѕ", "өмір сүру, міндет жүктеу, ң"),
        ("Ќазаќстан Республикасыныњ заѓы, љз", "Қазақстан Республикасының зағы, өз"),
    ],
)
def test_legacy_kazakh_fonts_are_read_by_their_family(text: str, repaired: str) -> None:
    assert repair_alphabet(text) == repaired


def test_ukrainian_letters_prove_no_legacy_font() -> None:
    assert repair_alphabet("Суддя є незалежним, її ґудзик") == "Суддя є незалежним, її ґудзик"


def test_a_legacy_font_is_known_for_all_texts_of_a_document() -> None:
    letters = legacy_letters(["2-бґлім", "Судья заѕды саќтайды"])
    assert "2-бґлім".translate(dict(letters)) == "2-бөлім" and legacy_letters(["Розділ є"]) == {}


@pytest.mark.parametrize(
    "text", ["Судья неза\u00adвисим", "и\u0306 судья", "  а\u00a0\u00a0б ", "½ … ¹", "Ќазаќстан", "Cудья", "е\u0301\u0306ж"]
)
def test_every_folded_letter_knows_its_place(text: str) -> None:
    plain = fold(text)
    assert len(plain.offsets) == len(plain.text) + 1 and plain.offsets[-1] == len(text)
    assert list(plain.offsets) == sorted(plain.offsets)


def test_a_stretch_of_folded_text_leads_back_to_the_words_in_the_source() -> None:
    text = "По\u00adложения «статьи\u00a0 5» и\u0306од"
    plain = fold(text)
    start = plain.text.index("статьи 5")
    first, end = verbatim_span(plain, start, start + len("статьи 5"))
    assert text[first:end] == "статьи\u00a0 5"
    start = plain.text.index("йод")
    first, end = verbatim_span(plain, start, start + 1)
    assert unicodedata.normalize("NFC", text[first:end]) == "й"


@given(st.text(alphabet=LETTERS, max_size=40))
def test_the_quick_fold_gives_what_the_careful_one_gives(text: str) -> None:
    assert folded(text) == fold(text).text.strip()


@given(st.text(alphabet=LETTERS, max_size=40))
def test_offsets_never_go_back_and_never_leave_the_text(text: str) -> None:
    plain = fold(text)
    assert len(plain.offsets) == len(plain.text) + 1
    assert all(0 <= one <= other <= len(text) for one, other in zip(plain.offsets, plain.offsets[1:], strict=False))


def test_words_that_mix_alphabets_are_named_once() -> None:
    assert mixed_alphabet_words("Cудья и cудья, Cудья, COVID, бiлiм") == ("Cудья", "cудья", "бiлiм")
    assert mixed_alphabet_words("A judge decides. Судья решает.") == ()


def test_a_fingerprint_depends_on_letters_and_digits_alone() -> None:
    assert fingerprint("Судья — независим.") == fingerprint("cудья\u00a0независим") != fingerprint("Судья зависим")
    assert fingerprint("Судья").startswith("f1:")


def test_words_are_given_folded_in_order() -> None:
    assert words("Судья, «қазы» 5 Judge") == ("судья", "қазы", "judge")
