"""Russian phrases of the findings on the form of a draft."""

from __future__ import annotations

FINDINGS: dict[str, str] = {
    "citation.dangling": "ссылка «{quote}» не ведёт ни к одной единице этого проекта (не найдено: {numbers})",
    "citation.ambiguous": "ссылка «{quote}» может означать несколько единиц этого проекта ({count})",
    "citation.by-words": "в ссылке «{quote}» статья названа порядковым числительным; номер цифрами найти легче",
    "numbers.repeated": "номер «{label}» стоит второй раз; впервые: {first}",
    "numbers.skipped": "после «{before}» следует «{after}»: номер пропущен",
    "unit.empty": "под обозначением «{label}» нет текста",
    "letters.mixed": "в словах смешаны кириллические и латинские буквы ({count}): {words}",
    "letters.legacy-font": "текст набран старым казахским шрифтом, буквы которого прочитаны как другие; "
    "казахские буквы восстановлены только для сравнения",
    "check.place": "{place}: {text}.",
    "check.whole": "Весь проект: {text}.",
    "check.none": "Замечаний нет: ссылки ведут к своим единицам, номера идут по порядку.",
    "check.count": "Замечаний: {count}.",
}
