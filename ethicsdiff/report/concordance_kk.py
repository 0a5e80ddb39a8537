"""Kazakh labels and sentences of the table of concordance."""

from __future__ import annotations

CONCORDANCE: dict[str, str] = {
    "c.title": "Салыстырма кесте: жоба және стандарттар",
    "c.mark.full": "толық",
    "c.mark.partial": "ішінара",
    "c.mark.none": "жоқ",
    "c.mark.not_applicable": "қолданылмайды",
    "c.word.number": "Р/с №",
    "c.word.clause": "Стандарт тармағы",
    "c.word.standard": "Тармақтың мазмұны",
    "c.word.draft": "Жоба ережесі",
    "c.word.mark": "Сәйкестік дәрежесі",
    "c.word.justification": "Негіздеме",
    "c.word.element": "Құрылымдық элемент",
    "c.word.current": "Жобаның редакциясы",
    "c.word.proposed": "Ұсынылатын редакция",
    "c.word.author": "Автор және негіздеме",
    "c.word.decision": "Бас комитеттің шешімі",
    "c.word.absent": "Жоқ",
    "c.word.place": "[Ұсынылатын редакция]",
    "c.word.legend": "Сәйкестік дәрежелері: толық, ішінара, жоқ, қолданылмайды. Ұсыныс қосатын сөздер қою қаріппен, алып тасталатын сөздер сызылып көрсетілген.",
    "c.word.nothing": "Бұл кестеге материал жоқ.",
    "c.answer": "{place}: {relation}. {reason}",
    "c.gap": "Тармаққа сай ереже табылмады. Ол жобаға қажет пе, соны қарастыруға болады.",
    "c.aside": "Адам тармақты қолданылмайды деп таныған.",
    "c.clause": "{clause}: {relation}. {reason}",
    "c.new": "{group}: жаңа ереже",
    "c.by": "Ұсынған: {names}.",
}
