"""Pages and pieces of pages: the templates with the words of a language. The only door to Jinja in this room."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ethicsdiff.model.desk import Row
from ethicsdiff.report.phrases import TABLES, phrases_of
from ethicsdiff.writers.tones import LOOKS

_TEMPLATES: Final = Path(__file__).parent / "templates"
ASSETS: Final = {"/review.css": "text/css", "/review.js": "text/javascript", "/kept.js": "text/javascript", "/keys.js": "text/javascript"}
LANGUAGES: Final = tuple(TABLES)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["groupby_run"] = _groups
    environment.globals["looks"] = {str(tone): look for tone, look in LOOKS.items()}
    environment.globals["languages"] = [(code, phrases_of(code).say("desk.language.name")) for code in LANGUAGES]
    return environment


def _groups(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Returns neighbours of one chapter or standard together, so that the order of the draft stays."""
    return [(name, list(members)) for name, members in groupby(rows, key=lambda row: row.group)]


def render(template: str, language: str, **values: Any) -> str:
    """Returns a template filled in; every word of it is escaped."""
    phrases = phrases_of(language)
    found = _environment().get_template(f"{template}.html.j2")
    return found.render(say=phrases.say, language=language, **values)


@cache
def asset(path: str) -> bytes:
    """Returns a file of the pages; the style sheet is headed by the colours of the tones."""
    body = (_TEMPLATES / path.removeprefix("/")).read_bytes()
    if not path.endswith(".css"):
        return body
    tones = "".join(f".t-{tone}{{--tint:#{look.tint};--solid:#{look.solid}}}\n" for tone, look in LOOKS.items())
    return tones.encode("utf-8") + body
