"""Standards known by their themes alone: a provision touches a theme through the clauses of other standards that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ethicsdiff.model.match import Candidate
from ethicsdiff.model.standard import Catalogue

Theme = tuple[str, str]


def with_related(standards: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Returns the chosen standards, and after them those through whose clauses the themes of chosen ones are touched."""
    owners = (name.partition(":")[0] for name in _themes(catalogue, standards))
    return tuple(dict.fromkeys((*standards, *owners)))


def of_chosen(candidates: Sequence[Candidate], catalogue: Catalogue, standards: Sequence[str]) -> tuple[Candidate, ...]:
    """Returns the candidates of the chosen standards; one of another standard becomes that of the themes its clause belongs to."""
    themes = _themes(catalogue, standards)
    found: dict[tuple[str, str, str], Candidate] = {}
    for candidate in candidates:
        for standard, clause in _places(candidate, themes, standards):
            key = (candidate.provision, standard, clause)
            kept = candidate if candidate.standard == standard else replace(candidate, standard=standard, clause=clause, part="")
            if key not in found or found[key].probability < kept.probability:
                found[key] = kept
    return tuple(found.values())


def _places(candidate: Candidate, themes: dict[str, list[Theme]], standards: Sequence[str]) -> Sequence[Theme]:
    if not standards or candidate.standard in standards:
        return ((candidate.standard, candidate.clause),)
    return themes.get(f"{candidate.standard}:{candidate.clause}", ())


def _themes(catalogue: Catalogue, standards: Sequence[str]) -> dict[str, list[Theme]]:
    """Returns by clause ("kyiv:26") the themes of the chosen standards that it belongs to."""
    found: dict[str, list[Theme]] = {}
    for standard in catalogue.standards:
        for clause in standard.clauses if standard.themes_only and standard.id in standards else ():
            for name in clause.related:
                found.setdefault(name, []).append((standard.id, clause.id))
    return found
