"""The coverage page: parsed with lxml, read without scripts and, where Chromium is at hand, with them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

from ethicsdiff.model.report import Figure, Report, Tone
from ethicsdiff.writers.html import coverage_html, write_coverage_html
from ethicsdiff.writers.html_view import bar_segments, marked_pieces
from ethicsdiff.writers.tones import LOOKS
from ethicsdiff.writers.words import WORD_KEYS
from tests.writers.report_builder import HOSTILE, LANGUAGES, build_report, phrases, poison
from tests.writers.report_words import WORDS

_INK, _MUTED = "1B2430", "4A5563"
_LOADING = ("src", "srcset", "action", "formaction", "poster", "data", "background")
_CHROMIUM = shutil.which("chromium")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def _page(report: Report) -> HtmlElement:
    return lxml.html.document_fromstring(coverage_html(report))


def _elements(page: HtmlElement, path: str) -> list[HtmlElement]:
    found = page.xpath(path)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, HtmlElement)]


def _visible_text(page: HtmlElement) -> str:
    """Returns the text of the page without style and script."""
    copy = lxml.html.document_fromstring(lxml.html.tostring(page, encoding="unicode"))
    for element in _elements(copy, "//script | //style | //form"):
        element.drop_tree()
    return " ".join(str(copy.xpath("string()")).split())


def _attributes(page: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in _elements(page, "//*"):
        yield from ((str(name), str(value)) for name, value in element.attrib.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_report_stands_in_the_page_without_scripts(language: str) -> None:
    report = build_report(language)
    text = _visible_text(_page(report))
    for row in report.provisions:
        assert row.text in text and row.place in text
        for finding in row.findings:
            for part in (
                finding.tag,
                finding.relation,
                finding.citation,
                finding.statement,
                finding.reason,
                *finding.evidence,
            ):
                assert part in text
    for clause in (*report.clauses, *report.themes):
        for part in (clause.citation if clause in report.clauses else clause.title, clause.statement, clause.state):
            assert part in text
    for line in (*report.scope, *report.notices, *report.provenance, report.machine_note):
        assert line in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_its_language_and_title(language: str) -> None:
    page = _page(build_report(language))
    assert page.get("lang") == language
    assert page.findtext(".//title", "").startswith(phrases(language)["title"])


def test_the_page_begins_with_its_doctype() -> None:
    assert coverage_html(build_report()).startswith("<!DOCTYPE html>\n<html lang=")


def test_every_id_is_unique_and_every_link_leads_to_one() -> None:
    for report in (build_report("ru"), poison(build_report("ru"))):
        page = _page(report)
        ids = [element.get("id", "") for element in _elements(page, "//*[@id]")]
        assert len(set(ids)) == len(ids)
        targets = {element.get("href", "").removeprefix("#") for element in _elements(page, "//a")}
        assert targets <= set(ids)
        named = {
            name
            for element in _elements(page, "//*[@aria-labelledby]")
            for name in element.get("aria-labelledby", "").split()
        }
        assert named <= set(ids)


def test_provision_and_clause_lead_to_each_other() -> None:
    page = _page(build_report())
    assert _elements(page, "//article[@id='p-a1']//a[@href='#c-bangalore-1.1']")
    assert _elements(page, "//tr[@id='c-bangalore-1.1']//a[@href='#p-a1']")


def test_nothing_is_loaded_from_anywhere() -> None:
    source = coverage_html(build_report())
    assert not re.search(r"https?://|//[a-z]+\.[a-z]", source)
    page = _page(build_report())
    assert not [name for name, _ in _attributes(page) if name in _LOADING]
    assert [element.get("href") for element in _elements(page, "//link")] == ["data:,"]
    assert "@import" not in source and "url(" not in source


def test_the_policy_forbids_the_network_and_every_foreign_script() -> None:
    policy = _elements(_page(build_report()), "//meta[@http-equiv='Content-Security-Policy']")[0].get("content", "")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy


def test_no_element_carries_its_own_style_or_handler() -> None:
    for report in (build_report(), poison(build_report())):
        assert not [name for name, _ in _attributes(_page(report)) if name == "style" or name.startswith("on")]


def test_hostile_words_stay_words() -> None:
    page = _page(poison(build_report()))
    assert len(_elements(page, "//script")) == 1 and not _elements(page, "//img")
    assert HOSTILE in page.text_content()
    assert page.findtext(".//title", "").startswith(HOSTILE)


def test_colours_are_said_in_words_too() -> None:
    page = _page(build_report("kk"))
    for element in _elements(page, "//*[contains(concat(' ', @class, ' '), ' pill ') or contains(@class, 'hit')]"):
        assert re.search(r"\w{3}", element.text_content())


def test_tables_name_their_rows_and_columns() -> None:
    page = _page(build_report("ru"))
    matrix, *clauses = _elements(page, "//table")
    assert [head.text_content() for head in matrix.xpath("thead//th[@scope='col']")] == list(
        build_report("ru").chapters
    )
    assert [head.text_content() for head in matrix.xpath("tbody//th[@scope='row']")] == [
        row.label for row in build_report("ru").matrix
    ]
    assert len(clauses) == 2
    assert all(len(table.xpath("tbody/tr[@class='clause']/th[@scope='row']")) for table in clauses)


def test_cells_of_the_matrix_are_spoken() -> None:
    cells = _elements(_page(build_report("kk")), "//table[@class='matrix']//td[span]")
    spoken = [cell.xpath("span[@class='heard']")[0].text_content() for cell in cells]
    assert spoken == [cell.description for row in build_report("kk").matrix for cell in row.cells]


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(str(element.tag)[1]) for element in _elements(_page(build_report()), "//h1|//h2|//h3|//h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_no_heading_and_no_link_is_empty_when_parts_of_the_report_are() -> None:
    report = replace(
        build_report(), notices=(), themes=(), matrix=(), recommendations=(), clauses=(), scope=(), figures=()
    )
    page = _page(report)
    assert all(element.text_content().strip() for element in _elements(page, "//h1|//h2|//h3|//h4|//a|//th"))
    assert not _elements(page, "//*[@id='clauses_table']")


def test_words_of_a_draft_in_another_language_say_so() -> None:
    report = build_report("en")
    page = _page(replace(report, provisions=(replace(report.provisions[1], language="kk"),)))
    assert [element.tag for element in _elements(page, "//article//*[@lang='kk']")] == ["p", "blockquote"]


def test_controls_are_hidden_until_a_script_can_serve_them() -> None:
    page = _page(build_report())
    controls = _elements(page, "//button | //select | //input")
    assert controls
    assert all(element.xpath("ancestor-or-self::*[@hidden]") for element in controls)


def test_a_keyboard_reader_can_skip_to_the_content() -> None:
    body = _elements(_page(build_report()), "//*[@id='page']")[0]
    assert body[0].get("class") == "skip" and body[0].get("href") == "#main"


def test_evidence_is_marked_in_the_text_of_the_provision() -> None:
    page = _page(build_report("ru"))
    assert [mark.text_content() for mark in _elements(page, "//article//mark")] == [
        phrases("ru")["evidence1"],
        phrases("ru")["evidence2"],
    ]


def test_marked_pieces_join_overlaps_and_lose_no_letter() -> None:
    pieces = marked_pieces("әрбір судья тәуелсіз", ("әрбір судья", "судья тәу", "жоқ"))
    assert [(piece.text, piece.marked) for piece in pieces] == [("әрбір судья тәу", True), ("елсіз", False)]


def test_the_parts_of_a_bar_fill_it() -> None:
    figures = [Figure(label="a", value="1"), Figure(label="b", value="0"), Figure(label="c", value="3 of 4")]
    assert [(part.left, part.width) for part in bar_segments(figures)] == [("0.00%", "25.00%"), ("25.00%", "75.00%")]


def test_inks_are_readable_on_every_colour() -> None:
    for tone in Tone:
        assert _contrast(_INK, LOOKS[tone].solid) >= 4.5
        assert _contrast(_MUTED, LOOKS[tone].tint) >= 4.5


def _contrast(one: str, other: str) -> float:
    """Returns the contrast of two colours after WCAG 2."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_labels_is_all_the_writers_look_up(language: str) -> None:
    assert sorted(WORDS[language]) == sorted(WORD_KEYS)


