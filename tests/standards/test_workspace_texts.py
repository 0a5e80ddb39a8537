"""What a workspace keeps of an official text, and how it lies over the catalogue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ethicsdiff import library, pipeline
from ethicsdiff.errors import CatalogueError, UnknownNameError
from ethicsdiff.languages.text import texts_changed
from ethicsdiff.model.official import OfficialClause
from ethicsdiff.model.standard import Clause, ClauseKind, Provenance, Standard
from ethicsdiff.standards.load import load_catalogue
from ethicsdiff.standards.store import official_markdown, read_official_markdown, read_toml, toml_text
from tests.standards import lookalikes as like
from tests.standards.lookalikes import Item

TODAY = date(2026, 2, 28)


def text_file(folder: Path, items: list[Item], name: str = "official.txt") -> Path:
    path = folder / name
    path.write_text(like.as_text(items), encoding="utf-8")
    return path


def standard(name: str) -> Standard:
    return pipeline.standard_named(name)


def clause(name: str, identifier: str) -> Clause:
    return pipeline.clause_named(standard(name), identifier)


def brought_in(identifier: str, path: Path, **more: object) -> None:
    library.carry_out(library.plan(identifier, path, **more), TODAY)  # type: ignore[arg-type]


def test_official_markdown_returns_what_was_written(tmp_path: Path) -> None:
    clauses = (
        OfficialClause(id="1.1", text="# not a heading\n\\# nor this\nplain · words", heading="Title · more", group="Part I. One"),
        OfficialClause(id="1.2", text="b", group="Part I. One", cite="article"),
        OfficialClause(id="2", text="c", group="Part II. Two"),
    )
    path = tmp_path / "official.en.md"
    path.write_text(official_markdown(clauses, "Title"), encoding="utf-8")
    assert tuple(replace(one, place="") for one in read_official_markdown(path)) == clauses


def test_a_number_that_stands_twice_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "official.en.md"
    path.write_text("### 1\na\n\n### 1\nb\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match="line 4"):
        read_official_markdown(path)


def test_toml_returns_what_was_written(tmp_path: Path) -> None:
    data = {"schema": 1, "title": {"kk": 'Ұсыным "бір" \\ екі\x7f'}, "clause": [{"id": "1", "duty": ["a", "b"]}, {"id": "2", "duty": []}]}
    path = tmp_path / "x.toml"
    path.write_text(toml_text(data), encoding="utf-8")
    assert read_toml(path) == data


def test_the_official_text_stands_beside_our_statement(home: Path, tmp_path: Path) -> None:
    items = like.kyiv_like("ru")
    brought_in("kyiv", text_file(tmp_path, items))
    twelfth = clause("kyiv", "12")
    assert dict(twelfth.official) == {"ru": like.expected(items)["12"]}
    assert twelfth.statements == like_statement("kyiv", "12")
    assert twelfth.provenance != Provenance.VERIFIED
    source = standard("kyiv").sources[0]
    assert (source.file, source.language, source.date, source.edition, source.clauses) == ("official.txt", "ru", "2026-02-28", "2010", 35)
    assert len(source.sha256) == 64
    assert {path.name for path in (home / "kyiv").iterdir()} == {"import.toml", "official.ru.md"}


def like_statement(name: str, identifier: str) -> tuple[tuple[str, str], ...]:
    shipped = next(one for one in pipeline.shipped_catalogue().standards if one.id == name)
    return pipeline.clause_named(shipped, identifier).statements


def test_the_shipped_catalogue_does_not_change(home: Path, tmp_path: Path) -> None:
    brought_in("warsaw", text_file(tmp_path, like.kyiv_like("en")))
    assert standard("warsaw").themes_only is False
    assert next(one for one in pipeline.shipped_catalogue().standards if one.id == "warsaw").themes_only is True


@pytest.mark.usefixtures("home")
def test_an_import_makes_the_clauses_of_warsaw(tmp_path: Path) -> None:
    brought_in("warsaw", text_file(tmp_path, like.kyiv_like("ru")))
    twelfth = clause("warsaw", "12")
    assert (twelfth.kind, twelfth.provenance) == (ClauseKind.PARAGRAPH, Provenance.VERIFIED)
    assert twelfth.statements == twelfth.official
    assert dict(twelfth.citations)["ru"] == "п. 12 Варшавских рекомендаций"
    assert twelfth.duties and twelfth.addressees
    assert [dict(group.titles)["ru"] for group in standard("warsaw").groups][0] == "Часть I. Судебное администрирование"


@pytest.mark.usefixtures("home")
def test_a_second_language_joins_the_first(tmp_path: Path) -> None:
    brought_in("warsaw", text_file(tmp_path, like.kyiv_like("ru"), "ru.txt"))
    brought_in("warsaw", text_file(tmp_path, like.kyiv_like("kk"), "kk.txt"))
    assert set(dict(clause("warsaw", "12").statements)) == {"ru", "kk"}
    assert [source.file for source in standard("warsaw").sources] == ["kk.txt", "ru.txt"]


@pytest.mark.usefixtures("home")
def test_a_new_instrument_is_made_and_compared_only_where_it_is_named(tmp_path: Path) -> None:
    law = "# Law on courts of 2019\n\n" + "\n\n".join(f"## Article {n}. Courts\n\n1. Courts shall decide.\n\n2. Judges may ask." for n in (1, 2, 3))
    (tmp_path / "law.md").write_text(law, encoding="utf-8")
    brought_in("my-law", tmp_path / "law.md", new=True)
    made = standard("my-law")
    assert (made.edition, made.default, dict(made.titles)["en"]) == ("2019", False, "Law on courts of 2019")
    assert [one.id for one in made.clauses] == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"]
    assert dict(made.clauses[1].citations)["ru"] == "Law on courts of 2019, ст. 1, п. 2"
    assert made.clauses[0].duties == ("obligation",) and made.clauses[1].duties == ("permission",)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("identifier", "new"), [("lisbon", False), ("kyiv", True), ("../kyiv", True), ("Ко", True)])
def test_a_wrong_name_is_refused(tmp_path: Path, identifier: str, new: bool) -> None:
    with pytest.raises(UnknownNameError):
        library.plan(identifier, text_file(tmp_path, like.kyiv_like("en")), new=new)


@pytest.mark.usefixtures("home", "encoder")
def test_a_clause_that_agrees_is_verified_until_one_of_its_texts_changes(home: Path, tmp_path: Path) -> None:
    items = like.kyiv_like("kk")
    brought_in("kyiv", text_file(tmp_path, items))
    library.verify_standard("kyiv", TODAY)
    assert clause("kyiv", "12").provenance == Provenance.VERIFIED
    path = home / "kyiv" / "official.kk.md"
    path.write_text(path.read_text(encoding="utf-8").replace(like.expected(items)["12"], "Басқа мәтін."), encoding="utf-8")
    assert clause("kyiv", "12").provenance != Provenance.VERIFIED
    assert clause("kyiv", "13").provenance == Provenance.VERIFIED


@pytest.mark.usefixtures("home")
def test_a_person_vouches_for_a_clause(tmp_path: Path) -> None:
    brought_in("kyiv", text_file(tmp_path, like.kyiv_like("en")))
    library.accept("kyiv", ["12"], TODAY)
    assert clause("kyiv", "12").provenance == Provenance.VERIFIED
    library.verify_standard("kyiv", TODAY)
    assert library.accepted_clauses("kyiv") == {"12"}
    with pytest.raises(UnknownNameError, match="no official text"):
        library.accept("kyiv", ["99"], TODAY)


@pytest.mark.usefixtures("home")
def test_a_corrected_file_tells_what_changed_and_which_decisions_to_check_again(tmp_path: Path) -> None:
    items = like.kyiv_like("en")
    brought_in("kyiv", text_file(tmp_path, items))
    before = {one.id: dict(one.fingerprints) for one in standard("kyiv").clauses}
    corrected = [replace(item, text="Cases are drawn by lot, and nobody may choose a judge.") if item.id == "12" else item for item in items]
    plan = library.plan("kyiv", text_file(tmp_path, [item for item in corrected if item.id != "20"], "corrected.txt"))
    assert (plan.changed, plan.removed, plan.added) == (("12",), ("20",), ())
    library.carry_out(plan, TODAY)
    now = {one.id: dict(one.fingerprints) for one in standard("kyiv").clauses}
    assert [name for name in before if texts_changed(before[name], now[name])] == ["12", "20"]
    assert standard("kyiv").sources[0].changed == ("12", "20")


def test_a_first_import_asks_for_no_new_check() -> None:
    assert not texts_changed({"statement": "f1:a"}, {"statement": "f1:a", "official.en": "f1:b"})
    assert not texts_changed({"official.en": ""}, {"official.en": "f1:b"})
    assert not texts_changed({"official.en": "f1:b"}, {})
    assert texts_changed({"statement": "f1:a"}, {"statement": "f1:c"})


def test_a_broken_file_of_the_workspace_is_named(home: Path) -> None:
    (home / "kyiv").mkdir(parents=True)
    (home / "kyiv" / "import.toml").write_text("schema = ", encoding="utf-8")
    with pytest.raises(CatalogueError, match="import.toml"):
        load_catalogue(like.STANDARDS, home)
