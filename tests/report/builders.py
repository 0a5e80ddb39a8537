"""Small drafts, catalogues and comparisons for the tests of reports, in the three languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ethicsdiff.model.document import (
    Block,
    BlockKind,
    Draft,
    Location,
    Notice,
    Provision,
    ProvisionKind,
    SourceDocument,
    Span,
)
from ethicsdiff.model.match import Candidate, Judgement, Relation, Signal
from ethicsdiff.model.report import Report
from ethicsdiff.model.review import Alignment, ClauseCoverage, Comparison, Standing
from ethicsdiff.model.standard import Catalogue, Clause, ClauseKind, Element, Group, Provenance, Standard
from ethicsdiff.report import build_report

LANGUAGES = ("en", "ru", "kk")
UNITS = {
    "en": ("Chapter 1", "General duties", "Article 2", "Gifts"),
    "ru": ("Глава 1", "Общие обязанности", "Статья 2", "Подарки"),
    "kk": ("1-тарау", "Жалпы міндеттер", "2-бап", "Сыйлықтар"),
}
TEXTS = {
    "en": ("A judge may take gifts.", "A judge should be polite.", "A judge wears a robe."),
    "ru": ("Судья вправе принимать подарки.", "Судье следует быть вежливым.", "Судья носит мантию."),
    "kk": ("Судья сыйлық алуға құқылы.", "Судьяның сыпайы болғаны жөн.", "Судья мантия киеді."),
}
_WORDS = {
    "en": ("Gifts", "No gifts may be taken.", "from parties", "from others"),
    "ru": ("Подарки", "Подарки запрещены.", "от сторон", "от иных лиц"),
    "kk": ("Сыйлықтар", "Сыйлық алуға тыйым салынады.", "тараптардан", "өзге адамдардан"),
}
_FORMS = {"en": "Sample, para. {id}", "ru": "п. {id} Образца", "kk": "Үлгінің {id}-тармағы"}
_SAMPLE = (("en", "Sample"), ("ru", "Образец"), ("kk", "Үлгі"))
_THEMES = (("en", "Themes"), ("ru", "Темы"), ("kk", "Тақырыптар"))


def clause(
    identifier: str,
    *,
    standard: str = "sample",
    group: str = "1",
    kind: ClauseKind = ClauseKind.APPLICATION,
    provenance: Provenance = Provenance.RECALLED,
    official: tuple[tuple[str, str], ...] = (),
) -> Clause:
    """Returns a clause about gifts with two elements in three languages."""
    return Clause(
        id=identifier,
        standard=standard,
        group=group,
        kind=kind,
        parent="",
        titles=tuple((code, words[0]) for code, words in _WORDS.items()),
        statements=tuple((code, words[1]) for code, words in _WORDS.items()),
        elements=tuple(
            Element(key=key, texts=tuple((code, words[number]) for code, words in _WORDS.items()))
            for key, number in (("a", 2), ("b", 3))
        ),
        citations=tuple((code, form.format(id=identifier)) for code, form in _FORMS.items()),
        duties=("prohibition",),
        addressees=("judge",),
        topics=(),
        related=(),
        provenance=provenance,
        official=official,
    )


def standard(*clauses: Clause, identifier: str = "sample", themes_only: bool = False) -> Standard:
    """Returns a standard of one group."""
    names = _THEMES if themes_only else _SAMPLE
    return Standard(
        id=identifier,
        edition="2002",
        date="2002-11-26",
        titles=names,
        shorts=names,
        issuers=(),
        notes=(),
        groups=(Group(id="1", titles=names),),
        clauses=clauses,
        themes_only=themes_only,
    )


def sample_catalogue() -> Catalogue:
    """Returns a standard with four counted clauses and a sub-clause, and one that is known by two themes."""
    numbered = standard(clause("1"), clause("2"), clause("3"), clause("3.1", kind=ClauseKind.SUBCLAUSE), clause("4"))
    themes = (clause(f"T{n}", standard="themes", kind=ClauseKind.THEME) for n in (1, 2))
    return Catalogue(
        standards=(numbered, standard(*themes, identifier="themes", themes_only=True)), exemplars=(), terms=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A provision to be: id, parent, path element, kind, text, heading, label if not the path element."""

    id: str
    parent: str = ""
    name: str = ""
    kind: ProvisionKind = ProvisionKind.PARAGRAPH
    text: str = ""
    heading: str = ""
    label: str = ""


