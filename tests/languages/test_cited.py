"""Citations of the standards that a draft makes itself, in the forms of three languages."""

from __future__ import annotations

import pytest

from ethicsdiff.languages.cited import standard_citations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("согласно п. 2.5 Бангалорских принципов", [("bangalore", "2.5")]),
        ("пункты 4.14 и 4.15 Бангалорских принципов поведения судей", [("bangalore", "4.14"), ("bangalore", "4.15")]),
        ("Бангалорские принципы, п. 6.3", [("bangalore", "6.3")]),
        ("п. 12 Киевских рекомендаций", [("kyiv", "12")]),
        ("Бангалор қағидаттарының 2.5.1-тармағына сәйкес", [("bangalore", "2.5.1")]),
        ("Киев ұсынымдарының 26-тармағы бойынша", [("kyiv", "26")]),
        ("Bangalore Principle 4.6 applies", [("bangalore", "4.6")]),
        ("Kyiv Recommendations, paras. 26-28", [("kyiv", "26"), ("kyiv", "27"), ("kyiv", "28")]),
        ("under paragraph 7 of the Kyiv Recommendations", [("kyiv", "7")]),
        ("принимая во внимание Бангалорские принципы 2002 года", []),
        ("the Bangalore Principles of 2002", []),
        ("пункт 5 настоящего Кодекса", []),
        ("Меры по осуществлению Бангалорских принципов, п. 4.2", []),
        ("Measures for the Effective Implementation of the Bangalore Principles, para. 4.2", []),
    ],
)
def test_clauses_named_in_a_text_are_found_with_their_numbers(text: str, found: list[tuple[str, str]]) -> None:
    assert [(c.standard, c.clause) for c in standard_citations(text)] == found


def test_the_span_holds_the_words_of_the_citation() -> None:
    text = "Судья следует п. 2.5 Бангалорских принципов."
    citation = standard_citations(text)[0]
    assert text[citation.start : citation.end] == "п. 2.5 Бангалорских принципов"
