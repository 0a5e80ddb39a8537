"""What the writers of version and language comparisons get: strings and tones, already in the report's language."""

from __future__ import annotations

from dataclasses import dataclass

from ethicsdiff.model.report import Figure, Tone
from ethicsdiff.model.versions import LineState, LineStyle, Piece

Words = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """One unit of the map: where it stood and stands ("" for nowhere), what became of it; `level` is 0 for chapters, 1 for articles."""

    level: int
    old: str
    new: str
    kind: str
    note: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalRow:
    """One change of modality: places, the words before and after, what it does to the norm, the redline of the provision."""

    place: str
    change: str
    meaning: str
    tone: Tone
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRow:
    """One clause whose coverage changed, or one piece of advice: before, after, the verdict in a word, the places that speak."""

    clause: str
    before: str
    after: str
    verdict: str
    places: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """What a person decided on the old version: what it is on, the decision in words, what became of it, the places that speak."""

    subject: str
    decision: str
    verdict: str
    places: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of the legislative table; `kind` is the code of the pair; texts are quoted whole, as pieces."""

    number: int
    element: str
    kind: str
    kind_word: str
    current: tuple[Piece, ...]
    proposed: tuple[Piece, ...]
    reasons: tuple[str, ...]
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewLine:
    """One line of the redline: `note` says in words where a moved line came from or went, `move` names its move.

    `remarks` are further sentences on it: the changes of modality.
    """

    style: LineStyle
    depth: int
    state: LineState
    text: tuple[Piece, ...]
    note: str = ""
    move: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsView:
    """All that is printed on two versions. `words` maps keys of fixed labels to words of the report's language."""

    language: str
    draft_language: str
    title: str
    subtitle: str
    note: str
    figures: tuple[Figure, ...]
    modal: tuple[ModalRow, ...]
    map: tuple[MapRow, ...]
    effects: tuple[EffectRow, ...]
    fates: tuple[EffectRow, ...]
    proposals: tuple[ProposalRow, ...]
    effects_note: str
    table: tuple[TableRow, ...]
    lines: tuple[ViewLine, ...]
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One divergence in words: its kind, a sentence, the words on both sides."""

    number: int
    kind: str
    text: str
    left: str
    right: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelRow:
    """A provision in two languages; a text that is missing is "" and its place too.

    `place` is in the report's language, `left_place` and `right_place` in those of the texts.
    """

    level: int
    place: str
    left_place: str
    left_heading: str
    left: str
    right_place: str
    right_heading: str
    right: str
    tone: Tone
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelView:
    """All that is printed on two language texts; `languages` are codes, left and right."""

    language: str
    languages: tuple[str, str]
    title: str
    subtitle: str
    note: str
    means: str
    left_name: str
    right_name: str
    figures: tuple[Figure, ...]
    rows: tuple[ParallelRow, ...]
    words: Words
