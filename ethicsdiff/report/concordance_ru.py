"""Russian labels and sentences of the table of concordance."""

from __future__ import annotations

CONCORDANCE: dict[str, str] = {
    "c.title": "Сравнительная таблица: проект и стандарты",
    "c.mark.full": "полное",
    "c.mark.partial": "частичное",
    "c.mark.none": "отсутствует",
    "c.mark.not_applicable": "неприменимо",
    "c.word.number": "№",
    "c.word.clause": "Пункт стандарта",
    "c.word.standard": "Содержание пункта",
    "c.word.draft": "Положение проекта",
    "c.word.mark": "Степень соответствия",
    "c.word.justification": "Обоснование",
    "c.word.element": "Структурный элемент",
    "c.word.current": "Редакция проекта",
    "c.word.proposed": "Предлагаемая редакция",
    "c.word.author": "Автор и обоснование",
    "c.word.decision": "Решение головного комитета",
    "c.word.absent": "Отсутствует",
    "c.word.place": "[Предлагаемая редакция]",
    "c.word.legend": "Степени соответствия: полное, частичное, отсутствует, неприменимо. Слова, которые предложение добавляет, выделены жирным шрифтом, исключаемые зачёркнуты.",
    "c.word.nothing": "Для этой таблицы нет материала.",
    "c.answer": "{place}: {relation}. {reason}",
    "c.gap": "Положение, отвечающее пункту, не найдено. Можно рассмотреть, нужно ли оно проекту.",
    "c.aside": "Пункт признан человеком неприменимым.",
    "c.clause": "{clause}: {relation}. {reason}",
    "c.new": "{group}: новое положение",
    "c.by": "Предложено: {names}.",
}
