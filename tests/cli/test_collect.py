"""`collect` and `remark` as an editor calls them: files of several reviewers in, one table out, nothing lost and nothing twice."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document

from ethicsdiff.cli import cli
from ethicsdiff.errors import EthicsdiffError
from tests.builders import docx, p
from tests.cli.conftest import SAMPLES, Ran, Run
from tests.ooxml.marks import W
from tests.reviewers import Copy

LANGUAGES = ("ru", "kk", "en")
ACCEPT = {"ru": "Принято", "kk": "Қабылданды", "en": "Agreed"}
REJECT = {"ru": "Не согласен: норма шире", "kk": "Келіспеймін", "en": "I do not agree"}
SOFFICE = shutil.which("soffice")


class Desk:
    """A folder with one draft, its annotated file, and what the editor does there."""

    def __init__(self, folder: Path, draft: Path, annotated: Path) -> None:
        self.folder = folder
        self.draft = Path(shutil.copyfile(draft, folder / draft.name))
        self.annotated = annotated
        self.table = folder / "out"

    def collect(self, *arguments: object, code: int = 0) -> dict[str, Any]:
        """Returns what `collect` tells programs."""
        ran = self.call("collect", *arguments, "--draft", self.draft, "--out", self.table, "--format", "json")
        assert ran.code == code, ran.err
        value: dict[str, Any] = json.loads(ran.out) if code == 0 else {"error": ran.err}
        return value

    def call(self, *arguments: object) -> Ran:
        """Returns what a command says, run within this process, which is much faster; errors become what the program makes of them."""
        ran = CliRunner().invoke(cli, [*map(str, arguments)], env={"ETHICSDIFF_REVIEWER": ""}, standalone_mode=False)
        if isinstance(ran.exception, (EthicsdiffError, click.ClickException)):
            said = ran.exception.format_message() if isinstance(ran.exception, click.ClickException) else str(ran.exception)
            return Ran(2, ran.stdout, ran.stderr + said)
        if ran.exception is not None:
            raise ran.exception
        return Ran(0, ran.stdout, ran.stderr)

    def copy(self, author: str, date: str = "2026-03-02T10:15:00Z") -> Copy:
        return Copy(self.annotated, author, date)

    def save(self, copy: Copy, name: str) -> Path:
        return copy.save(self.folder / name)

    def edit(self, *cells: tuple[str, str, str], name: str = "edited.xlsx") -> Path:
        """Returns the table as an editor saves it: cells given as (id, column title, value); a new row for an unknown id."""
        book = openpyxl.load_workbook(max(self.table.glob("remarks*.xlsx"), key=lambda path: path.stat().st_mtime_ns))
        sheet = book.worksheets[0]
        head = next(row for row in sheet.iter_rows(max_row=30) if row[0].value in ("№", "No."))
        columns = {cell.value: cell.column for cell in head}
        rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=head[0].row + 1) if row[0].value}
        new = sheet.max_row + 1
        for number, title, value in cells:
            sheet.cell(row=rows.get(number, new), column=columns[title]).value = value
        book.save(self.folder / name)
        return self.folder / name

    def book(self) -> bytes:
        return (self.folder / "remarks.jsonl").read_bytes()


@pytest.fixture
def desk(compared: dict[str, tuple[Ran, Path]], drafts: Path, tmp_path: Path) -> Desk:
    return Desk(tmp_path, drafts / SAMPLES["ru"], compared["ru"][1] / "annotated.docx")


def by_text(found: dict[str, Any], text: str) -> dict[str, Any]:
    return next(one for one in found["remarks"] if one["text"] == text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_replies_are_tied_to_provision_and_finding_in_each_language(
    compared: dict[str, tuple[Ran, Path]], drafts: Path, tmp_path: Path, language: str
) -> None:
    annotated = compared[language][1] / "annotated.docx"
    desk = Desk(tmp_path, drafts / SAMPLES[language], annotated)
    alignments = json.loads((compared[language][1] / "report.json").read_text(encoding="utf-8"))["alignments"]
    pairs = {(a["provision"], a["standard"], a["clause"], a["relation"]) for a in alignments}
    copy = desk.copy("Reviewer A")
    numbers = copy.numbers()
    for position, number in enumerate(numbers):
        copy.reply(number, (ACCEPT if position % 2 else REJECT)[language], date=f"2026-03-02T{10 + position // 60:02}:{position % 60:02}:00Z")
    found = desk.collect(desk.save(copy, "a.docx"))
    replies = [one for one in found["remarks"] if one["kind"] == "reply"]
    assert len(replies) == len(numbers) and all(one["tie"] == "bookmark" and one["fit"] == "exact" for one in replies)
    proposed = [(one["place"], p["finding"], p["verdict"]) for one in replies for p in one["proposals"]]
    assert {(place, f["standard"], f["clause"], f["relation"]) for place, f, _ in proposed} <= pairs
    assert {verdict for _, _, verdict in proposed} == {"accept", "reject"} and len(proposed) >= len(numbers) - 2
    texts = [cell.text for row in Document(desk.table / "remarks.docx").tables[0].rows for cell in row.cells]
    head = {"ru": "Замечание", "kk": "Ескертпе", "en": "Remark"}[language]
    assert head in texts and any(REJECT[language] in text for text in texts)


def test_running_twice_adds_nothing_twice(desk: Desk) -> None:
    copy = desk.copy("Reviewer A")
    one, two, *_ = copy.numbers()
    copy.reply(one, "Принято").reply(two, "Принято").resolve(two).remark("Судья не поддаётся", "Уточнить").remark("Судья не поддаётся", "Уточнить")
    copy.tracked("трёх рабочих", "пяти рабочих").edited("в течение месяца со дня", "в течение недели со дня")
    first = desk.save(copy, "a.docx")
    found = desk.collect(first)
    assert len(found["entered"]) == len({one["id"] for one in found["remarks"]}) == 9
    before = desk.book()
    again = desk.collect(first, first)
    assert again["entered"] == again["changed"] == [] and desk.book() == before
    assert sorted(path.name for path in desk.table.glob("remarks*")) == ["remarks.docx", "remarks.xlsx"]


def test_opposite_answers_of_two_reviewers_are_a_conflict_and_both_are_kept(desk: Desk) -> None:
    number = desk.copy("x").numbers()[4]
    first = desk.save(desk.copy("Reviewer A").reply(number, "Согласен"), "a.docx")
    second = desk.save(desk.copy("Reviewer B").reply(number, "Отклонить, норма о другом"), "b.docx")
    found = desk.collect(first, second)
    agree, refuse = by_text(found, "Согласен"), by_text(found, "Отклонить, норма о другом")
    assert agree["conflicts"] == [refuse["id"]] and refuse["conflicts"] == [agree["id"]]
    assert agree["place"] == refuse["place"] != ""
    everything = desk.collect("--accept", "all", "--editor", "Editor")
    assert everything["decided"] == [], "what people contradict each other on is never taken over unasked"
    chosen = desk.collect("--accept", refuse["id"], "--editor", "Editor")
    # One decision for each finding of the comment.
    assert {(one["kind"], one["reviewer"], one["entered_by"]) for one in chosen["decided"]} == {("reject", "Reviewer B", "Editor")}
    assert by_text(chosen, "Согласен")["conflicts"] == [refuse["id"]], "the other answer is still to be settled"
    log = desk.call("log", desk.draft).out
    assert "Reviewer B" in log and "внесено из замечания: Editor" in log


def test_different_rewordings_of_the_same_words_are_a_conflict_and_equal_ones_are_none(desk: Desk) -> None:
    one = desk.save(desk.copy("Reviewer A").tracked("трёх рабочих дней", "пяти рабочих дней"), "a.docx")
    two = desk.save(desk.copy("Reviewer B").tracked("в течение трёх рабочих дней", "немедленно"), "b.docx")
    same = desk.save(desk.copy("Reviewer C").tracked("трёх рабочих дней", "пяти рабочих дней"), "c.docx")
    found = {(one["author"], one["inserted"]): one for one in desk.collect(one, two, same)["remarks"] if one["kind"] == "replaced"}
    a, b, c = (found[key] for key in (("Reviewer A", "пяти рабочих дней"), ("Reviewer B", "немедленно"), ("Reviewer C", "пяти рабочих дней")))
    assert a["conflicts"] == [b["id"]] == c["conflicts"] and b["conflicts"] == [a["id"], c["id"]]


def test_no_proposal_becomes_a_decision_without_the_word_of_an_editor(desk: Desk) -> None:
    copy = desk.copy("Reviewer A")
    copy.reply(copy.numbers()[0], "Принято")
    found = desk.collect(desk.save(copy, "a.docx"))
    assert by_text(found, "Принято")["proposals"] and not (desk.folder / "decisions.jsonl").exists()
    assert "--editor" in desk.collect("--accept", "all", code=2)["error"]
    assert not (desk.folder / "decisions.jsonl").exists()
    [decision] = desk.collect("--accept", "all", "--editor", "Editor")["decided"]
    assert decision["kind"] == "confirm" and decision["text"] == "Принято"
    again = desk.collect("--accept", "all", "--editor", "Editor")
    assert by_text(again, "Принято")["status"] == "accepted"
    assert again["decided"] == [] and (desk.folder / "decisions.jsonl").read_bytes().count(b"\n") == 1
    shown = json.loads(desk.call("show", desk.draft, "--stage", "alignments").out)["value"]["alignments"]
    assert [a["standing"] for a in shown if a["provision"] == decision["anchor"]["provision"] and a["clause"] == decision["clause"]] == ["confirmed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edited_table_changes_only_what_was_edited(
    compared: dict[str, tuple[Ran, Path]], drafts: Path, tmp_path: Path, language: str
) -> None:
    desk = Desk(tmp_path, drafts / SAMPLES[language], compared[language][1] / "annotated.docx")
    copy = desk.copy("Reviewer A")
    one, two, three, *_ = copy.numbers()
    copy.reply(one, ACCEPT[language]).reply(two, REJECT[language]).reply(three, "1")
    before = {row["id"]: row for row in desk.collect(desk.save(copy, "a.docx"))["remarks"]}
    mine = [row["id"] for row in before.values() if row["author"] == "Reviewer A"]
    status, rejected = {"ru": ("Статус", "отклонено"), "kk": ("Мәртебесі", "қабылданбады"), "en": ("Status", "rejected")}[language]
    response, take = {"ru": ("Ответ", "Принять решение? (да)"), "kk": ("Жауап", "Шешімді қабылдау керек пе? (иә)"), "en": ("Response", "Take over? (yes)")}[language]
    edited = desk.edit((mine[2], status, rejected), (mine[2], response, "= см. статью 5"), (mine[0], take, {"ru": "да", "kk": "иә", "en": "yes"}[language]))
    found = desk.collect(edited, "--editor", "Editor")
    after = {row["id"]: row for row in found["remarks"]}
    assert {(c["remark"], c["field"], c["value"], c["by"]) for c in found["changed"]} == {
        (mine[2], "status", "rejected", "Editor"), (mine[2], "response", "= см. статью 5", "Editor"),
    }  # fmt: skip
    assert {d["kind"] for d in found["decided"]} == {"confirm"} and after[mine[0]]["decisions"] == [d["id"] for d in found["decided"]]
    assert {i for i in after if after[i] != before[i]} == {mine[0], mine[2]} and found["notices"] == []
    lines = desk.book()
    again = desk.collect(edited, "--editor", "Editor")
    assert again["changed"] == again["decided"] == again["notices"] == [] and desk.book() == lines
    said = desk.call("collect", desk.edit((mine[1], status, rejected)), "--draft", desk.draft, "--out", desk.table).out
    assert mine[1] in said and rejected in said


def test_what_changed_in_the_meantime_and_what_was_said_is_not_overwritten_by_a_table(desk: Desk) -> None:
    copy = desk.copy("Reviewer A")
    copy.reply(copy.numbers()[0], "Вопрос к рабочей группе")
    identifier = by_text(desk.collect(desk.save(copy, "a.docx")), "Вопрос к рабочей группе")["id"]
    edited = desk.edit((identifier, "Статус", "принято"), (identifier, "Замечание", "Другие слова"), (identifier, "Категория", "срочно"), ("R-99", "№", "R-99"))
    assert desk.call("remark", desk.draft, "--id", identifier, "--status", "rejected", "--editor", "B").code == 0
    found = desk.collect(edited, "--editor", "A")
    assert {one["code"] for one in found["notices"]} == {"collect.clash", "collect.fixed-cell", "collect.unknown-row"}
    row = by_text(found, "Вопрос к рабочей группе")
    assert (row["status"], row["category"]) == ("rejected", "срочно")


def test_a_table_that_decides_without_the_name_of_an_editor_changes_nothing(desk: Desk) -> None:
    copy = desk.copy("Reviewer A")
    copy.reply(copy.numbers()[0], "Принято")
    identifier = by_text(desk.collect(desk.save(copy, "a.docx")), "Принято")["id"]
    edited = desk.edit((identifier, "Принять решение? (да)", "да"), (identifier, "Статус", "отклонено"))
    before = desk.book()
    assert "--editor" in desk.collect(edited, code=2)["error"] and desk.book() == before
    assert [one["kind"] for one in desk.collect(edited, "--editor", "Editor")["decided"]] == ["confirm"]


def test_a_word_that_is_no_status_is_told_and_changes_nothing(desk: Desk) -> None:
    copy = desk.copy("Reviewer A")
    copy.reply(copy.numbers()[0], "Вопрос")
    identifier = by_text(desk.collect(desk.save(copy, "a.docx")), "Вопрос")["id"]
    found = desk.collect(desk.edit((identifier, "Статус", "возможно"), (identifier, "Место", "нет такого места")))
    assert [one["code"] for one in found["notices"]] == ["collect.not-understood"] * 2 and found["changed"] == []


def test_a_new_row_of_the_table_is_a_remark_by_hand(desk: Desk) -> None:
    copy = desk.copy("Reviewer A")
    copy.reply(copy.numbers()[0], "Принято")
    desk.collect(desk.save(copy, "a.docx"))
    cells = (("", "Замечание", "Сократить срок"), ("", "Автор", "Верховный суд"), ("", "Источник", "письмо"), ("", "Место", "a5.p3"), ("", "Ответ", "Учтём"))
    edited = desk.edit(*cells)
    found = desk.collect(edited, "--editor", "Editor")
    row = by_text(found, "Сократить срок")
    assert (row["kind"], row["author"], row["source"], row["place"], row["response"]) == ("hand", "Верховный суд", "mail", "a5.p3", "Учтём")
    assert desk.collect(edited)["entered"] == []


def test_remarks_by_hand_have_a_source_and_are_entered_once(desk: Desk) -> None:
    said = ("--place", "a5.p2", "--text", "Уточнить перечень", "--author", "Совет судей", "--source", "telephone", "--date", "2026-03-01")
    first = desk.call("remark", desk.draft, *said, "--format", "json")
    assert first.code == 0 and json.loads(first.out)["entered"] == ["R-1"]
    assert json.loads(desk.call("remark", desk.draft, *said, "--format", "json").out)["entered"] == []
    row = json.loads(desk.call("remark", desk.draft, *said, "--format", "json").out)["remarks"][0]
    assert (row["source"], row["place"], row["tie"], row["date"], row["author"]) == ("telephone", "a5.p2", "person", "2026-03-01", "Совет судей")
    changed = desk.call("remark", desk.draft, "--id", "R-1", "--status", "принято", "--response", "Учтено", "--editor", "Editor", "--format", "json")
    assert json.loads(changed.out)["remarks"][0]["status"] == "accepted"


def test_a_single_new_remark_is_named_once(desk: Desk) -> None:
    ran = desk.call("remark", desk.draft, "--text", "Уточнить перечень", "--author", "Совет судей", "--source", "mail")
    assert "(R-1)" in ran.out and ran.out.count("R-1") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--text", "x", "--author", "A"), "source"),
        (("--text", "x", "--source", "mail"), "author"),
        (("--author", "A", "--source", "mail"), "text"),
        (("--text", "x", "--author", "A", "--source", "mail", "--place", "a5.p99"), "a5.p"),
        (("--id", "R-7", "--status", "open"), "R-7"),
        (("--text", "x", "--status", "open"), "--id"),
        (("--id", "R-7",), "--status"),
        (("--id", "R-7", "--text", "x"), "not changed"),
    ],
)  # fmt: skip
def test_a_wrong_remark_is_one_sentence_and_writes_nothing(desk: Desk, arguments: tuple[str, ...], words: str) -> None:
    ran = desk.call("remark", desk.draft, *arguments)
    assert ran.code == 2 and words in ran.err and "Traceback" not in ran.err
    assert not (desk.folder / "remarks.jsonl").exists()


def test_text_that_a_reviewer_edited_does_not_lose_the_place(desk: Desk) -> None:
    copy = desk.copy("Reviewer A")
    number = next(one for one in copy.numbers() if copy.tags(one))
    start = next(one for one in copy.main.iter(f"{W}bookmarkStart") if one.get(f"{W}name").startswith(f"_ed_{number}_"))
    words = "".join(start.getparent().itertext(f"{W}t"))
    copy.reply(number, "Согласен").edited(words[: len(words) // 2], "Совсем другой текст, который рецензент набрал без отслеживания,")
    found = desk.collect(desk.save(copy, "a.docx"))
    reply = by_text(found, "Согласен")
    assert reply["place"] and reply["tie"] == "bookmark"
    [edit] = [one for one in found["remarks"] if one["kind"] == "edit"]
    assert edit["place"] == reply["place"] and edit["inserted"].startswith("Совсем другой текст")


def test_a_file_without_our_marks_is_tied_by_its_words_and_nothing_is_dropped(desk: Desk) -> None:
    copy = Copy(desk.draft, "Reviewer A")
    copy.remark("Судья не поддаётся давлению", "Уточнить перечень").remark("КОДЕКС СУДЕЙСКОЙ ЭТИКИ", "О названии")
    found = desk.collect(desk.save(copy, "own.docx"))
    assert (by_text(found, "Уточнить перечень")["tie"], by_text(found, "Уточнить перечень")["place"]) == ("words", "a5.p2")
    assert by_text(found, "О названии")["place"] == ""
    assert "collect.not-ours" in {one["code"] for one in found["notices"]}


def test_a_memo_is_tied_by_quote_or_left_without_a_place(desk: Desk) -> None:
    quote = "О каждой попытке воздействия судья в течение трёх рабочих дней письменно сообщает"
    memo = Copy(docx(p(f"По нашему мнению, слова «{quote}» спорны.") + p("Остальное поддерживаем.")), "Reviewer M")
    memo.remark("По нашему мнению", "К словам в кавычках").remark("Остальное", "Без места")
    found = desk.collect(desk.save(memo, "memo.docx"))
    quoted = by_text(found, "К словам в кавычках")
    assert (quoted["tie"], quoted["place"]) == ("quote", "a5.p3")
    lost = by_text(found, "Без места")
    assert (lost["place"], lost["tie"], lost["quote"]) == ("", "none", "Остальное поддерживаем.")
    cells = [cell.text for row in Document(desk.table / "remarks.docx").tables[0].rows for cell in row.cells]
    assert any("место не найдено" in text for text in cells)


def test_the_program_itself_says_errors_in_one_sentence(run: Run, desk: Desk) -> None:
    ran = run("collect", desk.folder / "none.docx", "--draft", desk.draft, "--out", desk.table)
    assert ran.code == 2 and "none.docx" in ran.err and "Traceback" not in ran.err
    done = run("collect", desk.save(desk.copy("Reviewer A").remark("Судья не поддаётся", "Уточнить"), "a.docx"), "--draft", desk.draft, "--out", desk.table)
    assert done.code == 0 and "R-1" in done.out and str(desk.table / "remarks.xlsx") in done.out


def test_an_unknown_or_damaged_file_is_said_and_nothing_is_entered(desk: Desk, tmp_path: Path) -> None:
    good = desk.save(desk.copy("Reviewer A").remark("Судья не поддаётся", "Уточнить"), "a.docx")
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 no archive")
    text = tmp_path / "note.txt"
    text.write_text("text", encoding="utf-8")
    sheet = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(sheet)
    for path in (bad, text, sheet, tmp_path / "none.docx"):
        error = desk.collect(good, path, code=2)["error"]
        assert path.name in error and "Traceback" not in error
    assert not (desk.folder / "remarks.jsonl").exists() and not desk.table.exists()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed, so no file can go through it")
def test_a_round_trip_through_libreoffice_loses_nothing_and_is_known_again(desk: Desk) -> None:
    copy = desk.copy("Reviewer A")
    numbers = copy.numbers()
    for position, number in enumerate(numbers[:12]):
        copy.reply(number, ("Принято", "Отклонено", "Уточнить срок")[position % 3])
    for number in numbers[10:16]:
        copy.resolve(number)
    copy.remark("Иные понятия применяются", "Своё замечание").tracked("трёх рабочих дней", "пяти рабочих дней").struck("Отступление от Кодекса само")
    sent = desk.save(copy, "a.docx")
    back = desk.folder / "back"
    profile = f"-env:UserInstallation={(desk.folder / 'profile').as_uri()}"
    subprocess.run([str(SOFFICE), profile, "--headless", "--convert-to", "docx", "--outdir", str(back), str(sent)], check=True, capture_output=True, timeout=180)
    through = desk.collect(back / "a.docx")
    first = {signature(one) for one in through["remarks"]}
    assert desk.collect(sent)["entered"] == [], "the same remarks, before LibreOffice renumbered them"
    (desk.folder / "remarks.jsonl").unlink()
    direct = desk.collect(sent)
    assert {signature(one) for one in direct["remarks"]} == first and len(direct["remarks"]) == len(through["remarks"])
    replies = [one for one in through["remarks"] if one["answers"] and one["text"]]
    assert len(replies) == 12 and sum(one["resolved"] for one in through["remarks"]) == 6


def signature(row: dict[str, Any]) -> tuple[object, ...]:
    return (row["author"], row["date"], row["text"], row["deleted"], row["inserted"], row["place"], row["number"], tuple(row["answers"]), row["resolved"])
