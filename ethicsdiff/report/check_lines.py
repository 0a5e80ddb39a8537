"""The findings on the form of a draft as lines a reader understands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ethicsdiff.errors import UnknownNameError
from ethicsdiff.model.document import Draft, Finding
from ethicsdiff.report import findings_en, findings_kk, findings_ru

TABLES: dict[str, Mapping[str, str]] = {"en": findings_en.FINDINGS, "ru": findings_ru.FINDINGS, "kk": findings_kk.FINDINGS}


def check_lines(draft: Draft, findings: Sequence[Finding], language: str) -> tuple[str, ...]:
    """Returns one line for each finding with its place, and a last line with their number; one line where there are none.

    Raises:
        UnknownNameError: there are no phrases for the language.
    """
    if language not in TABLES:
        raise UnknownNameError(f"no report language “{language}”", hint=f"Choose one of: {', '.join(TABLES)}.")
    table = TABLES[language]
    if not findings:
        return (table["check.none"],)
    paths = {provision.id: ", ".join(provision.path) for provision in draft.provisions}
    lines = (_line(finding, paths, table) for finding in findings)
    return (*lines, table["check.count"].format(count=len(findings)))


def finding_text(finding: Finding, language: str) -> str:
    """Returns a finding in words, without its place."""
    return TABLES[language][finding.code].format(**dict(finding.params))


def _line(finding: Finding, paths: Mapping[str, str], table: Mapping[str, str]) -> str:
    text = table[finding.code].format(**dict(finding.params))
    place = paths.get(finding.provision, "")
    return table["check.place"].format(place=place, text=text) if place else table["check.whole"].format(text=text)
