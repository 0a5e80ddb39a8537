"""English phrases on what people decided: verdicts, what changed since, decisions without a place, the file of decisions."""

from __future__ import annotations

REVIEW: dict[str, str] = {
    "state.not_applicable": "not applicable",
    "headline.confirmed": "{headline} — confirmed",
    "headline.recheck": "{headline} — decided earlier, check again",
    "headline.conflict": "{headline} — reviewers differ",
    "headline.orphaned": "{headline} — place not found",
    "reason.decision": "The alignment was made by a person; the tool did not propose it.",
    "confidence.confirmed.own": "Confirmed by a person.",
    "confidence.recheck.own": "Confirmed earlier, but the text has changed since: it needs to be checked again.",
    "confidence.orphaned.own": "Confirmed earlier, but its place in the text was not found again.",
    "confidence.conflict.own": "Decisions of reviewers differ: they need to be reconciled.",
    # one decision in words
    "decision.confirm": "confirmed: {relation}",
    "decision.reject": "alignment rejected",
    "decision.other": "another clause fits: {other} ({relation})",
    "decision.relation": "relation set: {relation}",
    "decision.note": "note: {text}",
    "decision.wording": "wording proposed: {text}",
    "decision.not_applicable": "clause not applicable: {text}",
    "decision.accept": "recommendation accepted",
    "decision.decline": "recommendation declined: {text}",
    "decision.withdraw": "decision withdrawn",
    "decision.why": "{decision} ({text})",
    "decision.by": "{reviewer}, {date}: {decision}",
    "decision.date": "{year}-{month}-{day}",
    "decided.confirmed": "Decided: {decisions}.",
    "decided.recheck": "Decided earlier, to be checked again: {decisions}.",
    "decided.conflict": "Reviewers differ: {decisions}.",
    "decided.orphaned": "Decided earlier: {decisions}.",
    "decided.notes": "From the reviewers: {decisions}.",
    "decided.rejected": "Rejected alignments: {decisions}.",
    "decided.on": "{clause} — {decision}",
    # what has changed since a decision
    "recheck.words": "The decision was taken on another wording: {quote}. Changes since then: {redline}",
    "recheck.context": "The words or cells that go with this provision have changed since the decision: {redline}",
    "recheck.twins": "The same words stand, or stood, in more than one place; please check that the decision was "
    "meant for this one.",
    "recheck.clause": "The statement or the official text of the clause has changed since the decision.",
    "redline.deleted": "[deleted: {text}]",
    "redline.added": "[added: {text}]",
    # where decisions of other kinds are told
    "scope.not_applicable": "Clauses that people declared not applicable are counted apart: {clauses}.",
    "rec.answer": "{decision}.",
    "rec.answer.earlier": "Answer to an earlier recommendation on this clause: {decision}.",
    "rec.answer.clause": "{clause} — {decision}",
    "notice.review.lost": "A decision no longer finds its place in the text. {decision}. It was taken on these words "
    "({place}): {quote}.",
    "notice.review.tie": "Several places fit a decision equally, so it stays open ({places}). {decision}. It was "
    "taken on these words "
    "({place}): {quote}.",
    "notice.review.rejected": "An alignment that was rejected earlier is to be checked again ({place}). {decision}. "
    "{change}",
    "notice.review.elsewhere": "Decisions on a text in another language, which do not concern this file: {count}.",
    "notice.review.unknown": "A decision is on a clause that the standard does not have ({clause}). {decision}.",
    "notice.review.clause": "Of a clause as a whole. {decision}.",
    "notice.review.recount": "The statement or the official text of a clause has changed since it was declared not applicable; the clause "
    "is counted again until "
    "this is decided anew. {decision}.",
    # the file of decisions
    "notice.ledger.damaged": "The file of decisions {file} has damaged lines: {lines}. All other lines were read.",
    "notice.ledger.newer": "The file of decisions {file} has lines that a later version of the tool wrote; they were "
    "not read: {lines}.",
    "notice.ledger.torn": "The last line of the file of decisions {file} was not written to its end (line {lines}); "
    "it is set aside when the next "
    "decision is written. All other lines were read.",
    "notice.ledger.mended": "The last line of the file of decisions {file} had not been written to its end (line "
    "{lines}); it was set aside in a "
    "file beside it.",
    "notice.ledger.ended": "The last line of the file of decisions {file} (line {lines}) had no line end; it was "
    "added, nothing was lost.",
    # the history
    "log.empty": "There are no decisions.",
    "log.seen": "seen: {file}, {place}: {quote}",
    "log.superseded": "superseded by {decision}",
    "log.exact": "now: {place}; the words are the same",
    "log.similar": "now: {place}; to be checked again",
    "log.tie": "now: several places fit equally ({places})",
    "log.lost": "now: no place found",
    "log.elsewhere": "on a text in another language",
    "log.unbound": "on the clause as a whole",
}
