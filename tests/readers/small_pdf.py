"""PDF files of a few objects, written by hand: text at given places in any alphabet, ruling lines, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 600, 800
SIZE = 10.0
LETTER = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A text at a place, in points from the lower left corner; every letter is half as wide as its size.

    `mode` 3 is text that is not displayed; `upwards` runs from the foot of the page to its head.
    """

    text: str
    x: float
    y: float
    size: float = SIZE
    bold: bool = False
    mode: int = 0
    upwards: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A ruling line between two places."""

    x0: float
    y0: float
    x1: float
    y1: float


Mark = At | Stroke


def lines(*texts: str, x: float = 60, top: float = 700, size: float = SIZE, bold: bool = False) -> list[At]:
    """Returns texts under each other; a text that begins with spaces is indented by them."""
    placed = []
    for index, text in enumerate(texts):
        indent = (len(text) - len(text.lstrip(" "))) * LETTER * size
        placed.append(At(text=text.lstrip(" "), x=x + indent, y=top - index * 1.2 * size, size=size, bold=bold))
    return [one for one in placed if one.text]


def table(
    columns: Sequence[float], rows: Sequence[float], texts: Sequence[Sequence[str]], skip: Sequence[tuple[int, int]] = ()
) -> list[Mark]:
    """Returns a ruled table; `skip` names level lines (row, column) that are not drawn, so that two cells are one."""
    marks: list[Mark] = [Stroke(x, rows[0], x, rows[-1]) for x in columns]
    for row, y in enumerate(rows):
        spans = zip(columns, columns[1:], strict=False)
        marks += [Stroke(x0, y, x1, y) for column, (x0, x1) in enumerate(spans) if (row, column) not in skip]
    for row, cells in enumerate(texts):
        marks += [At(text=text, x=columns[column] + 3, y=rows[row] - 12) for column, text in enumerate(cells) if text]
    return marks


def pdf(*pages: Sequence[Mark], picture: bool = False, turned: int = 0, width: int = WIDTH, encrypted: bool = False) -> bytes:
    """Returns a PDF file of these pages; `picture` puts one on each, `turned` displays them turned clockwise."""
    letters = sorted({letter for page in pages for mark in page if isinstance(mark, At) for letter in mark.text})
    codes = {letter: 33 + index for index, letter in enumerate(letters)}
    assert len(codes) < 220, "too many different letters for one font"
    count = len(pages)
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
        _font("Helvetica", codes),
        _font("Helvetica-Bold", codes),
        _stream(_to_unicode(codes).encode()),
    ]
    for index, page in enumerate(pages):
        resources = "/Resources<</Font<</F0 3 0 R/F1 4 0 R>>>>"
        box = f"/MediaBox[0 0 {width} {HEIGHT}]/Rotate {turned}"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}{resources}/Contents {7 + 2 * index} 0 R>>".encode())
        image = "q 400 0 0 600 50 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n" if picture else ""
        objects.append(_stream((image + "\n".join(_drawn(mark, codes) for mark in page)).encode("latin-1")))
    trailer = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "11" * 32 + ">/U<" + "22" * 32 + ">>>" if encrypted else ""
    return _file(objects, trailer)


def _drawn(mark: Mark, codes: dict[str, int]) -> str:
    if isinstance(mark, Stroke):
        return f"0.5 w {mark.x0} {mark.y0} m {mark.x1} {mark.y1} l S"
    text = "".join(f"{codes[letter]:02x}" for letter in mark.text)
    turn = "0 1 -1 0" if mark.upwards else "1 0 0 1"
    return f"BT {mark.mode} Tr /F{int(mark.bold)} {mark.size} Tf {turn} {mark.x} {mark.y} Tm <{text}> Tj ET"


def _font(name: str, codes: dict[str, int]) -> bytes:
    widths = " ".join([str(int(LETTER * 1000))] * len(codes))
    last = 32 + max(len(codes), 1)
    return f"<</Type/Font/Subtype/Type1/BaseFont/{name}/FirstChar 33/LastChar {last}/Widths[{widths}]/ToUnicode 5 0 R>>".encode()


def _to_unicode(codes: dict[str, int]) -> str:
    rows = [f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    mapped = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def"
    return f"{head}\n1 begincodespacerange <00> <ff> endcodespacerange\n{mapped}\nendcmap end end"


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = f"trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(data)}\n%%EOF\n".encode()
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + rows + end
