"""English labels and sentences of the table of concordance."""

from __future__ import annotations

CONCORDANCE: dict[str, str] = {
    "c.title": "Comparative table: the draft against the standards",
    "c.mark.full": "full",
    "c.mark.partial": "partial",
    "c.mark.none": "none",
    "c.mark.not_applicable": "not applicable",
    "c.word.number": "No.",
    "c.word.clause": "Clause of the standard",
    "c.word.standard": "Content of the clause",
    "c.word.draft": "Provision of the draft",
    "c.word.mark": "Degree of conformity",
    "c.word.justification": "Justification",
    "c.word.element": "Structural element",
    "c.word.current": "Wording of the draft",
    "c.word.proposed": "Proposed wording",
    "c.word.author": "Author and justification",
    "c.word.decision": "Decision of the lead committee",
    "c.word.absent": "None",
    "c.word.place": "[Proposed wording]",
    "c.word.legend": "Degrees of conformity: full, partial, none, not applicable. Words that a proposal adds are bold, words that it strikes are struck out.",
    "c.word.nothing": "There is nothing to put into this table.",
    "c.answer": "{place}: {relation}. {reason}",
    "c.gap": "No provision was found for this clause. It may be considered whether the draft needs one.",
    "c.aside": "A person declared the clause not applicable.",
    "c.clause": "{clause}: {relation}. {reason}",
    "c.new": "{group}: new provision",
    "c.by": "Proposed by: {names}.",
}
