"""Our statements against the official text, number by number: does each stand closest to the clause of its own number?

A statement is not judged by how alike two texts sound, but against all other clauses at once: the clauses of one instrument
compete for the statements, so that two neighbours that speak of the same thing are still told apart. Figures are in docs/standards.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.official import Checked, OfficialClause, Verification
from ethicsdiff.model.standard import Clause, Standard

Table = NDArray[np.float32]
_WORDING, _TERMS = 0.5, 0.2
_TERMS_ALONE = 0.3
_ROUNDS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How strict a comparison is: `heat` spreads the chances, below `chance` or beyond `margin` a statement does not fit.

    `least` is the share of the usual likeness under which a text is about something else. Chosen on wordings whose author the
    fitted head had not seen, so that planted wrong numbers are found first and false alarms are few second.
    """

    heat: float
    chance: float
    margin: float
    least: float


_WITH_HEAD = Scale(heat=0.08, chance=0.3, margin=0.25, least=0.4)
_BY_MEANING = Scale(heat=0.045, chance=0.35, margin=0.1, least=0.36)
_BY_WORDS = Scale(heat=0.03, chance=0.35, margin=0.1, least=0.36)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike statements (rows) and official clauses (columns) are.

    `meaning` has a table for each language of the statements, empty without an encoder; `answers` likewise, but of what the fitted
    head takes both texts for, empty where it does not know the instrument; `translations` compares the statements of one language
    (rows) with those of all others (columns); `wording` and `terms` need no encoder.
    """

    meaning: Mapping[str, Table]
    answers: Mapping[str, Table]
    translations: Mapping[str, Table]
    wording: Table
    terms: Table


def comparable(standard: Standard, official: Sequence[OfficialClause]) -> tuple[tuple[Clause, ...], tuple[OfficialClause, ...]]:
    """Returns the statements and official clauses that are compared: the ones of both sides that have text."""
    return tuple(c for c in standard.clauses if c.statements), tuple(c for c in official if c.text.strip())


def statement_text(clause: Clause, language: str) -> str:
    """Returns title and statement of a clause in a language, empty where it has none."""
    statement = dict(clause.statements).get(language, "")
    return f"{dict(clause.titles).get(language, '')}. {statement}" if statement else ""


def verify(standard: Standard, official: Sequence[OfficialClause], likeness: Likeness, *, language: str, file: str) -> Verification:
    """Returns what the comparison found for each clause of ours, and the official numbers that we lack.

    Args:
        standard: the instrument with our statements.
        official: the official clauses in `language`; `likeness` is about `comparable(standard, official)`.
        likeness: the tables of likeness.
        language: of the official text.
        file: its name.
    """
    clauses, texts = comparable(standard, official)
    columns = {clause.id: i for i, clause in enumerate(texts)}
    fit = _fused(likeness)
    scale = _WITH_HEAD if likeness.answers else _BY_MEANING if likeness.meaning else _BY_WORDS
    fits, nearest = _judged(fit, [columns.get(clause.id, -1) for clause in clauses], scale)
    apart = _mistranslated(likeness.translations)
    doubles = _doubles(clauses)
    rows = []
    for i, clause in enumerate(clauses):
        own = columns.get(clause.id, -1)
        elsewhere = doubles.get(clause.id, ()) if nearest[i] != own else ()
        languages = (*(code for code, faults in apart.items() if faults[i]), *elsewhere)
        state = _state(clause, own, fits=bool(fits[i]) and not languages)
        near = texts[nearest[i]].id if texts and state != "agrees" and nearest[i] != own else ""
        rows.append(
            Checked(clause=clause.id, state=state, score=_score(fit, i, own), nearer=near, languages=tuple(dict.fromkeys(languages)))
        )
    lacking = tuple(text.id for text in texts if text.id not in {clause.id for clause in clauses})
    means = "meaning" if likeness.meaning else "words"
    return Verification(standard=standard.id, language=language, file=file, rows=tuple(rows), lacking=lacking, means=means)


def _state(clause: Clause, own: int, *, fits: bool) -> str:
    if own < 0:
        return "absent" if clause.id[0].isdigit() else "not-found"
    return "agrees" if fits else "unfit"


def _score(fit: Table, row: int, own: int) -> float:
    return round(max(0.0, min(1.0, float(fit[row, own]))), 2) if own >= 0 else 0.0


def _fused(likeness: Likeness) -> Table:
    """Returns one table: the mean of the meanings of all languages, helped by shared words and terms and by the head."""
    if not likeness.meaning:
        return likeness.wording + np.float32(_TERMS_ALONE) * likeness.terms
    fit: Table = _mean(likeness.meaning) + np.float32(_WORDING) * likeness.wording + np.float32(_TERMS) * likeness.terms
    return fit + _mean(likeness.answers) if likeness.answers else fit


def _mean(tables: Mapping[str, Table]) -> Table:
    result: Table = np.mean(list(tables.values()), axis=0, dtype=np.float32)
    return result


def _judged(fit: Table, own: Sequence[int], scale: Scale) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Returns whether each row fits the column of its own, and the column that it fits best of all.

    `own` is -1 for a row whose number the official text does not have; it cannot fit.
    """
    if not fit.size:
        return np.zeros(len(own), dtype=np.bool_), np.zeros(len(own), dtype=np.int64)
    even = fit - fit.mean(axis=1, keepdims=True) - fit.mean(axis=0, keepdims=True) + fit.mean()
    rows, columns = np.arange(len(own)), np.array([max(place, 0) for place in own])
    chances, mine = _shared_out(even, scale.heat)[rows, columns], even[rows, columns]
    known = np.array([place >= 0 for place in own])
    usual = float(np.median(fit[rows, columns][known])) if known.any() else 0.0
    near = (chances >= scale.chance) & (even.max(axis=1) - mine <= scale.margin)
    return known & near & (fit[rows, columns] >= scale.least * usual), even.argmax(axis=1)


def _shared_out(even: Table, heat: float) -> NDArray[np.float64]:
    """Returns the chance of each row to belong to each column, when no column can be had by more than one row."""
    shares = np.exp((even.astype(np.float64) - even.max()) / heat)
    for _ in range(_ROUNDS):
        shares /= np.maximum(shares.sum(axis=1, keepdims=True), 1e-300)
        shares /= np.maximum(shares.sum(axis=0, keepdims=True), 1.0)
    result: NDArray[np.float64] = shares / np.maximum(shares.sum(axis=1, keepdims=True), 1e-300)
    return result


def _mistranslated(translations: Mapping[str, Table]) -> dict[str, NDArray[np.bool_]]:
    """Returns for each language which statements render another clause than the other languages do."""
    return {code: ~_judged(table, range(len(table)), _BY_MEANING)[0] for code, table in translations.items()}


def _doubles(clauses: Sequence[Clause]) -> dict[str, tuple[str, ...]]:
    """Returns the clauses whose statement stands word for word at another number too, with the languages of it."""
    seen: dict[tuple[str, str], list[str]] = {}
    for clause in clauses:
        for code, text in clause.statements:
            seen.setdefault((code, fingerprint(text)), []).append(clause.id)
    found: dict[str, list[str]] = {}
    for (code, _), ids in seen.items():
        if len(ids) > 1:
            for identifier in ids:
                found.setdefault(identifier, []).append(code)
    return {identifier: tuple(codes) for identifier, codes in found.items()}
