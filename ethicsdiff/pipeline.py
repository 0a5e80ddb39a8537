"""The corridor: composes the rooms, and holds no logic of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from ethicsdiff import workspace
from ethicsdiff.errors import DraftError, EncoderError, UnknownNameError
from ethicsdiff.languages.encoder import CachedEncoder, Encoder, EncoderStatus, Endpoint, EndpointEncoder, load_encoder
from ethicsdiff.languages.similarity import closest
from ethicsdiff.matching.engine import Engine, build_engine
from ethicsdiff.matching.head import load_head
from ethicsdiff.matching.texts import alignable, query_text
from ethicsdiff.model.decision import Decision
from ethicsdiff.model.document import Draft, Notice, Severity, SourceDocument
from ethicsdiff.model.lesson import Lesson
from ethicsdiff.model.match import Candidate
from ethicsdiff.model.report import Report
from ethicsdiff.model.review import Comparison
from ethicsdiff.model.standard import Catalogue, Clause, Standard
from ethicsdiff.provisions.segment import segment
from ethicsdiff.readers import read_source
from ethicsdiff.report.build import build_report
from ethicsdiff.review.apply import compare as compare_candidates
from ethicsdiff.review.ledger import read_ledger
from ethicsdiff.review.lessons import lessons_of, read_lessons
from ethicsdiff.review.themes import of_chosen, with_related
from ethicsdiff.standards.check import check_standards
from ethicsdiff.standards.load import load_catalogue
from ethicsdiff.writers.concordance import COLUMNS, FORMS

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a user may choose of a comparison; `language` "" means the draft's own, `threshold` 0 the calibrated one."""

    standards: tuple[str, ...] = ()
    language: str = ""
    threshold: float = 0.0
    author: str = "ethicsdiff"
    initials: str = "ED"
    date: datetime | None = None
    endpoint: Endpoint | None = None
    ledger: Path | None = None
    table_form: str = FORMS[0]
    table_columns: str = COLUMNS[0]
    template: Path | None = None
    suggest: bool = False
    second_language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Everything a comparison made, stage by stage."""

    draft: Draft
    candidates: tuple[Candidate, ...]
    comparison: Comparison
    standards: tuple[Standard, ...]
    report: Report
    status: EncoderStatus
    notices: tuple[Notice, ...] = ()


def silent(message: str) -> None:
    """Says nothing: the default for callers that show no progress."""


def read_draft(path: Path) -> SourceDocument:
    """Returns the blocks of a draft file.

    Errors:
        DraftError: the file is missing, not readable or empty.
    """
    return read_source(workspace.checked_draft(path))


def parse_draft(path: Path) -> Draft:
    """Returns the provisions of a draft file.

    Errors:
        DraftError: the file cannot be read, or holds no provision.
    """
    return segment(read_draft(path))


def catalogue() -> Catalogue:
    """Returns the shipped catalogue with the user's official texts laid over it; read again only when a file of theirs changed."""
    official = workspace.official_dir()
    return _read_catalogue(official, workspace.stamp(official))


@lru_cache(maxsize=2)
def _read_catalogue(official: Path | None, _stamp: tuple[tuple[str, int, int], ...] = ()) -> Catalogue:
    return load_catalogue(workspace.standards_dir(), official)


def shipped_catalogue() -> Catalogue:
    """Returns the catalogue as it ships: what the head is fitted on, whatever a user has imported."""
    return _read_catalogue(None)


def standard_named(name: str) -> Standard:
    """Returns a standard by id.

    Errors:
        UnknownNameError: there is none; the message names those that exist.
    """
    known = {standard.id: standard for standard in catalogue().standards}
    if name not in known:
        raise UnknownNameError(f'there is no standard "{name}"', hint=f"There are: {', '.join(known)}.")
    return known[name]


def clause_named(standard: Standard, name: str) -> Clause:
    """Returns a clause of a standard by id.

    Errors:
        UnknownNameError: there is none; the message names the closest ones.
    """
    known = {clause.id: clause for clause in standard.clauses}
    if name not in known:
        near = closest(name, tuple(known)) or tuple(known)[:5]
        hint = f"Did you mean {', '.join(near)}? All: ethicsdiff standards show {standard.id}."
        raise UnknownNameError(f'{standard.id} has no clause "{name}"', hint=hint)
    return known[name]


