"""Inline marks of a source line: bold, italic, tracked changes and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

AUTHOR = "Секретариат"
MARKED_ON = "2025-03-03T09:00:00Z"

_MARK = re.compile(
    r"\{\+\+(?P<ins>.+?)\+\+\}"
    r"|\{--(?P<cut>.+?)--\}"
    r"|\{==(?P<noted>.+?)==\}\{>>(?P<comment>.+?)<<\}"
    r"|\*\*(?P<bold>.+?)\*\*"
    r"|\*(?P<italic>.+?)\*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of text with one mark: "", bold, italic, ins, cut or noted."""

    text: str
    mark: str = ""
    comment: str = ""


def spans(text: str) -> list[Span]:
    """Returns the stretches of a source line in order, marks taken off."""
    found: list[Span] = []
    end = 0
    for match in _MARK.finditer(text):
        if match.start() > end:
            found.append(Span(text=text[end : match.start()]))
        groups = {name: value for name, value in match.groupdict().items() if value}
        comment = groups.pop("comment", "")
        mark, words = next(iter(groups.items()))
        found.append(Span(text=words, mark=mark, comment=comment))
        end = match.end()
    if end < len(text):
        found.append(Span(text=text[end:]))
    return found


def accepted(text: str) -> str:
    """Returns a source line as it reads with every tracked change accepted."""
    return "".join(span.text for span in spans(text) if span.mark != "cut")


class InlineWriter:
    """Writes marked lines into paragraphs of one document."""

    def __init__(self, document: Document) -> None:
        """Keeps the document, because comments live in a part of their own."""
        self._document = document
        self._ids = count(101)

    def write(self, paragraph: Paragraph, text: str) -> None:
        """Appends the line to the paragraph, marks turned into Word markup."""
        for span in spans(text):
            run = paragraph.add_run(span.text)
            if span.mark in ("bold", "italic"):
                setattr(run, span.mark, True)
            if span.mark in ("ins", "cut"):
                self._track(run, span.mark)
            if span.comment:
                self._comment(run, span.comment)

    def _track(self, run: Run, mark: str) -> None:
        element = OxmlElement("w:ins" if mark == "ins" else "w:del")
        element.set(qn("w:id"), str(next(self._ids)))
        element.set(qn("w:author"), AUTHOR)
        element.set(qn("w:date"), MARKED_ON)
        run._r.addprevious(element)
        element.append(run._r)
        if mark == "cut":
            for text in run._r.findall(qn("w:t")):
                text.tag = qn("w:delText")

    def _comment(self, run: Run, text: str) -> None:
        _comment_styles(self._document)
        comment = self._document.add_comment([run], text=text, author=AUTHOR, initials="С")
        comment._comment_elm.set(qn("w:date"), MARKED_ON)


def _comment_styles(document: Document) -> None:
    """Adds the two styles that comments refer to, where they are missing."""
    wanted = (
        ("annotation text", "CommentText", WD_STYLE_TYPE.PARAGRAPH),
        ("annotation reference", "CommentReference", WD_STYLE_TYPE.CHARACTER),
    )
    names = [style.name for style in document.styles]
    for name, ident, kind in wanted:
        if name not in names:
            style = document.styles.add_style(name, kind, builtin=True)
            style.element.set(qn("w:styleId"), ident)
