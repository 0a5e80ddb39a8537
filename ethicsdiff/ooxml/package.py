"""A Word file as a package of parts, opened with guards before anything is unpacked, parsed with a closed parser."""

from __future__ import annotations

import hashlib
import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from ethicsdiff.errors import PackageError
from ethicsdiff.ooxml import guards
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.ooxml.names import (
    CONTENT_TYPES,
    OFFICE_DOCUMENT,
    PACKAGE_RELATIONSHIPS,
    STRICT,
    STRICT_OFFICE_DOCUMENT,
    Element,
    w,
)
from ethicsdiff.ooxml.rawzip import rewritten

_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, struct.error, OSError)
_SPLIT = "Split the document into several files in Word."
_STRICT_ADVICE = "Open it in Word and save it as “Word Document (*.docx)”, not as “Strict Open XML Document”."


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A relationship of a part: `target` is a part name, or the address as written where `external` is true."""

    id: str
    type: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """An opened Word file: its name, bytes, sha256, entries in archive order and the name of its main document part."""

    file: str
    data: bytes
    sha256: str
    archive: zipfile.ZipFile
    index: Mapping[str, zipfile.ZipInfo]
    main: str

    def names(self) -> tuple[str, ...]:
        """Returns the part names in archive order, as they are written in the archive."""
        return tuple(entry.filename for entry in self.archive.infolist())

    def has(self, part: str) -> bool:
        """Returns True if the package holds the part; upper and lower case do not matter."""
        return guards.part_key(part) in self.index

    def read(self, part: str) -> bytes:
        """Returns the unpacked bytes of a part; raises PackageError where it is missing or damaged."""
        return _read(self.archive, self.index, part, self.file)

    def root(self, part: str) -> Element:
        """Returns a freshly parsed root of an XML part; raises PackageError where it is too large or unsafe."""
        return _read_xml(self.archive, self.index, part, self.file)

    def content_type(self, part: str) -> str:
        """Returns the declared content type of a part, or an empty string where none is declared."""
        return _content_types(self).get(guards.part_key(part)) or _content_types(self).get(_extension(part), "")

    def relationships(self, source: str = "") -> tuple[Relationship, ...]:
        """Returns the relationships of a part in file order; those of the whole package for an empty name."""
        part = relationships_part(source)
        if not self.has(part):
            return ()
        return _relationships(self.root(part), source)

    def related(self, source: str, kind: str) -> tuple[str, ...]:
        """Returns the parts present in the package that `source` points to with relationships of one type."""
        return tuple(
            row.target
            for row in self.relationships(source)
            if row.type == kind and not row.external and self.has(row.target)
        )


def open_package(source: Path | bytes, *, file: str = "") -> Package:
    """Returns a Word file opened with every guard passed and its main document part found.

    Args:
        source: the path of the file, or its bytes.
        file: the name used in messages; the name of the path by default.

    Raises:
        PackageError: the file is missing, damaged, hostile, encrypted or of another format; one sentence says which.
    """
    name = file or (source.name if isinstance(source, Path) else "package")
    data = guards.read_file(source, name) if isinstance(source, Path) else source
    archive = _archive(data, name)
    index = {guards.part_key(entry.filename): entry for entry in archive.infolist()}
    main = _main_part(archive, index, name)
    digest = hashlib.sha256(data).hexdigest()
    return Package(file=name, data=data, sha256=digest, archive=archive, index=index, main=main)


def _archive(data: bytes, file: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE:
        guards.refuse_foreign(data, file)
    guards.check_entries(archive.infolist(), file)
    return archive


def _read(archive: zipfile.ZipFile, index: Mapping[str, zipfile.ZipInfo], part: str, file: str) -> bytes:
    entry = index.get(guards.part_key(part))
    if entry is None:
        raise PackageError(f"the part “{guards.shown(part)}” is missing.", where=file, hint=guards.DAMAGED)
    try:
        return archive.read(entry)
    except _UNREADABLE as error:
        raise PackageError(f"the part “{guards.shown(part)}” is damaged.", where=file, hint=guards.DAMAGED) from error


def _read_xml(archive: zipfile.ZipFile, index: Mapping[str, zipfile.ZipInfo], part: str, file: str) -> Element:
    entry = index.get(guards.part_key(part))
    if entry is not None and entry.file_size > guards.MAX_XML:
        limit = guards.MAX_XML // guards.MEGABYTE
        raise PackageError(
            f"the part “{guards.shown(part)}” is larger than {limit} MB.", where=file, hint=guards.RESAVE
        )
    return parse_xml(_read(archive, index, part, file), part, file)


def parse_xml(data: bytes, part: str, file: str) -> Element:
    """Returns the root of an XML part, parsed without entities, network access or huge trees.

    Raises:
        PackageError: the part declares a document type, is nested too deeply or is not well-formed.
    """
    if b"<!DOCTYPE" in data:
        raise _doctype(part, file)
    if data.count(b"<") > guards.MAX_TAGS:
        what = f"the part “{guards.shown(part)}” holds more than {guards.MAX_TAGS} tags."
        raise PackageError(what, where=file, hint=_SPLIT)
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _malformed(error, part, file) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(part, file)
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, collect_ids=False)


def _doctype(part: str, file: str) -> PackageError:
    what = f"the part “{guards.shown(part)}” declares a document type, which no Word file does."
    return PackageError(what, where=file, hint="It may be unsafe: ask its author for a copy saved by Word.")


def _malformed(error: Exception, part: str, file: str) -> PackageError:
    if "depth" in str(error).lower():
        what = f"the part “{guards.shown(part)}” nests its tables or other elements too deeply."
        return PackageError(what, where=file, hint="Take the nested tables apart in Word and save the file again.")
    if "huge" in str(error).lower():
        return PackageError(
            f"the part “{guards.shown(part)}” holds a text of more than 10 MB in one piece.", where=file, hint=_SPLIT
        )
    return PackageError(f"the part “{guards.shown(part)}” is not well-formed XML.", where=file, hint=guards.DAMAGED)


def relationships_part(source: str) -> str:
    """Returns the name of the part that holds the relationships of `source` ("" for the package itself)."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relationships(root: Element, source: str) -> tuple[Relationship, ...]:
    return tuple(
        _relationship(row, posixpath.dirname(source)) for row in root.iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship")
    )


