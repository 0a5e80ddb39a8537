"""The second corridor: work on the standards themselves. It composes the rooms, as `pipeline` does for drafts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path

import numpy as np

from ethicsdiff import pipeline, workspace
from ethicsdiff.errors import DraftError, UnknownNameError
from ethicsdiff.languages.detect import detect_language
from ethicsdiff.languages.encoder import Encoder, load_encoder
from ethicsdiff.matching.features import centred
from ethicsdiff.matching.head import Head, load_head
from ethicsdiff.matching.kernel import kernel
from ethicsdiff.matching.ngrams import inverse_frequency, ngram_similarity, ngram_vectors
from ethicsdiff.matching.scores import column_scores, letters_of
from ethicsdiff.matching.terms import TermFinder, concept_overlap
from ethicsdiff.model.document import Draft, SourceDocument
from ethicsdiff.model.official import ImportPlan, OfficialClause, Verification
from ethicsdiff.model.standard import Catalogue, Clause, Standard
from ethicsdiff.model.terms import TermsReport
from ethicsdiff.provisions.segment import segment
from ethicsdiff.readers import read_source
from ethicsdiff.report.phrases import phrases_of
from ethicsdiff.standards.check import remark_standards
from ethicsdiff.standards.differ import Change, edition_changes
from ethicsdiff.standards.export import standard_csv, standard_json
from ethicsdiff.standards.handout import handout
from ethicsdiff.standards.importing import accepted_file, check_name, import_files, plan_import, verified_file
from ethicsdiff.standards.official import read_official
from ethicsdiff.standards.oscal import oscal_catalogue
from ethicsdiff.standards.overlay import official_texts, record_holds
from ethicsdiff.standards.search import Hit, search_clauses
from ethicsdiff.standards.store import read_toml, read_verified, write_files
from ethicsdiff.standards.terms_check import Find, check_terms, wording_terms
from ethicsdiff.standards.verify import Likeness, Table, comparable, statement_text, verify
from ethicsdiff.writers.standard_docx import write_standard

LANGUAGES = ("en", "ru", "kk")


def home_of(identifier: str) -> Path:
    """Returns the folder of an instrument in the user's workspace."""
    return workspace.official_dir() / identifier


def plan(
    identifier: str, file: Path, *, language: str = "", new: bool = False, title: str = "", short: str = "", edition: str = ""
) -> ImportPlan:
    """Returns what importing a file would do.

    Errors:
        UnknownNameError: there is no such instrument, or its id cannot be one.
        DraftError: the file cannot be read, is in a foreign language, or holds no numbered clauses.
    """
    shipped = pipeline.shipped_catalogue().standards
    known = [standard.id for standard in pipeline.catalogue().standards]
    base = check_name(identifier, shipped, [name for name in known if name not in {s.id for s in shipped}], new=new)
    source = read_source(workspace.checked_draft(file))
    text = read_official(source, base, language=language, draft=_provisions(source) if base is None else None)
    return plan_import(identifier, text, base, home_of(identifier), title=title, short=short, edition=edition)


def _provisions(source: SourceDocument) -> Draft | None:
    """Returns the provisions of a file, None where it has none; its clauses may still have numbers."""
    try:
        return segment(source)
    except DraftError:
        return None


def carry_out(plan: ImportPlan, today: Date | None = None) -> Path:
    """Returns the folder into which the files of an import were written."""
    home = home_of(plan.standard)
    base = read_toml(workspace.standards_dir() / plan.standard / "standard.toml")
    write_files(home, import_files(plan, home, base, (today or Date.today()).isoformat()))
    return home


def verify_standard(identifier: str, today: Date | None = None) -> tuple[Verification, ...]:
    """Returns the comparison of our statements with each imported official text of an instrument, and records it.

    Errors:
        UnknownNameError: there is no such instrument, or no official text of it was imported.
    """
    standard, home = imported_standard(identifier), home_of(identifier)
    encoder, head = _encoder()
    results = []
    for code, official in official_texts(home, standard.sources).items():
        source = next(one for one in standard.sources if one.language == code)
        likeness = _likeness(standard, official, code, encoder, head)
        results.append(verify(standard, official, likeness, language=code, file=source.file))
    write_files(home, {"verified.toml": verified_file(results, standard, home, (today or Date.today()).isoformat())})
    return tuple(results)


