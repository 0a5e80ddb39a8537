"""A document filled from top to bottom: sections, headings and the contents made of them, running header and footer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm

from ethicsdiff.writers.docx_notes import Notes
from ethicsdiff.writers.docx_xml import bookmark, complex_field, field, link, paragraph, run

PORTRAIT_WIDTH: Final = 17.0
LANDSCAPE_WIDTH: Final = 26.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as the table of contents lists it."""

    level: int
    text: str
    anchor: str


class Sheet:
    """The open document. Markup is gathered and parsed section by section; headings are remembered for the contents."""

    def __init__(self, document: Document, *, landscape: bool = False) -> None:
        self._document = document
        self._markup: list[str] = []
        self._headings: list[Heading] = []
        self._bookmarks = 0
        self._names: set[str] = set()
        self._contents: tuple[BaseOxmlElement, str] | None = None
        self._notes = Notes()
        _turn(document.sections[0], landscape=landscape)

    def add(self, *markup: str) -> None:
        """Appends paragraphs and tables given as markup."""
        self._markup.extend(markup)

    def text(self, content: str, style: str = "Normal") -> None:
        """Appends a paragraph of plain words; empty words add nothing."""
        if content.strip():
            self.add(paragraph(run(content), style))

    def note(self, content: str) -> str:
        """Returns the run that cites a new footnote made of runs."""
        return self._notes.add(content)

    def heading(self, level: int, content: str, *, listed: bool = True) -> None:
        """Appends a real heading, in the contents unless it is not `listed`; without words nothing, so that no line there is empty."""
        if not content.strip():
            return
        number = self._new_number()
        if listed:
            self._headings.append(Heading(level=level, text=content, anchor=f"_Toc{number:06}"))
        self.add(paragraph(bookmark(f"_Toc{number:06}", number, run(content)), f"Heading{level}"))

    def _new_number(self) -> int:
        """Returns a number that no other bookmark of the document has."""
        self._bookmarks += 1
        return self._bookmarks

    def mark(self, name: str) -> str:
        """Returns a bookmark of a name, nothing if the document already has one so named."""
        if not name or name in self._names:
            return ""
        self._names.add(name)
        return bookmark(name, self._new_number())

    def contents(self, title: str) -> None:
        """Marks the place of the table of contents, which is written at the end, when all headings are known."""
        self._flush()
        place = _parsed(paragraph("", "Spacer"))[0]
        self._sentinel().addprevious(place)
        self._contents = (place, title)

    def section(self, *, landscape: bool) -> None:
        """Begins a new page of the given orientation."""
        self._flush()
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        _turn(section, landscape=landscape)
        self._document.paragraphs[-1].style = self._document.styles["Spacer"]

    def close(self) -> None:
        """Writes what is still gathered, the footnotes and the table of contents."""
        self._flush()
        self._notes.write(self._document)
        if self._contents is None:
            return
        place, title = self._contents
        for element in _parsed(contents_markup(title, self._headings)):
            place.addprevious(element)

    def _flush(self) -> None:
        sentinel = self._sentinel()
        for element in _parsed("".join(self._markup)):
            sentinel.addprevious(element)
        self._markup.clear()

    def _sentinel(self) -> BaseOxmlElement:
        """Returns the section mark that closes the body."""
        return cast(BaseOxmlElement, self._document.element.body.get_or_add_sectPr())


def _parsed(markup: str) -> list[BaseOxmlElement]:
    return cast("list[BaseOxmlElement]", list(parse_xml(f"<w:body {nsdecls('w')}>{markup}</w:body>")))


def _turn(section: Section, *, landscape: bool) -> None:
    """Sets A4 upright or lying, with a wider left margin where the page is bound."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    long, short = Cm(29.7), Cm(21.0)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin = Cm(1.5) if landscape else Cm(2.5)
    section.right_margin = Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.8)
    section.header_distance = section.footer_distance = Cm(0.9)


def contents_markup(title: str, headings: list[Heading]) -> str:
    """Returns the contents: a line for each heading with a field for its page.

    They are fields of pages and not one field of contents, because LibreOffice counts the former when it opens a file and prints the
    latter as it finds it; Word is asked to count them by the mark "dirty".
    """
    shown = [heading for heading in headings if heading.level < 3]
    if not shown:
        return ""
    properties = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    head = paragraph(run(title), "TOCHeading")
    rows = "".join(map(_contents_row, shown))
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{head}{rows}</w:sdtContent></w:sdt>"


def _contents_row(heading: Heading) -> str:
    page = complex_field(rf"PAGEREF {heading.anchor} \h", "", dirty=True)
    return paragraph(link(heading.anchor, f"{run(heading.text)}<w:r><w:tab/></w:r>{page}"), f"TOC{heading.level}")


def set_running_lines(document: Document, header: str, words: Mapping[str, str]) -> None:
    """Writes the running header (not on the first page) and "page X of Y" at the foot of every page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    numbers = (
        f"{run(words['page'] + ' ')}{field('PAGE', '1')}{run(' ' + words['page_of'] + ' ')}{field('NUMPAGES', '1')}"
    )
    _fill(section.header, run(header))
    _fill(section.first_page_header, "")
    _fill(section.footer, numbers)
    _fill(section.first_page_footer, numbers)


def _fill(place: BlockItemContainer, content: str) -> None:
    """Appends runs to the only paragraph of a header or footer."""
    line = place.paragraphs[0]
    for element in _parsed(content):
        line._p.append(element)
