"""Packages whose bytes depend on their content only: fixed dates, fixed origin, the order they were saved in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def entry(name: str) -> zipfile.ZipInfo:
    """Returns the head of a package entry that says nothing of when and where it was made."""
    info = zipfile.ZipInfo(name, date_time=_EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    return info


def repacked(data: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """Returns a package with the same entries and fixed heads; `replaced` gives new contents by name."""
    new, result = replaced or {}, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            target.writestr(entry(name), new[name] if name in new else source.read(name), compresslevel=6)
    return result.getvalue()
