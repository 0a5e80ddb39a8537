"""The DOCX package of a comparison: a clean base document to fill, and bytes that depend on the content only."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.oxml.ns import qn

from ethicsdiff.writers.zip_bytes import entry, repacked

_BASE: Final = Path(__file__).parent / "templates" / "comparison"
UNDATED: Final = datetime(1980, 1, 1, tzinfo=UTC)
_LOCALES: Final = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
_PARTS: Final = (
    ("[Content_Types].xml", "content_types.xml"),
    ("_rels/.rels", "package_rels.xml"),
    ("docProps/app.xml", "app.xml"),
    ("docProps/core.xml", "core.xml"),
    ("word/_rels/document.xml.rels", "document_rels.xml"),
    ("word/document.xml", "document.xml"),
    ("word/fontTable.xml", "fontTable.xml"),
    ("word/footnotes.xml", "footnotes.xml"),
    ("word/numbering.xml", "numbering.xml"),
    ("word/settings.xml", "settings.xml"),
    ("word/styles.xml", "styles.xml"),
    ("word/theme/theme1.xml", "theme1.xml"),
)


def locale(language: str) -> str:
    """Returns the language tag Word proofs by, e.g. "kk-KZ" for "kk"; an unknown one is kept."""
    return _LOCALES.get(language, language)


def new_document(language: str) -> Document:
    """Returns an empty document with the styles of a comparison, set in the given language."""
    document = docx.Document(io.BytesIO(_base_package()))
    tag = locale(language)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), tag)
        element.set(qn("w:eastAsia"), tag)
    return document


def _base_package() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, source in _PARTS:
            archive.writestr(entry(name), (_BASE / source).read_bytes())
    return stream.getvalue()


def set_properties(document: Document, title: str, language: str, date: datetime | None) -> None:
    """Writes the document's properties; without a date a fixed one stands there, so that bytes repeat."""
    moment = (date or UNDATED).astimezone(UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.title = title[:255]
    properties.language = locale(language)
    properties.author = properties.last_modified_by = "ethicsdiff"
    properties.created = properties.modified = moment
    properties.revision = 1


def package_bytes(document: Document) -> bytes:
    """Returns the saved document with entry dates and origin fixed: the same content gives the same bytes."""
    saved = io.BytesIO()
    document.save(saved)
    return repacked(saved.getvalue())
