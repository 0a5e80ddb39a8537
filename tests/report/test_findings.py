"""What one alignment says: headline, reason, what to look at, confidence, provenance, words of the draft."""

from __future__ import annotations

import pytest

from ethicsdiff.model.document import Span
from ethicsdiff.model.match import Relation, Signal
from ethicsdiff.model.report import Finding, Tone
from ethicsdiff.model.review import Alignment, Standing
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.report import build_report
from tests.report.builders import (
    LANGUAGES,
    aligned,
    clause,
    compared,
    decided,
    report_of,
    sample_draft,
    standard,
)
from tests.report.test_phrases import REASONS


def finding_of(alignment: Alignment, language: str = "en") -> Finding:
    report = report_of(alignment, language=language)
    return next(finding for row in report.provisions for finding in row.findings)


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Partly corresponds: Sample, para. 1 — Gifts"),
        ("ru", "Частично соответствует: п. 1 Образца — Подарки"),
        ("kk", "Ішінара сәйкес келеді: Үлгінің 1-тармағы – Сыйлықтар"),
    ],
)
def test_headline(language: str, headline: str) -> None:
    assert finding_of(aligned("p1", "1", Relation.PARTIAL), language).headline == headline


@pytest.mark.parametrize(("language", "mark"), [("en", "to check"), ("ru", "проверить"), ("kk", "тексеру қажет")])
def test_a_weak_sign_asks_to_be_checked(language: str, mark: str) -> None:
    assert finding_of(aligned("p1", "1", weak=True), language).headline.endswith(mark)


def test_a_part_is_cited_in_place_of_its_parent_which_is_mentioned() -> None:
    finding = finding_of(aligned("p1", "3", part="3.1"), "ru")
    assert finding.citation == "п. 3.1 Образца"
    assert finding.headline == "Соответствует: п. 3.1 Образца — Подарки (основной пункт: п. 3 Образца)"
    assert finding.clause == "3"


@pytest.mark.parametrize("relation", [r for r in Relation if r != Relation.NONE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_look_at_is_empty_for_covers_alone(language: str, relation: Relation) -> None:
    assert bool(finding_of(aligned("p1", "1", relation), language).look_at) == (relation != Relation.COVERS)


def test_a_partial_provision_could_be_supplemented_with_what_is_missing() -> None:
    finding = finding_of(aligned("p1", "1", Relation.PARTIAL, missing=("b",)), "kk")
    assert finding.look_at == "Ережені мыналармен толықтыруға болар еді: өзге адамдардан."


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_makes_a_sentence_with_and_without_parameters(language: str, reason: str) -> None:
    params = (
        ("modality", "permission"),
        ("duty", "prohibition,obligation"),
        ("words", "xyz"),
        ("elements", "a,b"),
        ("relation", "weaker"),
    )
    full = finding_of(aligned("p1", "1", reason=reason, params=params), language).reason
    bare = finding_of(aligned("p1", "1", reason=reason), language).reason
    for sentence in (full, bare):
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence[0] in "«“"
        assert not {"{", "prohibition"} & set(sentence.split())
        assert "{" not in sentence


def test_reason_translates_codes_and_quotes_words_of_the_draft() -> None:
    params = (("modality", "permission"), ("words", "вправе"), ("duty", "prohibition"))
    reason = finding_of(aligned("p1", "1", reason="same-direction", params=params), "ru").reason
    assert "(разрешение: «вправе»)" in reason
    assert "(запрет)" in reason


def test_reason_names_missing_elements_in_the_language_of_the_report() -> None:
    params = (("elements", "a, b, z"),)
    reason = finding_of(aligned("p1", "1", reason="missing-elements", params=params), "kk").reason
    assert reason.endswith("тараптардан; өзге адамдардан.")


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.86, "high (86%)"), (0.8599, "medium (85%)"), (0.45, "medium (45%)"), (0.4499, "low (44%)")],
)
def test_confidence_is_never_rounded_up(probability: float, words: str) -> None:
    assert words in finding_of(aligned("p1", "1", probability=probability)).confidence


