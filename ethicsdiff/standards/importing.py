"""From an official text to the files of a workspace: first a plan that a person can look at, then the files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ethicsdiff.errors import CatalogueError, UnknownNameError
from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.official import Imported, ImportPlan, OfficialClause, OfficialText, Verification
from ethicsdiff.model.standard import Clause, Standard
from ethicsdiff.standards.created import UNDATED, created_data, year_in
from ethicsdiff.standards.overlay import official_marks, record_holds, statement_mark
from ethicsdiff.standards.store import (
    imports_toml,
    official_markdown,
    official_path,
    read_imports,
    read_official_markdown,
    read_toml,
    read_verified,
    toml_text,
    verified_toml,
)

_ID = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")


def check_name(identifier: str, shipped: Sequence[Standard], imported: Sequence[str], *, new: bool) -> Standard | None:
    """Returns the shipped instrument of an id, None for one that exists, or will exist, in the workspace only.

    Errors:
        UnknownNameError: there is no such instrument and none is to be made, or the id cannot be one.
    """
    known = next((standard for standard in shipped if standard.id == identifier), None)
    if new and known is not None:
        raise UnknownNameError(
            f'"{identifier}" is an instrument of the catalogue.', hint="Import its text without --new, or choose another id."
        )
    if known is None and not new and identifier not in imported:
        names = ", ".join([*(standard.id for standard in shipped), *imported])
        raise UnknownNameError(f'there is no standard "{identifier}".', hint=f"There are: {names}. A new one is made with --new.")
    if not _ID.fullmatch(identifier):
        raise UnknownNameError(
            f'"{identifier}" cannot be an id.', hint="Use small Latin letters, digits and hyphens, such as my-country-law."
        )
    return known


def plan_import(
    identifier: str, text: OfficialText, base: Standard | None, home: Path, *, title: str = "", short: str = "", edition: str = ""
) -> ImportPlan:
    """Returns what an import would do to the folder `home` of its instrument; nothing is written."""
    creates = base is None or base.themes_only
    before = next((one for one in read_imports(home) if one.language == text.language), None)
    old = _clauses_before(home, text.language) if before is not None else {}
    new = {clause.id: clause for clause in text.clauses}
    ours = tuple(clause.id for clause in base.clauses) if base is not None and not creates else tuple(new)
    known = dict(base.titles) if base is not None else read_toml(home / "standard.toml").get("title", {})
    name = title or known.get(text.language, "") or text.title or identifier
    return ImportPlan(
        standard=identifier, text=text, creates=creates, new=base is None, title=name, short=short,
        edition=edition or (base.edition if base is not None else before.edition if before is not None else year_in(name) or UNDATED),
        earlier=before, changed=tuple(i for i in new if i in old and _differ(old[i], new[i])),
        added=tuple(i for i in new if old and i not in old), removed=tuple(i for i in old if i not in new),
        unknown=tuple(i for i in new if i not in ours), missing=tuple(i for i in ours if i not in new) if not creates else (),
    )  # fmt: skip


def _clauses_before(home: Path, language: str) -> dict[str, OfficialClause]:
    try:
        return {clause.id: clause for clause in read_official_markdown(official_path(home, language))}
    except CatalogueError:
        return {}


def _differ(old: OfficialClause, new: OfficialClause) -> bool:
    return fingerprint(old.text) != fingerprint(new.text)


def import_files(plan: ImportPlan, home: Path, base: Mapping[str, Any], date: str) -> dict[str, str]:
    """Returns the files that an import writes, by name.

    Args:
        plan: what `plan_import` returned.
        home: the folder of the instrument.
        base: the shipped `standard.toml`, empty for a new instrument.
        date: of the import, as YYYY-MM-DD.
    """
    text = plan.text
    record = Imported(
        language=text.language, file=text.file, sha256=text.sha256, date=date, edition=plan.edition, clauses=len(text.clauses),
        changed=(*plan.changed, *plan.removed),
    )  # fmt: skip
    others = [one for one in read_imports(home) if one.language != text.language]
    files = {
        f"official.{text.language}.md": official_markdown(text.clauses, plan.title),
        "import.toml": imports_toml(plan.standard, sorted([*others, record], key=lambda one: one.language)),
    }
    if plan.creates:
        earlier = read_toml(home / "standard.toml")
        data = created_data(plan.standard, text, base, title=plan.title, short=plan.short, edition=plan.edition, earlier=earlier)
        files["standard.toml"] = toml_text(data)
    return files


def verified_file(results: Sequence[Verification], standard: Standard, home: Path, date: str) -> str:
    """Returns `verified.toml` with the outcome of comparisons, one a language; what a person accepted stays while no text has changed.

    A clause agrees only if it agrees in every language that was compared.
    """
    rows = read_verified(home)
    states = [{row.clause: row.state for row in result.rows} for result in results]
    for clause in standard.clauses:
        found = [table[clause.id] for table in states if clause.id in table]
        if found and not (rows.get(clause.id, {}).get("state") == "accepted" and record_holds(rows[clause.id], clause)):
            state = next((one for one in found if one != "agrees"), "agrees")
            rows[clause.id] = _row(clause, state, "comparison", date)
    known = {clause.id for clause in standard.clauses}
    return verified_toml({identifier: row for identifier, row in rows.items() if identifier in known})


def _row(clause: Clause, state: str, by: str, date: str) -> dict[str, str]:
    marks = " ".join(official_marks(clause.official))
    return {"id": clause.id, "state": state, "by": by, "date": date, "statement": statement_mark(clause), "official": marks}


def accepted_file(standard: Standard, identifiers: Sequence[str], home: Path, date: str) -> str:
    """Returns `verified.toml` in which a person vouches for the given clauses.

    Errors:
        UnknownNameError: a clause does not exist, or the import has no official text for it.
    """
    rows = read_verified(home)
    clauses = {clause.id: clause for clause in standard.clauses}
    for identifier in identifiers:
        clause = clauses.get(identifier)
        if clause is None or not clause.official:
            hint = f"See: ethicsdiff standards verify {standard.id}."
            raise UnknownNameError(f'there is no official text of a clause "{identifier}" to compare with.', where=standard.id, hint=hint)
        rows[identifier] = _row(clause, "accepted", "person", date)
    return verified_toml(rows)
