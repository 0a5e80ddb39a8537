"""`ethicsdiff review` on the command line: what is missing or taken is one sentence; starting anything else loads no server."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import click
import pytest

from ethicsdiff.cli.review import command
from tests.cli.conftest import SAMPLES, Run


def test_a_reviewer_without_a_name_is_refused(run: Run, drafts: Path) -> None:
    ran = run("review", drafts / SAMPLES["en"], "--reviewer", "  ")
    assert ran.code == 2 and "--reviewer" in ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("typed", "named", "expected"),
    [(("A", " B  C ", "A"), "N", ("A", "B C")), ((), "N", ("N",)), ((), "", ("login",))],
)  # fmt: skip
def test_who_decides_is_typed_or_set_or_signed_in(
    monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], named: str, expected: tuple[str, ...]
) -> None:
    monkeypatch.setenv("ETHICSDIFF_REVIEWER", named)
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    (option,) = [one for one in command.params if one.name == "reviewers"]
    context = click.Context(command)
    assert option.process_value(context, typed) == expected


def test_a_draft_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    ran = run("review", tmp_path / "none.docx", "--reviewer", "Reviewer A")
    assert ran.code == 2 and "no such file" in ran.err


@pytest.mark.parametrize(
    ("options", "words"),
    [(("--port", "{taken}"), "--port"), (("--port", "99999"), "no port"), (("--host", "203.0.113.7", "--port", "0"), "--host")],
)
def test_a_place_where_nobody_can_listen_is_said(run: Run, tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    draft = tmp_path / "code.md"
    draft.write_text("# Code\n\n## Article 1\n\n1. A judge shall not accept gifts from the parties.\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        ran = run("review", draft, "--standard", "bangalore", "--reviewer", "A", *(one.format(taken=taken) for one in options))
    assert ran.code == 2 and words in ran.err and "Traceback" not in ran.err and ran.out == ""
    assert not (tmp_path / "decisions.jsonl").exists()


def test_other_commands_load_no_server() -> None:
    program = "import sys; import ethicsdiff.cli, ethicsdiff.cli.compare, ethicsdiff.cli.decide; print('starlette' in sys.modules or 'uvicorn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"
