"""The page on two versions: one HTML file that needs no network, readable without scripts, filtered where scripts run."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ethicsdiff.model.versions import LineState, PieceState
from ethicsdiff.model.versions_view import VersionsView
from ethicsdiff.ooxml.atomic import write_in_place
from ethicsdiff.writers.html import content_policy
from ethicsdiff.writers.tones import LOOKS

_UNPRINTABLE: Final = dict.fromkeys((*range(9), 11, *range(14, 32), 127, 0xFFFE, 0xFFFF), "\ufffd")
_TEMPLATES: Final = Path(__file__).parent / "templates"
_TAGS: Final = {PieceState.DELETED: "del", PieceState.INSERTED: "ins", PieceState.SAME: ""}


def write_versions_html(view: VersionsView, target: Path) -> None:
    """Writes the page on two versions to `target`, whole or not at all; equal input gives equal bytes.

    Raises:
        OutputError: the file cannot be written.
    """
    write_in_place(versions_html(view).encode("utf-8", "replace"), target)


def versions_html(view: VersionsView) -> str:
    """Returns the page as HTML text; every word of it is escaped."""
    tones = "".join(f".t-{tone}{{background:#{look.tint}}}\n" for tone, look in LOOKS.items())
    style, script = tones + _asset("versions.css"), _asset("versions.js")
    page = _environment().get_template("versions.html.j2").render(
        view=view, words=dict(view.words), tags=_TAGS, kinds=_kinds(view), states=LineState, style=Markup(style), script=Markup(script),
        policy=content_policy(style, script), looks={str(tone): look for tone, look in LOOKS.items()},
    )  # fmt: skip
    return f"{page.translate(_UNPRINTABLE)}\n"


def _kinds(view: VersionsView) -> list[tuple[str, str, int]]:
    """Returns (code, word, rows) of the kinds that the table holds, in the order of their first row."""
    counts: dict[tuple[str, str], int] = {}
    for row in view.table:
        counts[row.kind, row.kind_word] = counts.get((row.kind, row.kind_word), 0) + 1
    return [(code, word, number) for (code, word), number in counts.items()]


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _asset(name: str) -> str:
    """Returns a file of the templates with "\\n" line ends, as the browser hashes it."""
    return (_TEMPLATES / name).read_text(encoding="utf-8").replace("\r\n", "\n")
