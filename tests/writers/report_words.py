"""Fixed labels of the reports the writers are tested with: one line a key, English | Russian | Kazakh."""

from __future__ import annotations

_TABLE = """
analysis | Analysis of the provisions | Анализ положений проекта | Жоба ережелерін талдау
annex_provisions | Annex. Draft and standards | Приложение. Проект и стандарты | Қосымша. Жоба және стандарттар
author_place | [Place for the expert’s conclusion] | [Место для вывода эксперта] | [Сарапшының қорытындысына арналған орын]
back_to_top | Back to the top | Наверх | Жоғарыға
chapter | Chapter | Глава | Тарау
clauses_table | The standards, clause by clause | Стандарты по пунктам | Стандарттар тармақтары бойынша
col_clause | Clause | Пункт стандарта | Стандарт тармағы
col_clauses | Clauses | Пункты стандартов | Стандарттар тармақтары
col_comment | Comment | Комментарий | Түсініктеме
col_confidence | Confidence | Уверенность | Сенімділік
col_group | Part of the standard | Раздел стандарта | Стандарт бөлімі
col_provision | Provision | Положение | Ереже
col_provisions | Provisions | Положения | Ережелер
col_relation | Relation | Отношение | Арақатынасы
col_state | State | Состояние | Жай-күйі
col_statement | Statement | Содержание | Мазмұны
col_subject | Subject | Предмет | Нысанасы
col_text | Text | Текст | Мәтін
contents | Contents | Содержание | Мазмұны
evidence | Words of the draft | Слова проекта | Жобадағы сөздер
figures | Figures | Показатели | Көрсеткіштер
filter | Filter | Отбор | Сүзгі
filter_aligned | With an alignment | С сопоставлением | Сәйкестігі бар
filter_all | All | Все | Барлығы
filter_contradicts | Contradicts | Противоречит | Қайшы келеді
filter_covers | Covers | Соответствует | Сәйкес келеді
filter_gaps | Gaps only | Только пробелы | Тек олқылықтар
filter_partial | Partial | Частично | Ішінара
filter_reset | Show everything | Показать всё | Бәрін көрсету
filter_stricter | Stricter | Строже | Қатаңырақ
filter_unaligned | Without an alignment | Без сопоставления | Сәйкестігі жоқ
filter_weaker | Weaker | Слабее | Әлсіз
gaps | Gaps | Пробелы | Олқылықтар
handout | Handout for the round table | Раздаточный материал для круглого стола | Дөңгелек үстелге арналған үлестірме материал
handout_gaps | Gaps by part of the standards | Пробелы по разделам стандартов | Стандарттардың бөлімдері бойынша олқылықтар
handout_more | further points elsewhere | остальные вопросы отдельно | қалған мәселелер бөлек
handout_notes | Notes | Для заметок | Жазбалар үшін
handout_points | Points for discussion | Вопросы для обсуждения | Талқылауға арналған мәселелер
legend | Legend | Условные обозначения | Шартты белгілер
matrix | Groups of clauses and chapters | Группы пунктов и главы | Тармақтар топтары мен тараулар
no_answers | No provision was found | Положений не найдено | Ереже табылмады
no_clause | No clause was found | Пункт не найден | Тармақ табылмады
notices | Notices | Замечания при чтении | Оқу кезіндегі ескертпелер
official_text | Official text | Официальный текст | Ресми мәтін
our_statement | In our words | Своими словами | Өз сөзімізбен
overview | Overview | Обзор | Шолу
page | Page | Страница | Бет
page_of | of | из | /
print | Print | Печать | Басып шығару
provenance | Provenance | Происхождение данных | Деректердің шығу тегі
provisions_table | The draft, provision by provision | Проект по положениям | Жоба ережелері бойынша
recommendations | Points for the authors | Вопросы для авторов проекта | Жоба авторларына арналған мәселелер
remarks | Remarks | Замечания | Ескертпелер
scope | Scope | Предмет сравнения | Салыстыру нысанасы
search | Search in the text | Поиск по тексту | Мәтіннен іздеу
show_text | Show the text | Показать текст | Мәтінді көрсету
skip_to_content | Skip to the content | К содержанию страницы | Бет мазмұнына өту
standard | Standard | Стандарт | Стандарт
table_of_figures | Figures by standard | Показатели по стандартам | Стандарттар бойынша көрсеткіштер
tag | Tag | Метка | Белгі
themes | Themes | Темы | Тақырыптар
what_to_look_at | To look at | На что обратить внимание | Неге назар аудару керек
why | Why | Почему | Неліктен
"""


def _column(index: int) -> dict[str, str]:
    lines = [[part.strip() for part in line.split("|")] for line in _TABLE.strip().splitlines()]
    return {line[0]: line[index] for line in lines}


WORDS = {"en": _column(1), "ru": _column(2), "kk": _column(3)}
