"""Clauses of a law: its articles, or the numbered paragraphs of an article that has them, taken from the provisions of the file."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.model.document import Draft, Provision, ProvisionKind
from ethicsdiff.model.official import OfficialClause

_LEAST_ARTICLES = 3
_CONTAINERS = frozenset({ProvisionKind.PART, ProvisionKind.SECTION, ProvisionKind.CHAPTER, ProvisionKind.ANNEX})


def article_clauses(draft: Draft) -> tuple[OfficialClause, ...]:
    """Returns the clauses of a text that is divided into articles, empty for a text that is not."""
    articles = [provision for provision in draft.provisions if provision.kind == ProvisionKind.ARTICLE]
    if len(articles) < _LEAST_ARTICLES:
        return ()
    children: dict[str, list[Provision]] = {}
    for provision in draft.provisions:
        children.setdefault(provision.parent, []).append(provision)
    parents = {provision.id: provision for provision in draft.provisions}
    return tuple(clause for article in articles for clause in _article(article, children, parents) if clause.text)


def _article(article: Provision, children: dict[str, list[Provision]], parents: dict[str, Provision]) -> list[OfficialClause]:
    below = children.get(article.id, [])
    numbered = [one for one in below if one.kind == ProvisionKind.PARAGRAPH and _digits(one.label)]
    number, group, place = _digits(article.label), _group(article, parents), _place(article)
    if not number:
        return []
    if not numbered:
        text = "\n".join(filter(None, (article.text, *_texts(below, children))))
        return [OfficialClause(id=number, text=text or article.heading, heading=article.heading, group=group, place=place, cite="article")]
    own = (
        [OfficialClause(id=number, text=article.text, heading=article.heading, group=group, place=place, cite="article")]
        if article.text
        else []
    )
    return own + [
        OfficialClause(
            id=f"{number}.{_digits(one.label)}", text="\n".join(filter(None, (one.text, *_texts(children.get(one.id, []), children)))),
            heading=article.heading, group=group, place=_place(one), cite="article-paragraph",
        )
        for one in numbered
    ]  # fmt: skip


def _texts(provisions: Sequence[Provision], children: dict[str, list[Provision]]) -> list[str]:
    """Returns the words of units below a clause in order, each with its label."""
    found: list[str] = []
    for one in provisions:
        found.append(" ".join(filter(None, (one.label, one.heading, one.text))))
        found += _texts(children.get(one.id, []), children)
    return found


def _digits(label: str) -> str:
    """Returns the number in a label as it is printed: "5" of «Статья 5.», "12-1" of "12-1-бап"."""
    kept = "".join(c if c.isdigit() or c == "-" else " " for c in label).split()
    return kept[0].strip("-") if kept else ""


def _group(provision: Provision, parents: dict[str, Provision]) -> str:
    """Returns label and heading of the innermost part, section or chapter that a unit stands in."""
    above = parents.get(provision.parent)
    while above is not None and above.kind not in _CONTAINERS:
        above = parents.get(above.parent)
    return " ".join(filter(None, (above.label, above.heading))) if above is not None else ""


def _place(provision: Provision) -> str:
    return f"line {provision.location.line}" if provision.location.line else f"paragraph {provision.location.block + 1}"
