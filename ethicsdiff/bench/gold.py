"""Reading labelled provisions: one JSON object a line, as `docs/formats.md` describes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ethicsdiff.errors import BenchmarkError
from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.document import Location, Provision, ProvisionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldItem:
    """One labelled provision: `labels` are (standard, clause, relation), `also_ok` (standard, clause); no labels means *nothing*."""

    id: str
    language: str
    kind: str
    text: str
    labels: tuple[tuple[str, str, str], ...]
    also_ok: tuple[tuple[str, str], ...]


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
            labels=tuple((str(x["standard"]), str(x["clause"]), str(x.get("relation", "covers"))) for x in row["labels"]),
            also_ok=tuple((str(x["standard"]), str(x["clause"])) for x in row.get("also_ok", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BenchmarkError("not a labelled provision", where=where, hint="Needed: id, lang, text, labels (see docs/formats.md).") from error


def as_provision(item: GoldItem) -> Provision:
    """Returns the text of a labelled provision as a provision of its own, with the item's id."""
    return Provision(
        id=item.id, parent="", path=(item.id,), kind=ProvisionKind.PARAGRAPH, label="", heading="", text=item.text, lead_in="",
        language=item.language, fingerprint=fingerprint(item.text), spans=(), location=Location(file="", block=0),
    )  # fmt: skip
