"""Russian phrases of a report; variants of a counted phrase (1 | 2 | 5) are divided by a bar."""

from __future__ import annotations

from ethicsdiff.report.collect_ru import COLLECT
from ethicsdiff.report.concordance_ru import CONCORDANCE
from ethicsdiff.report.desk_ru import DESK
from ethicsdiff.report.labels_ru import LABELS
from ethicsdiff.report.opinion_ru import OPINION
from ethicsdiff.report.reading_ru import READING
from ethicsdiff.report.review_ru import REVIEW
from ethicsdiff.report.terms_ru import TERMS

PHRASES: dict[str, str] = COLLECT | LABELS | CONCORDANCE | OPINION | READING | REVIEW | DESK | TERMS | {
    # title and scope
    "report.title": "Сопоставление проекта с международными стандартами",
    "report.subtitle": "Проект: {draft}. Стандарты: {standards}",
    "report.machine_note": "Отчёт составлен автоматически. Каждая строка — предложение, которое должен подтвердить, "
    "исправить или отклонить человек; отчёт не является официальным заключением.",
    "report.machine_note.reviewed": "Отчёт составлен автоматически. Строки, по которым решение принял человек, "
    "отмечены; каждая другая строка — предложение, которое должен подтвердить, исправить или отклонить человек. "
    "Отчёт не является официальным заключением.",
    "standard.name": "{short} ({edition})",
    "standard.full": "{title} (редакция: {edition})",
    "scope.draft": "Сопоставленный текст: файл {file} (язык: {languages}; положений с текстом: {count}).",
    "scope.standards": "Стандарты: {standards}.",
    "scope.statements": "Пункты стандартов изложены собственными формулировками программы, а не словами самих "
    "документов. Любую ссылку перед использованием следует сверить с официальным текстом.",
    "scope.threshold": "Пункт предлагается, если расчётная вероятность не ниже {percent}\u00a0%; менее вероятные "
    "совпадения не показаны.",
    "scope.gap": "Отметка «пробел» означает лишь, что положение, отвечающее пункту, не найдено; нужно ли оно, "
    "зависит от назначения проекта.",
    "scope.encoder": "Смысл сопоставлялся с помощью языковой модели {encoder} с учётом общих слов и терминов.",
    "scope.no_encoder": "Языковая модель, сопоставляющая смысл, была недоступна: сопоставлялись только формулировки и термины "
    "на языке проекта. Поэтому результаты слабее, и каждую строку следует проверять тщательнее.",
    "remark.themes": "По этому стандарту известны только темы, поэтому ни отражение, ни пробелы, ни противоречия не "
    "указываются. Затронуто тем: {touched} из {total}. Официальный текст импортируется командой {command}.",
    "command.import": "ethicsdiff standards import {standard} FILE",
    # findings
    "quote": "«{text}»",
    "fallback": "[язык: {language}] {text}",
    "clause": "{citation} — {title}",
    "headline": "{relation}: {clause}",
    "headline.part": "{relation}: {clause} (основной пункт: {parent})",
    "headline.weak": "{headline} — проверить",
    "modality.words": "{modality}: {words}",
    "reason.same-direction": "Положение ({modality}) имеет ту же направленность, что и пункт стандарта ({duty}).",
    "reason.same-direction.plain": "Положение имеет ту же направленность, что и пункт стандарта.",
    "reason.exemplar-relation": "Формулировка сходна с образцами, оценка которых известна: {relation}.",
    "reason.exemplar-relation.plain": "Формулировка сходна с образцами, оценка которых известна.",
    "reason.softer-modality": "Слова {words} мягче, чем установлено пунктом ({duty}).",
    "reason.softer-modality.plain": "Формулировка мягче, чем установлено пунктом.",
    "reason.stricter-modality": "Слова {words} строже, чем установлено пунктом.",
    "reason.stricter-modality.plain": "Формулировка строже, чем установлено пунктом.",
    "reason.permits-forbidden": "Положение разрешает ({words}) то, что пункт запрещает или исключает.",
    "reason.permits-forbidden.plain": "Положение разрешает то, что пункт запрещает или исключает.",
    "reason.forbids-permitted": "Положение запрещает ({words}) то, что пункт разрешает.",
    "reason.forbids-permitted.plain": "Положение запрещает то, что пункт разрешает.",
    "reason.exempts": "Положение освобождает ({words}) от того, чего требует пункт.",
    "reason.exempts.plain": "Положение освобождает от того, чего требует пункт.",
    "reason.exception": "Исключение ({words}) сужает требование пункта.",
    "reason.exception.plain": "Исключение сужает требование пункта.",
    "reason.missing-elements": "Не найдено соответствия следующим частям пункта: {elements}.",
    "reason.missing-elements.plain": "Некоторым частям пункта соответствия не найдено.",
    "reason.cites-clause": "Положение само ссылается на этот пункт.",
    "reason.no-modality": "Слов, выражающих обязанность, запрет или разрешение, не найдено; оценка опирается только "
    "на содержание.",
    "reason.opposite-meaning": "Формулировка сходна с текстами, смысл которых противоположен пункту.",
    "reason.stricter-meaning": "Формулировка сходна с текстами, которые строже пункта.",
    "reason.weaker-meaning": "Формулировка сходна с текстами, которые слабее пункта.",
    "reason.unclear-meaning": "Формулировка сходна и с текстами, отвечающими пункту, и с некоторыми текстами, которые ему противоречат; её следует прочесть.",
    "reason.partial-meaning": "Формулировка сходна с текстами, которые передают лишь часть пункта.",
    "reason.other-addressee": "Положение говорит о других лицах ({words}), а пункт обращён к действующим судьям.",
    "reason.other-addressee.plain": "Положение говорит о других лицах, а пункт обращён к действующим судьям.",
    "reason.other-number": "В положении указано {words}, в пункте — {number}.",
    "reason.other-number.plain": "В положении указано иное число, чем в пункте.",
    "reason.theme": "По этому стандарту известны только темы, поэтому вывод о соответствии не делается.",
    "reason.human": "Соотношение установлено человеком; автоматически предлагалось: {relation}.",
    "reason.weak": "Признак слабый: вывод следует проверить.",
    "look.partial": "Положение можно было бы дополнить следующим: {elements}.",
    "look.partial.plain": "Можно рассмотреть возможность отразить пункт полностью.",
    "look.weaker": "Положение следует сформулировать не мягче, чем пункт стандарта.",
    "look.stricter": "Можно рассмотреть, намеренно ли установлено более строгое правило и необходимо ли оно.",
    "look.contradicts": "Положение необходимо пересмотреть: по предварительной оценке, оно противоречит пункту "
    "стандарта.",
    "confidence.proposed": "Автоматическое предложение; уверенность {band} ({percent}\u00a0%).",
    "confidence.confirmed": "Подтверждено человеком (автоматическая оценка: {percent}\u00a0%).",
    "confidence.recheck": "Подтверждено ранее, но текст с тех пор изменился: требуется повторная проверка "
    "(автоматическая оценка: {percent}\u00a0%).",
    "confidence.orphaned": "Подтверждено ранее, но место в тексте больше не найдено (автоматическая оценка: "
    "{percent}\u00a0%).",
    "confidence.conflict": "Решения проверяющих расходятся: их необходимо согласовать (автоматическая оценка: "
    "{percent}\u00a0%).",
    "confidence.signals": "В пользу этого говорят: {signals}.",
    "signal.head": "общее сходство с образцами формулировок пункта",
    "signal.exemplars": "сходство с отдельными образцами формулировок пункта",
    "signal.wording": "общие формулировки",
    "signal.terms": "общие термины",
    "signal.terms.words": "общие слова и термины ({words})",
    "signal.lesson": "решение рецензента по весьма сходному положению",
    "signal.cites": "ссылка на этот пункт в самом проекте",
    "row.additional": "Для этого положения не найдено пункта в сопоставленных стандартах. Это не ошибка: проект "
    "может регулировать и то, о чём стандарты не говорят.",
    # how far statements were checked
    "provenance.verified": "Изложено нашими словами; содержание сверено с официальным текстом.",
    "provenance.two-sources": "Изложено нашими словами; содержание сверено по двум опубликованным источникам, но не "
    "по официальному тексту.",
    "provenance.one-source": "Изложено нашими словами; содержание сверено по одному опубликованному источнику, но "
    "не по официальному тексту.",
    "provenance.recalled-fair": "Изложено нашими словами на основе общего знания о документе, которое считается "
    "довольно надёжным; с текстом ЕЩЁ НЕ СВЕРЕНО.",
    "provenance.recalled": "Изложено нашими словами на основе общего знания о документе; с текстом ЕЩЁ НЕ СВЕРЕНО.",
    "provenance.theme-only": "Известна только тема; чего документ требует по этой теме, не установлено.",
    "provenance.line": "{standard}. Формулировок, изложенных нашими словами: {total}; {parts}. {official}",
    "provenance.count.verified": "сверено с официальным текстом: {count}",
    "provenance.count.two-sources": "сверено по двум опубликованным источникам: {count}",
    "provenance.count.one-source": "сверено по одному опубликованному источнику: {count}",
    "provenance.count.unchecked": "ещё не сверено: {count}",
    "provenance.count.theme-only": "известна только тема: {count}",
    "provenance.no_official": "Официальный текст не импортирован.",
    "provenance.official": "Число пунктов, для которых импортирован официальный текст: {count}.",
    "provenance.official_itself": "Это сам официальный текст в том виде, в каком он импортирован.",
    "provenance.line.official": "{standard}. Пунктов, которые представляют собой сам импортированный "
    "официальный текст: {total}. {official}",
    "provenance.files": "Импортировано из файлов: {files}.",
    "provenance.file": "{file} ({language}, {date})",
    "provenance.agreeing": "Сопоставлены с официальным текстом и согласуются с ним: {clauses}.",
    "provenance.resting": "Основаны на наших формулировках, с официальным текстом не сопоставлены или не "
    "согласуются: {clauses}.",
    # matrix
    "matrix.alignments": "{count} сопоставление|{count} сопоставления|{count} сопоставлений",
    "matrix.cell": "{group}; {chapter}: {alignments}, самая низкая оценка: {relation}.",
    "matrix.empty": "{group}; {chapter}: сопоставлений нет.",
    # recommendations
    "paragraphs.one": "п.\u00a0{n}",
    "paragraphs.several": "пп.\u00a0{n}",
    "rec.contradicted.one": "{places}: положение необходимо пересмотреть; по предварительной оценке, оно "
    "противоречит пункту стандарта ({clause}).",
    "rec.contradicted.several": "{places}: положения необходимо пересмотреть; по предварительной оценке, они "
    "противоречат пункту стандарта ({clause}).",
    "rec.weaker.one": "{places}: положение следует усилить, чтобы оно было не слабее пункта стандарта ({clause}).",
    "rec.weaker.several": "{places}: положения следует усилить, чтобы они были не слабее пункта стандарта ({clause}).",
    "rec.partial.one": "{places}: было бы целесообразно полнее отразить в положении пункт стандарта ({clause}).",
    "rec.partial.several": "{places}: было бы целесообразно полнее отразить в положениях пункт стандарта ({clause}).",
    "rec.partial.elements": "Не найдено соответствия следующему: {elements}.",
    "rec.gap": "Можно рассмотреть возможность дополнить проект по разделу «{group}» ({standard}), если это отвечает "
    "его назначению. Не найдено положений по {clauses}: {titles}.",
    "rec.gap.clauses": "{count} пункту|{count} пунктам|{count} пунктам",
    # notices
    "notice.warning": "Внимание: {text}",
    "notice.at": "{text} ({places}).",
    "notice.block": "абзац {n} файла",
    "notice.line": "строка {n} файла",
    "notice.page": "страница {n}",
    "notice.more": "{places} и ещё {count} место|{places} и ещё {count} места|{places} и ещё {count} мест",
    "notice.unknown": "При чтении файла отмечено обстоятельство, для которого здесь нет описания (код {code}).",
    "notice.orphaned": "Для принятого ранее решения больше не найдено места в тексте: {clause}.",
    "notice.docx.deletions-left-out": "Фрагменты, удалённые в режиме исправлений, не учтены: {count}.",
    "notice.docx.insertions-read": "Фрагменты, вставленные в режиме исправлений, прочитаны как принятые: {count}.",
    "notice.docx.moves": "Фрагменты, перемещённые в режиме исправлений, прочитаны на новом месте: {count}.",
    "notice.docx.text-boxes": "Абзацы в надписях прочитаны там, где надпись привязана к тексту: {count}.",
    "notice.docx.formulas": "Формулы прочитаны как обычный текст, без их расположения: {count}.",
    "notice.docx.symbols": "Знаки особых шрифтов прочитать не удалось, они показаны знаком □: {count}.",
    "notice.docx.altchunk": "Другие файлы, вставленные в документ, не прочитаны: {count}.",
    "notice.docx.objects": "Внедрённые объекты не прочитаны: {count}.",
    "notice.docx.merged-cell-text": "Прочитаны и абзацы, скрытые объединением ячеек таблиц: {count}.",
    "notice.docx.field-numbers": "Номера, которые вычисляет текстовый редактор в полях, не прочитаны: {count}.",
    "notice.docx.notes-missing": "Ссылки на сноски, текста которых нет в файле: {count}.",
    "notice.docx.number-format": "Неподдерживаемый формат нумерации ({format}) показан обычными цифрами.",
    "notice.docx.hidden-text": "Прочитаны абзацы со скрытым текстом: {count}.",
    "notice.docx.macros": "Файл содержит макросы; они не запускались.",
    "notice.docx.signed": "Файл подписан электронной подписью; для изменённой копии она недействительна.",
    "notice.docx.protected": "Файл защищён от изменений.",
    "notice.docx.tracking-on": "В файле включён режим исправлений.",
    "notice.docx.comments-present": "В файле уже есть примечания: {count}.",
    "notice.docx.comment-limit": "Примечания сделаны только к положениям с самыми серьёзными выводами: {limit}; без "
    "примечания: {left_out}.",
    "notice.docx.made-from-text": "Проект не является документом текстового редактора; документ создан по его "
    "тексту, без исходного оформления.",
    "notice.docx.comments-moved": "Примечания, поставленные рядом с нужным местом, так как в нём самом примечание "
    "невозможно: {count}.",
    "notice.docx.comments-unplaced": "Примечания, для которых не нашлось места в документе: {count}.",
    "notice.docx.threads-kept": "Сохранены примечания прежнего сопоставления, на которые даны ответы или которые "
    "отмечены как решённые: {count}.",
    "notice.encoder.no-weights": "Языковая модель не установлена.",
    "notice.encoder.bad-weights": "Файл языковой модели повреждён или относится к другой версии, поэтому она не "
    "использовалась.",
    "notice.encoder.no-runtime": "Программа, необходимая для языковой модели, не установлена или не запускается.",
    "notice.encoder.no-cpu": "Языковая модель даёт на этом компьютере неверные результаты, поэтому она не "
    "использовалась.",
    "notice.encoder.other-model": "Установлена не та языковая модель, с которой настроена программа, поэтому она не "
    "использовалась.",
    "notice.markdown.tags-left-out": "Теги разметки опущены: {count}.",
    "notice.markdown.references-left-out": "Определения адресов ссылок опущены: {count}.",
    "notice.draft.contents-skipped": "Оглавление не сопоставлялось.",
    "notice.pdf.no-office": "Файл {format} не создан: программа {program} не установлена; остальные документы записаны.",
    "notice.pdf.failed": "Программе {program} не удалось создать файл {format}: {files}; остальные документы записаны.",
    # the comment on the title, the one-screen summary
    "summary.compared": "Сопоставленный проект: {draft}. Положений: {provisions}; с предложенным пунктом: {aligned}.",
    "summary.reply": "Чтобы ответить, оставьте ответ на примечание в документе: согласие, исправление или "
    "отклонение с указанием причины.",
    "summary.figure": "{label}: {value}",
    "summary.standard": "{standard}: {text}.",
    "summary.themes": "{standard}: известны только темы; затронуто тем: {touched} из {total}.",
}
