"""Divergences planted into one language text of the sample code: each in a provision of its own, with what should be found."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ethicsdiff.model.document import Draft, Provision, ProvisionKind

PLANTED_WORDS: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {
    "ru": {
        "modality": (
            ("должен(?! быть)", "вправе"), (r"обязан\b", "вправе"), ("(?<!не )вправе", "обязан"), ("рекомендуется", "запрещается"), (r"(?<!не )должны\b", "могут"),
            (r"должен\b", "может"), (r"обязан\b", "должен по возможности"), ("(?<!не )допускается", "запрещается"),
        ),
        "negation": (
            (r"не вправе", "вправе"), (r"\bне (разглашает|обсуждает|посещает|создаёт|допускает|поддаётся|отдаёт|высказывается|ставит|заменяет)", r"\1"),
            (r"не должн(ы|о|а)\b", r"должн\1"), (r"не может\b", "может"), (r"не могут", "могут"), (r"не допускается", "допускается"),
        ),
        "number": ((r"восьми часов", "шести часов"), ("девяти членов", "одиннадцати членов"), ("пять судей", "семь судей"), ("не менее шести", "не менее пяти"),
                   ("десяти месячных", "пяти месячных"), ("три года", "четыре года"), ("две трети", "три четверти"), ("шестым съездом", "седьмым съездом")),
        "deadline": (("трёх рабочих дней", "пяти рабочих дней"), ("двух рабочих дней", "двух календарных дней"), ("десяти рабочих дней", "пятнадцати рабочих дней"),
                     ("пятнадцати рабочих", "десяти рабочих"), ("десяти дней", "двадцати дней"), ("течение месяца", "течение недели"), ("один год", "два года")),
        "date": (("31 марта", "30 апреля"), ("2002 года", "2003 года"), ("2010 года", "2012 года")),
        "reference": (("пункте 1 настоящей", "пункте 2 настоящей"), ("пунктах 2 и 3", "пунктах 2 и 4")),
        "list-length": (("инвалидности, происхождению, ", "инвалидности, "), ("свидетелям, адвокатам, ", "свидетелям, "), ("присяжными заседателями, свидетелями, ", "свидетелями, ")),
        "term": (("предвзятост", "пристрастност"), ("беспристрастност", "объективност")),
    },
    "kk": {
        "modality": ((r"тиіс\b(?! емес)", "құқылы"), (r"міндетті\b(?! емес)", "құқылы"), ("құқылы(?! емес)", "міндетті"), ("ұсынылады", "тыйым салынады"), (r"(?<!ма)уға тиіс\b", "уы мүмкін")),
        "negation": (
            ("құқылы емес", "құқылы"), ("жол берілмейді", "жол беріледі"), ("бермеуге тиіс", "беруге тиіс"), ("етпеуге тиіс", "етуге тиіс"),
            ("талқыламайды", "талқылайды"), ("қатыспайды", "қатысады"), ("көнбейді", "көнеді"), ("алмайды", "алады"), ("бермейді", "береді"), ("етпейді", "етеді"), ("тудырмайды", "тудырады"),
        ),
        "number": (("сегіз сағаттан", "алты сағаттан"), ("тоғыз мүшеден", "он бір мүшеден"), ("бес судья", "жеті судья"), ("кемінде алты", "кемінде бес"), ("он айлық", "бес айлық"),
                   ("үш жыл", "төрт жыл"), ("үштен екісінің", "төрттен үшінің"), ("алтыншы съезі", "жетінші съезі")),
        "deadline": (("үш жұмыс күні", "бес жұмыс күні"), ("екі жұмыс күні", "екі күнтізбелік күн"), ("он жұмыс күнінен", "он бес жұмыс күнінен"), ("он бес жұмыс", "он жұмыс"),
                     ("он күн ішінде", "жиырма күн ішінде"), ("бір ай ішінде", "бір апта ішінде"), ("бір жыл", "екі жыл")),
        "date": (("31 наурызға", "30 сәуірге"), ("2002 жылғы", "2003 жылғы"), ("2010 жылғы", "2012 жылғы")),
        "reference": (("1-тармағында", "2-тармағында"), ("2 және 3-тармақтарында", "2 және 4-тармақтарында")),
        "list-length": (("мүгедектік, шыққан тек, ", "мүгедектік, "), ("куәларға, адвокаттарға, ", "куәларға, "), ("алқабилермен, куәлармен, ", "куәлармен, ")),
        "term": (("бейтараптығы", "объективтілігі"), ("жүріс-тұрыс", "мінез-құлық"), ("қағидаларын", "ережелерін"), ("әдеп мәселелері", "этика мәселелері")),
    },
    "en": {
        "modality": (("must(?! not)", "may"), ("is obliged", "is entitled"), ("is entitled", "is obliged"), ("is recommended", "is forbidden"), ("may(?! not)", "must"), ("must not", "should not preferably")),
        "negation": (
            ("is not entitled", "is entitled"), ("may not", "may"), ("cannot", "can"), ("is not allowed", "is allowed"), ("must not", "must"),
            ("does not discuss", "discusses"), ("does not visit", "visits"), ("does not give in", "gives in"), ("does not create", "creates"), ("does not become", "becomes"), ("is not in itself", "is in itself"),
        ),
        "number": (("eight hours", "six hours"), ("nine members", "eleven members"), ("five judges", "seven judges"), ("least six", "least five"), ("ten monthly", "five monthly"),
                   ("three years", "four years"), ("two thirds", "three quarters"), ("sixth congress", "seventh congress")),
        "deadline": (("three working days", "five working days"), ("two working days", "two calendar days"), ("ten working days", "fifteen working days"), ("fifteen working", "ten working"),
                     ("[Ww]ithin ten days", "within twenty days"), ("one month", "one week"), ("one year", "two years")),
        "date": (("31 March", "30 April"), ("of 2002", "of 2003"), ("of 2010", "of 2012")),
        "reference": (("paragraph 1 of", "paragraph 2 of"), ("paragraphs 2 and 3", "paragraphs 2 and 4")),
        "list-length": (("disability, origin, ", "disability, "), ("witnesses, advocates, ", "witnesses, "), ("jurors, witnesses, ", "witnesses, ")),
        "term": (("impartiality", "objectivity"),),
    },
}  # fmt: skip

EXTRA = {
    "ru": "Судья хранит служебное удостоверение в сейфе канцелярии.",
    "kk": "Судья қызметтік куәлігін кеңсенің сейфінде сақтайды.",
    "en": "A judge keeps the service card in the safe of the registry.",
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A planted divergence: its kind and the provision in which it should be found."""

    kind: str
    provision: str
    before: str
    after: str


