"""Short answers in three languages: what they say, and what only looks like one."""

from __future__ import annotations

import pytest

from ethicsdiff.languages.answers import verdict_of, verdicts_by_tag
from ethicsdiff.model.remark import Verdict

ACCEPT = """
Принято|принято.|Согласен|Согласна с замечанием|СОГЛАСЕН!|Полностью согласен|Не возражаю|Нет возражений|Учтено|Да|Да, согласен|Ок|Поддерживаю
нельзя не согласиться|Не против|согласован|Следует принять|Предлагаю принять|Принято. Спасибо!|Согласен: норма повторяет пункт стандарта.
Согласен, исправим в следующей редакции|Уважаемые коллеги, согласен|[ED-17] принято|ED-17: согласен|Замечаний и предложений не имеется
Согласны с предложением коллег из Верховного суда|Учтем|Я за|Готов согласиться|Замечание принято|Принято!!! Спасибо, коллеги|По-моему, верно
Қабылданды|Келісемін|толық келісемін|Иә|Қарсы емеспін|Қарсылығым жоқ|Ескерілді|Дұрыс|келісемін, рахмет|Толық қолдаймыз|Ескертпе қабылданды
Қабылдау ұсынылады|Ескертуді қабылдаймыз|Меніңше дұрыс|Иә, келісемін|Ескертулер мен ұсыныстар жоқ
Agree|I agree.|Agreed|Accepted|OK|no objections|We fully agree with this finding.|Yes, agreed|i do not object|Fully agree.|Please accept
Принято без изменений|Сложно не согласиться|Нельзя не принять|Прошу учесть|Келісем|Қабылдауды ұсынамын|Қабылдануы тиіс|Қарсы болмаймын
Agreed, will amend|Should be accepted|okay, thanks|Agree / Согласен|+|👍
"""
REJECT = """
Отклонено|Отклонить|Не согласен|не согласна|Не согласны с выводом|Категорически не согласен|Возражаю|Против|Нет|Нет, не согласен|Не принято
Не учтено|не поддерживаю|Не могу согласиться|Отклонено: не относится к судье.|Не согласен, так как судья обязан|Не согласен, но готов обсудить
Неверно|Не согласен с такой трактовкой пункта|Не учтено, поскольку вопрос урегулирован законом|Не согласна - норма шире|Прошу отклонить
Предлагаю отклонить это замечание|не могу принять|не готов согласиться|Предложение не поддерживается|Отклонён|Мы против
Қабылданбады|Келіспеймін|мүлдем келіспеймін|Жоқ|Қарсымын|Дұрыс емес|Ескерілмеді|келісе алмаймын|қабылдауға болмайды|қолдамаймын
қабылданбасын|Ескертпе қабылданған жоқ|Жоқ, келіспеймін|Ұсыныс қабылданбайды|Бас тартамыз|Менің ойымша, дұрыс емес
Disagree|I do not agree|I don't agree|Rejected|Not accepted|not agreed|Declined.|Wrong|No|We cannot agree with this|do not support
Не будет принято|Ни в коем случае не согласен|Никак не могу согласиться|Просим не принимать|Поддержать нельзя|Отклонено, принято иное предложение
Келісілген жоқ|Келіскен жоқпын|Қабылдамауды ұсынамын|Қабылданбауы тиіс|Ескерусіз қалдырылсын|Қарсылығым бар|Осы тармақпен келіспеймін
Should not be accepted|Never agreed to this|I can't fully agree|Strongly disagree|Not agreed - see article 5|No. Covered by article 12.|Won't fix|To be rejected|-
"""
PARTLY = """
Частично согласен|Согласен частично|Согласен, но нужно уточнить|Согласен с оговоркой|В целом согласен|не полностью согласен|не во всём согласен
Принято частично|Согласен. Но срок изменить|согласен, за исключением пункта 3|Да, но срок короче|Согласовано с замечаниями|Не совсем согласен
Ішінара қабылданды|келісемін, бірақ мерзімін өзгерту керек|Жалпы келісемін|Келісемін, тек мерзімі көрсетілсін
Согласна на 50%|Согласен со всем, кроме пункта 2|Верно, но не полностью|Частично|Тек ішінара келісемін|Partly|Accepted subject to editorial changes
Partly agree|Agree in part|Accepted with changes|I agree, but the term is wrong|not fully agree|Agreed in principle|ok but shorten the period
"""
NOT_APPLICABLE = """
Неприменимо|не применимо|Н/П|N/A|n/a|not applicable|Қолданылмайды|Не относится к проекту|қатысы жоқ|N/A - covered by statute|N.A.
Not applicable to this draft
"""
NOTED = "Принято к сведению|Принять к сведению|Noted|Назарға алынды|Ознакомлен"
UNCLEAR = """
Согласен?|Возможно, согласен|Наверное принято|Согласен при условии, что срок сохранят|Скорее согласен|Не отклонено|Принято? Отклонено?
Да, нет|Принято, отклонено|Не возражаю, если будет ссылка|Отклонено частично
келісемін бе?|мүмкін келісемін|Дұрыс па|Қабылданды ма?|Келісемін деп айта алмаймын|Келісемін деп ойлаймын|Қате емес
Принято не будет|Согласна ли рабочая группа
Perhaps agree|Not sure I agree|Agree if amended|I think I agree
"""
NOTHING = """
Согласно статье 5 судья независим|Закон принят в 2015 году|Надо согласовать с юристами|Решение будет принято на заседании|Уточнить перечень
Судья обязан согласовать|Это положение отклоняется от стандарта|Подарки принимать нельзя|Кто отклонил эту норму в прошлой редакции
Нет ссылки на пункт 4.14|Нет нормы о подарках|Да здравствует суд|Согласованность терминов|Против судьи возбуждено дело|Верно ли указан пункт
Принять меры|Учесть мнение судей|Правильно: «вправе»|Исправить на «должен»|Подтверждение дохода|Хорошо бы добавить норму о подарках
Решение не принято|судья не согласен с решением|Пункт принят за основу|Спасибо|Вопрос снят
Қабылданған заң бойынша|Сот шешімі қабылданды деп хабарланды|Жоқ жерде|Дұрыс жазыңыз|Заңға қайшы
The law was accepted in 2015|No reference is made to gifts|See article 5|right of the judge to be heard|correct the term|No gifts|Right to object
Object of the code|Yes Minister|Support staff are not covered|Agree on the term with the Ministry|–|…
"""
# A condition or doubt put first is no plain answer either; whether it is called unclear or no answer does not matter.
NO_PLAIN_ANSWER = "Если исправите, то согласен|Не уверен, что согласен|не думаю, что согласен|Егер түзетілсе, келісемін|первое да, второе нет"
BY_VERDICT = (
    (Verdict.ACCEPT, ACCEPT), (Verdict.REJECT, REJECT), (Verdict.PARTLY, PARTLY), (Verdict.NOT_APPLICABLE, NOT_APPLICABLE),
    (Verdict.NOTED, NOTED), (Verdict.UNCLEAR, UNCLEAR), (None, NOTHING),
)  # fmt: skip


