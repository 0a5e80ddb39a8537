"""All standards at once: the group that was fitted together, and every further standard by a head of its own."""

from __future__ import annotations

from collections.abc import Sequence

from ethicsdiff.languages.encoder import Encoder
from ethicsdiff.matching.candidates import Matcher
from ethicsdiff.matching.fit import fit_further
from ethicsdiff.matching.head import Head
from ethicsdiff.matching.surface import groups_of, of_group
from ethicsdiff.model.document import Provision
from ethicsdiff.model.lesson import Lesson
from ethicsdiff.model.match import Candidate
from ethicsdiff.model.standard import Catalogue


class Engine:
    """Matchers of one comparison; their candidates are merged by probability."""

    def __init__(self, matchers: Sequence[Matcher], threshold: float) -> None:
        self._matchers = tuple(matchers)
        self.threshold = threshold

    def propose(self, provisions: Sequence[Provision], *, keep: int = 5) -> tuple[Candidate, ...]:
        """Returns the candidates of every provision that can answer a clause, in the order of the draft, strongest first."""
        found = [candidate for matcher in self._matchers for candidate in matcher.propose(provisions, keep=keep)]
        order = {provision.id: place for place, provision in enumerate(provisions)}
        return tuple(sorted(found, key=lambda c: (order[c.provision], -c.probability)))


def build_engine(
    catalogue: Catalogue, head: Head, encoder: Encoder | None, standards: Sequence[str] = (), lessons: Sequence[Lesson] = ()
) -> Engine:
    """Returns the engine for the chosen standards, or for those that are compared unasked.

    `head` is the fitted one of the first group; a standard that was imported or is compared only on request gets its head now.
    `lessons` correct it for texts that are very like those that reviewers decided on.
    """
    first, *further = groups_of(catalogue)
    matchers = []
    if not standards or set(standards) & set(first):
        matchers.append(Matcher(of_group(catalogue, _fitted(first, head)), head, encoder, standards=standards, lessons=lessons))
    for group in (*further, *_unfitted(first, head)):
        if set(group) & set(standards) or (not standards and set(group) <= set(first)):
            part = of_group(catalogue, group)
            matchers.append(Matcher(part, fit_further(part, encoder, head), encoder, lessons=lessons))
    return Engine(matchers, head.threshold)


def _fitted(group: Sequence[str], head: Head) -> tuple[str, ...]:
    known = {target.partition(":")[0] for target in head.targets}
    return tuple(name for name in group if name in known)


def _unfitted(group: Sequence[str], head: Head) -> tuple[tuple[str, ...], ...]:
    """Returns the standards of the first group that the head does not know: imported after it was fitted."""
    return tuple((name,) for name in group if name not in _fitted(group, head))