def draft_of(
    units: Sequence[Unit], *, language: str = "en", title: str = "", notices: tuple[Notice, ...] = ()
) -> Draft:
    """Returns a draft with a block for each unit."""
    paths: dict[str, tuple[str, ...]] = {}
    for unit in units:
        paths[unit.id] = (*paths.get(unit.parent, ()), unit.name)
    places = [Location(file="draft.docx", block=number) for number in range(len(units))]
    blocks = tuple(
        Block(ordinal=place.block, kind=BlockKind.PARAGRAPH, text=unit.text or unit.heading, location=place)
        for unit, place in zip(units, places, strict=True)
    )
    source = SourceDocument(
        file="home/draft.docx",
        format="docx",
        sha256="0",
        title=title,
        languages=(language,),
        blocks=blocks,
        notices=notices,
    )
    provisions = tuple(
        Provision(
            id=unit.id,
            parent=unit.parent,
            path=paths[unit.id],
            kind=unit.kind,
            label=unit.label or unit.name,
            heading=unit.heading,
            text=unit.text,
            lead_in="",
            language=language,
            fingerprint="f1:0",
            spans=(Span(block=place.block, start=0, end=len(unit.text)),) if unit.text else (),
            location=place,
        )
        for unit, place in zip(units, places, strict=True)
    )
    return Draft(source=source, provisions=provisions)


def sample_draft(language: str) -> Draft:
    """Returns a draft of one chapter and one article with paragraphs "p1" (gifts), "p2" (courtesy), "p3" (robes)."""
    chapter, chapter_title, article, article_title = UNITS[language]
    units = [
        Unit(id="ch", name=chapter, kind=ProvisionKind.CHAPTER, heading=chapter_title),
        Unit(id="a", parent="ch", name=article, kind=ProvisionKind.ARTICLE, heading=article_title),
        *(Unit(id=f"p{n}", parent="a", name=str(n), text=text) for n, text in enumerate(TEXTS[language], 1)),
    ]
    return draft_of(units, language=language)


def aligned(
    provision: str,
    clause_id: str,
    relation: Relation = Relation.COVERS,
    *,
    standard_id: str = "sample",
    reason: str = "cites-clause",
    params: tuple[tuple[str, str], ...] = (),
    probability: float = 0.9,
    weak: bool = False,
    missing: tuple[str, ...] = (),
    part: str = "",
    signals: tuple[Signal, ...] = (),
    evidence: tuple[Span, ...] = (),
) -> Alignment:
    """Returns an alignment that a machine proposes."""
    judgement = Judgement(relation=relation, reason=reason, params=params, weak=weak, missing=missing)
    candidate = Candidate(
        provision=provision,
        standard=standard_id,
        clause=clause_id,
        probability=probability,
        judgement=judgement,
        signals=signals,
        evidence=evidence,
        part=part,
    )
    return Alignment(
        provision=provision,
        standard=standard_id,
        clause=clause_id,
        relation=relation,
        standing=Standing.PROPOSED,
        candidate=candidate,
    )


def decided(alignment: Alignment, standing: Standing, relation: Relation | None = None) -> Alignment:
    """Returns an alignment on which a person has decided."""
    return replace(alignment, standing=standing, relation=relation or alignment.relation)


def compared(*alignments: Alignment, states: dict[str, str] | None = None, encoder: str = "e5") -> Comparison:
    """Returns a comparison with the states of the sample's clauses, those not named being gaps."""
    given = states or {}
    coverage = tuple(
        ClauseCoverage(standard="sample", clause=one, state=given.get(one, "gap"), provisions=()) for one in "1234"
    )
    return Comparison(alignments=alignments, coverage=coverage, threshold=0.45, encoder=encoder)


def report_of(*alignments: Alignment, language: str = "en", states: dict[str, str] | None = None) -> Report:
    """Returns the report on the sample draft in its own language."""
    return build_report(
        sample_draft(language), sample_catalogue(), compared(*alignments, states=states), language=language
    )
