"""Official-looking files of all formats and three languages: at least 0.98 of the clauses with the right number and text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from ethicsdiff.errors import DraftError
from ethicsdiff.model.official import OfficialText
from ethicsdiff.provisions.segment import segment
from ethicsdiff.readers import read_source
from ethicsdiff.standards.official import read_official
from tests.standards import lookalikes as like
from tests.standards.lookalikes import Item

LANGUAGES = ("en", "ru", "kk")
WRITERS: dict[str, Callable[[Sequence[Item]], bytes]] = {
    "official.txt": lambda items: like.as_text(items).encode(),
    "official.md": lambda items: like.as_markdown(items).encode(),
    "official.html": lambda items: like.as_html(items).encode(),
    "cells.html": lambda items: like.as_html(items, table=True).encode(),
    "official.docx": lambda items: like.as_docx(items),
    "plain.docx": lambda items: like.as_docx(items, plain=True),
    "automatic.docx": lambda items: like.as_docx(items, automatic=True),
}
GOOD = 0.98
FOREIGN = {
    "de": "Der Richter übt sein Amt unabhängig aus und ist nur dem Gesetz unterworfen; er meidet jeden Anschein der Befangenheit.",
    "bg": "Съдията изпълнява задълженията си независимо и се подчинява само на закона, като пази доверието в съда.",
    "uk": "Суддя виконує свої обов’язки незалежно і підкоряється лише закону, зберігаючи довіру до суду та його служби.",
    "ky": "Судья өзүнүн милдеттерин көз карандысыз аткарат жана мыйзамга гана баш иет, сотко болгон ишенимди сактайт.",
}


def imported(path: Path, name: str, language: str = "") -> OfficialText:
    return read_official(read_source(path), like.standard(name) if name else None, language=language)


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def share_right(items: Sequence[Item], text: OfficialText) -> float:
    """Returns the share of clauses that stand under their number with their text."""
    wanted, found = like.expected(items), {clause.id: clause.text for clause in text.clauses}
    right = [SequenceMatcher(None, plain(words), plain(found.get(name, "")), autojunk=False).ratio() >= GOOD for name, words in wanted.items()]
    return sum(right) / len(right)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("kind", ["bangalore", "lettered", "kyiv"])
def test_clauses_are_found_with_number_and_text(tmp_path: Path, kind: str, name: str, language: str) -> None:
    items = like.kyiv_like(language) if kind == "kyiv" else like.bangalore_like(language, pick=1, lettered=kind == "lettered")
    text = imported(saved(tmp_path, name, WRITERS[name](items)), "kyiv" if kind == "kyiv" else "bangalore")
    assert text.language == language
    assert share_right(items, text) >= GOOD
    assert [clause.id for clause in text.clauses if clause.id not in like.expected(items)] == []
    assert text.gaps == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_clauses_are_found_in_a_pdf_with_running_heads_and_footnotes(tmp_path: Path, soffice: str, language: str) -> None:
    for number, (items, name) in enumerate(((like.bangalore_like(language), "bangalore"), (like.kyiv_like(language, pick=1), "kyiv"))):
        path = like.as_pdf(like.as_docx(items, plain=bool(number)), tmp_path, soffice, f"official{number}")
        assert share_right(items, imported(path, name)) >= GOOD


@pytest.mark.parametrize("label", ["{}", "({})", "[{}]", "§ {}", "Paragraph {}", "{})"])
def test_paragraphs_may_be_numbered_in_many_ways(tmp_path: Path, label: str) -> None:
    items = [replace(item, number=label.format(item.id)) if item.id else item for item in like.kyiv_like("en", notes=False)]
    text = imported(saved(tmp_path, "official.txt", like.as_text(items).encode()), "")
    assert share_right(items, text) == 1


def test_a_list_of_contents_and_an_annex_are_left_out(tmp_path: Path) -> None:
    items = like.kyiv_like("en")
    contents = [Item("text", f"{item.text} {'.' * 20} 7") for item in items if item.kind == "group"]
    annex = [Item("group", "Annex. Participants"), Item("text", "1. Ministry of Justice, two delegates."), Item("text", "2. Union of Judges.")]
    whole = [items[0], Item("heading", "Contents"), *contents, *items[1:], *annex]
    text = imported(saved(tmp_path, "official.txt", like.as_text(whole).encode()), "kyiv")
    assert share_right(items, text) == 1


def test_clauses_of_an_unknown_instrument_keep_part_and_heading(tmp_path: Path) -> None:
    text = imported(saved(tmp_path, "official.docx", like.as_docx(like.kyiv_like("ru"))), "")
    assert [clause.id for clause in text.clauses] == [str(number) for number in range(1, 36)]
    assert text.clauses[0].group == "Часть I. Судебное администрирование"
    assert text.clauses[0].heading == "Распределение задач"
    assert text.clauses[-1].group.startswith("Часть III")


def test_gaps_doubts_and_foreign_numbers_are_told(tmp_path: Path) -> None:
    items = [item for item in like.kyiv_like("en", notes=False) if item.id not in ("7", "8")]
    items = [replace(item, text="Cut off here without") if item.id == "11" else item for item in items]
    text = imported(saved(tmp_path, "official.md", like.as_markdown(items).encode()), "kyiv")
    assert text.gaps == ("7", "8")
    assert ("11", "short") in {(doubt.clause, doubt.code) for doubt in text.doubts}


def test_a_law_is_divided_by_articles_and_their_paragraphs(tmp_path: Path) -> None:
    law = (
        "# Закон о судах\n\n## Глава 1. Общие положения\n\n### Статья 1. Суды\n\n1. Правосудие осуществляют суды.\n\n2. Суды независимы:\n\n"
        "1) от органов власти;\n\n2) от граждан.\n\n### Статья 2. Судьи\n\nСудьи несменяемы и подчиняются только закону.\n\n"
        "### Статья 3. Доступ\n\nРазбирательство во всех судах открытое.\n"
    )
    source = read_source(saved(tmp_path, "law.md", law.encode()))
    text = read_official(source, None, draft=segment(source))
    assert [(clause.id, clause.cite) for clause in text.clauses] == [
        ("1.1", "article-paragraph"), ("1.2", "article-paragraph"), ("2", "article"), ("3", "article"),
    ]  # fmt: skip
    assert text.clauses[1].text.endswith("2) от граждан.")
    assert text.clauses[2].heading == "Судьи"


@pytest.mark.parametrize("language", FOREIGN)
def test_a_foreign_language_gets_one_sentence(tmp_path: Path, language: str) -> None:
    body = "\n\n".join(f"{number}. {FOREIGN[language]}" for number in range(1, 9))
    with pytest.raises(DraftError, match="not in English, Russian or Kazakh"):
        imported(saved(tmp_path, "official.txt", body.encode()), "warsaw")


def test_a_wrong_language_of_the_user_gets_one_sentence(tmp_path: Path) -> None:
    path = saved(tmp_path, "official.txt", like.as_text(like.kyiv_like("kk")).encode())
    with pytest.raises(DraftError, match="in Kazakh, not in Russian"):
        imported(path, "kyiv", "ru")


def test_a_file_without_numbers_gets_one_sentence(tmp_path: Path) -> None:
    path = saved(tmp_path, "official.txt", b"The court is open to everybody.\n\nJudges give reasons.\n")
    with pytest.raises(DraftError, match="no numbered clauses"):
        imported(path, "warsaw")


def test_a_number_that_an_article_gives_twice_stays_apart(tmp_path: Path) -> None:
    law = "\n\n".join(f"## Article {n}. Courts\n\n1. Courts decide in public.\n\n1. Judges give reasons in writing." for n in (1, 2, 3))
    source = read_source(saved(tmp_path, "law.md", law.encode()))
    text = read_official(source, None, draft=segment(source))
    assert [clause.id for clause in text.clauses][:2] == ["1.1", "1.1~2"]
    assert ("1.1~2", "repeated") in {(doubt.clause, doubt.code) for doubt in text.doubts}
