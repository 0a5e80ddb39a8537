"""What stands before the first unit: title and adoption block, which are set aside, and the recitals of a preamble.

Recitals are the clauses of the preamble, split on `;` so that each can be cited.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ethicsdiff.languages.base import LanguageData
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import ProvisionKind, Span
from ethicsdiff.provisions.pieces import Piece
from ethicsdiff.provisions.survey import has_verb, look_of
from ethicsdiff.provisions.tree import Node, Outline

_TERMINAL = re.compile(r"[.;:,]\s*$")
_APPROVING = re.compile(
    r"\b(?:приказ|постановлен|решени|съезд|распоряжен|указ|қаулы|бұйры|шешім|съез|өкім|жарлы|by )"
    r"|^(?:утвержд\w+|бекітілген|approved)$"
)
_DATE_LINE = re.compile(r"\d{4}\s*(?:г|ж|года|год|жылы?)?\.?$")
_REGISTERED = re.compile(r"(?=.*(?:19|20)\d\d).*(?:№|(?<!\w)(?:n|no)\b\.?)\s?\d")
_LONGEST_REGISTERED_WORDS = 16
_SHORTEST_RECITAL_WORDS, _SHORTEST_SENTENCE_WORDS = 5, 3
_LONGEST_DATE_WORDS = 10
_LONGEST_TITLE = 40
_LONGEST_FRAME_WORDS = 8
_LONGEST_ADOPTION_WORDS = 30


def first_unit(pieces: Sequence[Piece]) -> int:
    """Returns the index of the first piece that opens a unit: a labelled unit, or a heading after the title."""
    titled, cover = False, _cover(pieces)
    for index, piece in enumerate(pieces):
        if piece.aside:
            continue
        label = piece.label if index != cover else None
        titled = titled or is_preamble_title(piece)
        listed = label is not None and label.kind is None
        if label is not None and not label.style.startswith("bullet") and not (listed and _is_numbered_recital(titled, pieces, index)):
            return _heading_above(pieces, index) if listed else index
        if is_introduction(piece) or (piece.is_heading and index and piece.block.level >= 1 and not is_preamble_title(piece)):
            return index
    return len(pieces)


def _heading_above(pieces: Sequence[Piece], first: int) -> int:
    """Returns the index of the heading right above the first point, if headings that look so divide the points below too."""
    kept = [index for index, piece in enumerate(pieces) if piece.whole and not piece.aside]
    place = kept.index(first) if first in kept else 0
    if place < 2 or not _may_be_heading(pieces[kept[place - 1]]):
        return first
    above = pieces[kept[place - 1]]
    for before, one, after in zip(kept[place:], kept[place + 1 :], kept[place + 2 :], strict=False):
        divides = pieces[before].text and _may_be_heading(pieces[one]) and pieces[after].label is not None
        if divides and look_of(pieces[one]) == look_of(above):
            return kept[place - 1]
    return first


def _may_be_heading(piece: Piece) -> bool:
    """Returns whether a piece without label is short and set off by its looks."""
    short = piece.label is None and len(piece.whole.split()) <= _LONGEST_FRAME_WORDS and not _TERMINAL.search(piece.whole)
    return short and (piece.block.bold or piece.block.centred or piece.is_heading) and not is_adoption(piece.whole)


def _cover(pieces: Sequence[Piece]) -> int:
    """Returns the index of an annex's label that stands above the title of the whole document («Приложение к приказу ...»), else -1."""
    labelled = [(index, piece.label) for index, piece in enumerate(pieces) if piece.label is not None and not piece.aside]
    annexes = [index for index, label in labelled if label.kind == ProvisionKind.ANNEX]
    alone = len(annexes) == 1 < len(labelled)
    return annexes[0] if alone and labelled[0][0] == annexes[0] else -1


def _is_numbered_recital(titled: bool, pieces: Sequence[Piece], index: int) -> bool:
    """Returns whether a list label under the title of a preamble numbers a recital, because worded units come only later."""
    return titled and any(one.label is not None and one.label.kind is not None for one in pieces[index + 1 :])


def is_preamble_title(piece: Piece) -> bool:
    """Returns whether a piece is the word for a preamble, in any language."""
    return _is_one_of(piece, {title for data in LANGUAGES.values() for title in data.preamble})


def is_introduction(piece: Piece) -> bool:
    """Returns whether a piece is the title of an opening section that is no preamble: an introduction, a foreword."""
    return _is_one_of(piece, {title for data in LANGUAGES.values() for title in data.introduction})


def _is_one_of(piece: Piece, titles: Collection[str]) -> bool:
    return len(piece.whole) < _LONGEST_TITLE and folded(piece.whole).rstrip(".:") in titles


def is_adoption(text: str) -> bool:
    """Returns whether a line says who adopted or approved an act, or that it is a draft."""
    plain = folded(text)
    if len(plain.split()) > _LONGEST_ADOPTION_WORDS:
        return False
    return any(re.match(data.adoption, plain) for data in LANGUAGES.values() if data.adoption)


