"""The tree while it grows: mutable nodes that only `provisions` sees; `finish` freezes them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ethicsdiff.languages.base import RANKS
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import ProvisionKind as Kind
from ethicsdiff.model.document import Span
from ethicsdiff.provisions.labels import Label
from ethicsdiff.provisions.nesting import Open, cut_for, style_among
from ethicsdiff.provisions.numbers import is_first

LIST_RANK = 100
_CONTAINERS = frozenset({Kind.PART, Kind.SECTION, Kind.CHAPTER, Kind.ANNEX})
_PARAGRAPH_STYLES = frozenset({"point", "roman-point", "roman-point-upper", "square-bracket"})
_PARAGRAPHS_OF_ARTICLES = frozenset({"double-bracket", "letter-double-bracket-upper", "letter-point-upper"})
_STRATEGIC = frozenset({Kind.TASK, Kind.GOAL})
_NESTED_IN_MEASURE = frozenset({Kind.MEASURE, Kind.INDICATOR, Kind.SUBPARAGRAPH, Kind.INDENT})


@dataclass(slots=True, eq=False)
class Node:
    """One unit under construction.

    `name` is its path element; `ends` the last character of its text, `opening` the end of words that lead in to a list; `unnumbered`
    says that the text stood in a paragraph of its own, `listed` that the unit became a section by its looks alone. `level` is the
    depth that the source gives an item of a list, `lead` the unit whose words govern this one, `reference` where an annex says to
    which act it belongs. `rows` counts its rows or recitals; `ordinal` and `ordinal_of_kind` are its places among siblings of its
    style and kind, set when it is frozen.
    """

    kind: Kind
    parent: Node | None
    label: str = ""
    number: str = ""
    style: str = ""
    rank: int = 0
    name: str = ""
    heading: str = ""
    heading_spans: list[Span] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    unnumbered: bool = False
    children: list[Node] = field(default_factory=list)
    fields: tuple[tuple[str, str], ...] = ()
    ends: str = ""
    opening: str = ""
    block: int = 0
    start: int = 0
    level: int = -1
    lead: Node | None = None
    reference: Span | None = None
    reference_text: str = ""
    listed: bool = False
    rows: int = 0
    ordinal: int = 0
    ordinal_of_kind: int = 0

    @property
    def is_list(self) -> bool:
        """Whether the unit is an item of a list or a paragraph without number, and no worded unit."""
        return self.rank >= LIST_RANK

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a label is known of the unit yet."""
        return not (self.heading or self.spans or self.children)

    def add(self, child: Node) -> Node:
        """Returns `child`, put under this unit as its last."""
        child.parent = self
        self.children.append(child)
        return child

    def governs(self) -> bool:
        """Returns whether the unit's words run on into the units below: they end with a colon or without a full stop."""
        return bool(self.spans) and self.ends not in ".;!?"


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
        self.top.add(node)
        self.open.append(node)
        return node

    def add_labelled(self, label: Label, *, block: int, rank: int, kind: Kind | None = None, level: int = -1) -> Node:
        """Returns the new unit of a label, placed by its rank (worded units, headings) or by its list style and number."""
        style = label.style
        if rank < LIST_RANK:
            self.close_to_rank(rank)
        else:
            style = self._close_to_style(label, level)
        chosen = kind or label.kind or self._list_kind(label.style)
        node = Node(
            kind=chosen, parent=None, label=label.display, number=label.number, style=style, rank=rank, name=_path_name(label),
            block=block, start=label.start, level=level,
        )  # fmt: skip
        if rank >= LIST_RANK:
            node.lead = self._lead_of(style, label.number)
        return self.add(node)

    def _lead_of(self, style: str, number: str) -> Node | None:
        """Returns the unit whose words govern a new item of the innermost unit: those that its list began under."""
        last = self.top.children[-1] if self.top.children else None
        if last is not None and last.style == style:
            return last.lead
        return self.top if self.top.governs() and (last is None or is_first(number) or style.startswith("bullet")) else None

    def close_to_task(self) -> None:
        """Closes what is open under the innermost task or goal of a strategy, if there is one."""
        found = [depth for depth, node in enumerate(self.open) if node.kind in _STRATEGIC]
        if found:
            del self.open[found[-1] + 1 :]

    def close_to_rank(self, rank: int) -> None:
        """Closes the units that a unit of this rank cannot stand under."""
        while len(self.open) > 1 and self.top.rank >= rank:
            self.open.pop()

    def _close_to_style(self, label: Label, level: int) -> str:
        opened = [
            Open(node.style, node.number, node.ends, node.is_list, bool(node.children), node.kind == Kind.ARTICLE, node.level)
            for node in self.open
        ]
        style = style_among(opened, label.style, label.number, level)
        del self.open[cut_for(opened, style, label.number, level) :]
        return style

    def _list_kind(self, style: str) -> Kind:
        if any(node.kind in _STRATEGIC for node in self.open) and self.top.kind not in _NESTED_IN_MEASURE:
            return announced_kind(self.top.opening) or Kind.MEASURE
        if style.startswith("bullet"):
            return Kind.INDENT
        under_list = self.top.is_list
        if style.startswith("decimal"):
            return Kind.PARAGRAPH
        if style in _PARAGRAPH_STYLES or style.startswith("plain"):
            return Kind.SUBPARAGRAPH if under_list else Kind.PARAGRAPH
        if style in _PARAGRAPHS_OF_ARTICLES and not under_list and not self.top.governs():
            return Kind.PARAGRAPH
        under_paragraph = under_list or self.top.rank >= RANKS[Kind.ARTICLE] or bool(self.top.spans)
        return Kind.SUBPARAGRAPH if under_paragraph else Kind.PARAGRAPH


def announced_kind(opening: str) -> Kind | None:
    """Returns what words that lead in to a list of a strategy announce: measures, or indicators and no measures; else None."""
    plain = folded(opening)
    tables = [data.table for data in LANGUAGES.values()]
    if any(word in plain for table in tables for word in table.measure):
        return Kind.MEASURE
    return Kind.INDICATOR if any(word in plain for table in tables for word in table.indicator) else None


def _path_name(label: Label) -> str:
    if label.kind is None:
        return label.display.strip("(). ") or label.number
    return " ".join(label.display.rstrip(".:) \u00a0").split()) if label.number else label.display.rstrip(".: \u00a0")


def is_container(kind: Kind) -> bool:
    """Returns whether a kind groups other units and is not itself a norm."""
    return kind in _CONTAINERS
