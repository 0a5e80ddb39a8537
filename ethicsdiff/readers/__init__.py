"""Readers turn a file into a `SourceDocument`; the table below names every format that can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import SourceDocument
from ethicsdiff.readers.docx import read_docx
from ethicsdiff.readers.html import read_html
from ethicsdiff.readers.markdown import read_markdown
from ethicsdiff.readers.office import read_office
from ethicsdiff.readers.pdf import read_pdf
from ethicsdiff.readers.text import read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One format: its name, its file endings (lower case, with the dot), and the function that reads it."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path], SourceDocument]


READERS: tuple[Reader, ...] = (
    Reader(name="docx", suffixes=(".docx", ".docm", ".dotx", ".dotm"), read=read_docx),
    Reader(name="markdown", suffixes=(".md", ".markdown"), read=read_markdown),
    Reader(name="html", suffixes=(".html", ".htm", ".xhtml"), read=read_html),
    Reader(name="text", suffixes=(".txt",), read=read_text),
    Reader(name="pdf", suffixes=(".pdf",), read=read_pdf),
    Reader(name="office", suffixes=(".odt", ".ott", ".rtf", ".doc", ".dot"), read=read_office),
)


def read_source(path: Path) -> SourceDocument:
    """Returns the document read by the reader that the file's ending calls for.

    Raises:
        DraftError: the file does not exist, its ending is not known, or its reader refuses it.
    """
    reader = next((one for one in READERS if path.suffix.lower() in one.suffixes), None)
    if reader is None:
        raise DraftError(_unknown(path), where=path.name, hint=_known())
    if not _is_there(path):
        raise DraftError(
            "the file does not exist.", where=path.name, hint="Check the path and the spelling of the name."
        )
    return reader.read(path)


def _is_there(path: Path) -> bool:
    """Returns False only where nothing stands at the path; links that lead nowhere are left to the readers."""
    return path.is_symlink() or path.exists()


def _unknown(path: Path) -> str:
    return f"no reader knows the ending “{path.suffix}”." if path.suffix else "the file name has no ending."


def _known() -> str:
    endings = ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
    return f"Save it in one of the formats that can be read: {endings}."
