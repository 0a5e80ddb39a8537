"""What a provision does to its addressee, told so that two languages can be compared: sure claims, and claims it may make besides.

A claim is sure where the modal word governs the main clause. Within a condition or a subordinate clause, and where a word has
another common use («мүмкін», "can", «обязательный»), it is only possible: it answers a claim of the other text but asks for no answer.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ethicsdiff.languages.negation import negations_in
from ethicsdiff.languages.text import folded, repair_alphabet
from ethicsdiff.model.match import Deontic, Modality
from ethicsdiff.versions.claim_words import (
    ADVISED_AGAINST,
    BREAKS,
    CLAIM_WORDS,
    HEDGES,
    KK_AFTER,
    LOOSE,
    MORE,
    NEGATED_VERB,
    NEGATIVE_OBJECT,
    NEGATIVE_SUBJECT,
    NOT_ADVISED,
    PLAIN_MODAL,
    REWORDED,
    SUBORDINATE,
    WITH_VERB,
    Claim,
)  # fmt: skip
from ethicsdiff.versions.facts import facts_of

_CLAIMS = {
    Modality.OBLIGATION: Claim.DUTY,
    Modality.RECOMMENDATION: Claim.ADVICE,
    Modality.AVOIDANCE: Claim.ADVICE,
    Modality.PERMISSION: Claim.LEAVE,
    Modality.RIGHT: Claim.LEAVE,
    Modality.PROHIBITION: Claim.BAN,
    Modality.EXEMPTION: Claim.EXEMPTION,
}


@dataclass(frozen=True, slots=True)
class Norm:
    """A modal expression with its claim and whether that is sure.

    `main` says that a plain modal verb governs the main clause, in which no word turns one claim into another ("only", "refrain").
    """

    claim: Claim
    sure: bool
    main: bool
    words: str
    modality: Modality
    start: int


@dataclass(frozen=True, slots=True)
class Norms:
    """The modal expressions of a text, further claims it may make, whether it negates anything, and words that soften it."""

    found: tuple[Norm, ...]
    possible: Counter[Claim]
    negates: bool
    hedge: str

    def answers(self, claim: Claim) -> bool:
        """Returns whether the text makes a claim or may make it."""
        if claim in self.possible or any(norm.claim == claim for norm in self.found):
            return True
        return claim in (Claim.BAN, Claim.EXEMPTION) and self.negates

    def surely(self, claim: Claim) -> int:
        """Returns how often the text surely makes a claim."""
        return sum(norm.sure and norm.claim == claim for norm in self.found)

    def at_most(self, claim: Claim) -> int:
        """Returns how often the text may make a claim."""
        return sum(norm.claim == claim for norm in self.found) + self.possible[claim]

    def makes(self, claim: Claim) -> bool:
        """Returns whether the text makes a claim by a modal word, sure or not."""
        return any(norm.claim == claim for norm in self.found)


def unanswered(left: Norms, right: Norms) -> tuple[list[Norm], list[Norm]]:
    """Returns the sure claims of either text that the other cannot be read to make.

    A duty beside advice is not asked for where both texts advise, because translators word long lists of both by one verb. Where every
    claim is answered somewhere, a text with one claim more of one kind and one less of another was still changed.
    """
    ours, theirs = _unanswered(left, right), _unanswered(right, left)
    if not (ours or theirs):
        ours, theirs = _swapped(left, right)
    return (ours, theirs) if ours or theirs else _parted(left, right)


def _parted(left: Norms, right: Norms) -> tuple[list[Norm], list[Norm]]:
    """Returns the modal verbs of two main clauses that have one each, where these say different things whatever stands elsewhere."""
    ours, theirs = ([norm for norm in side.found if norm.main] for side in (left, right))
    if len(ours) != 1 or len(theirs) != 1:
        return [], []
    claims = {ours[0].claim, theirs[0].claim}
    # "Must not" may be worded as a duty not to act, and "need not" as a leave.
    softer = right if ours[0].claim == Claim.BAN else left
    unsure = Claim.EXEMPTION in claims or (Claim.BAN in claims and Claim.ADVICE not in claims and softer.negates)
    return ([], []) if len(claims) == 1 or unsure else (ours, theirs)


def _swapped(left: Norms, right: Norms) -> tuple[list[Norm], list[Norm]]:
    more = [claim for claim in Claim if left.surely(claim) > right.at_most(claim)]
    less = [claim for claim in Claim if right.surely(claim) > left.at_most(claim)]
    if not (more and less):
        return [], []
    ours, theirs = (next(n for n in side.found if n.sure and n.claim in claims) for side, claims in ((left, more), (right, less)))
    return [ours], [theirs]


def _unanswered(one: Norms, other: Norms) -> list[Norm]:
    both_advise = one.makes(Claim.ADVICE) and other.makes(Claim.ADVICE)
    asked = (norm for norm in one.found if norm.sure and not other.answers(norm.claim))
    return [norm for norm in asked if not (both_advise and norm.claim == Claim.DUTY)]


def norms_of(text: str, language: str) -> Norms:
    """Returns what a text claims."""
    plain = repair_alphabet(text).lower()
    hits = [hit for hit in facts_of(text, language).modals if not NEGATED_VERB[language].fullmatch(folded(hit.words))]
    found = tuple(_norm(hit, plain, language) for hit in hits if not HEDGES[language].search(folded(hit.words)))
    against = (Norm(Claim.ADVICE, True, True, m.group(), Modality.AVOIDANCE, m.start()) for m in NOT_ADVISED.finditer(plain))
    found = (*found, *against)
    possible = Counter({claim: len(words.findall(_without(plain, found, claim))) for claim, words in MORE[language]})
    possible[Claim.ADVICE] += len(ADVISED_AGAINST.findall(plain))
    negations = negations_in(text, language)
    return Norms(found, +possible, bool(negations.sure or negations.half), _hedge(plain, language))


def _hedge(plain: str, language: str) -> str:
    """Returns the words that make a norm hold only as far as possible, "" where there are none."""
    match = HEDGES[language].search(plain)
    return match.group() if match else ""


def _without(plain: str, found: tuple[Norm, ...], claim: Claim) -> str:
    """Returns a text without the words of sure claims and of those that are this claim already, so that none counts twice."""
    for norm in found:
        if norm.sure or norm.claim == claim:
            plain = plain[: norm.start] + " " * len(norm.words) + plain[norm.start + len(norm.words) :]
    return plain


def _norm(hit: Deontic, plain: str, language: str) -> Norm:
    words = folded(hit.words)
    main = _in_main_clause(hit, plain, language) and _beside_verb(hit, plain, language)
    claim = Claim.BAN if _is_negated(hit, plain, language) else CLAIM_WORDS[language].get(words, _CLAIMS[hit.modality])
    sure = main and not LOOSE[language].fullmatch(words)
    plainly = main and bool(PLAIN_MODAL[language].fullmatch(words)) and not REWORDED[language].search(_clause(hit, plain, language))
    return Norm(claim, sure, plainly, hit.words, hit.modality, hit.start)


def _clause(hit: Deontic, plain: str, language: str) -> str:
    """Returns the clause that a modal expression stands in."""
    rest = BREAKS.split(plain[hit.end :])[0]
    return BREAKS.split(plain[: hit.end])[-1] + (SUBORDINATE[language].split(rest)[0] if language in SUBORDINATE else rest)


def _is_negated(hit: Deontic, plain: str, language: str) -> bool:
    """Returns whether words around a duty or a permission make it a ban: «никто не может», "nothing may", "must give no cause"."""
    if hit.modality not in (Modality.OBLIGATION, Modality.PERMISSION, Modality.RIGHT):
        return False
    if language == "ru":  # «не» may belong to a wider expression: «никто не должен».
        return plain[: hit.start].endswith("не ")
    if language != "en":
        return False
    sentence = re.split(r"[.;]", plain[: hit.start])[-1]
    rest = BREAKS.split(SUBORDINATE["en"].split(plain[hit.end :])[0])[0]
    return bool(NEGATIVE_SUBJECT.search(sentence) or NEGATIVE_OBJECT.search(rest))


def _beside_verb(hit: Deontic, plain: str, language: str) -> bool:
    """Returns whether a word that is modal only beside a verb stands beside one; true for all other words."""
    if language not in WITH_VERB or not WITH_VERB[language][0].fullmatch(folded(hit.words)):
        return True
    _, verb, before = WITH_VERB[language]
    return bool(verb.search(plain[: hit.start]) if before else verb.match(plain[hit.end :].lstrip()))


def _in_main_clause(hit: Deontic, plain: str, language: str) -> bool:
    if language == "kk":
        return bool(KK_AFTER.match(plain[hit.end :]))
    clause = BREAKS.split(plain[: hit.start])[-1]
    return not SUBORDINATE[language].search(clause) or hit.modality == Modality.OBLIGATION
