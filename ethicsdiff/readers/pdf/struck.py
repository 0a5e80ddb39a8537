"""Words struck through: a deletion that is printed, which read as text could turn a rule into its opposite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ethicsdiff.readers.pdf.lines import lines_of
from ethicsdiff.readers.pdf.page import Glyph, Page, Rule

_LOWEST, _HIGHEST = 0.12, 0.5
_THICKEST = 2.0


def without_struck(page: Page) -> tuple[Page, str]:
    """Returns a page without the letters that a line runs through, and those letters as text."""
    rules = [rule for rule in page.rules if rule.is_level and rule.top - rule.bottom <= _THICKEST]
    struck = {id(glyph) for glyph in page.glyphs if _is_struck(glyph, rules)} if rules else set()
    if not struck:
        return page, ""
    gone = [glyph for glyph in page.glyphs if id(glyph) in struck]
    kept = tuple(glyph for glyph in page.glyphs if id(glyph) not in struck)
    return replace(page, glyphs=kept), " … ".join(line.text for line in lines_of(gone, page.number))


def _is_struck(glyph: Glyph, rules: Sequence[Rule]) -> bool:
    middle = (glyph.left + glyph.right) / 2
    low, high = glyph.base + _LOWEST * glyph.size, glyph.base + _HIGHEST * glyph.size
    return any(rule.left <= middle <= rule.right and low <= (rule.bottom + rule.top) / 2 <= high for rule in rules)
