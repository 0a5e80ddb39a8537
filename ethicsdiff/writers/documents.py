"""The documents of a report by the names under which a user asks for them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from ethicsdiff import office
from ethicsdiff.model.document import Notice, Severity
from ethicsdiff.model.report import Report
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.comparison import comparison_bytes, write_comparison
from ethicsdiff.writers.handout import handout_bytes, write_handout
from ethicsdiff.writers.html import write_coverage_html
from ethicsdiff.writers.pdf import printed
from ethicsdiff.writers.xlsx import write_xlsx

FORMATS: Final = ("annotated", "comparison", "html", "json", "xlsx", "handout", "pdf")
DEFAULT: Final = ("annotated", "comparison", "html", "json")
_NAMES: Final = (("program", "LibreOffice"), ("format", "PDF"))
Write = Callable[[Path], None]


def report_writers(report: Report, formats: Collection[str], date: datetime | None) -> tuple[dict[str, Write], tuple[Notice, ...]]:
    """Returns for each chosen document made of a report alone its file name and what writes it, and what could not be made."""
    known: dict[str, tuple[str, Write]] = {
        "comparison": ("comparison.docx", lambda target: write_comparison(report, target, date=date)),
        "html": ("coverage.html", lambda target: write_coverage_html(report, target)),
        "xlsx": ("coverage.xlsx", lambda target: write_xlsx(report, target, date)),
        "handout": ("handout.docx", lambda target: write_handout(report, target, date)),
    }
    writers = {name: write for form, (name, write) in known.items() if form in formats}
    if "pdf" not in formats:
        return writers, ()
    prints, notices = _pdf_writers(report, formats, date)
    return writers | prints, notices


def _pdf_writers(report: Report, formats: Collection[str], date: datetime | None) -> tuple[dict[str, Write], tuple[Notice, ...]]:
    """Returns what writes the comparison, and the handout if it is asked for too, as PDF; nothing without LibreOffice."""
    program = office.program()
    if not program:
        return {}, (Notice(code="pdf.no-office", severity=Severity.WARNING, params=_NAMES),)
    documents = {"comparison": comparison_bytes(report, date)}
    if "handout" in formats:
        documents["handout"] = handout_bytes(report, date)
    made = printed(documents, program)
    failed = [name for name in documents if name not in made]
    notices = (Notice(code="pdf.failed", severity=Severity.WARNING, params=(*_NAMES, ("files", ", ".join(failed)))),) if failed else ()
    return {f"{name}.pdf": partial(write_in_place, data) for name, data in made.items()}, notices
