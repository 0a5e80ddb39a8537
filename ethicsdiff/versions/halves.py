"""A draft in several columns as one draft a language: segmentation begins the ids of a column's units with its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ethicsdiff.errors import DraftError
from ethicsdiff.languages.registry import LANGUAGES
from ethicsdiff.model.document import Draft


def columns_of(draft: Draft) -> dict[str, Draft]:
    """Returns the texts of a draft in several columns by language, in the order of the columns; empty for other drafts."""
    found: dict[str, Draft] = {}
    for language in dict.fromkeys(p.id.partition(".")[0] for p in draft.provisions):
        units = tuple(p for p in draft.provisions if p.id.partition(".")[0] == language)
        if language in LANGUAGES:
            others = tuple(code for code in draft.source.languages if code != language)
            found[language] = replace(draft, provisions=units, source=replace(draft.source, languages=(language, *others)))
    return found if len(found) > 1 else {}


def two_columns(draft: Draft, wanted: Sequence[str] = ()) -> tuple[Draft, Draft]:
    """Returns the two texts of a bilingual draft; of three columns those in the languages that are wanted, else the first two.

    Raises:
        DraftError: there are no two columns of text, or a language that is wanted has none.
    """
    columns = columns_of(draft)
    if not columns:
        hint = "Give two files, or one table with a column for each language and numbered units in both."
        raise DraftError("there are no two texts side by side in this file", where=draft.source.file, hint=hint)
    missing = [language for language in wanted if language not in columns]
    if missing:
        raise DraftError(f"there is no column in {', '.join(missing)}", where=draft.source.file, hint=f"There are: {', '.join(columns)}.")
    first, second = (*wanted, *(language for language in columns if language not in wanted))[:2]
    return columns[first], columns[second]
