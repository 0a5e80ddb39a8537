"""How each language cites units of acts: «подпункт 1) пункта 2 статьи 33», "34-бабы 1-тармағының 11) тармақшасы", "Article 5(2)(a)".

Regular expressions on folded text. A unit word may mean several kinds, because laws say пункт and подпункт where codes of
procedure say часть and пункт; what it means in a draft is seen from the draft's own labels.
"""

from __future__ import annotations

from ethicsdiff.languages.base import CitedUnit, CitingWords
from ethicsdiff.model.document import ProvisionKind as Kind

_POINTS = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.MEASURE)
_ITEMS = (Kind.SUBPARAGRAPH, Kind.PARAGRAPH, Kind.MEASURE)


def _cited(word: str, *kinds: Kind) -> CitedUnit:
    return CitedUnit(kinds=kinds, word=word)


RUSSIAN_CITING = CitingWords(
    units=(
        _cited(r"подпункт(?:а|у|е|ом|ы|ов|ам|ами|ах)?|подп\.|пп\.", *_ITEMS),
        _cited(r"пункт(?:а|у|е|ом|ы|ов|ам|ами|ах)?|п\.", *_POINTS),
        _cited(r"част(?:ь|и|ью|ей|ям|ями|ях)|ч\.", Kind.PARAGRAPH, Kind.PART),
        _cited(r"абзац(?:а|у|е|ем|ы|ев|ам|ами|ах)?|абз\.", Kind.INDENT),
        _cited(r"стат(?:ья|ьи|ье|ью|ьей|ьёй|ей|ьям|ьями|ьях)|ст\.\s?ст\.|ст\.", Kind.ARTICLE),
        _cited(r"параграф(?:а|у|е|ом|ы|ов|ам|ами|ах)?|§{1,2}", Kind.SECTION),
        _cited(r"глав(?:а|ы|е|у|ой|ам|ами|ах)?|гл\.", Kind.CHAPTER),
        _cited(r"раздел(?:а|у|е|ом|ы|ов|ам|ами|ах)?|разд\.", Kind.SECTION),
        _cited(r"приложени(?:е|я|ю|ем|и|й|ям|ями|ях)", Kind.ANNEX),
    ),
    join=r"\s?(?:,|и|или|либо|,\s?а\s?также)\s?",
    this=r"настоящ(?:ий|ая|ее|ие|его|ей|ему|ую|им|ем|их|ими)",
    act=(
        r"(?:закон|кодекс|конституци|пакт|конвенци|деклараци|устав|договор|соглашени|указ|постановлени|регламент|правил|положени|стратеги|концепци"
        r"|принцип|рекомендаци|комментари|приказ|инструкци|хартии|хартия|стандарт|проект)[а-яё]*"
    ),
    between=r"\s+",
    listed=r"статья|глава|раздел|приложение|часть|пункт|подпункт|абзац|ст\.|гл\.|разд\.|ч\.|п\.|пп\.|подп\.|абз\.",
)

KAZAKH_CITING = CitingWords(
    units=(
        _cited(r"тармақша\w*", *_ITEMS),
        _cited(r"тарма[қғ]\w*|(?<=-)т\.", *_POINTS),
        _cited(r"бөлі[кг]\w*", Kind.PARAGRAPH, Kind.PART),
        _cited(r"абзац\w*", Kind.INDENT),
        _cited(r"бап(?!кер)\w*|бабы\w*|(?<=-)б\.", Kind.ARTICLE),
        _cited(r"параграф\w*", Kind.SECTION),
        _cited(r"тарау\w*", Kind.CHAPTER),
        _cited(r"бөлім\w*", Kind.SECTION),
        _cited(r"қосымша\w*", Kind.ANNEX),
    ),
    join=r"\s?(?:,|және|мен|бен|пен|немесе)\s?",
    this=r"осы",
    act=(
        r"(?:заң|кодекс|конституция|пакт|пактісі|конвенция|декларация|жарғы|шарт|келісім|жарлық|жарлығы|қаулы|регламент|ереже|стратегия|тұжырымдама"
        r"|қағидат|қағида|ұсыным|түсіндірме|бұйрық|бұйрығы|нұсқаулық|нұсқаулығы|хартия|стандарт|жоба)\w*?(?:ның|нің|дың|дің|тың|тің)"
    ),
    between=r"\s*",
    owned=r"(?:тармағ|тармақшас|бабы|баптар[ыі]|бөліг|абзацы|тарауы|бөлімі|параграфы|қосымшасы)\w*",
    number_first=True,
)

ENGLISH_CITING = CitingWords(
    units=(
        _cited(r"sub-?paragraphs?|points?|letters?|items?", *_ITEMS),
        _cited(r"paragraphs?|paras?\.?", *_POINTS),
        _cited(r"articles?|arts?\.|rules?|canons?", Kind.ARTICLE),
        _cited(r"sections?|§{1,2}", Kind.SECTION, Kind.ARTICLE, Kind.PARAGRAPH),
        _cited(r"chapters?", Kind.CHAPTER),
        _cited(r"parts?", Kind.PART),
        _cited(r"annex(?:es)?|appendix|appendices|schedules?", Kind.ANNEX),
    ),
    join=r"\s?(?:,\s?and|,\s?or|,|and|or|to)\s?",
    this=r"this",
    act=(
        r"(?:constitution|constitutional\s+law|law|act|code|covenant|convention|declaration|charter|treaty|statute|decree|regulations?|rules|strategy|principles"
        r"|recommendations?|commentary|order|protocol|draft)"
    ),
    between=r"\s*,?\s*(?:of|in|to|under)\s+(?:the\s+)?",
)
