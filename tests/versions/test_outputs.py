"""What is written on two versions and on two language texts: in three languages, whole, and fit for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import jsonschema
import openpyxl
import pytest
from docx.oxml.ns import qn

import ethicsdiff
from ethicsdiff.cli import parallel as parallel_command
from ethicsdiff.cli import versions as versions_command
from ethicsdiff.model.decision import Carried, Decision, DecisionKind, Fit
from ethicsdiff.model.document import Draft
from ethicsdiff.model.review import ClauseCoverage
from ethicsdiff.model.versions import Parallel, VersionMap
from ethicsdiff.report.parallel import build_parallel
from ethicsdiff.report.version_words import TABLES
from ethicsdiff.report.versions import build_versions
from ethicsdiff.versions.bilingual import compare_languages
from ethicsdiff.versions.compare import map_versions
from ethicsdiff.versions.effects import effects_of, fates_of
from ethicsdiff.versions.halves import two_columns
from ethicsdiff.versions.proposals import proposals_of
from ethicsdiff.writers.legislative_table import write_table
from ethicsdiff.writers.parallel_docx import write_parallel_docx
from ethicsdiff.writers.parallel_xlsx import write_parallel_xlsx
from ethicsdiff.writers.versions_html import write_versions_html
from ethicsdiff.writers.versions_json import parallel_json, versions_json
from ethicsdiff.writers.versions_report import write_versions_report
from tests.versions.conftest import Make

SCHEMAS = Path(ethicsdiff.__file__).parent / "schemas"
DATE = datetime(2026, 2, 28, 9, 0)
LANGUAGES = ("en", "ru", "kk")
TITLES = {
    "en": ("Comparison table", "Current wording", "Proposed wording", "Justification", "None", "Delete"),
    "ru": ("Сравнительная таблица", "Действующая редакция", "Предлагаемая редакция", "Обоснование", "Отсутствует", "Исключить"),
    "kk": ("Салыстырма кесте", "Қолданыстағы редакция", "Ұсынылатын редакция", "Негіздеме", "Жоқ", "Алып тасталсын"),
}
OLD = """## Статья 1. Подарки

1. Судья должен отказаться от подарка.

2. Судья хранит тайну совещательной комнаты.

## Статья 2. Мантия

1. В заседании судья находится в мантии.
"""
NEW = """## Статья 1. Подарки

1. Судья вправе отказаться от подарка.

## Статья 2. Наставник

1. Опытный судья помогает новому коллеге шесть месяцев.

## Статья 3. Мантия

