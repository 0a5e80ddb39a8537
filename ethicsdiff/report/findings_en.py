"""English phrases of the findings on the form of a draft."""

from __future__ import annotations

FINDINGS: dict[str, str] = {
    "citation.dangling": "the reference “{quote}” leads to no unit of this draft (not found: {numbers})",
    "citation.ambiguous": "the reference “{quote}” could mean {count} units of this draft",
    "citation.by-words": "the reference “{quote}” names an article by an ordinal word; digits are easier to find",
    "numbers.repeated": "the number “{label}” stands a second time; the first is at {first}",
    "numbers.skipped": "after “{before}” comes “{after}”: a number is missing",
    "unit.empty": "nothing stands under “{label}”",
    "letters.mixed": "words mix Cyrillic and Latin letters ({count}): {words}",
    "letters.legacy-font": "the text is set in an old Kazakh font whose letters were read as others; the "
    "Kazakh letters were restored for comparison only",
    "check.place": "{place}: {text}.",
    "check.whole": "The whole draft: {text}.",
    "check.none": "Nothing was found: the references lead somewhere, the numbers are in order.",
    "check.count": "Findings: {count}.",
}
