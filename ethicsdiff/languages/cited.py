"""Citations of the standards inside a draft: «п. 2.5 Бангалорских принципов», "Kyiv Recommendations, para. 26",
«Киев ұсынымдарының 26-тармағы». A provision that names its source settles its alignment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ethicsdiff.languages.text import fold, verbatim_span

_INSTRUMENTS = {
    "bangalore": (
        r"bangalore\s+principles?(?:\s+of\s+judicial\s+conduct)?|бангалорски\w+\s+принцип\w*|"
        r"бангалор(?:лық)?\s+қағидат\w*|бангалорски\w+\s+показател\w*"
    ),
    "kyiv": r"k(?:yiv|iev)\s+recommendations?|киевски\w+\s+рекомендаци\w*|рекомендаци\w+\s+киевской\s+конференции|киев\s+ұсыным\w*",
    "warsaw": r"warsaw\s+recommendations?|варшавски\w+\s+рекомендаци\w*|варшава\s+ұсыным\w*",
}
# The Measures for the Effective Implementation of the Bangalore Principles are another instrument with numbers of its own.
_OF_ANOTHER = re.compile(
    r"(?:implementation\s+of\s+the|осуществлени\w+|реализаци\w+|имплементаци\w+)\s+(?:bangalore|бангалор)|іске\s+асыру"
)
_NUMBERS = r"\d{1,2}(?:\.\d{1,2}){0,2}(?:\s?(?:,|-|and|и|және|мен)\s?\d{1,2}(?:\.\d{1,2}){0,2})*"
_MARK = r"(?:paragraphs?|paras?|pars?|principles?|application|§{1,2}|пункт\w*|пп|п|пар|параграф\w*|подпункт\w*|показател\w*)\.?"
_GAP = r"[\s,(]{0,4}"


@dataclass(frozen=True, slots=True)
class StandardCitation:
    """A citation of a clause of a standard: ids as cited, verbatim offsets [start, end)."""

    standard: str
    clause: str
    start: int
    end: int


def standard_citations(text: str) -> tuple[StandardCitation, ...]:
    """Returns the clauses of standards that a text itself cites, ranges written out, in order of appearance."""
    folded = fold(text)
    found: dict[tuple[str, str], StandardCitation] = {}
    for standard, name in _INSTRUMENTS.items():
        for match in _expression(name).finditer(folded.text):
            if _OF_ANOTHER.search(folded.text[max(0, match.start() - 80) : match.end()]):
                continue
            numbers = next(group for group in match.groups() if group)
            start, end = verbatim_span(folded, match.start(), match.end())
            for clause in _clauses(numbers):
                found.setdefault((standard, clause), StandardCitation(standard, clause, start, end))
    return tuple(sorted(found.values(), key=lambda c: (c.start, c.standard)))


def _expression(name: str) -> re.Pattern[str]:
    """Returns the pattern of one instrument: number after its name, number before it, and the Kazakh form."""
    after = rf"(?:{name}){_GAP}{_MARK}\s?({_NUMBERS})"
    before = rf"{_MARK}\s?({_NUMBERS}){_GAP}(?:of\s+the\s+)?(?:{name})"
    bare = rf"bangalore\s+principle\s+({_NUMBERS})" if "bangalore" in name else r"(?!)()"
    kazakh = rf"(?:{name})\s+({_NUMBERS})\s?-\s?тарма\w+"
    return re.compile("|".join((after, before, bare, kazakh)))


def _clauses(numbers: str) -> list[str]:
    clauses: list[str] = []
    for part in re.split(r"\s?(?:,|and|и|және|мен)\s?", numbers):
        first, dash, last = part.partition("-")
        if dash and first.strip().isdigit() and last.strip().isdigit() and 0 < int(last) - int(first) < 40:
            clauses.extend(str(n) for n in range(int(first), int(last) + 1))
        else:
            clauses.extend(piece.strip() for piece in (first, last) if piece.strip())
    return clauses
