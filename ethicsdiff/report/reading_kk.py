"""Kazakh phrases on what reading a file could not keep as it was: text, web pages, PDF, files of other word processors."""

from __future__ import annotations

READING: dict[str, str] = {
    "notice.draft.publisher-note": "Баспагердің ескертпелері жобаның бөлігі деп есептелмеді.",
    "notice.draft.bilingual-table": "Бір мәтін бірнеше тілде берілген кесте әр тілдегі жеке жоба ретінде оқылды.",
    "notice.text.encoding": "Файл әріптері {encoding} кодтауында оқылды; олардың дұрыстығын тексеріңіз.",
    "notice.text.lines-joined": "Бірнеше жолға басылған абзацтар біріктірілді: {count}.",
    "notice.html.left-out": "Мәзір, сценарий және мәтіннің айналасындағы өзге бөліктер алып тасталды: {count}.",
    "notice.html.images": "Суреттер оқылмады: {count}.",
    "notice.html.layout-tables": "Бетті орналастыру үшін ғана қолданылған кестелер қарапайым абзац ретінде оқылды: {count}.",
    "notice.html.list-numbers": "Тізім тармақтарының нөмірлері шолғыш көрсететіндей берілді: {count}.",
    "notice.html.raised-numbers": "Нөмірден кейінгі жоғарғы индекстер «27-1» түрінде оқылды: {count}.",
    "notice.html.deletions-left-out": "Жойылған деп белгіленген үзінділер алып тасталды: {count}.",
    "notice.html.insertions-read": "Енгізілген деп белгіленген үзінділер оқылды: {count}.",
    "notice.pdf.paragraphs-rebuilt": "Абзацтар басылған жолдардан құралды (бет саны: {pages}); олардың шегі түпнұсқадан өзгеше болуы мүмкін.",
    "notice.pdf.running-lines": "Колонтитулдар мен бет нөмірлері алып тасталды: {count}.",
    "notice.pdf.columns": "Екі бағанмен терілген беттер баған бойынша оқылды: {count}.",
    "notice.pdf.tables-rebuilt": "Кестелер сызықтары бойынша қалпына келтірілді: {count}.",
    "notice.pdf.table-heads-repeated": "Келесі беттерде қайталанған кесте тақырыптары алып тасталды: {count}.",
    "notice.pdf.hyphens-joined": "Жол соңында тасымалданған сөздер біріктірілді: {count}.",
    "notice.pdf.raised-numbers": "Нөмірден кейінгі жоғарғы индекстер «27-1» түрінде оқылды: {count}.",
    "notice.pdf.struck-text": "{page}-беттегі сызылған сөздер жойылған деп есептеліп, алып тасталды: «{text}».",
    "notice.pdf.slanted-text": "Су таңбасы сияқты көлбеу мәтін оқылмады; әріп саны: {count}.",
    "notice.pdf.recognised-text": "Мына беттердің мәтіні суреттен танылған, оны тексеру керек: {pages}.",
    "notice.pdf.pages-without-text": "Мына беттер мәтінсіз сурет болғандықтан оқылмады: {pages}.",
    "notice.office.converted": "Файл оқылмас бұрын басқа бағдарламамен түрлендірілді; тізім нөмірлері түпнұсқадан өзгеше болуы мүмкін.",
}
