"""Kazakh: units and deontic vocabulary. The modal ends the clause, and the negative often sits in the verb (-мау, -меу, -бау ...)."""

from __future__ import annotations

from ethicsdiff.languages.base import DIRECTION, PARAGRAPH_SIGN, SUBSECTION, LanguageData, TableWords, pattern, unit
from ethicsdiff.languages.citing import KAZAKH_CITING
from ethicsdiff.model.document import ProvisionKind as Kind
from ethicsdiff.model.match import Modality as M

_NEGATIVE_DATIVE = r"/.+(?:мау|меу|бау|беу|пау|пеу)(?:ға|ге)/"
_NEGATIVE_NOUN = r"/.+(?:мау|меу|бау|беу|пау|пеу)ы?і?/"
_DATIVE = r"/.+[уюү](?:ға|ге|іне|ына)/"
# Not the particles: «кітап та алмайды» is one verb.
_CONVERB = r"/(?!(?:да|де|та|те)$).+(?:а|е|й)/"
# What goes on («істі қарай береді»), not what is handed over to somebody («сотқа береді»).
_GOING_ON = r"/(?!(?:да|де|та|те)$)(?!.*(?:ға|ге|қа|ке|сына|сіне|рына|ріне)$).+(?:а|е|й)/"
_NEGATIVE_FINITE = r"/.+(?:май|мей|бай|бей|пай|пей)(?:ды|ді)/"

