"""One book out of many files: what is there already is known again by who said what when, not by ids, which every save renumbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ethicsdiff.languages.text import folded
from ethicsdiff.model.document import Draft
from ethicsdiff.model.remark import Change, Field, Kept, Remark, RemarkKind
from ethicsdiff.review.incoming import Incoming
from ethicsdiff.review.remark_book import next_number, remarks_of
from ethicsdiff.review.remark_lines import Entry
from ethicsdiff.review.standing import reviewer_key

_TO_THE_MINUTE = 16
_SPOKEN = frozenset({RemarkKind.COMMENT, RemarkKind.REPLY})
Name = Callable[[], str]
Key = tuple[str, ...]


def merged(entries: Sequence[Entry], files: Iterable[Sequence[Incoming]], draft: Draft, *, time: str, name: Name) -> tuple[Entry, ...]:
    """Returns what the remarks of some files add to a book: new remarks, and known ones that were resolved since.

    Args:
        entries: what the book holds.
        files: the remarks of each file.
        draft: the draft the files are tied to.
        time: now, in UTC.
        name: gives the id of a change.
    """
    book = _Book(remarks_of(entries, draft), next_number(entries), time, name)
    for remarks in files:
        book.add(remarks)
    return tuple(book.made)


def add_remark(entries: Sequence[Entry], new: Remark, draft: Draft, provision: str, time: str) -> tuple[Remark, ...]:
    """Returns a remark that was entered by hand with its id; nothing where the very same one is there."""
    known = (one for one in remarks_of(entries, draft) if one.remark.kind == RemarkKind.HAND and one.place.provision == provision)
    if any(_by_hand(one.remark, new) for one in known):
        return ()
    return (replace(new, id=f"R-{next_number(entries)}", time=time),)


def _by_hand(old: Remark, new: Remark) -> bool:
    same = reviewer_key(old.author) == reviewer_key(new.author) and folded(old.text) == folded(new.text)
    return same and folded(old.source) == folded(new.source) and new.date in ("", old.date)


class _Book:
    """The remarks that are known, and what is added."""

    def __init__(self, kept: Sequence[Kept], number: int, time: str, name: Name) -> None:
        self.made: list[Entry] = []
        self._number, self._time, self._name = number, time, name
        self._known: dict[Key, list[tuple[Remark, str]]] = {}
        self._resolved = {one.remark.id for one in kept if one.resolved}
        for one in kept:
            self._known.setdefault(_key(one.remark), []).append((one.remark, one.place.provision))

    def add(self, remarks: Sequence[Incoming]) -> None:
        """Adds the remarks of one file; each known remark is met once in a file, so that two alike stay two."""
        met: set[str] = set()
        ids: dict[str, str] = {}
        for one in remarks:
            known = self._match(one, met)
            remark = known if known is not None else self._new(one)
            met.add(remark.id)
            ids[one.key] = remark.id
            if one.remark.resolved and remark.id not in self._resolved:
                self._resolve(remark, one.remark.file)
        self._tie_threads(remarks, ids)

    def _match(self, incoming: Incoming, met: set[str]) -> Remark | None:
        """Returns the known remark that a remark is, the one at the same place before one whose place is not known."""
        here = [known for known in self._known.get(_key(incoming.remark), ()) if known[0].id not in met]
        sure = [remark for remark, place in here if place == incoming.provision and remark.number == incoming.remark.number]
        near = [remark for remark, place in here if place == incoming.provision]
        open_ones = [remark for remark, place in here if not place or not incoming.provision]
        return next(iter((*sure, *near, *open_ones)), None)

    def _new(self, incoming: Incoming) -> Remark:
        remark = replace(incoming.remark, id=f"R-{self._number}", time=self._time)
        self._number += 1
        self.made.append(remark)
        self._known.setdefault(_key(remark), []).append((remark, incoming.provision))
        if remark.resolved:
            self._resolved.add(remark.id)
        return remark

    def _resolve(self, remark: Remark, file: str) -> None:
        self._resolved.add(remark.id)
        self.made.append(Change(id=self._name(), time=self._time, remark=remark.id, field=Field.RESOLVED, value="yes", file=file))

    def _tie_threads(self, remarks: Sequence[Incoming], ids: dict[str, str]) -> None:
        """Gives new replies the ids of the remarks they answer, which may stand behind them in the file."""
        parents = {ids[one.key]: ids.get(one.parent, "") for one in remarks if one.key and one.parent}
        for place, made in enumerate(self.made):
            if isinstance(made, Remark) and not made.parent and parents.get(made.id, made.id) != made.id:
                self.made[place] = replace(made, parent=parents[made.id])


def _key(remark: Remark) -> Key:
    """Returns what stays the same of a remark from save to save; for edits that nobody signed, the name of the file stands for a name."""
    if remark.kind in _SPOKEN:
        return ("said", reviewer_key(remark.author), remark.date[:_TO_THE_MINUTE], folded(remark.text))
    who = remark.file.rpartition(".")[0].casefold() if remark.kind == RemarkKind.EDIT else reviewer_key(remark.author)
    own = (str(remark.number), *remark.answers) if remark.kind == RemarkKind.RESOLVED else ()
    return (remark.kind.value, who, remark.date[:_TO_THE_MINUTE], remark.text, folded(remark.deleted), folded(remark.inserted), *own)