def _relationship(row: Element, folder: str) -> Relationship:
    external = row.get("TargetMode", "") == "External"
    written = row.get("Target", "")
    target = written if external else _resolve(written, folder)
    return Relationship(id=row.get("Id", ""), type=row.get("Type", ""), target=target, external=external)


def _resolve(target: str, folder: str) -> str:
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _content_types(package: Package) -> dict[str, str]:
    if not package.has("[Content_Types].xml"):
        return {}
    root = package.root("[Content_Types].xml")
    declared = {
        f".{row.get('Extension', '').lower()}": row.get("ContentType", "")
        for row in root.iter(f"{{{CONTENT_TYPES}}}Default")
    }
    for row in root.iter(f"{{{CONTENT_TYPES}}}Override"):
        declared[guards.part_key(row.get("PartName", ""))] = row.get("ContentType", "")
    return declared


def _extension(part: str) -> str:
    return posixpath.splitext(part)[1].lower()


def _main_part(archive: zipfile.ZipFile, index: Mapping[str, zipfile.ZipInfo], file: str) -> str:
    if "_rels/.rels" not in index:
        raise guards.no_document(index, file)
    rows = _relationships(_read_xml(archive, index, "_rels/.rels", file), "")
    if any(row.type == STRICT_OFFICE_DOCUMENT for row in rows):
        raise PackageError("the file is in the Strict Open XML format.", where=file, hint=_STRICT_ADVICE)
    for row in rows:
        if row.type == OFFICE_DOCUMENT and guards.part_key(row.target) in index:
            return row.target
    raise guards.no_document(index, file)


def main_root(package: Package) -> Element:
    """Returns the freshly parsed root of the main document part.

    Raises:
        PackageError: the part is not a Word document (a workbook, a Strict document), or cannot be parsed.
    """
    root = package.root(package.main)
    if root.tag == w("document") and root.find(w("body")) is not None:
        return _checked_length(root, package.file)
    if str(root.tag).startswith(f"{{{STRICT}"):
        raise PackageError("the file is in the Strict Open XML format.", where=package.file, hint=_STRICT_ADVICE)
    if root.tag == w("document"):
        raise PackageError("the document part has no body.", where=package.file, hint=guards.DAMAGED)
    raise guards.no_document(package.index, package.file)


def _checked_length(root: Element, file: str) -> Element:
    if sum(1 for _ in root.iter(w("p"))) > guards.MAX_PARAGRAPHS:
        what = f"the document holds more than {guards.MAX_PARAGRAPHS} paragraphs."
        raise PackageError(what, where=file, hint=_SPLIT)
    return root


def write_package(
    source: Path | bytes, replaced: Mapping[str, bytes], added: Mapping[str, bytes], target: Path
) -> None:
    """Returns nothing; writes a copy of a Word file in which named parts differ.

    Every other entry keeps its packed bytes, order, date and attributes; added parts stand at the end, dated 1980.

    Args:
        source: the file to copy from, opened with every guard.
        replaced: new content of parts the file holds.
        added: content of parts it does not hold.
        target: where the copy goes; an existing file is replaced, and stays as it was if anything fails.

    Raises:
        PackageError: the source is refused or damaged.
        OutputError: the target cannot be written.
        ValueError: a part to replace is missing, or a part to add exists; a fault of the caller.
    """
    write_in_place(changed_package(open_package(source), replaced, added), target)


def changed_package(package: Package, replaced: Mapping[str, bytes], added: Mapping[str, bytes]) -> bytes:
    """Returns the bytes of a copy as `write_package` writes it; the same errors but for the target's."""
    written = {_entry_name(package, part): content for part, content in replaced.items()}
    clash = [part for part in added if package.has(part)]
    if clash:
        raise ValueError(f"part exists already: {clash[0]}")
    try:
        return rewritten(package.data, package.archive, written, added)
    except _UNREADABLE as error:
        raise PackageError("a part of the file is damaged.", where=package.file, hint=guards.DAMAGED) from error


def _entry_name(package: Package, part: str) -> str:
    if not package.has(part):
        raise ValueError(f"no such part to replace: {part}")
    return package.index[guards.part_key(part)].filename
