"""One writer at a time: an advisory lock on an open file, on POSIX and on Windows."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from ethicsdiff.errors import LedgerError

_PATIENCE = 30.0
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.001, 0.05
_BUSY = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})

if sys.platform == "win32":
    import msvcrt

    # Windows forbids others to read a locked byte, so the byte that is locked lies far behind the end of any ledger.
    _FAR_BEHIND = 0x7FFFFFF0

    def _try(stream: BinaryIO, *, shared: bool) -> None:
        stream.seek(_FAR_BEHIND)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

    def _release(stream: BinaryIO) -> None:
        stream.seek(_FAR_BEHIND)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(stream: BinaryIO, *, shared: bool) -> None:
        fcntl.flock(stream.fileno(), (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)

    def _release(stream: BinaryIO) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_UN)


@contextmanager
def locked(stream: BinaryIO, *, shared: bool = False, patience: float = _PATIENCE) -> Iterator[None]:
    """Yields while `stream` is locked against writers, and unless `shared` against readers too; the lock ends with the process.

    Where the file system knows no locks, reading goes on without one and writing is refused.

    Errors:
        LedgerError: another process held the lock for `patience` seconds, or the file system cannot lock.
    """
    held = _acquire(stream, shared=shared, patience=patience)
    try:
        yield
    finally:
        if held:
            _release(stream)


def _acquire(stream: BinaryIO, *, shared: bool, patience: float) -> bool:
    deadline, pause = time.monotonic() + patience, _SHORTEST_PAUSE
    while True:
        try:
            _try(stream, shared=shared)
            return True
        except OSError as error:
            if error.errno not in _BUSY:
                return _without_lock(stream, error, shared=shared)
        if time.monotonic() > deadline:
            hint = "Close the program that works on it, then try again."
            raise LedgerError("another process is writing the decisions", where=str(stream.name), hint=hint)
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def _without_lock(stream: BinaryIO, error: OSError, *, shared: bool) -> bool:
    """Returns False for a reader; a writer without a lock could lose another's line."""
    if shared:
        return False
    what = f"the file cannot be locked ({error.strerror or error})"
    raise LedgerError(what, where=str(stream.name), hint="Keep the folder of the draft on a disk of this computer.") from error
