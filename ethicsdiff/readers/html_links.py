"""Lists of links on a web page: those that lead around in the page are its contents, those that lead away a menu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ethicsdiff.readers.html_tree import TEXT, Node, attributes_of

CONTENTS, MENU = "contents", "menu"
_LISTS = frozenset(("ul", "ol", "dl", "div", "section", "table", "td", "p", "center"))
_FEWEST = 3
_SHARE = 0.9


@dataclass(slots=True)
class _Count:
    """Letters under a node: all, in links within the page, in links that lead away; and how many links there are."""

    letters: int = 0
    within: int = 0
    away: int = 0
    links: int = 0

    def add(self, other: _Count) -> None:
        """Returns nothing; adds what stands under a node of this one."""
        self.letters += other.letters
        self.within += other.within
        self.away += other.away
        self.links += other.links


def link_lists(body: Node) -> Mapping[int, str]:
    """Returns the elements that hold hardly anything but several links, by their identity: `CONTENTS` or `MENU`."""
    found: dict[int, str] = {}
    open_nodes = [(body, _Count())]
    node: Node | None = body.child
    while True:
        while node is not None:
            if node.tag == TEXT:
                open_nodes[-1][1].letters += len((node.text_content or "").strip())
                node = node.next
            else:
                open_nodes.append((node, _Count()))
                node = node.child
        left, count = open_nodes.pop()
        if not open_nodes:
            return found
        _close(left, count, found)
        open_nodes[-1][1].add(count)
        node = left.next


def _close(node: Node, count: _Count, found: dict[int, str]) -> None:
    """Returns nothing; says what a node is once all of it is known."""
    if node.tag == "a":
        inside = attributes_of(node).get("href", "").startswith("#")
        count.within, count.away = (count.letters, 0) if inside else (0, count.letters)
        count.links = 1
    elif node.tag in _LISTS and count.links >= _FEWEST:
        if count.within >= _SHARE * count.letters > 0:
            found[node.mem_id] = CONTENTS
        elif count.away >= _SHARE * count.letters > 0:
            found[node.mem_id] = MENU
