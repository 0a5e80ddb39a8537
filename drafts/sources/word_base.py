"""A new Word document of a given language: page, fonts, styles, header and footer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document as new_document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from fixed_zip import freeze
from inline import AUTHOR
from source_format import Source

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
LOCALES = {"ru": "ru-RU", "kk": "kk-KZ", "en": "en-GB"}
OWNERS = {"ru": AUTHOR, "kk": "Хатшылық", "en": "Secretariat"}
CENTRE = WD_ALIGN_PARAGRAPH.CENTER
JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
LEFT = WD_ALIGN_PARAGRAPH.LEFT
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT

_MADE_ON = datetime(2025, 1, 15, 12, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph looks; lengths in centimetres, spaces in points, outline from 0."""

    align: WD_ALIGN_PARAGRAPH = JUSTIFY
    bold: bool = False
    first: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    size: float = 14.0
    keep: bool = False
    outline: int | None = None
    new_page: bool = False


def start(source: Source) -> Document:
    """Returns an empty A4 document in the language of the source."""
    document = new_document()
    _drop_thumbnail(document)
    _set_language(document, LOCALES[source.language])
    restyle(document, "Normal", Look())
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    _header(document, source.header)
    _footer(document)
    _properties(document, source)
    return document


def finish(document: Document, path: Path) -> None:
    """Saves the document and makes its bytes repeatable."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    freeze(path)


def restyle(document: Document, name: str, look: Look) -> ParagraphStyle:
    """Returns the named paragraph style, made if missing, with exactly this look."""
    style = _paragraph_style(document, name)
    for tag in ("w:pPr", "w:rPr"):
        for old in style.element.findall(qn(tag)):
            style.element.remove(old)
    if name != "Normal":
        style.base_style = document.styles["Normal"]
    style.font.size = Pt(look.size)
    style.font.bold = look.bold
    _fonts(style.element.get_or_add_rPr())
    shape(style.paragraph_format, look)
    if look.outline is not None:
        style.element.get_or_add_pPr().append(valued("w:outlineLvl", str(look.outline)))
    return style


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    """Returns the style of that name; a new one gets an id as Word gives to Cyrillic names."""
    found = next((style for style in document.styles if style.name == name), None)
    if found is None:
        found = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        found.element.set(qn("w:styleId"), f"a{len(document.styles)}")
    if not isinstance(found, ParagraphStyle):
        raise TypeError(f"{name} is not a paragraph style")
    return found


def shape(target: object, look: Look) -> None:
    """Sets alignment, indents and spaces on a paragraph format."""
    values = {
        "alignment": look.align,
        "first_line_indent": Cm(look.first),
        "left_indent": Cm(look.left),
        "space_before": Pt(look.before),
        "space_after": Pt(look.after),
        "line_spacing": 1.0,
        "keep_with_next": look.keep,
        "page_break_before": look.new_page,
    }
    for name, value in values.items():
        setattr(target, name, value)


def wrap_in_control(paragraph: Paragraph, title: str) -> None:
    """Puts the paragraph into a block-level content control with this title."""
    control = OxmlElement("w:sdt")
    settings = OxmlElement("w:sdtPr")
    for tag, value in (("w:alias", title), ("w:tag", "for-discussion"), ("w:id", "700100")):
        settings.append(valued(tag, value))
    content = OxmlElement("w:sdtContent")
    control.append(settings)
    control.append(content)
    paragraph._p.addprevious(control)
    content.append(paragraph._p)


def valued(tag: str, value: str) -> BaseOxmlElement:
    """Returns an empty element with the given `w:val`."""
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element


def _fonts(properties: BaseOxmlElement) -> None:
    """Sets the font for every script and drops theme fonts, which would win over it."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    properties.insert(0, fonts)


def _set_language(document: Document, locale: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    languages = [] if defaults is None else list(defaults.iter(qn("w:lang")))
    theme = document.settings.element.findall(qn("w:themeFontLang"))
    for element in (*languages, *theme):
        element.set(qn("w:val"), locale)


def _header(document: Document, text: str) -> None:
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.text = text
    paragraph.alignment = RIGHT


def _footer(document: Document) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = CENTRE
    page = OxmlElement("w:fldSimple")
    page.set(qn("w:instr"), " PAGE ")
    run = paragraph.add_run("1")
    page.append(run._r)
    paragraph._p.append(page)


def _properties(document: Document, source: Source) -> None:
    core = document.core_properties
    core.title, core.language = source.title, LOCALES[source.language]
    core.author = core.last_modified_by = OWNERS[source.language]
    core.comments = core.keywords = core.subject = ""
    core.created = core.modified = _MADE_ON
    core.revision = 1


def _drop_thumbnail(document: Document) -> None:
    """Removes the picture of an empty page that comes with the template."""
    relations = document.part.package.rels
    for ident, relation in list(relations.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del relations[ident]
