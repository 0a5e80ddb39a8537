"""Writing: named parts change, everything else stays byte for byte, and the target is never half written."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ethicsdiff.errors import OutputError, PackageError
from ethicsdiff.ooxml.package import open_package, write_package
from tests.builders import docx, p, saved, zipped


def raw_entries(path: Path) -> list[tuple[str, tuple[int, ...], int, bytes]]:
    """Returns name, date, compression and packed bytes of every entry."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return [(info.filename, info.date_time, info.compress_type, _packed(data, info)) for info in archive.infolist()]


def _packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    name, extra = (
        int.from_bytes(data[info.header_offset + at : info.header_offset + at + 2], "little") for at in (26, 28)
    )
    start = info.header_offset + 30 + name + extra
    return data[start : start + info.compress_size]


def test_untouched_entries_keep_their_packed_bytes_order_and_dates(tmp_path: Path) -> None:
    source = saved(tmp_path, docx(p("a"), styles=""))
    target = tmp_path / "out.docx"
    write_package(source, {"word/document.xml": b"<new/>"}, {"word/comments.xml": b"<added/>"}, target)
    before, after = raw_entries(source), raw_entries(target)
    assert [row[0] for row in after] == [row[0] for row in before] + ["word/comments.xml"]
    assert [row for row in after if row[0] not in ("word/document.xml", "word/comments.xml")] == [
        row for row in before if row[0] != "word/document.xml"
    ]
    assert after[-1][1] == (1980, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert archive.read("word/document.xml") == b"<new/>"
        assert archive.read("word/comments.xml") == b"<added/>"


def test_a_replaced_part_keeps_its_date_and_kind_of_compression(tmp_path: Path) -> None:
    source = saved(tmp_path, _stored(docx(p("a"))))
    target = tmp_path / "out.docx"
    write_package(source, {"/word/Document.xml": b"<new/>"}, {}, target)
    assert {row[1:3] for row in raw_entries(target)} == {((2020, 2, 3, 4, 5, 6), zipfile.ZIP_STORED)}


def _stored(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()}, zipfile.ZIP_STORED)


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    source, first, second = docx(p("a")), tmp_path / "1.docx", tmp_path / "2.docx"
    for target in (first, second):
        write_package(source, {"word/document.xml": b"<x/>"}, {"b.xml": b"b", "a.xml": b"a"}, target)
    assert first.read_bytes() == second.read_bytes()


def test_the_source_itself_may_be_the_target(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("a")))
    write_package(path, {}, {"x.xml": b"<x/>"}, path)
    assert open_package(path).has("x.xml")
    assert [one.name for one in tmp_path.iterdir()] == ["draft.docx"]


def test_entries_written_as_a_stream_are_copied_with_their_sizes_in_the_header(tmp_path: Path) -> None:
    stream = _Unseekable()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        zipfile.ZipFile(io.BytesIO(docx(p("я")))) as old,
    ):
        for name in old.namelist():
            archive.writestr(name, old.read(name))
        archive.writestr("word/media/картина.bin", b"\1\2\3")
    target = tmp_path / "out.docx"
    write_package(stream.data, {}, {}, target)
    with zipfile.ZipFile(target) as copy:
        assert copy.testzip() is None
        assert copy.read("word/media/картина.bin") == b"\1\2\3"


class _Unseekable(io.RawIOBase):
    """A stream that cannot go back, so that sizes follow the data (bit 3 of the flags)."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self.data += piece
        return len(piece)


def test_bytes_before_the_archive_and_its_comment_do_no_harm(tmp_path: Path) -> None:
    stream = io.BytesIO(docx(p("a")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.comment = b"a note"
    target = tmp_path / "out.docx"
    write_package(b"prefix" + stream.getvalue(), {}, {}, target)
    with zipfile.ZipFile(target) as copy:
        assert (copy.testzip(), copy.comment) == (None, b"a note")


def test_a_target_that_cannot_be_written_is_told_and_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    for target in (tmp_path / "missing" / "out.docx", tmp_path / "taken"):
        with pytest.raises(OutputError, match="cannot be written"):
            write_package(docx(p("a")), {}, {}, target)
    assert [one.name for one in tmp_path.iterdir()] == ["taken"]


def test_a_refused_source_leaves_the_target_as_it_was(tmp_path: Path) -> None:
    target = saved(tmp_path, b"precious", "out.docx")
    with pytest.raises(PackageError):
        write_package(b"PK broken", {}, {}, target)
    assert target.read_bytes() == b"precious"


def test_replacing_what_is_missing_or_adding_what_exists_is_a_fault_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such part"):
        write_package(docx(p("a")), {"word/gone.xml": b""}, {}, tmp_path / "out.docx")
    with pytest.raises(ValueError, match="exists already"):
        write_package(docx(p("a")), {}, {"word/document.xml": b""}, tmp_path / "out.docx")


@given(st.dictionaries(st.from_regex(r"[a-zа-я]{1,8}\.bin", fullmatch=True), st.binary(max_size=200), max_size=6))
def test_any_added_parts_are_read_back(parts: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        target = Path(folder) / "out.docx"
        write_package(docx(p("a")), {}, parts, target)
        package = open_package(target)
        assert {name: package.read(name) for name in parts} == parts
