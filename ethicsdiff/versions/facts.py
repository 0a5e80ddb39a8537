"""What can be compared of a text beyond its words: numbers, dates, references, modal words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ethicsdiff.languages.dates import DateFound, dates_in
from ethicsdiff.languages.nlp import deontics
from ethicsdiff.languages.quantities import Quantity, quantities_in
from ethicsdiff.languages.references import Reference, references_in
from ethicsdiff.languages.text import folded
from ethicsdiff.model.match import Deontic, Modality

# Nouns and plain verbs that the patterns of matching take for modal words, rightly there: "обязанности судьи" tells of duty.
_NO_MODAL = {
    "ru": re.compile(
        r"обязанност\w*|обеспечивает|требуется|не считается|не является.*|освобожда\w*|стрем\w*|призван\w*|воздерж\w*|избега\w*"
        r"|рекомендаци\w*|рекомендательн\w*"
    ),
    "kk": re.compile(
        r"қамтамасыз етеді|ұмтыл\w*|тырыс\w*|аулақ .*|тартын\w*|сақтан\w*|босатыл\w*|парыз\w*|болып есептелмейді|еркі|ерікті"
    ),
    "en": re.compile(
        r"right to|duty to|refrain\w*|avoid\w*|abstain\w*|strives?|endeavou?r\w*|discretion|excluded|is responsible"
    ),
}
_NEGATED = Modality.PROHIBITION


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one text, each in the order of the text."""

    quantities: tuple[Quantity, ...]
    dates: tuple[DateFound, ...]
    references: tuple[Reference, ...]
    modals: tuple[Deontic, ...]
    negated: tuple[Deontic, ...]


@lru_cache(maxsize=4096)
def facts_of(text: str, language: str) -> Facts:
    """Returns the facts of a text; `modals` are words that say what a norm does, `negated` are verbs merely negated."""
    dates, references = dates_in(text, language), references_in(text, language)
    taken = [*((date.start, date.end) for date in dates), *((one.start, one.end) for one in references)]
    hits = [hit for hit in deontics(text, language) if not hit.exception]
    strong = tuple(hit for hit in hits if is_modal(hit, language))
    negated = tuple(hit for hit in hits if hit.modality == _NEGATED and hit.strength == 1)
    return Facts(quantities_in(text, language, taken), dates, references, strong, negated)


def is_modal(hit: Deontic, language: str) -> bool:
    """Returns whether an expression is a modal word proper, and not a plain or merely negated verb."""
    if hit.modality == Modality.DECLARATION or (hit.modality == _NEGATED and hit.strength == 1):
        return False
    return not _NO_MODAL[language].fullmatch(folded(hit.words))
