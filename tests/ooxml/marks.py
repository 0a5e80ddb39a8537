"""Independent checks on annotated files: marks taken out again, schema errors compared, ids and parts counted."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

from lxml import etree

from ethicsdiff.ooxml.package import open_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAY_CHANGE = re.compile(
    r"\[content_types\]\.xml|(.*/)?_rels/[^/]*\.rels|(.*/)?(comments\w*|people)\d*\.xml|docprops/custom\.xml"
)
SHARED = Path(os.environ.get("ETHICSDIFF_SHARED", Path(__file__).parents[3] / "shared"))
CORPUS = SHARED / "corpus" / "docx"
SCHEMA = SHARED / "corpus" / "xsd" / "wml.xsd"


def parts(data: bytes) -> dict[str, bytes]:
    """Returns the parts of a package by name, in archive order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def xml(data: bytes) -> etree._Element:
    """Returns the root of a part."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False))


def canonical(root: etree._Element) -> bytes:
    """Returns the canonical form of a tree."""
    return etree.tostring(root, method="c14n")


def alone(element: etree._Element) -> bytes:
    """Returns the canonical form of an element whatever is declared around it."""
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)


def main_part(data: bytes) -> bytes:
    """Returns the main document part of a package."""
    package = open_package(data)
    return package.read(package.main)


def comments_part(data: bytes) -> etree._Element | None:
    """Returns the root of the comments part of a package."""
    package = open_package(data)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    found = package.related(package.main, kind)
    return xml(package.read(found[0])) if found else None


def comments_by_id(data: bytes) -> dict[str, etree._Element]:
    """Returns the comments of a package by id."""
    root = comments_part(data)
    return {} if root is None else {one.get(f"{W}id"): one for one in root.iter(f"{W}comment")}


def without_marks(main: bytes, ids: set[str]) -> bytes:
    """Returns the canonical main part without the marks of some comments and without hidden `_ed_` bookmarks."""
    root = xml(main)
    ours = {one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart") if one.get(f"{W}name").startswith("_ed_")}
    for one in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        if one.get(f"{W}id") in ours:
            _drop(one)
    for one in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
        if one.get(f"{W}id") in ids:
            _drop(one.getparent() if one.tag == f"{W}commentReference" else one)
    return canonical(root)


def _drop(element: etree._Element) -> None:
    assert not element.tail, "a mark must not carry away white space"
    element.getparent().remove(element)


def text_of(comment: etree._Element) -> list[str]:
    """Returns the paragraphs of a comment as text, with tabs and line breaks."""
    special = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        "".join(special.get(one.tag, one.text or "") for one in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"))
        for paragraph in comment.iter(f"{W}p")
    ]


def check_marks(before: bytes, after: bytes) -> set[str]:
    """Returns the ids of the new comments, having checked that they are sound and that nothing else has changed."""
    old, new = comments_by_id(before), comments_by_id(after)
    fresh = new.keys() - old.keys()
    assert {one: alone(old[one]) for one in old} == {one: alone(new[one]) for one in old}
    root = comments_part(after)
    assert root is None or len(new) == sum(1 for _ in root.iter(f"{W}comment"))
    assert without_marks(main_part(after), fresh) == canonical(xml(main_part(before)))
    _check_other_parts(before, after)
    _check_order(xml(main_part(after)), fresh)
    _check_ids(xml(main_part(after)), fresh, new)
    _check_bookkeeping(after)
    return fresh


def _check_other_parts(before: bytes, after: bytes) -> None:
    main = open_package(before).main.lower()
    old, new = parts(before), parts(after)
    assert list(new)[: len(old)] == list(old)
    changed = [name for name in old if old[name] != new[name] and name.lower().lstrip("/") != main]
    assert all(MAY_CHANGE.fullmatch(name.lower()) for name in (*changed, *list(new)[len(old) :])), changed


def _check_order(main: etree._Element, fresh: set[str]) -> None:
    """Checks that each new comment has one start, one end and one reference, in this order, as children of paragraphs."""
    tags = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
    found: dict[str, list[str]] = {one: [] for one in fresh}
    for one in main.iter(*tags):
        if one.get(f"{W}id") in fresh:
            found[one.get(f"{W}id")].append(one.tag)
            holder = one.getparent() if one.tag != tags[2] else one.getparent().getparent()
            assert holder.tag == f"{W}p"
    assert all(marks == list(tags) for marks in found.values())


def _check_ids(main: etree._Element, fresh: set[str], comments: dict[str, etree._Element]) -> None:
    starts = [one for one in main.iter(f"{W}bookmarkStart") if one.get(f"{W}name", "").startswith("_ed_")]
    names = [one.get(f"{W}name") for one in starts]
    assert len(names) == len(set(names))
    own = [*fresh, *(one.get(f"{W}id") for one in starts)]
    used = Counter(one.get(f"{W}id") for one in main.iter("*") if one.get(f"{W}id"))
    assert len(own) == len(set(own))
    assert all(used[one] == (3 if one in fresh else 2) for one in own)
    last = [list(comments[one].iter(f"{W}p"))[-1].get(f"{W14}paraId") for one in fresh]
    others = Counter(one.get(f"{W14}paraId") for root in (main, *comments.values()) for one in root.iter(f"{W}p"))
    assert all(re.fullmatch("[0-7][0-9A-F]{7}", one) and int(one, 16) and others[one] == 1 for one in last)


def _check_bookkeeping(after: bytes) -> None:
    """Checks that every part we may add is related once and has its content type."""
    package = open_package(after)
    rows = package.relationships(package.main)
    for name in ("comments", "commentsExtended", "people"):
        related = [row for row in rows if row.type.endswith(f"/{name}") and not row.external]
        assert len({row.target for row in related}) <= 1
        assert all(package.has(row.target) for row in related)
        assert all(f".{name}+xml" in package.content_type(row.target) for row in related)
    ids = [row.id for row in rows]
    assert len(ids) == len(set(ids))


def schema_errors(part: bytes) -> Counter[str]:
    """Returns the schema errors of a part as messages with their counts, markup compatibility resolved first."""
    root = etree.fromstring(_preprocessed(part))
    schema = _schema()
    schema.validate(root)
    return Counter(error.message for error in schema.error_log)


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


def _preprocessed(part: bytes) -> bytes:
    root = xml(part)
    for alternate in list(root.iter(f"{MC}AlternateContent")):
        parent = alternate.getparent()
        if parent is not None:
            place = parent.index(alternate)
            fallback = alternate.find(f"{MC}Fallback")
            parent[place : place + 1] = list(fallback) if fallback is not None else []
    ignorable = {
        one.nsmap.get(prefix) for one in root.iter("*") for prefix in one.get(f"{MC}Ignorable", "").split()
    } | {MC[1:-1]}
    for one in list(root.iter("*")):
        for name in [name for name in one.attrib if etree.QName(name).namespace in ignorable]:
            del one.attrib[name]
        if etree.QName(one).namespace in ignorable and one.getparent() is not None:
            one.getparent().remove(one)
    return etree.tostring(root)