def texts(listed: str) -> list[str]:
    return [text for line in listed.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize(("verdict", "listed"), BY_VERDICT, ids=[str(verdict) for verdict, _ in BY_VERDICT])
def test_answers_are_understood_and_lookalikes_are_none(verdict: Verdict | None, listed: str) -> None:
    assert {text: found for text in texts(listed) if (found := verdict_of(text)) != verdict} == {}


def test_doubts_and_conditions_are_no_plain_answers() -> None:
    assert {verdict_of(text) for text in texts(NO_PLAIN_ANSWER)} <= {None, Verdict.UNCLEAR}


@pytest.mark.parametrize("text", ["", " ", "\n", "[ED-17]", "…", "!!!", "?", "\u00a0", "a" * 5000, "не " * 500 + "согласен"])
def test_any_text_is_read_without_harm(text: str) -> None:
    assert verdict_of(text) in (None, Verdict.REJECT, Verdict.UNCLEAR)


def test_an_answer_goes_on_in_the_next_line() -> None:
    assert verdict_of("Согласен\nНо срок нужно изменить") == Verdict.PARTLY
    assert verdict_of("Принято\nОтклонено") == Verdict.UNCLEAR
    assert verdict_of("Принято\nСм. также статью 5") == Verdict.ACCEPT


def test_each_tag_has_its_own_answer() -> None:
    assert verdicts_by_tag("ED-17 принято, ED-18 отклонено") == ((17, Verdict.ACCEPT), (18, Verdict.REJECT))
    assert verdicts_by_tag("[ED-17]: келісемін; [ED-18]: келіспеймін") == ((17, Verdict.ACCEPT), (18, Verdict.REJECT))
    assert verdicts_by_tag("Agreed (ED-17, ED-18)") == ((17, Verdict.ACCEPT), (18, Verdict.ACCEPT))
    assert verdicts_by_tag("Согласен") == ((-1, Verdict.ACCEPT),)
    assert verdicts_by_tag("См. ED-17") == ()
