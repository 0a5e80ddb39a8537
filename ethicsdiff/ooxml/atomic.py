"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from ethicsdiff.errors import OutputError


def write_in_place(data: bytes, target: Path, hint: str = "Choose another folder or name.") -> None:
    """Returns nothing; writes a temporary file beside the target and renames it, so no half-written file is seen.

    Raises:
        OutputError: the folder is missing or may not be written, or the disk is full.
    """
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        _write_new(data, temporary)
        temporary.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        what = f"the file cannot be written ({error.strerror or 'input/output error'})."
        raise OutputError(what, where=str(target), hint=hint) from error


def _write_new(data: bytes, path: Path) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
