"""The languages of a source, told from a sample of its blocks where it is long."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.languages.detect import document_languages
from ethicsdiff.model.document import Block

_ENOUGH = 2_000


def languages_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Returns the languages of the blocks by share of text, largest first; a long source is sampled."""
    texts = [block.text for block in blocks if block.text.strip()]
    return document_languages(texts[:: len(texts) // _ENOUGH + 1])
