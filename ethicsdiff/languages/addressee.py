"""Whom a norm speaks of first, where that is no sitting judge: a former judge, a candidate, court staff, parties and their lawyers.

What such people may do says nothing against a clause that binds judges, however alike the words are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ethicsdiff.languages.text import fold, folded, verbatim_span


@dataclass(frozen=True, slots=True)
class _People:
    """Regular expressions on folded text: how a norm opens with them, and how a text that speaks of them at all names them."""

    subject: str
    mention: str


_FIRST = {
    "en": r"(?:a|an|the|any|every|each|all|no|for|to|members of (?:the )?)?\s*",
    "ru": r"(?:на |для |всем |все |каждый |любой |ни один )?",
    "kk": r"(?:кез келген |әрбір |барлық )?",
}
_PEOPLE = {
    "en": (
        _People(
            r"(?:retired|former|honorary) judges?|(?:a )?judges? (?:in retirement|who (?:has|have|had) (?:retired|left|resigned|ceased)|after retirement)",
            r"\b(?:former|retired)\b",
        ),
        _People(r"(?:judicial )?(?:candidates?|applicants?)", r"\b(?:candidate|applicant|selection|appointment)"),
        _People(
            r"(?:court|registry) (?:staff|employees|personnel|clerks?|secretar\w+|interpreters?)|(?:judges?'?s? )?assistants?|bailiffs?",
            r"\b(?:staff|personnel|employee)",
        ),
        _People(r"(?:the )?part(?:y|ies)(?: to (?:the |a )?(?:case|proceedings))?|participants in|journalists?|lawyers?|advocates?|counsel", r"\b(?:part(?:y|ies)|lawyer|counsel|journalist|media|litigant)"),
    ),
    "ru": (
        _People(
            r"суд(?:ья|ье|ьи|ьям),? (?:в отставке|(?:пребывающ|находящ|вышедш|ушедш)\w+ (?:в|на) (?:отставк|пенси|поко)\w+|прекративш\w+ полномочия)|бывш\w+ суд\w+|лиц\w+, (?:прекративш|ранее)\w+",
            r"\b(?:бывш|отставк|в прошлом)",
        ),
        _People(r"кандидат\w*|претендент\w*", r"\b(?:кандидат|отбор|назначени|претендент)"),
        _People(
            r"(?:работник|сотрудник|служащ)\w* (?:\w+ )?(?:суд\w*|аппарат\w*|канцеляри\w*)|секретар\w+ (?:суд\w*|заседани\w*)|помощник\w* суд\w+|переводчик\w*|приставы?\w*",
            r"\b(?:работник|сотрудник|аппарат|персонал|подчин)",
        ),
        _People(r"сторон(?:а|ы|е|ам)(?= )|участник\w* (?:процесса|дела|производства)|журналист\w*|адвокат\w*", r"\b(?:сторон|участник|адвокат|юрист|журналист|средств)"),
    ),
    "kk": (
        _People(r"отставкада\w+ судья\w*|отставкаға (?:шыққан|кеткен) судья\w*|бұрынғы судья\w*|судья\w* отставка\w+", r"\b(?:бұрынғы|отставка)"),
        _People(r"(?:судья\w* )?(?:лауазым\w+ )?(?:кандидат|үміткер)\w*", r"\b(?:кандидат|үміткер|іріктеу|тағайында)"),
        _People(
            r"сот(?:тың)? (?:аппарат\w+ )?(?:қызметкер|жұмыскер|хатшы)\w*?(?:і|ы|ы?на|і?не|ға|ге)?|судья\w* көмекші\w*|сот отырысы\w* хатшы\w*|аудармашы(?:лар)?(?:ға)?|сот пристав\w*",
            r"\b(?:қызметкер|аппарат|жұмыскер|бағынысты)",
        ),
        _People(r"тарап(?:тар)?(?:ға|қа)?|(?:іске|процеске) қатысушы(?:лар)?(?:ға)?|журналист(?:ер)?(?:ге|ке)?|адвокат(?:тар)?(?:ға|қа)?", r"\b(?:тарап|қатысушы|адвокат|заңгер|журналист|бұқаралық)"),
    ),
}  # fmt: skip
# "Court staff and judges" are judges, too.
_ALONE = r"(?!,? (?:and|or|и|или|а также|мен|пен|бен|және|немесе) (?:\w+ )?(?:judge|судь))"
_NUMBER = re.compile(r"[\W\d_]*")


def others_addressed(text: str, language: str, clause: str) -> str:
    """Returns the verbatim words in which a text opens with people who are no sitting judges and of whom `clause` does not speak.

    `clause` is a statement in the same language; "" is returned where the text opens otherwise.
    """
    low = fold(text)
    start = _NUMBER.match(low.text).end()  # type: ignore[union-attr]
    for opening, mention in _patterns(language):
        match = opening.match(low.text, start)
        if match and not mention.search(folded(clause)):
            first, last = verbatim_span(low, *match.span(1))
            return text[first:last].strip()
    return ""


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    people = _PEOPLE.get(language, ())
    return tuple(
        (re.compile(rf"{_FIRST[language]}((?:{one.subject})(?!\w)){_ALONE}"), re.compile(one.mention)) for one in people
    )
