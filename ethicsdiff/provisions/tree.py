"""The tree while it grows: mutable nodes that only `provisions` sees; `finish` freezes them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ethicsdiff.languages.base import RANKS
from ethicsdiff.model.document import ProvisionKind as Kind
from ethicsdiff.model.document import Span
from ethicsdiff.provisions.labels import Label, is_roman

LIST_RANK = 10
_CONTAINERS = frozenset({Kind.PART, Kind.SECTION, Kind.CHAPTER, Kind.ANNEX})
_PARAGRAPH_STYLES = frozenset({"point", "roman-point"})


@dataclass(slots=True, eq=False)
class Node:
    """One unit under construction; `name` is its path element, `ends` the last character of its text, `unnumbered` whether that text stood in a paragraph of its own."""

    kind: Kind
    parent: Node | None
    label: str = ""
    number: str = ""
    style: str = ""
    rank: int = 0
    name: str = ""
    heading: str = ""
    heading_span: Span | None = None
    spans: list[Span] = field(default_factory=list)
    unnumbered: bool = False
    children: list[Node] = field(default_factory=list)
    fields: tuple[tuple[str, str], ...] = ()
    text: str = ""
    ends: str = ""
    block: int = 0


class Outline:
    """The open units from the root in; adding a label closes those it cannot stand under."""

    def __init__(self) -> None:
        self.root = Node(kind=Kind.SECTION, parent=None, rank=-1, style="root")
        self.open: list[Node] = [self.root]

    @property
    def top(self) -> Node:
        """The innermost open unit."""
        return self.open[-1]

    def add(self, node: Node) -> Node:
        """Returns `node` put under the innermost open unit and opened itself."""
        node.parent = self.top
        self.top.children.append(node)
        self.open.append(node)
        return node

    def add_labelled(self, label: Label, *, block: int, rank: int, kind: Kind | None = None) -> Node:
        """Returns the new unit of a label, placed by its rank (worded units, headings) or by its list style."""
        style = _style_of(self, label)
        if rank < LIST_RANK:
            self._close_to_rank(rank)
        else:
            self._close_to_style(label, style)
        chosen = kind or label.kind or self._list_kind(label)
        node = Node(
            kind=chosen, parent=None, label=label.display, number=label.number, style=style, rank=rank, name=_path_name(label), block=block
        )
        return self.add(node)

    def _close_to_rank(self, rank: int) -> None:
        while len(self.open) > 1 and self.top.rank >= rank:
            self.open.pop()

    def _close_to_style(self, label: Label, style: str) -> None:
        depth = self._decimal_parent(label) if label.style.startswith("decimal") else self._sibling(style)
        if depth:
            del self.open[depth:]

    def _decimal_parent(self, label: Label) -> int:
        """Returns where to cut the open units so that the unit whose number begins this one ("1" of "1.2") is innermost."""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].number and label.number.startswith(f"{self.open[depth].number}."):
                return depth + 1
        return self._sibling(label.style)

    def _sibling(self, style: str) -> int:
        """Returns where to cut the open units so that a list unit of the same style is closed; 0 where there is none."""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].rank < LIST_RANK:
                return 0
            if self.open[depth].style == style:
                return depth
        return 0

    def _list_kind(self, label: Label) -> Kind:
        if any(node.kind in (Kind.TASK, Kind.GOAL) for node in self.open):
            return Kind.MEASURE
        if label.style == "bullet":
            return Kind.INDENT
        under_list = self.top.rank >= LIST_RANK
        if label.style in _PARAGRAPH_STYLES or label.style.startswith("decimal"):
            return Kind.SUBPARAGRAPH if under_list and not label.style.startswith("decimal") else Kind.PARAGRAPH
        under_paragraph = under_list or self.top.kind == Kind.ARTICLE or bool(self.top.spans)
        return Kind.SUBPARAGRAPH if under_paragraph else Kind.PARAGRAPH


def _style_of(outline: Outline, label: Label) -> str:
    """Returns the list style of a label; "(i)" is Roman under "(a)" lists, a letter right after "(h)"."""
    if not label.style.startswith("letter") or not is_roman(label.number):
        return label.style
    previous = next((n for n in reversed(outline.open) if n.style == label.style), None)
    after = previous is not None and len(label.number) == 1 and ord(label.number) == ord(previous.number[-1:] or "\0") + 1
    if after or (label.number not in ("i", "v", "x") and len(label.number) == 1):
        return label.style
    roman = f"{label.style}-roman"
    open_roman = any(n.style == roman for n in outline.open)
    return roman if open_roman or label.number == "i" else label.style


def _path_name(label: Label) -> str:
    if label.kind is None:
        return label.number
    return label.display.rstrip(".:) \u00a0")


def heading_rank(level: int) -> int:
    """Returns the rank of an unlabelled heading of an outline level (0 = top)."""
    return min(1 + max(level, 0), RANKS[Kind.ARTICLE] - 1)


def is_container(kind: Kind) -> bool:
    """Returns whether a kind groups other units and is not itself a norm."""
    return kind in _CONTAINERS
