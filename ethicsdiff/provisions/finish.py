"""Freezing the trees: ids, paths, lead-ins, languages and fingerprints of the provisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ethicsdiff.languages.detect import detect_language
from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.document import Block, Provision, ProvisionKind, SourceDocument, Span
from ethicsdiff.provisions.labels import data_of, is_deletion
from ethicsdiff.provisions.tree import Node

_ID_LETTERS = {
    ProvisionKind.PART: "part", ProvisionKind.SECTION: "sec", ProvisionKind.CHAPTER: "ch", ProvisionKind.ARTICLE: "a",
    ProvisionKind.PARAGRAPH: "p", ProvisionKind.SUBPARAGRAPH: "s", ProvisionKind.INDENT: "i", ProvisionKind.RECITAL: "r",
    ProvisionKind.GOAL: "g", ProvisionKind.TASK: "t", ProvisionKind.MEASURE: "m", ProvisionKind.INDICATOR: "k",
    ProvisionKind.TABLE_ROW: "row", ProvisionKind.ANNEX: "annex",
}  # fmt: skip
_THROUGH = frozenset(
    {
        ProvisionKind.ARTICLE, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.PART, ProvisionKind.GOAL, ProvisionKind.ANNEX,
    }
)  # fmt: skip
_NORMS = frozenset({ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.TASK, ProvisionKind.MEASURE, ProvisionKind.INDICATOR})
# Their first letters, and the Latin letters that may stand for them.
_REPEALED_BEGINS = frozenset("иуоак" "yoak" "rdohi")


@dataclass(slots=True)
class Freezer:
    """What freezing carries along: blocks by ordinal, letters of a legacy font, ids given so far."""

    source: SourceDocument
    blocks: Mapping[int, Block]
    letters: Mapping[int, str]
    used: Counter[str] = field(default_factory=Counter)
    ids: dict[int, str] = field(default_factory=dict)


def freezer_of(source: SourceDocument, letters: Mapping[int, str]) -> Freezer:
    """Returns what is needed to freeze the trees of a source."""
    return Freezer(source=source, blocks={block.ordinal: block for block in source.blocks}, letters=letters)


def finish(root: Node, freezer: Freezer, *, language: str, prefix: str = "") -> tuple[Provision, ...]:
    """Returns the frozen provisions of a tree in document order; ids are unique within the draft and begin with `prefix`."""
    provisions = []
    for node in _walk(root):
        _settle(node)
        if not node.name:
            node.name = _ordinal_name(node, language)
        freezer.ids[id(node)] = _unique(_identifier(node, freezer.ids, prefix), freezer.used)
        provisions.append(_provision(node, freezer, language))
    return tuple(provisions)


def _walk(root: Node) -> Iterator[Node]:
    """Yields the nodes under a root in document order, each with its ordinals among its siblings set."""
    stack = [iter(_counted(root))]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            continue
        yield node
        stack.append(iter(_counted(node)))


def _counted(node: Node) -> Sequence[Node]:
    """Returns the children of a node, each with its ordinals set."""
    if not node.children:
        return ()
    styles: Counter[str] = Counter()
    kinds: Counter[ProvisionKind] = Counter()
    for child in node.children:
        styles[child.style] += 1
        kinds[child.kind] += 1
        child.ordinal, child.ordinal_of_kind = styles[child.style], kinds[child.kind]
    return node.children


def _settle(node: Node) -> None:
    """Gives a unit that is nothing but its heading line that line as text: an untitled one-sentence article, a point without full stop."""
    if not node.heading_spans or node.spans or node.children:
        return
    if node.listed and node.kind == ProvisionKind.SECTION:
        node.kind = ProvisionKind.PARAGRAPH
    if node.kind in _NORMS:
        node.spans, node.heading, node.heading_spans = node.heading_spans, "", []


def _ordinal_name(node: Node, language: str) -> str:
    first = 1 if node.parent is not None and node.parent.spans else 0
    return data_of(language).unnumbered.format(n=node.ordinal + first)


def _identifier(node: Node, ids: Mapping[int, str], prefix: str) -> str:
    above = ids.get(id(node.parent), "") if node.kind not in _THROUGH else ""
    above = above or prefix
    if node.style == "preamble":
        own = "pre"
    else:
        number = "".join(c for c in _id_number(node) if c.isalnum() or c in "-.").strip(".-")
        plain = node.kind == ProvisionKind.ANNEX and not number
        own = f"{_ID_LETTERS[node.kind]}{number or ('' if plain else f'u{node.ordinal_of_kind}')}"
    return f"{above}.{own}" if above else own


def _id_number(node: Node) -> str:
    """Returns a number as ids hold it: as typed, but Roman numerals of Cyrillic letters as Latin ones would be."""
    return node.number.lower().replace("і", "i") if node.kind in _THROUGH else node.number.lower()


def _unique(identifier: str, used: Counter[str]) -> str:
    """Returns `identifier`, with "~2" and so on where an annex or a mistake of numbering repeats it."""
    used[identifier] += 1
    if used[identifier] == 1:
        return identifier
    candidate = f"{identifier}~{used[identifier]}"
    return candidate if candidate not in used and not used.update((candidate,)) else _unique(identifier, used)


def _provision(node: Node, freezer: Freezer, language: str) -> Provision:
    text = "\n".join(filter(None, (_text_of(span, freezer.blocks).strip() for span in node.spans)))
    block = freezer.blocks[node.block]
    clean = f"{node.heading} {text}"
    if freezer.letters:
        clean = clean.translate(freezer.letters)
    return Provision(
        id=freezer.ids[id(node)], parent=freezer.ids.get(id(node.parent), ""), path=_path(node), kind=node.kind, label=node.label,
        heading=node.heading, text=text, lead_in=_lead_in(node, freezer.blocks), fields=node.fields,
        language=detect_language(clean, language) or language, fingerprint=fingerprint(clean), spans=tuple(node.spans),
        heading_span=node.heading_spans[0] if node.heading_spans else None, heading_more=tuple(node.heading_spans[1:]),
        repealed=_is_repealed(text),
        location=replace(block.location, start=node.start, end=0),
    )  # fmt: skip


def _is_repealed(text: str) -> bool:
    """Returns whether a text only tells that its unit was deleted; its first letter spares most texts the question."""
    words = text.lstrip(" -–—")
    return words.lstrip("([")[:1].lower() in _REPEALED_BEGINS and is_deletion(words)


def _path(node: Node) -> tuple[str, ...]:
    return (*(_path(node.parent) if node.parent is not None and node.parent.parent is not None else ()), node.name)


def _lead_in(node: Node, blocks: Mapping[int, Block]) -> str:
    """Returns the words that govern an item of a list, those that govern its list's own lead-in first."""
    words: list[str] = []
    lead = node.lead
    while lead is not None:
        words.insert(0, _text_of(lead.spans[-1], blocks).strip() if lead.spans else "")
        lead = lead.lead
    return " ".join(filter(None, words))


def _text_of(span: Span, blocks: Mapping[int, Block]) -> str:
    return blocks[span.block].text[span.start : span.end]
