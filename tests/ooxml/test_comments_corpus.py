"""Comments put into real files of many origins: without our marks each is what it was."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ethicsdiff.errors import PackageError
from ethicsdiff.model.document import Span
from ethicsdiff.ooxml.comments import Remark, Words
from ethicsdiff.ooxml.names import Element
from ethicsdiff.ooxml.package import main_root, open_package
from ethicsdiff.ooxml.walk import places
from tests.ooxml.marks import (
    CORPUS,
    SCHEMA,
    W,
    alone,
    canonical,
    comments_by_id,
    comments_part,
    main_part,
    parts,
    schema_errors,
)
from tests.ooxml.remarks import everywhere, result_of, write


def corpus() -> list[object]:
    """Returns real files: those with comments and every twelfth at once, the others marked as slow."""
    files = sorted(CORPUS.glob("*")) if CORPUS.is_dir() else []
    quick = {file for number, file in enumerate(files) if number % 12 == 0 or "omment" in file.name}
    return [pytest.param(one, id=one.name, marks=() if one in quick else pytest.mark.slow) for one in files]


@pytest.mark.parametrize("file", corpus())
def test_a_real_file_without_our_marks_is_as_it_was(file: Path) -> None:
    data = _readable(file)
    remarks = everywhere(data)
    after = write(data, *remarks)
    assert len(comments_by_id(after)) - len(comments_by_id(data)) == len(remarks) - result_of(data, remarks).unplaced
    assert parts(write(after, *remarks, check=False)) == parts(after)


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schemas are not here")
@pytest.mark.parametrize("file", corpus())
def test_a_real_file_gets_no_new_schema_errors(file: Path) -> None:
    data = _readable(file)
    after = write(data, *everywhere(data), check=False)
    assert not schema_errors(main_part(after)) - schema_errors(main_part(data))
    old, new = comments_part(data), comments_part(after)
    assert new is None or not schema_errors(canonical(new)) - (Counter() if old is None else schema_errors(canonical(old)))


@pytest.mark.parametrize("file", corpus())
def test_a_real_files_phrases_are_marked_without_changing_a_letter_or_its_look(file: Path) -> None:
    data = _readable(file)
    texts = [place.inline.text for place in places(main_root(open_package(data)))]
    spans = [Span(block=number, start=len(text) // 3, end=len(text) - 2) for number, text in enumerate(texts) if len(text) > 5]
    told = (Words("[ED-1] x"),)
    remarks = [Remark(number=number + 1, spans=(span,), paragraphs=(told,)) for number, span in enumerate(spans[:100])]
    after = write(data, *remarks, phrase=True, check=False)
    assert _looks(after) == _looks(data)


def _readable(file: Path) -> bytes:
    try:
        main_root(open_package(file))
    except PackageError as error:
        pytest.skip(f"refused: {error}")
    return file.read_bytes()


def _looks(data: bytes) -> list[list[tuple[str, bytes, bytes]]]:
    """Returns for each paragraph its characters, each with the properties of its run and how it is written."""
    return [
        [
            (one, _look(segment.run_element), str(segment.element.tag).encode())
            for segment in place.inline.segments
            for one in segment.text
        ]
        for place in places(main_root(open_package(data)))
    ]


def _look(run_element: Element) -> bytes:
    properties = run_element.find(f"{W}rPr")
    return alone(properties) if properties is not None else b""
