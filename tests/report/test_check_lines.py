"""Findings on the form of a draft in words: the same codes and placeholders in each language, places in the draft's own labels."""

from __future__ import annotations

import string

import pytest

from ethicsdiff.errors import UnknownNameError
from ethicsdiff.model.document import Draft, Finding, Location, Provision, ProvisionKind, Severity, SourceDocument
from ethicsdiff.report.check_lines import TABLES, check_lines, finding_text

CODES = {
    "citation.dangling", "citation.ambiguous", "citation.by-words", "numbers.repeated", "numbers.skipped", "unit.empty", "letters.mixed",
    "letters.legacy-font",
}  # fmt: skip
LATIN_IN_CYRILLIC = set("aceopxyiABCEHKMOPTXYhə")


def draft() -> Draft:
    """Returns a draft of one point under an article."""
    unit = Provision(
        id="a1.p2", parent="a1", path=("1-бап", "2"), kind=ProvisionKind.PARAGRAPH, label="2.", heading="", text="Судья адал.", lead_in="",
        language="kk", fingerprint="f1:0", spans=(), location=Location(file="code.docx", block=3),
    )  # fmt: skip
    source = SourceDocument(file="code.docx", format="docx", sha256="", title="", languages=("kk",), blocks=())
    return Draft(source=source, provisions=(unit,))


def fields(phrase: str) -> set[str]:
    """Returns the placeholders of a phrase."""
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def test_each_language_has_the_same_codes_with_the_same_placeholders() -> None:
    assert set(TABLES["en"]) >= CODES
    for table in TABLES.values():
        assert set(table) == set(TABLES["en"])
        assert all(fields(table[key]) == fields(TABLES["en"][key]) for key in table)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_latin_letter_hides_in_cyrillic_words(language: str) -> None:
    for phrase in TABLES[language].values():
        words = "".join(part[0] for part in string.Formatter().parse(phrase))
        assert not LATIN_IN_CYRILLIC & set(words), phrase


def test_a_finding_is_told_with_its_place_and_the_number_of_all() -> None:
    finding = Finding(code="unit.empty", severity=Severity.WARNING, provision="a1.p2", params=(("label", "2"),))
    whole = Finding(code="letters.legacy-font", severity=Severity.WARNING)
    lines = check_lines(draft(), [whole, finding], "kk")
    assert lines[0].startswith("Бүкіл жоба: ") and lines[1] == "1-бап, 2: «2» астында мәтін жоқ." and lines[2] == "Ескертулер: 2."
    assert finding_text(finding, "en") == "nothing stands under “2”"


def test_no_findings_are_told_in_one_line() -> None:
    assert check_lines(draft(), [], "en") == ("Nothing was found: the references lead somewhere, the numbers are in order.",)


def test_a_language_without_phrases_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="Choose one of"):
        check_lines(draft(), [], "de")
