"""Text files read whole, as UTF-8 and nothing else: a guess at an encoding could change letters unnoticed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ethicsdiff.errors import DraftError
from ethicsdiff.ooxml.guards import MEGABYTE, read_file

_MAX_TEXT = 10 * MEGABYTE
_ADVICE = "Open it in an editor and save it with the encoding UTF-8."


def read_utf8(path: Path) -> tuple[str, str]:
    """Returns the text of a file without its byte order mark, line ends as `\\n`, and the sha256 of its bytes.

    Raises:
        DraftError: the file is missing, empty, too large, binary, or in another encoding.
    """
    data = read_file(path)
    if len(data) > _MAX_TEXT:
        raise DraftError(
            f"the text is larger than {_MAX_TEXT // MEGABYTE} MB.", where=path.name, hint="Split the file."
        )
    text = _decoded(data, path.name)
    if "\0" in text:
        raise DraftError("this is not a text file.", where=path.name, hint=_ADVICE)
    return text.replace("\r\n", "\n").replace("\r", "\n"), hashlib.sha256(data).hexdigest()


def _decoded(data: bytes, file: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DraftError("the text is in UTF-16, not in UTF-8.", where=file, hint=_ADVICE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"the text is not in UTF-8 (line {line}); it may be in an older encoding such as Windows-1251."
        raise DraftError(what, where=file, hint=_ADVICE) from error
