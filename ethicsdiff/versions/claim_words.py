"""Words by which the claims of norms are told in the three languages, beyond the patterns of matching: data for `norms`."""

from __future__ import annotations

import re
from enum import StrEnum


class Claim(StrEnum):
    """What a norm does, as coarsely as languages agree on it."""

    DUTY = "duty"
    ADVICE = "advice"
    LEAVE = "leave"
    BAN = "ban"
    EXEMPTION = "exemption"


# Words that may carry a claim but have other uses; they never ask for an answer.
LOOSE = {
    "ru": re.compile(r"обязательн(?!а$|ы$)\w*|в обязательном порядке|по возможности|как правило|предпочтительн\w*|не является.*|не считается|не исключа\w*|не препятств\w*|исключа\w*|подлеж\w*|можно|стара\w*|поощря\w*|долж\w+ быть свобод\w+.*|(?:обязан\w*|долж\w+) (?:воздерж|избега)\w+"),
    "kk": re.compile(r"мүмкіндігінше|әдетте|міндетті түрде|.*болмайтын|негіз болмайды|кедергі .*|ұсынылады|қалайды|(?:аулақ|тартынуға|ада) .*|тартынуға .*"),
    "en": re.compile(r"shall|shall not|can|may only|(?:is|are) required|as a rule|where possible|as far as possible|if possible|is to|are to|permitted|allowed|acceptable|admissible|should|welcome to|free to|excluded|bound to|discretion|(?:shall|must) (?:refrain|abstain|avoid)\w*|no ~?.*|.*\bno\b.*|ruled out"),
}
# Negated plain verbs that the patterns of matching take for bans: "does not allow" bans nothing.
NEGATED_VERB = {"ru": re.compile(r"не допуска(?:ет|ют|л\w*)"), "kk": re.compile(r"болмайды|жол бермейді"), "en": re.compile(r"(?!)")}
# Claims that no pattern of matching names; always loose.
MORE = {
    "ru": ((Claim.DUTY, re.compile(r"обязател(?:ен|ьн[аоы])\b|требуется|обязуется|вменя\w+|\bобязан[аоы]?\b|\bдолж(?:ен|на|но|ны)\b")), (Claim.LEAVE, re.compile(r"\b(?:может|могут|способ\w+|возможн\w+|мог(?:ло|ли|ла)?)\b"))),
    "kk": ((Claim.DUTY, re.compile(r"талап етіледі|\b(?:міндетті|тиіс|қажет|керек)\b")), (Claim.LEAVE, re.compile(r"мүмкін|\bала\w*|болады\b|қақылы|\b[қк]ұқ(?:ылы|ы[ғг]ы)\b|уәкілдік берілген")), (Claim.ADVICE, re.compile(r"\b(?:дұрыс|абзал|орынды|лайық|жөн)\b"))),
    "en": (
        (Claim.DUTY, re.compile(r"\b(?:obligatory|compulsory|mandatory|binding|required|indispensable|essential|necessary|shall|is to|are to|has to|have to|obliged|bound|must)\b")),
        (Claim.LEAVE, re.compile(r"\b(?:may|might|can|could|capable|able|possible|permissible|optional|entitled|right to|allowed|permitted|allow|free to)\b")),
        (Claim.ADVICE, re.compile(r"\b(?:should|recommended|recommend\w*|advis\w+|encourag\w+|ought)\b")),
    ),
}
# Words whose claim is another than their modality tells: «бас тартуға тиіс» is the duty to withdraw.
CLAIM_WORDS = {
    "ru": {},
    "kk": {f"бас тартуға {modal}": Claim.DUTY for modal in ("тиіс", "міндетті")},
    "en": {},
}
# Modal verbs that leave no doubt what a main clause claims.
PLAIN_MODAL = {
    "ru": re.compile(r"(?:не )?(?:долж(?:ен|на|но|ны)|обязан[аоы]?|вправе|мо(?:жет|гут)|следует|допуска[ею]тся|разреша[ею]тся|рекомендуется)|(?:не )?име[ею]т права?|запреща[ею]тся|надлежит"),
    "kk": re.compile(r"(?:.* )?(?:тиіс|міндетті|құқылы|керек|қажет)(?: емес)?|.* (?:алады|алмайды)|(?:.* )?жөн|мүмкін|ұсынылады|ұсынылмайды|жол бер\w+|тыйым салын\w+|рұқсат етіл\w+|құқығы (?:бар|жоқ)"),
    "en": re.compile(r"(?:shall|must|may|should)(?: not)?|cannot|(?:is|are) obliged|entitled|not entitled|(?:not )?(?:permitted|allowed)|prohibited|forbidden|recommended"),
}
REWORDED = {
    "ru": re.compile(r"\b(?:только|лишь|исключительно|воздерж\w+|избега\w+|свобод\w+ от|отказ\w+|никто|ничто|ни один|никак\w+)\b"),
    "kk": re.compile(r"\b(?:тек|ғана|тартын\w+|аулақ|ешкім|ешқандай|ешбір|ештеңе)\b|\b(?<!өздігінен )бас тарт\w+"),
    "en": re.compile(r"\b(?:only|solely|exclusively|refrain\w*|abstain\w*|avoid\w*|free from|no|nobody|nothing|none|neither|nor|no one|refuse\w*)\b"),
}
# Words that are modal only beside a verb: «следует исключение», «во всём необходимо», «сотқа қажет».
WITH_VERB = {
    "ru": (re.compile(r"следует|необходимо|надлежит"), re.compile(r"(?:\S+\s+){0,5}?(?:\w+(?<!ос)ть(?:ся)?|\w+чь(?:ся)?|\w*(?:ести|зти|йти|идти)(?:сь)?)\b"), False),
    "kk": (re.compile(r"қажет|керек"), re.compile(r"\w+(?:у|уы|уі|уға|уге|ғаны|гені|қаны|кені)\s*$"), True),
}
NEGATIVE_SUBJECT = re.compile(r"^\W*(?:no|nothing|nobody|none|neither|nor)\b|\b(?:no|nothing|nobody|none|neither|nor)\b[^,]*$")
NEGATIVE_OBJECT = re.compile(r"(?<!with )(?<!of )(?<!by )(?<!to )(?<!is )\b(?:no|nothing|nobody|none|neither)\b")
ADVISED_AGAINST = re.compile(r"\bне следует\b")
NOT_ADVISED = re.compile(r"\bне рекоменду[ею]тся\b")
# Softenings that translators keep: "as far as possible" and "as a rule".
HEDGES = {
    "ru": re.compile(r"\b(?:по (?:мере )?возможности|(?:насколько|если) это(?: разумно)? возможно|в которой это возможно|как правило|обычно|по общему правилу)\b"),
    "kk": re.compile(r"(?:мүмкіндігінше|мүмкіндігіне қарай|шамасынша|шамасы келгенше|ақылға қонымды (?:шама|мүмкінді)\w*|шамада|әдетте\b|жалпы (?:ереже|қағида) бойынша)"),
    "en": re.compile(
        r"\b(?:(?:where|if|when|whenever) (?:\w+ )?(?:possible|practicable)|(?:as|so|in so) far as (?:\w+ ){0,2}(?:possible|practicable)|to the extent possible|as a rule"
        r"|(?:(?<=shall )|(?<=must )|(?<=should )|(?<=may ))(?:normally|generally|usually|ordinarily)|(?:normally|generally|usually|ordinarily|in principle)(?=,))\b"
    ),
}
SUBORDINATE = {
    "ru": re.compile(r"\b(?:если|когда|пока|что|чтобы|котор\w+|хотя|поскольку|насколько|как|где|куда|чей|чь\w+|будто|кто|кого|какой|какая|какое|каки\w+|ли|так как|а также если|при которых)\b"),
    "en": re.compile(r"\b(?:if|where|when|whenever|unless|that|which|who|whom|whose|whether|because|since|while|until|such|as|what|how|so)\b"),
}
BREAKS = re.compile(r"[,;:.!?()\n]|\s[-–—]\s")
KK_AFTER = re.compile(r"\s*(?:$|[,;:.!?)\n]|[-–—]\s|(?:және|немесе|ал|бірақ|өйткені|әрі|сондай-ақ|мен|не)\b)")
