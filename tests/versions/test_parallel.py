"""Two language texts of one draft: silent where they agree, planted divergences found, in three pairs of languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from ethicsdiff.model.document import Draft, Location, Provision, ProvisionKind
from ethicsdiff.model.versions import DivergenceKind, Parallel
from ethicsdiff.versions.bilingual import compare_languages
from ethicsdiff.versions.divergences import text_divergences
from ethicsdiff.versions.enumerations import longest_list
from ethicsdiff.versions.term_index import TermIndex, is_form
from ethicsdiff.versions.traits import Encode
from tests.versions.conftest import Make
from tests.versions.planting import Planted, sown

PAIRS = [("ru", "kk"), ("ru", "en"), ("en", "kk")]
_NUMBERED = {"а": "1", "б": "2", "a": "1", "b": "2", "c": "3", "d": "4", "i": "1", "ii": "2"}


def _bare(identifier: str) -> str:
    """Returns an id in which «2)», "(b)" and «б)» are one."""
    return re.sub(r"\.s([^\W\d]+)", lambda match: f".s{_NUMBERED[match[1]]}", identifier)


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_sample_codes_are_paired_unit_by_unit_without_divergence(
    codes: dict[str, Draft], encode: Encode | None, terms: TermIndex, left: str, right: str
) -> None:
    found = compare_languages(codes[left], codes[right], encode=encode, find=terms.find)
    assert [(pair.left, pair.right) for pair in found.pairs if _bare(pair.left) != _bare(pair.right)] == []
    assert [(pair.left, one) for pair in found.pairs for one in pair.divergences] == []


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_structure_alone_pairs_the_sample_codes(codes: dict[str, Draft], left: str, right: str) -> None:
    found = compare_languages(codes[left], codes[right])
    assert [(pair.left, pair.right) for pair in found.pairs if _bare(pair.left) != _bare(pair.right)] == []


def _sown(codes: dict[str, Draft], left: str, right: str, side: int, seed: int) -> tuple[Draft, Draft, list[Planted]]:
    texts = [codes[left], codes[right]]
    texts[side], made = sown(texts[side], (left, right)[side], seed)
    return texts[0], texts[1], made


def _score(parallel: Parallel, made: list[Planted], side: int) -> tuple[int, int, int]:
    """Returns how many of the planted divergences were found, how many were reported, and how many of those are false."""
    rows = [((pair.left, pair.right), one) for pair in parallel.pairs for one in pair.divergences]
    places = {_bare(planted.provision) for planted in made}
    false = sum(not ({_bare(ids[0]), _bare(ids[1])} & places) for ids, _ in rows)
    return sum(_is_found(planted, rows, side) for planted in made), len(rows), false


def _is_found(planted: Planted, rows: list[tuple[tuple[str, str], object]], side: int) -> bool:
    here = 1 - side if planted.kind == "missing" else side
    alone = planted.kind in ("missing", "extra")
    return any(_bare(ids[here]) == _bare(planted.provision) and (not alone or not ids[1 - here]) for ids, _ in rows)


def _totals(codes: dict[str, Draft], seeds: range, encode: Encode | None, terms: TermIndex) -> tuple[float, float]:
    """Returns the recall of planted divergences and the share of false ones over all pairs of languages, both sides, all seeds."""
    planted = found = reported = false = 0
    for left, right, side, seed in _runs(seeds):
        one, other, made = _sown(codes, left, right, side, seed)
        scores = _score(compare_languages(one, other, encode=encode, find=terms.find), made, side)
        planted, found, reported, false = planted + len(made), found + scores[0], reported + scores[1], false + scores[2]
    return found / planted, false / reported


def _runs(seeds: range) -> Iterator[tuple[str, str, int, int]]:
    return ((left, right, side, seed) for left, right in PAIRS for side in (0, 1) for seed in seeds)


def test_planted_divergences_are_found_and_few_others(codes: dict[str, Draft], encode: Encode | None, terms: TermIndex) -> None:
    if encode is None:
        pytest.skip("no encoder on this machine")
    recall, false = _totals(codes, range(1), encode, terms)
    assert recall >= 0.95
    assert false <= 0.05


def test_without_an_encoder_less_is_found_but_not_much(codes: dict[str, Draft], terms: TermIndex) -> None:
    recall, false = _totals(codes, range(2), None, terms)
    assert recall >= 0.9
    assert false <= 0.06


def test_a_missing_article_is_told_once(codes: dict[str, Draft], encode: Encode | None) -> None:
    whole = codes["kk"]
    gone = {p.id for p in whole.provisions if p.id == "a23" or p.id.startswith("a23.")}
    cut = replace(whole, provisions=tuple(p for p in whole.provisions if p.id not in gone))
    found = compare_languages(codes["ru"], cut, encode=encode)
    rows = [(pair.left, one.kind) for pair in found.pairs for one in pair.divergences]
    assert rows == [("a23", DivergenceKind.MISSING)]
    assert {pair.left for pair in found.pairs if pair.within} == {"a23.p1", "a23.p2", "a23.p3"}


def _unit(text: str, language: str) -> Provision:
    return Provision(
        id="a1", parent="", path=("1",), kind=ProvisionKind.PARAGRAPH, label="1.", heading="", text=text, lead_in="", language=language,
        fingerprint="", spans=(), location=Location(file="", block=0),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        (("ru", "Судья должен знать состав имущества."), ("kk", "Судья мүлкінің құрамын білуге құқылы."), ["modality"]),
        (("ru", "Судья обязан сообщить."), ("en", "A judge may report."), ["modality"]),
        (("ru", "Судья не вправе принимать подарки."), ("kk", "Судья сыйлық қабылдауға құқылы."), ["negation"]),
        (("ru", "Судья отвечает в течение десяти дней."), ("kk", "Судья он бес күн ішінде жауап береді."), ["deadline"]),
        (("ru", "Судья отвечает в течение десяти рабочих дней."), ("kk", "Судья он күнтізбелік күн ішінде жауап береді."), ["deadline"]),
        (("ru", "в течение месяца"), ("en", "within a week"), ["deadline"]),
        (("ru", "в составе девяти членов"), ("en", "eleven members"), ["number"]),
        (("ru", "ежегодно до 31 марта"), ("en", "each year by 30 April"), ["date"]),
        (("ru", "указанном в пункте 2"), ("kk", "3-тармақта көрсетілген"), ["reference"]),
        (("ru", "пол, возраст, язык, веру, происхождение и имущество"), ("en", "sex, age, language, belief and property"), ["list-length"]),
        (("ru", "Судья по возможности отвечает сразу."), ("kk", "Судья бірден жауап береді."), ["modality"]),
        (("ru", "Судья отвечает. Он вправе отказаться."), ("en", "A judge replies. He or she must refuse."), ["modality"]),
        (("ru", "Судья вправе остаться, если иной состав невозможен."), ("en", "A judge shall stay if no other bench can be formed."), ["modality"]),
        (("ru", "не менее пяти судей"), ("kk", "бес судьядан артық емес"), ["number"]),
        (("ru", "не менее одной трети голосов"), ("kk", "дауыстардың кемінде үштен екісі"), ["number"]),
        (("ru", "текст приведён в приложении N 7"), ("kk", "мәтіні N 8 қосымшасында келтірілген"), ["reference"]),
        (("ru", "согласно статье V Устава"), ("kk", "Жарғының ІV бабына сәйкес"), ["reference"]),
        (("ru", "имя, суд и дату события"), ("en", "the name, the court, the act and the date"), ["list-length"]),
        (("ru", "Замечание снимается, если судья не совершил нового проступка."), ("en", "A reprimand lapses if the judge has committed a new breach."), ["negation"]),
    ],
)
def test_divergences_of_one_provision(left: tuple[str, str], right: tuple[str, str], kinds: list[str]) -> None:
    found = text_divergences(_unit(left[1], left[0]), _unit(right[1], right[0]))
    assert [one.kind.value for one in found] == kinds


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("ru", "при письменном согласии обеих сторон"), ("en", "with the written consent of both parties")),
        (("ru", "при согласии обеих сторон"), ("kk", "екі тараптың келісімімен")),
        (("ru", "Судья соблюдает порядок."), ("en", "A judge shall keep order.")),
        (("ru", "Судья избегает положений, способных вызвать подозрение."), ("kk", "Судья күдік тудыруы мүмкін жағдайлардан аулақ болады.")),
        (("ru", "не реже одного раза в пять лет"), ("en", "at least once in five years")),
        (("ru", "К обязанностям судьи относится рассмотрение дел."), ("kk", "Судьяның міндеттеріне істерді қарау жатады.")),
        (("en", "Nothing may limit this right."), ("ru", "Ничто не может ограничить это право.")),
        (("ru", "Никто не должен содержаться в рабстве."), ("kk", "Ешкім де құлдықта ұсталуы тиіс емес.")),
        (("ru", "по предложению не менее одной трети членов"), ("kk", "мүшелердің кемінде үштен бірінің ұсынысы бойынша")),
        (("ru", "статьи III и приложение N 7"), ("kk", "ІІІ бабы және N 7 қосымшасы")),
        (("en", "Education shall be made generally available."), ("ru", "Образование должно быть общедоступным.")),
        (("kk", "Судья өздігінен бас тартуға тиіс."), ("en", "A judge shall withdraw.")),
        (("ru", "Судья передаёт перечень в канцелярию."), ("kk", "Судья тізбені сот кеңсесіне береді.")),
        (("ru", "Незнание правил не освобождает от ответственности."), ("en", "Ignorance of the rules does not release from liability.")),
        (("ru", "Никакое правило не отменяет и не может отменить закон."), ("en", "Nothing in the rules repeals or may repeal the law.")),
    ],
)
def test_what_languages_word_otherwise_is_no_divergence(left: tuple[str, str], right: tuple[str, str]) -> None:
    assert text_divergences(_unit(left[1], left[0]), _unit(right[1], right[0])) == ()


def test_a_kazakh_list_says_its_modal_word_after_the_last_item(make: Make) -> None:
    russian = make("## Статья 1. Права\n\n1. Судья вправе:\n\n1) знакомиться с делом;\n\n2) давать объяснения.\n")
    kazakh = "## 1-бап. Құқықтар\n\n1. Судья:\n\n1) іспен танысуға;\n\n2) түсініктеме беруге {modal}.\n"
    same = compare_languages(russian, make(kazakh.format(modal="құқылы")))
    assert [one for pair in same.pairs for one in pair.divergences] == []
    other = compare_languages(russian, make(kazakh.format(modal="міндетті")))
    assert [one.kind for pair in other.pairs for one in pair.divergences] == [DivergenceKind.MODALITY]


def test_two_terms_for_one_point_at_the_rarer_one(codes: dict[str, Draft], encode: Encode | None, terms: TermIndex) -> None:
    whole = codes["kk"]
    changed = tuple(replace(p, text=p.text.replace("жүріс-тұрыс қағида", "мінез-құлық қағида")) for p in whole.provisions)
    found = compare_languages(codes["ru"], replace(whole, provisions=changed), encode=encode, find=terms.find)
    rows = [(pair.right, one.kind, dict(one.params)["usual"]) for pair in found.pairs for one in pair.divergences]
    assert rows == [("a1", DivergenceKind.TERM, "жүріс-тұрыс")]


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("kk", "сыйлық ", "сый "), ("kk", "бейтараптығы", "әділдігі"), ("kk", "адвокат", "қорғаушы"),
        ("ru", "Самоотвод", "Отвод"), ("ru", "независимость", "самостоятельность"), ("ru", "беспристрастность", "непредвзятость"),
    ],
)  # fmt: skip
def test_a_rival_of_a_term_is_told(codes: dict[str, Draft], terms: TermIndex, language: str, before: str, after: str) -> None:
    whole, other = codes[language], codes["ru" if language == "kk" else "kk"]
    unit = next(p for p in whole.provisions if before in p.text)
    changed = tuple(replace(p, text=p.text.replace(before, after, 1)) if p is unit else p for p in whole.provisions)
    found = compare_languages(other, replace(whole, provisions=changed), find=terms.find)
    assert [(pair.right, one.kind) for pair in found.pairs for one in pair.divergences] == [(unit.id, DivergenceKind.TERM)]


@pytest.mark.parametrize(
    ("language", "said", "word", "same"),
    [
        ("ru", "беспристрастностью", "беспристрастность", True), ("ru", "беспристрастно", "беспристрастность", False),
        ("ru", "правильно", "правило", False), ("ru", "подарками", "подарок", True), ("ru", "подарил", "подарок", False), ("ru", "правил", "правило", True),
        ("kk", "тәуелсіздігіне", "тәуелсіздік", True), ("kk", "қоғамдық", "қоғам", False), ("kk", "міндеттеме", "міндет", False),
        ("en", "judges", "judge", True), ("en", "judgement", "judge", False), ("en", "parties", "party", True),
    ],
)  # fmt: skip
def test_forms_of_a_term(language: str, said: str, word: str, same: bool) -> None:
    assert is_form(said, word, language) is same


def test_lists_that_cannot_be_counted_surely_are_left_out() -> None:
    assert longest_list("пол, возраст, социальное или экономическое положение и иные признаки", "ru") == 0
    assert longest_list("sex, age, language, and belief", "en") == 4
