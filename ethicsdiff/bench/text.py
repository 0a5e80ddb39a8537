"""A measured run as text: tables by language, standard and kind, sub-groups, relations, misses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ethicsdiff.bench.groups import Key, Measured, grouped, main_groups, sub_groups
from ethicsdiff.bench.measure import Scored, figures, is_right
from ethicsdiff.bench.relations import RELATIONS, confusion, contradictions, macro_f1, pairs

_COLUMNS = ("top-1", "rec@3", "MRR", "prec", "recall", "F1", "rel-F1", "ECE", "s/prov")
_WIDTH = 18
_TITLES = {
    "languages": "language", "standards": "standard", "kinds": "kind", "languages_standards": "language, standard",
    "languages_kinds": "language, kind", "values": "value or part",
}  # fmt: skip


def bench_text(measured: Measured, *, misses: int = 40) -> str:
    """Returns the tables, the relations and the misses."""
    rows = measured.rows
    parts = [f"{len(rows)} labelled provisions, encoder {measured.encoder or 'none'}, threshold {rows[0].threshold:.2f}"]
    parts += [*_warnings(measured), ""]
    parts += [*_tables(rows, main_groups()), _line("all", rows), "s/prov: seconds a provision; texts seen before come from the cache", ""]
    parts += [*_relations(rows), ""]
    parts += ["sub-groups", *_tables(rows, sub_groups(measured)), *_misses(rows, misses)]
    return "\n".join(parts).rstrip()


def _warnings(measured: Measured) -> Iterator[str]:
    if measured.memorised:
        yield f"exemplars or statements of the catalogue among them, memorised and not matched: {len(measured.memorised)}"
    if measured.unknown_labels:
        yield f"labels that name no clause of the catalogue: {', '.join(measured.unknown_labels)}"


def _tables(rows: Sequence[Scored], keys: Mapping[str, Key]) -> Iterator[str]:
    for name, key in keys.items():
        yield f"{_TITLES[name]:<{_WIDTH}}{'n':>5}" + "".join(f"{column:>8}" for column in _COLUMNS)
        yield from (_line(value, part) for value, part in grouped(rows, key).items())
        yield ""


def _line(name: str, rows: Sequence[Scored]) -> str:
    f = figures(rows)
    of_labels = (f.top1, f.recall_at_3, f.mrr, f.precision, f.recall, f.f1, macro_f1(confusion(pairs(rows))))
    cells = [f"{number:>8.3f}" if f.labelled else f"{'-':>8}" for number in of_labels]
    return f"{name:<{_WIDTH}}{f.n:>5}" + "".join([*cells, f"{f.ece:>8.3f}", f"{f.seconds:>8.3f}"])


def _relations(rows: Sequence[Scored]) -> Iterator[str]:
    """Yields the confusion matrix of relations and what became of contradictions."""
    table = confusion(pairs(rows))
    columns = [name for name in RELATIONS if name in table or any(name in row for row in table.values())]
    yield f"{'relation':<{_WIDTH}}" + "".join(f"{name:>12}" for name in columns) + "   (rows: labelled, columns: proposed)"
    for name, row in table.items():
        yield f"{name:<{_WIDTH}}" + "".join(f"{row.get(column, 0):>12}" for column in columns)
    fate = contradictions(pairs(rows))
    yield f"contradictions found: {fate.found} of {fate.labelled} ({fate.share_found:.2f}); with their clause shown: {fate.shown}"
    yield f"contradictions said to cover: {fate.said_to_cover}"
    nothing = [row for row in rows if not row.item.labels]
    yield f"aligned although no clause answers: {sum(row.aligned and not is_right(row) for row in nothing)} of {len(nothing)}"


def _misses(rows: Sequence[Scored], most: int) -> list[str]:
    wrong = [row for row in rows if not is_right(row) and (row.item.labels or row.aligned)]
    lines = [f"misses ({len(wrong)}):"] if wrong else []
    for row in wrong[:most]:
        wanted = ", ".join(f"{s}:{c}" for s, c, _ in row.item.labels) or "nothing"
        got = ", ".join(f"{c.standard}:{c.clause} {c.probability:.2f}" for c in row.proposals[:3])
        lines.append(f"  {row.item.id}: wanted {wanted}; proposed {got}; {row.item.text[:90]}")
    return lines
