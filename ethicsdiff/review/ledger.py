"""The ledger: `decisions.jsonl`, the only precious file. Lines are added, never changed; what was acknowledged is on the disk."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ethicsdiff.errors import LedgerError
from ethicsdiff.model.decision import Decision
from ethicsdiff.model.document import Notice, Severity
from ethicsdiff.review.lines import NewerLineError, decode, encode
from ethicsdiff.review.locking import locked

_BOM = b"\xef\xbb\xbf"
_SET_ASIDE = ".torn"
# Inside a text quotation marks are escaped, so this can only stand between two decisions.
_BETWEEN = re.compile(rb'(?<="\}).?(?=\{"schema":)', re.DOTALL)
_UNSOUND = (ValueError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The decisions of a ledger in the order of its lines, and what is wrong with the file."""

    decisions: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_ledger(path: Path) -> Ledger:
    """Returns what a ledger holds; one that does not exist holds nothing, and reading never makes or mends it.

    A damaged line is named by its number and takes no other with it; a line that was copied twice counts once.

    Errors:
        LedgerError: the file is there and cannot be read.
    """
    try:
        with path.open("rb") as stream, locked(stream, shared=True):
            stream.seek(0)
            data = stream.read()
    except FileNotFoundError:
        return Ledger()
    except OSError as error:
        raise _failed("read", path, error) from error
    return _ledger(data.removeprefix(_BOM), path.name)


def _ledger(data: bytes, file: str) -> Ledger:
    *whole, tail = data.split(b"\n")
    found: dict[Decision, None] = {}
    faults: dict[str, list[int]] = {"ledger.damaged": [], "ledger.newer": [], "ledger.torn": []}
    for number, line in enumerate((*whole, tail), 1):
        for piece in _pieces(line):
            try:
                found[decode(piece)] = None
            except NewerLineError:
                faults["ledger.newer"].append(number)
            except _UNSOUND:
                faults["ledger.damaged" if number <= len(whole) else "ledger.torn"].append(number)
    return Ledger(tuple(found), tuple(_notice(code, file, numbers) for code, numbers in faults.items() if numbers))


def _pieces(line: bytes) -> list[bytes]:
    """Returns the decisions that a line holds: two where the line end between them was damaged, none in an empty line."""
    return [line] if _is_sound(line) else [piece for piece in _BETWEEN.split(line) if piece.strip()]


def _notice(code: str, file: str, lines: list[int]) -> Notice:
    params = (("file", file), ("lines", ", ".join(map(str, lines))))
    return Notice(code=code, severity=Severity.WARNING, params=params)


def append(path: Path, decision: Decision) -> tuple[Notice, ...]:
    """Returns what was mended, once the decision is on the disk; the file is made if need be, its folder is not.

    Errors:
        LedgerError: the line cannot be written; then nothing of it stays.
    """
    line = _line(decision, path)
    return _append(path, lambda _stream: line)


def append_made(path: Path, make: Callable[[Ledger], Decision | None]) -> tuple[Decision | None, tuple[Notice, ...]]:
    """Returns the decision that `make` makes of the ledger as it stands, once it is on the disk, and what was mended.

    No other writer comes between what `make` sees and what is written, so it can refuse what has become stale: for None nothing is
    written. It may be called twice.

    Errors:
        LedgerError: the line cannot be written; then nothing of it stays. What `make` raises leaves the file as it was.
    """
    made = None if path.exists() else make(Ledger())
    if made is None and not path.exists():
        return None, ()

    def line(stream: BinaryIO) -> bytes:
        nonlocal made
        stream.seek(0)
        made = make(_ledger(stream.read().removeprefix(_BOM), path.name))
        return _line(made, path) if made is not None else b""

    notices = _append(path, line)
    return made, notices


def _line(decision: Decision, path: Path) -> bytes:
    try:
        return encode(decision)
    except UnicodeEncodeError as error:
        raise LedgerError("a text holds characters that are no text", where=str(path), hint="Type it again.") from error


def _append(path: Path, line: Callable[[BinaryIO], bytes]) -> tuple[Notice, ...]:
    new = not path.exists()
    try:
        with path.open("ab+", buffering=0) as stream, locked(stream):
            data = line(stream)
            notices = _mend(stream, path) if data else ()
            _write(stream, data)
    except OSError as error:
        raise _failed("written", path, error) from error
    if new:
        _keep_name(path.parent)
    return notices


def _write(stream: BinaryIO, line: bytes) -> None:
    """Writes a line to the disk; after an error, such as a full disk, nothing of it stays."""
    before = stream.seek(0, os.SEEK_END)
    try:
        rest = memoryview(line)
        while rest:
            rest = rest[stream.write(rest) :]
        os.fsync(stream.fileno())
    except OSError:
        with suppress(OSError):
            stream.truncate(before)
        raise


def _mend(stream: BinaryIO, path: Path) -> tuple[Notice, ...]:
    """Returns what was done about a last line without its end: a sound one gets its end, a torn one is set aside."""
    size = stream.seek(0, os.SEEK_END)
    if size == 0 or _last_byte(stream, size) == b"\n":
        return ()
    stream.seek(0)
    data = stream.read()
    start = data.rfind(b"\n") + 1
    number = [data.count(b"\n") + 1]
    if _is_sound(data[start:].removeprefix(_BOM)):
        _write(stream, b"\n")
        return (_notice("ledger.ended", path.name, number),)
    _set_aside(path, data[start:])
    stream.truncate(start)
    return (_notice("ledger.mended", path.name, number),)


def _last_byte(stream: BinaryIO, size: int) -> bytes:
    stream.seek(size - 1)
    return stream.read(1)


def _is_sound(line: bytes) -> bool:
    try:
        decode(line)
    except NewerLineError:
        return True
    except _UNSOUND:
        return False
    return True


def _set_aside(path: Path, torn: bytes) -> None:
    """Keeps the bytes of a torn line beside the ledger before they are cut off: they may be all that is left of a bad copy."""
    with path.with_name(path.name + _SET_ASIDE).open("ab") as stream:
        stream.write(torn + b"\n")
        stream.flush()
        os.fsync(stream.fileno())


def _keep_name(folder: Path) -> None:
    """Writes the folder to the disk, so that a new file survives a power cut; Windows cannot and need not."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _failed(what: str, path: Path, error: OSError) -> LedgerError:
    hint = "Check that the folder of the draft is there and may be written." if what == "written" else "Check its rights."
    return LedgerError(f"the decisions cannot be {what} ({error.strerror or error})", where=str(path), hint=hint)
