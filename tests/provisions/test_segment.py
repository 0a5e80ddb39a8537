"""Segmentation, by readable cases in three languages: each gives a draft line by line and the units that must come out."""

from __future__ import annotations

from pathlib import Path

import pytest

from ethicsdiff.errors import DraftError
from ethicsdiff.languages.detect import document_languages
from ethicsdiff.model.document import Block, BlockKind, Draft, Location, Provision, SourceDocument, TableCell
from ethicsdiff.provisions.segment import segment

CASES = Path(__file__).parents[1] / "cases" / "segmentation"


def source(lines: list[str]) -> SourceDocument:
    """Returns a source with one block a line: `^` is a centred bold heading line, `@1.|text` an automatic number."""
    blocks = tuple(block(line, place) for place, line in enumerate(lines))
    languages = document_languages([b.text for b in blocks])
    return SourceDocument(file="draft.docx", format="docx", sha256="", title="", languages=languages, blocks=blocks)


def block(line: str, place: int) -> Block:
    """Returns the block of one line of a case."""
    number, text = ("", line)
    if line.startswith("@"):
        number, _, text = line[1:].partition("|")
    centred = line.startswith("^")
    return Block(
        ordinal=place, kind=BlockKind.LIST_ITEM if number else BlockKind.PARAGRAPH, text=text.removeprefix("^"), number=number,
        bold=centred, centred=centred, location=Location(file="draft.docx", block=place),
    )  # fmt: skip


def shown(provision: Provision) -> str:
    """Returns a provision as the case files write it."""
    cells = (provision.id, provision.kind.value, provision.label, provision.heading, provision.text, " > ".join(provision.path))
    return " | ".join(cells).replace("|  |", "| |").replace("|  |", "| |")


def cases() -> list[object]:
    """Returns the cases of all files: lines given, lines expected, titled by file and case."""
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
            title, _, rest = part.partition("\n")
            given, _, expected = rest.partition("---\n")
            found.append(pytest.param(given.strip().splitlines(), expected.strip().splitlines(), id=f"{path.stem}: {title}"))
    return found


@pytest.mark.parametrize(("given", "expected"), cases())
def test_a_draft_is_cut_into_the_units_its_labels_show(given: list[str], expected: list[str]) -> None:
    assert [shown(p) for p in segment(source(given)).provisions] == expected


@pytest.mark.parametrize(("given", "expected"), cases())
def test_no_word_of_a_draft_is_lost_or_used_twice(given: list[str], expected: list[str]) -> None:
    draft = segment(source(given))
    for item in draft.source.blocks:
        assert uncovered(draft, item) == "", item.text


def uncovered(draft: Draft, item: Block) -> str:
    """Returns what is left of a block once labels, headings and texts of the provisions are taken out, each exactly once."""
    if item.ordinal in draft.unplaced:
        return ""
    taken = [0] * len(item.text)
    for provision in draft.provisions:
        spans = [*provision.spans, *([provision.heading_span] if provision.heading_span else [])]
        for span in (s for s in spans if s.block == item.ordinal):
            for place in range(span.start, span.end):
                taken[place] += 1
    assert max(taken, default=0) <= 1, item.text
    labels = {p.label for p in draft.provisions if p.location.block == item.ordinal}
    left = "".join(c for c, n in zip(item.text, taken, strict=True) if not n).strip()
    return "" if left in labels else left


def test_the_lead_in_of_a_list_governs_its_items() -> None:
    draft = segment(source(["Статья 1. Запреты", "Судья не вправе:", "1) брать подарки;", "2) давать советы."]))
    assert [p.lead_in for p in draft.provisions if p.label in ("1)", "2)")] == ["Судья не вправе:"] * 2


def test_a_draft_without_any_label_is_refused_in_one_sentence() -> None:
    with pytest.raises(DraftError, match="no provisions were found"):
        segment(source(["Уважаемые коллеги", "направляем письмо без единой статьи."]))


def test_rows_of_a_plan_of_actions_become_measures_with_named_fields() -> None:
    rows = [
        ["№ п/п", "Мероприятие", "Форма завершения", "Срок", "Ответственные исполнители"],
        ["1", "Ввести автоматическое распределение дел", "приказ", "2027 год", "Судебная администрация"],
    ]
    draft = segment(table_source(["Раздел 1. План"], rows))
    measure = draft.provisions[-1]
    assert (measure.kind.value, measure.label, measure.text) == ("measure", "1", "Ввести автоматическое распределение дел")
    assert measure.fields == (("Форма завершения", "приказ"), ("Срок", "2027 год"), ("Ответственные исполнители", "Судебная администрация"))


def table_source(before: list[str], rows: list[list[str]]) -> SourceDocument:
    """Returns a source of some lines and one table."""
    blocks = [block(line, place) for place, line in enumerate(before)]
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            place = len(blocks)
            blocks.append(
                Block(
                    ordinal=place, kind=BlockKind.CELL, text=text, cell=TableCell(table=0, row=row, column=column),
                    location=Location(file="draft.docx", block=place),
                )  # fmt: skip
            )
    return SourceDocument(file="draft.docx", format="docx", sha256="", title="", languages=("ru",), blocks=tuple(blocks))


def test_ids_stay_unique_where_an_annex_repeats_numbers() -> None:
    draft = segment(source(["Статья 1. Одно", "Первый текст статьи.", "Приложение 1", "Статья 1. Другое", "Второй текст статьи."]))
    ids = [p.id for p in draft.provisions]
    assert len(ids) == len(set(ids)) and "a1~2" in ids