def engine(options: Options, lessons: Sequence[Lesson] = ()) -> tuple[Engine, EncoderStatus]:
    """Returns the engine for the chosen standards, and what is known of the encoder; without one, letters and terms are compared.

    `lessons` are what reviewers decided; without them the engine is the one whose accuracy was measured.
    """
    for name in options.standards:
        standard_named(name)
    encoder, status = encoder_for(options.endpoint)
    head = load_head(_head_of(options.endpoint))
    if encoder is not None and encoder.model_id != head.model_id:
        status = EncoderStatus(available=False, model_id=encoder.model_id, reason="other-model", detail=head.model_id)
        encoder = None
    if encoder is None:
        head = load_head(workspace.lone_head_path())
    return build_engine(catalogue(), head, encoder, with_related(options.standards, catalogue()), lessons), status


def lessons_for(path: Path, draft: Draft, options: Options) -> tuple[Lesson, ...]:
    """Returns what reviewers taught: the decisions in the draft's own ledger, and those kept in the workspace from other drafts.

    Errors:
        LedgerError: the ledger is there and cannot be read.
    """
    return _lessons(draft, read_ledger(workspace.ledger_path(path, options.ledger)).decisions)


def _lessons(draft: Draft, decisions: Sequence[Decision]) -> tuple[Lesson, ...]:
    kept = (lesson for lesson in read_lessons(workspace.kept_lessons()) if lesson.source != draft.source.file)
    return (*lessons_of(draft, decisions, catalogue(), query_text), *kept)


def encoder_for(endpoint: Endpoint | None) -> tuple[Encoder | None, EncoderStatus]:
    """Returns the encoder on this machine, or the one at the address that the user named, and what is known of it."""
    if endpoint is None:
        return load_encoder(cache=workspace.vector_cache())
    encoder = CachedEncoder(EndpointEncoder(endpoint), workspace.vector_cache())
    return encoder, EncoderStatus(available=True, model_id=encoder.model_id, reason="ok", detail=endpoint.address)


def _head_of(endpoint: Endpoint | None) -> Path:
    """Returns the file of the head fitted for an encoder.

    Errors:
        EncoderError: no head was fitted for this address and model yet.
    """
    if endpoint is None:
        return workspace.head_path()
    path = workspace.own_head_path(endpoint.model_id)
    if not path.exists():
        hint = f"Fit one first: ethicsdiff train --endpoint {endpoint.address} --endpoint-model {endpoint.model}"
        raise EncoderError("no head was fitted for this model yet.", where=endpoint.address, hint=hint)
    return path


def compare_draft(path: Path, options: Options, say: Say = silent) -> Outcome:
    """Returns the comparison of a draft with the chosen standards, and its report in the chosen language."""
    say("reading the draft")
    draft = parse_draft(path)
    if not alignable(draft.provisions):
        raise DraftError("no provisions were found.", where=path.name, hint="There are labels and headings, but no norms under them.")
    ledger = read_ledger(workspace.ledger_path(path, options.ledger))
    say("loading the standards")
    matching, status = engine(options, _lessons(draft, ledger.decisions))
    say(f"comparing {len(alignable(draft.provisions))} provisions")
    candidates = of_chosen(matching.propose(draft.provisions), catalogue(), options.standards)
    chosen = chosen_catalogue(options)
    comparison = compare_candidates(
        candidates, chosen, threshold=options.threshold or matching.threshold,
        encoder=status.model_id if status.available else "", draft=draft, decisions=ledger.decisions,
    )  # fmt: skip
    notices = (*encoder_notices(status), *ledger.notices)
    language = options.language or draft.source.languages[0]
    report = build_report(draft, chosen, comparison, language=language, notices=notices, date=options.date)
    return Outcome(
        draft=draft, candidates=candidates, comparison=comparison, standards=chosen.standards, report=report, status=status, notices=notices
    )  # fmt: skip


def chosen_catalogue(options: Options) -> Catalogue:
    """Returns the standards that a comparison is about: the chosen ones, or those that are compared unasked."""
    whole = catalogue()
    standards = tuple(s for s in whole.standards if (s.id in options.standards if options.standards else s.default))
    return Catalogue(standards=standards, exemplars=(), terms=whole.terms)


def encoder_notices(status: EncoderStatus) -> tuple[Notice, ...]:
    """Returns what the reader should know of the encoder: that it is missing and why, nothing where it works."""
    if status.available:
        return ()
    return (Notice(code=f"encoder.{status.reason}", severity=Severity.WARNING, params=(("detail", status.detail),)),)


def check_catalogue() -> tuple[str, ...]:
    """Returns the faults of the shipped catalogue, each with file and line; empty when there are none."""
    return check_standards(workspace.standards_dir())
