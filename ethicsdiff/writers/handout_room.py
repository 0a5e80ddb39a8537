"""How many lines two pages hold, counted in lines of table text, and texts shortened until they fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_LINES: Final = 122
_CHARACTERS_PER_CM: Final = 5.4
_ROW_PADDING: Final = 0.4
# The height of a page in centimetres, less its heading and the lines below the table.
_PAGE: Final = 19.5
_LINE: Final = 0.42
_PADDING: Final = 0.25
_TALLEST: Final = 2.2
_CUT: Final = " […]"


def lines_of(text: str, width: float) -> int:
    """Returns a careful count of the lines that text takes in so many centimetres."""
    return sum(1 + int(len(part) / (width * _CHARACTERS_PER_CM)) for part in text.split("\n"))


def shortened(text: str, width: float, lines: int) -> str:
    """Returns text cut at a space so that it takes no more than so many lines; that something is left out is shown."""
    most = int(lines * width * _CHARACTERS_PER_CM) - 1
    if lines_of(text, width) <= lines:
        return text
    return text[: most - len(_CUT)].replace("\n", " ").rpartition(" ")[0] + _CUT


def roomy_height(texts: Sequence[str], width: float) -> float:
    """Returns the height in centimetres at which rows of these texts fill a page of their own, 0 where they do not fit on one."""
    taken = [lines_of(text, width) * _LINE + _PADDING for text in texts]
    height = max(min(_PAGE / len(texts), _TALLEST), *taken) if texts else 0.0
    return height if height * len(texts) <= _PAGE else 0.0


class Room:
    """The lines that are left on the two pages."""

    def __init__(self) -> None:
        self._left = float(_LINES)

    def left(self) -> float:
        """Returns how many lines are left."""
        return max(self._left, 0.0)

    def take(self, lines: float) -> None:
        """Uses some up."""
        self._left -= lines

    def fitted(self, texts: Sequence[str], width: float) -> list[str]:
        """Returns texts of table rows, the longest shortened line by line until all of them fit."""
        padding = _ROW_PADDING * len(texts)
        most = max((lines_of(text, width) for text in texts), default=1)
        while most > 1 and sum(min(most, lines_of(text, width)) for text in texts) + padding > self.left():
            most -= 1
        return [shortened(text, width, most) for text in texts]
