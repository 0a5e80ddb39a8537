"""Bytes into text: UTF-8, UTF-16 with its mark, or a single-byte encoding that its letters prove; anything else is refused."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ethicsdiff.errors import DraftError
from ethicsdiff.model.document import Notice, Severity
from ethicsdiff.ooxml.guards import MEGABYTE, read_file

ADVICE = "Open it in an editor and save it with the encoding UTF-8."
_MAX_TEXT = 10 * MEGABYTE
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SHARED_PUNCTUATION = bytes((0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB1, 0xBB))
_NOT_SHARED = re.compile(rb"[\x80-\xff]")
_FREQUENT = frozenset("оеаинтсрвлпд")
_KAZAKH = frozenset("әғқңөұүһі")
_ALPHABET = _KAZAKH | frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_CASE_FLIP = re.compile(r"[а-яёәғқңөұүһі][А-ЯЁӘҒҚҢӨҰҮҺІ]")
_SYMBOL_IN_WORD = re.compile(r"[^\w\s!-/:-@\[-`{-~«»“”„‘’–—…№§\u00ad](?=[^\W\d_])")
_MOST_KAZAKH = 0.35
_LEAST_SCORE = 0.45
_LEAST_LETTERS = 10
_DOUBT = 0.08
_CYRILLIC_CODES = {"cp1251": "Windows-1251", "kz1048": "KZ-1048", "koi8-r": "KOI8-R", "cp866": "CP866", "mac-cyrillic": "Mac Cyrillic"}
_READ = ("cp1251", "kz1048")
_ONLY_KAZAKH_HAS = re.compile(r"[қҚңҢ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file with `\\n` line ends, the sha256 of its bytes, and its encoding, empty for UTF-8."""

    text: str
    sha256: str
    encoding: str = ""

    def notices(self) -> Iterator[Notice]:
        """Yields the notice that names an encoding other than UTF-8."""
        if self.encoding:
            yield Notice(code="text.encoding", severity=Severity.WARNING, params=(("encoding", self.encoding),))


def read_decoded(path: Path, find_declared: Callable[[bytes], str] = lambda _: "") -> Decoded:
    """Returns the text of a file.

    Args:
        path: the file.
        find_declared: finds the encoding that the bytes themselves name, such as that of a web page, or "".

    Raises:
        DraftError: the file is missing, empty, too large, binary, or in an encoding that cannot be told.
    """
    data = read_file(path)
    if len(data) > _MAX_TEXT:
        raise DraftError(f"the text is larger than {_MAX_TEXT // MEGABYTE} MB.", where=path.name, hint="Split the file.")
    text, encoding = _decoded(data, _codec(find_declared(data)), path.name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text=lines, sha256=hashlib.sha256(data).hexdigest(), encoding=encoding)


def _decoded(data: bytes, declared: str, file: str) -> tuple[str, str]:
    """Returns the text and the name of its encoding, empty for UTF-8."""
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    if b"\0" in data and marked != "utf-16":
        raise DraftError("this is not a text file.", where=file, hint=ADVICE)
    try:
        return data.decode(marked or "utf-8"), "UTF-16" if marked == "utf-16" else ""
    except UnicodeDecodeError as error:
        if marked:
            what = "the file is cut off or damaged: its text breaks off inside a letter."
            raise DraftError(what, where=file, hint="Ask for a new copy of it.") from error
        return _single_byte(data, declared, file)


def _codec(name: str) -> str:
    """Returns the codec of a declared encoding if it is one that the letters can be held against, else ""."""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    return codec if codec in _CYRILLIC_CODES else ""


def _single_byte(data: bytes, declared: str, file: str) -> tuple[str, str]:
    """Returns the text in the single-byte encoding that its own letters prove, or that is declared where they are too few."""
    if declared and _score(_as(data, declared)) >= _declared_suffices(data):
        return _as(data, declared), _CYRILLIC_CODES[declared]
    if not _NOT_SHARED.search(data.translate(None, _SHARED_PUNCTUATION)):
        return data.decode("cp1252"), "Windows-1252"
    best = _most_likely(data)
    if _score(_as(data, best)) < _LEAST_SCORE:
        line = data.count(b"\n", 0, _first_foreign(data)) + 1
        what = f"the text is not in UTF-8 (line {line}), and its letters do not tell which encoding it is in."
        raise DraftError(what, where=file, hint=ADVICE)
    if best not in _READ:
        what = f"the text seems to be in the old encoding {_CYRILLIC_CODES[best]}, which is not read."
        raise DraftError(what, where=file, hint=ADVICE)
    return _as(data, best), _CYRILLIC_CODES[best]


def _most_likely(data: bytes) -> str:
    """Returns the encoding whose reading looks most like words; the Kazakh one only where letters it alone has occur."""
    scores = {codec: _score(_as(data, codec)) - (codec not in _READ) * _DOUBT for codec in _CYRILLIC_CODES}
    best = max(scores, key=lambda codec: scores[codec])
    return "cp1251" if best == "kz1048" and not _ONLY_KAZAKH_HAS.search(_as(data, best)) else best


def _declared_suffices(data: bytes) -> float:
    """Returns the score at which a declared encoding is believed: any, where there are too few letters to score."""
    return 0.0 if len(_NOT_SHARED.findall(data)) < _LEAST_LETTERS else _LEAST_SCORE


def _as(data: bytes, codec: str) -> str:
    return data.decode(codec, errors="replace")


def _first_foreign(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _score(text: str) -> float:
    """Returns how much a text looks like Russian or Kazakh: share of frequent letters, less what real words do not show."""
    letters = [letter for letter in text.lower() if letter > "\x7f" and letter.isalpha()]
    if len(letters) < _LEAST_LETTERS:
        return 0.0
    kazakh = sum(letter in _KAZAKH for letter in letters) / len(letters)
    frequent = sum(letter in _FREQUENT for letter in letters) / len(letters) + min(kazakh, _MOST_KAZAKH)
    foreign = sum(letter not in _ALPHABET for letter in letters)
    odd = foreign + len(_CASE_FLIP.findall(text)) + len(_SYMBOL_IN_WORD.findall(text))
    return frequent - 3 * odd / len(letters) - 3 * max(0.0, kazakh - _MOST_KAZAKH)
