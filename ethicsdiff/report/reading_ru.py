"""Russian phrases on what reading a file could not keep as it was: text, web pages, PDF, files of other word processors."""

from __future__ import annotations

READING: dict[str, str] = {
    "notice.draft.publisher-note": "Примечания издателя не считались частью проекта.",
    "notice.draft.bilingual-table": "Таблица с одним текстом на нескольких языках прочитана как отдельный проект на каждом языке.",
    "notice.text.encoding": "Буквы файла прочитаны в кодировке {encoding}; проверьте, верны ли они.",
    "notice.text.lines-joined": "Абзацы, напечатанные в несколько строк, соединены: {count}.",
    "notice.html.left-out": "Меню, сценарии и другие части страницы вокруг текста опущены: {count}.",
    "notice.html.images": "Изображения не прочитаны: {count}.",
    "notice.html.layout-tables": "Таблицы, которые служат только разметкой страницы, прочитаны как обычные абзацы: {count}.",
    "notice.html.list-numbers": "Номера пунктов списков указаны так, как их показывает программа просмотра: {count}.",
    "notice.html.raised-numbers": "Надстрочные номера после номера прочитаны как «27-1»: {count}.",
    "notice.html.deletions-left-out": "Фрагменты, отмеченные как удалённые, опущены: {count}.",
    "notice.html.insertions-read": "Фрагменты, отмеченные как вставленные, прочитаны: {count}.",
    "notice.pdf.paragraphs-rebuilt": "Абзацы собраны из печатных строк (страниц: {pages}); их границы могут отличаться от исходных.",
    "notice.pdf.running-lines": "Колонтитулы и номера страниц опущены: {count}.",
    "notice.pdf.columns": "Страницы, набранные в две колонки, прочитаны по колонкам: {count}.",
    "notice.pdf.tables-rebuilt": "Таблицы восстановлены по линейкам: {count}.",
    "notice.pdf.table-heads-repeated": "Повторённые на следующих страницах заголовки таблиц опущены: {count}.",
    "notice.pdf.hyphens-joined": "Слова, перенесённые в конце строки, соединены: {count}.",
    "notice.pdf.raised-numbers": "Надстрочные номера после номера прочитаны как «27-1»: {count}.",
    "notice.pdf.struck-text": "Зачёркнутые слова на странице {page} опущены как удалённые: «{text}».",
    "notice.pdf.slanted-text": "Наклонный текст, например водяные знаки, не прочитан; букв: {count}.",
    "notice.pdf.recognised-text": "Текст этих страниц распознан по изображениям, его следует проверить: {pages}.",
    "notice.pdf.pages-without-text": "Эти страницы являются изображениями без текста и не прочитаны: {pages}.",
    "notice.office.converted": "Перед чтением файл преобразован другой программой; номера списков могут отличаться от исходных.",
}
