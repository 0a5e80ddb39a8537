"""The corridor of learning: the head from the catalogue; what a draft's decisions teach, where that is kept, and what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ethicsdiff import pipeline, workspace
from ethicsdiff.errors import CatalogueError, UnknownNameError
from ethicsdiff.languages.encoder import Endpoint
from ethicsdiff.matching.fit import fit_head, fit_heads
from ethicsdiff.matching.head import Head, equal_heads, head_bytes, load_head
from ethicsdiff.matching.surface import groups_of, of_group
from ethicsdiff.matching.texts import query_text
from ethicsdiff.model.lesson import Lesson
from ethicsdiff.model.match import Candidate, Relation
from ethicsdiff.review.ledger import read_ledger
from ethicsdiff.review.lessons import lesson_lines, lessons_of, read_lessons
from ethicsdiff.review.propose import proposals

Shown = dict[tuple[str, str], Relation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A provision (`text` are its words) and a clause whose proposal the lessons change: the relation before and now, None for none."""

    provision: str
    clause: str
    text: str
    before: Relation | None
    now: Relation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """How many lessons were confirmed and how many rejected, and what they change in a draft, in its order."""

    confirmed: int
    rejected: int
    changes: tuple[Change, ...]


def train(*, check: bool = False, endpoint: Endpoint | None = None) -> Iterator[tuple[Path, bool]]:
    """Yields the files of the fitted heads and whether a new fit gives the same head; without `check` the new fit is written.

    The shipped heads are the one for the encoder on this machine and the one for letters alone; one for an `endpoint` is kept among
    the user's own data.

    Errors:
        UnknownNameError: no encoder is installed.
    """
    encoder, status = pipeline.encoder_for(endpoint)
    if encoder is None:
        raise UnknownNameError(f"the encoder is needed to fit the head ({status.reason})", hint=status.detail)
    whole = pipeline.shipped_catalogue()
    group = of_group(whole, groups_of(whole)[0])
    if endpoint is not None:
        yield _trained(workspace.own_head_path(endpoint.model_id), fit_head(group, encoder), check=check)
        return
    first, lone = fit_heads(group, encoder)
    yield _trained(workspace.head_path(), first, check=check)
    yield _trained(workspace.lone_head_path(), lone, check=check)


def _trained(path: Path, head: Head, *, check: bool) -> tuple[Path, bool]:
    data = head_bytes(head)
    same = _is_kept(path, head, data)
    if not check:
        workspace.replace_file(path, data, hint="Make the folder writable, or train in a copy of the repository.")
    return path, same


def _is_kept(path: Path, head: Head, data: bytes) -> bool:
    """Returns whether a file holds this head; a damaged one, or one of an earlier schema, does not."""
    try:
        return path.exists() and (path.read_bytes() == data or equal_heads(load_head(path), head))
    except CatalogueError:
        return False


def keep(path: Path, options: pipeline.Options) -> tuple[Path, int]:
    """Returns the file of lessons in the workspace, with those of this draft in place of its earlier ones, and how many those are.

    Errors:
        DraftError, LedgerError: a file cannot be read.
        OutputError: the workspace cannot be written.
    """
    draft = pipeline.parse_draft(path)
    ledger = read_ledger(workspace.ledger_path(path, options.ledger))
    mine = lessons_of(draft, ledger.decisions, pipeline.catalogue(), query_text)
    others = tuple(lesson for lesson in read_lessons(workspace.kept_lessons()) if lesson.source != draft.source.file)
    return workspace.keep_lessons(lesson_lines((*others, *mine))), len(mine)


def report(path: Path, options: pipeline.Options) -> Learned:
    """Returns what the lessons change in the proposals for a draft: those of its own ledger and those kept in the workspace."""
    draft = pipeline.parse_draft(path)
    lessons = pipeline.lessons_for(path, draft, options)
    plain, taught = pipeline.engine(options)[0], pipeline.engine(options, lessons)[0]
    least = options.threshold or plain.threshold
    before, now = _shown(plain.propose(draft.provisions), least), _shown(taught.propose(draft.provisions), least)
    texts = {provision.id: query_text(provision) for provision in draft.provisions}
    order = {provision.id: place for place, provision in enumerate(draft.provisions)}
    pairs = sorted({*before, *now}, key=lambda pair: (order[pair[0]], pair[1]))
    changes = (
        Change(provision=p, clause=c, text=texts[p], before=before.get((p, c)), now=now.get((p, c))) for p, c in pairs
    )
    return Learned(
        confirmed=_count(lessons, confirmed=True), rejected=_count(lessons, confirmed=False),
        changes=tuple(change for change in changes if change.before != change.now),
    )  # fmt: skip


def _shown(candidates: Sequence[Candidate], threshold: float) -> Shown:
    return {(one.provision, f"{one.standard}:{one.clause}"): one.relation for one in proposals(candidates, threshold)}


def _count(lessons: Sequence[Lesson], *, confirmed: bool) -> int:
    return sum((lesson.relation != Relation.NONE) == confirmed for lesson in lessons)
