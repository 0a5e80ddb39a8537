"""Running the command as a user does, and one comparison of each sample draft for all tests that look at its results."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SAMPLES = {
    "ru": "code-of-judicial-ethics/code-v1.ru.docx",
    "kk": "code-of-judicial-ethics/code-v1.kk.docx",
    "en": "code-of-judicial-ethics/code-v1.en.md",
}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: exit code, its result, what it said besides."""

    code: int
    out: str
    err: str


ALL_FORMATS = "annotated,comparison,html,json,table,xlsx,handout"
Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def run() -> Run:
    """Returns a function that runs `ethicsdiff` with arguments in a process of its own."""

    def call(*arguments: object, cwd: Path | None = None, env: dict[str, str] | None = None) -> Ran:
        command = [sys.executable, "-m", "ethicsdiff", *map(str, arguments)]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", cwd=cwd, env={**os.environ, "PYTHONUTF8": "1", **(env or {})}, check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture(scope="session")
def compared(run: Run, drafts: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Ran, Path]]:
    """Returns for each language what `compare` said of the sample code and the folder of its documents."""
    results = {}
    for language, name in SAMPLES.items():
        folder = tmp_path_factory.mktemp(f"out-{language}")
        results[language] = (run("compare", drafts / name, "--out", folder, "--date", "2026-02-28", "--formats", ALL_FORMATS), folder)
    return results
