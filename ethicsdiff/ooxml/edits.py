"""The parts of a package that are to change, parsed once each; what is not asked for here is copied as it stands."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from ethicsdiff.errors import PackageError
from ethicsdiff.ooxml.guards import DAMAGED, part_key
from ethicsdiff.ooxml.names import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, Element
from ethicsdiff.ooxml.package import Package, Relationship, main_root, parse_xml, relationships_part

_TYPES_PART = "[Content_Types].xml"
_OVERRIDE = f"{{{CONTENT_TYPES}}}Override"
_ROW = f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_NO_RELATIONSHIPS = f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"/>'.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartKind:
    """A kind of part: relationship type, content type, its name where it has to be made, and its empty form."""

    relationship: str
    content_type: str
    name: str
    empty: bytes


class Edits:
    """Changes to a package. `known` reads a part, `wanted` gives it to be changed and makes it where it is missing."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._roots: dict[str, Element] = {}
        self._changed: set[str] = set()
        self._made: dict[tuple[str, str], str] = {}
        self._rows: dict[str, tuple[Relationship, ...]] = {}

    def main(self) -> Element:
        """Returns the root of the main part, to be changed."""
        name = self.package.main
        if name not in self._roots:
            self._roots[name] = main_root(self.package)
        self._changed.add(name)
        return self._roots[name]

    def known(self, source: str, kind: PartKind) -> Element | None:
        """Returns the root of the part that `source` points to, to be read only; None where there is none."""
        part = self._target(source, kind)
        return self._root(part, kind) if part and (part in self._roots or self.package.has(part)) else None

    def wanted(self, source: str, kind: PartKind) -> Element:
        """Returns the root of the part that `source` points to, to be changed; made, related and typed where missing.

        Raises:
            PackageError: the part is not what its relationship says, or the package declares no content types.
        """
        part = self._target(source, kind) or self._make(source, kind)
        root = self._root(part, kind)
        if not self.package.has(part):
            self.declare(part, kind.content_type)
        self._changed.add(part)
        return root

    def replace_root(self, source: str, kind: PartKind, root: Element) -> None:
        """Returns nothing; puts another root in place of a part's own."""
        self._roots[self._target(source, kind)] = root

    def result(self) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """Returns the new content of parts the package holds, and of those it does not hold."""
        written = {part: _serialised(self._roots[part]) for part in self._roots if part in self._changed}
        replaced = {part: data for part, data in written.items() if self.package.has(part)}
        return replaced, {part: data for part, data in written.items() if part not in replaced}

    def _target(self, source: str, kind: PartKind) -> str:
        """Returns the part a relationship names, "" for none; one that is missing will be made under that name."""
        if (source, kind.relationship) in self._made:
            return self._made[source, kind.relationship]
        if source not in self._rows:
            self._rows[source] = self.package.relationships(source)
        named = [row.target for row in self._rows[source] if row.type == kind.relationship and not row.external]
        return next((part for part in named if self.package.has(part)), named[0] if named else "")

    def _root(self, part: str, kind: PartKind) -> Element:
        if part not in self._roots:
            empty = parse_xml(kind.empty, part, self.package.file)
            self._roots[part] = self.package.root(part) if self.package.has(part) else empty
            if self._roots[part].tag != empty.tag:
                what = f"the part “{part[:80]}” is not what the file says it is."
                raise PackageError(what, where=self.package.file, hint=DAMAGED)
        return self._roots[part]

    def _make(self, source: str, kind: PartKind) -> str:
        stem, ending = posixpath.splitext(posixpath.join(posixpath.dirname(source), kind.name))
        names = (f"{stem}{number or ''}{ending}" for number in range(len(self.package.names()) + 1))
        part = next(name for name in names if not self.package.has(name))
        self._made[source, kind.relationship] = part
        self._relate(source, kind.relationship, part)
        return part

    def _relate(self, source: str, kind: str, part: str) -> None:
        root = self._plain(relationships_part(source), _NO_RELATIONSHIPS, _RELATIONSHIPS_TYPE)
        used = {row.get("Id", "").lower() for row in root.iter(_ROW)}
        free = next(f"rId{number}" for number in range(1, len(used) + 2) if f"rid{number}" not in used)
        target = posixpath.relpath(part, posixpath.dirname(source) or ".")
        etree.SubElement(root, _ROW, {"Id": free, "Type": kind, "Target": target})

    def declare(self, part: str, content_type: str) -> None:
        """Returns nothing; gives a part a content type."""
        root = self._plain(_TYPES_PART)
        rows = [row for row in root.iter(_OVERRIDE) if part_key(row.get("PartName", "")) == part_key(part)]
        row = rows[0] if rows else etree.SubElement(root, _OVERRIDE, {"PartName": f"/{part}"})
        row.set("ContentType", content_type)

    def _plain(self, part: str, empty: bytes = b"", content_type: str = "") -> Element:
        """Returns the root of a part of the package's own bookkeeping, to be changed."""
        if part not in self._roots:
            made = bool(empty) and not self.package.has(part)
            self._roots[part] = parse_xml(empty, part, self.package.file) if made else self.package.root(part)
            if made and not self.package.content_type(part):
                self.declare(part, content_type)
        self._changed.add(part)
        return self._roots[part]


def _serialised(root: Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
