"""The door to PDFium: letters with their places, and ruling lines, page by page. PDFium is not safe for threads."""

from __future__ import annotations

import ctypes
import math
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ethicsdiff.errors import DraftError

_MOST_PAGES = 2_000
_MOST_LETTERS = 200_000
_SECONDS = 120
_THIN = 3.0
_SMALLEST, _LARGEST = 0.5, 1_000.0
_FARTHEST = 100_000.0
_UPRIGHT = 0.1
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_INVISIBLE = 3
_LINE_END_HYPHENS = (0x02, 0xFFFE)
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF06F: "○", 0xF0A8: "▪", 0xF0D8: "▪", 0xF0FC: "▪", 0xF02D: "-"}
_AGAIN = "Ask for a new copy of it."
_SPLIT = "Split the file, or save it as a Word document."


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as printed: its text, left and right edge, baseline and size in points from the lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruling line, level or upright, from (left, bottom) to (right, top)."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_level(self) -> bool:
        """Whether the line runs from left to right."""
        return self.right - self.left > self.top - self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as displayed: its size, letters, ruling lines; counts of slanted letters left out and of unseen ones."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    slanted: int
    unseen: int
    pictures: int


@dataclass(slots=True)
class _Font:
    """What letters of one text object share."""

    size: float
    bold: bool
    unseen: bool


def read_pages(data: bytes, file: str) -> Iterator[Page]:
    """Yields the pages of a PDF file.

    Raises:
        DraftError: the file is protected, damaged, too long, or takes too much time.
    """
    document = _opened(data, file)
    try:
        if len(document) > _MOST_PAGES:
            raise DraftError(f"the file has more than {_MOST_PAGES} pages.", where=file, hint=_SPLIT)
        deadline = time.monotonic() + _SECONDS
        for index in range(len(document)):
            if time.monotonic() > deadline:
                raise DraftError(f"reading took longer than {_SECONDS} seconds.", where=file, hint=_SPLIT)
            yield _page(document, index, file)
    finally:
        document.close()