def test_confidence_names_what_speaks_for_the_proposal() -> None:
    signals = (
        Signal(name="head", value=0.9),
        Signal(name="exemplars", value=0.1),
        Signal(name="terms", value=0.2, words=("подарки", "подарки")),
        Signal(name="cites", value=1.0),
        Signal(name="unheard-of", value=1.0),
    )
    confidence = finding_of(aligned("p1", "1", signals=signals), "ru").confidence
    assert confidence.endswith(
        "В пользу этого говорят: общее сходство с образцами формулировок пункта, общие слова и термины («подарки»), "
        "ссылка на этот пункт в самом проекте."
    )


def test_evidence_is_verbatim_and_each_wording_stands_once() -> None:
    span = Span(block=2, start=17, end=22)
    assert finding_of(aligned("p1", "1", evidence=(span, span))).evidence == ("gifts",)
    assert finding_of(aligned("p1", "1", evidence=(span,))).spans == (span,)


def test_without_evidence_a_finding_stands_on_the_whole_provision() -> None:
    finding = finding_of(aligned("p1", "1", signals=(Signal(name="terms", value=0.1, words=("gifts",)),)))
    assert finding.evidence == ("gifts",)
    assert finding.spans == (Span(block=2, start=0, end=23),)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "NOT YET"), ("ru", "ЕЩЁ НЕ СВЕРЕНО"), ("kk", "ӘЛІ САЛЫСТЫРЫЛМАҒАН")]
)
def test_a_recalled_statement_says_that_it_was_not_checked(language: str, words: str) -> None:
    assert words in finding_of(aligned("p1", "1"), language).provenance


def test_a_theme_is_only_touched() -> None:
    alignment = aligned("p1", "T1", Relation.CONTRADICTS, standard_id="themes", reason="permits-forbidden", weak=True)
    finding = finding_of(alignment, "ru")
    assert finding.headline == "Затрагивает тему: п. T1 Образца"
    assert finding.tone == Tone.NEUTRAL
    assert finding.look_at == ""
    assert "вывод о соответствии не делается" in finding.reason


@pytest.mark.parametrize("standing", [s for s in Standing if s != Standing.PROPOSED])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_is_not_called_a_proposal(language: str, standing: Standing) -> None:
    report = report_of(decided(aligned("p1", "1"), standing), language=language)
    proposal = report_of(aligned("p1", "1"), language=language)
    assert report.provisions[0].findings[0].confidence != proposal.provisions[0].findings[0].confidence
    assert report.machine_note != proposal.machine_note


def test_a_relation_set_by_a_person_says_what_was_proposed() -> None:
    alignment = decided(aligned("p1", "1", Relation.COVERS, weak=True), Standing.CONFIRMED, Relation.WEAKER)
    finding = finding_of(alignment)
    assert finding.headline == "Weaker than the standard: Sample, para. 1 — Gifts — confirmed"
    assert finding.reason == "The relation was set by a person; the automatic proposal was: corresponds."


def test_an_imported_official_text_is_shown_and_a_foreign_one_says_its_language() -> None:
    one = standard(clause("1", official=(("en", "Official words."),)))
    draft, comparison = sample_draft("ru"), compared(aligned("p1", "1"))
    catalogue = Catalogue(
        standards=(standard(*one.clauses, clause("2"), clause("3"), clause("4")),), exemplars=(), terms=()
    )
    report = build_report(draft, catalogue, comparison, language="ru")
    assert report.provisions[0].findings[0].official == "[язык: английский] Official words."
    assert "Число пунктов, для которых импортирован официальный текст: 1." in report.provenance[0]


@pytest.mark.parametrize(("relation", "words", "phrase"), [
    (Relation.WEAKER, "may take", "may take gifts"),
    (Relation.COVERS, "may take", ""),
    (Relation.WEAKER, "must", ""),
    (Relation.WEAKER, "", ""),
])  # fmt: skip
def test_only_words_that_make_a_relation_softer_stricter_or_opposed_are_a_phrase_that_speaks(relation: Relation, words: str, phrase: str) -> None:
    params = (("words", words),)
    gifts = (Span(block=2, start=17, end=22),)
    found = finding_of(aligned("p1", "1", relation, reason="softer-modality", params=params, evidence=gifts))
    spoken = "".join("A judge may take gifts."[span.start : span.end] for span in found.phrase)
    assert spoken == phrase
