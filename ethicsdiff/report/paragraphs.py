"""Paragraph numbers of the analysis: one for each provision with findings, by which recommendations cite it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ethicsdiff.model.report import ProvisionRow
from ethicsdiff.report.findings import Placed
from ethicsdiff.report.phrases import Phrases

_OPENING = 110
_CUT = " …"


def paragraph_numbers(placed: Sequence[Placed], before: int = 0) -> dict[str, int]:
    """Returns the number of each provision with findings, in document order; `before` paragraphs stand before the analysis."""
    provisions = dict.fromkeys(one.alignment.provision for one in placed)
    return {provision: number for number, provision in enumerate(provisions, before + 1)}


def numbered(phrases: Phrases, rows: Sequence[ProvisionRow], numbers: Mapping[str, int]) -> tuple[ProvisionRow, ...]:
    """Returns the rows with their paragraph numbers and the first words of those that have one, quoted."""
    return tuple(_numbered(phrases, row, numbers[row.id]) if row.id in numbers else row for row in rows)


def _numbered(phrases: Phrases, row: ProvisionRow, number: int) -> ProvisionRow:
    words = " ".join((row.text.strip() or row.heading).split())
    short = words if len(words) <= _OPENING else words[:_OPENING].rpartition(" ")[0].rstrip(",;:") + _CUT
    return replace(row, number=number, opening=phrases.quote(short) if short else "")


def cited(phrases: Phrases, provisions: Collection[str], numbers: Mapping[str, int]) -> str:
    """Returns the paragraphs on some provisions as a citation: «пп. 3, 5–7», "paras. 3, 5–7", "3, 5–7-тармақтар"."""
    found = sorted({numbers[one] for one in provisions if one in numbers})
    if not found:
        return ""
    return phrases.say("paragraphs.one" if len(found) == 1 else "paragraphs.several", n=_ranges(found))


def _ranges(numbers: Sequence[int]) -> str:
    """Returns numbers in order, neighbours as a range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
