"""Russian phrases on what people decided: verdicts, what changed since, decisions without a place, the file of decisions."""

from __future__ import annotations

REVIEW: dict[str, str] = {
    "state.not_applicable": "неприменим",
    "headline.confirmed": "{headline} — подтверждено",
    "headline.recheck": "{headline} — решено ранее, проверить заново",
    "headline.conflict": "{headline} — решения расходятся",
    "headline.orphaned": "{headline} — место не найдено",
    "reason.decision": "Сопоставление сделано человеком; автоматически оно не предлагалось.",
    "confidence.confirmed.own": "Подтверждено человеком.",
    "confidence.recheck.own": "Подтверждено ранее, но текст с тех пор изменился: требуется повторная проверка.",
    "confidence.orphaned.own": "Подтверждено ранее, но место в тексте больше не найдено.",
    "confidence.conflict.own": "Решения проверяющих расходятся: их необходимо согласовать.",
    # one decision in words
    "decision.confirm": "подтверждено: {relation}",
    "decision.reject": "сопоставление отклонено",
    "decision.other": "подходит другой пункт: {other} ({relation})",
    "decision.relation": "установлено соотношение: {relation}",
    "decision.note": "замечание: {text}",
    "decision.wording": "предлагаемая редакция: {text}",
    "decision.not_applicable": "пункт неприменим: {text}",
    "decision.accept": "рекомендация принята",
    "decision.decline": "рекомендация отклонена: {text}",
    "decision.withdraw": "решение отозвано",
    "decision.why": "{decision} ({text})",
    "decision.by": "{reviewer}, {date}: {decision}",
    "decision.date": "{day}.{month}.{year}",
    "decided.confirmed": "Решение: {decisions}.",
    "decided.recheck": "Решено ранее, требуется повторная проверка: {decisions}.",
    "decided.conflict": "Решения расходятся: {decisions}.",
    "decided.orphaned": "Решено ранее: {decisions}.",
    "decided.notes": "От проверяющих: {decisions}.",
    "decided.rejected": "Отклонённые сопоставления: {decisions}.",
    "decided.on": "{clause} — {decision}",
    # what has changed since a decision
    "recheck.words": "Решение принято по другой редакции: {quote}. Изменения с тех пор: {redline}",
    "recheck.context": "С момента решения изменилось то, с чем связано это положение (вводные слова или ячейки "
    "строки): {redline}",
    "recheck.twins": "Те же слова стоят или стояли более чем в одном месте; следует проверить, что решение относится "
    "именно к этому.",
    "recheck.clause": "Изложение или официальный текст пункта стандарта с момента решения изменились.",
    "redline.deleted": "[исключено: {text}]",
    "redline.added": "[добавлено: {text}]",
    # where decisions of other kinds are told
    "scope.not_applicable": "Пункты, признанные человеком неприменимыми, учитываются отдельно: {clauses}.",
    "rec.answer": "{decision}.",
    "rec.answer.earlier": "Ответ на прежнюю рекомендацию по этому пункту: {decision}.",
    "rec.answer.clause": "{clause} — {decision}",
    "notice.review.lost": "Для принятого ранее решения больше не найдено места в тексте. {decision}. Решение принято "
    "по этим словам "
    "({place}): {quote}.",
    "notice.review.tie": "Принятому ранее решению одинаково подходят несколько мест, поэтому оно остаётся открытым "
    "({places}). {decision}. "
    "Решение принято по этим словам ({place}): {quote}.",
    "notice.review.rejected": "Отклонённое ранее сопоставление следует проверить заново ({place}). {decision}. {change}",
    "notice.review.elsewhere": "Решения по тексту на другом языке, которые к этому файлу не относятся: {count}.",
    "notice.review.unknown": "Решение относится к пункту, которого в стандарте нет ({clause}). {decision}.",
    "notice.review.clause": "По пункту в целом. {decision}.",
    "notice.review.recount": "Изложение или официальный текст пункта изменились после того, как он был признан неприменимым; до нового "
    "решения пункт снова "
    "учитывается. {decision}.",
    # the file of decisions
    "notice.ledger.damaged": "В файле решений {file} повреждены строки: {lines}. Все остальные строки прочитаны.",
    "notice.ledger.newer": "В файле решений {file} есть строки, записанные более новой версией программы; они не "
    "прочитаны: {lines}.",
    "notice.ledger.torn": "Последняя строка файла решений {file} записана не до конца (строка {lines}); при записи "
    "следующего решения она будет "
    "отложена. Все остальные строки прочитаны.",
    "notice.ledger.mended": "Последняя строка файла решений {file} была записана не до конца (строка {lines}); она "
    "отложена в отдельный файл рядом.",
    "notice.ledger.ended": "В последней строке файла решений {file} (строка {lines}) не было знака конца строки; он "
    "добавлен, ничего не потеряно.",
    # the history
    "log.empty": "Решений нет.",
    "log.seen": "по тексту: {file}, {place}: {quote}",
    "log.superseded": "заменено решением {decision}",
    "log.exact": "сейчас: {place}; слова те же",
    "log.similar": "сейчас: {place}; требуется повторная проверка",
    "log.tie": "сейчас: одинаково подходят несколько мест ({places})",
    "log.lost": "сейчас: место не найдено",
    "log.elsewhere": "по тексту на другом языке",
    "log.unbound": "по пункту в целом",
}
