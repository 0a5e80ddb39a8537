"""Tying what stands in a returned file to the provisions of the draft: by hidden bookmark, by words, by quote; or not at all.

The returned file is read as it was sent out, so that tracked edits do not matter; a bookmark carries the fingerprint of its
provision, so that edits without tracking do not matter either. Where nothing fits, a remark stays without a place and is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ethicsdiff.languages.text import folded
from ethicsdiff.model.decision import Anchor, Fit, Place
from ethicsdiff.model.document import Draft, Provision, Span
from ethicsdiff.model.remark import Bookmarked, Returned, Tie
from ethicsdiff.review.anchors import anchor_of, places_of
from ethicsdiff.review.version import Version, quote_of, version_of

_SHORTEST_QUOTE = 15
_AROUND = " .,;:"
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")


@dataclass(frozen=True, slots=True)
class Tied:
    """Where something stands: the provision of the draft ("" for none), how it was tied, the provision of the returned file.

    `offset` is where its first stretch begins in the text of the returned provision, in characters, -1 where that is not known; `sure` is
    False where the draft has other words there than the file that came back.
    """

    provision: str
    tie: Tie
    seen: Provision | None = None
    offset: int = -1
    sure: bool = True


@dataclass(frozen=True)
class Tying:
    """A returned file beside the draft: `seen` are its provisions as it was sent out, None where it has none."""

    draft: Draft
    returned: Returned
    seen: Draft | None
    _anchors: dict[str, Anchor] = field(default_factory=dict)

    @cached_property
    def here(self) -> Version:
        """The draft as a version."""
        return version_of(self.draft)

    @cached_property
    def there(self) -> Version | None:
        """The returned file as a version."""
        return version_of(self.seen) if self.seen is not None else None

    @cached_property
    def _at(self) -> dict[int, list[tuple[Span, Provision]]]:
        found: dict[int, list[tuple[Span, Provision]]] = {}
        for one in self.there.provisions if self.there is not None else ():
            for span in _spans_of(one):
                found.setdefault(span.block, []).append((span, one))
        return found

    @cached_property
    def _marked(self) -> dict[int, list[Bookmarked]]:
        found: dict[int, list[Bookmarked]] = {}
        for one in self.returned.bookmarks:
            for block in {span.block for span in one.spans} if one.fingerprint else ():
                found.setdefault(block, []).append(one)
        return found

    def tied(self, spans: Sequence[Span], quote: str = "") -> Tied:
        """Returns where something stands that has a place in the returned file, or only words."""
        seen, offset = self._seen(spans)
        marked = self._by_bookmark(spans)
        place = self._by_words(seen)
        if place is not None and place.fit == Fit.EXACT:
            return Tied(place.provision, Tie.BOOKMARK if marked == place.provision else Tie.WORDS, seen, offset)
        if marked:
            return Tied(marked, Tie.BOOKMARK, seen, offset)
        if place is not None and place.provision:
            return Tied(place.provision, Tie.WORDS, seen, offset, sure=False)
        quoted = self._by_quote(quote)
        return Tied(quoted, Tie.QUOTE if quoted else Tie.NONE, seen, offset)

    def anchor(self, tied: Tied) -> Anchor | None:
        """Returns the anchor to keep: what the person saw, so that other words are to be checked, and a later version may have it again."""
        if tied.provision and tied.sure:
            return anchor_of(self.draft, tied.provision)
        return self.seen_anchor(tied.seen) if tied.seen is not None else None

    def seen_anchor(self, seen: Provision) -> Anchor:
        """Returns the anchor of a provision of the returned file."""
        if seen.id not in self._anchors and self.seen is not None:
            self._anchors[seen.id] = anchor_of(self.seen, seen.id)
        return self._anchors[seen.id]

    def _seen(self, spans: Sequence[Span]) -> tuple[Provision | None, int]:
        """Returns the first provision with words that some stretches touch, and the offset in it."""
        for span in spans:
            near = sorted(self._at.get(span.block, ()), key=lambda one: (_distance(one[0], span.start), one[0].start - one[0].end))
            if near:
                return near[0][1], _offset(near[0][1], span)
        return None, -1

    def _by_bookmark(self, spans: Sequence[Span]) -> str:
        covering = [one for one in self._marked.get(spans[0].block, ()) if _covers(one.spans, spans[0])] if spans else []
        for one in sorted(covering, key=_size):
            places = self.here.places.get(one.fingerprint, ())
            if len(places) == 1:
                return self.here.provisions[places[0]].id
            twins = [other for other in self.returned.bookmarks if other.fingerprint == one.fingerprint]
            if len(twins) == len(places) > 1:
                return self.here.provisions[places[twins.index(one)]].id
        return ""

    def _by_words(self, seen: Provision | None) -> Place | None:
        if seen is None or self.there is None:
            return None
        places = self.here.places.get(seen.fingerprint, ())
        if len(places) == 1 == len(self.there.places[seen.fingerprint]):
            return Place(fit=Fit.EXACT, provision=self.here.provisions[places[0]].id)
        if len(places) == len(self.there.places[seen.fingerprint]) > 1:
            twin = self.there.places[seen.fingerprint].index(self.there.positions[seen.id])
            return Place(fit=Fit.EXACT, provision=self.here.provisions[places[twin]].id)
        anchor = self.seen_anchor(seen)
        return places_of((anchor,), self.draft)[anchor]

    def _by_quote(self, quote: str) -> str:
        """Returns the one provision of the draft that holds a quote, "" where none or several do, or where it is too short to tell."""
        whole = self._holding(folded(quote).strip(_AROUND))
        quoted = (self._holding(folded(match).strip(_AROUND)) for match in _QUOTED.findall(quote))
        return whole or next(filter(None, quoted), "")

    def _holding(self, words: str) -> str:
        if len(words) < _SHORTEST_QUOTE:
            return ""
        holding = [one.id for one in self.here.provisions if words in folded(quote_of(one))]
        if holding:
            return holding[0] if len(holding) == 1 else ""
        texts = ((one.id, folded(one.text).strip(_AROUND)) for one in self.here.provisions)
        held = [provision for provision, text in texts if len(text) >= _SHORTEST_QUOTE and text in words]
        return held[0] if len(held) == 1 else ""


def _spans_of(provision: Provision) -> Iterable[Span]:
    location = provision.location
    heading = (provision.heading_span,) if provision.heading_span is not None else ()
    own = (*heading, *provision.heading_more, *provision.spans)
    return own or (Span(block=location.block, start=location.start, end=location.end),)


def _distance(span: Span, offset: int) -> int:
    return 0 if span.start <= offset <= span.end else min(abs(span.start - offset), abs(span.end - offset))


def _offset(provision: Provision, span: Span) -> int:
    """Returns where a stretch begins in the text of a provision, -1 where it stands in its heading."""
    before = 0
    for own in provision.spans:
        if own.block == span.block and own.start <= span.start:
            return before + min(span.start, own.end) - own.start
        before += own.end - own.start + 1
    return -1


def _covers(spans: Sequence[Span], point: Span) -> bool:
    return any(one.block == point.block and one.start <= point.start <= one.end for one in spans)


def _size(bookmark: Bookmarked) -> int:
    return sum(span.end - span.start + 1 for span in bookmark.spans)
