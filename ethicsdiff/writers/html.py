"""The coverage page: one HTML file that needs no network, readable without scripts, filtered where scripts run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ethicsdiff.model.report import Report
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.html_view import view_of
from ethicsdiff.writers.tones import LOOKS
from ethicsdiff.writers.words import words_of

_UNPRINTABLE: Final = dict.fromkeys((*range(9), 11, *range(14, 32), 127, 0xFFFE, 0xFFFF), "\ufffd")
_TEMPLATES: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The page in one language: its title, and what stands before the script."""

    language: str
    title: str
    body: Markup


def write_coverage_html(report: Report, target: Path, others: Sequence[Report] = ()) -> None:
    """Writes the coverage page of a report to `target`, whole or not at all; equal input gives equal bytes.

    Args:
        report: What is said, already in words; every word of it is escaped.
        others: The same report in other languages, to which the reader can switch.
        target: The HTML file to write; an existing one is replaced.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(coverage_html(report, others).encode("utf-8", "replace"), target)


def coverage_html(report: Report, others: Sequence[Report] = ()) -> str:
    """Returns the coverage page as HTML text with "\\n" line ends."""
    style, script = _style(), _asset("coverage.js")
    languages = [(one.language, words_of(one)["own_name"]) for one in (report, *others)]
    page = (
        _environment()
        .get_template("coverage.html.j2")
        .render(
            report=report,
            shown=_page(report, languages),
            others=[_page(one, languages) for one in others],
            style=Markup(style),
            script=Markup(script),
            policy=content_policy(style, script),
        )
    )
    return f"{page.translate(_UNPRINTABLE)}\n"


def _page(report: Report, languages: Sequence[tuple[str, str]]) -> _Page:
    """Returns the page in one language with a switch to all `languages` (code, name in itself)."""
    looks = {str(tone): look for tone, look in LOOKS.items()}
    template = _environment().get_template("coverage_body.html.j2")
    body = template.render(report=report, words=words_of(report), view=view_of(report), looks=looks, languages=languages)
    title = f"{report.title} · {report.draft_name}" if report.draft_name else report.title
    return _Page(language=report.language, title=title, body=Markup(body))


def content_policy(style: str, script: str) -> str:
    """Returns the content security policy: nothing is loaded, and only the page's own style and script are used."""
    rules = ("default-src 'none'", f"style-src {_hash(style)}", f"script-src {_hash(script)}", "img-src data:")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def _asset(name: str) -> str:
    """Returns a file of the templates with "\\n" line ends, as the browser hashes it."""
    return (_TEMPLATES / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _style() -> str:
    """Returns the style sheet headed by the colours of the tones."""
    tones = "".join(f".t-{tone}{{--tint:#{look.tint};--solid:#{look.solid}}}\n" for tone, look in LOOKS.items())
    return tones + _asset("coverage.css")
