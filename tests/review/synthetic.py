"""Synthetic drafts of sixty provisions in three languages, and second versions of them whose every place is known.

Sentences are put together from a few subjects, acts and conditions, so that provisions resemble each other as those of a code do: what
is hard about carrying a decision is not an edited provision but its untouched sister.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.document import Draft, Location, Provision, ProvisionKind, SourceDocument

SIZE = 60
_PER_ARTICLE = 3
_SUBJECTS = {
    "ru": ("Судья", "Председатель суда", "Судья в отставке", "Помощник судьи", "Член Совета", "Кандидат на должность судьи"),
    "kk": ("Судья", "Сот төрағасы", "Отставкадағы судья", "Судьяның көмекшісі", "Кеңес мүшесі", "Судья лауазымына кандидат"),
    "en": ("A judge", "The president of the court", "A retired judge", "A judicial assistant", "A member of the Council", "A candidate judge"),
}
_ACTS = {
    "ru": (
        "обязан хранить в тайне сведения, полученные при рассмотрении дела", "не вправе принимать подарки от лиц, участвующих в деле",
        "воздерживается от высказываний о деле, которое находится в производстве суда", "заявляет самоотвод при наличии личной заинтересованности",
        "относится к участникам процесса с уважением и терпением", "не допускает проявлений неравного обращения в зале судебного заседания",
        "ежегодно сообщает о своих доходах и имуществе", "повышает свою квалификацию не реже одного раза в три года",
        "может участвовать в работе общественных объединений, не преследующих политических целей",
        "не использует служебное положение в интересах членов своей семьи", "рассматривает дело в разумный срок",
        "вправе преподавать и публиковать научные работы", "не вступает во внепроцессуальное общение со сторонами",
        "сообщает комиссии по этике о попытках вмешательства в рассмотрение дела", "следит за соблюдением этических правил работниками суда",
        "выбирает круг общения так, чтобы не вызывать сомнений в своей беспристрастности",
        "соблюдает осторожность при общении в социальных сетях", "не консультирует по правовым вопросам за вознаграждение",
        "излагает мотивы решения ясным и понятным языком", "распределяет дела только в установленном законом порядке",
        "не состоит в политической партии и не поддерживает её", "вправе обратиться за советом к комиссии по этике",
        "отвечает на жалобы граждан письменно и по существу", "бережно относится к имуществу и средствам суда",
    ),
    "kk": (
        "істі қарау кезінде алынған мәліметтерді құпия сақтауға міндетті", "іске қатысушы адамдардан сыйлық қабылдауға құқылы емес",
        "соттың іс жүргізуіндегі іс туралы пікір білдіруден тартынады", "жеке мүдделілігі болған кезде өздігінен бас тартатынын мәлімдейді",
        "процеске қатысушыларға құрметпен және шыдамдылықпен қарайды", "сот отырысы залында теңсіз қарым-қатынасқа жол бермейді",
        "өзінің кірістері мен мүлкі туралы жыл сайын хабарлайды", "өзінің біліктілігін үш жылда кемінде бір рет арттырады",
        "саяси мақсат көздемейтін қоғамдық бірлестіктердің жұмысына қатыса алады",
        "қызмет бабын өз отбасы мүшелерінің мүддесіне пайдаланбайды", "істі ақылға қонымды мерзімде қарайды",
        "сабақ беруге және ғылыми еңбектер жариялауға құқылы", "тараптармен процестен тыс қарым-қатынас жасамайды",
        "істі қарауға араласу әрекеттері туралы әдеп комиссиясына хабарлайды", "сот қызметкерлерінің әдеп қағидаларын сақтауын қадағалайды",
        "өзінің бейтараптығына күмән туғызбайтындай қарым-қатынас ортасын таңдайды",
        "әлеуметтік желілерде сөйлескенде сақ болады", "сыйақы үшін құқықтық мәселелер бойынша кеңес бермейді",
        "шешімнің уәждерін анық әрі түсінікті тілмен баяндайды", "істерді тек заңда белгіленген тәртіппен бөледі",
        "саяси партияда болмайды және оны қолдамайды", "әдеп комиссиясынан кеңес сұрауға құқылы",
        "азаматтардың шағымдарына жазбаша және мәні бойынша жауап береді", "соттың мүлкі мен қаражатына ұқыпты қарайды",
    ),
    "en": (
        "shall keep confidential what was learned while hearing a case", "shall not accept gifts from persons who take part in a case",
        "refrains from remarks about a case that is pending before a court", "withdraws from a case in which there is a personal interest",
        "treats those who take part in proceedings with respect and patience", "does not allow unequal treatment in the courtroom",
        "declares income and property every year", "takes part in further training at least once in three years",
        "may work in associations that pursue no political aims", "does not use the office in the interest of family members",
        "hears a case within a reasonable time", "may teach and publish scholarly work",
        "has no contact with the parties outside the proceedings", "reports attempts to interfere with a case to the ethics commission",
        "sees to it that court staff observe the rules of ethics", "chooses company so that impartiality is not called into doubt",
        "is careful when writing on social networks", "gives no legal advice for payment",
        "sets out the reasons of a decision in clear and plain language", "assigns cases only in the order that the law provides",
        "belongs to no political party and supports none", "may ask the ethics commission for advice",
        "answers complaints of citizens in writing and on the merits", "takes good care of the property and means of the court",
    ),
}  # fmt: skip
_CONDITIONS = {
    "ru": (
        "", "", "если иное не предусмотрено законом", "в течение десяти рабочих дней", "как при исполнении обязанностей, так и вне службы",
        "независимо от занимаемой должности", "за исключением случаев, прямо названных в настоящем Кодексе", "по требованию Совета",
    ),
    "kk": (
        "", "", "егер заңда өзгеше көзделмесе", "он жұмыс күні ішінде", "қызмет міндетін атқару кезінде де, қызметтен тыс уақытта да",
        "атқаратын лауазымына қарамастан", "осы Кодексте тікелей аталған жағдайларды қоспағанда", "Кеңестің талабы бойынша",
    ),
    "en": (
        "", "", "unless the law provides otherwise", "within ten working days", "both in the performance of duties and outside them",
        "whatever the office held", "except in the cases that this Code expressly names", "at the request of the Council",
    ),
}  # fmt: skip
_ADDED = {
    "ru": ("Нарушение этого правила оценивает комиссия по этике.", "Порядок применения этого правила утверждает Совет."),
    "kk": ("Бұл қағиданың бұзылуын әдеп комиссиясы бағалайды.", "Бұл қағиданы қолдану тәртібін Кеңес бекітеді."),
    "en": ("The ethics commission assesses any breach of this rule.", "The Council lays down how this rule is applied."),
}
_SWAPS = {
    "ru": (("обязан", "должен"), ("не вправе", "вправе"), ("десяти", "пяти"), ("комиссии", "совету"), ("дела", "спора"), ("суда", "органа")),
    "kk": (("міндетті", "тиіс"), ("құқылы емес", "құқылы"), ("он жұмыс", "бес жұмыс"), ("комиссиясы", "кеңесі"), ("істі", "дауды"), ("сот", "орган")),
    "en": (("shall not", "may"), ("shall", "should"), ("ten", "five"), ("commission", "board"), ("case", "dispute"), ("court", "body")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm of a draft to be: `key` stays with it through all versions, "" in a norm that only the second version has."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of a draft, and for each provision of the first its id in the second, "" where it was deleted."""

    first: Draft
    second: Draft
    truth: dict[str, str]


