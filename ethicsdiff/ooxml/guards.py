"""Refusals made before anything is unpacked: other formats under a Word name, packages built to exhaust the reader."""

from __future__ import annotations

import errno
import stat
import zipfile
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NoReturn

from ethicsdiff.errors import PackageError

MEGABYTE = 1024 * 1024
MAX_FILE = 50 * MEGABYTE
MAX_ENTRIES = 5_000
MAX_XML = 50 * MEGABYTE
MAX_TOTAL = 500 * MEGABYTE
MAX_TAGS = 2_000_000
MAX_PARAGRAPHS = 100_000
MAX_RATIO = 250
RATIO_MATTERS_FROM = 16 * MEGABYTE

RESAVE = "Open it in Word and save it as a Word document (.docx)."
DAMAGED = "Open it in Word, let Word repair it, and save it again."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML_STARTS = (b"<?xml", b"\xef\xbb\xbf<?xml", b"<html", b"<!doctype", b"<!DOCTYPE", b"<HTML")


def read_file(path: Path, file: str = "") -> bytes:
    """Returns the bytes of an ordinary file of bounded size; `file` is the name used in messages.

    Raises:
        PackageError: the path is missing, no ordinary file, unreadable, empty or too large.
    """
    file = file or path.name
    try:
        _check_ordinary(path, file)
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise PackageError(_reason(error), where=file) from error
    _check_size(data, file)
    return data


def _check_ordinary(path: Path, file: str) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise PackageError("this is a folder, not a file.", where=file, hint="Give the path of a file.")
    if not stat.S_ISREG(mode):
        raise PackageError("this is not an ordinary file.", where=file, hint="Give the path of a file.")


def _check_size(data: bytes, file: str) -> None:
    if not data:
        raise PackageError("the file is empty (0 bytes).", where=file, hint="Ask for a new copy of it.")
    if len(data) > MAX_FILE:
        raise PackageError(
            f"the file is larger than {MAX_FILE // MEGABYTE} MB.",
            where=file,
            hint="Remove or compress its pictures in Word and save it again.",
        )


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return "the file does not exist."
    if error.errno == errno.ELOOP:
        return "the path is a link that leads back to itself."
    if error.errno in (errno.EACCES, errno.EPERM):
        return "the file may not be read with the rights you have."
    return f"the file cannot be read ({error.strerror or 'input/output error'})."


def refuse_foreign(data: bytes, file: str) -> NoReturn:
    """Returns never; says which other format, or which damage, keeps the bytes from being a Word file."""
    for recognised, what, hint in (
        (data.startswith(_OLE), *_ole_kind(data)),
        (data.lstrip()[:5] == b"{\\rtf", "this is an RTF file under another name.", RESAVE),
        (data.startswith(b"%PDF"), "this is a PDF file under another name.", "Give it the ending .pdf."),
        (data.startswith(b"PK"), "the file is cut off or damaged: its table of contents is missing.", DAMAGED),
        (data.lstrip()[:9].startswith(_XML_STARTS), "this is an XML or web page file under another name.", RESAVE),
    ):
        if recognised:
            raise PackageError(what, where=file, hint=hint)
    raise PackageError("this is not a Word file.", where=file, hint=RESAVE)


def _ole_kind(data: bytes) -> tuple[str, str]:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "the file is protected with a password.", "Open it in Word, remove the password and save it again."
    if "WordDocument".encode("utf-16-le") in data:
        return "this is a Word 97-2003 file (.doc).", RESAVE
    return "this is an old Office file, not a Word document.", RESAVE


def no_document(names: Collection[str], file: str) -> PackageError:
    """Returns the refusal of a package without a Word document part, by what its part names show."""
    own_ending = "Give it the ending of its own format."
    for recognised, what, hint in (
        (any(name.startswith("xl/") for name in names), "this is an Excel workbook under another name.", own_ending),
        (any(name.startswith("ppt/") for name in names), "this is a PowerPoint file under another name.", RESAVE),
        ("content.xml" in names, "this is an OpenDocument file under another name.", own_ending),
    ):
        if recognised:
            return PackageError(what, where=file, hint=hint)
    return PackageError("the file holds no Word document part.", where=file, hint=RESAVE)


def check_entries(entries: Sequence[zipfile.ZipInfo], file: str) -> None:
    """Returns nothing; refuses an archive whose directory shows too much, hidden or ambiguous content.

    Raises:
        PackageError: too many entries, too much to unpack, a bomb, repeated names, encryption or unknown compression.
    """
    if len(entries) > MAX_ENTRIES:
        raise PackageError(f"the file holds {len(entries)} parts, more than {MAX_ENTRIES}.", where=file, hint=RESAVE)
    _check_names(entries, file)
    for entry in entries:
        _check_entry(entry, file)
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise PackageError(f"the file unpacks to more than {MAX_TOTAL // MEGABYTE} MB.", where=file, hint=RESAVE)


def _check_names(entries: Sequence[zipfile.ZipInfo], file: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = part_key(entry.filename)
        if name in seen:
            raise PackageError(f"the file holds the part “{shown(name)}” twice.", where=file, hint=RESAVE)
        seen.add(name)


def part_key(name: str) -> str:
    """Returns the form under which a part name is looked up: no leading slash, forward slashes, lower case."""
    return name.replace("\\", "/").lstrip("/").lower()


def shown(name: str) -> str:
    """Returns a part name fit for a message: short, and without characters that would disturb a terminal."""
    return "".join(character if character.isprintable() else "?" for character in name[:80])


def _check_entry(entry: zipfile.ZipInfo, file: str) -> None:
    name = shown(entry.filename)
    if entry.flag_bits & 0x1:
        raise PackageError(f"the part “{name}” is encrypted.", where=file, hint=RESAVE)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise PackageError(f"the part “{name}” is packed in a way Word does not use.", where=file, hint=RESAVE)
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > RATIO_MATTERS_FROM and ratio > MAX_RATIO:
        raise PackageError(f"the part “{name}” unpacks to {ratio:.0f} times its size.", where=file, hint=RESAVE)
