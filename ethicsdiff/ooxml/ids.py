"""Numbers for new annotations and paragraphs that nothing else in a file uses, the same for the same file and text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from ethicsdiff.ooxml.names import Element, R, w
from ethicsdiff.ooxml.package import Package

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
PARA_ID = f"{{{W14}}}paraId"
_OTHER_STORIES = ("header", "footer", "footnotes", "endnotes")
_ID = re.compile(rb"""[\s:]id\s*=\s*["'](-?\d{1,10})["']""")
_PARA = re.compile(rb"""paraId\s*=\s*["']([0-9A-Fa-f]{1,8})["']""")
_WHOLE = re.compile(r"-?\d{1,10}", re.ASCII)
_W_ID = w("id")
_CROWDED_FROM = 2**30
_PARA_END = 0x80000000


class Ids:
    """Annotation ids in use in a file, and new ones above them; ids near the end of the range are stepped around."""

    def __init__(self, used: Iterable[int]) -> None:
        self._used = set(used)
        self._next = max((one for one in self._used if 0 <= one < _CROWDED_FROM), default=-1) + 1

    def take(self) -> int:
        """Returns an id that is not in use, and counts it as used."""
        while self._next in self._used:
            self._next += 1
        self._used.add(self._next)
        return self._next


class ParagraphIds:
    """Paragraph ids in use in a file, and new ones that depend on the text they are for."""

    def __init__(self, used: Iterable[int]) -> None:
        self._used = {0, *used}

    def take(self, seed: str) -> str:
        """Returns an unused id as eight hexadecimal digits, greater than zero and below 0x80000000."""
        found = int(hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:8], 16) % _PARA_END
        while found in self._used:
            found = (found + 1) % _PARA_END
        self._used.add(found)
        return f"{found:08X}"


def free_ids(package: Package, *roots: Element | None) -> Ids:
    """Returns the source of new annotation ids for a package of which some parts are already parsed."""
    parsed = [one.get(_W_ID, "") for root in roots if root is not None for one in root.iter("*")]
    others = (found.decode() for found in _found(package, _ID))
    return Ids(int(one) for one in (*parsed, *others) if _WHOLE.fullmatch(one))


def free_paragraph_ids(package: Package, *roots: Element | None) -> ParagraphIds:
    """Returns the source of new paragraph ids for a package of which some parts are already parsed."""
    parsed = [one.get(PARA_ID, "") for root in roots if root is not None for one in root.iter(w("p"))]
    others = (found.decode() for found in _found(package, _PARA))
    return ParagraphIds(number for one in (*parsed, *others) if (number := as_number(one)) >= 0)


def as_number(para_id: str) -> int:
    """Returns a paragraph id as a number, -1 where it is none."""
    try:
        return int(para_id, 16)
    except ValueError:
        return -1


def _found(package: Package, pattern: re.Pattern[bytes]) -> Iterator[bytes]:
    """Returns matches in headers, footers and notes as raw bytes: those parts need not be well-formed to be avoided."""
    for kind in _OTHER_STORIES:
        for part in package.related(package.main, f"{R}/{kind}"):
            yield from pattern.findall(package.read(part))
