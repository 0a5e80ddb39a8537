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
# A norm that is whole before its list: the list names examples or exceptions.
_WHOLE = re.compile(
    r"(?:including(?: where| when)?|except that|in particular|в том числе|включая|в частности|за исключением|кроме|оның ішінде"
    r"|атап айтқанда)\s*:$"
)
_GROUPING = frozenset({ProvisionKind.PART, ProvisionKind.CHAPTER})


def alignable(provisions: Sequence[Provision]) -> tuple[Provision, ...]:
    """Returns the provisions that can answer a clause: those in force with words of their own, not only the lead-in of a list."""
    parents = {provision.parent for provision in provisions}
    return tuple(p for p in provisions if _says_something(p, has_children=p.id in parents))


def _says_something(provision: Provision, *, has_children: bool) -> bool:
    text = provision.text.strip()
    if provision.repealed or len(text.split()) < _SHORTEST or is_definition(provision):
        return False
    if provision.kind in _GROUPING and not _is_sentence(text):
        return False
    return not (has_children and text.endswith(":")) or bool(_WHOLE.search(text))


def _is_sentence(text: str) -> bool:
    """Returns whether the text under a chapter's title is a norm («Canon 1. A judge shall ...») and not the rest of the title."""
    return len(text.split()) >= _FEW_WORDS and text.endswith((".", ";", ":"))


def is_definition(provision: Provision) -> bool:
    """Returns whether a list item explains a word of the draft ("family: the spouse ..."), which answers no clause."""
    return bool(_DEFINED.match(provision.text) and _DEFINING.search(provision.lead_in.lower()))


def query_text(provision: Provision) -> str:
    """Returns the words to compare: the lead-in before a list item, the heading before a very short text, then the text."""
    text = provision.text
    if provision.lead_in:
        return under_lead_in(text, provision.lead_in)
    if provision.heading and len(text.split()) < _FEW_WORDS:
        return f"{provision.heading}. {text}"
    return text


def under_lead_in(text: str, lead_in: str) -> str:
    """Returns the words of an item under the lead-in that governs it, if there is one."""
    return f"{lead_in[-_LONGEST_LEAD_IN:].rstrip(': ')}: {text}" if lead_in else text
