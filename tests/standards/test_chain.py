"""Which numbers of a file are those of its clauses."""

from __future__ import annotations

import pytest

from ethicsdiff.standards.reading.chain import clause_chain, missing_between
from ethicsdiff.standards.reading.glued import unglued
from ethicsdiff.standards.reading.lines import Line, number_text, read_number

LONG = "Judges decide after hearing both sides, and they give reasons for what they decide."


def line(text: str) -> Line:
    number, style, letter, end = read_number(text)
    return Line(number=number, style=style, letter=letter, text=text[end:].strip(), whole=text)


def chain(*texts: str) -> list[str]:
    """Returns the numbers taken for clauses in lines of text."""
    return [number_text(link.number) for link in clause_chain([line(text) for text in texts], frozenset())]


@pytest.mark.parametrize(
    ("text", "number", "style"),
    [
        ("2.5.1 The judge", (2, 5, 1), "decimal"),
        ("12. The judge", (12,), "point"),
        ("12) The judge", (12,), "bracket"),
        ("(12) The judge", (12,), "double"),
        ("§ 12 The judge", (12,), "sign"),
        ("12 The judge", (12,), "bare"),
        ("Paragraph 12. The judge", (12,), "word paragraph"),
        ("Рекомендация 4: суды", (4,), "word рекомендация"),
        ("12-тармақ. Судья", (12,), "word тармақ"),
        ("12.06.2010 was a Saturday", (), ""),
        ("2006 was the year", (), ""),
        ("Judges decide", (), ""),
    ],
)
def test_labels_at_the_beginning_of_a_line(text: str, number: tuple[int, ...], style: str) -> None:
    assert read_number(text)[:2] == (number, style)


@pytest.mark.parametrize(
    ("earlier", "later", "missing"),
    [
        ((1, 6), (2, 1), ()),
        ((1, 2), (1, 5), ((1, 3), (1, 4))),
        ((2, 5), (2, 5, 1), ()),
        ((2, 5, 3), (2, 6), ()),
        ((1,), (1, 1), ()),
        ((4,), (6,), ((5,),)),
    ],
)
def test_numbers_that_a_step_leaves_out(earlier: tuple[int, ...], later: tuple[int, ...], missing: tuple[tuple[int, ...], ...]) -> None:
    assert missing_between(earlier, later) == missing


def test_footnotes_and_a_list_inside_a_clause_are_not_clauses() -> None:
    lines = (f"1. {LONG}", "2. The council should:", "1. keep lists;", "2. report;", "3. advise.", f"3. {LONG}", "3 See the minutes.", f"4. {LONG}")
    assert chain(*lines) == ["1", "2", "3", "4"]
    found = clause_chain([line(text) for text in lines], frozenset())
    assert [link.line for link in found] == [0, 1, 5, 7]


def test_numbered_headings_go_with_the_numbers_below_them() -> None:
    assert chain("1. Independence", f"1.1 {LONG}", f"1.2 {LONG}", "2. Integrity", f"2.1 {LONG}") == ["1", "1.1", "1.2", "2", "2.1"]


def test_an_annex_that_counts_anew_is_left_out() -> None:
    assert chain(f"1. {LONG}", f"2. {LONG}", f"3. {LONG}", "Annex", "1. Ministry", "2. Bar") == ["1", "2", "3"]


def test_a_number_that_stands_inside_a_line_is_found() -> None:
    lines = [line(f"1.1 {LONG}"), line(f"1.2 {LONG} 1.3 {LONG}"), line(f"1.4 {LONG}")]
    cut = unglued(lines, clause_chain(lines, frozenset()))
    assert [number_text(one.number) for one in cut] == ["1.1", "1.2", "1.3", "1.4"]
    assert cut[1].text == LONG
