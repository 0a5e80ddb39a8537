"""English: units and deontic vocabulary, after the working scale of obligations, bans and permissions."""

from __future__ import annotations

from ethicsdiff.languages.base import DIRECTION, PARAGRAPH_SIGN, SUBSECTION, LanguageData, TableWords, pattern, unit
from ethicsdiff.languages.citing import ENGLISH_CITING
from ethicsdiff.model.document import ProvisionKind as Kind
from ethicsdiff.model.match import Modality as M

ENGLISH = LanguageData(
    code="en",
    name="English",
    units=(
        unit(Kind.PART, r"part|title|book"),
        unit(Kind.SECTION, r"section|division|sec\."),
        unit(Kind.SECTION, r"subsection|subdivision", rank=SUBSECTION),
        unit(Kind.CHAPTER, r"chapter"),
        unit(Kind.CHAPTER, r"canon", rank=PARAGRAPH_SIGN),
        unit(Kind.ARTICLE, r"article|art\.|rule|principle|standard"),
        unit(Kind.PARAGRAPH, r"paragraph|para\."),
        unit(Kind.SECTION, r"strategic (?:direction|priority)|direction|priority", rank=DIRECTION),
        unit(Kind.GOAL, r"(?:strategic )?(?:goal|objective)"),
        unit(Kind.TASK, r"task"),
        unit(Kind.MEASURE, r"measure|action|activity"),
        unit(Kind.INDICATOR, r"indicator|target"),
        unit(Kind.ANNEX, r"annex|appendix|schedule"),
    ),
    deontic=(
        pattern(
            M.PROHIBITION, 3,
            "prohibited", "forbidden", "under no circumstances", "in no circumstances", "no ~4 may", "no ~4 shall", "no ~4 can",
            "nobody may", "nor may", "nor shall", "neither ~8 may", "neither ~8 shall", "not permitted", "not allowed",
            "no right", "not entitled", "not be permitted", "not be allowed", "may never", "shall never", "must never", "barred from",
            "not admissible", "inadmissible", "impermissible", "excluded", "ruled out", "never be", "off limits",
        ),
        pattern(
            M.PROHIBITION, 2,
            "shall not", "must not", "may not", "cannot", "can not", "is not to", "are not to", "has not to", "incompatible with",
            "shall refrain", "must refrain", "shall abstain", "must abstain", "shall avoid", "must avoid", "will not",
            "shall neither", "must neither", "may neither", "shall ~2 not", "may only", "not free to", "may ~1 no",
        ),
        pattern(M.PROHIBITION, 1, "does not", "do not", "never", "declines", "refuses", "refuse"),
        pattern(M.AVOIDANCE, 1, "should not", "ought not", "should refrain", "should avoid", "should abstain", "refrain*", "avoid*", "abstain*", "steer* clear", "keep* away"),
        pattern(M.EXEMPTION, 1, "need not", "not obliged", "not required", "not bound to", "exempt*", "no duty", "no obligation", "not have to", "under no duty", "under no obligation", "not necessary", "without having to", "without being obliged", "not oblige"),
        pattern(M.OBLIGATION, 3, "must", "is obliged", "are obliged", "is required", "are required", "under a duty", "bound to", "has a duty", "have a duty", "mandatory", "duty to"),
        pattern(M.OBLIGATION, 2, "shall", "has to", "have to", "is to", "are to", "is responsible"),
        pattern(M.RECOMMENDATION, 1, "should", "ought", "expected to", "strives", "strive", "endeavour*", "endeavor*", "encouraged", "recommended", "advised to", "advisable", "as a rule", "where possible", "as far as possible", "seeks to", "aims to", "preferably", "desirable", "try to", "tries to", "if possible"),
        pattern(M.PERMISSION, 1, "may", "can", "permitted", "allowed", "free to", "at liberty", "discretion", "not prohibited", "not forbidden", "not preclude*", "not prevent*", "no objection", "admissible", "acceptable", "welcome to", "not a ground", "no obstacle"),
        pattern(M.RIGHT, 2, "entitled", "has the right", "have the right", "right to"),
        pattern(M.DECLARATION, 1, "judge ~2 /[a-z]{3,}[a-z]s/", "judges ~1 /(?:act|decide|keep|respect|treat|accept|disclose|maintain|uphold|remain|perform)/", "council ~2 /[a-z]{3,}[a-z]s/", "president ~2 /[a-z]{3,}[a-z]s/"),
    ),
    suggestive=(
        pattern(M.PROHIBITION, 2, "may ~8 only", "can only"),
        pattern(M.EXEMPTION, 1, "not expected", "no judge is expected", "no need", "not asked to", "not bound", "needs not", "no business of", "of no concern", "none of ~1 concern", "not concern*", "immaterial", "no reason to", "lies outside", "outside ~1 knowledge", "disregard*", "takes no notice", "waive*"),
        pattern(M.PERMISSION, 1, "nothing ~5 prevent*", "nothing ~5 forbid*", "nothing ~5 restrain*", "nothing ~5 preclude*", "no ground for", "no grounds for", "no ethical issue", "not restricted", "not limited", "not held against", "not bar", "no harm", "private affair", "own affair", "may choose", "as ~3 sees fit", "as ~3 pleases", "at ~2 convenience", "compatible with"),
    ),
    exceptions=("except*", "unless", "save for", "save where", "save in", "other than", "without prejudice", "provided that", "apart from", "if ~3 agree*", "with the consent", "with the permission"),
    preamble=("preamble",),
    contents=("contents", "table of contents"),
    citing_words=("of the", "of this", "of that", "shall", "applies", "and", "or", "to", "does", "is", "are", "may"),
    unnumbered="para {n}",
    recital="Preamble",
    table=TableWords(
        measure=("measure", "action", "activity", "activities", "event"),
        goal=("goal", "objective"),
        indicator=("indicator",),
        number=("no", "№", "#", "n"),
        proposed=("proposed", "new wording"),
    ),
    ordinals=(
        "first|one", "second|two", "third|three", "fourth|four", "fifth|five", "sixth|six", "seventh|seven", "eighth|eight", "ninth|nine", "tenth|ten",
        "eleventh|eleven", "twelfth|twelve",
    ),
    named_parts=r"(?:general|special) part",
    introduction=("introduction", "foreword", "executive summary"),
    participle=r"(?:\w+ing|aware|mindful|convinced|concerned|determined|guided|desirous|whereas)\b",
    adoption=r"(?:draft|approved|adopted|endorsed|agreed)\b",
    signers=r"(?:president|chair(?:man|woman|person)?|prime minister|minister|head of|secretary|director|speaker)\b",
    finite=r"\b(?:shall|must|should|may|is|are|has|have|does|do|can|cannot|will)\b",
    repealed=r"[(\[]?(?:(?:has been|is) )?(?:repealed|deleted|revoked|removed|omitted)\b",
    citing=ENGLISH_CITING,
)
