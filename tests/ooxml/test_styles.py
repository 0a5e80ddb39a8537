"""Looks: style names, outline levels, bold, centred and hidden text through inheritance."""

from __future__ import annotations

import pytest

from tests.builders import p, run, style
from tests.ooxml.conftest import Reading

RUSSIAN_WORD = (
    style("a", "Normal", default=True)
    + style("1", "heading 1", based_on="a")
    + style("2", "Моя статья", based_on="1")
    + style("3", "Title", based_on="a", ppr='<w:jc w:val="center"/>', rpr="<w:b/>")
)


def test_styles_go_by_their_names_in_lower_case_not_by_their_ids(read: Reading) -> None:
    body = p("a") + p("b", style="1") + p("c", style="2") + p("d", style="unknown")
    assert [one.style for one in read(body, styles=RUSSIAN_WORD).main] == [
        "normal",
        "heading 1",
        "моя статья",
        "normal",
    ]


def test_a_heading_is_known_by_its_name_by_inheritance_or_by_its_outline_level(read: Reading) -> None:
    direct = '<w:outlineLvl w:val="{}"/>'.format
    styles = RUSSIAN_WORD + style("4", "own", ppr=direct(2)) + style("5", "flat", based_on="1", ppr=direct(9))
    body = "".join(p("x", style=one) for one in "a12345") + p("x", props=direct(1)) + p("x", style="1", props=direct(9))
    assert [one.outline for one in read(body, styles=styles).main] == [-1, 0, 0, -1, 2, -1, 1, -1]


@pytest.mark.parametrize(("name", "outline"), [("Заголовок 2", 1), ("тақырып 3", 2), ("heading", -1), ("toc 1", -1)])
def test_heading_names_of_other_writers_are_known_too(read: Reading, name: str, outline: int) -> None:
    assert read(p("x", style="s"), styles=style("s", name)).main[0].outline == outline


def test_centring_comes_from_the_paragraph_first_and_then_from_its_style(read: Reading) -> None:
    left = '<w:jc w:val="left"/>'
    body = p("a", style="3") + p("b", style="3", props=left) + p("c", props='<w:jc w:val="center"/>') + p("d")
    assert [one.centred for one in read(body, styles=RUSSIAN_WORD).main] == [True, False, True, False]


@pytest.mark.parametrize(
    ("inner", "bold"),
    [
        (run("a", "<w:b/>"), True),
        (run("a", "<w:b/>") + run(" "), True),
        (run("a", "<w:b/>") + run("b"), False),
        (run("a", '<w:b w:val="0"/>'), False),
        (run("a", '<w:rStyle w:val="Strong"/>'), True),
        ("", False),
    ],
)
def test_a_paragraph_is_bold_when_all_its_printed_text_is(read: Reading, inner: str, bold: bool) -> None:
    strong = style("Strong", "strong", kind="character", rpr="<w:b/>")
    assert read(p(inner), styles=strong).main[0].bold is bold


def test_bold_in_paragraph_and_character_style_cancels_out_as_word_has_it(read: Reading) -> None:
    styles = RUSSIAN_WORD + style("Strong", "strong", kind="character", rpr="<w:b/>")
    body = p("a", style="3") + p(run("b", '<w:rStyle w:val="Strong"/>'), style="3") + p(run("c", "<w:b/>"), style="3")
    assert [one.bold for one in read(body, styles=styles).main] == [True, False, True]


def test_bold_may_come_from_the_defaults_of_the_document(read: Reading) -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert read(p("a"), styles=defaults).main[0].bold


def test_hidden_text_is_kept_and_told(read: Reading) -> None:
    styles = style("H", "h", kind="character", rpr="<w:vanish/>") + style("P", "p", rpr="<w:vanish/>")
    body = p(run("a") + run("secret", "<w:vanish/>")) + p(run("b", '<w:rStyle w:val="H"/>')) + p("c", style="P")
    body += p(run("d", '<w:vanish w:val="false"/>'), style="P") + p("e")
    story = read(body, styles=styles)
    assert [(one.text, one.hidden) for one in story.main] == [
        ("asecret", True),
        ("b", True),
        ("c", True),
        ("d", False),
        ("e", False),
    ]
    assert story.counts["hidden"] == 3
