"""Small whole reports in English, Russian and Kazakh: two chapters, three provisions, four clauses, one theme."""

from __future__ import annotations

from dataclasses import replace

from ethicsdiff.model.report import (
    Answer,
    ClauseRow,
    Figure,
    Finding,
    MatrixCell,
    MatrixRow,
    ProvisionRow,
    Recommendation,
    Report,
    StandardSummary,
    Tone,
)
from tests.writers.report_words import WORDS

LANGUAGES = ("en", "ru", "kk")
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> & \"quotes\" 'and' ]]>"

_PHRASES = """
title | Draft code against the standards | Проект кодекса и стандарты | Кодекс жобасы және стандарттар
subtitle | Bangalore 2002, Kyiv 2010 | Бангалор 2002, Киев 2010 | Бангалор 2002, Киев 2010
draft | Code of ethics, draft 2 | Кодекс этики, проект 2 | Әдеп кодексі, 2-жоба
note | Proposed by machine, unreviewed. | Предложено машиной, не проверено. | Машина ұсынған, тексерілмеген.
scope | Only the text of the draft was compared. | Сравнивался только текст проекта. | Тек жобаның мәтіні салыстырылды.
bangalore | Bangalore Principles (2002) | Бангалорские принципы (2002) | Бангалор қағидаттары (2002)
kyiv | Kyiv Recommendations (2010) | Киевские рекомендации (2010) | Киев ұсынымдары (2010)
warsaw | Warsaw Recommendations (2023) | Варшавские рекомендации (2023) | Варшава ұсынымдары (2023)
covers | covers | соответствует | сәйкес келеді
weaker | weaker | слабее | әлсіз
contradicts | contradicts | противоречит | қайшы келеді
gap | gap | пробел | олқылық
touched | touched | затронуто | қозғалған
provisions | provisions | положения | ережелер
chapter1 | Chapter 1. Independence | Глава 1. Независимость | 1-тарау. Тәуелсіздік
chapter2 | Chapter 2. Gifts | Глава 2. Подарки | 2-тарау. Сыйлықтар
place1 | Article 1 | Статья 1 | 1-бап
place2 | Article 2, paragraph 1 | Статья 2, пункт 1 | 2-баптың 1-тармағы
place3 | Article 2, paragraph 2 | Статья 2, пункт 2 | 2-баптың 2-тармағы
heading | Deciding alone | Самостоятельность | Дербестік
text1 | A judge decides each case alone. | Судья решает каждое дело сам. | Судья әр істі өзі шешеді.
text2 | A judge may accept a gift. | Судья вправе принять подарок. | Судья сыйлық қабылдауға құқылы.
text3 | The court keeps a register of gifts. | Суд ведёт реестр подарков. | Сот сыйлықтар мен жиһаз тізілімін жүргізеді.
evidence1 | decides each case | решает каждое дело | әр істі өзі шешеді
evidence2 | may accept a gift | вправе принять подарок | қабылдауға құқылы
cite1 | Bangalore Principles, para. 1.1 | п. 1.1 Бангалорских принципов | Бангалор қағидаттарының 1.1-тармағы
cite2 | Bangalore Principles, para. 4.14 | п. 4.14 Бангалорских принципов | Бангалор қағидаттарының 4.14-тармағы
cite3 | Kyiv Recommendations, para. 12 | п. 12 Киевских рекомендаций | Киев ұсынымдарының 12-тармағы
cite4 | Bangalore Principles, para. 1.4 | п. 1.4 Бангалорских принципов | Бангалор қағидаттарының 1.4-тармағы
cite5 | Warsaw Recommendations, theme 1 | Варшавские рекомендации, тема 1 | Варшава ұсынымдары, 1-тақырып
name1 | No outside influence | Без постороннего влияния | Бөгде ықпалсыз
name2 | Gifts and favours | Подарки и услуги | Сыйлықтар мен көрсетілетін қызметтер
name3 | Assignment of cases | Распределение дел | Істерді бөлу
name4 | Independence from colleagues | Независимость от коллег | Әріптестерден тәуелсіздік
name5 | Judicial councils | Судебные советы | Сот кеңестері
say1 | Decide on your own view of the facts. | Решать по собственной оценке фактов. | Істі фактілерді өзі бағалап шешу.
say2 | Take no gift for what you do as a judge. | Не брать подарков за службу. | Қызметі үшін сыйлық алмау.
say3 | Cases are assigned by a rule. | Дела распределяются по правилу. | Істер ереже бойынша бөлінеді.
say4 | Colleagues do not direct a judge. | Коллеги не дают судье указаний. | Әріптестері судьяға нұсқау бермейді.
group1 | Independence | Независимость | Тәуелсіздік
group2 | Propriety | Этические нормы | Әдеп нормалары
group3 | Court administration | Судебное администрирование | Сот әкімшілендіруі
reason1 | Same duty, same addressee. | Та же обязанность, тот же адресат. | Міндет те, адресат та бірдей.
reason2 | The standard forbids this. | Стандарт это запрещает. | Стандарт бұған тыйым салады.
look | Compare with article 3. | Сравните со статьёй 3. | 3-баппен салыстырыңыз.
sure | Probability 0.8. | Вероятность 0,8. | Ықтималдығы 0,8.
source | Checked with two sources. | Сверено с двумя источниками. | Екі дереккөзбен салыстырылды.
remark | No clause speaks of this. | Ни один пункт об этом не говорит. | Бұл туралы бірде-бір тармақ айтпайды.
point | Forbid gifts. | Запретить подарки. | Сыйлықтарға тыйым салу.
notice | One picture was not read. | Одно изображение не прочитано. | Бір сурет оқылмады.
origin | Catalogue of 1 November 2025. | Каталог от 1 ноября 2025 года. | 2025 жылғы 1 қарашадағы каталог.
"""


