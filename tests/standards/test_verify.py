"""Our statements against an official text: planted wrong numbers are found, right ones are left in peace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ethicsdiff import library
from ethicsdiff.model.official import OfficialClause, Verification
from ethicsdiff.model.standard import Clause, Standard
from ethicsdiff.standards.verify import verify
from tests.standards import lookalikes as like

LANGUAGES = ("en", "ru", "kk")
SWAPS = {"bangalore": (("1.1", "4.14"), ("4.6", "4.8"), ("5.2", "5.3"), ("6.1", "6.2")), "kyiv": (("3", "12"), ("26", "27"), ("33", "34"))}
MOST_FALSE = 0.05


def official(name: str, language: str) -> tuple[OfficialClause, ...]:
    """Returns an official-looking text: each clause as two national wordings put it, our statement where there are none."""
    wordings = like.wordings(language)
    return tuple(
        OfficialClause(id=clause.id, text=" ".join(wordings.get(f"{name}:{clause.id}", ())[:2]) or dict(clause.statements)[language])
        for clause in like.standard(name).clauses
    )


def compared(standard: Standard, texts: Sequence[OfficialClause], language: str, *, blind: bool = False) -> Verification:
    encoder, head = library._encoder()
    likeness = library._likeness(standard, texts, language, None if blind else encoder, head)
    return verify(standard, texts, likeness, language=language, file="official.pdf")


def with_statement(clause: Clause, other: Clause, languages: Sequence[str] = LANGUAGES) -> Clause:
    """Returns a clause that says in some languages what another one says."""
    titles, statements = dict(other.titles), dict(other.statements)
    return replace(
        clause,
        titles=tuple((code, titles[code] if code in languages else text) for code, text in clause.titles),
        statements=tuple((code, statements[code] if code in languages else text) for code, text in clause.statements),
    )


def swapped(standard: Standard, pairs: Sequence[tuple[str, str]], languages: Sequence[str] = LANGUAGES) -> Standard:
    partner = dict(pairs) | {b: a for a, b in pairs}
    known = {clause.id: clause for clause in standard.clauses}
    clauses = (with_statement(c, known[partner[c.id]], languages) if c.id in partner else c for c in standard.clauses)
    return replace(standard, clauses=tuple(clauses))


def wrong(result: Verification) -> set[str]:
    return {row.clause for row in result.rows if row.state != "agrees"}


@pytest.mark.usefixtures("encoder")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SWAPS)
def test_planted_swaps_are_all_found_with_few_false_alarms(name: str, language: str) -> None:
    standard, texts = like.standard(name), official(name, language)
    planted = {clause for pair in SWAPS[name] for clause in pair}
    found = wrong(compared(swapped(standard, SWAPS[name]), texts, language))
    assert planted <= found
    assert len(wrong(compared(standard, texts, language))) <= MOST_FALSE * len(standard.clauses)
    assert len(found - planted) <= MOST_FALSE * len(standard.clauses)


@pytest.mark.usefixtures("encoder")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_swap_in_one_language_names_that_language(language: str) -> None:
    result = compared(swapped(like.standard("kyiv"), (("26", "27"),), (language,)), official("kyiv", "en"), "en")
    rows = {row.clause: row for row in result.rows}
    assert rows["26"].state == rows["27"].state == "unfit"
    assert language in rows["26"].languages


@pytest.mark.usefixtures("encoder")
def test_a_wrong_statement_is_led_to_its_number() -> None:
    rows = {row.clause: row for row in compared(swapped(like.standard("kyiv"), (("3", "12"),)), official("kyiv", "ru"), "ru").rows}
    assert rows["3"].nearer == "12" and rows["12"].nearer == "3"


@pytest.mark.usefixtures("encoder")
def test_numbers_that_do_not_exist_and_clauses_that_we_lack() -> None:
    texts = [replace(text, id="36") if text.id == "35" else text for text in official("kyiv", "en")]
    result = compared(like.standard("kyiv"), texts, "en")
    assert {row.clause: row.state for row in result.rows}["35"] == "absent"
    assert result.lacking == ("36",)


@pytest.mark.usefixtures("encoder")
def test_the_same_statement_at_two_numbers_is_found() -> None:
    standard = like.standard("kyiv")
    known = {clause.id: clause for clause in standard.clauses}
    twice = tuple(with_statement(clause, known["12"]) if clause.id == "20" else clause for clause in standard.clauses)
    assert "20" in wrong(compared(replace(standard, clauses=twice), official("kyiv", "ru"), "ru"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_encoder_words_and_terms_are_compared(language: str) -> None:
    result = compared(swapped(like.standard("kyiv"), SWAPS["kyiv"]), official("kyiv", language), language, blind=True)
    assert result.means == "words"
    assert {clause for pair in SWAPS["kyiv"] for clause in pair} <= wrong(result)


def test_an_empty_official_text_agrees_with_nothing() -> None:
    result = compared(like.standard("warsaw"), (), "en", blind=True)
    assert {row.state for row in result.rows} == {"not-found"}
