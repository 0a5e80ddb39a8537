"""Numbers written as Word writes them in lists: decimal, roman, latin and Russian letters, and a few rarer forms.

Formats are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat). OOXML knows no Kazakh letters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CHICAGO = "*†‡§"
_MOST_REPEATS = 30
_LARGEST_ROMAN = 32_767
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written


def _repeated(alphabet: str) -> Callable[[int], str]:
    """Returns a format that goes through an alphabet, then doubles each letter (aa), anew after 30 rounds."""

    def write(number: int) -> str:
        rounds, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (rounds % _MOST_REPEATS + 1) if number > 0 else str(number)

    return write


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else _ORDINAL_ENDINGS.get(number % 10, 'th')}"


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def _upper(write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: write(number).upper()


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _upper(_repeated(_LATIN)),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _upper(_repeated(_RUSSIAN)),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalEnclosedCircle": _circled,
    "hex": lambda number: f"{number:X}",
    "chicago": _repeated(_CHICAGO),
    "none": "".format,
    "bullet": "".format,
}


def written(number: int, name: str) -> str:
    """Returns a number in one of Word's formats; in decimal for a format that is not known here.

    Args:
        number: the value of the counter.
        name: the name of the format as in `w:numFmt`; "custom:001" stands for decimals padded to that width.
    """
    if name.startswith("custom:"):
        return str(number).zfill(len(name) - len("custom:"))
    return FORMATS.get(name, str)(number)


def is_known(name: str) -> bool:
    """Returns True if a format is written exactly, False if decimal stands in for it."""
    return name in FORMATS or name.startswith("custom:")
