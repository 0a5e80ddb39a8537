"""Footnotes of a document: gathered while it is filled, put into their part when it is closed."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document

from ethicsdiff.writers.docx_xml import run

_RELATIONSHIP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_END: Final = b"</w:footnotes>"
_MARK: Final = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'


class Notes:
    """The footnotes of one document, numbered as they are cited."""

    def __init__(self) -> None:
        self._markup: list[str] = []

    def add(self, content: str) -> str:
        """Returns the run that cites a new footnote; `content` is markup of runs."""
        number = len(self._markup) + 1
        own = _MARK.format("<w:footnoteRef/>") + run(" ") + content
        line = f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{own}</w:p>'
        self._markup.append(f'<w:footnote w:id="{number}">{line}</w:footnote>')
        return _MARK.format(f'<w:footnoteReference w:id="{number}"/>')

    def write(self, document: Document) -> None:
        """Writes what was gathered into the footnotes part of a document made from our base."""
        part: Any = document.part.part_related_by(_RELATIONSHIP)
        head = part.blob.rpartition(_END)[0]
        part._blob = head + "".join(self._markup).encode("utf-8") + _END
