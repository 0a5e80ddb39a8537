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
# Matching knows many more ways to oblige and to permit («жауап береді», "disregards"). Here one must hold a word that is modal by itself.
_MODAL = {
    "ru": re.compile(
        r"долж(?:ен|на|но|ны)|обязан|обязуется|обязател|необязател|вправе|мо(?:жет|гут|жно)|следует|надлежит|необходим|запрещ|воспрещ|запрет|разреш|допус|нельзя"
        r"|рекоменд|прав[оа]\b|подлеж|совместим|желател|целесообразн|предпочтител|возможност|как правило|порядке|неукоснительно|вменя|возбраня|позвол|дозвол|ни при каких"
        r"|\bни\w* не\b|ни один|исключа[ею]тся|усмотрени|поощря|полагается|не может не"
    ),
    "kk": re.compile(
        r"тиіс|міндетт|құқы|хақы|керек|қажет|ал(?:ады|майды)|бол(?:ады|майды)|мүмкін|жөн|ұсыныл|тыйым|жол бер|рұқсат|емес|абзал|дұрыс|орынды|мүлтіксіз|бұлжытпай|әдетте|қалайды"
        r"|ешқандай|ешбір|сыйыспайды|үйлеспейді|көтермелен"
    ),
    "en": re.compile(
        r"\b(?:shall|must|may|should|can|cannot|ought|need|obliged|required|prohibited|forbidden|permitted|allowed|entitled|rights?|duty|obligation|bound|recommended|encouraged"
        r"|expected|advis\w+|desirable|prefer\w+|mandatory|free|liberty|has to|have to|is to|are to|not to|barred|inadmissible|impermissible|incompatible|acceptable|admissible|exempt\w*"
        r"|as a rule|possible|will not|ruled out|never|nobody|nor|neither|necessary)\b"
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
    words = folded(hit.words)
    return bool(_MODAL[language].search(words)) and not _NO_MODAL[language].fullmatch(words)
