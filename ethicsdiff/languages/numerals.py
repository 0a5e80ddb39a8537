"""Words for numbers, months and units of time in the three languages: data, read by `quantities`.

Forms are folded, with `ё` as `е`. Values of a word are added up from left to right ("двадцать пять"); thousands multiply.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product


@dataclass(frozen=True, slots=True, kw_only=True)
class NumeralData:
    """What a language counts with; patterns are regular expressions for whole folded words.

    `units` name a unit of time (or percent) by a pattern; `limits` are the words that make a number a time limit; `duals` and
    `multiples` are words such as "both" and "twice", which another language may well leave out; `parts` name a part by its pattern; `implied` finds a
    unit that stands for one of it («в течение месяца»); `glued` and `prefixes` make words of number and unit («десятидневный»).
    """

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    duals: dict[str, int]
    multiples: dict[str, int]
    parts: tuple[tuple[str, int], ...]
    months: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    working: str
    calendar: str
    limits: str
    implied: str = r"(?!)"
    glued: tuple[tuple[str, str], ...] = ()
    prefixes: dict[str, int] = field(default_factory=dict)


def _forms(**values: str) -> dict[str, int]:
    """Returns words by value from keyword lists (`n5="пять пяти"`)."""
    return {word: int(name[1:]) for name, words in values.items() for word in words.split()}


def _endings(stems: dict[str, int], endings: str) -> dict[str, int]:
    return {stem + ending: value for (stem, value), ending in product(stems.items(), endings.split())}


_RU_TEENS = {
    "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17,
    "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
}  # fmt: skip
_RU_HARD = {
    "перв": 1, "втор": 2, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9, "десят": 10, **_RU_TEENS,
    "сороков": 40, "пятидесят": 50, "шестидесят": 60, "семидесят": 70, "восьмидесят": 80, "девяност": 90, "сот": 100,
}  # fmt: skip
_RU_HARD_ENDINGS = "ый ая ое ого ой ому ую ым ом ые ых ыми"
_RU_SOFT = _endings({"трет": 3}, "ий ья ье ьего ьей ьему ью ьим ьем ьи ьих ьими")
_RU_GENITIVE = {
    "одно": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10,
    **{f"{stem}и": value for stem, value in _RU_TEENS.items()}, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "девяноста": 90,
}  # fmt: skip

RUSSIAN_NUMERALS = NumeralData(
    # «семью» is left out: in codes of ethics it is the family.
    cardinals={
        **_forms(
            n1="один одна одно одного одной одному одну одним одном", n2="два две двух двум двумя двое двоих",
            n3="три трех трем тремя трое троих", n4="четыре четырех четырем четырьмя четверо четверых", n5="пять пяти пятью пятеро пятерых",
            n6="шесть шести шестью шестеро", n7="семь семи семеро", n8="восемь восьми восемью восьмью", n9="девять девяти девятью",
            n10="десять десяти десятью", n40="сорок сорока", n50="пятьдесят пятидесяти пятьюдесятью", n60="шестьдесят шестидесяти",
            n70="семьдесят семидесяти", n80="восемьдесят восьмидесяти", n90="девяносто девяноста", n100="сто ста", n200="двести двухсот",
            n300="триста трехсот", n400="четыреста четырехсот", n500="пятьсот пятисот", n600="шестьсот шестисот",
            n1000="тысяча тысячи тысяч тысячу тысячей", n1000000="миллион миллиона миллионов",
        ),
        **_endings(_RU_TEENS, "ь и ью"),
    },
    ordinals={**_endings(_RU_HARD, _RU_HARD_ENDINGS), **_RU_SOFT},
    duals=_forms(n2="оба обе обоих обеих обоим обеим обоими обеими"),
    multiples=_forms(n1="однажды однократно", n2="дважды двукратно вдвое", n3="трижды трехкратно втрое"),
    parts=((r"трет(?:ь|и|ей|ями|ях)", 3), (r"четверт(?:ь|и|ей|ями)", 4), (r"половин\w+", 2)),
    months=(
        r"январ\w+", r"феврал\w+", r"март[ае]?", r"апрел\w+", r"ма[йя]", r"июн\w+", r"июл\w+", r"август\w*", r"сентябр\w+",
        r"октябр\w+", r"ноябр\w+", r"декабр\w+",
    ),
    units=(
        ("day", r"дн(?:я|ей|ям|ях|ями|ю|ем)|день|сут(?:ки|ок|кам|ках)"), ("week", r"недел\w+"), ("month", r"месяц\w*"),
        ("year", r"год(?:а|у|ом|е|ы|ов)?|лет|годам"), ("hour", r"час(?:а|ов|ам|у|ы)?"), ("minute", r"минут\w*"),
        ("percent", r"процент\w*|%"),
    ),
    working=r"рабоч\w+",
    calendar=r"календарн\w+",
    limits=r"(?:течение|позднее|позже|срок\w*|истечени\w+|ранее|после|через|до)",
    implied=r"\b(?:течение|позднее|истечении|через)\s(?:рабочего\s|календарного\s)?"
    r"(месяца|месяц|недели|неделю|года|год|суток|дня|день|часа|час)\b",
    glued=(
        ("day", r"дневн\w+"), ("week", r"недельн\w+"), ("month", r"месячн\w+"), ("year", r"(?:летн|годичн|годов)\w+"),
        ("hour", r"часов\w+"), ("times", r"кратн\w+"),
    ),
    prefixes=_RU_GENITIVE,
)  # fmt: skip

_KK_BASES = {
    "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10, "жиырма": 20, "отыз": 30,
    "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100, "мың": 1000, "миллион": 1000000,
}  # fmt: skip
_KK_CASES = " ге ға ке қа ден дан тен тан нен нан деген"
# «онда», «оны» and the like are pronouns, «жүзі» is a face: these bases take the cases above only.
_KK_MORE_CASES = "нің ның дің дың тің тың ні ны ді ды ті ты"
_KK_ORDINALS = {
    "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6, "жетінші": 7, "сегізінші": 8, "тоғызыншы": 9,
    "оныншы": 10, "жиырмасыншы": 20, "отызыншы": 30, "қырқыншы": 40, "елуінші": 50, "жүзінші": 100,
}  # fmt: skip
_KK_COLLECTIVE = {"екеу": 2, "үшеу": 3, "төртеу": 4, "бесеу": 5, "алтау": 6, "жетеу": 7}

KAZAKH_NUMERALS = NumeralData(
    cardinals={
        **_forms(n1="бір"),
        **{base + ending: value for base, value in _KK_BASES.items() for ending in ("", *_KK_CASES.split())},
        **_endings({base: value for base, value in _KK_BASES.items() if base not in ("он", "жүз")}, _KK_MORE_CASES),
        **_endings({"екі": 2, "алты": 6, "жеті": 7}, "сі сінің сін сіне сы сының сын сына"),
        **{base + ending: value for base, value in _KK_COLLECTIVE.items() for ending in ("", "і", "ы", "інің", "ының", "сі")},
    },
    ordinals=dict(_KK_ORDINALS),
    duals=_forms(n2="қос екеуара екіжақты"),
    multiples={},
    parts=((r"жарты\w*|жартысы\w*", 2),),
    months=(
        r"қаңтар\w*", r"ақпан\w*", r"наурыз\w*", r"сәуір\w*", r"мамыр\w*", r"маусым\w*", r"шілде\w*", r"тамыз\w*", r"қыркүйе\w+",
        r"қазан\w*", r"қараша\w*", r"желтоқсан\w*",
    ),
    units=(
        ("day", r"күн(?:і|ін|іне|інен|інде|нен|ге|дік|дер|нің|інің)?|күннен|тәулік\w*"), ("week", r"апта\w*"),
        ("month", r"ай(?:дан|ға|да|дың|ы|ын|ынан|дар)?"), ("year", r"жыл(?:дан|ға|да|ы|дың|дық|дары|ына|ында|ынан|ынан)?"),
        ("hour", r"сағат\w*"), ("minute", r"минут\w*"), ("percent", r"пайыз\w*|процент\w*|%"),
    ),
    working=r"жұмыс",
    calendar=r"күнтізбелік",
    limits=r"(?:ішінде|кешіктірм\w+|дейін|мерзім\w*|кейін|соң|өткен\w*|бұрын)",
)  # fmt: skip

_EN_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_EN_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "hundredth": 100,
}  # fmt: skip

ENGLISH_NUMERALS = NumeralData(
    cardinals={
        **_forms(
            n1="one", n2="two", n3="three", n4="four", n5="five", n6="six", n7="seven", n8="eight", n9="nine", n10="ten",
            n11="eleven", n12="twelve", n13="thirteen", n14="fourteen", n15="fifteen", n16="sixteen", n17="seventeen", n18="eighteen",
            n19="nineteen", n100="hundred", n1000="thousand", n1000000="million",
        ),
        **_EN_TENS,
    },
    ordinals=_EN_ORDINALS,
    duals=_forms(n2="both twofold"),
    multiples=_forms(n1="once", n2="twice double", n3="thrice"),
    parts=((r"thirds?", 3), (r"quarters?|fourths?", 4), (r"half|halves", 2)),
    months=(
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ),
    units=(
        ("day", r"days?"), ("week", r"weeks?"), ("month", r"months?"), ("year", r"years?"), ("hour", r"hours?"),
        ("minute", r"minutes?"), ("percent", r"percent|%|percentage"),
    ),
    working=r"working|business",
    calendar=r"calendar",
    limits=r"(?:within|later|than|after|before|period|from|until|of|exceed|deadline)",
    implied=r"\b(?:within|than|after|for)\s(?:a|an)\s(?:working\s|calendar\s)?(day|week|month|year|hour)\b",
)  # fmt: skip

NUMERALS = {"en": ENGLISH_NUMERALS, "ru": RUSSIAN_NUMERALS, "kk": KAZAKH_NUMERALS}
MULTIPLIERS = frozenset({100, 1000, 1000000})
