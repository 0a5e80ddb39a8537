"""What people left in a Word file that came back: comments with their threads, tracked changes, our hidden bookmarks.

Ids and paragraph ids mean nothing from one save to the next: LibreOffice renumbers both, 7.4 also forgets which comment
replies to which. What lasts are authors, dates, words, the names of bookmarks and custom properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ethicsdiff.model.document import Span
from ethicsdiff.model.remark import Bookmarked, Commented, RemarkKind, Returned, Tracked
from ethicsdiff.ooxml.comment_parts import COMMENTS, last_paragraph_id, paragraph_ids, thread_rows, utc_dates
from ethicsdiff.ooxml.custom_properties import DRAFT_PROPERTY, property_of
from ethicsdiff.ooxml.edits import Edits
from ethicsdiff.ooxml.inline import read_inline
from ethicsdiff.ooxml.marked_places import Marks, marks_of, place_aside
from ethicsdiff.ooxml.names import Element, R, w
from ethicsdiff.ooxml.old_comments import BOOKMARK_NAME
from ethicsdiff.ooxml.original import DELETED, MOVED_AWAY, MOVED_HERE, ChangeKey, RawChange, key_of, keys_of, restored
from ethicsdiff.ooxml.package import Package, main_root
from ethicsdiff.ooxml.story import Story, read_story

_ID, _AUTHOR, _DATE, _P = w("id"), w("author"), w("date"), w("p")
_START, _END = w("commentRangeStart"), w("commentRangeEnd")
_TEXTS = frozenset({w("t"), w("delText")})
_LONGEST_QUOTE = 2000
_SPACE = re.compile(r"\s+")


def own_changes(package: Package) -> frozenset[ChangeKey]:
    """Returns by what the tracked changes that stand in a draft are known again in the files that come back.

    Raises:
        PackageError: the main part cannot be parsed safely.
    """
    return keys_of(main_root(package)).union(*(keys_of(aside) for _, aside in _asides(package)))


def _asides(package: Package) -> Iterator[tuple[str, Element]]:
    """Yields the kinds and roots of the parts beside the main one that hold text: notes, headers, footers."""
    for kind, relation in (("footnote", "footnotes"), ("endnote", "endnotes"), ("header", "header"), ("footer", "footer")):
        for part in package.related(package.main, f"{R}/{relation}"):
            yield kind, package.root(part)


def own_comments(package: Package) -> tuple[Commented, ...]:
    """Returns the comments that stand in a draft, without their places.

    Raises:
        PackageError: a part that is needed cannot be parsed safely.
    """
    return _comments(Edits(package), Marks(), {})[1]


def read_returned(package: Package, own: frozenset[ChangeKey] = frozenset()) -> tuple[Story, Returned]:
    """Returns the text of a returned file as it was sent out, and what people left in it.

    Tracked changes are rejected, but those in `own`, which stood in the draft itself, are accepted as they are there.

    Raises:
        PackageError: a part that is needed cannot be parsed safely.
    """
    root = main_root(package)
    quotes = _quotes(root)
    raw, formats = restored(root, own)
    marks = marks_of(root)
    for kind, aside in _asides(package):
        place_aside(marks, kind, aside, raw)
        quotes = _quotes(aside) | quotes
    edits = Edits(package)
    threaded, comments = _comments(edits, marks, quotes)
    returned = Returned(
        file=package.file, sha256=package.sha256, made_from=property_of(edits, DRAFT_PROPERTY), threaded=threaded,
        flattened=not threaded and _is_office(package), comments=comments, changes=tuple(_tracked(raw, marks, own)),
        bookmarks=tuple(_bookmarks(marks)), formats=formats,
    )  # fmt: skip
    return read_story(package, root), returned


def _is_office(package: Package) -> bool:
    """Returns whether LibreOffice saved a file; where such a file tells no threads, it may have forgotten them."""
    parts = (package.root(part) for part in package.related("", f"{R}/extended-properties"))
    programs = (one.text or "" for root in parts for one in root if str(one.tag).endswith("}Application"))
    return any("office" in program.casefold() and not program.startswith("Microsoft") for program in programs)


def _quotes(root: Element) -> dict[str, str]:
    """Returns the words that each comment stands on, as they are shown with all tracked changes."""
    found: dict[str, list[str]] = {}
    lengths: dict[str, int] = {}
    open_now: list[str] = []
    for element in root.iter(_START, _END, _P, *_TEXTS):
        if element.tag == _START:
            open_now.append(element.get(_ID, ""))
        elif element.tag == _END:
            open_now = [one for one in open_now if one != element.get(_ID, "")]
        else:
            text = " " if element.tag == _P else element.text or ""
            for one in open_now:
                found.setdefault(one, []).append(text)
                lengths[one] = lengths.get(one, 0) + len(text) + 1
            open_now = [one for one in open_now if lengths[one] < _LONGEST_QUOTE]
    return {identifier: _SPACE.sub(" ", "".join(pieces)).strip()[:_LONGEST_QUOTE] for identifier, pieces in found.items()}


@dataclass(frozen=True, slots=True)
class _Threads:
    """Parents and resolved states by paragraph id, comments by paragraph id, and dates in UTC by paragraph id."""

    rows: Mapping[int, tuple[int, bool]]
    owners: Mapping[int, str]
    utc: Mapping[int, str]

    def of(self, comment: Element) -> tuple[str, bool, str]:
        """Returns the id of the comment that a comment replies to, whether it is resolved, and its date in UTC."""
        own = last_paragraph_id(comment)
        parent, resolved = self.rows.get(own, (-1, False))
        answered = self.owners.get(parent, "")
        return ("" if answered == comment.get(_ID, "") else answered), resolved, self.utc.get(own, "")


def _comments(edits: Edits, marks: Marks, quotes: Mapping[str, str]) -> tuple[bool, tuple[Commented, ...]]:
    root = edits.known(edits.package.main, COMMENTS)
    elements = list(root.iterchildren(w("comment"))) if root is not None else []
    owners = {number: one.get(_ID, "") for one in elements for number in paragraph_ids(one)}
    threads = _Threads(thread_rows(edits), owners, utc_dates(edits))
    found = tuple(_comment(one, threads, marks, quotes) for one in elements)
    return any(one.parent for one in found), _with_roots(found)


def _comment(element: Element, threads: _Threads, marks: Marks, quotes: Mapping[str, str]) -> Commented:
    identifier = element.get(_ID, "")
    parent, resolved, utc = threads.of(element)
    return Commented(
        key=identifier, author=" ".join(element.get(_AUTHOR, "").split()), date=element.get(_DATE, ""), utc=utc,
        paragraphs=tuple(_paragraphs(element)), parent=parent, resolved=resolved, spans=marks.comment(identifier),
        quote=quotes.get(identifier, ""),
    )  # fmt: skip


def _paragraphs(comment: Element) -> Iterator[str]:
    return (text for one in comment.iter(_P) if (text := read_inline(one).text.strip()))


def _with_roots(comments: tuple[Commented, ...]) -> tuple[Commented, ...]:
    """Returns the comments with replies to replies tied to the root, as threads have one level; the state of the root holds for all."""
    known = {one.key: one for one in comments}
    found = []
    for one in comments:
        root = _root_of(one, known)
        found.append(replace(one, parent="" if root is one else root.key, resolved=root.resolved))
    return tuple(found)


def _root_of(comment: Commented, known: Mapping[str, Commented]) -> Commented:
    root, seen = comment, {comment.key}
    while root.parent in known and root.parent not in seen:
        seen.add(root.parent)
        root = known[root.parent]
    return root


def _bookmarks(marks: Marks) -> Iterator[Bookmarked]:
    for name, (start, end) in marks.bookmarks.items():
        match = BOOKMARK_NAME.fullmatch(name)
        if match:
            print_of = f"f1:{match['print']}" if match["print"] else ""
            yield Bookmarked(number=int(match["number"]), fingerprint=print_of, spans=marks.spans(start, end))


def _tracked(raw: Sequence[RawChange], marks: Marks, own: frozenset[ChangeKey]) -> Iterator[Tracked]:
    """Yields the tracked changes, those of one author that touch each other in one: an editor cuts them at every change of format."""
    placed = sorted(marks.changes.items(), key=lambda one: one[1])
    lost = [(number, (-1, 0)) for number in range(len(raw)) if number not in marks.changes]
    group: list[Tracked] = []
    for number, point in (*placed, *lost):
        one = _atom(raw[number], point, own)
        if group and not _touch(group[-1], one):
            yield _joined(group)
            group = []
        group.append(one)
    if group:
        yield _joined(group)


def _atom(change: RawChange, point: tuple[int, int], own: frozenset[ChangeKey]) -> Tracked:
    goes = change.kind in (DELETED, MOVED_AWAY)
    known = key_of(change) in own
    length = len(change.text) if goes != known and change.stood and change.text != "\n" else 0
    moved = change.kind in (MOVED_AWAY, MOVED_HERE)
    return Tracked(
        kind=RemarkKind.MOVED if moved else RemarkKind.DELETED if goes else RemarkKind.INSERTED,
        author=" ".join(change.author.split()), date=change.date, deleted=change.text if goes else "",
        inserted="" if goes else change.text, span=Span(block=point[0], start=point[1], end=point[1] + length),
        own=known,
    )  # fmt: skip


def _touch(one: Tracked, other: Tracked) -> bool:
    """Returns whether two changes that follow each other are one act of one author; a move is never part of another change."""
    alike = (one.author, one.own) == (other.author, other.own) and (one.kind == RemarkKind.MOVED) == (other.kind == RemarkKind.MOVED)
    moved = one.kind == RemarkKind.MOVED and bool(one.deleted) != bool(other.deleted)
    return alike and not moved and one.span.block == other.span.block >= 0 and other.span.start <= one.span.end


def _joined(group: Sequence[Tracked]) -> Tracked:
    deleted, inserted = ("".join(getattr(one, name) for one in group) for name in ("deleted", "inserted"))
    kind = RemarkKind.REPLACED if group[0].kind != RemarkKind.MOVED and deleted and inserted else group[0].kind
    first = group[0]
    span = replace(first.span, end=max(one.span.end for one in group))
    return replace(first, kind=kind, deleted=deleted, inserted=inserted, span=span)
