"""LibreOffice as a program: offline, and ended when it takes too long."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from ethicsdiff import office


def stand_in(folder: Path, code: str) -> str:
    """Returns the path of a program that does what `code` says in place of LibreOffice."""
    script = folder / "stand_in"
    script.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{code}\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return str(script)


def test_a_program_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no-such-program"):
        office.convert(str(tmp_path / "no-such-program"), [], "pdf", tmp_path, 5)


@pytest.mark.skipif(os.name == "nt", reason="Windows starts no script by its first line")
def test_a_program_that_does_not_end_is_ended(tmp_path: Path) -> None:
    slow = stand_in(tmp_path, "pathlib.Path(sys.argv[-1]).write_text('begun'); time.sleep(600)")
    with pytest.raises(TimeoutError, match="more than"):
        office.convert(slow, [tmp_path / "draft.odt"], "pdf", tmp_path, 2)
    assert (tmp_path / "draft.odt").read_text() == "begun"


@pytest.mark.skipif(os.name == "nt", reason="Windows starts no script by its first line")
def test_every_run_has_a_profile_that_reaches_no_network_and_runs_no_macro(tmp_path: Path) -> None:
    office.convert(stand_in(tmp_path, ""), [], "pdf", tmp_path, 30)
    settings = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text(encoding="utf-8")
    assert "ooInetHTTPSProxyName" in settings and "DisableMacrosExecution" in settings
