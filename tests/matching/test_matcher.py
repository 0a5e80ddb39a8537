"""The matcher on its own catalogue: what it must propose, what it must never say, what it does without an encoder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ethicsdiff import workspace
from ethicsdiff.languages.encoder import load_encoder
from ethicsdiff.matching.engine import Engine, build_engine
from ethicsdiff.matching.head import load_head
from ethicsdiff.matching.texts import alignable, query_text
from ethicsdiff.model.document import Location, Provision, ProvisionKind
from ethicsdiff.model.match import Candidate, Relation
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.standards.load import load_catalogue

STANDARDS = Path(__file__).parents[2] / "standards"
HEAD = STANDARDS / "fitted" / "head.zip"


def provision(
    text: str, language: str, *, lead_in: str = "", kind: ProvisionKind = ProvisionKind.PARAGRAPH, heading: str = ""
) -> Provision:
    """Returns a provision with nothing but its words."""
    return Provision(
        id="p", parent="", path=("p",), kind=kind, label="", heading=heading, text=text, lead_in=lead_in, language=language,
        fingerprint="", spans=(), location=Location(file="", block=0),
    )  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(STANDARDS)


@pytest.fixture(scope="module")
def engine(catalogue: Catalogue) -> Engine:
    encoder, status = load_encoder()
    if encoder is None:
        pytest.skip(f"the encoder's weights are not installed ({status.reason})")
    return build_engine(catalogue, load_head(HEAD), encoder)


def best(engine: Engine, text: str, language: str, **more: str) -> Candidate:
    """Returns the strongest candidate for a text."""
    return engine.propose([provision(text, language, **more)])[0]


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("en", "A judge shall not accept presents from the parties to a case.", "4.14"),
        ("ru", "Судья не принимает подарков от участников процесса.", "4.14"),
        ("kk", "Судья іске қатысушы тараптардан сыйлық алмауға тиіс.", "4.14"),
        ("en", "Cases are distributed among judges at random by a computer programme.", "12"),
        ("ru", "Дела распределяются между судьями случайным образом с помощью программы.", "12"),
        ("kk", "Істер судьялар арасында бағдарлама арқылы кездейсоқ тәртіппен бөлінеді.", "12"),
    ],
)
def test_a_plain_duty_is_aligned_with_its_clause_in_each_language(engine: Engine, language: str, text: str, clause: str) -> None:
    found = best(engine, text, language)
    assert found.clause == clause and found.probability > 0.8


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("en", "A judge may accept gifts from the parties on public holidays.", "4.14"),
        ("ru", "Судья вправе принимать подарки от сторон в праздничные дни.", "4.14"),
        ("kk", "Судья мереке күндері тараптардан сыйлық алуға құқылы.", "4.14"),
        ("en", "A judge is not obliged to withdraw where a relative represents a party.", "4.4"),
        ("ru", "Судья не обязан заявлять самоотвод, если его брат представляет сторону.", "4.4"),
        ("kk", "Туысы тараптың өкілі болса да, судья өздігінен бас тартуға міндетті емес.", "4.4"),
    ],
)
def test_what_permits_or_exempts_is_never_said_to_cover(engine: Engine, language: str, text: str, clause: str) -> None:
    found = engine.propose([provision(text, language)])
    relations = {c.clause: c.judgement.relation for c in found if c.probability >= 0.2}
    assert Relation.COVERS not in relations.values()
    assert any(c.clause == clause for c in found[:3])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This Code enters into force on the day of its adoption."),
        ("ru", "Настоящий Кодекс вводится в действие со дня его принятия."),
        ("kk", "Осы Кодекс қабылданған күнінен бастап қолданысқа енгізіледі."),
    ],
)
def test_what_answers_no_clause_stays_below_the_threshold(engine: Engine, language: str, text: str) -> None:
    assert best(engine, text, language).probability < engine.threshold


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("ru", "Порядок определяется с учётом п. 6.4 Бангалорских принципов.", "6.4"),
        ("kk", "Тәртіп Киев ұсынымдарының 22-тармағын ескере отырып айқындалады.", "22"),
        ("en", "The procedure follows Bangalore Principles, para. 4.5.", "4.5"),
    ],
)
def test_a_citation_of_a_clause_settles_the_alignment(engine: Engine, language: str, text: str, clause: str) -> None:
    found = best(engine, text, language)
    assert found.clause == clause and found.probability >= 0.99 and any(s.name == "cites" for s in found.signals)


def test_evidence_points_at_verbatim_words(engine: Engine) -> None:
    found = best(engine, "Судья не разглашает конфиденциальные сведения.", "ru")
    assert "конфиденциальные" in " ".join(word for signal in found.signals for word in signal.words)


def test_the_same_provision_scores_the_same_alone_and_among_others(engine: Engine) -> None:
    alone = best(engine, "Судья не принимает подарков.", "ru")
    crowd = [provision("Судья не принимает подарков.", "ru"), provision("Дела рассматриваются открыто.", "ru")]
    assert alone == next(c for c in engine.propose(crowd) if c.clause == alone.clause and c.probability == alone.probability)


@pytest.mark.parametrize(
    ("language", "text", "clause", "relation"),
    [
        ("en", "A judge may not let a lawyer use the judge's home for meeting clients or other lawyers.", "4.5", Relation.COVERS),
        ("ru", "Судья вправе принимать подарки от участников процесса.", "4.14", Relation.CONTRADICTS),
        ("kk", "Судья іске қатысушылардан сыйлық алуға құқылы.", "4.14", Relation.CONTRADICTS),
    ],
)
def test_without_an_encoder_letters_and_terms_find_clause_and_relation(
    catalogue: Catalogue, language: str, text: str, clause: str, relation: Relation
) -> None:
    found = best(build_engine(catalogue, load_head(workspace.lone_head_path()), None), text, language)
    assert (found.clause, found.judgement.relation) == (clause, relation)


def test_themes_are_never_proposed(engine: Engine) -> None:
    found = engine.propose([provision("Переводы судей между судами проводятся с их согласия.", "ru")], keep=20)
    assert "warsaw" not in {c.standard for c in found}


def test_lead_ins_headings_and_definitions_are_not_aligned_by_themselves() -> None:
    lead = provision("Судья не вправе:", "ru")
    child = provision("подарки;", "ru", lead_in="Судья не вправе:")
    defined = provision("семья — супруг, дети и родители;", "ru", lead_in="В Кодексе используются понятия:")
    chapter = provision("", "ru", kind=ProvisionKind.CHAPTER, heading="Общие положения")
    assert alignable([lead, replace(child, id="c", parent="p"), replace(defined, id="d"), chapter]) == ()
    longer = provision("принимать подарки от сторон;", "ru", lead_in="Судья не вправе:")
    assert alignable([longer]) == (longer,)
    assert query_text(longer) == "Судья не вправе: принимать подарки от сторон;"


def test_what_was_repealed_is_not_aligned_and_a_norm_under_a_chapter_is() -> None:
    norm = "A judge shall uphold the independence of the judiciary in all that is done."
    assert alignable([replace(provision("(repealed by the law of 1 May 2024)", "en"), repealed=True)]) == ()
    canon, title = provision(norm, "en", kind=ProvisionKind.CHAPTER), provision("and other matters of the court", "en", kind=ProvisionKind.CHAPTER)
    assert alignable([canon, replace(title, id="t")]) == (canon,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A judge withdraws wherever impartiality may be doubted, including where:"),
        ("ru", "Судья не общается с одной стороной без другой, за исключением:"),
        ("kk", "Судья бейтараптығы күмәнді істен бас тартады, оның ішінде:"),
    ],
)
def test_a_norm_that_is_whole_before_its_list_is_aligned_by_itself(language: str, text: str) -> None:
    lead, item = provision(text, language), replace(provision("родство со стороной;", language), id="c", parent="p")
    assert lead in alignable([lead, item])


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("kk", "Судья сот төрелігіне деген сенімді нығайтады.", "деген"),
        ("ru", "Судья укрепляет доверие общества, чтобы правосудие было видимым.", "чтобы"),
        ("en", "Judges strengthen the belief which people have in the courts.", "which"),
    ],
)
def test_words_that_only_bind_sentences_are_no_evidence(engine: Engine, language: str, text: str, word: str) -> None:
    found = engine.propose([provision(text, language)])
    assert found and word not in {shown for c in found for signal in c.signals for shown in signal.words}


def test_vectors_of_the_bank_are_finite_and_of_unit_length() -> None:
    bank = load_head(HEAD).bank
    assert np.isfinite(bank).all() and np.allclose(np.linalg.norm(bank, axis=1), 1.0, atol=2e-3)
