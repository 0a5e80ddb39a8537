"""Checking the words of the catalogue: the term base row by row, the lengths of what is said, and the use of terms in statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from ethicsdiff.languages.text import folded, mixed_alphabet_words
from ethicsdiff.model.standard import Catalogue, Standard, Term
from ethicsdiff.standards.statements import Statement
from ethicsdiff.standards.terms_check import holds, said_wordings

Find = Callable[[str, str], Sequence[tuple[str, int, int]]]
_CONFIDENCE = frozenset({"high", "medium", "low"})
_LANGUAGES = ("en", "ru", "kk")
_LONGEST_TITLE = 90
_SHORTEST_ELEMENT, _LONGEST_ELEMENT = 3, 220
_UNEVEN = 1.8


def glossary_faults(path: Path) -> list[str]:
    """Returns the faults of the term base, each with its line."""
    if not path.exists():
        return []
    faults: list[str] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        cells = dict(zip(("id", "en", "ru", "kk", "confidence"), line.split("\t"), strict=False))
        faults += [f"{path}, line {number}: {fault}" for fault in _row_faults(cells)]
        first = seen.setdefault(cells.get("id", ""), number)
        if first != number:
            faults.append(f"{path}, line {number}: the concept {cells.get('id', '')} stands already on line {first}")
    return faults


def _row_faults(cells: Mapping[str, str]) -> Iterator[str]:
    for code in _LANGUAGES:
        wordings = [word.strip() for word in cells.get(code, "").split("|")]
        if not all(wordings):
            yield f"a wording in {code} is empty"
        yield from (f'"{word}" stands twice in {code}' for word, count in Counter(map(folded, wordings)).items() if count > 1 and word)
    if cells.get("confidence", "") not in _CONFIDENCE:
        yield f'the confidence "{cells.get("confidence", "")}" must be high, medium or low'
    yield from (f'the word "{word}" mixes alphabets' for word in mixed_alphabet_words(f"{cells.get('ru', '')} {cells.get('kk', '')}"))


def length_faults(path: Path, statements: Mapping[str, Statement]) -> list[str]:
    """Returns the titles and elements of a language file that are too long or too short, each with the line of its clause."""
    return [
        f"{path}, line {one.line}: clause {identifier}: {fault}" for identifier, one in statements.items() for fault in _length_faults(one)
    ]


def _length_faults(statement: Statement) -> Iterator[str]:
    if len(statement.title) > _LONGEST_TITLE:
        yield f"the title has {len(statement.title)} characters (up to {_LONGEST_TITLE} are usual)"
    for key, text in statement.elements:
        if not _SHORTEST_ELEMENT <= len(text) <= _LONGEST_ELEMENT:
            yield f"element {key} has {len(text)} characters ({_SHORTEST_ELEMENT} to {_LONGEST_ELEMENT} are usual)"
    keys = "".join(key for key, _ in statement.elements)
    if keys != "abcdefghijklmnopqrstuvwxyz"[: len(keys)]:
        yield f"its elements are lettered {keys}, not from a on"


def uneven_faults(home: Path, texts: Mapping[str, Mapping[str, Statement]]) -> list[str]:
    """Returns clauses whose statement is much shorter in one language than in another, or whose elements differ in number."""
    faults = []
    for identifier in next(iter(texts.values()), {}):
        found = {code: rows[identifier] for code, rows in texts.items() if identifier in rows}
        lengths = {code: len(one.statement) for code, one in found.items()}
        short = min(lengths, key=lambda code: lengths[code])
        where = f"{home / f'{short}.md'}, line {found[short].line}: clause {identifier}"
        if max(lengths.values()) > _UNEVEN * lengths[short]:
            faults.append(f"{where}: the statement is much shorter in {short} than in other languages")
        if len({len(one.elements) for one in found.values()}) > 1:
            faults.append(f"{where}: the number of elements differs between the languages")
    return faults


def term_remarks(catalogue: Catalogue, folder: Path, lines: Callable[[Path], Mapping[str, Statement]], find: Find) -> list[str]:
    """Returns the places where the Kazakh statements of one standard use two words for one Russian term.

    These are remarks and not faults: a linguist decides. Only terms whose Kazakh is sure are looked at.
    """
    sure = [term for term in catalogue.terms if term.kazakh_confidence == "high" and len(dict(term.words).get("ru", ())) == 1]
    remarks: list[str] = []
    for standard in catalogue.standards:
        path = folder / standard.id / "kk.md"
        uses = _uses(standard, find)
        remarks += [remark for term in sure for remark in _remarks(term, uses, path, lines)]
    return remarks


def _uses(standard: Standard, find: Find) -> dict[str, list[str]]:
    uses: dict[str, list[str]] = {}
    for clause in standard.clauses:
        for word in said_wordings(dict(clause.statements).get("kk", ""), "kk", find):
            uses.setdefault(word, []).append(clause.id)
    return uses


def _remarks(term: Term, uses: Mapping[str, Sequence[str]], path: Path, lines: Callable[[Path], Mapping[str, Statement]]) -> Iterator[str]:
    found = {folded(word): uses[folded(word)] for word in dict(term.words).get("kk", ()) if folded(word) in uses}
    apart = [word for word in found if not any(other != word and holds(other, word) for other in found)]
    if len(apart) < 2:
        return
    usual, *others = sorted(apart, key=lambda word: -len(found[word]))
    statements = lines(path)
    for word in others:
        for identifier in dict.fromkeys(found[word]):
            line = statements[identifier].line if identifier in statements else 0
            yield f"{path}, line {line}: clause {identifier} says «{word}» for «{dict(term.words)['ru'][0]}», other clauses «{usual}»"
