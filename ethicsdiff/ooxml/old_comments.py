"""Comments this program wrote into a file before: found again, taken out, or kept where a person has worked with them.

A comment counts as ours only if three things agree: its author, the tag its text begins with ("[ED-17]"), and the
hidden bookmark of that number. Ids are no help, because LibreOffice and Word renumber them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ethicsdiff.ooxml.anchors import detach, paragraph_around
from ethicsdiff.ooxml.comment_parts import COMMENTS, forget_threads, paragraph_ids, threads
from ethicsdiff.ooxml.comment_text import plain_text
from ethicsdiff.ooxml.edits import Edits
from ethicsdiff.ooxml.names import Element, w

BOOKMARK = "_ed_"
_TAG = re.compile(r"\[ED-(\d{1,9})\]")
# Behind the number stand the digits of the fingerprint of the provision, in files of earlier versions nothing.
BOOKMARK_NAME = re.compile(r"_ed_(?P<number>\d{1,9})(?:_(?P<print>[0-9a-f]{16}))?")
_TEXT_MARKS = str.maketrans("[]", "()")
_ID, _NAME, _AUTHOR, _P, _RUN, _LOOK = w("id"), w("name"), w("author"), w("p"), w("r"), w("rPr")
_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_BOOKMARK_START, _BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")


@dataclass(frozen=True, slots=True)
class OldComment:
    """A comment of ours: id, number in its tag, the paragraph it begins in, and whether a person worked with it."""

    id: str
    number: int
    paragraph: Element | None
    touched: bool


def take_out(edits: Edits, author: str) -> list[OldComment]:
    """Returns our comments that stay, being answered or resolved; the others are gone, and so are all our bookmarks."""
    main = edits.main()
    found = _ours(edits, main, author)
    untouched = [one for one in found if not one.touched]
    _remove_bookmarks(main)
    _remove_marks(main, {one.id for one in untouched})
    _remove_comments(edits, {one.id for one in untouched})
    return [one for one in found if one.touched]


def disown(comment: Element) -> None:
    """Returns nothing; puts a comment's tags in round brackets, so that no one takes them for tags of the new run."""
    for paragraph in comment.iter(_P):
        if _TAG.search(plain_text(paragraph)):
            for text in paragraph.iter(w("t")):
                text.text = (text.text or "").translate(_TEXT_MARKS)


def _ours(edits: Edits, main: Element, author: str) -> list[OldComment]:
    root = edits.known(edits.package.main, COMMENTS)
    if root is None:
        return []
    numbers = {name.split("_")[2] for name in _our_bookmarks(main).values()}
    tagged = ((comment, _TAG.match(plain_text(comment).lstrip())) for comment in root.iterchildren(w("comment")))
    ours = [
        (comment, int(tag[1]))
        for comment, tag in tagged
        if tag and comment.get(_AUTHOR) == author and tag[1] in numbers
    ]
    return list(_described(edits, main, ours)) if ours else []


def _described(edits: Edits, main: Element, ours: list[tuple[Element, int]]) -> Iterator[OldComment]:
    known = threads(edits)
    starts = {one.get(_ID, ""): one for one in main.iter(_REFERENCE, _START) if one.tag == _REFERENCE}
    starts |= {one.get(_ID, ""): one for one in main.iter(_START)}
    for comment, number in ours:
        comment_id = comment.get(_ID, "")
        start = starts.get(comment_id)
        paragraph = paragraph_around(start) if start is not None else None
        touched = bool(paragraph_ids(comment) & (known.answered | known.resolved))
        yield OldComment(comment_id, number, paragraph, touched)


def _our_bookmarks(main: Element) -> dict[str, str]:
    """Returns the names of our bookmarks by their ids."""
    named = ((one.get(_ID, ""), one.get(_NAME, "")) for one in main.iter(_BOOKMARK_START))
    return {bookmark: name for bookmark, name in named if BOOKMARK_NAME.fullmatch(name)}


def _remove_bookmarks(main: Element) -> None:
    ours = _our_bookmarks(main)
    others = {one.get(_ID, "") for one in main.iter(_BOOKMARK_START) if not BOOKMARK_NAME.fullmatch(one.get(_NAME, ""))}
    for one in list(main.iter(_BOOKMARK_START, _BOOKMARK_END)):
        is_start = one.tag == _BOOKMARK_START
        if BOOKMARK_NAME.fullmatch(one.get(_NAME, "")) if is_start else one.get(_ID) in ours.keys() - others:
            detach(one)


def _remove_marks(main: Element, ids: Iterable[str]) -> None:
    gone = frozenset(ids)
    for one in list(main.iter(_START, _END, _REFERENCE)):
        if one.get(_ID) in gone:
            detach(_whole_run(one))


def _whole_run(mark: Element) -> Element:
    """Returns the run that holds nothing but a comment's reference, else the mark itself."""
    run = mark.getparent()
    alone = run is not None and run.tag == _RUN and all(one is mark or one.tag == _LOOK for one in run)
    return run if run is not None and alone else mark


def _remove_comments(edits: Edits, ids: Iterable[str]) -> None:
    gone = frozenset(ids)
    if not gone:
        return
    root = edits.wanted(edits.package.main, COMMENTS)
    comments = [one for one in root.iterchildren(w("comment")) if one.get(_ID, "") in gone]
    forget_threads(edits, frozenset().union(*map(paragraph_ids, comments)))
    for comment in comments:
        root.remove(comment)
