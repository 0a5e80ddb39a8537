"""Automatic labels: one test for each rule by which Word arrives at them."""

from __future__ import annotations

import pytest

from ethicsdiff.ooxml.number_formats import written
from tests.builders import (
    abstract,
    cell,
    dele,
    level,
    mark,
    num,
    numbered,
    p,
    row,
    run,
    start_override,
    style,
    table,
    text_box,
)
from tests.ooxml.conftest import Reading

THREE = abstract(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3."))
LIST = THREE + num(1, 0)


def labels(read: Reading, body: str, numbering: str = LIST, **kinds: str) -> list[str]:
    """Returns the label of each paragraph."""
    return [one.number for one in read(body, numbering=numbering, **kinds).main]


def items(*levels: int, list_id: int = 1) -> str:
    """Returns one list paragraph for each level."""
    return "".join(p("x", num=(list_id, one)) for one in levels)


def test_levels_count_on_and_deeper_ones_begin_again(read: Reading) -> None:
    assert labels(read, items(0, 1, 1, 2, 0, 1)) == ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1."]


def test_text_around_the_placeholders_is_kept_as_it_stands(read: Reading) -> None:
    numbering = abstract(0, level(0, "Статья\u00a0%1. "), level(1, "%2)"), level(2, "§")) + num(1, 0)
    assert labels(read, items(0, 1, 2), numbering) == ["Статья\u00a01. ", "1)", "§"]


# (1) numId 0
def test_list_id_zero_takes_a_paragraph_out_of_the_list_of_its_style(read: Reading) -> None:
    styles = style("S", "s", ppr=numbered(1, 0)) + style("T", "t", based_on="S", ppr=numbered(0, None))
    body = p("a", style="S") + p("b", style="S", num=(0, None)) + p("c", style="T") + p("d", style="S")
    assert labels(read, body, styles=styles) == ["1.", "", "", "2."]


# (2) direct properties may say half
def test_a_paragraph_may_say_only_its_level_or_only_its_list(read: Reading) -> None:
    styles = style("S", "s", ppr=numbered(1, 2)) + style("T", "t", ppr=numbered(None, 1))
    body = p("a", style="S") + p("b", style="S", num=(None, 1)) + p("c", style="T", num=(1, None))
    assert labels(read, body, styles=styles) == ["1.1.1.", "1.2.", "1.3."]


def test_a_style_takes_list_and_level_from_those_it_is_based_on(read: Reading) -> None:
    base = style("A", "a", ppr=numbered(1, None))
    styles = base + style("B", "b", based_on="A", ppr=numbered(None, 1)) + style("C", "c", based_on="B")
    assert labels(read, p("a", style="A") + p("c", style="C"), styles=styles) == ["1.", "1.1."]


def test_the_default_paragraph_style_may_number(read: Reading) -> None:
    assert labels(read, p("a") + p("b"), styles=style("N", "normal", default=True, ppr=numbered(1, 0))) == ["1.", "2."]


def test_styles_that_are_based_on_each_other_end_somewhere(read: Reading) -> None:
    styles = style("A", "a", based_on="B") + style("B", "b", based_on="A", ppr=numbered(1, 0))
    assert labels(read, p("a", style="A"), styles=styles) == ["1."]


# (3) pStyle
def test_the_level_tied_to_the_style_wins_over_the_level_the_style_says(read: Reading) -> None:
    tied = abstract(0, level(0, "%1."), level(1, "%1.%2.", extra='<w:pStyle w:val="S"/>')) + num(1, 0)
    styles = style("S", "s", ppr=numbered(1, 0)) + style("T", "t", based_on="S")
    assert labels(read, p("a", style="S") + p("b", style="T"), tied, styles=styles) == ["1.1.", "1.2."]


# (4) shared counters
def test_instances_of_one_abstract_list_count_together(read: Reading) -> None:
    numbering = THREE + num(1, 0) + num(2, 0)
    assert labels(read, items(0) + items(0, list_id=2) + items(0), numbering) == ["1.", "2.", "3."]


def test_instances_of_different_abstract_lists_count_apart(read: Reading) -> None:
    numbering = THREE + abstract(1, level(0, "%1)")) + num(1, 0) + num(2, 1)
    assert labels(read, items(0) + items(0, list_id=2) + items(0), numbering) == ["1.", "1)", "2."]


# (5) startOverride
def test_a_start_override_counts_at_the_first_use_of_the_instance(read: Reading) -> None:
    numbering = THREE + num(1, 0) + num(2, 0, start_override(0, 1)) + num(3, 0, start_override(0, 7))
    body = items(0, 0) + items(0, 0, list_id=2) + items(0, list_id=3) + items(0, list_id=2)
    assert labels(read, body, numbering) == ["1.", "2.", "1.", "2.", "7.", "8."]


def test_a_start_override_counts_again_whenever_its_level_restarts(read: Reading) -> None:
    numbering = THREE + num(1, 0, start_override(1, 5))
    assert labels(read, items(0, 1, 1, 0, 1), numbering) == ["1.", "1.5.", "1.6.", "2.", "2.5."]


# (6) numbering styles
def test_a_list_linked_to_a_numbering_style_takes_its_levels_from_there(read: Reading) -> None:
    linked = abstract(1, extra='<w:numStyleLink w:val="L"/>')
    source = abstract(0, level(0, "%1)"), extra='<w:styleLink w:val="L"/>')
    styles = style("L", "l", kind="numbering", ppr=numbered(1, None))
    body = items(0) + items(0, list_id=2)
    assert labels(read, body, source + linked + num(1, 0) + num(2, 1), styles=styles) == ["1)", "2)"]


def test_a_numbering_style_that_names_no_list_is_found_by_its_link(read: Reading) -> None:
    linked = abstract(1, extra='<w:numStyleLink w:val="L"/>')
    source = abstract(0, level(0, "%1)"), extra='<w:styleLink w:val="L"/>')
    assert labels(read, items(0, list_id=2), source + linked + num(2, 1)) == ["1)"]


def test_numbering_styles_that_link_in_a_circle_number_nothing(read: Reading) -> None:
    circle = abstract(0, extra='<w:numStyleLink w:val="L"/>') + num(1, 0)
    styles = style("L", "l", kind="numbering", ppr=numbered(1, None))
    assert labels(read, items(0), circle, styles=styles) == [""]


# (7) lvlOverride with a level
def test_an_instance_may_put_its_own_level_in_place(read: Reading) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", fmt="upperRoman", start=4)}</w:lvlOverride>'
    assert labels(read, items(0, 0, list_id=2), THREE + num(2, 0, own)) == ["(IV)", "(V)"]


# (8) lvlRestart
def test_articles_that_never_restart_run_on_through_chapters(read: Reading) -> None:
    never = abstract(0, level(0, "Глава %1."), level(1, "Статья %2.", extra='<w:lvlRestart w:val="0"/>')) + num(1, 0)
    assert labels(read, items(0, 1, 1, 0, 1), never) == [
        "Глава 1.",
        "Статья 1.",
        "Статья 2.",
        "Глава 2.",
        "Статья 3.",
    ]


def test_a_level_may_restart_only_after_a_certain_higher_one(read: Reading) -> None:
    extra = '<w:lvlRestart w:val="1"/>'
    numbering = abstract(0, level(0, "%1"), level(1, "%2"), level(2, "%3", extra=extra)) + num(1, 0)
    assert labels(read, items(0, 1, 2, 1, 2, 0, 2), numbering) == ["1", "1", "1", "2", "2", "2", "1"]


def test_a_restart_rule_inside_an_override_is_ignored_as_word_does(read: Reading) -> None:
    own = level(1, "%2.", extra='<w:lvlRestart w:val="0"/>')
    numbering = THREE + num(1, 0, f'<w:lvlOverride w:ilvl="1">{own}</w:lvlOverride>')
    assert labels(read, items(0, 1, 0, 1), numbering) == ["1.", "1.", "2.", "1."]


# (9) unused higher levels
def test_higher_levels_that_were_not_used_stand_at_their_start(read: Reading) -> None:
    assert labels(read, items(1, 0, 2)) == ["1.1.", "2.", "2.1.1."]


def test_a_contract_that_starts_in_the_middle_goes_on_as_word_printed_it(read: Reading) -> None:
    numbering = abstract(0, level(0, "%1.", start=5), level(1, "%1.%2.", start=2), level(2, "%1.%2.%3.")) + num(1, 0)
    assert labels(read, items(2, 2, 1), numbering) == ["5.2.1.", "5.2.2.", "5.3."]


# (10) isLgl
def test_legal_levels_print_all_numbers_in_decimal_but_keep_leading_zeros(read: Reading) -> None:
    numbering = num(1, 0)
    first, second = level(0, "Article %1.", fmt="upperRoman"), "Section %1.%2"
    plain = abstract(0, first, level(1, second, fmt="lowerLetter", extra="<w:isLgl/>")) + numbering
    zeros = abstract(0, first, level(1, second, fmt="decimalZero", extra="<w:isLgl/>")) + numbering
    assert labels(read, items(0, 1), plain) == ["Article I.", "Section 1.1"]
    assert labels(read, items(0, 1), zeros) == ["Article I.", "Section 1.01"]


# (11) bullets
def test_bullets_print_nothing_but_are_list_paragraphs_and_count(read: Reading) -> None:
    bullets = abstract(0, level(0, "•", fmt="bullet"), level(1, "%2.")) + num(1, 0)
    story = read(items(0, 1, 1, 0, 1), numbering=bullets)
    assert [(one.number, one.list_level) for one in story.main] == [("", 0), ("1.", 1), ("2.", 1), ("", 0), ("1.", 1)]


# (12) what counts
def test_empty_paragraphs_cells_controls_and_boxes_count(read: Reading) -> None:
    item = p("x", num=(1, 0))
    control = f"<w:sdt><w:sdtContent>{item}</w:sdtContent></w:sdt>"
    boxed = p(run("host") + text_box(item))
    body = item + p("", num=(1, 0)) + table(row(cell(item), cell(item)), row(cell(item))) + control + boxed + item
    assert [one for one in labels(read, body) if one] == [f"{count}." for count in range(1, 9)]


def test_empty_cells_that_a_merge_covers_do_not_count(read: Reading) -> None:
    item = p("x", num=(1, 0))
    rows = [row(cell(item, merge="restart")), row(cell(p("", num=(1, 0)), merge="continue")), row(cell(item))]
    assert labels(read, table(*rows)) == ["1.", "2."]


def test_notes_and_headers_count_for_themselves(read: Reading) -> None:
    body = p("x", num=(1, 0)) + p('<w:r><w:footnoteReference w:id="1"/></w:r>', num=(1, 0))
    notes = f'<w:footnote w:id="1">{p("n", num=(1, 0))}</w:footnote>'
    story = read(body, numbering=LIST, footnotes=notes)
    assert story.notes[0].paragraphs[0].number == "1."


# (13) tracked formatting and tracked deletions
def test_an_old_list_kept_in_a_tracked_change_of_format_does_not_count(read: Reading) -> None:
    change = f'<w:pPrChange w:id="1" w:author="A"><w:pPr>{numbered(1, 0)}</w:pPr></w:pPrChange>'
    assert labels(read, p("a", props=change) + items(0)) == ["", "1."]


def test_paragraphs_whose_deletion_is_tracked_do_not_count(read: Reading) -> None:
    gone = p(dele("gone"), num=(1, 0), props=mark("del"))
    joined = p("first ", num=(1, 0), props=mark("del"))
    assert labels(read, items(0) + gone + joined + items(0, 0)) == ["1.", "2.", "3."]


# (14) number formats
def test_a_format_in_alternate_content_is_read(read: Reading) -> None:
    custom = '<w:numFmt w:val="custom" w:format="{}"/>'
    wrap = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    for inside, label in (("001, 002, 003, ...", "007"), ("а, ә, б", "VII")):
        formats = wrap.format(custom.format(inside), '<w:numFmt w:val="upperRoman"/>')
        one = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{formats}<w:lvlText w:val="%1"/></w:lvl>'
        assert labels(read, items(0), abstract(0, one) + num(1, 0)) == [label]


@pytest.mark.parametrize(
    ("name", "number", "label"),
    [
        ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("decimalZero", 12, "12"), ("none", 5, ""),
        ("upperRoman", 49, "XLIX"), ("lowerRoman", 1994, "mcmxciv"), ("lowerRoman", 0, "0"),
        ("lowerLetter", 26, "z"), ("lowerLetter", 27, "aa"), ("upperLetter", 54, "BBB"),
        ("upperLetter", 781, "A"), ("lowerLetter", 0, "0"),
        ("russianLower", 1, "а"), ("russianLower", 7, "ж"), ("russianLower", 10, "к"), ("russianLower", 26, "ы"),
        ("russianLower", 29, "я"), ("russianLower", 30, "аа"), ("russianUpper", 31, "ББ"),
        ("ordinal", 1, "1st"), ("ordinal", 12, "12th"), ("ordinal", 23, "23rd"), ("hex", 255, "FF"),
        ("numberInDash", 3, "- 3 -"), ("decimalEnclosedParen", 3, "(3)"), ("decimalEnclosedFullstop", 3, "3."),
        ("decimalEnclosedCircle", 3, "③"), ("decimalEnclosedCircle", 21, "21"), ("chicago", 5, "**"),
        ("custom:001", 12, "012"), ("thaiCounting", 4, "4"), ("lowerLetter", 999_999_999, "kkkkkkkkk"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_writes_them(name: str, number: int, label: str) -> None:
    assert written(number, name) == label


def test_the_russian_alphabet_of_lists_has_29_letters_without_hard_ones() -> None:
    assert "".join(written(number, "russianLower") for number in range(1, 30)) == "абвгдежзиклмнопрстуфхцчшщыэюя"


def test_a_format_that_decimal_stands_in_for_is_told(read: Reading) -> None:
    numbering = abstract(0, level(0, "%1.", fmt="cardinalText")) + num(1, 0)
    story = read(items(0), numbering=numbering)
    assert (story.main[0].number, story.formats) == ("1.", ("cardinalText",))


def test_a_level_without_a_start_begins_at_zero_as_the_standard_says(read: Reading) -> None:
    assert labels(read, items(0, 0), abstract(0, level(0, "%1.", start=None)) + num(1, 0)) == ["0.", "1."]


def test_a_level_whose_number_is_not_printed_keeps_its_text(read: Reading) -> None:
    numbering = abstract(0, level(0, "Annex %1", fmt="none"), level(1, "%1%2")) + num(1, 0)
    assert labels(read, items(0, 1), numbering) == ["Annex ", "1"]


@pytest.mark.parametrize("list_id", ["7", "-1", "x", "99999999999999999999"])
def test_a_list_that_does_not_exist_numbers_nothing(read: Reading, list_id: str) -> None:
    wild = f'<w:numPr><w:ilvl w:val="zz"/><w:numId w:val="{list_id}"/></w:numPr>'
    assert labels(read, p("a", props=wild)) == [""]


def test_a_level_that_does_not_exist_numbers_nothing(read: Reading) -> None:
    assert labels(read, items(8, 77, 0)) == ["", "", "1."]


def test_a_document_without_a_list_part_is_read(read: Reading) -> None:
    assert [one.list_level for one in read(items(0)).main] == [-1]
