"""OpenDocument, RTF and Word 97-2003 files, converted by LibreOffice where it is installed and then read as Word files."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ethicsdiff import office
from ethicsdiff.errors import DraftError, PackageError
from ethicsdiff.model.document import Block, Notice, Severity, SourceDocument
from ethicsdiff.ooxml.guards import check_entries, read_file
from ethicsdiff.readers.docx import read_docx
from ethicsdiff.readers.garbled import refuse_garbled

# What LibreOffice is given, and so the stem of what it makes.
_COPY = "copy"
_SECONDS = 120
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_HAND = "Open it in a word processor and save it as a Word document (.docx)."
_DAMAGED = "Check that it opens in a word processor, without a password, and save it from there as a Word document (.docx)."
_ORIGINAL = "Ask for the file it was made from, and save that as a Word document (.docx)."
_NAMES = {"odt": "an OpenDocument text", "rtf": "an RTF file", "doc": "a Word 97-2003 file"}
_MANIFEST = "META-INF/manifest.xml"


def read_office(path: Path) -> SourceDocument:
    """Returns an OpenDocument, RTF or Word 97-2003 text as blocks, after conversion by LibreOffice.

    Raises:
        DraftError: the file is missing, of another format, protected or garbled; LibreOffice is missing, slow or refuses.
    """
    data = read_file(path)
    kind = _kind(data, path)
    program = _program(kind, path.name)
    with TemporaryDirectory(prefix="ethicsdiff-") as folder:
        source = _read_converted(_converted(program, data, kind, Path(folder), path.name), path.name)
    text = "\n".join(f"{block.number} {block.text}" for block in source.blocks)
    refuse_garbled(text, path.name, _ORIGINAL)
    _refuse_lost_numbers(source, path.name)
    return _as_original(source, path.name, kind, hashlib.sha256(data).hexdigest())


def _refuse_lost_numbers(source: SourceDocument, file: str) -> None:
    """Returns nothing where the words in list numbers are words; a single number of question marks would make a wrong citation."""
    if any("??" in block.number for block in source.blocks):
        raise DraftError("letters of the list numbers were lost: question marks stand in their place.", where=file, hint=_ORIGINAL)


def as_word_file(path: Path) -> bytes:
    """Returns the Word file that LibreOffice makes of an OpenDocument, RTF or Word 97-2003 text, comments and tracked changes in it.

    Raises:
        DraftError: as `read_office`.
    """
    data = read_file(path)
    kind = _kind(data, path)
    with TemporaryDirectory(prefix="ethicsdiff-") as folder:
        return _converted(_program(kind, path.name), data, kind, Path(folder), path.name).read_bytes()


def _program(kind: str, file: str) -> str:
    program = office.program()
    if not program:
        what = f"{_NAMES[kind]} can be read only where LibreOffice is installed."
        raise DraftError(what, where=file, hint=f"Install LibreOffice, or: {_BY_HAND[0].lower()}{_BY_HAND[1:]}")
    return program


def _kind(data: bytes, path: Path) -> str:
    """Returns "odt", "rtf" or "doc" by what the bytes are, whatever the ending says."""
    file = path.name
    if data.startswith(b"%PDF"):
        raise DraftError("this is a PDF file under another name.", where=file, hint="Give it the ending .pdf.")
    if data.lstrip()[:1] == b"<" and b"<html" in data[:4096].lower():
        raise DraftError("this is a web page under another name.", where=file, hint="Give it the ending .html.")
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if data.startswith(_OLE) and "WordDocument".encode("utf-16-le") in data:
        return "doc"
    if data.startswith(b"PK"):
        return _packed_kind(path)
    raise DraftError("this is not an OpenDocument, RTF or Word file.", where=file, hint="Check that it is the right file.")


def _packed_kind(path: Path) -> str:
    file = path.name
    try:
        with zipfile.ZipFile(path) as archive:
            check_entries(archive.infolist(), file)
            names = set(archive.namelist())
            manifest = archive.read(_MANIFEST) if _MANIFEST in names else b""
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise DraftError("the file is cut off or damaged.", where=file, hint="Ask for a new copy of it.") from error
    if b"encryption-data" in manifest:
        hint = "Open it in LibreOffice, remove the password and save it again."
        raise DraftError("the file is protected with a password.", where=file, hint=hint)
    if any(name.startswith("word/") for name in names):
        raise DraftError("this is a Word file under another name.", where=file, hint="Give it the ending .docx.")
    if "content.xml" not in names:
        raise DraftError("this is not an OpenDocument text.", where=file, hint=_BY_HAND)
    return "odt"


def _converted(program: str, data: bytes, kind: str, folder: Path, file: str) -> Path:
    """Returns the Word file that LibreOffice makes of the bytes."""
    draft, target = folder / f"{_COPY}.{kind}", folder / f"{_COPY}.docx"
    draft.write_bytes(data)
    try:
        office.convert(program, [draft], "docx:Office Open XML Text", folder, _SECONDS)
    except TimeoutError as error:
        raise DraftError(f"LibreOffice did not convert the file within {_SECONDS} seconds.", where=file, hint=_BY_HAND) from error
    except OSError as error:
        raise DraftError("LibreOffice cannot be started.", where=file, hint=_BY_HAND) from error
    if not target.exists():
        raise DraftError(f"LibreOffice cannot open this as {_NAMES[kind]}.", where=file, hint=_DAMAGED)
    return target


def _read_converted(converted: Path, file: str) -> SourceDocument:
    try:
        return read_docx(converted)
    except PackageError as error:
        raise DraftError("LibreOffice made no Word file of it that can be read.", where=file, hint=_DAMAGED) from error
    except DraftError as error:
        raise DraftError(error.what, where=file, hint=error.hint) from error


def _as_original(source: SourceDocument, file: str, kind: str, sha256: str) -> SourceDocument:
    """Returns what was read from the converted file under the name and digest of the original."""
    notice = Notice(code="office.converted", severity=Severity.INFO, params=(("format", kind),))
    blocks = tuple(_renamed(block, file) for block in source.blocks)
    notices = (notice, *(_renamed_notice(one, file) for one in source.notices))
    return replace(source, file=file, format=kind, sha256=sha256, blocks=blocks, notices=notices)


def _renamed(block: Block, file: str) -> Block:
    return replace(block, location=replace(block.location, file=file))


def _renamed_notice(notice: Notice, file: str) -> Notice:
    return notice if notice.location is None else replace(notice, location=replace(notice.location, file=file))
