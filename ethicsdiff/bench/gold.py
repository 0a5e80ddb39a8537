"""Reading labelled provisions: one JSON object a line, as `docs/formats.md` describes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ethicsdiff.errors import BenchmarkError
from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.document import Location, Provision, ProvisionKind
from ethicsdiff.model.match import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldItem:
    """One labelled provision: `labels` are (standard, clause, relation), `also_ok` (standard, clause); no labels means *nothing*."""

    id: str
    language: str
    kind: str
    text: str
    labels: tuple[tuple[str, str, str], ...]
    also_ok: tuple[tuple[str, str], ...]


def read_golds(paths: Sequence[Path]) -> tuple[GoldItem, ...]:
    """Returns the labelled provisions of several files, one after the other.

    Errors:
        BenchmarkError: a file cannot be read, or two provisions have one id, so that their proposals could not be told apart.
    """
    items = tuple(item for path in paths for item in read_gold(path))
    name, count = Counter(item.id for item in items).most_common(1)[0]
    if count > 1:
        raise BenchmarkError(f'{count} labelled provisions have the id "{name}"', hint="Give each its own id.")
    return items


def read_gold(path: Path) -> tuple[GoldItem, ...]:
    """Returns the labelled provisions of a file in its order.

    Errors:
        BenchmarkError: no such file, or a line that does not follow the format; the line is named.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BenchmarkError("this file of labelled provisions cannot be read", where=str(path)) from error
    items = tuple(_item(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip())
    if not items:
        raise BenchmarkError("there are no labelled provisions in it", where=str(path))
    return items


def _item(line: str, where: str) -> GoldItem:
    try:
        row: dict[str, Any] = json.loads(line)
        return GoldItem(
            id=str(row["id"]),
            language=str(row["lang"]),
            kind=str(row.get("kind", "")),
            text=str(row["text"]),
            labels=tuple((str(x["standard"]), str(x["clause"]), Relation(x.get("relation", "covers")).value) for x in row["labels"]),
            also_ok=tuple((str(x["standard"]), str(x["clause"])) for x in row.get("also_ok", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "Needed: id, lang, text, labels with standard, clause, relation (see docs/formats.md)."
        raise BenchmarkError("not a labelled provision", where=where, hint=hint) from error


def of_standards(items: Sequence[GoldItem], standards: Collection[str]) -> tuple[GoldItem, ...]:
    """Returns the items with their labels of the chosen standards alone; an item that is labelled only elsewhere is left out."""
    kept = (replace(item, labels=tuple(label for label in item.labels if label[0] in standards)) for item in items)
    return tuple(new for new, old in zip(kept, items, strict=True) if new.labels or not old.labels)


def memorised(items: Iterable[GoldItem], known: Iterable[str]) -> tuple[str, ...]:
    """Returns the ids of items whose text is, typography apart, one of the `known` texts: those are recalled, not matched."""
    prints = {fingerprint(text) for text in known}
    return tuple(item.id for item in items if fingerprint(item.text) in prints)


def as_provision(item: GoldItem) -> Provision:
    """Returns the text of a labelled provision as a provision of its own, with the item's id."""
    return Provision(
        id=item.id, parent="", path=(item.id,), kind=ProvisionKind.PARAGRAPH, label="", heading="", text=item.text, lead_in="",
        language=item.language, fingerprint=fingerprint(item.text), spans=(), location=Location(file="", block=0),
    )  # fmt: skip
