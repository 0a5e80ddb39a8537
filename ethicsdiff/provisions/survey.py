"""What only the document as a whole can tell: how its headings look, whether its articles have titles, where its sections stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ethicsdiff.languages.base import PARAGRAPH_SIGN, RANKS
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import ProvisionKind as Kind
from ethicsdiff.provisions.labels import Label
from ethicsdiff.provisions.numbers import is_first, key_of
from ethicsdiff.provisions.pieces import Piece

_FIRST_SENTENCE = re.compile(r"(?P<title>[^.!?:;]{1,110}[^\W\d_]{2}[»\")]?[.?])\s+(?=[«\"(]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ\d])")
_FINITE = re.compile("|".join(data.finite for data in LANGUAGES.values() if data.finite))
_SECTION = re.compile(r"(?:section|sec\.)\s", re.IGNORECASE)
_POINTS = frozenset({"double-bracket", "letter-double-bracket", "letter-double-bracket-upper"})
_MOVABLE = (Kind.SECTION, Kind.PART)
_TITLE_WORDS = 12
_SENTENCE_WORDS = 4
_SHARE = 0.6
_FOLLOWED_SHARE = 0.9
_ABOVE_ARTICLE = 45
_HEADING_STEP = 6

K = TypeVar("K", bound=Hashable)
Look = tuple[bool, int, bool, bool, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Findings on the whole document.

    `lowered` are kinds that stand below articles here; `looks` the rank that worded units of a look have; `levels` the same by
    heading level; `stopped` says that titles of articles end with a full stop, `inline` that the text follows on the same line;
    `canons` that canons or § take the place of articles, `sections` that sections do, `late` that numbered lines stand before the
    first article, so that principles of a strategy are no articles that everything belongs to.
    """

    has_articles: bool = False
    lowered: frozenset[Kind] = frozenset()
    looks: dict[Look, int]
    levels: dict[int, int]
    stopped: bool = False
    inline: bool = False
    canons: bool = False
    sections: bool = False
    late: bool = False


def survey(pieces: Sequence[Piece]) -> Survey:
    """Returns the survey of the pieces of a document, those set aside left out."""
    kept = [piece for piece in pieces if not piece.aside and (piece.whole or piece.label is not None)]
    worded = [(index, piece, piece.label) for index, piece in enumerate(kept) if piece.label is not None and piece.label.kind is not None]
    articles = [(index, piece) for index, piece, label in worded if label.kind == Kind.ARTICLE]
    norms = articles or [(index, piece) for index, piece, label in worded if _SECTION.match(label.display)]
    lowered = frozenset(kind for kind in _MOVABLE if _stands_below(kind, [label for _, _, label in worded]))
    return Survey(
        has_articles=bool(articles),
        lowered=lowered,
        looks=_ranks((look_of(piece), rank_of(label, lowered)) for _, piece, label in worded if label.kind != Kind.ANNEX),
        levels=_ranks((piece.block.level, rank_of(label, lowered)) for _, piece, label in worded if piece.is_heading),
        stopped=_are_stopped(norms, kept),
        inline=_are_inline([piece for _, piece in norms]),
        sections=not articles and _are_articles(kept),
        late=_begin_late(kept),
        canons=not articles and _are_norms([piece for _, piece, label in worded if label.rank == PARAGRAPH_SIGN]),
    )


def rank_of(label: Label, lowered: frozenset[Kind]) -> int:
    """Returns the rank of a worded label in this document, where its sections may divide articles."""
    below = label.kind in lowered and label.rank == RANKS[label.kind]
    return RANKS[Kind.PARAGRAPH] if below else label.rank


def look_of(piece: Piece) -> Look:
    """Returns how a piece looks: heading or not, its level, bold, centred, in capitals."""
    level = piece.block.level if piece.is_heading else -1
    return piece.is_heading, level, piece.block.bold, piece.block.centred, piece.whole.isupper()