def pair(language: str, seed: int) -> Pair:
    """Returns a draft of sixty provisions and a second version: edits, moves, deletions, insertions, renumbering."""
    random = Random(f"{language}{seed}")
    norms = _norms(language, random)
    changed = _changed(norms, language, random)
    first, second = draft_of(norms, language, "v1"), draft_of(changed, language, "v2")
    ids = {norm.key: provision.id for norm, provision in zip(changed, _leaves(second), strict=True)}
    truth = {p.id: ids.get(norm.key, "") for norm, p in zip(norms, _leaves(first), strict=True)}
    return Pair(first, second, truth)


def _leaves(draft: Draft) -> list[Provision]:
    return [provision for provision in draft.provisions if provision.text]


def _norms(language: str, random: Random) -> list[Norm]:
    seen: dict[str, None] = {}
    while len(seen) < SIZE:
        seen[_sentence(language, random)] = None
    norms = [Norm(f"n{number}", text) for number, text in enumerate(seen)]
    if random.random() < 0.3:  # One of them stands twice, word for word, as happens in real drafts.
        norms[random.randrange(SIZE)] = Norm("twin", norms[random.randrange(SIZE)].text)
    return norms


def _sentence(language: str, random: Random) -> str:
    subject, act, condition = (random.choice(bank[language]) for bank in (_SUBJECTS, _ACTS, _CONDITIONS))
    return _with_condition(f"{subject} {act}.", condition, language) if condition else f"{subject} {act}."


