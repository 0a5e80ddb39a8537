"""Comments put into a Word file by editing its XML directly: all that is not a comment of ours stays as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.anchors import Carriers, Stretch, bookmark, mark, range_end, range_start
from ethicsdiff.ooxml.comment_parts import COMMENTS, add_person, add_thread, comments_to_extend
from ethicsdiff.ooxml.comment_text import (
    CommentParagraph,
    CommentStyles,
    Words,
    clean,
    comment_styles,
    fill_comment,
    reference_run,
)
from ethicsdiff.ooxml.custom_properties import DRAFT_PROPERTY, RUN_PROPERTY, set_property
from ethicsdiff.ooxml.edits import Edits
from ethicsdiff.ooxml.facts import related_root
from ethicsdiff.ooxml.ids import PARA_ID, Ids, ParagraphIds, free_ids, free_paragraph_ids
from ethicsdiff.ooxml.inline import joined_paragraphs
from ethicsdiff.ooxml.names import Element, w
from ethicsdiff.ooxml.old_comments import BOOKMARK, OldComment, disown, take_out
from ethicsdiff.ooxml.package import Package
from ethicsdiff.ooxml.suggest import Rewording, reworded

__all__ = ["Annotated", "CommentParagraph", "Remark", "Signature", "Words", "annotated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment to write: on the text from the first span to the last; its first words are the tag `[ED-<number>]`.

    `speaks` narrows the comment to some words of that text; the hidden bookmark stays around all of it.
    `fingerprint` is that of the provision ("f1:..."), kept in the name of the hidden bookmark for the way back.
    """

    number: int
    spans: tuple[Span, ...]
    paragraphs: tuple[CommentParagraph, ...]
    speaks: tuple[Span, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs the comments and when: `date` is the writer's own clock, which Word wants with a Z at the end.

    `language` is the tag that the words of the comments are proofed by ("kk-KZ"), "" for the document's own.
    """

    author: str
    initials: str
    date: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """What to write: parts that differ or are new; and how many comments stand elsewhere, nowhere, or were kept."""

    replaced: Mapping[str, bytes]
    added: Mapping[str, bytes]
    moved: int
    unplaced: int
    kept: int
    suggested: int = 0


def annotated(
    package: Package, remarks: Sequence[Remark], by: Signature, *, run: str, draft: str = "", phrase: bool = False,
    wordings: Sequence[Rewording] = (),
) -> Annotated:
    """Returns a package's changed parts with a comment for each remark, those of an earlier run replaced.

    Comments of an earlier run that were answered or resolved stay: where a remark falls on the same paragraph they get
    its text, else their tags are put in round brackets. Comments of other people are not touched.

    Args:
        package: the opened file.
        remarks: what to say, with numbers that are each used once.
        by: who says it.
        run: an id of the run, kept in the file's custom properties for the way back.
        draft: the sha256 of the draft, kept there too.
        phrase: mark the runs that hold the words instead of whole paragraphs; no run is cut.
        wordings: what to put into the text as tracked changes; one that has no place there is left out.

    Raises:
        PackageError: a part that is needed is damaged, or the package declares no content types.
    """
    edits = Edits(package)
    writer = _Writer(edits, by, take_out(edits, clean(by.author)), phrase)
    writer.write(remarks)
    suggested = _suggest(edits, wordings) if wordings else 0
    if remarks:
        set_property(edits, RUN_PROPERTY, run)
    if remarks and draft:
        set_property(edits, DRAFT_PROPERTY, draft)
    replaced, added = edits.result()
    counts = writer.counts
    return Annotated(
        replaced=replaced, added=added, moved=counts["moved"], unplaced=counts["unplaced"], kept=counts["kept"], suggested=suggested
    )


def _suggest(edits: Edits, wordings: Sequence[Rewording]) -> int:
    """Returns how many wordings were put into the text, having done so."""
    main = edits.main()
    carriers, ids = Carriers(main), free_ids(edits.package, main, edits.known(edits.package.main, COMMENTS))
    found = [(one, carriers.stretch((one.span,))) for one in wordings]
    return sum(reworded(stretch.first, one, ids) for one, stretch in found if stretch is not None and not stretch.moved)


@dataclass(frozen=True, slots=True)
class _Placed:
    remark: Remark
    stretch: Stretch
    words: Stretch | None = None


@dataclass(slots=True)
class _Writer:
    edits: Edits
    by: Signature
    old: list[OldComment]
    phrase: bool
    counts: Counter[str] = field(default_factory=Counter)
    styles: CommentStyles = field(default_factory=CommentStyles)
    ids: Ids = field(default_factory=lambda: Ids(()))
    paragraph_ids: ParagraphIds = field(default_factory=lambda: ParagraphIds(()))

    def write(self, remarks: Sequence[Remark]) -> None:
        """Returns nothing; writes the comments and their marks."""
        placed = self._place(remarks)
        if not placed and not self.old:
            return
        root = comments_to_extend(self.edits)
        self._prepare(root)
        comments = {one.get(w("id"), ""): one for one in root.iterchildren(w("comment"))}
        kept = _pairs(self.old, placed)
        if len(kept) < len(placed):
            add_person(self.edits, clean(self.by.author))
        for one in placed:
            old = kept.get(one.remark.number)
            self._update(comments[old.id], one) if old else self._add(root, one)
        self._leave({one.id for one in self.old} - {one.id for one in kept.values()}, comments)

    def _place(self, remarks: Sequence[Remark]) -> list[_Placed]:
        carriers = Carriers(self.edits.main())
        found = [(remark, carriers.stretch(remark.spans)) for remark in remarks]
        placed = [_Placed(remark, stretch, _words(carriers, remark)) for remark, stretch in found if stretch is not None]
        self.counts["unplaced"] = len(found) - len(placed)
        self.counts["moved"] = sum(one.stretch.moved for one in placed)
        self.counts["kept"] = len(self.old)
        return placed

    def _prepare(self, comments: Element) -> None:
        main, package = self.edits.main(), self.edits.package
        self.styles = replace(comment_styles(related_root(package, "styles")), language=self.by.language)
        self.ids = free_ids(package, main, comments)
        self.paragraph_ids = free_paragraph_ids(package, main, comments)

    def _add(self, root: Element, one: _Placed) -> None:
        comment_id, paragraph_id = str(self.ids.take()), self.paragraph_ids.take(_seed(one.remark))
        fill_comment(self._comment(root, comment_id), one.remark.paragraphs, self.styles, paragraph_id)
        add_thread(self.edits, paragraph_id)
        ended = [range_end(comment_id), reference_run(comment_id, self.styles)]
        self._mark(one, [range_start(comment_id)], ended)

    def _comment(self, root: Element, comment_id: str) -> Element:
        attributes = {"id": comment_id, "author": clean(self.by.author), "date": self.by.date}
        comment = etree.SubElement(root, w("comment"), {w(name): value for name, value in attributes.items()})
        if self.by.initials:
            comment.set(w("initials"), clean(self.by.initials))
        return comment

    def _update(self, comment: Element, one: _Placed) -> None:
        """Returns nothing; gives a kept comment new words under its old paragraph id, to which its replies are tied."""
        last = comment.findall(w("p"))[-1]
        fill_comment(comment, one.remark.paragraphs, self.styles, last.get(PARA_ID, ""))
        self._mark(one, [], [])

    def _mark(self, one: _Placed, before: list[Element], after: list[Element]) -> None:
        start, end = bookmark(str(self.ids.take()), _bookmark_name(one.remark))
        if one.words is None:
            mark(one.stretch, [start, *before], [*after, end], phrase=self.phrase)
            return
        mark(one.stretch, [start], [end], phrase=self.phrase)
        mark(one.words, before, after, phrase=True)

    def _leave(self, ids: set[str], comments: Mapping[str, Element]) -> None:
        for comment_id in sorted(ids):
            disown(comments[comment_id])


def _words(carriers: Carriers, remark: Remark) -> Stretch | None:
    """Returns where the words stand that a comment is narrowed to; None where they cannot carry it themselves."""
    found = carriers.stretch(remark.speaks)
    return found if found is not None and not found.moved else None


def _bookmark_name(remark: Remark) -> str:
    """Returns the name of the hidden bookmark, of at most 40 characters: it survives every editor, whatever becomes of the words."""
    version, _, digits = remark.fingerprint.partition(":")
    return f"{BOOKMARK}{remark.number}_{digits}" if version == "f1" else f"{BOOKMARK}{remark.number}"


def _seed(remark: Remark) -> str:
    words = "".join(one.text for paragraph in remark.paragraphs for one in paragraph)
    return f"{remark.number} {words}"


def _pairs(old: Sequence[OldComment], placed: Sequence[_Placed]) -> dict[int, OldComment]:
    """Returns kept comments by the number of the remark on the same paragraph; where several could be meant, by tag."""
    pairs: dict[int, OldComment] = {}
    for one in placed:
        here = [kept for kept in old if kept.paragraph is not None and kept.paragraph is _first(one)]
        rivals = [other for other in placed if _first(other) is _first(one)] if here else []
        same = [kept for kept in here if kept.number == one.remark.number]
        alone = here if len(here) == 1 and len(rivals) == 1 else []
        if same or alone:
            pairs[one.remark.number] = (same or alone)[0]
    return pairs


def _first(one: _Placed) -> Element:
    return joined_paragraphs(one.stretch.first)[0]
