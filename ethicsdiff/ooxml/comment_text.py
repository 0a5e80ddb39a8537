"""The text of a comment as Word wants it: paragraphs of runs in the document's own comment styles, safe for XML 1.0."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from ethicsdiff.ooxml.ids import PARA_ID
from ethicsdiff.ooxml.names import VAL, Element, W, value, w

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECES = re.compile(r"([\n\t])")
_SPECIAL = {"\n": w("br"), "\t": w("tab")}


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a comment's text in one look; a line end becomes a line break within the paragraph.

    `language` is the tag of words in another language than the comment, else "".
    """

    text: str
    bold: bool = False
    language: str = ""


CommentParagraph: TypeAlias = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class CommentStyles:
    """Ids of the styles for a comment's paragraphs and for its mark in the text; "" where the document has none.

    `language` is the tag that the words are proofed by, "" for the document's own.
    """

    text: str = ""
    reference: str = ""
    language: str = ""


def comment_styles(styles: Element | None) -> CommentStyles:
    """Returns the comment styles found by their names, which are English in every edition of Word (the ids are not)."""
    if styles is None:
        return CommentStyles()
    found = {
        (one.get(w("type"), ""), value(one.find(w("name"))).strip().lower()): one.get(w("styleId"), "")
        for one in reversed(styles.findall(w("style")))
    }
    text, reference = (
        found.get(("paragraph", "annotation text"), ""),
        found.get(("character", "annotation reference"), ""),
    )
    return CommentStyles(text, reference)


def clean(text: str) -> str:
    """Returns the text without characters XML cannot hold, with line ends as `\\n`."""
    return _NOT_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def plain_text(element: Element) -> str:
    """Returns the text of all runs under an element, one after another."""
    return "".join(one.text or "" for one in element.iter(w("t")))


def fill_comment(
    comment: Element, paragraphs: Sequence[CommentParagraph], styles: CommentStyles, paragraph_id: str
) -> None:
    """Returns nothing; gives a comment new paragraphs, of which the last carries the id that ties replies to it."""
    for old in list(comment):
        comment.remove(old)
    last = comment
    for words in paragraphs or ((),):
        last = _paragraph(comment, words, styles)
    last.set(PARA_ID, paragraph_id)


def reference_run(comment_id: str, styles: CommentStyles) -> Element:
    """Returns the run that stands in the text for a comment."""
    run = etree.Element(w("r"), nsmap={"w": W})
    _run_style(run, styles)
    etree.SubElement(run, w("commentReference"), {w("id"): comment_id})
    return run


def _paragraph(comment: Element, words: CommentParagraph, styles: CommentStyles) -> Element:
    first = len(comment) == 0
    paragraph = etree.SubElement(comment, w("p"))
    if styles.text:
        etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("pStyle"), {VAL: styles.text})
    if first:
        run = etree.SubElement(paragraph, w("r"))
        _run_style(run, styles)
        etree.SubElement(run, w("annotationRef"))
    for one in words:
        _run(paragraph, one, one.language or styles.language)
    return paragraph


def _run_style(run: Element, styles: CommentStyles) -> None:
    if styles.reference:
        etree.SubElement(etree.SubElement(run, w("rPr")), w("rStyle"), {VAL: styles.reference})


def _run(paragraph: Element, words: Words, language: str) -> None:
    run = etree.SubElement(paragraph, w("r"))
    if words.bold or language:
        look = etree.SubElement(run, w("rPr"))
        if words.bold:
            etree.SubElement(look, w("b"))
        if language:
            etree.SubElement(look, w("lang"), {VAL: language})
    for piece in _PIECES.split(clean(words.text)):
        if piece in _SPECIAL:
            etree.SubElement(run, _SPECIAL[piece])
        elif piece:
            _text(run, piece)


def _text(run: Element, text: str) -> None:
    element = etree.SubElement(run, w("t"))
    element.text = text
    if text != text.strip():
        element.set(XML_SPACE, "preserve")
