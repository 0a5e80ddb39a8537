"""The door to selectolax: a web page as a browser builds it, walked without what surrounds its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ethicsdiff.errors import DraftError

Node = LexborNode

TEXT = "-text"
_NEVER_TEXT = frozenset(
    (
        "-comment", "script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object", "embed", "canvas", "audio",
        "video", "map", "progress", "meter", "datalist", "colgroup", "link", "meta", "base", "-cdata-section", "-processing-instruction",
    )
)  # fmt: skip
_UNCOUNTED = frozenset(("-comment", "head", "title", "colgroup", "link", "meta", "base", "-cdata-section", "-processing-instruction"))
_AROUND = frozenset(("nav", "aside", "form", "button", "select", "input", "textarea", "menu", "dialog", "footer", "header"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar", "dialog", "alert"))
_NAMES = frozenset(
    (
        "nav", "navbar", "menu", "main-menu", "mainmenu", "submenu", "sidebar", "side-bar", "breadcrumb", "breadcrumbs", "pagination",
        "pager", "toolbar", "cookie", "cookies", "cookie-banner", "share", "social", "site-header", "site-footer", "page-footer",
        "footer", "page_footer", "site_footer", "footer-wrapper", "copyright", "copyrights",
    )
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NOT_NESTING = frozenset(
    (
        "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup", "br", "hr", "img", "input", "meta",
        "link", "area", "base", "col", "colgroup", "embed", "source", "track", "wbr", "param", "body", "html", "head",
    )
)  # fmt: skip
_DEEPEST = 1_000
_MOST_TAGS = 500_000
_MOST_OF_PAGE = 0.5
_PROSE_WORDS = 8
_ADVICE = "Save the text of the page as a Word document or as plain text."


def parse(text: str, file: str) -> tuple[Node, str]:
    """Returns the body of a page and the words of its <title>.

    Raises:
        DraftError: the page is nested or filled beyond reason.
    """
    _check_size(text, file)
    parser = LexborHTMLParser(text)
    title = parser.css_first("head > title")
    body = parser.body
    if body is None:
        raise DraftError("the page holds no text.", where=file, hint=_ADVICE)
    return body, " ".join((title.text() if title is not None else "").split())


def _check_size(text: str, file: str) -> None:
    depth = deepest = count = 0
    for match in _TAG.finditer(text):
        count += 1
        if match.group(2).lower() not in _NOT_NESTING:
            depth = max(0, depth + (-1 if match.group(1) else 1))
            deepest = max(deepest, depth)
    if deepest > _DEEPEST or count > _MOST_TAGS:
        what = "the page is nested too deeply." if deepest > _DEEPEST else f"the page holds more than {_MOST_TAGS} tags."
        raise DraftError(what, where=file, hint=_ADVICE)


def walk(body: Node, menus: Collection[int], left_out: Counter[str]) -> Iterator[tuple[bool, Node]]:
    """Yields (True, node) on entering and (False, node) on leaving each node of the page's own text, in document order.

    What surrounds the text (menus, scripts, forms, hidden parts) is passed over and counted by tag in `left_out`; `menus` are
    nodes that are known to be such.
    """
    letters = _letters(body)
    open_nodes: list[Node] = []
    node: Node | None = body.child
    while node is not None or open_nodes:
        if node is None:
            left = open_nodes.pop()
            yield False, left
            node = left.next
        elif node.mem_id in menus or _is_left_out(node, letters):
            _count(node, left_out)
            node = node.next
        else:
            yield True, node
            open_nodes.append(node)
            node = node.child


def _count(node: Node, left_out: Counter[str]) -> None:
    if node.tag not in _UNCOUNTED:
        left_out[str(node.tag)] += 1


def _is_left_out(node: Node, letters: int) -> bool:
    if node.tag == TEXT:
        return False
    if node.tag in _NEVER_TEXT:
        return True
    if not _surrounds(node):
        return False
    return _letters(node) <= letters * _MOST_OF_PAGE and not (node.tag == "header" and _has_prose(node))


def _surrounds(node: Node) -> bool:
    """Returns whether a node by its tag, role, name or looks is not text of the page."""
    attributes = attributes_of(node)
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or _HIDDEN.search(attributes.get("style", "").lower()):
        return True
    if node.tag in ("header", "footer"):
        return not _is_within(node, "article")
    names = {*attributes.get("class", "").lower().split(), attributes.get("id", "").lower()}
    return node.tag in _AROUND or attributes.get("role", "").lower() in _ROLES or bool(names & _NAMES)


def attributes_of(node: Node) -> dict[str, str]:
    """Returns the attributes of a node; those without a value have an empty one."""
    return {name: value or "" for name, value in node.attributes.items()}


def _is_within(node: Node, tag: str) -> bool:
    parent = node.parent
    while parent is not None and parent.tag != tag:
        parent = parent.parent
    return parent is not None


def _letters(node: Node) -> int:
    """Returns how many letters of text stand under a node, scripts and styles not counted."""
    return sum(map(len, (part.strip() for part in texts(node))))


def texts(node: Node) -> Iterator[str]:
    """Yields the pieces of text under a node, without those of scripts and other things that are never text."""
    for inner in node.traverse(include_text=True):
        if inner.tag == TEXT and inner.parent is not None and inner.parent.tag not in _NEVER_TEXT:
            yield inner.text_content or ""


def _has_prose(node: Node) -> bool:
    """Returns whether a page header holds sentences outside links, as a preamble marked up as a header does."""
    paragraphs = (inner for inner in node.traverse() if inner.tag in ("p", "blockquote", "li"))
    return any(_plain_words(paragraph) >= _PROSE_WORDS for paragraph in paragraphs)


def _plain_words(paragraph: Node) -> int:
    linked = sum(len("".join(texts(link)).split()) for link in paragraph.css("a, button, label"))
    return len("".join(texts(paragraph)).split()) - linked