1. В заседании судья находится в мантии.
"""


@pytest.fixture
def versions(make: Make) -> VersionMap:
    """Returns the map of two small versions: a modal word changed, a point deleted, an article new, one renumbered."""
    return map_versions(make(OLD), make(NEW))


def test_the_phrase_tables_hold_the_same_keys_and_fields() -> None:
    fields = {language: {key: sorted(re.findall(r"{(\w+)}", words)) for key, words in table.items()} for language, table in TABLES.items()}
    assert fields["ru"].keys() == fields["en"].keys() == fields["kk"].keys()
    loose = {key for key in fields["en"] if not fields["en"][key] == fields["ru"][key] == fields["kk"][key]}
    assert all(key.startswith("p.say.") for key in loose)  # Some languages name the text by its place, others by its language.


def _rows(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(str(path)).tables[0].rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_table_quotes_whole_units_across_the_page(versions: VersionMap, language: str, tmp_path: Path) -> None:
    target = tmp_path / "table.docx"
    write_table(build_versions(versions, language=language, clauses={}), target, date=DATE)
    title, current, proposed, justification, absent, delete = TITLES[language]
    document, rows = docx.Document(str(target)), _rows(target)
    section = document.sections[0]
    assert section.page_width > section.page_height
    assert [one.text for one in document.paragraphs][0] == title
    assert rows[0][2:] == [current, proposed, justification]
    assert rows[1] == ["1", "2", "3", "4", "5"]
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in document.tables[0].rows]
    assert heads == [True, True] + [False] * (len(rows) - 2)
    texts = [row[2:4] for row in rows[2:]]
    assert ["Судья должен отказаться от подарка.", "Судья вправе отказаться от подарка."] in texts
    assert ["Судья хранит тайну совещательной комнаты.", delete] in texts
    assert [absent, "Опытный судья помогает новому коллеге шесть месяцев."] in texts


def test_the_comparison_table_marks_changes_bold_and_struck(versions: VersionMap, tmp_path: Path) -> None:
    target = tmp_path / "table.docx"
    write_table(build_versions(versions, language="ru", clauses={}), target, date=DATE)
    runs = [one for row in docx.Document(str(target)).tables[0].rows for cell in row.cells for p in cell.paragraphs for one in p.runs]
    assert "должен" in [one.text for one in runs if one.font.strike]
    assert "вправе" in [one.text for one in runs if one.bold]


@pytest.mark.parametrize(
    ("form", "order", "heads"),
    [
        ("executive", "proposed-first", ["Предлагаемая редакция", "Действующая редакция", "Обоснование"]),
        ("parliamentary", "current-first", ["Редакция проекта", "Предлагаемое изменение", "Автор изменения и его обоснование"]),
        ("parliamentary", "proposed-first", ["Предлагаемое изменение", "Редакция проекта", "Автор изменения и его обоснование"]),
    ],
)
def test_forms_and_orders_of_the_comparison_table(versions: VersionMap, form: str, order: str, heads: list[str], tmp_path: Path) -> None:
    target = tmp_path / "table.docx"
    write_table(build_versions(versions, language="ru", clauses={}), target, form=form, order=order, date=DATE)
    rows = _rows(target)
    assert rows[0][2:5] == heads
    assert len(rows[0]) == (6 if form == "parliamentary" else 5)
    first = "Судья вправе отказаться от подарка." if order == "proposed-first" else "Судья должен отказаться от подарка."
    assert any(row[2] == first for row in rows)


@pytest.mark.parametrize(("language", "words"), [("en", "the norm is softer"), ("ru", "норма стала мягче"), ("kk", "норма жұмсағырақ болды")])
def test_the_report_tells_changes_of_modality_first(versions: VersionMap, language: str, words: str, tmp_path: Path) -> None:
    target = tmp_path / "versions.docx"
    write_versions_report(build_versions(versions, language=language, clauses={}), target, DATE)
    modal, units = docx.Document(str(target)).tables[1:3]
    assert words in modal.rows[1].cells[2].text
    assert modal.rows[1].cells[1].text == "должен → вправе"
    assert [cell.text for cell in units.rows[2].cells][:2] == ["", _place(language, 2)]


def _place(language: str, number: int) -> str:
    return {"en": f"Article {number}", "ru": f"Статья {number}", "kk": f"{number}-бап"}[language] + ". Наставник"


@pytest.mark.parametrize(("language", "words"), [("en", "the norm is softer"), ("ru", "норма стала мягче"), ("kk", "норма жұмсағырақ болды")])
def test_the_screen_tells_the_same(versions: VersionMap, parallel: Parallel, language: str, words: str) -> None:
    lines = versions_command.summary(build_versions(versions, language=language, clauses={}))
    assert any("должен → вправе" in line and words in line for line in lines)
    lines = parallel_command.summary(build_parallel(parallel, language=language))
    assert sum(line.startswith(("  1. ", "  2. ", "  3. ")) for line in lines) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_all_without_a_network(versions: VersionMap, language: str, tmp_path: Path) -> None:
    target = tmp_path / "versions.html"
    write_versions_html(build_versions(versions, language=language, clauses={}), target)
    page = target.read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page
    assert "<del>должен</del><ins>вправе</ins>" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)


def test_words_of_a_draft_are_no_markup(make: Make, tmp_path: Path) -> None:
    old = make("## Статья 1. Цель\n\nСудья соблюдает закон.\n")
    new = make("## Статья 1. Цель\n\nСудья соблюдает закон & \\<script\\>alert(1)\\</script\\>.\n")
    view = build_versions(map_versions(old, new), language="ru", clauses={})
    write_versions_html(view, tmp_path / "versions.html")
    write_table(view, tmp_path / "table.docx", date=DATE)
    assert "<script>alert" not in (tmp_path / "versions.html").read_text(encoding="utf-8")
    assert any("<script>alert" in cell for row in _rows(tmp_path / "table.docx") for cell in row)


def test_the_map_as_json(versions: VersionMap) -> None:
    plain = json.loads(json.dumps(versions_json(versions)))
    assert plain["schema"] == "ethicsdiff/versions/1"
    articles = [(p["kind"], [u["label"] for u in p["old"]], [u["label"] for u in p["new"]]) for p in plain["pairs"] if p["tier"] == "article"]
    assert articles == [
        ("edited", ["Статья 1."], ["Статья 1."]), ("new", [], ["Статья 2."]), ("renumbered", ["Статья 2."], ["Статья 3."]),
    ]  # fmt: skip
    (change,) = plain["modality_changes"]
    assert (change["old"], change["new"], change["before"], change["after"], change["direction"]) == (
        "должен", "вправе", "obligation", "right", "weaker",
    )  # fmt: skip
    assert change["only_modality"] is True


def _carried(kind: DecisionKind, **more: str) -> Carried:
    place = more.pop("provision", "")
    decision = Decision(id="d", time="2026-02-28T09:00:00Z", reviewer="Первый рецензент", kind=kind, standard="bangalore", **more)
    return Carried(decision=decision, fit=Fit.EXACT if place else Fit.UNBOUND, provision=place)


def test_decisions_on_the_old_version_are_followed_into_the_new_one(versions: VersionMap) -> None:
    before = [ClauseCoverage(standard="bangalore", clause=one, state="gap", provisions=()) for one in ("1.1", "1.2", "1.3")]
    after = [ClauseCoverage(standard="bangalore", clause=one, state=state, provisions=("a1.p1",)) for one, state in (("1.1", "covered"), ("1.2", "gap"), ("1.3", "gap"))]
    decided = [
        _carried(DecisionKind.ACCEPT, clause="1.1"), _carried(DecisionKind.ACCEPT, clause="1.2"), _carried(DecisionKind.DECLINE, clause="1.3"),
        _carried(DecisionKind.WORDING, clause="1.1", provision="a1.p1", text="Судья вправе отказаться от подарка."),
        _carried(DecisionKind.WORDING, clause="1.1", provision="a1.p1", text="Председатель ведёт журнал посещений канцелярии."),
        _carried(DecisionKind.NOTE, clause="1.1", text="К обсуждению."),
    ]  # fmt: skip
    found = proposals_of(decided, before, after, versions)
    assert [(row.kind, row.fate) for row in found] == [
        ("accept", "taken"), ("accept", "open"), ("decline", "declined"), ("wording", "taken"), ("wording", "open"),
    ]  # fmt: skip
    assert found[3].new == ("a1.p1",)


# --- two languages ---------------------------------------------------------------------------------------------------
RUSSIAN = "## Статья 1. Ответ\n\n1. Судья обязан ответить в течение десяти дней.\n\n2. Судья хранит тайну.\n"
KAZAKH = "## 1-бап. Жауап\n\n1. Судья он бес күн ішінде жауап беруге құқылы.\n"


@pytest.fixture
def parallel(make: Make) -> Parallel:
    """Returns two small texts: a modal word and a time limit differ, a point is missing."""
    return compare_languages(make(RUSSIAN), make(KAZAKH))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_side_by_side_with_comments(parallel: Parallel, language: str, tmp_path: Path) -> None:
    target = tmp_path / "parallel.docx"
    view = build_parallel(parallel, language=language)
    write_parallel_docx(view, target, date=DATE)
    document = docx.Document(str(target))
    told = " ".join(comment.text for comment in document.comments)
    kinds = [TABLES[language][f"p.kind.{kind}"] for kind in ("modality", "deadline", "missing")]
    assert [word for word in kinds if word not in told] == []
    cells = [cell.text for row in document.tables[-1].rows for cell in row.cells]
    assert any("Судья обязан ответить в течение десяти дней." in cell for cell in cells)
    assert any("Судья он бес күн ішінде жауап беруге құқылы." in cell for cell in cells)
    assert [remark.number for row in view.rows for remark in row.remarks] == [1, 2, 3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_lists_every_divergence(parallel: Parallel, language: str, tmp_path: Path) -> None:
    target = tmp_path / "parallel.xlsx"
    write_parallel_xlsx(build_parallel(parallel, language=language), target, DATE)
    book = openpyxl.load_workbook(target)
    numbers = [row[0].value for row in book.worksheets[0].iter_rows(min_row=6) if isinstance(row[0].value, int)]
    assert numbers == [1, 2, 3]
    assert book.worksheets[0].freeze_panes
    assert any(cell.value and "Судья хранит тайну." in str(cell.value) for row in book.worksheets[1].iter_rows() for cell in row)


def test_the_pairs_as_json(parallel: Parallel) -> None:
    plain = json.loads(json.dumps(parallel_json(parallel)))
    assert plain["schema"] == "ethicsdiff/parallel/1"
    assert (plain["left"]["language"], plain["right"]["language"]) == ("ru", "kk")
    rows = [(p["kind"], (p["left"] or {}).get("id"), (p["right"] or {}).get("id"), [d["kind"] for d in p["differences"]]) for p in plain["pairs"]]
    assert rows == [
        ("equal", "a1", "a1", []), ("divergent", "a1.p1", "a1.p1", ["modality", "deadline"]), ("missing", "a1.p2", None, ["missing"]),
    ]  # fmt: skip
    assert plain["counts"] == {"modality": 1, "deadline": 1, "missing": 1}


def test_real_outputs_hold_to_their_schemas(codes: dict[str, Draft], parallel: Parallel) -> None:
    before = [ClauseCoverage(standard="bangalore", clause="1.1", state="gap", provisions=())]
    after = [replace(before[0], state="covered", provisions=("a1",))]
    sample = map_versions(codes["ru"], codes["v2"])
    proposals = proposals_of([_carried(DecisionKind.ACCEPT, clause="1.1")], before, after, sample)
    told = replace(sample, compared=True, effects=effects_of(before, after), fates=fates_of(before, after), proposals=proposals)
    for name, plain in (("versions", versions_json(told)), ("parallel", parallel_json(parallel))):
        schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(plain, schema)


@pytest.mark.parametrize("write", [write_parallel_docx, write_parallel_xlsx])
def test_equal_input_gives_equal_bytes(parallel: Parallel, write: Callable[..., None], tmp_path: Path) -> None:
    view = build_parallel(parallel, language="ru")
    made = []
    for name in ("one", "other"):
        write(view, tmp_path / name, date=DATE)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_a_bilingual_table_in_one_file(make: Make) -> None:
    table = "| Русский текст | Қазақша мәтін |\n|---|---|\n| Статья 1. Ответ | 1-бап. Жауап |\n| 1. Судья обязан ответить на каждое обращение. | 1. Судья әрбір өтінішке жауап беруге құқылы. |\n| 2. Судья хранит тайну совещательной комнаты. | 2. Судья кеңесу бөлмесінің құпиясын сақтайды. |\n"
    drafts: tuple[Draft, Draft] = two_columns(make(table))
    found = compare_languages(*drafts)
    assert found.languages == ("ru", "kk")
    assert [one.kind.value for pair in found.pairs for one in pair.divergences] == ["modality"]
