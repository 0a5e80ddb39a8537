"""What a report says of imported official texts: quoted beside our statement, from which file, and what rests on us alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ethicsdiff.model.official import Imported
from ethicsdiff.model.report import Report
from ethicsdiff.model.standard import Catalogue, Clause, Provenance, Standard
from ethicsdiff.report.build import build_report
from ethicsdiff.report.overview import ranges
from tests.report.builders import aligned, clause, compared, sample_draft, standard

SOURCE = Imported(language="ru", file="official.pdf", sha256="0" * 64, date="2026-02-28", edition="2002", clauses=4)
WORDS = (("ru", "Официальные слова."),)


def report_on(one: Standard, language: str = "ru") -> Report:
    states = {clause.id: "covered" if clause.id == "1" else "gap" for clause in one.clauses}
    catalogue = Catalogue(standards=(one,), exemplars=(), terms=())
    return build_report(sample_draft(language), catalogue, compared(aligned("p1", "1"), states=states), language=language)


def imported(*clauses: Clause) -> Standard:
    return replace(standard(*clauses), sources=(SOURCE,))


def partly() -> Standard:
    verified = (clause(n, official=WORDS, provenance=Provenance.VERIFIED) for n in ("1", "2", "3"))
    return imported(*verified, clause("4"))


def itself() -> Standard:
    made = (clause(n, official=WORDS, provenance=Provenance.VERIFIED) for n in ("1", "2", "3", "4"))
    return imported(*(replace(one, statements=WORDS) for one in made))


def test_provenance_names_the_file_and_who_rests_on_what() -> None:
    lines = report_on(partly()).provenance
    assert "сверено с официальным текстом: 3" in lines[0]
    assert lines[1] == "Импортировано из файлов: official.pdf (русский, 2026-02-28)."
    assert lines[2] == "Сопоставлены с официальным текстом и согласуются с ним: 1–3."
    assert lines[3].endswith("не сопоставлены или не согласуются: 4.")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_an_official_text_that_is_itself_the_clause_is_not_called_ours(language: str) -> None:
    report = report_on(itself(), language)
    assert "official.pdf" in report.provenance[1] and len(report.provenance) == 2
    finding = report.provisions[0].findings[0]
    assert finding.statement == "" and finding.official.endswith("Официальные слова.")
    assert finding.provenance == report.clauses[0].provenance
    assert report.clauses[0].statement.endswith("Официальные слова.") and report.clauses[0].official == ""


def test_rows_of_clauses_quote_the_official_text_beside_ours() -> None:
    rows = report_on(partly()).clauses
    assert rows[0].official == "Официальные слова." and rows[0].statement != rows[0].official
    assert rows[3].official == ""


def test_nothing_is_added_without_an_import() -> None:
    assert len(report_on(standard(*(clause(n) for n in ("1", "2", "3", "4")))).provenance) == 1


def test_neighbours_become_ranges() -> None:
    order = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3"]
    assert ranges(order, {"1.1", "1.2", "1.3", "2.2", "2.3"}) == "1.1–1.3, 2.2, 2.3"
    assert ranges(order, set()) == ""
