"""The coverage page: one HTML file that needs no network, readable without scripts, filtered where scripts run."""

from __future__ import annotations

import base64
import hashlib
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


def write_coverage_html(report: Report, target: Path) -> None:
    """Writes the coverage page of a report to `target`, whole or not at all; equal input gives equal bytes.

    Args:
        report: What is said, already in words; every word of it is escaped.
        target: The HTML file to write; an existing one is replaced.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(coverage_html(report).encode("utf-8", "replace"), target)


def coverage_html(report: Report) -> str:
    """Returns the coverage page as HTML text with "\\n" line ends."""
    style, script = _style(), _asset("coverage.js")
    page = (
        _environment()
        .get_template("coverage.html.j2")
        .render(
            report=report,
            words=words_of(report),
            view=view_of(report),
            looks={str(tone): look for tone, look in LOOKS.items()},
            style=Markup(style),
            script=Markup(script),
            policy=content_policy(style, script),
        )
    )
    return f"{page.translate(_UNPRINTABLE)}\n"


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
