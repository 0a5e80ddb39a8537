"""The remarks of one returned file: comments and replies, resolved comments of ours, tracked changes, edits without tracking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ethicsdiff.model.document import Draft, Notice, Provision, Severity, Span
from ethicsdiff.model.remark import Commented, Remark, RemarkKind, Returned, Tie, Tracked
from ethicsdiff.review.threads import Thread, first_lines, number_of, our_comments, threads_of
from ethicsdiff.review.tying import Tied, Tying
from ethicsdiff.review.version import quote_of

_TOO_DIFFERENT = 0.3
_REACH = 4
_END_OF_BLOCK = 10**9
_CONTEXT = 60
_WORD = "word"
DRAFT_CATEGORY = "draft"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A remark that has no id yet: `key` and `parent` are keys of comments in its file, `provision` its place in the draft."""

    remark: Remark
    provision: str
    key: str = ""
    parent: str = ""


def incoming_of(
    returned: Returned, seen: Draft | None, draft: Draft, own: frozenset[str] = frozenset()
) -> tuple[tuple[Incoming, ...], tuple[Notice, ...]]:
    """Returns what people left in a returned file, tied to the draft, and what the reader should know of the file.

    `own` are the comments that stood in the draft before it was sent out, as `own_key` knows them.
    """
    reading = _Reading(returned, Tying(draft, returned, seen), own)
    edits, notices = reading.edits()
    return (*reading.comments(), *reading.resolved(), *reading.changes(), *edits), (*reading.notices(), *notices)


def own_key(comment: Commented) -> str:
    """Returns by what a comment of the draft is known again in the files that come back."""
    return "\n".join((comment.author.casefold(), *comment.paragraphs))


