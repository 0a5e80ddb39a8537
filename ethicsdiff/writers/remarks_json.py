"""The remarks as plain values for programs, with codes instead of words; the format is described in docs/formats.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ethicsdiff.model.decision import Decision
from ethicsdiff.model.document import Notice
from ethicsdiff.model.remark import Change, Gathered, Kept, Proposal, Remark
from ethicsdiff.writers.json import decision_json, plain

SCHEMA = "ethicsdiff/remarks/1"
_ANCHOR = ("file", "version", "provision", "path", "language", "fingerprint", "quote", "context")
_LEFT_OUT = frozenset({"start", "end", "anchor", "category", "resolved"})


def collected_json(
    gathered: Gathered, entered: Sequence[Remark | Change], decided: Sequence[Decision], notices: Sequence[Notice]
) -> dict[str, Any]:
    """Returns the remarks on a draft with what one call entered, changed, decided and noticed."""
    return {
        "schema": SCHEMA,
        "file": gathered.draft.source.file,
        "remarks": [_row(one, gathered) for one in gathered.kept],
        "entered": [one.id for one in entered if isinstance(one, Remark)],
        "changed": [_change(one) for one in entered if isinstance(one, Change)],
        "decided": [decision_json(one) for one in decided],
        "notices": [{"code": one.code, "severity": one.severity.value, **dict(one.params)} for one in notices],
    }


def _row(kept: Kept, gathered: Gathered) -> dict[str, Any]:
    identifier = kept.remark.id
    said = {name: value for name, value in plain(kept.remark).items() if name not in _LEFT_OUT}
    return {
        **said, "fit": kept.place.fit.value, "place": kept.place.provision, "choices": list(kept.place.choices),
        "status": kept.status.value, "category": kept.category, "response": kept.response, "resolved": kept.resolved,
        "anchor": {name: plain(getattr(kept.anchor, name)) for name in _ANCHOR} if kept.anchor is not None else None,
        "proposals": [_proposal(one) for one in gathered.proposals if one.remark == identifier],
        "conflicts": list(gathered.conflicts.get(identifier, ())), "decisions": list(kept.decisions),
    }  # fmt: skip


def _proposal(proposal: Proposal) -> dict[str, Any]:
    finding = plain(proposal.finding) if proposal.finding is not None else None
    return {"verdict": proposal.verdict.value, "finding": finding, "target": proposal.target}


def _change(change: Change) -> dict[str, Any]:
    names = ("id", "time", "remark", "field", "value", "by", "file")
    return {name: plain(getattr(change, name)) for name in names}