def heading_rank(piece: Piece, found: Survey) -> int:
    """Returns the rank of a heading that no word ranks: that of worded units of the same look or level, else one between theirs."""
    look = look_of(piece)
    if look in found.looks:
        return found.looks[look]
    if not piece.is_heading:
        return _ABOVE_ARTICLE
    level = piece.block.level
    if level in found.levels:
        return found.levels[level]
    outer = [rank for other, rank in found.levels.items() if other < level]
    inner = [rank for other, rank in found.levels.items() if other > level]
    if outer:
        return max(outer) + 2
    return min(min(inner, default=100) - 1, 2 + _HEADING_STEP * max(level, 0))


def first_sentence(text: str) -> int:
    """Returns where a short first sentence without a verb ends, as titles before their text on one line do; 0 where there is none."""
    match = _FIRST_SENTENCE.match(text)
    if match is None or len(match.group("title").split()) > _TITLE_WORDS or has_verb(match.group("title")):
        return 0
    return match.end("title")


def has_verb(text: str) -> bool:
    """Returns whether a verb makes a sentence of a text, in any language."""
    return bool(_FINITE.search(folded(text)))


def _ranks(pairs: Iterable[tuple[K, int]]) -> dict[K, int]:
    counts: dict[K, Counter[int]] = {}
    for key, rank in pairs:
        counts.setdefault(key, Counter())[rank] += 1
    return {key: ranks.most_common(1)[0][0] for key, ranks in counts.items()}


def _stands_below(kind: Kind, labels: Sequence[Label]) -> bool:
    """Returns whether units of a kind divide articles here: they begin after the first article and start again in another."""
    ours = [(index, label.number) for index, label in enumerate(labels) if label.kind == kind and label.rank == RANKS[kind]]
    articles = [index for index, label in enumerate(labels) if label.kind == Kind.ARTICLE]
    if not ours or not articles or ours[0][0] < articles[0]:
        return False
    again = Counter(number for _, number in ours)[ours[0][1]] > 1
    head, dot, _ = ours[0][1].partition(".")
    if dot and head == key_of(labels[max(index for index in articles if index < ours[0][0])].number):
        return True
    return is_first(ours[0][1]) and (again or 1 < len(ours) >= len(articles))


def _begin_late(kept: Sequence[Piece]) -> bool:
    """Returns whether the first labelled line has a number of a list with a point, and articles come only later."""
    first = next((piece.label for piece in kept if piece.label is not None and not piece.label.style.startswith("bullet")), None)
    return first is not None and first.style == "point" and is_first(first.number)


def _are_articles(kept: Sequence[Piece]) -> bool:
    """Returns whether most sections of an English act hold norms themselves: a sentence after the title, or points right below."""
    places = [index for index, piece in enumerate(kept) if piece.label is not None and _SECTION.match(piece.label.display)]
    holding = sum(_holds_norm(kept[index], kept[index + 1 : index + 2]) for index in places)
    return len(places) > 1 and 2 * holding >= len(places)


def _holds_norm(piece: Piece, below: Sequence[Piece]) -> bool:
    points = any(one.label is not None and one.label.style in _POINTS for one in below)
    return points or first_sentence(piece.text) > 0 or (has_verb(piece.text) and piece.text.endswith((".", ":", ";")))


def _are_norms(pieces: Sequence[Piece]) -> bool:
    """Returns whether most of the pieces are sentences and no titles."""
    sentences = sum(piece.text.endswith((".", ":", ";")) and len(piece.text.split()) > _SENTENCE_WORDS for piece in pieces)
    return bool(pieces) and sentences >= _SHARE * len(pieces)


def _are_stopped(articles: Sequence[tuple[int, Piece]], kept: Sequence[Piece]) -> bool:
    named = [(index, piece.text) for index, piece in articles if piece.text]
    if not named:
        return False
    stopped = sum(text.endswith(".") and len(text.split()) <= _TITLE_WORDS for _, text in named)
    followed = sum(index + 1 < len(kept) and not _is_worded(kept[index + 1]) for index, _ in named)
    return stopped >= _SHARE * len(named) and followed >= _FOLLOWED_SHARE * len(named)


def _are_inline(articles: Sequence[Piece]) -> bool:
    named = [piece for piece in articles if piece.text]
    inline = sum(first_sentence(piece.text) > 0 for piece in named)
    return bool(named) and inline >= _SHARE * len(named)


def _is_worded(piece: Piece) -> bool:
    return piece.label is not None and piece.label.kind is not None
