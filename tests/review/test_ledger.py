"""The ledger: what was acknowledged stays, whatever happens to the process or to a line."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ethicsdiff.errors import LedgerError
from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.model.match import Relation
from ethicsdiff.report.phrases import TABLES
from ethicsdiff.report.remarks import notice_text
from ethicsdiff.review.ledger import Ledger, append, append_made, read_ledger
from ethicsdiff.review.lines import decode, encode
from ethicsdiff.review.locking import locked
from tests.review.builders import GIFTS, LANGUAGES, decision, draft

ROOT = Path(__file__).parents[2]
KILLS, LINES = 200, 1000


def notes(number: int) -> list[Decision]:
    return [decision(DecisionKind.NOTE, draft("kk"), GIFTS, text=f"Ескертпе {line}\nекінші жол «»") for line in range(number)]


def written(path: Path, number: int = 3) -> list[Decision]:
    decisions = notes(number)
    for one in decisions:
        assert append(path, one) == ()
    return decisions


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_comes_back_as_it_was(language: str) -> None:
    whole = decision(
        DecisionKind.OTHER, draft(language), GIFTS, other="2", relation=Relation.WEAKER, text="\u2028 \U0001f600 \"\\", supersedes=("x", "y")
    )
    assert decode(encode(whole)) == whole
    assert encode(whole).count(b"\n") == 1 and encode(whole).isascii() is False


def test_lines_come_back_in_order_and_none_is_changed_by_the_next(ledger: Path) -> None:
    decisions = written(ledger)
    before = ledger.read_bytes()
    decisions += written(ledger)
    assert ledger.read_bytes().startswith(before)
    assert list(read_ledger(ledger).decisions) == decisions


def test_reading_makes_no_file(ledger: Path) -> None:
    assert read_ledger(ledger).decisions == ()
    assert not ledger.exists()


def test_reading_changes_nothing_even_where_the_end_is_torn(ledger: Path) -> None:
    written(ledger)
    ledger.write_bytes(torn := ledger.read_bytes()[:-7])
    assert [n.code for n in read_ledger(ledger).notices] == ["ledger.torn"]
    assert ledger.read_bytes() == torn and [p.name for p in ledger.parent.iterdir()] == [ledger.name]


@pytest.mark.parametrize("place", range(1, 200, 9))
def test_a_damaged_line_is_named_and_takes_no_other_with_it(ledger: Path, place: int) -> None:
    first, _, third = written(ledger)
    lines = ledger.read_bytes().split(b"\n")
    lines[1] = lines[1][:place] + bytes([lines[1][place] ^ 1]) + lines[1][place + 1 :]
    ledger.write_bytes(b"\n".join(lines))
    told = read_ledger(ledger)
    assert told.decisions == (first, third)
    assert [(n.code, dict(n.params)["lines"]) for n in told.notices] == [("ledger.damaged", "2")]


def test_several_damaged_lines_are_all_named(ledger: Path) -> None:
    written(ledger, 5)
    lines = ledger.read_bytes().split(b"\n")
    ledger.write_bytes(b"\n".join([b"{}", lines[1], b"\xff\xfe", b"[" * 5000, *lines[4:]]))
    told = read_ledger(ledger)
    assert len(told.decisions) == 2
    assert dict(told.notices[0].params)["lines"] == "1, 3, 4"


def test_two_lines_that_lost_the_end_between_them_are_both_read(ledger: Path) -> None:
    decisions = written(ledger)
    ledger.write_bytes(ledger.read_bytes().replace(b"\n", b"?", 1))
    assert list(read_ledger(ledger).decisions) == decisions


def test_a_torn_last_line_is_set_aside_by_the_next_decision(ledger: Path) -> None:
    """At whatever byte the writing broke off."""
    first, second = notes(2)
    line = encode(second)
    for length in range(1, len(line) - 1, 23):
        ledger.write_bytes(encode(first) + line[:length])
        assert [n.code for n in append(ledger, second)] == ["ledger.mended"]
        assert read_ledger(ledger).decisions == (first, second) and read_ledger(ledger).notices == ()
        kept = ledger.with_name("decisions.jsonl.torn")
        assert kept.read_bytes() == line[:length] + b"\n"
        kept.unlink()


def test_a_last_line_that_only_lost_its_end_is_kept(ledger: Path) -> None:
    first, second, third = written(ledger)
    ledger.write_bytes(ledger.read_bytes()[:-1])
    assert read_ledger(ledger).notices == () and len(read_ledger(ledger).decisions) == 3
    assert [n.code for n in append(ledger, replace(first, id="new"))] == ["ledger.ended"]
    assert read_ledger(ledger).decisions == (first, second, third, replace(first, id="new"))


def test_a_line_of_a_later_version_is_named_and_kept(ledger: Path) -> None:
    written(ledger, 1)
    body = b'{"schema":"ethicsdiff/decision/2","id":"later"}'
    later = resummed(body)
    ledger.write_bytes(ledger.read_bytes() + later)
    assert [(n.code, dict(n.params)["lines"]) for n in read_ledger(ledger).notices] == [("ledger.newer", "2")]
    append(ledger, notes(1)[0])
    assert later in ledger.read_bytes()


def resummed(body: bytes) -> bytes:
    """Returns a line as docs/review.md says that other programs may write it."""
    return body[:-1] + b',"sum":"' + hashlib.sha256(body).hexdigest().encode() + b'"}\n'


def test_other_programs_may_write_lines_with_fields_of_their_own(ledger: Path) -> None:
    plain = {"schema": "ethicsdiff/decision/1", "id": "x", "time": "2026-02-28", "reviewer": "R", "kind": "note", "text": "т", "colour": "red"}
    ledger.write_bytes(resummed(json.dumps(plain).encode()))
    assert [one.text for one in read_ledger(ledger).decisions] == ["т"]


@pytest.mark.parametrize("plain", [{"id": 1}, {"kind": "unheard-of"}, {"anchor": []}, {"supersedes": "x"}, {"relation": "?"}, {"text": 3}])
def test_a_sound_line_of_wrong_kinds_is_damaged(ledger: Path, plain: dict[str, object]) -> None:
    base = {"schema": "ethicsdiff/decision/1", "id": "x", "time": "t", "reviewer": "R", "kind": "note"}
    ledger.write_bytes(resummed(json.dumps({**base, **plain}).encode()))
    assert [n.code for n in read_ledger(ledger).notices] == ["ledger.damaged"]


def test_what_editors_and_synchronisation_do_to_files_is_no_damage(ledger: Path) -> None:
    decisions = written(ledger)
    data = ledger.read_bytes()
    ledger.write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") + b"\r\n" + data)
    assert list(read_ledger(ledger).decisions) == decisions
    assert read_ledger(ledger).notices == ()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in the middle of writing by its parent, which forks it")
def test_killing_the_writer_at_any_moment_loses_nothing_acknowledged(ledger: Path) -> None:
    acknowledged = json.loads(run_module("tests.review.kill_loop", ledger, KILLS, 7))
    told = read_ledger(ledger)
    found = [one.id for one in told.decisions]
    assert len(acknowledged) >= KILLS // 2
    assert set(acknowledged) <= set(found)
    assert len(found) == len(set(found)) <= len(acknowledged) + KILLS
    assert not [n.code for n in told.notices if n.code != "ledger.torn"]


def test_two_writers_at_once_lose_no_line(ledger: Path) -> None:
    commands = [[sys.executable, "-m", "tests.review.write_many", str(ledger), name, str(LINES)] for name in ("a", "b")]
    writers = [subprocess.Popen(command, cwd=ROOT) for command in commands]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        told = read_ledger(ledger)  # A reader never sees half a line.
        assert told.notices == () and len(told.decisions) >= seen
        seen = len(told.decisions)
    assert [writer.returncode for writer in writers] == [0, 0]
    assert {one.id for one in read_ledger(ledger).decisions} == {f"{name}{line}" for name in "ab" for line in range(LINES)}


def run_module(name: str, *arguments: object) -> str:
    command = [sys.executable, "-m", name, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def test_a_writer_waits_for_another_and_gives_up_with_a_hint(ledger: Path) -> None:
    written(ledger, 1)
    with ledger.open("ab+") as one, ledger.open("ab+") as other:
        with locked(one), pytest.raises(LedgerError, match="another process"), locked(other, patience=0.05):
            pass
        with locked(one, shared=True), locked(other, shared=True, patience=0.05):
            pass


def test_a_ledger_that_cannot_be_read_or_written_says_where(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be read"):
        read_ledger(tmp_path)
    with pytest.raises(LedgerError, match="cannot be written"):
        append(tmp_path / "none" / "decisions.jsonl", notes(1)[0])


def test_a_text_that_is_no_text_is_refused_before_anything_is_written(ledger: Path) -> None:
    with pytest.raises(LedgerError, match="no text"):
        append(ledger, replace(notes(1)[0], text="\ud800"))
    assert not ledger.exists()


def test_a_full_disk_leaves_nothing_of_the_line(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decisions = written(ledger)
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(LedgerError, match="cannot be written"):
        append(ledger, notes(1)[0])
    monkeypatch.undo()
    assert list(read_ledger(ledger).decisions) == decisions


def full_disk(_handle: int) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("code", ["damaged", "newer", "torn", "mended", "ended"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_of_the_ledger_has_words(ledger: Path, language: str, code: str) -> None:
    assert f"notice.ledger.{code}" in TABLES[language]
    written(ledger, 2)
    ledger.write_bytes(b"?" + ledger.read_bytes())
    told = notice_text(read_ledger(ledger).notices[0], language)
    assert "decisions.jsonl" in told and "1" in told


def test_what_is_made_of_the_ledger_sees_every_line_before_it_and_none_writes_between(ledger: Path) -> None:
    program = [sys.executable, "-m", "tests.review.chain_many", str(ledger)]
    writers = [subprocess.Popen([*program, name, "60"], cwd=ROOT) for name in ("one", "two")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    lines = read_ledger(ledger).decisions
    assert len(lines) == 120
    assert [one.supersedes for one in lines] == [(), *((before.id,) for before in lines[:-1])]


def test_nothing_is_written_and_no_file_made_where_nothing_was_made(ledger: Path) -> None:
    assert append_made(ledger, lambda _: None) == (None, ()) and not ledger.exists()
    (one, other) = notes(2)
    assert append_made(ledger, lambda found: one if not found.decisions else other)[0] == one
    before = ledger.read_bytes()
    assert append_made(ledger, lambda _: None) == (None, ())

    def refuse(_found: Ledger) -> Decision:
        raise LedgerError("no")

    for path in (ledger, ledger.with_name("new.jsonl")):
        with pytest.raises(LedgerError, match="no"):
            append_made(path, refuse)
    assert ledger.read_bytes() == before and [p.name for p in ledger.parent.iterdir()] == [ledger.name]


def test_what_is_made_after_a_torn_line_sets_it_aside(ledger: Path) -> None:
    written(ledger, 2)
    ledger.write_bytes(ledger.read_bytes()[:-7])
    (made,) = notes(1)
    decision_made, notices = append_made(ledger, lambda found: made if len(found.decisions) == 1 else None)
    assert decision_made == made and [n.code for n in notices] == ["ledger.mended"]
    assert read_ledger(ledger).decisions[1:] == (made,)
