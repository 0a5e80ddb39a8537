"""Machine formats of version and language comparisons, versioned by a `schema` field (docs/formats.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ethicsdiff.model.document import Draft, Provision
from ethicsdiff.model.versions import (
    Change,
    ChangeKind,
    Divergence,
    Effect,
    Fate,
    Pair,
    PairKind,
    Parallel,
    ParallelPair,
    Piece,
    Proposal,
    Tier,
    VersionMap,
)

VERSIONS_SCHEMA = "ethicsdiff/versions/1"
_MODAL = (ChangeKind.MODALITY, ChangeKind.NEGATION)
PARALLEL_SCHEMA = "ethicsdiff/parallel/1"


def versions_json(versions: VersionMap) -> dict[str, Any]:
    """Returns the map of two versions as plain values."""
    old, new = _units(versions.old), _units(versions.new)
    modal = [(pair, change) for pair in versions.pairs for change in pair.changes if change.kind in _MODAL]
    return {
        "schema": VERSIONS_SCHEMA,
        "old": _draft(versions.old),
        "new": _draft(versions.new),
        "counts": {tier.value: _counts(versions.pairs, tier) for tier in Tier},
        "modality_changes": [_modal(pair, change, old, new) for pair, change in modal],
        "pairs": [_pair(pair, old, new) for pair in versions.pairs],
        "coverage_compared": versions.compared,
        "effects": [_clause(row, {"direction": row.direction}) for row in versions.effects],
        "recommendations": [_clause(row, {"fate": row.fate}) for row in versions.fates],
        "decisions": [_proposal(row) for row in versions.proposals],
    }


def _draft(draft: Draft) -> dict[str, Any]:
    source = draft.source
    return {"file": source.file, "sha256": source.sha256, "languages": list(source.languages), "units": len(draft.provisions)}


def _units(draft: Draft) -> dict[str, Provision]:
    return {p.id: p for p in draft.provisions}


def _counts(pairs: Sequence[Pair], tier: Tier) -> dict[str, int]:
    return {kind.value: sum(pair.tier == tier and pair.kind == kind for pair in pairs) for kind in PairKind}


def _unit(unit: Provision) -> dict[str, Any]:
    return {"id": unit.id, "kind": unit.kind.value, "label": unit.label, "path": list(unit.path), "heading": unit.heading}


def _pair(pair: Pair, old: dict[str, Provision], new: dict[str, Provision]) -> dict[str, Any]:
    also = [name for name in ("edited", "moved", "renumbered") if getattr(pair, name) and pair.kind.value != name]
    return {
        "kind": pair.kind.value, "tier": pair.tier.value, "also": also, "old": [_unit(old[one]) for one in pair.old],
        "new": [_unit(new[one]) for one in pair.new], "likeness": pair.likeness, "only_modality": pair.only_modality,
        "changes": [_change(change) for change in pair.changes],
        **({"heading_redline": _pieces(pair.heading)} if pair.tier != Tier.TEXT and pair.changes else {}),
        **({"redline": _pieces(pair.text)} if pair.text and pair.edited else {}),
    }  # fmt: skip


def _change(change: Change) -> dict[str, Any]:
    plain: dict[str, Any] = {"kind": change.kind.value, "old": change.old, "new": change.new}
    if change.direction:
        plain["before"] = change.before.value if change.before else "none"
        plain["after"] = change.after.value if change.after else "none"
        plain["direction"] = change.direction
    return plain


def _modal(pair: Pair, change: Change, old: dict[str, Provision], new: dict[str, Provision]) -> dict[str, Any]:
    return {
        **_change(change), "only_modality": pair.only_modality, "old_units": [_unit(old[one]) for one in pair.old],
        "new_units": [_unit(new[one]) for one in pair.new],
    }  # fmt: skip


def _pieces(pieces: Sequence[Piece]) -> list[dict[str, str]]:
    return [{"state": piece.state.value, "text": piece.text} for piece in pieces]


def _clause(row: Effect | Fate, verdict: dict[str, str]) -> dict[str, Any]:
    return {
        "standard": row.standard, "clause": row.clause, "before": row.before, "after": row.after, **verdict,
        "old_provisions": list(row.old), "new_provisions": list(row.new),
    }  # fmt: skip


def _proposal(row: Proposal) -> dict[str, Any]:
    return {
        "kind": row.kind, "reviewer": row.reviewer, "standard": row.standard, "clause": row.clause, "text": row.text, "fate": row.fate,
        "old_provisions": list(row.old), "new_provisions": list(row.new),
    }  # fmt: skip


def parallel_json(parallel: Parallel) -> dict[str, Any]:
    """Returns the pairs of two language texts as plain values."""
    left, right = _units(parallel.left), _units(parallel.right)
    pairs = [_parallel_pair(pair, left, right) for pair in parallel.pairs]
    return {
        "schema": PARALLEL_SCHEMA,
        "left": {**_draft(parallel.left), "language": parallel.languages[0]},
        "right": {**_draft(parallel.right), "language": parallel.languages[1]},
        "encoder": parallel.encoder,
        "counts": _divergence_counts(parallel),
        "pairs": pairs,
    }


def _divergence_counts(parallel: Parallel) -> dict[str, int]:
    kinds = [one.kind.value for pair in parallel.pairs for one in pair.divergences]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}


def _parallel_pair(pair: ParallelPair, left: dict[str, Provision], right: dict[str, Provision]) -> dict[str, Any]:
    kind = "missing" if not pair.right else "extra" if not pair.left else "divergent" if pair.divergences else "equal"
    return {
        "kind": kind, "left": _text(left.get(pair.left)), "right": _text(right.get(pair.right)), "likeness": pair.likeness,
        "within_missing_unit": pair.within, "differences": [_divergence(one) for one in pair.divergences],
    }  # fmt: skip


def _text(unit: Provision | None) -> dict[str, Any] | None:
    return {**_unit(unit), "text": unit.text} if unit is not None else None


def _divergence(one: Divergence) -> dict[str, Any]:
    return {"kind": one.kind.value, "also": [kind.value for kind in one.also], "left": one.left, "right": one.right, **_values(one)}


def _values(one: Divergence) -> dict[str, str]:
    """Returns the further values under names that do not meet those of the words."""
    return {(f"{name}_value" if name in ("left", "right") else name): value for name, value in one.params}