def _with_condition(text: str, condition: str, language: str) -> str:
    """Returns a sentence under a condition, which stands first in Kazakh and last in the other languages."""
    if language == "kk":
        return f"{condition[0].upper()}{condition[1:]}, {text[0].lower()}{text[1:]}"
    return f"{text[:-1]}, {condition}."


def _without_condition(text: str, language: str) -> str:
    if language == "kk":
        rest = text.partition(", ")[2]
        return f"{rest[:1].upper()}{rest[1:]}"
    head, comma, _ = text.rpartition(", ")
    return f"{head}." if comma else ""


def _changed(norms: list[Norm], language: str, random: Random) -> list[Norm]:
    taken = {norm.text for norm in norms}
    kept = [norm for norm in norms if random.random() > 0.1]
    result = [_maybe_edited(norm, taken, language, random) for norm in kept]
    for _ in range(random.randrange(3, 8)):
        result.insert(random.randrange(len(result) + 1), Norm("", _new(taken, language, random)))
    for _ in range(random.randrange(2, 6)):
        result.insert(random.randrange(len(result)), result.pop(random.randrange(len(result))))
    return result


def _maybe_edited(norm: Norm, taken: set[str], language: str, random: Random) -> Norm:
    """Returns a norm, in one of five cases edited; never to words that another norm of either version has."""
    if random.random() > 0.2:
        return norm
    text = _edited(norm.text, language, random)
    if text in taken:
        return norm
    taken.add(text)
    return replace(norm, text=text)


def _new(taken: set[str], language: str, random: Random) -> str:
    while (text := _sentence(language, random)) in taken:
        pass
    taken.add(text)
    return text


def _edited(text: str, language: str, random: Random) -> str:
    """Returns a changed wording: one word, a clause more or less, a sentence more, or about half of it anew."""
    way = random.randrange(4)
    if way == 0:
        swaps = [(old, new) for old, new in _SWAPS[language] if old in text]
        return text.replace(*random.choice(swaps), 1) if swaps else f"{text} {_ADDED[language][0]}"
    if way == 1:
        return _without_condition(text, language) or _with_condition(text, _CONDITIONS[language][2], language)
    if way == 2:
        return f"{text} {random.choice(_ADDED[language])}"
    words = text.split()
    half = len(words) // 2
    return " ".join((*words[:half], *_sentence(language, random).split()[-3:], random.choice(_ADDED[language])))


def draft_of(norms: list[Norm], language: str, version: str) -> Draft:
    """Returns a draft of articles with three numbered paragraphs each, as segmentation would give it."""
    provisions: list[Provision] = []
    for number, norm in enumerate(norms):
        article, paragraph = number // _PER_ARTICLE + 1, number % _PER_ARTICLE + 1
        if paragraph == 1:
            provisions.append(_provision(f"a{article}", "", (str(article),), "", language, len(provisions)))
        path = (str(article), str(paragraph))
        provisions.append(_provision(f"a{article}.p{paragraph}", f"a{article}", path, norm.text, language, len(provisions)))
    source = SourceDocument(file=f"{version}.docx", format="docx", sha256=version, title="", languages=(language,), blocks=())
    return Draft(source=source, provisions=tuple(provisions))


def _provision(identifier: str, parent: str, path: tuple[str, ...], text: str, language: str, block: int) -> Provision:
    kind = ProvisionKind.PARAGRAPH if parent else ProvisionKind.ARTICLE
    return Provision(
        id=identifier, parent=parent, path=path, kind=kind, label=path[-1], heading="", text=text, lead_in="", language=language,
        fingerprint=fingerprint(f" {text}"), spans=(), location=Location(file="draft.docx", block=block),
    )  # fmt: skip
