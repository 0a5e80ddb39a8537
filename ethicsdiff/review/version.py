"""A version of a draft as anchors see it: provisions with words, in document order, by fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ethicsdiff.languages.text import fingerprint, words
from ethicsdiff.model.document import Draft, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The provisions of a version that have words, in document order; `places` are their positions by fingerprint."""

    sha256: str
    languages: tuple[str, ...]
    provisions: tuple[Provision, ...]
    places: Mapping[str, tuple[int, ...]]
    positions: Mapping[str, int]


def version_of(draft: Draft) -> Version:
    """Returns a draft as a version; units that are nothing but a number (an article over its paragraphs) are no neighbours."""
    provisions = tuple(one for one in draft.provisions if quote_of(one))
    places: dict[str, tuple[int, ...]] = {}
    for position, one in enumerate(provisions):
        places[one.fingerprint] = (*places.get(one.fingerprint, ()), position)
    return Version(
        sha256=draft.source.sha256, languages=draft.source.languages, provisions=provisions, places=places,
        positions={one.id: position for position, one in enumerate(provisions)},
    )  # fmt: skip


def quote_of(provision: Provision) -> str:
    """Returns the words of a provision: heading and text, verbatim."""
    return f"{provision.heading}\n{provision.text}".strip()


def context_of(provision: Provision) -> str:
    """Returns what governs a provision beside its own words: the lead-in of its list, the other cells of its row."""
    cells = (f"{name}: {text}" if name else text for name, text in provision.fields)
    return "\n".join(part for part in (provision.lead_in, *cells) if part)


@lru_cache(maxsize=8192)
def compared(text: str) -> str:
    """Returns the words of a text as likeness compares them: folded, without punctuation and numbers."""
    return " ".join(words(text))


def same_words(one: str, other: str) -> bool:
    """Returns whether two texts have the same letters and digits, whatever their typography."""
    return one == other or fingerprint(one) == fingerprint(other)
