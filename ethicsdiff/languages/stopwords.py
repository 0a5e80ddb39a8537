"""Words that bind sentences and say nothing of their subject: no evidence that two texts speak of one thing."""

from __future__ import annotations

from functools import cache

# spaCy has no list for Kazakh.
_KAZAKH = (
    "алады алдында арасында арқылы атап бағытында барлық басқа беріп береді бірге бойынша болады болған болғаны болмайды болмаса "
    "болса болуы болып болатын бұдан бұрын ғана деген дейін деп егер емес етеді ететін етіп жағдайда жағынан жатады жасайды және "
    "керек кезде кезінде кейін қажет қарай қарамастан қарсы қатар қатысты қоса мүмкін мұндай негізінде немесе олардың оларды оның "
    "онда осындай осының өзге өзі өзіне өзінің ретінде сайын сияқты соның сондай сондықтан табылады тағы тиіс тиісті туралы тұрады "
    "тұрғыда үшін шейін әрбір әрі әртүрлі "
)


@cache
def stop_words(language: str) -> frozenset[str]:
    """Returns the words of a language, in lower case, that are no evidence of what a text is about."""
    if language == "kk":
        return frozenset(_KAZAKH.split())
    if language == "ru":
        from spacy.lang.ru.stop_words import STOP_WORDS  # Heavy: spaCy is imported only when a draft is judged.
    else:
        from spacy.lang.en.stop_words import STOP_WORDS
    return frozenset(STOP_WORDS)
