"""Kazakh phrases on what people decided: verdicts, what changed since, decisions without a place, the file of decisions."""

from __future__ import annotations

REVIEW: dict[str, str] = {
    "state.not_applicable": "қолданылмайды",
    "headline.confirmed": "{headline} – расталған",
    "headline.recheck": "{headline} – бұрын шешілген, қайта тексеру қажет",
    "headline.conflict": "{headline} – шешімдер сәйкес келмейді",
    "headline.orphaned": "{headline} – орны табылмады",
    "reason.decision": "Сәйкестендіруді адам жасаған; ол автоматты түрде ұсынылмаған.",
    "confidence.confirmed.own": "Адам растаған.",
    "confidence.recheck.own": "Бұрын расталған, бірақ содан бері мәтін өзгерген: қайта тексеру қажет.",
    "confidence.orphaned.own": "Бұрын расталған, бірақ мәтіндегі орны қайта табылмады.",
    "confidence.conflict.own": "Тексерушілердің шешімдері бір-біріне сәйкес келмейді: оларды келісу қажет.",
    # one decision in words
    "decision.confirm": "расталды: {relation}",
    "decision.reject": "сәйкестендіру қабылданбады",
    "decision.other": "басқа тармақ сай келеді: {other} ({relation})",
    "decision.relation": "арақатынасы белгіленді: {relation}",
    "decision.note": "ескертпе: {text}",
    "decision.wording": "ұсынылатын редакция: {text}",
    "decision.not_applicable": "тармақ қолданылмайды: {text}",
    "decision.accept": "ұсыным қабылданды",
    "decision.decline": "ұсыным қабылданбады: {text}",
    "decision.withdraw": "шешім қайтарып алынды",
    "decision.why": "{decision} ({text})",
    "decision.by": "{reviewer}, {date}: {decision}",
    "decision.date": "{day}.{month}.{year}",
    "decided.confirmed": "Шешім: {decisions}.",
    "decided.recheck": "Бұрын шешілген, қайта тексеру қажет: {decisions}.",
    "decided.conflict": "Шешімдер сәйкес келмейді: {decisions}.",
    "decided.orphaned": "Бұрын шешілген: {decisions}.",
    "decided.notes": "Тексерушілерден: {decisions}.",
    "decided.rejected": "Қабылданбаған сәйкестендірулер: {decisions}.",
    "decided.on": "{clause} – {decision}",
    # what has changed since a decision
    "recheck.words": "Шешім басқа редакция бойынша қабылданған: {quote}. Содан бергі өзгерістер: {redline}",
    "recheck.context": "Шешім қабылданғаннан бері осы ережеге қатысты кіріспе сөздер немесе жол ұяшықтары өзгерген: "
    "{redline}",
    "recheck.twins": "Дәл осындай сөздер бірнеше жерде кездеседі немесе кездескен; шешімнің дәл осы жерге қатысты "
    "екенін тексеру керек.",
    "recheck.clause": "Шешім қабылданғаннан бері стандарт тармағының тұжырымы немесе ресми мәтіні өзгерген.",
    "redline.deleted": "[алып тасталған: {text}]",
    "redline.added": "[қосылған: {text}]",
    # where decisions of other kinds are told
    "scope.not_applicable": "Адам қолданылмайды деп таныған тармақтар бөлек есептеледі: {clauses}.",
    "rec.answer": "{decision}.",
    "rec.answer.earlier": "Осы тармақ бойынша бұрынғы ұсынымға жауап: {decision}.",
    "rec.answer.clause": "{clause} – {decision}",
    "notice.review.lost": "Бұрын қабылданған шешімнің мәтіндегі орны табылмады. {decision}. Шешім мына сөздер бойынша "
    "қабылданған "
    "({place}): {quote}.",
    "notice.review.tie": "Бұрын қабылданған шешімге бірнеше орын бірдей сай келеді, сондықтан ол ашық қалады "
    "({places}). {decision}. Шешім мына "
    "сөздер бойынша қабылданған ({place}): {quote}.",
    "notice.review.rejected": "Бұрын қабылданбаған сәйкестендіруді қайта тексеру керек ({place}). {decision}. {change}",
    "notice.review.elsewhere": "Басқа тілдегі мәтін бойынша қабылданған, бұл файлға қатысы жоқ шешімдер: {count}.",
    "notice.review.unknown": "Шешім стандартта жоқ тармаққа қатысты ({clause}). {decision}.",
    "notice.review.clause": "Тұтас тармақ бойынша. {decision}.",
    "notice.review.recount": "Қолданылмайды деп танылғаннан кейін тармақтың тұжырымы немесе ресми мәтіні өзгерген; жаңа шешім "
    "қабылданғанға дейін тармақ қайтадан "
    "есепке алынады. {decision}.",
    # the file of decisions
    "notice.ledger.damaged": "{file} шешімдер файлында мына жолдар бүлінген: {lines}. Қалған жолдардың бәрі оқылды.",
    "notice.ledger.newer": "{file} шешімдер файлында бағдарламаның кейінгі нұсқасы жазған жолдар бар; олар оқылмады: "
    "{lines}.",
    "notice.ledger.torn": "{file} шешімдер файлының соңғы жолы аяғына дейін жазылмаған ({lines}-жол); келесі шешім "
    "жазылғанда ол бөлек сақталады. "
    "Қалған жолдардың бәрі оқылды.",
    "notice.ledger.mended": "{file} шешімдер файлының соңғы жолы аяғына дейін жазылмаған еді ({lines}-жол); ол қатар "
    "тұрған жеке файлға сақталды.",
    "notice.ledger.ended": "{file} шешімдер файлының соңғы жолында ({lines}-жол) жол соңының белгісі болмаған; ол "
    "қосылды, ештеңе жоғалған жоқ.",
    # the history
    "log.empty": "Шешімдер жоқ.",
    "log.seen": "қаралған мәтін: {file}, {place}: {quote}",
    "log.superseded": "{decision} шешімімен ауыстырылған",
    "log.exact": "қазіргі орны: {place}; сөздері сол күйінде",
    "log.similar": "қазіргі орны: {place}; қайта тексеру қажет",
    "log.tie": "қазіргі орны: бірнеше орын бірдей сай келеді ({places})",
    "log.lost": "қазіргі орны: табылмады",
    "log.elsewhere": "басқа тілдегі мәтін бойынша",
    "log.unbound": "тұтас тармақ бойынша",
}