def test_the_same_report_gives_the_same_file(tmp_path: Path) -> None:
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    write_coverage_html(build_report("kk"), one)
    write_coverage_html(build_report("kk"), two)
    assert one.read_bytes() == two.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.html", "two.html"]


def _dumped(source: str, folder: Path) -> HtmlElement:
    """Returns the page as it stands after its scripts have run in Chromium."""
    file = folder / "page.html"
    file.write_text(source, encoding="utf-8")
    command = [
        _CHROMIUM or "",
        *_FLAGS,
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=2000",
        "--dump-dom",
    ]
    result = subprocess.run([*command, file.as_uri()], check=True, capture_output=True, timeout=120)
    return lxml.html.document_fromstring(result.stdout.decode("utf-8"))


@pytest.mark.skipif(_CHROMIUM is None, reason="Chromium is not installed")
def test_the_page_is_drawn_and_its_own_script_runs_under_its_policy(tmp_path: Path) -> None:
    write_coverage_html(build_report("kk"), tmp_path / "page.html")
    shot = tmp_path / "page.png"
    command = [
        _CHROMIUM or "",
        *_FLAGS,
        f"--user-data-dir={tmp_path / 'shot'}",
        "--window-size=1200,2000",
        f"--screenshot={shot}",
    ]
    subprocess.run([*command, (tmp_path / "page.html").as_uri()], check=True, capture_output=True, timeout=120)
    assert shot.read_bytes().startswith(b"\x89PNG")
    page = _dumped(coverage_html(build_report("kk")), tmp_path)
    assert _elements(page, "//form")[0].get("hidden") is None


