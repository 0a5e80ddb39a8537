"""Fixed labels of the reports the writers are tested with: one line a key, English | Russian | Kazakh."""

from __future__ import annotations

_TABLE = """
alt_clauses | Clauses of the standards with the provisions of the draft that answer them | Пункты стандартов и положения проекта, которые им отвечают | Стандарттардың тармақтары және оларға жауап беретін жоба ережелері
alt_overview | Figures by standard | Показатели по стандартам | Стандарттар бойынша көрсеткіштер
alt_provisions | Provisions of the draft with the clauses of the standards that they answer | Положения проекта и пункты стандартов, которым они отвечают | Жоба ережелері және олар жауап беретін стандарт тармақтары
alt_recommendations | Lettered recommendations with the paragraphs they rest on | Рекомендации под буквами с параграфами, на которых они основаны | Әріппен белгіленген ұсынымдар және олар негізделген параграфтар
analysis_recommendations | Analysis and recommendations | Анализ и рекомендации | Талдау және ұсынымдар
annex_clauses | Annex 1. Clauses of the standards and provisions of the draft | Приложение 1. Пункты стандартов и положения проекта | 1-қосымша. Стандарттардың тармақтары және жоба ережелері
annex_notices | Annex 4. Remarks on reading the file | Приложение 4. Замечания по чтению файла | 4-қосымша. Файлды оқуға қатысты ескертпелер
annex_provenance | Annex 3. How far the statements were checked | Приложение 3. Степень проверки формулировок | 3-қосымша. Тұжырымдардың тексерілу дәрежесі
annex_provisions | Annex 2. Provisions of the draft and clauses of the standards | Приложение 2. Положения проекта и пункты стандартов | 2-қосымша. Жоба ережелері және стандарттардың тармақтары
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
conclusion_place | [The experts’ overall conclusion in two or three sentences] | [Общий вывод экспертов в двух-трёх предложениях] | [Сарапшылардың екі-үш сөйлемдік жалпы қорытындысы]
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
front_date | [Date] | [Дата] | [Күні]
front_experts | [Names of the experts] | [Имена экспертов] | [Сарапшылардың есімдері]
front_number | [Number of the document] | [Номер документа] | [Құжаттың нөмірі]
front_place | [Place] | [Место] | [Орны]
gap_list | Clauses without a provision | Пункты, которым не найдено положений | Ереже табылмаған тармақтар
gaps | Gaps | Пробелы | Олқылықтар
handout | Handout for the round table | Раздаточный материал для круглого стола | Дөңгелек үстелге арналған үлестірме материал
handout_gaps | Gaps by part of the standards | Пробелы по разделам стандартов | Стандарттардың бөлімдері бойынша олқылықтар
handout_more | further points elsewhere | остальные вопросы отдельно | қалған мәселелер бөлек
handout_notes | Notes | Для заметок | Жазбалар үшін
handout_points | Points for discussion | Вопросы для обсуждения | Талқылауға арналған мәселелер
introduction | Introduction | Введение | Кіріспе
key_recommendations | Key recommendations | Основные рекомендации | Негізгі ұсынымдар
language | Language | Язык | Тіл
legend | Legend | Условные обозначения | Шартты белгілер
matrix | Groups of clauses and chapters | Группы пунктов и главы | Тармақтар топтары мен тараулар
no_answers | No provision was found | Положений не найдено | Ереже табылмады
no_clause | No clause was found | Пункт не найден | Тармақ табылмады
notices | Notices | Замечания при чтении | Оқу кезіндегі ескертпелер
official_text | Official text | Официальный текст | Ресми мәтін
our_statement | In our words | Своими словами | Өз сөзімізбен
overview | Overview | Обзор | Шолу
own_name | English | Русский | Қазақша
page | Page | Страница | Бет
page_of | of | из | /
print | Print | Печать | Басып шығару
provenance | Provenance | Происхождение данных | Деректердің шығу тегі
provisions_table | The draft, provision by provision | Проект по положениям | Жоба ережелері бойынша
recommendation_box | Recommendations | Рекомендации | Ұсынымдар
recommendations | Points for the authors | Вопросы для авторов проекта | Жоба авторларына арналған мәселелер
remarks | Remarks | Замечания | Ескертпелер
request_place | [Who asked for the comparison, when and by what letter] | [Кем, когда и каким письмом запрошено сопоставление] | [Салыстыруды кім, қашан және қандай хатпен сұратқаны]
scope | Scope | Предмет сравнения | Салыстыру нысанасы
search | Search in the text | Поиск по тексту | Мәтіннен іздеу
show_text | Show the text | Показать текст | Мәтінді көрсету
skip_to_content | Skip to the content | К содержанию страницы | Бет мазмұнына өту
standard | Standard | Стандарт | Стандарт
summary | Executive summary | Резюме | Түйін
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
