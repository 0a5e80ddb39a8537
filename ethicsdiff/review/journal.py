"""A file of lines that are added and never changed: each with a checksum, written under a lock, on the disk when acknowledged."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from ethicsdiff.errors import LedgerError
from ethicsdiff.model.document import Notice, Severity
from ethicsdiff.review.lines import NewerLineError
from ethicsdiff.review.locking import locked

_BOM = b"\xef\xbb\xbf"
_SET_ASIDE = ".torn"
# Inside a text quotation marks are escaped, so this can only stand between two entries.
_BETWEEN = re.compile(rb'(?<="\}).?(?=\{"schema":)', re.DOTALL)
_UNSOUND = (ValueError, TypeError, RecursionError)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """The entries of a kind of journal: an entry to its line with line end, and back; `codes` begins the codes of notices.

    `what` names the entries in messages. Entries are hashable, so that a line that was copied twice counts once.
    """

    encode: Callable[[T], bytes]
    decode: Callable[[bytes], T]
    codes: str
    what: str


@dataclass(frozen=True, slots=True)
class Journal(Generic[T]):
    """The entries of a journal in the order of its lines, and what is wrong with the file."""

    entries: tuple[T, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_journal(path: Path, form: Form[T]) -> Journal[T]:
    """Returns what a journal holds; one that does not exist holds nothing, and reading never makes or mends it.

    A damaged line is named by its number and takes no other with it; a line that was copied twice counts once.

    Errors:
        LedgerError: the file is there and cannot be read.
    """
    try:
        with path.open("rb") as stream, locked(stream, shared=True):
            return _journal(_content(stream), path.name, form)
    except FileNotFoundError:
        return Journal()
    except OSError as error:
        raise _failed("read", path, form, error) from error


def _content(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.read().removeprefix(_BOM)


def _journal(data: bytes, file: str, form: Form[T]) -> Journal[T]:
    *whole, tail = data.split(b"\n")
    found: dict[T, None] = {}
    faults: dict[str, list[int]] = {"damaged": [], "newer": [], "torn": []}
    for number, line in enumerate((*whole, tail), 1):
        for piece in _pieces(line, form):
            try:
                found[form.decode(piece)] = None
            except NewerLineError:
                faults["newer"].append(number)
            except _UNSOUND:
                faults["damaged" if number <= len(whole) else "torn"].append(number)
    return Journal(tuple(found), tuple(_notice(f"{form.codes}.{code}", file, numbers) for code, numbers in faults.items() if numbers))


def _pieces(line: bytes, form: Form[T]) -> list[bytes]:
    """Returns the entries that a line holds: two where the line end between them was damaged, none in an empty line."""
    return [line] if _is_sound(line, form) else [piece for piece in _BETWEEN.split(line) if piece.strip()]


def _notice(code: str, file: str, lines: list[int]) -> Notice:
    params = (("file", file), ("lines", ", ".join(map(str, lines))))
    return Notice(code=code, severity=Severity.WARNING, params=params)


def extend(path: Path, form: Form[T], make: Callable[[Journal[T]], Sequence[T]]) -> tuple[tuple[T, ...], tuple[Notice, ...]]:
    """Returns the entries that `make` gave for the journal as it stands, once they are on the disk, and what was mended.

    No other writer comes between what `make` sees and what is written. For no entries nothing is written, and no file is made. `make`
    may be called twice.

    Errors:
        LedgerError: the lines cannot be written; then nothing of them stays. What `make` raises leaves the file as it was.
    """
    if not path.exists() and not make(Journal()):
        return (), ()
    made: list[T] = []

    def lines(stream: BinaryIO) -> bytes:
        made.extend(make(_journal(_content(stream), path.name, form)))
        return b"".join(_encoded(one, path, form) for one in made)

    notices = _written(path, form, lines)
    return tuple(made), notices


def add(path: Path, form: Form[T], entry: T) -> tuple[Notice, ...]:
    """Returns what was mended, once one entry is on the disk; what is there is not looked at.

    Errors:
        LedgerError: the line cannot be written; then nothing of it stays.
    """
    line = _encoded(entry, path, form)
    return _written(path, form, lambda _stream: line)


def _written(path: Path, form: Form[T], lines: Callable[[BinaryIO], bytes]) -> tuple[Notice, ...]:
    new = not path.exists()
    try:
        with path.open("ab+", buffering=0) as stream, locked(stream):
            data = lines(stream)
            notices = _mend(stream, path, form) if data else ()
            _write(stream, data)
    except OSError as error:
        raise _failed("written", path, form, error) from error
    if new:
        _keep_name(path.parent)
    return notices


def _encoded(entry: T, path: Path, form: Form[T]) -> bytes:
    try:
        return form.encode(entry)
    except UnicodeEncodeError as error:
        raise LedgerError("a text holds characters that are no text", where=str(path), hint="Type it again.") from error


def _write(stream: BinaryIO, lines: bytes) -> None:
    """Writes lines to the disk; after an error, such as a full disk, nothing of them stays."""
    before = stream.seek(0, os.SEEK_END)
    try:
        rest = memoryview(lines)
        while rest:
            rest = rest[stream.write(rest) :]
        os.fsync(stream.fileno())
    except OSError:
        with suppress(OSError):
            stream.truncate(before)
        raise


def _mend(stream: BinaryIO, path: Path, form: Form[T]) -> tuple[Notice, ...]:
    """Returns what was done about a last line without its end: a sound one gets its end, a torn one is set aside."""
    size = stream.seek(0, os.SEEK_END)
    if size == 0 or _last_byte(stream, size) == b"\n":
        return ()
    stream.seek(0)
    data = stream.read()
    start = data.rfind(b"\n") + 1
    number = [data.count(b"\n") + 1]
    if _is_sound(data[start:].removeprefix(_BOM), form):
        _write(stream, b"\n")
        return (_notice(f"{form.codes}.ended", path.name, number),)
    _set_aside(path, data[start:])
    stream.truncate(start)
    return (_notice(f"{form.codes}.mended", path.name, number),)


def _last_byte(stream: BinaryIO, size: int) -> bytes:
    stream.seek(size - 1)
    return stream.read(1)


def _is_sound(line: bytes, form: Form[T]) -> bool:
    try:
        form.decode(line)
    except NewerLineError:
        return True
    except _UNSOUND:
        return False
    return True


def _set_aside(path: Path, torn: bytes) -> None:
    """Keeps the bytes of a torn line beside the journal before they are cut off: they may be all that is left of a bad copy."""
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


def _failed(what: str, path: Path, form: Form[T], error: OSError) -> LedgerError:
    hint = "Check that the folder of the draft is there and may be written." if what == "written" else "Check its rights."
    return LedgerError(f"{form.what} cannot be {what} ({error.strerror or error})", where=str(path), hint=hint)