def phrases(language: str) -> dict[str, str]:
    """Returns the sentences of a sample report by key."""
    lines = [[part.strip() for part in line.split("|")] for line in _PHRASES.strip().splitlines()]
    return {line[0]: line[1 + LANGUAGES.index(language)] for line in lines}


def build_report(language: str = "en") -> Report:
    """Returns a whole small report in one language."""
    say = phrases(language)
    return Report(
        language=language,
        title=say["title"],
        subtitle=say["subtitle"],
        draft_name=say["draft"],
        machine_note=say["note"],
        scope=(say["scope"],),
        figures=(Figure(label=say["provisions"], value="3"), Figure(label=say["gap"], value="2", tone=Tone.GAP)),
        standards=_standards(say),
        chapters=(say["chapter1"], say["chapter2"]),
        matrix=_matrix(say),
        provisions=_provisions(say),
        clauses=_clauses(say),
        themes=(_theme(say),),
        recommendations=(_recommendation(say),),
        notices=(say["notice"],),
        provenance=(say["origin"],),
        words=tuple(WORDS[language].items()),
        introduction=(WORDS[language]["request_place"], say["origin"]),
        summary=(say["subtitle"],),
    )


def _recommendation(say: dict[str, str]) -> Recommendation:
    return Recommendation(
        letter="A", text=say["point"], refers_to=say["place2"], tone=Tone.BAD, paragraphs="¶ 5", grade=say["contradicts"], key=True,
        chapters=(say["chapter2"],),
    )  # fmt: skip


def _standards(say: dict[str, str]) -> tuple[StandardSummary, ...]:
    counts = {"bangalore": ("1", "0", "1", "1"), "kyiv": ("0", "0", "0", "1")}
    labels = (("covers", Tone.GOOD), ("weaker", Tone.WEAK), ("contradicts", Tone.BAD), ("gap", Tone.GAP))
    counted = tuple(
        StandardSummary(
            id=identifier,
            name=say[identifier],
            figures=tuple(
                Figure(label=say[key], value=value, tone=tone)
                for (key, tone), value in zip(labels, values, strict=True)
            ),
        )
        for identifier, values in counts.items()
    )
    touched = (Figure(label=say["touched"], value="1"),)
    return (*counted, StandardSummary(id="warsaw", name=say["warsaw"], figures=touched, remark=say["scope"]))


def _matrix(say: dict[str, str]) -> tuple[MatrixRow, ...]:
    empty = MatrixCell(count=0, tone=Tone.NEUTRAL, description=f"0: {say['gap']}")
    good = MatrixCell(count=1, tone=Tone.GOOD, description=f"1: {say['covers']}")
    bad = MatrixCell(count=1, tone=Tone.BAD, description=f"1: {say['contradicts']}")
    return (
        MatrixRow(standard="bangalore", label=say["group1"], cells=(good, empty)),
        MatrixRow(standard="bangalore", label=say["group2"], cells=(empty, bad)),
        MatrixRow(standard="kyiv", label=say["group3"], cells=(empty, empty)),
    )


