"""Second versions of the sample codes made by chance: articles go, come, move, split, merge, and points are edited; with the true map."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ethicsdiff.model.document import Draft, ProvisionKind
from tests.versions.wordings import ARTICLE, MODAL_SWAPS, NEW_ARTICLES, NEW_POINTS, NUMBER_SWAPS, SPARE_WORDS


@dataclass(slots=True)
class Article:
    """An article of a made-up version: heading, points, and for each point the ordinal of the old article it comes from (0: none)."""

    heading: str
    points: list[str]
    origins: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Perturbed:
    """Two versions as Markdown and the truth: new articles of each old one (1-based), and points whose modal words alone changed."""

    old: str
    new: str
    truth: dict[int, set[int]]
    modal: tuple[tuple[str, str], ...]


def articles_of(draft: Draft) -> list[Article]:
    """Returns the articles of a draft with the words of their points, lists joined to their lead-ins."""
    found: list[Article] = []
    for provision in draft.provisions:
        if provision.kind == ProvisionKind.ARTICLE:
            found.append(Article(provision.heading, [provision.text] if provision.text else []))
        elif found and provision.id.startswith("a") and provision.text:
            is_point = provision.kind == ProvisionKind.PARAGRAPH
            if is_point or not found[-1].points:
                found[-1].points.append(provision.text)
            else:
                found[-1].points[-1] += f" {provision.text}"
    return [article for article in found if article.points]


def written(articles: list[Article], language: str) -> str:
    """Returns articles as a Markdown draft, numbered from 1."""
    lines = []
    for number, article in enumerate(articles, 1):
        lines += [f"## {ARTICLE[language].format(n=number)} {article.heading}", ""]
        numbers = [f"{n}. " for n in range(1, len(article.points) + 1)] if len(article.points) > 1 else [""]
        lines += [f"{label}{point}\n" for label, point in zip(numbers, article.points, strict=True)]
    return "\n".join(lines)


class Maker:
    """Makes one second version; the seed decides everything."""

    def __init__(self, draft: Draft, language: str, seed: int) -> None:
        self._chance = random.Random(f"{language}:{seed}")
        self._language = language
        self._old = articles_of(draft)
        self._new = [Article(a.heading, list(a.points), [n] * len(a.points)) for n, a in enumerate(self._old, 1)]
        self._modal: list[tuple[str, str]] = []
        self._touched: set[str] = set()

    def make(self) -> Perturbed:
        """Returns the two versions with the truth."""
        steps = [self._delete, self._add, self._move, self._move, self._split, self._merge]
        steps += [self._edit] * 6 + [self._swap_modal] * 3 + [self._drop_point, self._add_point, self._change_number, self._rename]
        self._chance.shuffle(steps)
        for step in steps:
            step()
        truth = {n: {m for m, a in enumerate(self._new, 1) if n in a.origins} for n in range(1, len(self._old) + 1)}
        return Perturbed(written(self._old, self._language), written(self._new, self._language), truth, tuple(self._modal))

    def _some(self, *, points: int = 1) -> Article:
        return self._chance.choice([a for a in self._new if len(a.points) >= points])

    def _delete(self) -> None:
        self._new.remove(self._chance.choice([a for a in self._new if len(set(a.origins)) == 1]))

    def _add(self) -> None:
        heading, points = self._chance.choice(NEW_ARTICLES[self._language])
        self._new.insert(self._chance.randrange(len(self._new)), Article(heading, list(points), [0] * len(points)))

    def _move(self) -> None:
        article = self._chance.choice(self._new)
        self._new.remove(article)
        self._new.insert(self._chance.randrange(len(self._new)), article)

    def _split(self) -> None:
        article = self._some(points=4)
        half = len(article.points) // 2
        rest = Article(self._chance.choice(SPARE_WORDS[self._language]).capitalize(), article.points[half:], article.origins[half:])
        article.points, article.origins = article.points[:half], article.origins[:half]
        self._new.insert(self._new.index(article) + 1, rest)

    def _merge(self) -> None:
        place = self._chance.randrange(len(self._new) - 1)
        first, second = self._new[place], self._new[place + 1]
        first.points += second.points
        first.origins += second.origins
        self._new.remove(second)

    def _edit(self) -> None:
        """Replaces up to a third of the words of a point by others."""
        article = self._some()
        place = self._chance.randrange(len(article.points))
        words = article.points[place].split()
        if article.points[place] in self._touched:
            return
        for _ in range(max(1, len(words) * self._chance.randrange(1, 4) // 10)):
            words[self._chance.randrange(1, len(words))] = self._chance.choice(SPARE_WORDS[self._language])
        self._put(article, place, " ".join(words))

    def _put(self, article: Article, place: int, words: str) -> None:
        """Changes a point once and for all."""
        article.points[place] = words
        self._touched.add(words)

    def _exchange(self, pairs: Sequence[tuple[str, str]]) -> tuple[str, str]:
        """Exchanges a whole word in some untouched point; returns the point before and after."""
        places = [
            (article, n, re.compile(rf"(?<!\w){before}(?!\w)"), after)
            for article in self._new for n, point in enumerate(article.points) for before, after in pairs
            if point not in self._touched and re.search(rf"(?<!\w){before}(?!\w)", point)
        ]  # fmt: skip
        article, place, before, after = self._chance.choice(places)
        old = article.points[place]
        self._put(article, place, before.sub(after, old, count=1))
        return old, article.points[place]

    def _swap_modal(self) -> None:
        self._modal.append(self._exchange(MODAL_SWAPS[self._language]))

    def _change_number(self) -> None:
        self._exchange(NUMBER_SWAPS[self._language])

    def _drop_point(self) -> None:
        article = self._some(points=3)
        place = self._chance.randrange(len(article.points))
        del article.points[place], article.origins[place]

    def _add_point(self) -> None:
        article = self._some(points=2)
        place = self._chance.randrange(len(article.points))
        article.points.insert(place, self._chance.choice(NEW_POINTS[self._language]))
        article.origins.insert(place, 0)

    def _rename(self) -> None:
        self._some().heading = self._chance.choice(SPARE_WORDS[self._language]).capitalize()


def saved(made: Perturbed, folder: Path) -> tuple[Path, Path]:
    """Returns the files of the two versions."""
    old, new = folder / "old.md", folder / "new.md"
    old.write_text(made.old, encoding="utf-8")
    new.write_text(made.new, encoding="utf-8")
    return old, new
