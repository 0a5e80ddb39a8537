"""Where an item of a list belongs among the units that are open: beside an earlier item, or under the innermost unit.

Lists are told apart by the style of their numbers; an item goes beside the item that its number follows. A style that no open
list has begins a list of its own, further in than the styles that by custom stand above it («1.» over «1)» over «а)»).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ethicsdiff.provisions.numbers import comes_later, follows, is_first, roman_value

_ORDER = {
    "roman-point-upper": 0, "letter-point-upper": 0, "point": 1, "decimal": 1, "square-bracket": 1, "bracket": 2, "double-bracket": 2,
    "letter-point": 3, "letter-bracket": 3, "letter-double-bracket": 3,
    "roman-point": 4, "letter-bracket-roman": 4, "letter-double-bracket-roman": 4, "unnumbered": 5, "bullet": 6,
}  # fmt: skip
_ROMAN_LETTERS = frozenset("ivxlc")
_BRACKETS = frozenset({"bracket", "double-bracket"})


class Open(NamedTuple):
    """What is known of an open unit: list style, number, last character of its words, and whether it is an item, has items, is an article.

    `level` is the depth that the source itself gives an item, -1 where it gives none.
    """

    style: str
    number: str
    ends: str
    is_list: bool
    has_items: bool
    is_article: bool
    level: int = -1


def style_among(opened: Sequence[Open], style: str, number: str, level: int) -> str:
    """Returns the style that a label has among the open lists: "(i)" may be a letter or a Roman numeral, bullets differ by depth."""
    if style == "bullet":
        return f"bullet:{level if level >= 0 else number}"
    if style == "roman-point" and any(one.style == "letter-point" and follows(number, one.number) for one in opened):
        return "letter-point"
    if not style.startswith("letter") or not set(number) <= _ROMAN_LETTERS:
        return style
    roman = f"{style}-roman"
    if any(one.style == style and follows(number, one.number) and len(number) == 1 for one in opened):
        return style
    continued = any(one.style == roman and follows(number, one.number) for one in opened)
    return roman if continued or number == "i" or (len(number) > 1 and roman_value(number)) else style


def cut_for(opened: Sequence[Open], style: str, number: str, level: int = -1) -> int:
    """Returns how many of the open units stay open, the innermost of them being the one that the item belongs under."""
    if level > opened[-1].level >= 0 and not any(one.style == style and one.level == level for one in opened):
        return len(opened)
    siblings = [depth for depth in range(len(opened) - 1, 0, -1) if opened[depth].style == style and _reachable(opened, depth)]
    level_ones = [depth for depth in siblings if opened[depth].level == level >= 0]
    beside = next((depth for depth in (*level_ones, *siblings) if follows(number, opened[depth].number)), 0)
    depth = _decimal_parent(opened, number) if style.startswith("decimal") and not beside else 0
    if beside or depth:
        return beside or depth
    if is_first(number) and opened[-1].ends == ":":
        return len(opened)
    if siblings and not style.startswith("bullet"):
        return next((depth for depth in siblings if comes_later(number, opened[depth].number)), siblings[0])
    return siblings[0] if siblings else _cut_for_new_list(opened, style, number)


def _reachable(opened: Sequence[Open], depth: int) -> bool:
    """Returns whether only items of lists lie between an open unit and the innermost one."""
    return all(one.is_list for one in opened[depth:])


def _decimal_parent(opened: Sequence[Open], number: str) -> int:
    """Returns where to cut so that the unit whose number begins this one ("1" of "1.2") is innermost; 0 where there is none."""
    for depth in range(len(opened) - 1, 0, -1):
        if opened[depth].number and number.startswith(f"{opened[depth].number}."):
            return depth + 1
        if opened[depth].is_article:
            return 0
    return 0


def _cut_for_new_list(opened: Sequence[Open], style: str, number: str) -> int:
    """Returns where a list of a new style begins: it closes the items of styles that by custom stand below its own."""
    keep = len(opened)
    order = order_of(style)
    while opened[keep - 1].is_list and order_of(opened[keep - 1].style) > order:
        one = opened[keep - 1]
        nests = one.ends == ":" and not one.has_items
        if nests or (is_first(number) and style in _BRACKETS):
            break
        keep -= 1
    return keep


def order_of(style: str) -> int:
    """Returns how far in a list style stands by custom, 0 outermost."""
    if style.startswith("decimal"):
        return _ORDER["decimal"]
    plain = "point" if style.startswith("plain") else style.partition(":")[0]
    return _ORDER.get(plain, _ORDER.get(plain.removesuffix("-upper"), _ORDER["bullet"]))