def is_approval(text: str) -> bool:
    """Returns whether a line amid a text says by what act the following one was approved («Утверждено приказом ...»)."""
    return not _TERMINAL.search(text) and is_adoption(text) and bool(_APPROVING.search(folded(text)))


def place_front(pieces: Sequence[Piece], outline: Outline, data: LanguageData) -> list[Piece]:
    """Puts the recitals among the pieces before the first unit under a preamble; returns the other pieces (title, adoption)."""
    preamble: Node | None = None
    titled, outside = False, []
    for index, piece in enumerate(pieces):
        if piece.aside or not piece.whole:
            outside.append(piece)
        elif is_preamble_title(piece):
            titled, preamble = True, _open(outline, piece, data, heading=piece.whole)
        elif titled or _is_prose(piece) or _opens_preamble(piece, pieces[index + 1 : index + 3]) or _ends_preamble(piece, preamble):
            preamble = preamble or _open(outline, piece, data, heading="")
            _add_recitals(preamble, piece, data)
        else:
            outside.append(piece)
    if preamble is not None:
        outline.open.remove(preamble)
    return outside


def _open(outline: Outline, piece: Piece, data: LanguageData, *, heading: str) -> Node:
    node = Node(kind=ProvisionKind.SECTION, parent=None, style="preamble", name=data.recital, heading=heading, block=piece.block.ordinal)
    if heading:
        node.heading_spans = [piece.span()]
    return outline.add(node)


def _is_prose(piece: Piece) -> bool:
    text = piece.whole
    if piece.is_heading or piece.block.centred or text.isupper() or not _TERMINAL.search(text) or is_adoption(text):
        return False
    words = len(text.split())
    shortest = _SHORTEST_SENTENCE_WORDS if has_verb(text) else _SHORTEST_RECITAL_WORDS
    if words < shortest or _is_registered(text, words):
        return False
    return not (words <= _LONGEST_DATE_WORDS and _DATE_LINE.search(text))


def _is_registered(text: str, words: int) -> bool:
    """Returns whether a line only tells kind, date and number of an act («Закон Республики от 5 мая 2025 года № 7.»)."""
    return words <= _LONGEST_REGISTERED_WORDS and bool(_REGISTERED.search(folded(text))) and not has_verb(text)


def _opens_preamble(piece: Piece, following: Sequence[Piece]) -> bool:
    """Returns whether a short line before the recitals names who adopts ("The General Assembly,")."""
    text = piece.whole
    plain = not (piece.is_heading or piece.block.centred or text.isupper() or is_adoption(text))
    return plain and text.endswith(",") and len(text.split()) > 1 and any(_is_prose(one) for one in following if one.whole)


def _ends_preamble(piece: Piece, preamble: Node | None) -> bool:
    """Returns whether a short line ends the sentence of the recitals above it («принимают настоящий Кодекс.»)."""
    if preamble is None or not preamble.children or piece.is_heading or not _TERMINAL.search(piece.whole):
        return False
    return preamble.children[-1].ends in ";," and piece.whole[:1].islower()


def _add_recitals(preamble: Node, piece: Piece, data: LanguageData) -> None:
    """Adds the clauses of a piece as recitals, numbered from 1; words that frame them stay unnumbered."""
    for start, end in _clauses(piece):
        text = piece.block.text[start:end]
        if piece.label is None and _is_frame(text, data, first=not preamble.children):
            node = Node(kind=ProvisionKind.PARAGRAPH, parent=None, style="unnumbered", rank=1, block=piece.block.ordinal, start=start)
        else:
            node = Node(kind=ProvisionKind.RECITAL, parent=None, style="recital", rank=1, block=piece.block.ordinal, start=start)
            node.start = piece.start if start <= piece.span().start else start
            preamble.rows += 1
            node.number = node.name = str(preamble.rows)
        if piece.label is not None and start <= piece.span().start:
            node.label = piece.label.display
        node.spans, node.ends = [Span(block=piece.block.ordinal, start=start, end=end)], text[-1:]
        preamble.add(node)


def _is_frame(text: str, data: LanguageData, *, first: bool) -> bool:
    """Returns whether a clause names who adopts, or that it is adopted ("The Congress of Judges,", "adopts this Code.")."""
    words = len(text.split())
    if words < _SHORTEST_RECITAL_WORDS and not text.endswith((";", ",")):
        return True
    if not first or words > _LONGEST_FRAME_WORDS or text.endswith((";", ".")):
        return False
    return not re.match(data.participle, folded(text).rstrip(",:")) if data.participle else True


def _clauses(piece: Piece) -> list[tuple[int, int]]:
    """Returns the spans between semicolons, without outer white space; a clause of one or two words stays with the one before it."""
    clauses: list[tuple[int, int]] = []
    for match in re.finditer(r"[^;]+;?", piece.block.text[piece.body : piece.end]):
        start = piece.body + match.start() + len(match.group()) - len(match.group().lstrip())
        end = piece.body + match.start() + len(match.group().rstrip())
        if clauses and len(piece.block.text[start:end].split()) < 3:
            clauses[-1] = (clauses[-1][0], end)
        elif start < end:
            clauses.append((start, end))
    return clauses