@pytest.mark.skipif(_CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize(
    ("control", "value", "provisions", "clauses"),
    [
        ("filter-relation", "bad", ["p-a2.p1"], ["c-bangalore-4.14"]),
        ("filter-relation", "unaligned", ["p-a2.p2"], ["c-bangalore-1.4", "c-kyiv-12"]),
        ("filter-relation", "aligned", ["p-a1", "p-a2.p1"], ["c-bangalore-1.1", "c-bangalore-4.14"]),
        ("filter-standard", "kyiv", [], ["c-kyiv-12"]),
        ("filter-text", "РЕЕСТР", ["p-a2.p2"], []),
    ],
)
def test_filters_leave_what_was_asked_for(
    control: str, value: str, provisions: list[str], clauses: list[str], tmp_path: Path
) -> None:
    source = re.sub(r"<meta http-equiv=[^>]*>", "", coverage_html(build_report("ru")))
    wish = f"var control = document.getElementById('{control}'); control.value = '{value}';"
    wish += "control.dispatchEvent(new Event('input', {bubbles: true}));"
    page = _dumped(source.replace("</body>", f"<script>{wish}</script></body>"), tmp_path)
    assert [element.get("id") for element in _elements(page, "//article[not(@hidden)]")] == provisions
    assert [element.get("id") for element in _elements(page, "//tr[@class='clause'][not(@hidden)]")] == clauses


def _in_three_languages() -> str:
    return coverage_html(build_report("kk"), [build_report("ru"), build_report("en")])


def test_the_page_can_be_switched_to_each_of_the_languages_it_was_made_in() -> None:
    page = lxml.html.document_fromstring(_in_three_languages())
    buttons = _elements(page, "//*[@id='page'][not(ancestor::template)]//nav[@hidden]//button")
    names = [(button.get("lang"), button.text_content(), button.get("aria-pressed")) for button in buttons]
    assert names == [("kk", "Қазақша", "true"), ("ru", "Русский", "false"), ("en", "English", "false")]
    assert not _elements(_page(build_report("kk")), "//nav//button[@data-language]")


@pytest.mark.skipif(_CHROMIUM is None, reason="Chromium is not installed")
def test_switching_changes_words_title_and_language_and_leads_back(tmp_path: Path) -> None:
    source = re.sub(r"<meta http-equiv=[^>]*>", "", _in_three_languages())
    press = "document.querySelector('button[data-language={}]').click();".format
    there = _dumped(source.replace("</body>", f"<script>{press('ru')}</script></body>"), tmp_path)
    say = phrases("ru")
    assert there.get("lang") == "ru" and say["title"] in str(there.findtext(".//title"))
    live = "//*[@id='page'][not(ancestor::template)]"
    assert [one.text_content() for one in _elements(there, f"{live}//h1")] == [say["title"]]
    assert _elements(there, f"{live}//form[not(@hidden)]")
    assert [one.get("lang") for one in _elements(there, f"{live}//button[@aria-pressed='true']")] == ["ru"]
    back = _dumped(source.replace("</body>", f"<script>{press('ru')}{press('kk')}</script></body>"), tmp_path)
    assert back.get("lang") == "kk" and [one.text_content() for one in _elements(back, f"{live}//h1")] == [phrases("kk")["title"]]


@pytest.mark.skipif(_CHROMIUM is None or not os.environ.get("ETHICSDIFF_AXE"), reason="ETHICSDIFF_AXE names no axe.min.js, or no Chromium")
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_has_nothing_to_say(language: str, tmp_path: Path) -> None:
    others = [build_report(other) for other in LANGUAGES if other != language]
    source = re.sub(r"<meta http-equiv=[^>]*>", "", coverage_html(build_report(language), others))
    axe = Path(os.environ["ETHICSDIFF_AXE"]).read_text(encoding="utf-8")
    tell = "axe.run().then(function (r) { document.body.dataset.axe = JSON.stringify(r.violations.map(function (v) {"
    tell += "return v.id + ': ' + v.nodes.length; })); });"
    page = _dumped(source.replace("</body>", f"<script>{axe}</script><script>{tell}</script></body>"), tmp_path)
    assert _elements(page, "//body")[0].get("data-axe") == "[]"