def _opened(data: bytes, file: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == pdfium.FPDF_ERR_PASSWORD:
            hint = "Ask for a copy without a password."
            raise DraftError("the file is protected with a password.", where=file, hint=hint) from error
        raise DraftError("the file is damaged: it cannot be opened as a PDF.", where=file, hint=_AGAIN) from error


def _page(document: pypdfium2.PdfDocument, index: int, file: str) -> Page:
    try:
        page = document[index]
        text = page.get_textpage()
        count = text.count_chars()
    except pypdfium2.PdfiumError as error:
        raise DraftError(f"the file is damaged: page {index + 1} cannot be read.", where=file, hint=_AGAIN) from error
    if count > _MOST_LETTERS:
        raise DraftError(f"page {index + 1} holds more than {_MOST_LETTERS} letters.", where=file, hint=_SPLIT)
    angles = [pdfium.FPDFText_GetCharAngle(text, position) for position in range(count)]
    turn = _Turn(_degrees(angles), *_unturned_size(page))
    glyphs, slanted, unseen = _glyphs(text, angles, turn)
    width, height = turn.displayed
    objects = list(page.get_objects(max_depth=1))
    return Page(
        number=index + 1,
        width=width,
        height=height,
        glyphs=glyphs,
        rules=tuple(rule for one in objects if one.type == pdfium.FPDF_PAGEOBJ_PATH for rule in _rules(one, turn)),
        slanted=slanted,
        unseen=unseen,
        pictures=sum(one.type == pdfium.FPDF_PAGEOBJ_IMAGE for one in objects),
    )


def _unturned_size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    width, height = page.get_width(), page.get_height()
    return (height, width) if page.get_rotation() in (90, 270) else (width, height)


@dataclass(frozen=True, slots=True)
class _Turn:
    """How a page must be turned for its text to be upright (degrees clockwise), and its size before."""

    degrees: int
    width: float
    height: float

    @property
    def displayed(self) -> tuple[float, float]:
        """Width and height of the turned page."""
        return (self.height, self.width) if self.degrees in (90, 270) else (self.width, self.height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Returns where a point of the unturned page is displayed."""
        if self.degrees == 90:
            return y, self.width - x
        if self.degrees == 180:
            return self.width - x, self.height - y
        return (self.height - y, x) if self.degrees == 270 else (x, y)


def _degrees(angles: Sequence[float]) -> int:
    """Returns by how many degrees clockwise a page must be turned so that most of its letters are upright."""
    quarters = Counter(-round(math.degrees(angle) / 90) % 4 for angle in angles if angle >= 0)
    return quarters.most_common(1)[0][0] * 90 if quarters else 0


def _glyphs(text: pypdfium2.PdfTextpage, angles: Sequence[float], turn: _Turn) -> tuple[tuple[Glyph, ...], int, int]:
    """Returns the upright letters of a page, the number of others, and how many of the upright ones are not displayed."""
    glyphs: list[Glyph] = []
    fonts: dict[int, _Font] = {}
    slanted = unseen = 0
    for index, angle in enumerate(angles):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        if not _is_upright(angle, turn):
            slanted += 1
            continue
        font = _font(text, index, fonts)
        unseen += font.unseen
        glyphs.append(_glyph(text, index, font, turn))
    return tuple(glyph for glyph in glyphs if glyph.text and _is_placed(glyph)), slanted, unseen


def _is_upright(angle: float, turn: _Turn) -> bool:
    if angle < 0:
        return True
    difference = (angle + math.radians(turn.degrees)) % math.tau
    return min(difference, math.tau - difference) < _UPRIGHT


def _glyph(text: pypdfium2.PdfTextpage, index: int, font: _Font, turn: _Turn) -> Glyph:
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    (one, _), (other, _) = turn.point(box.left, box.bottom), turn.point(box.right, box.top)
    _, base = turn.point(x.value, y.value)
    return Glyph(_letter(pdfium.FPDFText_GetUnicode(text, index)), min(one, other), max(one, other), base, font.size, font.bold)


def _is_placed(glyph: Glyph) -> bool:
    """Returns whether a letter stands anywhere near a page; damaged files have them at no place at all."""
    return all(abs(value) < _FARTHEST for value in (glyph.left, glyph.right, glyph.base))


def _letter(code: int) -> str:
    """Returns the text of a code point: ligatures as their letters, the marks of PDFium for hyphens as hyphens."""
    if code in _LINE_END_HYPHENS:
        return "-"
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", chr(code))
    if code in (0x09, 0x0A, 0x0D):
        return " "
    return "" if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _font(text: pypdfium2.PdfTextpage, index: int, fonts: dict[int, _Font]) -> _Font:
    found = pdfium.FPDFText_GetTextObject(text, index)
    key = ctypes.cast(found, ctypes.c_void_p).value or 0
    if key not in fonts or not key:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        unseen = bool(key) and pdfium.FPDFTextObj_GetTextRenderMode(found) == _INVISIBLE
        fonts[key] = _Font(size if _SMALLEST < size < _LARGEST else 1.0, _is_bold(text, index), unseen)
    return fonts[key]


def _is_bold(text: pypdfium2.PdfTextpage, index: int) -> bool:
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, 256, flags)
    name = buffer.value.decode("utf-8", errors="replace").lower()
    return any(word in name for word in _BOLD_NAMES) or pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT


def _rules(path: pypdfium2.PdfObject, turn: _Turn) -> Iterator[Rule]:
    """Yields the straight level and upright lines of a path; the edges of a filled area are none."""
    left, bottom, right, top = path.get_bounds()
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if min(right - left, top - bottom) <= _THIN:
        yield _rule(turn.point(left, bottom), turn.point(right, top))
    elif stroke.value:
        for start, end in _edges(path):
            rule = _rule(turn.point(*start), turn.point(*end))
            if min(rule.right - rule.left, rule.top - rule.bottom) <= _THIN:
                yield rule


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Rule:
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Rule(x0, y0, x1, y1)


def _edges(path: pypdfium2.PdfObject) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yields start and end of each straight piece of a path, in the page's measure."""
    matrix = path.get_matrix()
    start = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_LETTERS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, here
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield last, start
