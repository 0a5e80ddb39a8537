"""Which comments of a returned file are ours, and what each of the others answers; LibreOffice 7.4 forgets threads on saving."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ethicsdiff.languages.answers import verdict_of
from ethicsdiff.model.remark import Commented, Returned

_TAG = re.compile(r"\s*\[ED-(\d{1,9})\]")
_OLD_TAG = re.compile(r"\s*[\[(]ED-\d{1,9}[\])]")
_MENTION = re.compile(r"\bED-(\d{1,9})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment of a person and what it answers: a comment of ours or of another person (`root`), or nothing.

    `number` is the tag it names or answers, -1 for none; `named` says that it is tied to our comment by a tag in its text alone.
    """

    comment: Commented
    root: Commented | None = None
    ours: bool = False
    number: int = -1
    named: bool = False


def our_comments(comments: Sequence[Commented]) -> dict[str, Commented]:
    """Returns our comments by key: they begin with a tag and go on in further lines, all under one name.

    A person's «[ED-17] принято» begins with a tag too, but the name that signed most comments of this form is ours.
    """
    tagged = [one for one in comments if not one.parent and len(one.paragraphs) > 1 and _OLD_TAG.match(one.paragraphs[0])]
    signed = Counter(one.author for one in tagged).most_common(1)
    return {one.key: one for one in tagged if one.author == signed[0][0]}


def number_of(comment: Commented) -> int:
    """Returns the number in the tag a comment of ours begins with, -1 where it is the tag of an earlier run."""
    match = _TAG.match(comment.paragraphs[0]) if comment.paragraphs else None
    return int(match[1]) if match else -1


def first_lines(comment: Commented) -> tuple[str, ...]:
    """Returns the lines of a comment of ours that name its findings."""
    return tuple(line for line in comment.paragraphs if _OLD_TAG.match(line))


def threads_of(returned: Returned) -> tuple[Thread, ...]:
    """Returns the comments of people in the order of the file, each with what it answers."""
    ours = our_comments(returned.comments)
    tags = {tag: one for one in ours.values() for tag in _tags_in(one)}
    roots = {} if returned.threaded else _same_anchor(returned, ours)
    known = {one.key: one for one in returned.comments}
    people = (one for one in returned.comments if one.key not in ours)
    return tuple(_thread(one, known.get(one.parent or roots.get(one.key, "")), ours, tags) for one in people)


def _tags_in(comment: Commented) -> tuple[int, ...]:
    return tuple(int(match[1]) for line in comment.paragraphs if (match := _TAG.match(line)))


def _thread(comment: Commented, root: Commented | None, ours: Mapping[str, Commented], tags: Mapping[int, Commented]) -> Thread:
    if root is not None:
        is_ours = root.key in ours
        return Thread(comment=comment, root=root, ours=is_ours, number=number_of(root) if is_ours else -1)
    named = [int(tag) for tag in _MENTION.findall("\n".join(comment.paragraphs))]
    known = [tag for tag in named if tag in tags]
    if known:
        return Thread(comment=comment, root=tags[known[0]], ours=True, number=number_of(tags[known[0]]), named=True)
    return Thread(comment=comment, number=named[0] if named else -1, named=bool(named))


def _same_anchor(returned: Returned, ours: Mapping[str, Commented]) -> dict[str, str]:
    """Returns the roots of comments that stand on the very same words, where a file tells no threads: ours first, else the earliest.

    Where the file was never saved by a program that forgets threads, two people may well comment on the same words; then only a short
    answer is taken for one.
    """
    groups: dict[object, list[Commented]] = {}
    for one in returned.comments:
        if one.spans:
            groups.setdefault(one.spans, []).append(one)
    roots: dict[str, str] = {}
    for group in groups.values():
        root = min(group, key=lambda one: (one.key not in ours, one.date))
        sure = returned.flattened or root.key in ours
        later = (one for one in group if one is not root and one.key not in ours)
        roots.update({one.key: root.key for one in later if sure or verdict_of("\n".join(one.paragraphs)) is not None})
    return roots
