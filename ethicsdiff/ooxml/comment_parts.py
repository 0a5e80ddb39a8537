"""The parts that make up comments beside the text: the comments, their threads, their lasting ids and their authors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from ethicsdiff.ooxml.edits import Edits, PartKind
from ethicsdiff.ooxml.ids import PARA_ID, W14, as_number
from ethicsdiff.ooxml.names import MC, Element, R, W, w
from ethicsdiff.ooxml.package import parse_xml

W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W16CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
W16CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
_MICROSOFT = "http://schemas.microsoft.com/office"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_IGNORABLE = f"{{{MC}}}Ignorable"
_START_TAG = re.compile(r"<[^\s/>]+")

COMMENTS = PartKind(
    relationship=f"{R}/comments",
    content_type=f"{_TYPE}.comments+xml",
    name="comments.xml",
    empty=f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14"/>'.encode(),
)
EXTENDED = PartKind(
    relationship=f"{_MICROSOFT}/2011/relationships/commentsExtended",
    content_type=f"{_TYPE}.commentsExtended+xml",
    name="commentsExtended.xml",
    empty=f'<w15:commentsEx xmlns:w15="{W15}"/>'.encode(),
)
PEOPLE = PartKind(
    relationship=f"{_MICROSOFT}/2011/relationships/people",
    content_type=f"{_TYPE}.people+xml",
    name="people.xml",
    empty=f'<w15:people xmlns:w15="{W15}"/>'.encode(),
)
LASTING_IDS = PartKind(
    relationship=f"{_MICROSOFT}/2016/09/relationships/commentsIds",
    content_type=f"{_TYPE}.commentsIds+xml",
    name="commentsIds.xml",
    empty=f'<w16cid:commentsIds xmlns:w16cid="{W16CID}"/>'.encode(),
)
EXTENSIBLE = PartKind(
    relationship=f"{_MICROSOFT}/2018/08/relationships/commentsExtensible",
    content_type=f"{_TYPE}.commentsExtensible+xml",
    name="commentsExtensible.xml",
    empty=f'<w16cex:commentsExtensible xmlns:w16cex="{W16CEX}"/>'.encode(),
)
_PARA, _PARENT, _DONE = f"{{{W15}}}paraId", f"{{{W15}}}paraIdParent", f"{{{W15}}}done"
_TRUE = ("1", "true", "on")
_LASTING_PARA, _LASTING = f"{{{W16CID}}}paraId", f"{{{W16CID}}}durableId"


@dataclass(frozen=True, slots=True)
class Threads:
    """What the threads part says, by paragraph id as a number: which comments are answered, and which are resolved."""

    answered: frozenset[int]
    resolved: frozenset[int]


def threads(edits: Edits) -> Threads:
    """Returns which comments have replies and which a person has marked as resolved."""
    root = edits.known(edits.package.main, EXTENDED)
    rows = list(root) if root is not None else []
    answered = {as_number(row.get(_PARENT) or "") for row in rows}
    resolved = {as_number(row.get(_PARA) or "") for row in rows if row.get(_DONE) in _TRUE}
    return Threads(frozenset(answered - {-1}), frozenset(resolved - {-1}))


def thread_rows(edits: Edits) -> dict[int, tuple[int, bool]]:
    """Returns, by paragraph id as a number, the paragraph id of the comment that is replied to (-1 for none) and whether it is resolved."""
    root = edits.known(edits.package.main, EXTENDED)
    rows = list(root) if root is not None else []
    found = {as_number(row.get(_PARA) or ""): (as_number(row.get(_PARENT) or ""), row.get(_DONE) in _TRUE) for row in rows}
    return {number: row for number, row in found.items() if number >= 0}


def utc_dates(edits: Edits) -> dict[int, str]:
    """Returns the dates of comments in UTC by paragraph id as a number; only newer editions of Word write them."""
    lasting, more = edits.known(edits.package.main, LASTING_IDS), edits.known(edits.package.main, EXTENSIBLE)
    if lasting is None or more is None:
        return {}
    durable, date = f"{{{W16CEX}}}durableId", f"{{{W16CEX}}}dateUtc"
    dates = {as_number(row.get(durable) or ""): row.get(date) or "" for row in more}
    pairs = ((as_number(row.get(_LASTING_PARA) or ""), as_number(row.get(_LASTING) or "")) for row in lasting)
    return {para: dates[number] for para, number in pairs if para >= 0 and number >= 0 and dates.get(number)}


def last_paragraph_id(comment: Element) -> int:
    """Returns the paragraph id that ties a comment to its thread as a number, -1 where it has none."""
    paragraphs = comment.findall(w("p"))
    return as_number(paragraphs[-1].get(PARA_ID, "")) if paragraphs else -1


def paragraph_ids(comment: Element) -> frozenset[int]:
    """Returns the ids of a comment's paragraphs as numbers; the last one's ties the thread together."""
    return frozenset(as_number(one.get(PARA_ID, "")) for one in comment.iter(w("p"))) - {-1}


def comments_to_extend(edits: Edits) -> Element:
    """Returns the root of the comments part, made if missing, on which paragraph ids may be used."""
    root = edits.wanted(edits.package.main, COMMENTS)
    ready = with_ignorable(root, {"w14": W14}, edits.package.file)
    if ready is not root:
        edits.replace_root(edits.package.main, COMMENTS, ready)
    return ready


def with_ignorable(root: Element, extensions: Mapping[str, str], file: str) -> Element:
    """Returns the root with some extension namespaces declared on it and named as such that older programs may ignore.

    A root that lacks a declaration is parsed anew with the declaration written into its start tag. lxml's own way,
    `cleanup_namespaces`, also takes away prefixes that are only named inside attribute values, which Word calls damage.
    """
    missing = {prefix: uri for prefix, uri in {**extensions, "mc": MC}.items() if uri not in root.nsmap.values()}
    if missing:
        root = _declaring(root, missing, file)
    prefixes = {uri: prefix for prefix, uri in root.nsmap.items() if prefix}
    named = root.get(_IGNORABLE, "").split()
    wanted = [prefixes[uri] for uri in extensions.values() if uri in prefixes]
    if any(prefix not in named for prefix in wanted):
        root.set(_IGNORABLE, " ".join(dict.fromkeys([*named, *wanted])))
    return root


def _declaring(root: Element, missing: Mapping[str, str], file: str) -> Element:
    declared = "".join(f' xmlns:{_free(root, prefix)}="{uri}"' for prefix, uri in missing.items())
    written = etree.tostring(root, encoding="unicode", with_tail=False)
    name = _START_TAG.match(written)
    end = name.end() if name else 0
    return parse_xml(f"{written[:end]}{declared}{written[end:]}".encode(), COMMENTS.name, file)


def _free(root: Element, prefix: str) -> str:
    return prefix if prefix not in root.nsmap else _free(root, f"{prefix}x")


def add_thread(edits: Edits, paragraph_id: str) -> None:
    """Returns nothing; notes a new comment as an open thread."""
    root = edits.wanted(edits.package.main, EXTENDED)
    etree.SubElement(root, f"{{{W15}}}commentEx", {_PARA: paragraph_id, _DONE: "0"})


def add_person(edits: Edits, author: str) -> None:
    """Returns nothing; names the author among the people of the document, unless already there."""
    known = edits.known(edits.package.main, PEOPLE)
    name = f"{{{W15}}}author"
    if known is not None and any(one.get(name) == author for one in known):
        return
    person = etree.SubElement(edits.wanted(edits.package.main, PEOPLE), f"{{{W15}}}person", {name: author})
    presence = {f"{{{W15}}}providerId": "None", f"{{{W15}}}userId": author}
    etree.SubElement(person, f"{{{W15}}}presenceInfo", presence)


def forget_threads(edits: Edits, gone: frozenset[int]) -> None:
    """Returns nothing; removes the rows of removed comments, known by paragraph ids, from threads and lasting ids."""
    lasting = edits.known(edits.package.main, LASTING_IDS)
    rows = [row for row in lasting if as_number(row.get(_LASTING_PARA) or "") in gone] if lasting is not None else []
    durable = frozenset(as_number(row.get(_LASTING) or "") for row in rows) - {-1}
    _drop(edits, EXTENDED, _PARA, gone)
    _drop(edits, LASTING_IDS, _LASTING_PARA, gone)
    _drop(edits, EXTENSIBLE, f"{{{W16CEX}}}durableId", durable)


def _drop(edits: Edits, kind: PartKind, attribute: str, gone: Iterable[int]) -> None:
    root = edits.known(edits.package.main, kind)
    rows = [row for row in root if as_number(row.get(attribute) or "") in gone] if root is not None else []
    for row in rows:
        edits.wanted(edits.package.main, kind).remove(row)
