"""From alignments to a `Report`: strings and tones in the report's language, for the writers to lay out.

All sentences stand in `phrases_en`, `phrases_ru` and `phrases_kk`; the other modules choose among them and fill
them in.
"""

from __future__ import annotations

from ethicsdiff.report.build import build_report
from ethicsdiff.report.phrases import TABLES
from ethicsdiff.report.summary import summary_lines

__all__ = ["TABLES", "build_report", "summary_lines"]
