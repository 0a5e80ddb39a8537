"""Builds the sample drafts from their text sources.

Usage: python drafts/sources/build.py [--out DIR]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from code_docx import write_code
from code_markdown import write_markdown
from source_format import Kind, Source, SourceError, parse
from strategy_docx import write_strategy

HERE = Path(__file__).resolve().parent
CODE = "code-of-judicial-ethics"
STRATEGY = "court-administration-strategy"
JOBS: tuple[tuple[str, str, Callable[[Source, Path], None]], ...] = (
    ("code.ru.txt", f"{CODE}/code-v1.ru.docx", write_code),
    ("code.kk.txt", f"{CODE}/code-v1.kk.docx", write_code),
    ("code.en.txt", f"{CODE}/code-v1.en.docx", write_code),
    ("code.en.txt", f"{CODE}/code-v1.en.md", write_markdown),
    ("code-v2.ru.txt", f"{CODE}/code-v2.ru.docx", write_code),
    ("strategy.ru.txt", f"{STRATEGY}/strategy-v1.ru.docx", write_strategy),
)
PARALLEL = ("code.ru.txt", "code.kk.txt", "code.en.txt")


def read(name: str) -> Source:
    """Returns one source file, parsed.

    Args:
        name: File name beside this script.

    Raises:
        SourceError: The file breaks the format; the message names file and line.
    """
    try:
        return parse((HERE / name).read_text(encoding="utf-8"))
    except SourceError as error:
        raise SourceError(f"{name}, {error}") from error


def outline(source: Source) -> list[tuple[Kind, str]]:
    """Returns kind and place of every unit, for comparing language versions."""
    return [(unit.kind, unit.ident) for unit in source.units]


def check_parallel() -> None:
    """Makes sure that the three language versions have the same articles and points.

    Raises:
        SourceError: A version differs from the first one.
    """
    first = outline(read(PARALLEL[0]))
    for name in PARALLEL[1:]:
        if outline(read(name)) != first:
            raise SourceError(f"{name}: structure differs from {PARALLEL[0]}")


def build(out: Path) -> list[Path]:
    """Writes every sample draft under the folder and returns the paths written."""
    check_parallel()
    paths = []
    for name, target, write in JOBS:
        path = out / target
        write(read(name), path)
        paths.append(path)
    return paths


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(description="Build the sample drafts from their sources.")
    parser.add_argument("--out", type=Path, default=HERE.parent, help="folder to write into")
    for path in build(parser.parse_args().out):
        print(path)


if __name__ == "__main__":
    main()
