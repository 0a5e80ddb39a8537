"""What is compared of a provision: its own words, under the lead-in or heading that governs them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ethicsdiff.model.document import Provision, ProvisionKind

_FEW_WORDS = 8
_LONGEST_LEAD_IN = 300
_SHORTEST = 3
_DEFINED = re.compile(r"[^—–:.;]{2,80}\s[—–-]\s|[“\"«][^”\"»]{2,60}[”\"»]\s+(?:means|includes|refers)")
_DEFINING = re.compile(r"понят|термин|значени|ұғым|термин|мағына|терм|definition|following meaning|means")
_GROUPING = frozenset({ProvisionKind.PART, ProvisionKind.CHAPTER})


def alignable(provisions: Sequence[Provision]) -> tuple[Provision, ...]:
    """Returns the provisions that can answer a clause: those with words of their own that are not only the lead-in of a list."""
    parents = {provision.parent for provision in provisions}
    return tuple(p for p in provisions if _says_something(p, has_children=p.id in parents))


def _says_something(provision: Provision, *, has_children: bool) -> bool:
    text = provision.text.strip()
    if provision.kind in _GROUPING or len(text.split()) < _SHORTEST or is_definition(provision):
        return False
    return not (has_children and text.endswith(":"))


def is_definition(provision: Provision) -> bool:
    """Returns whether a list item explains a word of the draft ("family: the spouse ..."), which answers no clause."""
    return bool(_DEFINED.match(provision.text) and _DEFINING.search(provision.lead_in.lower()))


def query_text(provision: Provision) -> str:
    """Returns the words to compare: the lead-in before a list item, the heading before a very short text, then the text."""
    text = provision.text
    if provision.lead_in:
        return f"{provision.lead_in[-_LONGEST_LEAD_IN:].rstrip(': ')}: {text}"
    if provision.heading and len(text.split()) < _FEW_WORDS:
        return f"{provision.heading}. {text}"
    return text
