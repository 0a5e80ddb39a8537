"""A Word file as plain values: main text, notes, headers and footers, with labels, looks and what was met."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ethicsdiff.model.document import Revision, TableCell
from ethicsdiff.ooxml.facts import Facts, package_facts, related_root
from ethicsdiff.ooxml.inline import Inline, mark_inserted
from ethicsdiff.ooxml.names import Element, R, w
from ethicsdiff.ooxml.numbering import Counters, Numbering, read_numbering
from ethicsdiff.ooxml.package import Package, main_root
from ethicsdiff.ooxml.styles import Styles, read_styles
from ethicsdiff.ooxml.walk import Place, places

_PROPERTIES, _RUN_PROPERTIES = w("pPr"), w("rPr")
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as plain values; `list_level` and `outline` count from 0, -1 for none; `notes` are (kind, id)."""

    text: str
    number: str
    list_level: int
    outline: int
    style: str
    bold: bool
    centred: bool
    revision: Revision
    cell: TableCell | None
    hidden: bool
    boxed: bool
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote: the ordinal of the main paragraph that refers to it, and its paragraphs."""

    referred_from: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All text of a Word file: main paragraphs (ordinals as in `walk.paragraph_elements`), notes, headers, footers.

    `counts` says how often things were met that are not kept as they stood; `formats` are those written in decimal.
    """

    main: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    headers: tuple[Paragraph, ...]
    footers: tuple[Paragraph, ...]
    counts: Counter[str]
    formats: tuple[str, ...]
    facts: Facts


def read_story(package: Package, root: Element | None = None) -> Story:
    """Returns all text of a Word file with tracked changes accepted; `root` is read in place of its main part.

    Raises:
        PackageError: a part that is needed cannot be parsed safely.
    """
    root = main_root(package) if root is None else root
    styles = read_styles(related_root(package, "styles"))
    reader = _StoryReader(package, styles, read_numbering(related_root(package, "numbering"), styles))
    main = reader.paragraphs(root)
    notes = reader.notes(main)
    headers, footers = (reader.margins(root, kind) for kind in ("header", "footer"))
    return Story(
        main=main,
        notes=notes,
        headers=headers,
        footers=footers,
        counts=reader.counts + _tracked(root),
        formats=tuple(sorted(reader.formats)),
        facts=package_facts(package),
    )


@dataclass(slots=True)
class _StoryReader:
    package: Package
    styles: Styles
    numbering: Numbering
    counts: Counter[str] = field(default_factory=Counter)
    formats: set[str] = field(default_factory=set)

    def paragraphs(self, root: Element) -> tuple[Paragraph, ...]:
        """Returns the paragraphs under a root; lists are counted afresh, for each story counts for itself."""
        counters = Counters(self.numbering)
        read = tuple(self._paragraph(place, counters) for place in places(root))
        self.formats |= counters.approximated
        return read

    def _paragraph(self, place: Place, counters: Counters) -> Paragraph:
        properties = place.element.find(_PROPERTIES)
        look = self.styles.look(properties)
        item = self.numbering.item(properties, self.styles)
        bold, hidden = self._runs(place.inline, self.styles.of_paragraph(properties))
        self._count(place, hidden)
        return Paragraph(
            text=place.inline.text,
            number=counters.label(item) if item and not place.around.covered else "",
            list_level=item.level if item else -1,
            outline=look.outline,
            style=look.style,
            bold=bold,
            centred=look.centred,
            revision=_revision(place),
            cell=place.around.cell,
            hidden=hidden,
            boxed=place.around.boxed,
            notes=tuple(place.inline.notes),
        )

    def _runs(self, inline: Inline, style: str) -> tuple[bool, bool]:
        """Returns whether all printed text is bold, and whether any of it is hidden."""
        runs = {id(one.run_element): one.run_element for one in inline.segments if one.text.strip()}
        looks = [run.find(_RUN_PROPERTIES) for run in runs.values()]
        bold = bool(looks) and all(self.styles.bold(look, style) for look in looks)
        return bold, any(self.styles.hidden(look, style) for look in looks)

    def _count(self, place: Place, hidden: bool) -> None:
        inline = place.inline
        self.counts["hidden"] += hidden
        self.counts["boxed"] += place.around.boxed
        self.counts["covered"] += place.around.covered
        self.counts["symbols"] += inline.symbols
        self.counts["formulas"] += inline.formulas
        self.counts["field_numbers"] += inline.field_numbers

    def notes(self, main: tuple[Paragraph, ...]) -> tuple[Note, ...]:
        """Returns the notes the main text refers to, in the order of the references, each once."""
        known = {kind: self._notes_by_id(kind) for kind in ("footnote", "endnote")}
        references: dict[tuple[str, str], int] = {}
        for ordinal, paragraph in enumerate(main):
            for note in paragraph.notes:
                references.setdefault(note, ordinal)
        found = []
        for (kind, note_id), ordinal in references.items():
            element = known[kind].get(note_id)
            if element is None:
                self.counts["notes_missing"] += 1
            else:
                found.append(Note(referred_from=ordinal, paragraphs=self._with_text(element)))
        return tuple(found)

    def _notes_by_id(self, kind: str) -> dict[str, Element]:
        root = related_root(self.package, f"{kind}s")
        if root is None:
            return {}
        return {
            one.get(w("id"), ""): one for one in root.iterchildren(w(kind)) if one.get(w("type")) not in _SEPARATORS
        }

    def _with_text(self, root: Element) -> tuple[Paragraph, ...]:
        return tuple(one for one in self.paragraphs(root) if one.text.strip())

    def margins(self, root: Element, kind: str) -> tuple[Paragraph, ...]:
        """Returns the paragraphs of the headers or footers the sections use, those with the same text once."""
        targets = {row.id: row.target for row in self.package.relationships(self.package.main) if not row.external}
        references = [one.get(f"{{{R}}}id", "") for one in root.iter(w(f"{kind}Reference"))]
        parts = dict.fromkeys(targets[one] for one in references if self.package.has(targets.get(one, "")))
        distinct: dict[tuple[str, ...], tuple[Paragraph, ...]] = {}
        for part in parts:
            paragraphs = self._with_text(self.package.root(part))
            distinct.setdefault(tuple(one.text for one in paragraphs), paragraphs)
        return tuple(paragraph for group in distinct.values() for paragraph in group)


def _revision(place: Place) -> Revision:
    """Returns whether a paragraph is wholly a tracked insertion, changed by tracked changes, or neither."""
    inline = place.inline
    if place.around.inserted:
        return Revision.INSERTED
    inserted = [segment.inserted for segment in inline.segments]
    new_mark = mark_inserted(place.element)
    if all(inserted) and (inserted or new_mark) and not inline.removed and not inline.joined:
        return Revision.INSERTED
    changed = any(inserted) or inline.removed or new_mark or inline.joined
    return Revision.CHANGED if changed else Revision.NONE


def _tracked(root: Element) -> Counter[str]:
    """Returns how many tracked changes with content, imported files and embedded objects the main part holds."""
    counted = {
        w("del"): "deletions",
        w("ins"): "insertions",
        w("moveTo"): "moves",
        w("altChunk"): "chunks",
        w("subDoc"): "chunks",
        w("object"): "objects",
    }
    childless = (w("altChunk"), w("subDoc"))
    met: Counter[str] = Counter()
    for element in root.iter(*counted):
        if len(element) or element.tag in childless:
            met[counted[str(element.tag)]] += 1
    return met
