"""The units of one version as comparison sees them: texts with words and weights, and the articles and chapters around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ethicsdiff.languages.text import fingerprint, folded
from ethicsdiff.model.document import Draft, Provision, ProvisionKind
from ethicsdiff.model.versions import Tier

_WORD = re.compile(r"[^\W_]+")
_END = " .;:,"
_STEM_SHARE = 0.7
_CONTAINERS = frozenset(
    {ProvisionKind.PART, ProvisionKind.SECTION, ProvisionKind.CHAPTER, ProvisionKind.ANNEX, ProvisionKind.GOAL}
)
_ARTICLES = frozenset({ProvisionKind.ARTICLE, ProvisionKind.TASK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A provision with words of its own: its ordinal among them, folded words, their stems, the key of equal wordings."""

    index: int
    provision: Provision
    plain: str
    stems: tuple[str, ...]
    key: str

    @property
    def id(self) -> str:
        """The id of the provision."""
        return self.provision.id

    @property
    def weight(self) -> int:
        """How many words there are, at least one."""
        return max(1, len(self.stems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One version: its texts in order, all provisions by id, and their order in the document."""

    texts: tuple[Text, ...]
    provisions: dict[str, Provision]
    order: dict[str, int]

    def block_of(self, provision_id: str, tier: Tier) -> str:
        """Returns the id of the innermost unit of a tier that holds a provision or is it, "" where there is none."""
        return next(self.blocks_around(provision_id, tier), "")

    def blocks_around(self, provision_id: str, tier: Tier) -> Iterator[str]:
        """Yields the ids of the units of a tier that hold a provision or are it, the innermost first."""
        here = provision_id
        while here:
            provision = self.provisions[here]
            if tier_of(provision) == tier:
                yield here
            here = provision.parent

    def blocks(self, tier: Tier) -> tuple[Provision, ...]:
        """Returns the articles or the containers, in order."""
        return tuple(p for p in self.provisions.values() if tier_of(p) == tier)

    def parent_of(self, provision_id: str) -> str:
        """Returns the id of the unit above, "" at the top."""
        return self.provisions[provision_id].parent


def side_of(draft: Draft) -> Side:
    """Returns a draft as comparison sees it."""
    with_words = [p for p in draft.provisions if _WORD.search(own_words(p))]
    return Side(
        texts=tuple(_text(index, provision) for index, provision in enumerate(with_words)),
        provisions={p.id: p for p in draft.provisions},
        order={p.id: n for n, p in enumerate(draft.provisions)},
    )


def _text(index: int, provision: Provision) -> Text:
    words = own_words(provision)
    plain = " ".join(folded(words).split()).strip(_END)
    return Text(index=index, provision=provision, plain=plain, stems=stems_of(plain), key=fingerprint(words))


def own_words(provision: Provision) -> str:
    """Returns the words of a unit; the heading of an article or chapter is not among them, that of a point is."""
    if tier_of(provision) != Tier.TEXT or not provision.heading:
        return provision.text
    return f"{provision.heading}\n{provision.text}".strip()


def said(provision: Provision) -> str:
    """Returns the words of a unit with the named cells of a table row."""
    cells = (f"{name}: {text}" if name else text for name, text in provision.fields)
    return "\n".join((own_words(provision), *cells))


def tier_of(provision: Provision) -> Tier:
    """Returns the tier of a unit."""
    if provision.kind in _CONTAINERS:
        return Tier.CONTAINER
    return Tier.ARTICLE if provision.kind in _ARTICLES else Tier.TEXT


def stems_of(text: str) -> tuple[str, ...]:
    """Returns the folded words of a text, long ones cut so that the forms of one word mostly agree; numbers stay whole."""
    return tuple(stem(word) for word in _WORD.findall(folded(text)))


def stem(word: str) -> str:
    """Returns a folded word without what is mostly its ending."""
    return word if len(word) <= 4 or word.isdigit() else word[: max(4, round(len(word) * _STEM_SHARE))]


def home_of(side: Side, text: int) -> str:
    """Returns the id of the unit that a text belongs to: itself where it is an article or chapter, else the unit above."""
    provision = side.texts[text].provision
    return provision.id if tier_of(provision) != Tier.TEXT else provision.parent
