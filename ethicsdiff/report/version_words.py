"""The phrases of version and language comparisons laid over those of a report, and places short enough for a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ethicsdiff.model.document import Draft, Provision, ProvisionKind
from ethicsdiff.model.review import Comparison
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.model.versions_view import Words
from ethicsdiff.report import versions_en, versions_kk, versions_ru
from ethicsdiff.report.context import Context, make_context
from ethicsdiff.report.phrases import Phrases, phrases_of
from ethicsdiff.report.places import place_of

TABLES = {"en": versions_en.PHRASES, "ru": versions_ru.PHRASES, "kk": versions_kk.PHRASES}
_ARTICLES = frozenset({ProvisionKind.ARTICLE, ProvisionKind.TASK})
# Kazakh cites a unit as the part of the unit above: first word in the genitive, the others possessed.
_KAZAKH_CASES = {
    "бап": ("баптың", "бабының", "бабы"),
    "тармақ": ("тармақтың", "тармағының", "тармағы"),
    "тармақша": ("тармақшаның", "тармақшасының", "тармақшасы"),
    "абзац": ("абзацтың", "абзацының", "абзацы"),
    "бөлік": ("бөліктің", "бөлігінің", "бөлігі"),
    "міндет": ("міндеттің", "міндетінің", "міндеті"),
    "іс-шара": ("іс-шараның", "іс-шарасының", "іс-шарасы"),
}


def version_phrases(language: str) -> Phrases:
    """Returns the phrases of a language, those of version and language comparisons among them.

    Raises:
        UnknownNameError: there is no table for the language.
    """
    return Phrases(language, {**phrases_of(language).table, **TABLES[language]})


def labels(phrases: Phrases, prefix: str) -> Words:
    """Returns the fixed labels that the writers look up, without their prefix."""
    return tuple((key.removeprefix(prefix), words) for key, words in phrases.table.items() if key.startswith(prefix))


class Places:
    """Places of one draft in the report's language: «Статья 5, пункт 2», "5-баптың 2-тармағы"; chapters are left out above articles."""

    def __init__(self, draft: Draft, language: str) -> None:
        nothing = Catalogue(standards=(), exemplars=(), terms=())
        silent = Comparison(alignments=(), coverage=(), threshold=0.0, encoder="")
        self._context: Context = make_context(draft, nothing, silent, language)

    def of(self, identifier: str) -> str:
        """Returns the place of a provision by id, "" for none."""
        provision = self._context.provisions.get(identifier)
        if provision is None:
            return ""
        depth = self._article_depth(provision)
        place = place_of(self._context, replace(provision, path=provision.path[depth:]))
        return _possessed(place) if self._context.phrases.language == "kk" else place

    def several(self, identifiers: Sequence[str]) -> str:
        """Returns several places, divided by semicolons."""
        return "; ".join(dict.fromkeys(self.of(one) for one in identifiers))

    def headed(self, identifier: str) -> str:
        """Returns the place of a unit with its heading."""
        provision = self._context.provisions.get(identifier)
        heading = " ".join(provision.heading.split()) if provision is not None else ""
        place = self.of(identifier)
        return place if not heading or heading.casefold() == place.casefold() else f"{place}. {heading}"

    def _article_depth(self, provision: Provision) -> int:
        """Returns how many units stand above the article of a provision, 0 where it is in none."""
        here: Provision | None = provision
        while here is not None:
            if here.kind in _ARTICLES:
                return len(here.path) - 1
            here = self._context.provisions.get(here.parent)
        return 0


def _possessed(place: str) -> str:
    """Returns a Kazakh place as acts cite it; one with a unit whose forms are not known stays a list."""
    steps = place.split(", ")
    cut = [step.replace(") ", ")-", 1).rpartition("-") if "іс-шара" not in step else step.partition("-") for step in steps]
    if len(steps) < 2 or any(word not in _KAZAKH_CASES for _, _, word in cut):
        return place
    last = len(cut) - 1
    return " ".join(
        step[: len(step) - len(word)] + _KAZAKH_CASES[word][0 if n == 0 else 2 if n == last else 1]
        for n, (step, (_, _, word)) in enumerate(zip(steps, cut, strict=True))
    )
