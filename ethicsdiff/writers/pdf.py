"""Word documents as PDF, printed by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

_PROGRAMS: Final = ("soffice", "libreoffice")
_SECONDS: Final = 180


def office() -> str:
    """Returns the path of LibreOffice, "" where it is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), "")


def printed(documents: Mapping[str, bytes], program: str, seconds: float = _SECONDS) -> dict[str, bytes]:
    """Returns the PDF of each document by the same name; one that LibreOffice could not print in time is left out.

    Args:
        documents: DOCX bytes by a name without ending.
        program: the path of LibreOffice; it runs in a profile of its own, so that an open window does not matter.
        seconds: how long all of them may take.
    """
    with TemporaryDirectory(prefix="ethicsdiff-") as name:
        folder = Path(name)
        for stem, data in documents.items():
            (folder / f"{stem}.docx").write_bytes(data)
        files = [str(folder / f"{stem}.docx") for stem in documents]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        _run((program, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder), *files), seconds)
        targets = {stem: folder / f"{stem}.pdf" for stem in documents}
        return {stem: path.read_bytes() for stem, path in targets.items() if path.is_file()}


def _run(command: Sequence[str], seconds: float) -> None:
    """Runs a program that may start others, and ends all of them when it takes too long."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