@dataclass(frozen=True, slots=True)
class _Reading:
    returned: Returned
    tying: Tying
    own: frozenset[str]

    def comments(self) -> Iterator[Incoming]:
        """Yields the comments of people."""
        for thread in threads_of(self.returned):
            comment, root = thread.comment, thread.root
            tied = self._tied(thread)
            answers = first_lines(root) if root is not None and thread.ours else ()
            yield self._made(
                tied, key=comment.key, parent="" if root is None or thread.ours else root.key,
                remark=self._remark(
                    RemarkKind.REPLY if root is not None and not thread.named else RemarkKind.COMMENT, tied, author=comment.author,
                    date=comment.date, utc=comment.utc, text="\n".join(comment.paragraphs), number=thread.number, answers=answers,
                    resolved=_resolved(thread), quote=comment.quote or (root.quote if root is not None else ""),
                    category=DRAFT_CATEGORY if own_key(comment) in self.own else "",
                ),
            )  # fmt: skip

    def _tied(self, thread: Thread) -> Tied:
        comment, root = thread.comment, thread.root
        own = self.tying.tied(comment.spans, comment.quote)
        if own.provision or root is None:
            return own
        through = self.tying.tied(root.spans, root.quote)
        return replace(through, tie=Tie.TAG) if through.provision and thread.named else through

    def resolved(self) -> Iterator[Incoming]:
        """Yields our comments that were marked as resolved and not answered: that too is word from a reader."""
        answered = {thread.root.key for thread in threads_of(self.returned) if thread.root is not None}
        for one in our_comments(self.returned.comments).values():
            if one.resolved and one.key not in answered:
                tied = self.tying.tied(one.spans, one.quote)
                yield self._made(tied, self._remark(
                    RemarkKind.RESOLVED, tied, number=number_of(one), answers=first_lines(one), resolved=True, quote=one.quote,
                ))  # fmt: skip

    def changes(self) -> Iterator[Incoming]:
        """Yields the tracked changes."""
        for one in self.returned.changes:
            tied = self.tying.tied(_spans(one), one.deleted)
            yield self._made(tied, self._remark(
                one.kind, tied, author=one.author, date=one.date, deleted=one.deleted, inserted=one.inserted,
                start=tied.offset, end=_end(one, tied), quote=_around(one, tied), category=DRAFT_CATEGORY if one.own else "",
            ))  # fmt: skip

    def edits(self) -> tuple[tuple[Incoming, ...], tuple[Notice, ...]]:
        """Returns what was changed without tracking; where too much differs the file is another version, which is said instead."""
        here, there = self.tying.here, self.tying.there
        if there is None:
            return (), (self._notice("collect.no-provisions"),)
        new = [one for one in there.provisions if one.fingerprint not in here.places]
        gone = {one.id: one for one in here.provisions if one.fingerprint not in there.places}
        same_draft = self.returned.made_from == self.tying.draft.source.sha256
        if not same_draft and (self.returned.made_from or len(new) > _TOO_DIFFERENT * len(there.provisions)):
            return (), (self._notice("collect.other-version", differing=str(len(new))),) if new or gone else ()
        pairs = self._pairs(new, gone)
        paired = {one.id for one in pairs.values()}
        edited = (self._edit(one, pairs.get(one.id)) for one in new)
        missing = (self._gone(one) for one in gone.values() if one.id not in paired)
        return (*edited, *missing), ()

    def _pairs(self, new: list[Provision], gone: Mapping[str, Provision]) -> dict[str, Provision]:
        """Returns which missing provision each new wording stands for, each once."""
        found: dict[str, Provision] = {}
        for one in new:
            tied = self.tying.tied(tuple(one.spans[:1]) or ((one.heading_span,) if one.heading_span else ()))
            if tied.provision in gone and gone[tied.provision] not in found.values():
                found[one.id] = gone[tied.provision]
        return found

    def _edit(self, new: Provision, old: Provision | None) -> Incoming:
        tied = Tied(old.id if old is not None else "", Tie.WORDS if old is not None else Tie.NONE, new, 0)
        return self._made(tied, self._remark(
            RemarkKind.EDIT, tied, deleted=quote_of(old) if old is not None else "", inserted=quote_of(new), start=0,
            end=len(old.text) if old is not None else 0,
        ))  # fmt: skip

    def _gone(self, old: Provision) -> Incoming:
        tied = Tied(old.id, Tie.WORDS, None, 0)
        return self._made(tied, self._remark(RemarkKind.EDIT, tied, deleted=quote_of(old), start=0, end=len(old.text)))

    def _remark(self, kind: RemarkKind, tied: Tied, **fields: object) -> Remark:
        return Remark(
            id="", time="", kind=kind, tie=tied.tie, anchor=self.tying.anchor(tied), path=tied.seen.path if tied.seen is not None else (),
            file=self.returned.file, version=self.returned.sha256, source=_WORD, **fields,  # type: ignore[arg-type]
        )  # fmt: skip

    @staticmethod
    def _made(tied: Tied, remark: Remark, *, key: str = "", parent: str = "") -> Incoming:
        return Incoming(remark=remark, provision=tied.provision, key=key, parent=parent)

    def notices(self) -> Iterator[Notice]:
        """Yields what a reader should know of the file."""
        if not self.returned.bookmarks and not our_comments(self.returned.comments):
            yield self._notice("collect.not-ours", Severity.INFO)
        if self.returned.formats:
            yield self._notice("collect.formats", Severity.INFO, count=str(self.returned.formats))

    def _notice(self, code: str, severity: Severity = Severity.WARNING, **params: str) -> Notice:
        return Notice(code=code, severity=severity, params=(("file", self.returned.file), *params.items()))


def _resolved(thread: Thread) -> bool:
    """Returns whether a comment or the one it answers is resolved: a thread is resolved as a whole."""
    return thread.comment.resolved or (thread.root is not None and thread.root.resolved and not thread.named)


def _spans(change: Tracked) -> tuple[Span, ...]:
    """Returns where to look for the provision of a change: a new paragraph belongs to what stands before it."""
    place = change.span
    if place.block < 0:
        return ()
    new = change.kind == RemarkKind.INSERTED and place.start == 0 and change.inserted.endswith("\n")
    before = range(place.block - 1, max(place.block - _REACH, -1), -1) if new else ()
    return (*(Span(block=block, start=_END_OF_BLOCK, end=_END_OF_BLOCK) for block in before), place)


def _around(change: Tracked, tied: Tied) -> str:
    """Returns the words around a change in the original text, "" where its offset in the provision is not known."""
    if tied.seen is None or tied.offset < 0:
        return ""
    text, end = tied.seen.text, _end(change, tied)
    before, after = text[max(tied.offset - _CONTEXT, 0) : tied.offset], text[end : end + _CONTEXT]
    cut, more = "…" if tied.offset > _CONTEXT else "", "…" if len(text) > end + _CONTEXT else ""
    return f"{cut}{before.lstrip() if cut else before} […] {after}{more}".strip()


def _end(change: Tracked, tied: Tied) -> int:
    return tied.offset + change.span.end - change.span.start if tied.offset >= 0 else -1
