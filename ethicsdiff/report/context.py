"""What every part of a report looks things up in: phrases, the draft by id, the catalogue by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ethicsdiff.errors import UnknownNameError
from ethicsdiff.model.document import Draft, Provision, Span
from ethicsdiff.model.match import Relation
from ethicsdiff.model.review import Alignment, Comparison
from ethicsdiff.model.standard import Catalogue, Clause, ClauseKind, Standard
from ethicsdiff.report.phrases import Phrases, phrases_of

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The inputs of a report with their indexes; `standards` are all of the catalogue handed in."""

    phrases: Phrases
    draft: Draft
    comparison: Comparison
    standards: tuple[Standard, ...]
    clauses: Mapping[tuple[str, str], Clause]
    provisions: Mapping[str, Provision]
    children: Mapping[str, tuple[Provision, ...]]
    texts: Mapping[int, str]

    def clause(self, standard: str, clause: str) -> Clause:
        """Returns a clause by the ids of its standard and its own.

        Raises:
            UnknownNameError: the catalogue does not hold it.
        """
        if (standard, clause) not in self.clauses:
            raise UnknownNameError(f"the catalogue holds no clause “{clause}”", where=standard)
        return self.clauses[standard, clause]

    def standard(self, identifier: str) -> Standard:
        """Returns a standard by its id.

        Raises:
            UnknownNameError: the catalogue does not hold it.
        """
        found = next((standard for standard in self.standards if standard.id == identifier), None)
        if found is None:
            raise UnknownNameError(f"the catalogue holds no standard “{identifier}”")
        return found

    def themes_only(self, standard: str) -> bool:
        """Returns whether only themes of a standard are known, so that nothing but touching them may be said."""
        return self.standard(standard).themes_only

    def words(self, pairs: Pairs) -> str:
        """Returns the text in the report's language; a text in another language says so."""
        own = dict(pairs).get(self.phrases.language)
        if own is not None or not pairs:
            return own or ""
        language, text = next((pair for pair in pairs if pair[0] == "en"), pairs[0])
        return self.phrases.say("fallback", language=self.phrases.label("language", language), text=text)

    def title(self, clause: Clause) -> str:
        """Returns the short title of a clause."""
        return self.words(clause.titles)

    def citation(self, clause: Clause) -> str:
        """Returns the citation of a clause."""
        return self.words(clause.citations)

    def cited(self, clause: Clause) -> str:
        """Returns citation and title of a clause; a theme is cited by its title alone."""
        if clause.kind == ClauseKind.THEME:
            return self.citation(clause)
        return self.phrases.say("clause", citation=self.citation(clause), title=self.title(clause))

    def name(self, standard: Standard) -> str:
        """Returns the short name of a standard with its edition."""
        return self.phrases.say("standard.name", short=self.words(standard.shorts), edition=standard.edition)

    def text_at(self, span: Span) -> str:
        """Returns the verbatim text of a span, "" where its block is not in the source."""
        return self.texts.get(span.block, "")[span.start : span.end]

    def placed(self) -> tuple[Alignment, ...]:
        """Returns the alignments whose provision stands in the draft; one that says "none" aligns nothing."""
        return tuple(a for a in self._alignments() if a.provision in self.provisions)

    def orphans(self) -> tuple[Alignment, ...]:
        """Returns the alignments whose provision is no longer in the draft."""
        return tuple(a for a in self._alignments() if a.provision not in self.provisions)

    def _alignments(self) -> tuple[Alignment, ...]:
        return tuple(a for a in self.comparison.alignments if a.relation != Relation.NONE)


def make_context(draft: Draft, catalogue: Catalogue, comparison: Comparison, language: str) -> Context:
    """Returns the context of a report.

    Raises:
        UnknownNameError: there are no phrases for the language.
    """
    return Context(
        phrases=phrases_of(language),
        draft=draft,
        comparison=comparison,
        standards=catalogue.standards,
        clauses={(s.id, clause.id): clause for s in catalogue.standards for clause in s.clauses},
        provisions={provision.id: provision for provision in draft.provisions},
        children=_children(draft),
        texts={block.ordinal: block.text for block in draft.source.blocks},
    )


def _children(draft: Draft) -> dict[str, tuple[Provision, ...]]:
    """Returns the provisions that stand right under each id, in document order."""
    found: dict[str, list[Provision]] = {}
    for provision in draft.provisions:
        found.setdefault(provision.parent, []).append(provision)
    return {parent: tuple(children) for parent, children in found.items()}


def part_of(context: Context, alignment: Alignment) -> Clause | None:
    """Returns the sub-clause that a provision speaks to most, None where none stands out."""
    part = alignment.candidate.part
    return context.clause(alignment.standard, part) if part else None


def is_official_itself(clause: Clause) -> bool:
    """Returns whether the statement of a clause is not ours but the imported official text."""
    return bool(clause.official) and clause.official == clause.statements