def imported_standard(identifier: str) -> Standard:
    """Returns an instrument that has an official text and statements of ours to compare with it.

    Errors:
        UnknownNameError: there is none, it was not imported, or its clauses are the official text itself.
    """
    standard = pipeline.standard_named(identifier)
    if not standard.sources:
        hint = f"Import it first: ethicsdiff standards import {identifier} FILE."
        raise UnknownNameError("no official text was imported into this workspace.", where=identifier, hint=hint)
    if all(clause.statements == clause.official for clause in standard.clauses):
        raise UnknownNameError(
            "its clauses are the official text itself.", where=identifier, hint="There is nothing of ours to compare with it."
        )
    return standard


def accept(identifier: str, clauses: Sequence[str], today: Date | None = None) -> None:
    """Records that a person has read statement and official text of the given clauses and vouches for them."""
    standard, home = imported_standard(identifier), home_of(identifier)
    write_files(home, {"verified.toml": accepted_file(standard, clauses, home, (today or Date.today()).isoformat())})


def accepted_clauses(identifier: str) -> frozenset[str]:
    """Returns the clauses for which a person's word still holds: neither text has changed since."""
    rows = read_verified(home_of(identifier))
    clauses = {clause.id: clause for clause in pipeline.standard_named(identifier).clauses}
    return frozenset(i for i, row in rows.items() if row.get("state") == "accepted" and i in clauses and record_holds(row, clauses[i]))


def _encoder() -> tuple[Encoder | None, Head]:
    encoder, _ = load_encoder(cache=workspace.vector_cache())
    head = load_head(workspace.head_path())
    return (encoder if encoder is not None and encoder.model_id == head.model_id else None), head


def _likeness(standard: Standard, official: Sequence[OfficialClause], language: str, encoder: Encoder | None, head: Head) -> Likeness:
    clauses, texts = comparable(standard, official)
    words = [text.text for text in texts]
    vectors = ngram_vectors(words)
    wording = ngram_similarity(ngram_vectors([statement_text(c, language) for c in clauses]), vectors, inverse_frequency(vectors))
    finder = TermFinder(pipeline.catalogue().terms)
    ours = [frozenset().union(*(finder.concepts(text, code) for code, text in clause.statements)) for clause in clauses]
    terms = concept_overlap(ours, [finder.concepts(text, language) for text in words])
    if encoder is None:
        return Likeness(meaning={}, answers={}, translations={}, wording=wording, terms=terms)
    statements = {code: _vectors(clauses, code, encoder, head) for code in LANGUAGES if all(statement_text(c, code) for c in clauses)}
    targets = centred(encoder.encode(words), [language] * len(words), head.means, head.languages)
    fitted = any(target.partition(":")[0] == standard.id for target in head.targets)
    return Likeness(
        meaning={code: rows @ targets.T for code, rows in statements.items()},
        answers=_alike(clauses, statements, _answers(targets, words, language, head), head) if fitted else {},
        translations=_translations(statements), wording=wording, terms=terms,
    )  # fmt: skip


def _alike(clauses: Sequence[Clause], statements: dict[str, Table], targets: Table, head: Head) -> dict[str, Table]:
    """Returns for each language how far the head takes our statements (rows) for the same as official texts (columns)."""
    return {
        code: _answers(rows, [statement_text(clause, code) for clause in clauses], code, head) @ targets.T
        for code, rows in statements.items()
    }


def _answers(vectors: Table, texts: Sequence[str], language: str, head: Head) -> Table:
    """Returns what the fitted head takes texts for: one row of length one for each, over its clauses without *nothing*."""
    languages = [language] * len(texts)
    scores = column_scores(kernel(head.bank @ vectors.T), letters_of(texts, languages, head), languages, head)[:, :-1]
    result: Table = scores / np.maximum(np.linalg.norm(scores, axis=1, keepdims=True), 1e-9)
    return result


