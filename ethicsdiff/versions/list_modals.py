"""Kazakh lists say what they demand after their last item; other languages say it before the first. Told as the others tell it."""

from __future__ import annotations

import re
from dataclasses import replace

from ethicsdiff.model.document import Draft, Provision
from ethicsdiff.versions.facts import facts_of

_LAST_WORDS = re.compile(
    r"\s+(?P<modal>(?:тиіс|міндетті|құқылы|керек|қажет)(?:\s+емес)?|құқығы\s+(?:бар|жоқ)|(?:жол|рұқсат|тыйым)\s+\w+|болмайды|жөн)\s*(?P<end>[.;]?)\s*$",
    re.IGNORECASE,
)


def with_modals_ahead(draft: Draft) -> Draft:
    """Returns a draft whose Kazakh lists have their modal words with the lead-in, as the drafts in other languages do."""
    changed: dict[str, Provision] = {}
    for lead in draft.provisions:
        if lead.language == "kk" and lead.text.rstrip().endswith(":") and not facts_of(lead.text, "kk").modals:
            items = [p for p in draft.provisions if p.parent == lead.id]
            match = _LAST_WORDS.search(items[-1].text) if items else None
            if match:
                changed[lead.id] = replace(lead, text=f"{lead.text.rstrip()[:-1].rstrip()} {match['modal']}:")
                changed[items[-1].id] = replace(items[-1], text=items[-1].text[: match.start()] + match["end"])
    return replace(draft, provisions=tuple(changed.get(p.id, p) for p in draft.provisions)) if changed else draft
