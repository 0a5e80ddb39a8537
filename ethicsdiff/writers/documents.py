"""The documents of a report by the names under which a user asks for them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from ethicsdiff import office
from ethicsdiff.model.concordance import Concordance
from ethicsdiff.model.document import Notice, Severity
from ethicsdiff.model.report import Report
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.ooxml.bilingual import two_columns
from ethicsdiff.ooxml.house import housed
from ethicsdiff.ooxml.package import Package
from ethicsdiff.writers.comparison import comparison_bytes
from ethicsdiff.writers.concordance import COLUMNS, FORMS, concordance_bytes
from ethicsdiff.writers.docx_package import locale
from ethicsdiff.writers.handout import handout_bytes
from ethicsdiff.writers.html import write_coverage_html
from ethicsdiff.writers.pdf import printed
from ethicsdiff.writers.xlsx import write_xlsx

FORMATS: Final = ("annotated", "comparison", "table", "html", "json", "xlsx", "handout", "pdf")
DEFAULT: Final = ("annotated", "comparison", "html", "json")
_NAMES: Final = (("program", "LibreOffice"), ("format", "PDF"))
_PRINTED: Final = ("comparison", "handout", "table")
Write = Callable[[Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the documents say, in words: the report and, where a table is asked for, the concordance; and how they are to look.

    `others` are the report in the languages that a page can be switched to. `form` and `columns` are those of the table, `date` the date
    of the files, `house` the user's own Word file for the style of ours. `second` and its concordance are in the language that stands
    beside the first in columns.
    """

    report: Report
    others: tuple[Report, ...] = ()
    concordance: Concordance | None = None
    form: str = FORMS[0]
    columns: str = COLUMNS[0]
    date: datetime | None = None
    house: Package | None = None
    second: Report | None = None
    second_concordance: Concordance | None = None


def report_writers(told: Told, formats: Collection[str]) -> tuple[dict[str, Write], tuple[Notice, ...]]:
    """Returns for each chosen document made of a report alone its file name and what writes it, and what could not be made."""
    made = {form: _made(told, form) for form in _PRINTED if form in formats}
    writers: dict[str, Write] = {f"{form}.docx": partial(write_in_place, data) for form, data in made.items()}
    if "html" in formats:
        writers["coverage.html"] = lambda target: write_coverage_html(told.report, target, told.others)
    if "xlsx" in formats:
        writers["coverage.xlsx"] = lambda target: write_xlsx(told.report, target, told.date)
        if told.second is not None:
            second = told.second
            writers[f"coverage.{second.language}.xlsx"] = lambda target: write_xlsx(second, target, told.date)
    if "pdf" not in formats:
        return writers, ()
    printable = made if "comparison" in made else {"comparison": _made(told, "comparison"), **made}
    prints, notices = _pdf_writers(printable)
    return writers | prints, notices


def _made(told: Told, form: str) -> bytes:
    """Returns a Word document as bytes, in the style of the house if there is one."""
    plain = _in_our_style(told, form, told.report, told.concordance)
    if told.second is not None:
        beside = _in_our_style(told, form, told.second, told.second_concordance)
        plain = two_columns(plain, beside, locale(told.second.language))
    return housed(plain, told.house, locale(told.report.language)) if told.house is not None else plain


def _in_our_style(told: Told, form: str, report: Report, table: Concordance | None) -> bytes:
    """Returns a Word document in one language as bytes.

    Raises:
        ValueError: a table is asked for and there is no concordance.
    """
    if form == "handout":
        return handout_bytes(report, told.date)
    if form == "comparison":
        return comparison_bytes(report, told.date)
    if table is None:
        raise ValueError("the table needs a concordance")
    return concordance_bytes(table, form=told.form, columns=told.columns, date=told.date)


def _pdf_writers(documents: dict[str, bytes]) -> tuple[dict[str, Write], tuple[Notice, ...]]:
    """Returns what writes the Word documents as PDF; nothing without LibreOffice."""
    program = office.program()
    if not program:
        return {}, (Notice(code="pdf.no-office", severity=Severity.WARNING, params=_NAMES),)
    made = printed(documents, program)
    failed = [name for name in documents if name not in made]
    notices = (Notice(code="pdf.failed", severity=Severity.WARNING, params=(*_NAMES, ("files", ", ".join(failed)))),) if failed else ()
    return {f"{name}.pdf": partial(write_in_place, data) for name, data in made.items()}, notices