def _vectors(clauses: Sequence[Clause], language: str, encoder: Encoder, head: Head) -> Table:
    texts = [statement_text(clause, language) for clause in clauses]
    return centred(encoder.encode(texts), [language] * len(texts), head.means, head.languages)


def _translations(statements: dict[str, Table]) -> dict[str, Table]:
    """Returns for each language its statements (rows) against the mean of the other languages' (columns)."""
    found: dict[str, Table] = {}
    for code, rows in statements.items():
        others = [table for name, table in statements.items() if name != code]
        if others:
            found[code] = rows @ np.mean(others, axis=0).T
    return found


def search(query: str) -> tuple[Hit, ...]:
    """Returns the clauses of all standards that answer words in any language."""
    whole = pipeline.catalogue()
    finder = TermFinder(whole.terms)
    return search_clauses(whole, query, finder.concepts, _nearness(whole, query))


def _nearness(whole: Catalogue, query: str) -> dict[str, float]:
    """Returns how near each clause is to a query in meaning, the best of its languages; nothing without an encoder."""
    encoder, head = _encoder()
    if encoder is None or not query.strip():
        return {}
    clauses = [clause for standard in whole.standards for clause in standard.clauses]
    rows = [(clause, code, statement_text(clause, code)) for clause in clauses for code, _ in clause.statements]
    vectors = centred(encoder.encode([text for _, _, text in rows]), [code for _, code, _ in rows], head.means, head.languages)
    asked = centred(encoder.encode([query]), [detect_language(query) or "en"], head.means, head.languages)[0]
    found: dict[str, float] = {}
    for (clause, _, _), value in zip(rows, vectors @ asked, strict=True):
        key = f"{clause.standard}:{clause.id}"
        found[key] = max(found.get(key, 0.0), float(value))
    return found


def exported(identifier: str, form: str, language: str, *, official: bool) -> str:
    """Returns a standard as "json", "csv" or "oscal"."""
    standard = pipeline.standard_named(identifier)
    if form == "csv":
        return standard_csv(standard, official=official)
    data = oscal_catalogue(standard, language, official=official) if form == "oscal" else standard_json(standard, official=official)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def write_docx(identifier: str, target: Path, language: str, *, official: bool) -> None:
    """Writes a standard as a Word document."""
    say = phrases_of(language).say
    write_standard(handout(pipeline.standard_named(identifier), language, say, official=official), target)


def changes(old: str, new: str, language: str) -> tuple[Change, ...]:
    """Returns what became of each clause of one edition in another.

    Errors:
        UnknownNameError: one of them does not exist, or has no text in the language.
    """
    both = (pipeline.standard_named(old), pipeline.standard_named(new))
    for standard in both:
        known = dict.fromkeys(code for clause in standard.clauses for code, _ in (*clause.statements, *clause.official))
        if language not in known:
            hint = f"It has {', '.join(known)}: choose with --lang, or import it in this language."
            raise UnknownNameError(f"there is no text in {language}.", where=standard.id, hint=hint)
    return edition_changes(*both, language)


def remarks() -> tuple[str, ...]:
    """Returns what a linguist may want to look at in the shipped statements."""
    return remark_standards(workspace.standards_dir(), _wording_finder(pipeline.shipped_catalogue()))


def terms_of(path: Path, standards: Sequence[str] = ()) -> tuple[Draft, Catalogue, TermsReport]:
    """Returns a draft, the standards whose own terms were looked at, and what the term base says about the draft's words."""
    draft = pipeline.parse_draft(path)
    for name in standards:
        pipeline.standard_named(name)
    chosen = pipeline.chosen_catalogue(pipeline.Options(standards=tuple(standards)))
    return draft, chosen, check_terms(draft, chosen, _wording_finder(chosen))


def _wording_finder(whole: Catalogue) -> Find:
    """Returns what finds every single wording of the term base, synonyms apart."""
    finder = TermFinder(wording_terms(whole.terms))

    def find(text: str, language: str) -> list[tuple[str, int, int]]:
        return [(hit.concept, hit.start, hit.end) for hit in finder.find(text, language)]

    return find
