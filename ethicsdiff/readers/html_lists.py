"""Numbers of list items as a browser shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ethicsdiff.readers.html_tree import Node, attributes_of

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(?:outside\s+|inside\s+)?([a-z-]+)")
_KINDS = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ALIASES = {"lower-latin": "lower-alpha", "upper-latin": "upper-alpha"}
_UNNUMBERED = frozenset(("none", "disc", "circle", "square"))
_ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = tuple(zip(_ROMAN_VALUES, ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True))


@dataclass(slots=True)
class OpenList:
    """A list being read: how its items are numbered, and the number the next one has."""

    kind: str
    following: int = 1
    step: int = 1

    def label(self, item: Node) -> str:
        """Returns the number a browser shows before an item, empty for bullets, and counts on."""
        value = _whole(attributes_of(item).get("value", ""))
        number = self.following if value is None else value
        self.following = number + self.step
        kind = _kind(item, self.kind)
        return "" if kind in _UNNUMBERED else f"{_written(number, kind)}."


def open_list(node: Node) -> OpenList:
    """Returns a list as its tag and attributes set it up."""
    if node.tag != "ol":
        return OpenList(_kind(node, "disc"))
    attributes = attributes_of(node)
    start = _whole(attributes.get("start", ""))
    if "reversed" in attributes:
        return OpenList(_kind(node, "decimal"), start if start is not None else _items(node), -1)
    return OpenList(_kind(node, "decimal"), start if start is not None else 1)


def _kind(node: Node, default: str) -> str:
    attributes = attributes_of(node)
    styled = _STYLE.search(attributes.get("style", "").lower())
    if styled:
        return _ALIASES.get(styled.group(1), styled.group(1))
    given = attributes.get("type", "")
    return _KINDS.get(given, given.lower() if given.lower() in _UNNUMBERED else default)


def _items(node: Node) -> int:
    child, count = node.child, 0
    while child is not None:
        count += child.tag == "li"
        child = child.next
    return count


def _whole(text: str) -> int | None:
    match = re.match(r"\s*([+-]?\d{1,6})", text)
    return int(match.group(1)) if match else None


def _written(number: int, kind: str) -> str:
    """Returns a number in a list's kind of writing; outside the range of letters or Roman numbers in digits."""
    if number > 0 and kind.endswith("alpha"):
        return _lettered(number, "A" if kind.startswith("upper") else "a")
    if 0 < number < 4000 and kind.endswith("roman"):
        return _roman(number).upper() if kind.startswith("upper") else _roman(number)
    return str(number)


def _lettered(number: int, first: str) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord(first) + rest) + letters
    return letters


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
