"""LibreOffice's text export as a second opinion on what a Word file says."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from ethicsdiff.ooxml.story import Paragraph, Story

_IGNORED = re.compile(r"[\s\u00ad]+")
_BULLET = re.compile(r"[^\w(«“\"]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


def exported(soffice: str, files: Sequence[Path], folder: Path) -> dict[Path, list[str]]:
    """Returns the lines LibreOffice exports for each file it can open."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    for start in range(0, len(files), 60):
        subprocess.run([*command, *map(str, files[start : start + 60])], check=False, capture_output=True, timeout=300)
    outputs = {file: folder / f"{file.stem}.txt" for file in files}
    return {file: _lines(output) for file, output in outputs.items() if output.exists()}


def _lines(output: Path) -> list[str]:
    text = _PRIVATE.sub("□", output.read_text("utf-8-sig"))
    return _squeezed(re.split(r"[\n\r]", text))


def _squeezed(lines: Iterable[str]) -> list[str]:
    """Returns the lines that are not empty, without spaces and soft hyphens, which the export writes in its own way."""
    squeezed = (_IGNORED.sub("", line.replace("\u2011", "-")) for line in lines)
    return [line for line in squeezed if line]


def as_exported(story: Story, lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Returns our lines and LibreOffice's in the same form: without text boxes, which it leaves out, and bullets."""
    shown = [one for one in story.main if not one.boxed]
    bulleted = set(_squeezed(one.text for one in shown if _is_bulleted(one)))
    theirs = [line[1:] if _BULLET.match(line) and line[1:] in bulleted else line for line in lines]
    ours = [line for one in shown for line in f"{one.number}{one.text}".split("\n")]
    return _squeezed(ours), [line for line in theirs if not (len(line) == 1 and _BULLET.match(line))]


def _is_bulleted(paragraph: Paragraph) -> bool:
    return paragraph.list_level >= 0 and not paragraph.number


def differing(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Returns how many characters stand in only one of two texts."""
    total = 0
    for kind, *bounds in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        first, last, first_other, last_other = bounds
        if kind != "equal":
            total += _differing_characters("".join(ours[first:last]), "".join(theirs[first_other:last_other]))
    return total


def _differing_characters(mine: str, other: str) -> int:
    blocks = SequenceMatcher(None, mine, other, autojunk=False).get_matching_blocks()
    return len(mine) + len(other) - 2 * sum(block.size for block in blocks)
