"""The parts of version comparison: word by word, order, changes of modality, splits and merges, effects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ethicsdiff.languages.text import folded
from ethicsdiff.model.match import Modality
from ethicsdiff.model.review import ClauseCoverage
from ethicsdiff.model.versions import ChangeKind, Pair, PairKind, PieceState, Tier
from ethicsdiff.versions.changes import changes_of
from ethicsdiff.versions.compare import map_versions
from ethicsdiff.versions.effects import effects_of, fates_of
from ethicsdiff.versions.modal_changes import modal_changes, only_modal_words
from ethicsdiff.versions.order import longest_common_order, out_of_order
from ethicsdiff.versions.redline import new_text, old_text, word_pieces
from tests.versions.conftest import Make

WORDS = st.lists(st.sampled_from(["судья", "обязан", "вправе", "не", "дело,", "сот", "тиіс", "и", "10", "«слово»", "қағида"]), max_size=12)


@given(old=WORDS, new=WORDS)
def test_pieces_give_both_texts_back(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    pieces = word_pieces(before, after)
    assert new_text(pieces) == after
    assert folded(old_text(pieces)) == folded(before)


def test_typography_alone_is_no_change() -> None:
    pieces = word_pieces('"Судья" - лицо', "«Судья» — лицо")
    assert {piece.state for piece in pieces} == {PieceState.SAME}


def test_a_scrap_between_two_changes_is_part_of_them() -> None:
    pieces = word_pieces("честность и достоинство", "скромность и выдержка")
    assert [(p.state, p.text) for p in pieces] == [
        (PieceState.DELETED, "честность и достоинство"), (PieceState.INSERTED, "скромность и выдержка"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([0, 1, 2, 3], set()),
        ([3, 0, 1, 2], {0}),
        ([1, 0], {0, 1}),  # Nobody can say which of two neighbours moved.
        ([0, 2, 1, 3], {1, 2}),
        ([], set()),
    ],
)
def test_units_out_of_order_are_those_one_could_do_without(places: list[int], moved: set[int]) -> None:
    assert out_of_order(enumerate(places)) == moved


def test_the_kept_order_is_one_longest_series() -> None:
    assert longest_common_order([(0, 3), (1, 0), (2, 1), (3, 2)]) == {1, 2, 3}


@pytest.mark.parametrize(
    ("language", "old", "new", "words", "direction"),
    [
        ("ru", "Судья должен раскрыть это.", "Судья вправе раскрыть это.", ("должен", "вправе"), "weaker"),
        ("ru", "Судья вправе принять подарок.", "Судья не вправе принять подарок.", ("вправе", "не вправе"), "reversed"),
        ("ru", "Судья сообщает об этом совету.", "Судья вправе сообщить об этом совету.", ("", "вправе"), "weaker"),
        ("ru", "Судья обязан сообщить.", "Судья по возможности обязан сообщить.", ("", "по возможности"), "weaker"),
        ("kk", "Судья мұны хабарлауға тиіс.", "Судья мұны хабарлауға құқылы.", ("тиіс", "құқылы"), "weaker"),
        ("kk", "Сыйлық алуға жол берілмейді.", "Сыйлық алуға жол беріледі.", ("жол берілмейді", "жол беріледі"), "reversed"),
        ("en", "A judge shall disclose this.", "A judge may disclose this.", ("shall", "may"), "weaker"),
        ("en", "A judge may accept a gift.", "A judge may not accept a gift.", ("may", "may not"), "reversed"),
        ("en", "A judge should disclose this.", "A judge must disclose this.", ("should", "must"), "stronger"),
        ("ru", "Судье не следует отвечать.", "Судья правомочен отвечать.", ("не следует", "правомочен"), "reversed"),
        ("ru", "Судья обязан учиться.", "Судья стремится учиться.", ("обязан", "стремится"), "weaker"),
        ("kk", "Судья жауап беруге құқығы жоқ.", "Судья жауап беруге құқығы бар.", ("құқығы жоқ", "құқығы бар"), "reversed"),
        ("kk", "Судья оқуға міндетті.", "Судья оқуға тырысады.", ("міндетті", "тырысады"), "weaker"),
        ("en", "A judge shall study.", "A judge endeavours to study.", ("shall", "endeavours"), "weaker"),
        ("kk", "Судья жауап береді.", "Судья жауап беруге құқылы.", ("", "құқылы"), "weaker"),
        ("en", "A judge is under an obligation to reply.", "A judge might reply.", ("under an obligation", "might"), "weaker"),
    ],
)
def test_changes_of_modality(language: str, old: str, new: str, words: tuple[str, str], direction: str) -> None:
    changes = [change for change in modal_changes(old, new, language) if change.kind == ChangeKind.MODALITY]
    assert [(change.old, change.new) for change in changes] == [words]
    assert changes[0].direction == direction


def test_a_plain_verb_has_no_modality_before() -> None:
    (change,) = modal_changes("Судья требует порядка.", "Судья обязан требовать порядка.", "ru")
    assert (change.before, change.after) == (None, Modality.OBLIGATION)


@pytest.mark.parametrize(
    ("old", "new", "alone"),
    [
        ("Судья должен соблюдать нормы.", "Судье следует соблюдать нормы.", True),
        ("Судья должен соблюдать нормы.", "Судья вправе нарушать нормы этики.", False),
        ("Судья должен соблюдать нормы.", "Судья должен соблюдать нормы.", True),
    ],
)
def test_only_modal_words_and_their_endings(old: str, new: str, alone: bool) -> None:
    assert only_modal_words(old, new, "ru") is alone


@pytest.mark.parametrize(
    ("language", "old", "new", "alone"),
    [
        ("en", "A judge is obliged to disclose gifts.", "A judge may disclose gifts.", True),
        ("en", "A judge is obliged to disclose gifts.", "A judge may keep gifts.", False),
        ("kk", "Судья сыйлықты жария ете алады.", "Судья сыйлықты жария етпеуге тиіс.", True),
        ("kk", "Судья сыйлықты жария ете алады.", "Судья сыйлықты қабылдауға тиіс.", False),
    ],
)
def test_only_modal_words_in_other_languages(language: str, old: str, new: str, alone: bool) -> None:
    assert only_modal_words(old, new, language) is alone


def test_an_end_mark_is_no_change_and_a_comma_is_punctuation() -> None:
    assert changes_of("честность;", "честность.", "ru", word_pieces("честность;", "честность.")) == ()
    old, new = "казнить, нельзя помиловать", "казнить нельзя, помиловать"
    assert [c.kind for c in changes_of(old, new, "ru", word_pieces(old, new))] == [ChangeKind.PUNCTUATION]


def _texts(pairs: tuple[Pair, ...], kind: PairKind) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(pair.old, pair.new) for pair in pairs if pair.tier == Tier.TEXT and pair.kind == kind]


OLD = """## Статья 1. Отвод

