"""Kazakh phrases of a report; counted phrases have one form, as nouns after a number do not change."""

from __future__ import annotations

from ethicsdiff.report.collect_kk import COLLECT
from ethicsdiff.report.concordance_kk import CONCORDANCE
from ethicsdiff.report.desk_kk import DESK
from ethicsdiff.report.labels_kk import LABELS
from ethicsdiff.report.opinion_kk import OPINION
from ethicsdiff.report.reading_kk import READING
from ethicsdiff.report.review_kk import REVIEW
from ethicsdiff.report.terms_kk import TERMS

PHRASES: dict[str, str] = COLLECT | LABELS | CONCORDANCE | OPINION | READING | REVIEW | DESK | TERMS | {
    # title and scope
    "report.title": "Жобаны халықаралық стандарттармен салыстыру",
    "report.subtitle": "Жоба: {draft}. Стандарттар: {standards}",
    "report.machine_note": "Есеп автоматты түрде жасалған. Ондағы әр жол – ұсыныс қана, оны адам растауға, түзетуге "
    "немесе қабылдамауға тиіс; есеп ресми қорытынды болып табылмайды.",
    "report.machine_note.reviewed": "Есеп автоматты түрде жасалған. Адам шешім қабылдаған жолдар белгіленген; "
    "қалған әр жол – ұсыныс қана, оны адам растауға, түзетуге немесе қабылдамауға тиіс. Есеп ресми қорытынды болып "
    "табылмайды.",
    "standard.name": "{short} ({edition})",
    "standard.full": "{title} (редакциясы: {edition})",
    "scope.draft": "Салыстырылған мәтін: {file} файлы (тілі: {languages}; мәтіні бар ережелер: {count}).",
    "scope.standards": "Стандарттар: {standards}.",
    "scope.statements": "Стандарттардың тармақтары құжаттардың өз сөзімен емес, бағдарламаның өз тұжырымдарымен "
    "берілген. Кез келген сілтемені пайдаланбас бұрын ресми мәтінмен салыстырып тексеру керек.",
    "scope.threshold": "Тармақ есептелген ықтималдық кемінде {percent}\u00a0% болғанда ұсынылады; ықтималдығы одан "
    "төмен сәйкестіктер көрсетілмейді.",
    "scope.gap": "«Олқылық» белгісі тармаққа сай ереже табылмағанын ғана білдіреді; оның қажет болуы не болмауы "
    "жобаның мақсатына байланысты.",
    "scope.encoder": "Мағына {encoder} тілдік моделінің көмегімен, ортақ сөздер мен терминдер ескеріле отырып "
    "салыстырылды.",
    "scope.no_encoder": "Мағынаны салыстыратын тілдік модель қолжетімді болмады: тек жоба тіліндегі тұжырымдар мен терминдер "
    "салыстырылды. Сондықтан нәтижелер әлсіздеу, әр жолды мұқият тексеру керек.",
    "remark.themes": "Бұл стандарттың тақырыптары ғана белгілі, сондықтан қамтылуы да, олқылықтар да, қайшылықтар "
    "да көрсетілмейді. Қозғалған тақырыптар: {touched}, барлығы: {total}. Ресми мәтін {command} пәрменімен импортталады.",
    "command.import": "ethicsdiff standards import {standard} FILE",
    # findings
    "quote": "«{text}»",
    "fallback": "[тілі: {language}] {text}",
    "clause": "{citation} – {title}",
    "headline": "{relation}: {clause}",
    "headline.part": "{relation}: {clause} (негізгі тармақ: {parent})",
    "headline.weak": "{headline} – тексеру қажет",
    "modality.words": "{modality}: {words}",
    "reason.same-direction": "Ереженің ({modality}) бағыты стандарт тармағының ({duty}) бағытымен бірдей.",
    "reason.same-direction.plain": "Ереженің бағыты стандарт тармағының бағытымен бірдей.",
    "reason.exemplar-relation": "Тұжырым бағасы белгілі үлгілерге ұқсас: {relation}.",
    "reason.exemplar-relation.plain": "Тұжырым бағасы белгілі үлгілерге ұқсас.",
    "reason.softer-modality": "{words} деген сөздер тармақта белгіленгеннен ({duty}) жұмсағырақ.",
    "reason.softer-modality.plain": "Тұжырым тармақта белгіленгеннен жұмсағырақ.",
    "reason.stricter-modality": "{words} деген сөздер тармақта белгіленгеннен қатаңырақ.",
    "reason.stricter-modality.plain": "Тұжырым тармақта белгіленгеннен қатаңырақ.",
    "reason.permits-forbidden": "Тармақ тыйым салатын немесе жол бермейтін нәрсеге ереже рұқсат береді ({words}).",
    "reason.permits-forbidden.plain": "Тармақ тыйым салатын немесе жол бермейтін нәрсеге ереже рұқсат береді.",
    "reason.forbids-permitted": "Тармақ рұқсат ететін нәрсеге ереже тыйым салады ({words}).",
    "reason.forbids-permitted.plain": "Тармақ рұқсат ететін нәрсеге ереже тыйым салады.",
    "reason.exempts": "Тармақ талап ететін нәрседен ереже босатады ({words}).",
    "reason.exempts.plain": "Тармақ талап ететін нәрседен ереже босатады.",
    "reason.exception": "Ерекше жағдай ({words}) тармақтың талабын тарылтады.",
    "reason.exception.plain": "Ерекше жағдай тармақтың талабын тарылтады.",
    "reason.missing-elements": "Тармақтың мына бөліктеріне сәйкестік табылмады: {elements}.",
    "reason.missing-elements.plain": "Тармақтың кейбір бөліктеріне сәйкестік табылмады.",
    "reason.cites-clause": "Ереженің өзінде осы тармаққа сілтеме бар.",
    "reason.no-modality": "Міндетті, тыйымды немесе рұқсатты білдіретін сөздер табылмады; баға тек мазмұнға сүйенеді.",
    "reason.opposite-meaning": "Тұжырым мағынасы тармаққа қарама-қарсы мәтіндерге ұқсас.",
    "reason.stricter-meaning": "Тұжырым тармақтан қатаңырақ мәтіндерге ұқсас.",
    "reason.weaker-meaning": "Тұжырым тармақтан әлсіздеу мәтіндерге ұқсас.",
    "reason.unclear-meaning": "Тұжырым тармаққа сай келетін мәтіндерге де, оған қайшы келетін кейбір мәтіндерге де ұқсас; оны оқып шығу қажет.",
    "reason.partial-meaning": "Тұжырым тармақтың бір бөлігін ғана беретін мәтіндерге ұқсас.",
    "reason.other-addressee": "Ереже басқа адамдар туралы айтады ({words}), ал тармақ қызметтегі судьяларға арналған.",
    "reason.other-addressee.plain": "Ереже басқа адамдар туралы айтады, ал тармақ қызметтегі судьяларға арналған.",
    "reason.other-number": "Ережеде {words} делінген, ал тармақта — {number}.",
    "reason.other-number.plain": "Ережеде тармақтағыдан өзгеше сан көрсетілген.",
    "reason.theme": "Бұл стандарттың тақырыптары ғана белгілі, сондықтан сәйкестік туралы қорытынды жасалмайды.",
    "reason.human": "Арақатынасын адам белгілеген; автоматты түрде ұсынылғаны: {relation}.",
    "reason.weak": "Белгі әлсіз: қорытындыны тексеру қажет.",
    "look.partial": "Ережені мыналармен толықтыруға болар еді: {elements}.",
    "look.partial.plain": "Тармақты толық көрсету мүмкіндігін қарастыруға болады.",
    "look.weaker": "Ережені стандарт тармағынан жұмсартпай тұжырымдау керек.",
    "look.stricter": "Неғұрлым қатаң қағиданың әдейі белгіленген-белгіленбегенін және оның қажеттігін қарастыруға "
    "болады.",
    "look.contradicts": "Ережені қайта қарау қажет: алдын ала баға бойынша ол стандарт тармағына қайшы келеді.",
    "confidence.proposed": "Автоматты ұсыныс; сенімділік деңгейі {band} ({percent}\u00a0%).",
    "confidence.confirmed": "Адам растаған (автоматты баға: {percent}\u00a0%).",
    "confidence.recheck": "Бұрын расталған, бірақ содан бері мәтін өзгерген: қайта тексеру қажет (автоматты баға: "
    "{percent}\u00a0%).",
    "confidence.orphaned": "Бұрын расталған, бірақ мәтіндегі орны қайта табылмады (автоматты баға: {percent}\u00a0%).",
    "confidence.conflict": "Тексерушілердің шешімдері бір-біріне сәйкес келмейді: оларды келісу қажет (автоматты "
    "баға: {percent}\u00a0%).",
    "confidence.signals": "Мұны қуаттайтын белгілер: {signals}.",
    "signal.head": "тармақ тұжырымдарының үлгілерімен жалпы ұқсастық",
    "signal.exemplars": "тармақ тұжырымдарының жекелеген үлгілерімен ұқсастық",
    "signal.wording": "ортақ тұжырымдар",
    "signal.terms": "ортақ терминдер",
    "signal.terms.words": "ортақ сөздер мен терминдер ({words})",
    "signal.lesson": "өте ұқсас ереже бойынша рецензенттің шешімі",
    "signal.cites": "жобаның өзінде осы тармаққа берілген сілтеме",
    "row.additional": "Салыстырылған стандарттардан бұл ережеге сай тармақ табылмады. Бұл қате емес: жоба "
    "стандарттарда айтылмаған мәселелерді де реттей алады.",
    # how far statements were checked
    "provenance.verified": "Өз сөзімізбен берілген; мазмұны ресми мәтінмен салыстырылған.",
    "provenance.two-sources": "Өз сөзімізбен берілген; мазмұны жарияланған екі дереккөзбен салыстырылған, ресми "
    "мәтінмен салыстырылмаған.",
    "provenance.one-source": "Өз сөзімізбен берілген; мазмұны жарияланған бір дереккөзбен салыстырылған, ресми "
    "мәтінмен салыстырылмаған.",
    "provenance.recalled-fair": "Құжат туралы біршама сенімді деп саналатын жалпы білім негізінде өз сөзімізбен "
    "берілген; мәтінмен ӘЛІ САЛЫСТЫРЫЛМАҒАН.",
    "provenance.recalled": "Құжат туралы жалпы білім негізінде өз сөзімізбен берілген; мәтінмен ӘЛІ САЛЫСТЫРЫЛМАҒАН.",
    "provenance.theme-only": "Тек тақырыбы белгілі; құжаттың осы тақырып бойынша нені талап ететіні анықталмаған.",
    "provenance.line": "{standard}. Өз сөзімізбен берілген тұжырымдар: {total}; {parts}. {official}",
    "provenance.count.verified": "ресми мәтінмен салыстырылғаны: {count}",
    "provenance.count.two-sources": "жарияланған екі дереккөзбен салыстырылғаны: {count}",
    "provenance.count.one-source": "жарияланған бір дереккөзбен салыстырылғаны: {count}",
    "provenance.count.unchecked": "әлі салыстырылмағаны: {count}",
    "provenance.count.theme-only": "тек тақырыбы белгілісі: {count}",
    "provenance.no_official": "Ресми мәтін импортталмаған.",
    "provenance.official": "Ресми мәтіні импортталған тармақтар саны: {count}.",
    "provenance.official_itself": "Бұл — импортталған ресми мәтіннің өзі.",
    "provenance.line.official": "{standard}. Импортталған ресми мәтіннің өзі болып табылатын тармақтар: "
    "{total}. {official}",
    "provenance.files": "Импортталған файлдар: {files}.",
    "provenance.file": "{file} ({language}, {date})",
    "provenance.agreeing": "Ресми мәтінмен салыстырылған және оған сәйкес келетін тармақтар: {clauses}.",
    "provenance.resting": "Өз тұжырымдарымызға негізделген, ресми мәтінмен салыстырылмаған немесе оған "
    "сәйкес келмейтін тармақтар: {clauses}.",
    # matrix
    "matrix.alignments": "{count} сәйкестендіру",
    "matrix.cell": "{group}; {chapter}: {alignments}, ең төмен баға: {relation}.",
    "matrix.empty": "{group}; {chapter}: сәйкестендіру жоқ.",
    # recommendations
    "paragraphs.one": "{n}-тармақ",
    "paragraphs.several": "{n}-тармақтар",
    "rec.contradicted.one": "{places}: ережені қайта қарау қажет; алдын ала баға бойынша ол стандарт тармағына "
    "қайшы келеді ({clause}).",
    "rec.contradicted.several": "{places}: ережелерді қайта қарау қажет; алдын ала баға бойынша олар стандарт "
    "тармағына қайшы келеді ({clause}).",
    "rec.weaker.one": "{places}: ережені стандарт тармағынан әлсіз болмайтындай етіп күшейту керек ({clause}).",
    "rec.weaker.several": "{places}: ережелерді стандарт тармағынан әлсіз болмайтындай етіп күшейту керек ({clause}).",
    "rec.partial.one": "{places}: ережеде стандарт тармағын толығырақ көрсеткен жөн болар еді ({clause}).",
    "rec.partial.several": "{places}: ережелерде стандарт тармағын толығырақ көрсеткен жөн болар еді ({clause}).",
    "rec.partial.elements": "Мыналарға сәйкестік табылмады: {elements}.",
    "rec.gap": "Жобаның мақсатына сай келсе, оны «{group}» бөлімі ({standard}) бойынша толықтыру мүмкіндігін "
    "қарастыруға болады. {clauses} бойынша ереже табылмады: {titles}.",
    "rec.gap.clauses": "{count} тармақ",
    # notices
    "notice.warning": "Назар аударыңыз: {text}",
    "notice.at": "{text} ({places}).",
    "notice.block": "файлдың {n}-абзацы",
    "notice.line": "файлдың {n}-жолы",
    "notice.page": "{n}-бет",
    "notice.more": "{places} және тағы {count} орын",
    "notice.unknown": "Файлды оқу кезінде мұнда сипаттамасы жоқ мән-жай байқалды (коды: {code}).",
    "notice.orphaned": "Бұрын қабылданған шешімнің мәтіндегі орны табылмады: {clause}.",
    "notice.docx.deletions-left-out": "Өзгерістерді қадағалау режимінде жойылған үзінділер есепке алынған жоқ: "
    "{count}.",
    "notice.docx.insertions-read": "Өзгерістерді қадағалау режимінде енгізілген үзінділер қабылданған деп оқылды: "
    "{count}.",
    "notice.docx.moves": "Өзгерістерді қадағалау режимінде жылжытылған үзінділер жаңа орнында оқылды: {count}.",
    "notice.docx.text-boxes": "Мәтін жолақтарындағы абзацтар олар бекітілген жерде оқылды: {count}.",
    "notice.docx.formulas": "Формулалар орналасуы сақталмай, кәдімгі мәтін ретінде оқылды: {count}.",
    "notice.docx.symbols": "Арнайы қаріптердің таңбалары оқылмады, олар □ белгісімен көрсетілген: {count}.",
    "notice.docx.altchunk": "Құжатқа енгізілген басқа файлдар оқылмады: {count}.",
    "notice.docx.objects": "Кірістірілген нысандар оқылмады: {count}.",
    "notice.docx.merged-cell-text": "Кестелердің ұяшықтарын біріктіру салдарынан жасырылған абзацтар да оқылды: "
    "{count}.",
    "notice.docx.field-numbers": "Мәтіндік редактор өрістерде есептейтін нөмірлер оқылмады: {count}.",
    "notice.docx.notes-missing": "Мәтіні файлда жоқ ескертпелерге сілтемелер: {count}.",
    "notice.docx.number-format": "Қолдау көрсетілмейтін нөмірлеу пішімі ({format}) кәдімгі цифрлармен берілген.",
    "notice.docx.hidden-text": "Жасырын мәтіні бар абзацтар оқылды: {count}.",
    "notice.docx.macros": "Файлда макростар бар; олар іске қосылған жоқ.",
    "notice.docx.signed": "Файлға электрондық қолтаңба қойылған; өзгертілген көшірме үшін ол жарамсыз.",
    "notice.docx.protected": "Файл өзгертуден қорғалған.",
    "notice.docx.tracking-on": "Файлда өзгерістерді қадағалау режимі қосулы.",
    "notice.docx.comments-present": "Файлда түсініктемелер бұрыннан бар: {count}.",
    "notice.docx.comment-limit": "Түсініктеме ең елеулі қорытындылары бар ережелерге ғана жазылды: {limit}; "
    "түсініктемесіз қалған ережелер: {left_out}.",
    "notice.docx.made-from-text": "Жоба мәтіндік редактордың құжаты емес; құжат оның мәтіні бойынша, бастапқы "
    "безендірілуінсіз жасалды.",
    "notice.docx.comments-moved": "Дәл өз орнына қою мүмкін болмағандықтан, жанына қойылған түсініктемелер: {count}.",
    "notice.docx.comments-unplaced": "Құжатта орны табылмаған түсініктемелер: {count}.",
    "notice.docx.threads-kept": "Бұрынғы салыстырудың жауап берілген немесе шешілген деп белгіленген "
    "түсініктемелері сақталды: {count}.",
    "notice.encoder.no-weights": "Тілдік модель орнатылмаған.",
    "notice.encoder.bad-weights": "Тілдік модельдің файлы бүлінген немесе басқа нұсқаға жатады, сондықтан ол "
    "пайдаланылмады.",
    "notice.encoder.no-runtime": "Тілдік модельге қажетті бағдарлама орнатылмаған немесе іске қосылмайды.",
    "notice.encoder.no-cpu": "Тілдік модель бұл компьютерде қате нәтиже береді, сондықтан ол пайдаланылмады.",
    "notice.encoder.other-model": "Орнатылған тілдік модель бағдарлама бапталған модель емес, сондықтан ол "
    "пайдаланылмады.",
    "notice.markdown.tags-left-out": "Белгілеу тегтері қалдырып кетілді: {count}.",
    "notice.markdown.references-left-out": "Сілтеме мекенжайларының анықтамалары қалдырып кетілді: {count}.",
    "notice.draft.contents-skipped": "Мазмұны салыстырылған жоқ.",
    "notice.pdf.no-office": "{format} файлы жасалмады: {program} бағдарламасы орнатылмаған; қалған құжаттар жазылды.",
    "notice.pdf.failed": "{program} бағдарламасы мына құжаттардың {format} файлын жасай алмады: {files}; қалған құжаттар жазылды.",
    # the comment on the title, the one-screen summary
    "summary.compared": "Салыстырылған жоба: {draft}. Ережелер: {provisions}; тармағы ұсынылғаны: {aligned}.",
    "summary.reply": "Жауап беру үшін құжаттағы түсініктемеге жауап қалдырыңыз: келісу, түзету немесе себебін "
    "көрсетіп қабылдамау.",
    "summary.figure": "{label}: {value}",
    "summary.standard": "{standard}: {text}.",
    "summary.themes": "{standard}: тек тақырыптары белгілі; қозғалған тақырыптар: {touched}, барлығы: {total}.",
}
