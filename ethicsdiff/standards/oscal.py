"""A standard in the form of an OSCAL control catalogue (JSON), so that tools for such catalogues can read it.

A clause is a control, its sub-clauses are controls in it, a value or part is a group. OSCAL 1.1.2, NIST.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from typing import Any

from ethicsdiff.model.standard import Clause, Standard

VERSION = "1.1.2"
_NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
_NS = "urn:ethicsdiff:catalogue"
_ODD = re.compile(r"[^A-Za-z0-9._-]+")


def oscal_catalogue(standard: Standard, language: str, *, official: bool = False, modified: str = "") -> dict[str, Any]:
    """Returns the catalogue document of a standard in one language.

    Args:
        standard: the instrument.
        language: of titles and statements.
        official: whether the imported official text goes into it too.
        modified: date of the last change as YYYY-MM-DD; the date of the last import, else of the instrument.
    """
    groups = [_group(standard, group.id, dict(group.titles), language, official=official) for group in standard.groups]
    loose = [clause for clause in standard.clauses if clause.group not in {group.id for group in standard.groups} and not clause.parent]
    day = modified or max((source.date for source in standard.sources), default="") or standard.date or "1970-01-01"
    catalogue: dict[str, Any] = {
        "uuid": str(uuid.uuid5(_NAMESPACE, f"{_NS}:{standard.id}:{standard.edition}:{language}:{day}")),
        "metadata": _metadata(standard, language, day),
    }
    if loose:
        catalogue["controls"] = [_control(standard, clause, language, official=official) for clause in loose]
    catalogue["groups"] = [group for group in groups if group.get("controls")]
    return {"catalog": catalogue}


def _metadata(standard: Standard, language: str, day: str) -> dict[str, Any]:
    remarks = _in(standard.notes, language)
    data = {
        "title": _in(standard.titles, language) or standard.id,
        "last-modified": f"{day[:10]}T00:00:00Z",
        "version": standard.edition,
        "oscal-version": VERSION,
        "props": [_prop("language", language)],
    }
    return data | ({"remarks": remarks} if remarks else {})


def _group(standard: Standard, identifier: str, titles: dict[str, str], language: str, *, official: bool) -> dict[str, Any]:
    controls = [_control(standard, c, language, official=official) for c in standard.clauses if c.group == identifier and not c.parent]
    title = titles.get(language) or next(iter(titles.values()), standard.id)
    return {"id": _token(f"{standard.id}-group-{identifier}"), "title": title, "controls": controls}


def _control(standard: Standard, clause: Clause, language: str, *, official: bool) -> dict[str, Any]:
    children = [child for child in standard.clauses if child.parent == clause.id]
    control: dict[str, Any] = {
        "id": control_id(standard.id, clause.id),
        "title": _in(clause.titles, language) or clause.id,
        "props": _props(clause, language),
        "parts": _parts(standard, clause, language, official=official),
    }
    links = [_link(standard.id, name) for name in clause.related]
    if links:
        control["links"] = links
    if children:
        control["controls"] = [_control(standard, child, language, official=official) for child in children]
    return control


def _props(clause: Clause, language: str) -> list[dict[str, str]]:
    rows = [{"name": "label", "value": clause.id}, _prop("kind", clause.kind), _prop("provenance", clause.provenance)]
    citation = _in(clause.citations, language)
    return [
        *rows,
        *([_prop("citation", citation)] if citation else []),
        *(_prop("duty", duty) for duty in clause.duties),
        *(_prop("addressee", one) for one in clause.addressees),
    ]


def _parts(standard: Standard, clause: Clause, language: str, *, official: bool) -> list[dict[str, Any]]:
    name = control_id(standard.id, clause.id)
    statement: dict[str, Any] = {"id": f"{name}_smt", "name": "statement", "prose": _in(clause.statements, language)}
    items = [
        {
            "id": f"{name}_smt.{element.key}",
            "name": "item",
            "props": [{"name": "label", "value": f"{element.key})"}],
            "prose": _in(element.texts, language),
        }
        for element in clause.elements
    ]
    parts = [statement | ({"parts": items} if items else {})]
    if official and clause.official:
        parts.append({"id": f"{name}_official", "name": "official-text", "ns": _NS, "prose": _in(clause.official, language)})
    return parts


def _link(standard: str, name: str) -> dict[str, str]:
    owner, _, clause = name.rpartition(":")
    file = f"{owner}.oscal.json" if owner and owner != standard else ""
    href = f"{file}#{control_id(owner or standard, clause)}"
    return {"href": href, "rel": "related"}


def control_id(standard: str, clause: str) -> str:
    """Returns the id of a clause as an OSCAL token: "bangalore-2.5.1"."""
    return _token(f"{standard}-{clause}")


def _token(text: str) -> str:
    token = _ODD.sub("_", text)
    return token if token[:1].isalpha() else f"s-{token}"


def _prop(name: str, value: str) -> dict[str, str]:
    return {"name": name, "ns": _NS, "value": str(value)}


def _in(pairs: Sequence[tuple[str, str]], language: str) -> str:
    """Returns the text of a language, of another where it is missing."""
    table = dict(pairs)
    return table.get(language) or next(iter(table.values()), "")