1. Судья заявляет самоотвод, если он состоит в родстве со стороной либо давал совет по этому делу.

2. Вопрос об отводе решается в совещательной комнате.

## Статья 2. Мантия

1. В судебном заседании судья находится в мантии.
"""


def test_a_point_cut_in_two_is_split_and_back_again_merged(make: Make) -> None:
    new = OLD.replace(" либо давал совет по этому делу.", ".\n\n2. Он заявляет самоотвод, если давал совет по этому делу.").replace("2. Вопрос", "3. Вопрос")
    old, cut = make(OLD), make(new)
    assert _texts(map_versions(old, cut).pairs, PairKind.SPLIT) == [(("a1.p1",), ("a1.p1", "a1.p2"))]
    assert _texts(map_versions(cut, old).pairs, PairKind.MERGED) == [(("a1.p1", "a1.p2"), ("a1.p1",))]


def test_a_new_point_with_words_of_a_deleted_one_elsewhere_is_no_split(make: Make) -> None:
    new = OLD.replace("2. Вопрос об отводе решается в совещательной комнате.", "2. Судья хранит тайну совещательной комнаты всегда и всюду.")
    pairs = map_versions(make(OLD), make(new)).pairs
    assert _texts(pairs, PairKind.SPLIT) == _texts(pairs, PairKind.MERGED) == []


def test_an_article_without_words_in_common_but_with_its_heading_is_edited(make: Make) -> None:
    new = OLD.replace("В судебном заседании судья находится в мантии.", "Одежду определяет председатель.")
    (pair,) = (p for p in map_versions(make(OLD), make(new)).pairs if p.tier == Tier.ARTICLE and p.old == ("a2",))
    assert (pair.kind, pair.new) == (PairKind.EDITED, ("a2",))


def test_a_section_is_edited_where_a_chapter_within_it_is(make: Make) -> None:
    text = "# Раздел 1. Судья\n\n## Глава 1. Подарки\n\n### Статья 1. Отказ\n\nСудья {modal} отказаться от подарка.\n"
    pairs = map_versions(make(text.format(modal="должен")), make(text.format(modal="вправе"))).pairs
    assert [pair.kind for pair in pairs if pair.tier == Tier.CONTAINER] == [PairKind.EDITED, PairKind.EDITED]


def _coverage(**states: str) -> list[ClauseCoverage]:
    return [ClauseCoverage(standard="s", clause=clause, state=state, provisions=()) for clause, state in states.items()]


def test_effects_and_what_became_of_advice() -> None:
    before = _coverage(a="gap", b="covered", c="contradicted", d="partial", e="gap", f="covered", g="not_applicable")
    after = _coverage(a="covered", b="gap", c="covered", d="weaker", e="gap", f="covered", g="gap")
    assert {row.clause: row.direction for row in effects_of(before, after)} == {"a": "gained", "b": "lost", "c": "cleared", "d": "worse"}
    assert {row.clause: row.fate for row in fates_of(before, after)} == {"a": "taken", "b": "new", "c": "taken", "d": "open", "e": "open"}
