"""Words for made-up versions in three languages: new articles and points, spare words, and pairs of words to exchange."""

from __future__ import annotations

ARTICLE = {"ru": "Статья {n}.", "kk": "{n}-бап.", "en": "Article {n}."}

NEW_ARTICLES = {
    "ru": (
        ("Наставничество", ("Опытный судья передаёт знания вновь назначенному коллеге.", "Срок наставничества составляет шесть месяцев.")),
        ("Язык общения", ("Судья обращается к сторонам на языке судопроизводства.",)),
        ("Фото- и видеосъёмка", ("Съёмка в здании суда ведётся с разрешения пресс-службы.", "Лица присяжных не снимаются.")),
    ),
    "kk": (
        ("Тәлімгерлік", ("Тәжірибелі судья жаңадан тағайындалған әріптесіне білімін береді.", "Тәлімгерлік мерзімі алты айды құрайды.")),
        ("Қарым-қатынас тілі", ("Судья тараптарға сот ісін жүргізу тілінде сөйлейді.",)),
        ("Фото және бейне түсірілім", ("Сот ғимаратында түсірілім баспасөз қызметінің рұқсатымен жүргізіледі.", "Алқабилер түсірілмейді.")),
    ),
    "en": (
        ("Mentoring", ("An experienced judge passes knowledge on to a newly appointed colleague.", "Mentoring lasts six months.")),
        ("Language", ("A judge speaks to the parties in the language of the proceedings.",)),
        ("Photographs and film", ("Filming inside the building needs leave of the press service.", "Jurors are not filmed.")),
    ),
}

NEW_POINTS = {
    "ru": (
        "Пропуск на стоянку выдаётся канцелярией по заявлению.",
        "Отпуск предоставляется по графику, утверждённому на календарный год.",
        "Библиотека открыта для каждого посетителя здания.",
    ),
    "kk": (
        "Көлік тұрағына рұқсатнаманы кеңсе өтініш бойынша береді.",
        "Демалыс күнтізбелік жылға бекітілген кесте бойынша беріледі.",
        "Кітапхана ғимаратқа келген әрбір адамға ашық.",
    ),
    "en": (
        "A parking permit is issued by the registry on application.",
        "Leave is granted under the schedule approved for the calendar year.",
        "The library is open to every visitor of the building.",
    ),
}

SPARE_WORDS = {
    "ru": ("порядок", "условия", "учёт", "надлежащим", "письменно", "открыто", "по существу", "своевременно", "также", "служебных"),
    "kk": ("тәртібі", "шарттары", "есебі", "тиісінше", "жазбаша", "ашық", "мәні бойынша", "уақтылы", "сондай-ақ", "қызметтік"),
    "en": ("procedure", "conditions", "records", "duly", "in writing", "openly", "in substance", "promptly", "also", "official"),
}

MODAL_SWAPS = {
    "ru": (
        ("должен", "вправе"), ("обязан", "вправе"), ("вправе", "обязан"), ("не вправе", "вправе"), ("должен", "обязан"),
        ("не допускается", "допускается"), ("не может", "может"), ("следует", "рекомендуется"), ("рекомендуется", "следует"),
    ),
    "kk": (
        ("тиіс", "құқылы"), ("міндетті", "құқылы"), ("құқылы", "міндетті"), ("құқылы емес", "құқылы"), ("тиіс", "міндетті"),
        ("жол берілмейді", "жол беріледі"), ("бола алмайды", "бола алады"), ("жөн", "тиіс"),
    ),
    "en": (
        ("must", "may"), ("is obliged", "is entitled"), ("may", "must"), ("is not entitled", "is entitled"), ("must not", "may"),
        ("is not allowed", "is allowed"), ("cannot", "can"), ("should", "must"), ("is recommended", "is obliged"),
    ),
}  # fmt: skip

NUMBER_SWAPS = {
    "ru": (("десяти", "пятнадцати"), ("трёх", "пяти"), ("пятнадцати", "десяти"), ("девяти", "семи")),
    "kk": (("он жұмыс", "он бес жұмыс"), ("үш жұмыс", "бес жұмыс"), ("тоғыз мүше", "жеті мүше"), ("екі жұмыс", "төрт жұмыс")),
    "en": (("ten working", "fifteen working"), ("three working", "five working"), ("nine members", "seven members"), ("two working", "four working")),
}