def _finding(say: dict[str, str], tag: str, *, provision: str, clause: str, relation: str, tone: Tone) -> Finding:
    """Returns a finding on clause 1, 2 or 5 of the sample."""
    number = {"1.1": "1", "4.14": "2", "T1": "5"}[clause]
    return Finding(
        tag=tag,
        provision=provision,
        standard="warsaw" if clause == "T1" else "bangalore",
        clause=clause,
        headline=f"{say[relation]}: {say['cite' + number]}",
        relation=say[relation],
        tone=tone,
        citation=say["cite" + number],
        clause_title=say["name" + number],
        statement=say.get("say" + number, ""),
        official="",
        reason=say["reason2"] if tone is Tone.BAD else say["reason1"],
        look_at=say["look"] if tone is Tone.BAD else "",
        confidence=say["sure"],
        provenance=say["source"],
        evidence=(say["evidence2"] if provision == "a2.p1" else say["evidence1"],),
    )


def _provisions(say: dict[str, str]) -> tuple[ProvisionRow, ...]:
    covers = _finding(say, "ED-1", provision="a1", clause="1.1", relation="covers", tone=Tone.GOOD)
    touches = _finding(say, "ED-2", provision="a1", clause="T1", relation="touched", tone=Tone.NEUTRAL)
    contradicts = _finding(say, "ED-3", provision="a2.p1", clause="4.14", relation="contradicts", tone=Tone.BAD)
    first = ProvisionRow(
        id="a1",
        place=say["place1"],
        chapter=say["chapter1"],
        label="1",
        heading=say["heading"],
        text=say["text1"],
        spans=(),
        findings=(covers, touches),
        number=4,
        opening=f"«{say['text1']}»",
    )
    second = replace(
        first,
        id="a2.p1",
        place=say["place2"],
        chapter=say["chapter2"],
        heading="",
        text=say["text2"],
        findings=(contradicts,),
        number=5,
        opening=f"«{say['text2']}»",
    )
    third = replace(second, id="a2.p2", place=say["place3"], text=say["text3"], findings=(), remark=say["remark"], number=0, opening="")
    return first, second, third


def _answer(say: dict[str, str], tag: str, place: str, provision: str, relation: str, tone: Tone) -> Answer:
    return Answer(provision=provision, place=say[place], relation=say[relation], tone=tone, tag=tag)


def _clauses(say: dict[str, str]) -> tuple[ClauseRow, ...]:
    good = ClauseRow(
        standard="bangalore",
        clause="1.1",
        citation=say["cite1"],
        title=say["name1"],
        group=say["group1"],
        statement=say["say1"],
        provenance=say["source"],
        state=say["covers"],
        tone=Tone.GOOD,
        answers=(_answer(say, "ED-1", "place1", "a1", "covers", Tone.GOOD),),
    )
    gap = replace(
        good,
        clause="1.4",
        citation=say["cite4"],
        title=say["name4"],
        statement=say["say4"],
        state=say["gap"],
        tone=Tone.GAP,
        answers=(),
    )
    bad = replace(
        good,
        clause="4.14",
        citation=say["cite2"],
        title=say["name2"],
        group=say["group2"],
        statement=say["say2"],
        state=say["contradicts"],
        tone=Tone.BAD,
        answers=(_answer(say, "ED-3", "place2", "a2.p1", "contradicts", Tone.BAD),),
    )
    kyiv = replace(
        gap,
        standard="kyiv",
        clause="12",
        citation=say["cite3"],
        title=say["name3"],
        group=say["group3"],
        statement=say["say3"],
    )
    return good, gap, bad, kyiv


def _theme(say: dict[str, str]) -> ClauseRow:
    return ClauseRow(
        standard="warsaw",
        clause="T1",
        citation=say["cite5"],
        title=say["name5"],
        group=say["group3"],
        statement="",
        provenance=say["source"],
        state=say["touched"],
        tone=Tone.NEUTRAL,
        answers=(_answer(say, "ED-2", "place1", "a1", "touched", Tone.NEUTRAL),),
    )


def enlarge(report: Report, provisions: int) -> Report:
    """Returns the report with its provisions repeated under new ids until there are as many as asked."""
    rows = tuple(
        replace(report.provisions[number % len(report.provisions)], id=f"n{number}") for number in range(provisions)
    )
    return replace(report, provisions=rows)


def poison(report: Report) -> Report:
    """Returns the report as a hostile draft would make it: markup in every place a draft or a file name reaches."""
    finding = replace(report.provisions[0].findings[0], evidence=(HOSTILE,), citation=HOSTILE, standard=HOSTILE)
    row = replace(
        report.provisions[0], id='x" onclick="alert(3)', heading=HOSTILE, text=f"{HOSTILE}\x00\x0b", findings=(finding,)
    )
    row = replace(row, place=HOSTILE, chapter=HOSTILE, language='ru" onload="alert(4)')
    return replace(report, title=HOSTILE, draft_name=HOSTILE, provisions=(row, row), notices=(HOSTILE,))
