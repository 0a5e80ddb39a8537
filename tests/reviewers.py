"""What reviewers do to a Word file, in a few lines: reply, resolve, comment, edit with tracking and without."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from ethicsdiff.ooxml.comment_parts import COMMENTS
from ethicsdiff.ooxml.edits import PartKind
from tests.ooxml.marks import W14, W15, W

_TAG = re.compile(r"\[ED-(\d+)\]")
_DATE = "2026-03-02T10:15:00Z"


class Copy:
    """A copy of an annotated file in the hands of one reviewer."""

    def __init__(self, source: Path | bytes, author: str, date: str = _DATE) -> None:
        data = source.read_bytes() if isinstance(source, Path) else source
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.author, self.date = author, date
        self.main = etree.fromstring(self.parts["word/document.xml"])
        self.comments = etree.fromstring(self.parts["word/comments.xml"]) if "word/comments.xml" in self.parts else None
        name = "word/commentsExtended.xml"
        self.threads = etree.fromstring(self.parts[name]) if name in self.parts else None

    # --- looking ---------------------------------------------------------------------------------------------------
    def comment(self, number: int) -> etree._Element:
        """Returns our comment of a number."""
        assert self.comments is not None
        return next(one for one in self.comments if self._number(one) == number)

    def numbers(self) -> list[int]:
        """Returns the numbers of our comments in the order of the file."""
        assert self.comments is not None
        return [number for one in self.comments if (number := self._number(one)) > 0]

    def tags(self, number: int) -> list[int]:
        """Returns the numbers of all findings in our comment of a number."""
        return [int(tag) for tag in _TAG.findall("".join(self.comment(number).itertext(f"{W}t")))]

    @staticmethod
    def _number(comment: etree._Element) -> int:
        match = _TAG.match("".join(comment.itertext(f"{W}t")))
        return int(match[1]) if match else -1

    def paragraph(self, words: str) -> etree._Element:
        """Returns the paragraph in which some words stand."""
        return next(one for one in self.main.iter(f"{W}p") if words in "".join(one.itertext(f"{W}t")))

    # --- comments --------------------------------------------------------------------------------------------------
    def reply(self, number: int, text: str, *, author: str = "", date: str = "") -> Copy:
        """Replies to our comment of a number."""
        root = self.comment(number)
        return self._reply(root, text, author, date)

    def _reply(self, root: etree._Element, text: str, author: str, date: str) -> Copy:
        identifier, paragraph_id = self._new(text, author, date)
        self._row(paragraph_id, root.findall(f"{W}p")[-1].get(f"{W14}paraId"))
        old = root.get(f"{W}id")
        for tag in ("commentRangeStart", "commentRangeEnd"):
            mark = next(one for one in self.main.iter(f"{W}{tag}") if one.get(f"{W}id") == old)
            twin = etree.Element(f"{W}{tag}", {f"{W}id": identifier})
            mark.addnext(twin)
            if tag == "commentRangeEnd":
                twin.addnext(_reference(identifier))
        return self

    def resolve(self, number: int) -> Copy:
        """Marks our comment of a number as resolved."""
        own = self.comment(number).findall(f"{W}p")[-1].get(f"{W14}paraId")
        assert self.threads is not None
        for row in self.threads:
            if row.get(f"{W15}paraId") == own:
                row.set(f"{W15}done", "1")
        return self

    def remark(self, words: str, text: str, *, author: str = "", date: str = "") -> Copy:
        """Puts a comment of the reviewer's own on the paragraph in which some words stand."""
        identifier, paragraph_id = self._new(text, author, date)
        self._row(paragraph_id, None)
        paragraph = self.paragraph(words)
        place = next((n for n, one in enumerate(paragraph) if one.tag == f"{W}r"), len(paragraph))
        paragraph.insert(place, etree.Element(f"{W}commentRangeStart", {f"{W}id": identifier}))
        paragraph.append(etree.Element(f"{W}commentRangeEnd", {f"{W}id": identifier}))
        paragraph.append(_reference(identifier))
        return self

    def _new(self, text: str, author: str, date: str) -> tuple[str, str]:
        if self.comments is None:
            self._make_comments()
        assert self.comments is not None
        used = [int(one.get(f"{W}id")) for one in self.comments] + [0]
        identifier, paragraph_id = str(max(used) + 1), f"{0x50000000 + max(used):08X}"
        attributes = {f"{W}id": identifier, f"{W}author": author or self.author, f"{W}date": date or self.date}
        comment = etree.SubElement(self.comments, f"{W}comment", attributes)
        for line in text.split("\n"):
            paragraph = etree.SubElement(comment, f"{W}p")
            etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = line
        paragraph.set(f"{W14}paraId", paragraph_id)
        return identifier, paragraph_id

    def _row(self, paragraph_id: str, parent: str | None) -> None:
        if self.threads is not None:
            row = etree.SubElement(self.threads, f"{W15}commentEx", {f"{W15}paraId": paragraph_id, f"{W15}done": "0"})
            if parent:
                row.set(f"{W15}paraIdParent", parent)

    def _make_comments(self) -> None:
        self.comments = etree.fromstring(f'<w:comments xmlns:w="{W[1:-1]}" xmlns:w14="{W14[1:-1]}"/>'.encode())
        self.part("comments", "", COMMENTS)

    # --- edits -----------------------------------------------------------------------------------------------------
    def tracked(self, old: str, new: str, *, author: str = "", date: str = "") -> Copy:
        """Replaces words with tracking; without `new` they are struck out, without `old` a word is added (see `after`)."""
        run, (before, after) = self._cut(old)
        who = {f"{W}id": "900", f"{W}author": author or self.author, f"{W}date": date or self.date}
        pieces = [_like(run, before)] if before else []
        gone = etree.Element(f"{W}del", who)
        gone.append(_like(run, old, "delText"))
        pieces.append(gone)
        if new:
            came = etree.Element(f"{W}ins", who)
            came.append(_like(run, new))
            pieces.append(came)
        pieces += [_like(run, after)] if after else []
        _replace(run, pieces)
        return self

    def inserted(self, after: str, new: str, *, author: str = "") -> Copy:
        """Puts words in behind others with tracking."""
        run, (before, rest) = self._cut(after)
        came = etree.Element(f"{W}ins", {f"{W}id": "901", f"{W}author": author or self.author, f"{W}date": self.date})
        came.append(_like(run, new))
        _replace(run, [_like(run, before + after), came, *([_like(run, rest)] if rest else [])])
        return self

    def edited(self, old: str, new: str) -> Copy:
        """Replaces words without tracking."""
        run, (before, after) = self._cut(old)
        _replace(run, [_like(run, before + new + after)])
        return self

    def struck(self, words: str) -> Copy:
        """Strikes out the whole paragraph in which some words stand, mark and all, with tracking."""
        paragraph = self.paragraph(words)
        who = {f"{W}id": "902", f"{W}author": self.author, f"{W}date": self.date}
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{W}rPr")
        look = etree.SubElement(properties, f"{W}rPr") if look is None else look
        look.insert(0, etree.Element(f"{W}del", who))
        for run in paragraph.findall(f"{W}r"):
            for text in run.findall(f"{W}t"):
                text.tag = f"{W}delText"
            if run.find(f"{W}delText") is not None:
                gone = etree.Element(f"{W}del", who)
                run.addprevious(gone)
                gone.append(run)
        return self

    def added_paragraph(self, after: str, text: str) -> Copy:
        """Adds a paragraph behind another with tracking, as Word does: the mark of the one before counts as new."""
        before = self.paragraph(after)
        who = {f"{W}id": "903", f"{W}author": self.author, f"{W}date": self.date}
        new = etree.Element(f"{W}p")
        came = etree.SubElement(new, f"{W}ins", who)
        run = etree.SubElement(came, f"{W}r")
        etree.SubElement(run, f"{W}t").text = text
        properties = etree.Element(f"{W}pPr")
        etree.SubElement(etree.SubElement(properties, f"{W}rPr"), f"{W}ins", who)
        new.insert(0, properties)
        before.addnext(new)
        return self

    def part(self, name: str, rows: str, kind: PartKind) -> Copy:
        """Adds a part beside the comments with some rows in its root."""
        self.parts[f"word/{name}.xml"] = kind.empty.replace(b"/>", f">{rows}</{kind.empty.split()[0].decode()[1:]}>".encode())
        row = f'<Relationship Id="r{name}" Type="{kind.relationship}" Target="{name}.xml"/></Relationships>'
        override = f'<Override PartName="/word/{name}.xml" ContentType="{kind.content_type}"/></Types>'
        rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
        self.parts[rels] = self.parts[rels].replace(b"</Relationships>", row.encode())
        self.parts[types] = self.parts[types].replace(b"</Types>", override.encode())
        return self

    def without_marks(self) -> Copy:
        """Takes away bookmarks and custom properties, as a web editor does."""
        for one in list(self.main.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            one.getparent().remove(one)
        self.parts.pop("docProps/custom.xml", None)
        self.parts["_rels/.rels"] = re.sub(rb"<Relationship [^>]*custom-properties[^>]*/>", b"", self.parts["_rels/.rels"])
        self.parts["[Content_Types].xml"] = re.sub(rb"<Override [^>]*custom.xml[^>]*/>", b"", self.parts["[Content_Types].xml"])
        return self

    def _cut(self, words: str) -> tuple[etree._Element, tuple[str, str]]:
        """Returns the run in which words stand and the text before and after them."""
        for run in self.main.iter(f"{W}r"):
            text = "".join(one.text or "" for one in run.findall(f"{W}t"))
            if words in text:
                before, _, after = text.partition(words)
                return run, (before, after)
        raise AssertionError(f"no run holds {words!r}")

    def renumbered(self) -> Copy:
        """Renumbers as LibreOffice 25.2 does: other ids and paragraph ids, no row for an open comment outside threads, no `done="0"`."""
        assert self.comments is not None and self.threads is not None
        ids = {one.get(f"{W}id"): str(place) for place, one in enumerate(self.comments)}
        for one in (*self.comments, *self.main.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
            one.set(f"{W}id", ids[one.get(f"{W}id")])
        paragraphs: dict[str, str] = {}
        for place, one in enumerate(self.comments.iter(f"{W}p"), 1):
            if one.get(f"{W14}paraId"):
                paragraphs[one.get(f"{W14}paraId")] = f"{place:02X}000000"
                one.set(f"{W14}paraId", paragraphs[one.get(f"{W14}paraId")])
        self._renumber_threads(paragraphs)
        return self

    def _renumber_threads(self, paragraphs: dict[str, str]) -> None:
        assert self.threads is not None and self.comments is not None
        parents = {row.get(f"{W15}paraIdParent") for row in self.threads}
        for row in list(self.threads):
            in_thread = row.get(f"{W15}paraIdParent") or row.get(f"{W15}paraId") in parents
            if row.get(f"{W15}done") != "1":
                del row.attrib[f"{W15}done"]
                if not in_thread:
                    self._forget(row, paragraphs)
                    continue
            for name in ("paraId", "paraIdParent"):
                if row.get(f"{W15}{name}"):
                    row.set(f"{W15}{name}", paragraphs[row.get(f"{W15}{name}")])

    def _forget(self, row: etree._Element, paragraphs: dict[str, str]) -> None:
        assert self.comments is not None
        for one in self.comments.iter(f"{W}p"):
            if one.get(f"{W14}paraId") == paragraphs.get(row.get(f"{W15}paraId"), ""):
                del one.attrib[f"{W14}paraId"]
        row.getparent().remove(row)

    # --- done ------------------------------------------------------------------------------------------------------
    def data(self) -> bytes:
        """Returns the file as it is sent back."""
        parts = {**self.parts, "word/document.xml": etree.tostring(self.main, xml_declaration=True, encoding="UTF-8", standalone=True)}
        if self.comments is not None:
            parts["word/comments.xml"] = etree.tostring(self.comments, xml_declaration=True, encoding="UTF-8", standalone=True)
        if self.threads is not None:
            parts["word/commentsExtended.xml"] = etree.tostring(self.threads, xml_declaration=True, encoding="UTF-8", standalone=True)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return stream.getvalue()

    def save(self, path: Path) -> Path:
        """Returns the path the file was written to."""
        path.write_bytes(self.data())
        return path


Act = Callable[[Copy], Copy]


def _reference(identifier: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}commentReference", {f"{W}id": identifier})
    return run


def _like(run: etree._Element, text: str, tag: str = "t") -> etree._Element:
    new = etree.Element(f"{W}r")
    look = run.find(f"{W}rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    element = etree.SubElement(new, f"{W}{tag}")
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return new


def _replace(run: etree._Element, pieces: list[etree._Element]) -> None:
    for one in pieces:
        run.addprevious(one)
    run.getparent().remove(run)
