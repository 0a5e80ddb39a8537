"""Instruments whose clauses are the imported text itself: Warsaw after its import, and every new one. Their `standard.toml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ethicsdiff.languages.nlp import deontics
from ethicsdiff.languages.text import folded
from ethicsdiff.model.match import Modality
from ethicsdiff.model.official import OfficialClause, OfficialText
from ethicsdiff.model.standard import Clause, ClauseKind, Group, Provenance, Standard
from ethicsdiff.standards.reading.restarts import label_of
from ethicsdiff.standards.wordlists import ADDRESSEES

_DUTIES = {
    Modality.OBLIGATION: "obligation", Modality.PROHIBITION: "prohibition", Modality.AVOIDANCE: "prohibition",
    Modality.RECOMMENDATION: "recommendation", Modality.PERMISSION: "permission", Modality.RIGHT: "permission",
    Modality.EXEMPTION: "permission",
}  # fmt: skip
_CITATIONS = {
    "": {"en": "{short}, para. {id}", "ru": "{short}, п. {id}", "kk": "{short}, {id}-тармақ"},
    "article": {"en": "{short}, Article {id}", "ru": "{short}, ст. {id}", "kk": "{short}, {id}-бап"},
    "article-paragraph": {
        "en": "{short}, Article {article}, para. {point}",
        "ru": "{short}, ст. {article}, п. {point}",
        "kk": "{short}, {article}-бап, {point}-тармақ",
    },
    "part-paragraph": {
        "en": "{short}, part {part}, para. {point}",
        "ru": "{short}, часть {part}, п. {point}",
        "kk": "{short}, {part}{joint}бөлім, {point}-тармақ",
    },
    "title-paragraph": {
        "en": "{short}, “{part}”, para. {point}",
        "ru": "{short}, «{part}», п. {point}",
        "kk": "{short}, «{part}», {point}-тармақ",
    },
}
_NOTES = {
    "en": "The clauses are the official text itself, from the file {file}.",
    "ru": "Пункты представляют собой сам официальный текст из файла {file}.",
    "kk": "Тармақтар — {file} файлындағы ресми мәтіннің өзі.",
}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST_ADDRESSEES = 3
_TITLE_WORDS = 8
_LONGEST_TITLE = 90
_LONGEST_SHORT = 60
UNDATED = "n.d."


def year_in(text: str) -> str:
    """Returns the last year that a title names, empty where it names none."""
    years = _YEAR.findall(text)
    return years[-1] if years else ""


def created_data(
    identifier: str, text: OfficialText, base: Mapping[str, Any], *, title: str, short: str, edition: str, earlier: Mapping[str, Any]
) -> dict[str, Any]:
    """Returns the content of a workspace's `standard.toml`.

    Args:
        identifier: the id of the instrument.
        text: the official text that is being imported.
        base: the shipped `standard.toml` if there is one, whose titles and citation forms are kept (Warsaw), else empty.
        title: the title of a new instrument; taken from the file where empty.
        short: its short title, for citations; the title or the id where empty.
        edition: its year or version; the year in its title where empty.
        earlier: the `standard.toml` of an import before, for another language or a corrected file.
    """
    code, name = text.language, title or text.title or identifier
    brief = short or earlier.get("short", {}).get(code, "") or (name if len(name) <= _LONGEST_SHORT else identifier)
    told = edition or str(base.get("edition", "")) or str(earlier.get("edition", "")) or year_in(name) or UNDATED
    rows = [_row(clause, code) for clause in text.clauses]
    ids = {row["id"] for row in rows}
    return {
        "schema": 1, "id": identifier, "edition": told, "date": str(base.get("date", "")),
        "default": bool(earlier.get("default", base.get("default", bool(base)))),
        "title": base.get("title") or {**earlier.get("title", {}), code: name},
        "short": base.get("short") or {**earlier.get("short", {}), code: brief},
        "issuer": base.get("issuer") or earlier.get("issuer", {}),
        "citation": base.get("citation") or earlier.get("citation", {}),
        "note": {language: note.format(file=text.file) for language, note in _NOTES.items()},
        "clause": [*rows, *(dict(row) for row in earlier.get("clause", []) if row.get("id") not in ids)],
    }  # fmt: skip


def _row(clause: OfficialClause, language: str) -> dict[str, Any]:
    return {"id": clause.id, "addressee": addressees(clause.text, language), "duty": duties(clause.text, language), "cite": clause.cite}


def duties(text: str, language: str) -> list[str]:
    """Returns what a clause does, by its modal words, the strongest first; an obligation where it only declares."""
    found = [deontic for deontic in deontics(text, language) if not deontic.exception]
    ordered = sorted((d for d in found if d.modality in _DUTIES), key=lambda d: -d.strength)
    return list(dict.fromkeys(_DUTIES[d.modality] for d in ordered))[:2] or ["obligation"]


def addressees(text: str, language: str) -> list[str]:
    """Returns whom a clause addresses, by its words, in the order of their appearance; the state where none is named."""
    low = folded(text)
    places = {name: min((low.find(stem) for stem in stems if stem in low), default=-1) for name, stems in ADDRESSEES[language].items()}
    named = sorted((place, name) for name, place in places.items() if place >= 0)
    return [name for _, name in named][:_MOST_ADDRESSEES] or ["state"]


def created_standard(data: Mapping[str, Any], texts: Mapping[str, Sequence[OfficialClause]]) -> Standard:
    """Returns an instrument made of its `standard.toml` and its official texts by language."""
    groups, shared = _groups(texts), _shared_headings(texts)
    rows = {str(row["id"]): row for row in data.get("clause", [])}
    order = dict.fromkeys(clause.id for clauses in texts.values() for clause in clauses)
    by_id = {code: {clause.id: clause for clause in clauses} for code, clauses in texts.items()}
    clauses = tuple(_clause(identifier, rows.get(identifier, {}), by_id, data, order, groups, shared) for identifier in order)
    return Standard(
        id=data["id"], edition=str(data["edition"]), date=str(data.get("date", "")), titles=_pairs(data["title"]),
        shorts=_pairs(data["short"]),
        issuers=_pairs(data.get("issuer", {})), notes=_pairs(data.get("note", {})), groups=_named(groups, texts), clauses=clauses,
        default=bool(data.get("default", True)),
    )  # fmt: skip


def _pairs(table: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), str(text)) for code, text in table.items())


def _groups(texts: Mapping[str, Sequence[OfficialClause]]) -> dict[str, str]:
    """Returns the group id of each clause: parts are counted from 1 in the first text, "0" where there are none."""
    first = next(iter(texts.values()))
    names = list(dict.fromkeys(clause.group for clause in first))
    found = {clause.id: str(names.index(clause.group) + (0 if names[0] == "" else 1)) for clause in first}
    return {clause.id: found.get(clause.id, "0") for clauses in texts.values() for clause in clauses}


def _named(groups: Mapping[str, str], texts: Mapping[str, Sequence[OfficialClause]]) -> tuple[Group, ...]:
    titles: dict[str, dict[str, str]] = {}
    for code, clauses in texts.items():
        for clause in clauses:
            if clause.group:
                titles.setdefault(groups[clause.id], {}).setdefault(code, clause.group)
    return tuple(Group(id=name, titles=_pairs(titles.get(name, {}))) for name in sorted(set(groups.values()), key=int))


def _clause(
    identifier: str, row: Mapping[str, Any], texts: Mapping[str, Mapping[str, OfficialClause]], data: Mapping[str, Any],
    ids: Mapping[str, None], groups: Mapping[str, str], shared: frozenset[str],
) -> Clause:  # fmt: skip
    parent = identifier.rpartition(".")[0]
    own = {code: clauses[identifier] for code, clauses in texts.items() if identifier in clauses}
    statements = tuple((code, clause.text.replace("\n", " ")) for code, clause in own.items())
    return Clause(
        id=identifier, standard=data["id"], group=groups[identifier],
        kind=ClauseKind.SUBCLAUSE if parent in ids else ClauseKind.PARAGRAPH, parent=parent if parent in ids else "",
        titles=tuple((code, _title(clause, shared)) for code, clause in own.items()), statements=statements, elements=(),
        citations=_cited(identifier, str(row.get("cite", "")), data, {code: one.group for code, one in own.items()}),
        duties=tuple(row.get("duty", ())),
        addressees=tuple(row.get("addressee", ())),
        topics=(), related=(), provenance=Provenance.VERIFIED, official=statements,
    )  # fmt: skip


def _shared_headings(texts: Mapping[str, Sequence[OfficialClause]]) -> frozenset[str]:
    """Returns the headings that stand above more than one clause, so that they tell none of them apart."""
    counts = Counter((code, clause.heading) for code, clauses in texts.items() for clause in clauses)
    return frozenset(heading for (_, heading), count in counts.items() if count > 1)


def _title(clause: OfficialClause, shared: frozenset[str]) -> str:
    """Returns the heading of a clause; its first words where it has none of its own."""
    own = "" if clause.heading in shared else clause.heading
    if own and len(own) <= _LONGEST_TITLE:
        return own
    words = (own or clause.text).split()
    return " ".join(words[:_TITLE_WORDS]).rstrip(",;:") + (" ..." if len(words) > _TITLE_WORDS else "")


def _cited(identifier: str, form: str, data: Mapping[str, Any], parts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Returns how a clause is cited in each language; the short title stands in for one that has none in a language.

    A number that counts within a part is cited with the part's own label, or with its heading where it has no label.
    """
    fixed, in_part = data.get("citation", {}), form == "part-paragraph"
    if fixed and not in_part:
        return tuple((code, pattern.replace("{id}", identifier)) for code, pattern in fixed.items())
    shorts, heading = data["short"], next(iter(parts.values()), "")
    article, _, point = identifier.partition(".")
    patterns = _CITATIONS.get("title-paragraph" if in_part and not label_of(heading) else form, _CITATIONS[""])

    def cited(code: str, pattern: str) -> str:
        above = parts.get(code, heading)
        part, short = label_of(above) or above, shorts.get(code) or next(iter(shorts.values()))
        joint = "-" if part.isdigit() else " "
        return pattern.format(short=short, id=identifier, article=article, point=point, part=part, joint=joint)

    return tuple((code, cited(code, pattern)) for code, pattern in patterns.items())
