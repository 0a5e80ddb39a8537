"""redline-full.docx: the two Word files themselves compared, formatting and tables included; needs the optional python-redlines."""

from __future__ import annotations

import subprocess
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from ethicsdiff.errors import OutputError
from ethicsdiff.ooxml.atomic import write_in_place

_WORD = frozenset({".docx", ".docm"})


def check_full_redline(old: Path, new: Path) -> None:
    """Returns quietly if a redline of two files with their formatting can be made.

    Raises:
        OutputError: the package or its engine is not installed, or a file is no Word file.
    """
    if find_spec("python_redlines") is None or find_spec("python_redlines_docxodus") is None:
        hint = 'Install it: pip install "ethicsdiff[redline]"; or leave --full-format out.'
        raise OutputError("the redline with formatting needs the package python-redlines", hint=hint)
    for path in (old, new):
        if path.suffix.lower() not in _WORD:
            raise OutputError("the redline with formatting is made of Word files only", where=path.name, hint="Leave --full-format out.")


def write_full_redline(old: Path, new: Path, target: Path, *, author: str, date: datetime | None) -> None:
    """Writes the redline of two Word files, with the formatting of both, to `target`, whole or not at all.

    Raises:
        OutputError: the engine cannot compare the files, or the file cannot be written.
    """
    from python_redlines import DocxodusEngine  # optional: present only if the user installed the extra "redline"

    moment = {"date_time": date.isoformat()} if date is not None else {}
    try:
        made, _, _ = DocxodusEngine().run_redline(author, old.read_bytes(), new.read_bytes(), **moment)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        hint = "redline.docx can be made of them all the same: leave --full-format out."
        raise OutputError("the engine of python-redlines cannot compare these files", where=f"{old.name}, {new.name}", hint=hint) from error
    write_in_place(made, target)
