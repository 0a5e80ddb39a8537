"""English phrases on what reading a file could not keep as it was: text, web pages, PDF, files of other word processors."""

from __future__ import annotations

READING: dict[str, str] = {
    "notice.draft.publisher-note": "Notes of the publisher were not read as part of the draft.",
    "notice.draft.bilingual-table": "A table with the same text in several languages was read as one draft for each language.",
    "notice.text.encoding": "The letters of the file were read in the encoding {encoding}; check that they are right.",
    "notice.text.lines-joined": "Paragraphs printed on several lines were joined: {count}.",
    "notice.html.left-out": "Menus, scripts and other parts around the text were left out: {count}.",
    "notice.html.images": "Pictures were not read: {count}.",
    "notice.html.layout-tables": "Tables that only lay out the page were read as plain paragraphs: {count}.",
    "notice.html.list-numbers": "Numbers of list items are those that a browser shows: {count}.",
    "notice.html.raised-numbers": "Raised numbers behind a number were read as in “27-1”: {count}.",
    "notice.html.deletions-left-out": "Passages marked as deleted were left out: {count}.",
    "notice.html.insertions-read": "Passages marked as inserted were read: {count}.",
    "notice.pdf.paragraphs-rebuilt": "Paragraphs were put together from the printed lines of {pages} pages; their limits may differ from the original.",
    "notice.pdf.running-lines": "Headers, footers and page numbers were left out: {count}.",
    "notice.pdf.columns": "Pages set in two columns were read column by column: {count}.",
    "notice.pdf.tables-rebuilt": "Tables were rebuilt from their ruling lines: {count}.",
    "notice.pdf.table-heads-repeated": "Head rows that tables repeat on later pages were left out: {count}.",
    "notice.pdf.hyphens-joined": "Words broken at the end of a line were made whole: {count}.",
    "notice.pdf.raised-numbers": "Raised numbers behind a number were read as in “27-1”: {count}.",
    "notice.pdf.struck-text": "Words struck through on page {page} were left out as deleted: “{text}”.",
    "notice.pdf.slanted-text": "Slanted text, such as watermarks, was not read; letters: {count}.",
    "notice.pdf.recognised-text": "The text of these pages was recognised from pictures and should be checked: {pages}.",
    "notice.pdf.pages-without-text": "These pages are pictures without text and were not read: {pages}.",
    "notice.office.converted": "The file was converted by LibreOffice before reading; numbers of lists may differ from the original.",
}
