"""Modal words that matter between two versions of one text, beyond the patterns of matching: data for `modal_changes`.

Between versions the net may be wide: a word that both hold in the same place cancels out. `TOKENS` are the words of modal expressions one by
one, so that two wordings that differ in nothing else can be told.
"""

from __future__ import annotations

import re

from ethicsdiff.model.match import Modality

_M = Modality
MORE: dict[str, tuple[tuple[Modality, int, re.Pattern[str]], ...]] = {
    "ru": (
        (_M.AVOIDANCE, 1, re.compile(r"не (?:следует|рекоменд\w+|желательно|целесообразно|предлагается)|воздерж\w+|избега\w+")),
        (_M.EXEMPTION, 1, re.compile(r"не (?:требуется|вменяется)(?: в обязанность)?|освобожда\w+|не имеет обязанности")),
        (_M.OBLIGATION, 3, re.compile(r"(?:непременно|безусловно|обязательно) (?:долж\w+|обязан\w*)|вменя\w+ в обязанность|(?:имеет|возлагается) обязанность|несёт обязанность|несет обязанность|требуется")),
        (_M.RECOMMENDATION, 1, re.compile(r"стрем\w+|призван\w*|стара\w+ся|предлагается|ожидается|прилага\w+ усилия|по мере возможности")),
        (_M.RIGHT, 2, re.compile(r"(?<!не )(?:правомоч(?:ен|на|но|ны)|уполномочен[аоы]?|полномоч(?:ен|на|но|ны))|наделя\w+ правом|наделен\w* правом|наделён\w* правом|обладает правом|обладают правом")),
        (_M.PERMISSION, 1, re.compile(r"(?<!не )(?:дозвол\w+|позволя\w+|име(?:ет|ют) возможность|свобод(?:ен|на|ны) )")),
        (_M.PROHIBITION, 2, re.compile(r"не (?:дозвол\w+|позволя\w+|правомоч(?:ен|на|но|ны)|уполномочен[аоы]?|имеют? возможности)")),
    ),
    "kk": (
        (_M.AVOIDANCE, 1, re.compile(r"аулақ бол\w+|тартын\w+|ұсынылмайды")),
        (_M.EXEMPTION, 1, re.compile(r"босатылады|(?:мәжбүр|шарт) емес|міндет жүктелмейді")),
        (_M.OBLIGATION, 3, re.compile(r"мәжбүр(?! емес)|шарт(?= *[.;,]|$)|парыз\w*|міндет жүктеледі|талап етіледі")),
        (_M.RECOMMENDATION, 1, re.compile(r"тырыс\w+|ұмтыл\w+|орынды(?= *[.;,]|$)|мүмкіндігінше")),
        (_M.RIGHT, 2, re.compile(r"(?:өкілетті|құзыретті)(?= *[.;,:]|$)|мүмкіндігі бар")),
        (_M.PERMISSION, 1, re.compile(r"ерікті(?= *[.;,:]|$)|еркі бар")),
        (_M.PROHIBITION, 2, re.compile(r"(?:өкілетті|құзыретті) емес|мүмкіндігі жоқ")),
    ),
    "en": (
        (_M.PROHIBITION, 2, re.compile(r"(?:might|could|would) not|not (?:authori[sz]ed|empowered)|no power to|no discretion")),
        (_M.AVOIDANCE, 1, re.compile(r"(?:refrain|abstain)(?:s|ed|ing)? from|avoids?|not (?:recommended|advised|encouraged|advisable)")),
        (_M.OBLIGATION, 3, re.compile(r"under (?:an? |the )?(?:strict )?(?:obligation|duty)|compelled|compulsory|undertakes? to")),
        (_M.OBLIGATION, 2, re.compile(r"will(?! not)(?= [a-z]+)|supposed to")),
        (_M.RECOMMENDATION, 1, re.compile(r"striv(?:e|es|ing)|endeavou?rs?|seeks? to|aims? to|urged to|invited to|called (?:up)?on to|would(?! not)|makes? (?:every|an) effort")),
        (_M.PERMISSION, 1, re.compile(r"(?:might|could)(?! not)|(?:has|have) discretion|optional|at liberty")),
        (_M.RIGHT, 2, re.compile(r"(?<!not )(?:authori[sz]ed|empowered) to|(?<!no )power to|(?:has|have) the (?:power|authority)")),
    ),
}  # fmt: skip
NEGATED_VERBS = {
    "ru": re.compile(r"\bне \w{2,}(?:[еиюяуа]т)(?:ся)?\b"),
    "kk": re.compile(r"\b\w+(?:май|мей|бай|бей|пай|пей)(?:ды|ді)\b"),
    "en": re.compile(r"\b(?:does|do) not\b"),
}
TOKENS = {
    "ru": re.compile(
        r"не|ни|долж\w+|обязан\w*|обязанност\w+|вправе|мо(?:жет|гут|жно)|име(?:ет|ют)|прав[оа]м?|следует|рекоменд\w+|надлежит|необходим\w+|запрещ\w+|воспрещ\w+|разреш\w+|допуск\w+|допустим\w*"
        r"|недопустим\w*|нельзя|вменя\w+|возлага\w+|требуется|желательн\w+|целесообразн\w+|предлагается|стрем\w+|призван\w*|стара\w+ся|правомоч\w+|уполномоч\w+|полномоч\w+|надел\w+|обладает|дозвол\w+|позволя\w+"
        r"|возможност\w+|подлеж\w+|непременно|безусловно|обязательно|обязательн\w+|обязуется|по|мере|как|правило|в|порядке|на|воздерж\w+|избега\w+|от|того|чтобы|освобожда\w+|ожидается|свобод(?:ен|на|ны)"
    ),
    "kk": re.compile(
        r"тиіс|міндетті|міндеттеледі|құқылы|құқығы|бар|жоқ|керек|қажет|мүмкін|мүмкіндігі|мүмкіндігінше|алады|алмайды|болады|болмайды|жөн|емес|ұсыныл\w+|жол|беріл\w+|тыйым|салын\w+|салады|рұқсат|етіл\w+"
        r"|тырыс\w+|ұмтыл\w+|ерікті|еркі|орынды|абзал|дұрыс|шарт|хақылы|өкілетті|құзыретті|мәжбүр|аулақ|болуға|болуы|тартын\w+|парыз\w*|талап|әдетте"
    ),
    "en": re.compile(
        r"shall|must|should|may|can|could|might|will|would|not|no|never|cannot|need|ought|to|be|is|are|has|have|do|does|a|an|the|under|strict|right|entitled|obliged|obligation|obligations|duty|required|permitted"
        r"|allowed|prohibited|forbidden|expected|encouraged|recommended|advised|advisable|supposed|urged|invited|free|bound|power|authority|authori[sz]ed|empowered|discretion|strives?|endeavou?rs?|seeks?|aims?|refrains?|abstains?|avoids?|from"
        r"|liberty|at|possible|as|far|where|if|rule|it|that|for|of"
    ),
}  # fmt: skip
# How the forms of one Kazakh verb end, the negative among them: «жариялауға», «жариялай», «жарияламауы».
KK_VERB_ENDING = re.compile(
    r"(?:м[ае]|б[ае]|п[ае])?(?:у(?:ға|ге|ы|і|ын|ін)?|[аеый]д[ыі]|[аей]|[ыі]?п|й?т[ыі]н|й|с[ае]|с[ыі]н|ған|ген|қан|кен|)"
)
