"""Search, export, editions compared, terms of a draft, and the checks of the catalogue's words."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from ethicsdiff import library, pipeline
from ethicsdiff.model.standard import Clause, Standard
from ethicsdiff.report.phrases import phrases_of
from ethicsdiff.report.term_lines import term_lines
from ethicsdiff.standards.check import check_standards
from ethicsdiff.standards.check_words import glossary_faults, length_faults, uneven_faults
from ethicsdiff.standards.differ import edition_changes, word_changes
from ethicsdiff.standards.oscal import oscal_catalogue
from ethicsdiff.standards.statements import Statement
from tests.standards import lookalikes as like

TOKEN = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", ["gift", "подарки судье", "сыйлық алу"])
def test_a_clause_is_found_in_any_language(words: str) -> None:
    assert ("bangalore", "4.14") in {(hit.clause.standard, hit.clause.id) for hit in library.search(words)[:4]}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", ["4.14", "bangalore:4.14", "п. 4.14 Бангалорских принципов", "Бангалор қағидаттарының 4.14-тармағы"])
def test_a_citation_finds_its_clause(words: str) -> None:
    assert [(hit.clause.standard, hit.clause.id) for hit in library.search(words)] == [("bangalore", "4.14")]


@pytest.mark.usefixtures("home")
def test_nothing_is_found_for_words_that_no_clause_has() -> None:
    assert library.search("zzqx") == ()


@pytest.mark.usefixtures("home")
def test_json_has_every_clause_in_three_languages() -> None:
    data = json.loads(library.exported("kyiv", "json", "en", official=False))
    assert data["schema"] == "ethicsdiff/standard/1" and len(data["clauses"]) == 35
    assert set(data["clauses"][0]["statements"]) == {"en", "ru", "kk"} and "official" not in data["clauses"][0]


@pytest.mark.usefixtures("home")
def test_csv_opens_in_a_spreadsheet() -> None:
    text = library.exported("bangalore", "csv", "en", official=True)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff") and len(rows) == 60
    assert rows[0]["clause"] == "BP1" and rows[0]["statement_kk"] and rows[0]["official_en"] == ""


@pytest.mark.parametrize("name", ["bangalore", "kyiv", "warsaw", "un-basic-principles"])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_oscal_catalogue_has_the_form_that_other_tools_read(name: str, language: str) -> None:
    catalogue = oscal_catalogue(like.standard(name), language)["catalog"]
    assert UUID.fullmatch(catalogue["uuid"])
    assert {"title", "last-modified", "version", "oscal-version"} <= set(catalogue["metadata"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", catalogue["metadata"]["last-modified"])
    controls = [control for group in catalogue["groups"] for control in group["controls"]]
    whole = controls + [inner for control in controls for inner in control.get("controls", [])]
    ids = [control["id"] for control in whole]
    assert len(ids) == len(set(ids)) == len(like.standard(name).clauses)
    assert all(TOKEN.fullmatch(identifier) for identifier in ids)
    parts = [part for control in whole for part in control["parts"]]
    assert all(part["name"] == "statement" and part["prose"] for part in parts)
    assert all(value for control in whole for prop in control["props"] for value in prop.values())


def test_sub_clauses_are_controls_inside_their_clause() -> None:
    groups = oscal_catalogue(like.standard("bangalore"), "en")["catalog"]["groups"]
    control = next(c for group in groups for c in group["controls"] if c["id"] == "bangalore-2.5")
    assert [inner["id"] for inner in control["controls"]] == [f"bangalore-2.5{end}" for end in (".1", ".2", ".3", "-proviso")]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_word_export_has_a_heading_for_every_clause(tmp_path: Path, language: str) -> None:
    library.write_docx("kyiv", tmp_path / "kyiv.docx", language, official=False)
    paragraphs = docx.Document(str(tmp_path / "kyiv.docx")).paragraphs
    headings = [one.text for one in paragraphs if one.style is not None and one.style.name == "Heading 2"]
    assert len(headings) == 35 and headings[0].startswith("1 ")
    statement = dict(like.standard("kyiv").clauses[11].statements)[language]
    assert statement in [one.text for one in paragraphs]


def edition(*texts: str, first: int = 1) -> Standard:
    """Returns an instrument whose clauses say the given words in Russian."""
    base = like.standard("kyiv")
    rows: list[Clause] = []
    for number, text in enumerate(texts, first):
        rows.append(replace(base.clauses[0], id=str(number), statements=(("ru", text),), official=()))
    return replace(base, clauses=tuple(rows))


def test_two_editions_are_compared_clause_by_clause() -> None:
    old = edition("Судья независим.", "Судья не принимает подарков от сторон.", "Суды открыты для публики.", "Пленум даёт разъяснения судам.")
    new = edition("Судья независим.", "Советы избираются на пять лет.", "Судья не принимает подарков от любых сторон.", "Суды открыты для публики.")
    found = [(change.kind, change.old, change.new) for change in edition_changes(old, new, "ru")]
    assert found == [("same", "1", "1"), ("added", "", "2"), ("moved-changed", "2", "3"), ("moved", "3", "4"), ("removed", "4", "")]


def test_words_that_went_and_came() -> None:
    assert word_changes("Судья не принимает подарков.", "Судья не берёт подарков.") == (
        ("same", "Судья не"), ("removed", "принимает"), ("added", "берёт"), ("same", "подарков."),
    )  # fmt: skip


def draft_file(folder: Path, *articles: str) -> Path:
    path = folder / "code.md"
    path.write_text("\n\n".join(f"## {n}-бап. Норма\n\n{text}" for n, text in enumerate(articles, 1)), encoding="utf-8")
    return path


@pytest.mark.usefixtures("home")
def test_two_kazakh_words_for_one_russian_term_are_told(tmp_path: Path) -> None:
    path = draft_file(tmp_path, "Судья мүдделер қақтығысына жол бермейді.", "Судья мүдделер қайшылығы туралы хабарлайды.", "Сот ашық.")
    found = library.terms_of(path, ("kyiv",))[2].variants
    assert [(row.term, {use.word: use.count for use in row.uses}) for row in found] == [
        ("конфликт интересов", {"мүдделер қақтығысы": 1, "мүдделер қайшылығы": 1})
    ]
    assert found[0].uses[0].places == ("1-бап",)


@pytest.mark.usefixtures("home")
def test_a_term_other_than_the_standard_own_is_told(tmp_path: Path) -> None:
    path = tmp_path / "code.md"
    articles = ("Судья сохраняет беспристрастность.", "Беспристрастность судьи очевидна для всех.", "Судья объективно оценивает доводы.")
    path.write_text("\n\n".join(f"## Статья {n}. Норма\n\n{text}" for n, text in enumerate(articles, 1)), encoding="utf-8")
    others = library.terms_of(path, ("bangalore",))[2].others
    assert [(row.word, row.title, [(use.word, use.count) for use in row.uses]) for row in others] == [
        ("объективность", "Объективность", [("беспристрастность", 2)])
    ]


@pytest.mark.usefixtures("home")
def test_words_side_by_side_are_two_things_and_one_use_is_no_habit(tmp_path: Path) -> None:
    path = draft_file(tmp_path, "Ешкімнің ар-намысы мен абыройына қол сұғуға болмайды.", "Сот ашық.", "Судья тәуелсіз.")
    assert library.terms_of(path, ("kyiv",))[2].variants == ()
    once = draft_file(tmp_path, "Судьяның бейтараптығы маңызды.", "Сот ашық.", "Судья тәуелсіз.")
    assert library.terms_of(once, ("bangalore",))[2].others == ()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_findings_on_words_are_told_in_the_language_asked_for(tmp_path: Path, language: str) -> None:
    words = ("Мүдделер қақтығысына жол берілмейді.", "Мүдделер қайшылығы туралы хабарланады.", "Судья бейтараптықты сақтайды.")
    draft, chosen, found = library.terms_of(draft_file(tmp_path, *words, "Бейтараптық міндетті."), ("bangalore",))
    variants, other = term_lines(found, draft, chosen, language)
    phrases = phrases_of(language)
    assert phrases.quote("конфликт интересов") in variants and phrases.quote("мүдделер қайшылығы") in variants
    assert phrases.quote("объективтілік") in other and phrases.count("terms.use", 2, word=phrases.quote("бейтараптық"), places="3-бап; 4-бап") in other


@pytest.mark.usefixtures("home")
def test_even_terms_give_no_finding(tmp_path: Path) -> None:
    found = library.terms_of(draft_file(tmp_path, "Судья тәуелсіз.", "Сот ашық.", "Судья сыйлық алмайды."), ("kyiv",))[2]
    assert (found.variants, found.others) == ((), ())


def test_the_shipped_catalogue_is_sound() -> None:
    assert check_standards(like.STANDARDS) == ()


@pytest.mark.usefixtures("home")
def test_remarks_name_file_line_and_both_words() -> None:
    for remark in library.remarks():
        assert re.search(r"kk\.md, line \d+: clause \S+ says «.+» for «.+», other clauses «.+»", remark)


def test_faults_of_the_term_base_name_their_line(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    rows = ("concept_id\ten\tru\tkk\tkk_confidence\tnote", "a\tjudge\tсудья|судья\tсудья\thigh\t", "a\tcourt\tсуд\t\tsure\t")
    path.write_text("\n".join(rows), encoding="utf-8")
    faults = glossary_faults(path)
    assert [fault.removeprefix(str(path)) for fault in faults] == [
        ', line 2: "судья" stands twice in ru',
        ", line 3: a wording in kk is empty",
        ', line 3: the confidence "sure" must be high, medium or low',
        ", line 3: the concept a stands already on line 2",
    ]


def test_lengths_and_letters_of_elements(tmp_path: Path) -> None:
    long = Statement("t" * 91, "s" * 50, (("a", "x" * 300), ("c", "fine")), 7)
    faults = length_faults(tmp_path / "ru.md", {"1": long})
    assert len(faults) == 3 and all("line 7: clause 1" in fault for fault in faults)
    texts = {"ru": {"1": long}, "kk": {"1": Statement("t", "s" * 20, (), 9)}}
    assert len(uneven_faults(tmp_path, texts)) == 2


def test_options_of_terms_refuse_an_unknown_standard(tmp_path: Path) -> None:
    with pytest.raises(pipeline.UnknownNameError):
        library.terms_of(draft_file(tmp_path, "Сот ашық.", "Сот ашық емес.", "Судья бар."), ("lisbon",))
