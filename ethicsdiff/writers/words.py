"""The fixed labels the comparison and the coverage page look up; the report room fills them."""

from __future__ import annotations

from typing import Final

from ethicsdiff.model.report import Report

WORD_KEYS: Final = (
    "analysis",
    "annex_provisions",
    "author_place",
    "back_to_top",
    "chapter",
    "clauses_table",
    "col_clause",
    "col_clauses",
    "col_comment",
    "col_confidence",
    "col_group",
    "col_provision",
    "col_provisions",
    "col_relation",
    "col_state",
    "col_statement",
    "col_subject",
    "col_text",
    "contents",
    "evidence",
    "figures",
    "filter",
    "filter_aligned",
    "filter_all",
    "filter_contradicts",
    "filter_covers",
    "filter_gaps",
    "filter_partial",
    "filter_reset",
    "filter_stricter",
    "filter_unaligned",
    "filter_weaker",
    "gaps",
    "handout",
    "handout_gaps",
    "handout_more",
    "handout_notes",
    "handout_points",
    "legend",
    "matrix",
    "no_answers",
    "no_clause",
    "notices",
    "official_text",
    "our_statement",
    "overview",
    "page",
    "page_of",
    "print",
    "provenance",
    "provisions_table",
    "recommendations",
    "remarks",
    "scope",
    "search",
    "show_text",
    "skip_to_content",
    "standard",
    "table_of_figures",
    "tag",
    "themes",
    "what_to_look_at",
    "why",
)


def words_of(report: Report) -> dict[str, str]:
    """Returns the fixed labels of a report by key; one the report room forgot raises KeyError where it is used."""
    return dict(report.words)
