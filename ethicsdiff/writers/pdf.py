"""Word documents as PDF, printed by LibreOffice where it is installed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ethicsdiff import office

_SECONDS: Final = 180


def printed(documents: Mapping[str, bytes], program: str, seconds: float = _SECONDS) -> dict[str, bytes]:
    """Returns the PDF of each document by the same name; one that LibreOffice could not print in time is left out.

    Args:
        documents: DOCX bytes by a name without ending.
        program: the path of LibreOffice.
        seconds: how long all of them may take.
    """
    with TemporaryDirectory(prefix="ethicsdiff-") as name:
        folder = Path(name)
        for stem, data in documents.items():
            (folder / f"{stem}.docx").write_bytes(data)
        with suppress(OSError):  # A program that does not start, or not end, prints nothing: the caller says what is missing.
            office.convert(program, [folder / f"{stem}.docx" for stem in documents], "pdf", folder, seconds)
        targets = {stem: folder / f"{stem}.pdf" for stem in documents}
        return {stem: path.read_bytes() for stem, path in targets.items() if path.is_file()}