def plantings(draft: Draft, language: str) -> Iterator[tuple[Planted, Provision]]:
    """Yields every wording that can be planted into a draft, with the changed provision."""
    for kind, pairs in PLANTED_WORDS[language].items():
        for before, after in pairs:
            for provision in draft.provisions:
                changed = re.sub(before, after, provision.text, count=1)
                if changed != provision.text:
                    yield Planted(kind, provision.id, provision.text, changed), replace(provision, text=changed)


def without(draft: Draft, gone: str) -> Draft:
    """Returns a draft without a unit and what stands under it, its later siblings renumbered as a person would."""
    left = {gone}
    for provision in draft.provisions:
        if provision.parent in left:
            left.add(provision.id)
    parent = next(p.parent for p in draft.provisions if p.id == gone)
    kept = [p for p in draft.provisions if p.id not in left]
    return replace(draft, provisions=tuple(_renumbered(kept, parent)))


def _renumbered(provisions: Sequence[Provision], parent: str) -> Iterator[Provision]:
    counts: dict[str, int] = {}
    for provision in provisions:
        match = re.fullmatch(r"(\(?)(\d+|[a-h])([.)])", provision.label) if provision.parent == parent else None
        if match:
            style = f"{match[1]}{match[2].isdigit()}{match[3]}"
            counts[style] = counts.get(style, 0) + 1
            number = str(counts[style]) if match[2].isdigit() else "abcdefgh"[counts[style] - 1]
            provision = replace(provision, label=f"{match[1]}{number}{match[3]}")
        yield provision


def with_extra(draft: Draft, after: str, language: str) -> Draft:
    """Returns a draft with one more point behind a given one."""
    place = next(n for n, p in enumerate(draft.provisions) if p.id == after)
    model = draft.provisions[place]
    extra = replace(model, id=f"{after}x", text=EXTRA[language], fingerprint="f1:extra", pair="")
    rows = [*draft.provisions[: place + 1], extra, *draft.provisions[place + 1 :]]
    return replace(draft, provisions=tuple(_renumbered(rows, model.parent)))


def sown(draft: Draft, language: str, seed: int, count: int = 12) -> tuple[Draft, list[Planted]]:
    """Returns a draft with several plantings, each in a provision of its own and no two in one list, and what was planted."""
    chance = random.Random(f"{language}:{seed}")
    choices = list(plantings(draft, language))
    kinds = sorted({planted.kind for planted, _ in choices})
    chosen: dict[str, tuple[Planted, Provision]] = {}
    while len(chosen) < count:
        kind = chance.choice(kinds)
        planted, changed = chance.choice([row for row in choices if row[0].kind == kind])
        if kind != "term" or all(row.kind != "term" for row, _ in chosen.values()):  # Two slips of one term would make it the usual one.
            chosen.setdefault(planted.provision, (planted, changed))
    result = replace(draft, provisions=tuple(chosen[p.id][1] if p.id in chosen else p for p in draft.provisions))
    made = [planted for planted, _ in chosen.values()]
    return _with_missing_and_extra(result, language, chance, made)


def _with_missing_and_extra(draft: Draft, language: str, chance: random.Random, made: list[Planted]) -> tuple[Draft, list[Planted]]:
    touched = {planted.provision.partition(".")[0] for planted in made}
    points = [p for p in draft.provisions if p.kind == ProvisionKind.PARAGRAPH and p.label and p.id.partition(".")[0] not in touched]
    items = [p for p in draft.provisions if p.kind == ProvisionKind.SUBPARAGRAPH and p.id.partition(".")[0] not in touched]
    first = chance.choice(points)
    items = [p for p in items if p.id.partition(".")[0] != first.id.partition(".")[0]]
    gone = [first, *([chance.choice(items)] if items else [])]
    homes = {p.id.partition(".")[0] for p in gone}
    more = chance.choice([p for p in points if p.id.partition(".")[0] not in homes and not p.text.endswith(":")])
    draft = with_extra(draft, more.id, language)
    for provision in gone:
        draft = without(draft, provision.id)
        made.append(Planted("missing", provision.id, provision.text, ""))
    made.append(Planted("extra", f"{more.id}x", "", EXTRA[language]))
    return draft, made