KAZAKH = LanguageData(
    code="kk",
    name="Қазақша",
    units=(
        unit(Kind.SECTION, r"бөлім", number_first=True),
        unit(Kind.SECTION, r"кіші бөлім", rank=SUBSECTION, number_first=True),
        unit(Kind.SECTION, r"параграф", rank=PARAGRAPH_SIGN, number_first=True),
        unit(Kind.CHAPTER, r"тарау", number_first=True),
        unit(Kind.ARTICLE, r"бап|қағида|қағидат", number_first=True),
        unit(Kind.PARAGRAPH, r"тармақ", number_first=True),
        unit(Kind.SUBPARAGRAPH, r"тармақша", number_first=True),
        unit(Kind.SECTION, r"(?:стратегиялық |басым )?бағыт|басымдық", rank=DIRECTION, number_first=True),
        unit(Kind.GOAL, r"(?:стратегиялық )?мақсат", number_first=True),
        unit(Kind.TASK, r"міндет", number_first=True),
        unit(Kind.MEASURE, r"іс-шара|шара", number_first=True),
        unit(Kind.INDICATOR, r"(?:нысаналы )?индикатор|көрсеткіш", number_first=True),
        unit(Kind.ANNEX, r"қосымша", number_first=True),
        unit(Kind.SECTION, r"бөлім"),
        unit(Kind.SECTION, r"параграф", rank=PARAGRAPH_SIGN),
        unit(Kind.CHAPTER, r"тарау"),
        unit(Kind.ARTICLE, r"бап"),
        unit(Kind.SECTION, r"(?:стратегиялық |басым )?бағыт|басымдық", rank=DIRECTION),
        unit(Kind.GOAL, r"мақсат"),
        unit(Kind.TASK, r"міндет"),
        unit(Kind.ANNEX, r"қосымша"),
    ),
    deontic=(
        pattern(
            M.PROHIBITION, 3,
            "тыйым /салын(?!ба).*/", "тыйым салады", "жол берілме*", "құқығы жоқ", "құқылы емес", "рұқсат етілме*", "рұқсат берілме*", "ешқандай жағдайда", "ешбір жағдайда",
            f"{_DATIVE} болмайды", "болмайды", "қатаң тыйылады", "жол бермейді",
        ),
        pattern(
            M.PROHIBITION, 2,
            f"{_NEGATIVE_DATIVE} тиіс*", f"{_NEGATIVE_DATIVE} міндетті", f"{_NEGATIVE_NOUN} тиіс*", f"{_NEGATIVE_NOUN} керек", f"{_NEGATIVE_NOUN} қажет",
            "тиіс емес", "керек емес", f"{_CONVERB} алмайды", "мүмкін емес", "сыйыспайды", "үйлеспейді", "сай келмейді",
            "аулақ болуға тиіс*", "аулақ болуы тиіс*", "аулақ болуға міндетті", "тартынуға тиіс*", "тартынуға міндетті", "бас тартуға тиіс*", "ада болуға тиіс*",
        ),
        pattern(M.PROHIBITION, 1, _NEGATIVE_FINITE, "ешқашан", "бас тартады"),
        pattern(M.AVOIDANCE, 1, "аулақ бол*", "аулақ жүр*", "бойын аулақ", "тартын*", "сақтан*", "жөн емес", f"{_NEGATIVE_NOUN} жөн", f"{_NEGATIVE_DATIVE} тырысады", f"{_NEGATIVE_DATIVE} ұмтылады", "ұсынылмайды"),
        pattern(M.EXEMPTION, 1, "міндетті емес", "босатыл*", "қажет емес", "талап етілмейді", "міндет жүктелмейді", "міндеттелмейді", "шарт емес"),
        pattern(M.OBLIGATION, 3, "міндетті", "мүлтіксіз", "бұлжытпай", "міндеттеледі"),
        pattern(M.OBLIGATION, 2, "тиіс", "тиісті ~1 болып", "керек", "қажет", f"{_DATIVE} жатады", "қамтамасыз етеді", "парыз*"),
        pattern(M.RECOMMENDATION, 1, "жөн", "ұсынылады", "ұмтыл*", "тырыс*", "мүмкіндігінше", "көтермеленеді", "орынды болады", "дұрыс болады", "абзал", "әдетте", "қалайды"),
        pattern(M.PERMISSION, 1, "мүмкін", f"{_DATIVE} болады", f"{_CONVERB} алады", "/.+п/ алады", "жол беріледі", "рұқсат етіледі", "рұқсат беріледі", "рұқсат етілген", "тыйым салынбайды", "еркі", "ерікті", "қарсы емес", "кедергі болмайды", "кедергі емес", "негіз болмайды", "болып есептелмейді", "бұзушылық болып табылмайды", "өз қалауы*"),
        pattern(M.RIGHT, 2, "құқылы", "құқығы бар", "құқығына ие", "хақылы"),
        pattern(M.DECLARATION, 1, r"/.+(?:ады|еді|йды|йді)/", "болып табылады"),
    ),
    suggestive=(
        pattern(M.PROHIBITION, 3, "хақылы емес", "хақысы жоқ", "жабық", "жол жоқ"),
        pattern(M.EXEMPTION, 1, "міндеттемейді", "мәжбүр емес", "қажеті жоқ", "қажет етпейді", "керегі жоқ", "талап етпейді", "талап қойылмайды", "маңызды емес", "маңызы жоқ", "ісі емес", "міндетіне кірмейді", "толғандырма*", "қатысты емес", "артық нәрсе"),
        pattern(M.PERMISSION, 1, "кедергі жоқ", "кедергі ~1 /(?:болмайды|жасамайды|келтірмейді)/", "тыйым жоқ", "тыйым салынба*", "шектелмейді", "шектеу жоқ", "жазаланбайды", "кінә ~2 /(?:саналмайды|тағылмайды)/", f"{_GOING_ON} береді", "/.+п/ береді", "араласпайды", "үндемейді", "назар аудармайды", "еркінде", "қалауында", "қалауынша", "өз шаруасы", "өз ісі"),
    ),
    exceptions=("қоспағанда", "өзгеше көзделмесе", "қоспағандағы", "/.+(?:дан|ден|тан|тен|нан|нен)/ басқа", "егер ~6 келісім*", "келісімімен", "рұқсатымен", "қарсы болмаса"),
    preamble=("кіріспе", "преамбула"),
    contents=("мазмұны",),
    citing_words=("бабы", "бабының", "осы", "заңының", "кодексінің"),
    unnumbered="{n}-абзац",
    recital="Кіріспе",
    table=TableWords(
        measure=("іс-шара", "іс шара", "шара"),
        goal=("мақсат", "бағыт"),
        indicator=("индикатор", "көрсеткіш"),
        number=("№", "р/с", "р/н"),
        proposed=("ұсынылатын редакция", "ұсынылған редакция", "жобаның редакциясы"),
    ),
    ordinals=(
        "бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы", "оныншы", "он бірінші", "он екінші",
        "он үшінші", "он төртінші", "он бесінші", "он алтыншы", "он жетінші", "он сегізінші", "он тоғызыншы", "жиырмасыншы",
    ),
    named_parts=r"(?:жалпы|ерекше) бөлім",
    introduction=("алғысөз", "кіріспе сөз"),
    participle=r".*(?:отырып|[ыіу]п|ала|бере)$",
    adoption=r"(?:жоба|бекітемін)\b|.*(?:бекітілген|бекітілді|қабылданған|қабылданды|мақұлданған|мақұлданды|келісілген)[.)]?$",
    signers=r".*(?:президенті?|төрағасы|төраға|премьер-министрі|министрі|министр|басшысы|хатшысы|директоры?|орынбасары)$|оқығандар",
    finite=r"(?:ады|еді|йды|йді|тиіс|міндетті|құқылы|керек|емес)\b",
    repealed=r"[(\[]?(?:(?:алып|алынып) тастал(?:ды|ған)|күші жойыл(?:ды|ған)|күшін жой(?:ды|ған))",
    citing=KAZAKH_CITING,
)
