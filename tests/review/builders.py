"""Small drafts, decisions and candidates for the tests of the review room, in the three languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from ethicsdiff.languages.text import fingerprint
from ethicsdiff.model.decision import Decision, DecisionKind
from ethicsdiff.model.document import Draft
from ethicsdiff.model.match import Candidate, Judgement, Relation
from ethicsdiff.model.standard import Catalogue
from ethicsdiff.review.anchors import anchor_of
from ethicsdiff.review.standing import clauses_of, seen_of
from tests.report.builders import sample_catalogue
from tests.review.synthetic import Norm, draft_of

LANGUAGES = ("en", "ru", "kk")
GIFTS, COURTESY, ROBES = "a1.p1", "a1.p2", "a1.p3"
TEXTS = {
    "en": ("A judge may not take gifts from the parties.", "A judge should be polite.", "A judge wears a robe in the courtroom."),
    "ru": ("Судья не вправе принимать подарки от сторон.", "Судье следует быть вежливым.", "Судья носит мантию в зале суда."),
    "kk": ("Судья тараптардан сыйлық алуға құқылы емес.", "Судьяның сыпайы болғаны жөн.", "Судья сот залында мантия киеді."),
}
_numbers = count(1)


def draft(language: str = "en", texts: Sequence[str] = (), version: str = "v1") -> Draft:
    """Returns a draft of one article with a paragraph for each text."""
    return draft_of([Norm(str(n), text) for n, text in enumerate(texts or TEXTS[language])], language, version)


def with_text(one: Draft, provision: str, text: str, version: str = "v2") -> Draft:
    """Returns a later version of a draft in which one provision reads otherwise."""
    changed = tuple(
        replace(p, text=text, fingerprint=fingerprint(f" {text}")) if p.id == provision else p for p in one.provisions
    )
    return Draft(source=replace(one.source, sha256=version), provisions=changed)


def decision(
    kind: DecisionKind, seen: Draft, provision: str = "", clause: str = "1", *, reviewer: str = "Reviewer A",
    relation: Relation | None = None, other: str = "", text: str = "", supersedes: tuple[str, ...] = (), catalogue: Catalogue | None = None,
) -> Decision:  # fmt: skip
    """Returns a decision on a provision of the draft that was seen, or on a clause of the sample standard."""
    found = clauses_of(catalogue or sample_catalogue()).get(("sample", clause))
    return Decision(
        id=f"d{next(_numbers)}", time="2026-02-28T09:00:00Z", reviewer=reviewer, kind=kind, standard="sample" if clause else "",
        clause=clause, other=other, relation=relation, text=text, supersedes=supersedes,
        clause_seen=seen_of(found, "en") if found is not None else "",
        anchor=anchor_of(seen, provision) if provision else None,
    )  # fmt: skip


def candidate(provision: str, clause: str, relation: Relation = Relation.COVERS, probability: float = 0.9) -> Candidate:
    """Returns what a machine proposes."""
    judgement = Judgement(relation=relation, reason="cites-clause")
    return Candidate(provision=provision, standard="sample", clause=clause, probability=probability, judgement=judgement)
