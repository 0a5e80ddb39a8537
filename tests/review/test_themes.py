"""Themes are touched through the clauses of other standards, also where only the themes are compared."""

from __future__ import annotations

from dataclasses import replace

from ethicsdiff.model.standard import Catalogue
from ethicsdiff.review.propose import coverage, proposals
from ethicsdiff.review.themes import of_chosen, with_related
from tests.report.builders import sample_catalogue
from tests.review.builders import GIFTS, ROBES, candidate


def known_by_themes() -> Catalogue:
    """Returns the sample standard and one known by a theme alone, to which clause 1 of the sample belongs."""
    whole = sample_catalogue()
    sample = whole.standards[0]
    theme = replace(sample.clauses[0], id="T1", standard="themes", related=(f"{sample.id}:1",))
    return replace(whole, standards=(sample, replace(sample, id="themes", clauses=(theme,), themes_only=True)))


def test_a_standard_of_themes_brings_those_its_clauses_come_from() -> None:
    whole = known_by_themes()
    assert with_related(("themes",), whole) == ("themes", "sample")
    assert with_related(("sample",), whole) == ("sample",)
    assert with_related((), whole) == ()


def test_a_candidate_of_a_standard_that_was_not_chosen_touches_the_theme_alone() -> None:
    whole = known_by_themes()
    found = of_chosen([candidate(GIFTS, "1"), candidate(ROBES, "2")], whole, ("themes",))
    assert [(c.provision, c.standard, c.clause) for c in found] == [(GIFTS, "themes", "T1")]
    chosen = replace(whole, standards=whole.standards[1:])
    assert [row.state for row in coverage(chosen, proposals(found, 0.5))] == ["touched"]


def test_where_both_are_chosen_candidates_stay_as_they_are() -> None:
    both = [candidate(GIFTS, "1"), candidate(ROBES, "2")]
    assert of_chosen(both, known_by_themes(), ("sample", "themes")) == tuple(both)
    assert of_chosen(both, known_by_themes(), ()) == tuple(both)


def test_of_two_clauses_of_one_theme_the_likelier_one_counts() -> None:
    whole = known_by_themes()
    theme = replace(whole.standards[1].clauses[0], related=("sample:1", "sample:2"))
    whole = replace(whole, standards=(whole.standards[0], replace(whole.standards[1], clauses=(theme,))))
    found = of_chosen([candidate(GIFTS, "1", probability=0.6), candidate(GIFTS, "2", probability=0.8)], whole, ("themes",))
    assert [c.probability for c in found] == [0.8]
