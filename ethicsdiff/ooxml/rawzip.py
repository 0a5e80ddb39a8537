"""A ZIP archive copied entry by entry without unpacking: untouched entries keep bytes, order, dates, attributes.

The standard library can only write entries it packs itself, which would change the bytes of every part. The record
layouts are those of PKWARE's APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (directory) and 4.3.16 (end record).
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8_NAME = 0x800
_SIZES_FOLLOW = 0x8
_ZIP64 = 0x0001
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Packed:
    """An entry ready to be written: its description with final sizes, its name and its packed bytes."""

    info: zipfile.ZipInfo
    name: bytes
    data: bytes
    extra: bytes


def rewritten(
    archive: bytes, opened: zipfile.ZipFile, replaced: Mapping[str, bytes], added: Mapping[str, bytes]
) -> bytes:
    """Returns the archive with some entries' contents replaced and others added at the end, dated 1980-01-01.

    Args:
        archive: the bytes of the archive `opened` reads from.
        opened: the archive, used for its directory only.
        replaced: new unpacked content by entry name as written in the archive.
        added: unpacked content of new entries by name.

    Raises:
        zipfile.BadZipFile: an entry's local header is not where the directory says.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in _entries(archive, opened, replaced, added):
        header = _local_header(entry)
        directory.append(_central_header(entry, offset))
        pieces += [header, entry.data]
        offset += len(header) + len(entry.data)
    pieces += [*directory, _end_record(directory, offset, opened.comment)]
    return b"".join(pieces)


def _entries(
    archive: bytes, opened: zipfile.ZipFile, replaced: Mapping[str, bytes], added: Mapping[str, bytes]
) -> Iterator[_Packed]:
    for info in opened.infolist():
        if info.filename in replaced:
            yield _packed(info, replaced[info.filename])
        else:
            yield _copied(archive, info)
    for name, content in added.items():
        yield _packed(_new_info(name), content)


def _new_info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIRST_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.flag_bits = 0 if name.isascii() else _UTF8_NAME
    info.create_system = 0
    return info


def _copied(archive: bytes, info: zipfile.ZipInfo) -> _Packed:
    header = archive[info.header_offset : info.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile("no local header")
    name_size, extra_size = struct.unpack("<2H", header[26:30])
    start = info.header_offset + _LOCAL.size + name_size + extra_size
    data = archive[start : start + info.compress_size]
    if len(data) < info.compress_size:
        raise zipfile.BadZipFile("entry cut off")
    return _Packed(_with_sizes(info, info.CRC, info.compress_size, info.file_size), _name(info), data, _extra(info))


def _packed(info: zipfile.ZipInfo, content: bytes) -> _Packed:
    data = _deflated(content) if info.compress_type == zipfile.ZIP_DEFLATED else content
    return _Packed(_with_sizes(info, zlib.crc32(content), len(data), len(content)), _name(info), data, _extra(info))


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _with_sizes(info: zipfile.ZipInfo, crc: int, packed: int, unpacked: int) -> zipfile.ZipInfo:
    final = zipfile.ZipInfo(info.filename, info.date_time)
    final.compress_type, final.comment = info.compress_type, info.comment
    final.create_system, final.create_version = info.create_system, info.create_version
    final.extract_version = info.extract_version
    final.flag_bits = info.flag_bits & ~_SIZES_FOLLOW
    final.internal_attr, final.external_attr = info.internal_attr, info.external_attr
    final.CRC, final.compress_size, final.file_size = crc, packed, unpacked
    return final


def _name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437")


def _extra(info: zipfile.ZipInfo) -> bytes:
    """Returns the extra fields without the 64-bit sizes, which are always written in the header itself here."""
    kept, rest = b"", info.extra
    while len(rest) >= 4:
        kind, size = struct.unpack("<2H", rest[:4])
        kept += b"" if kind == _ZIP64 else rest[: 4 + size]
        rest = rest[4 + size :]
    return kept


def _dos_time(info: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _local_header(entry: _Packed) -> bytes:
    info = entry.info
    sizes = (info.CRC, info.compress_size, info.file_size, len(entry.name), len(entry.extra))
    fixed = _LOCAL.pack(
        b"PK\x03\x04", info.extract_version, info.flag_bits, info.compress_type, *_dos_time(info), *sizes
    )
    return fixed + entry.name + entry.extra


def _central_header(entry: _Packed, offset: int) -> bytes:
    info = entry.info
    made = (info.create_version, info.create_system, info.extract_version, 0)
    packing = (info.flag_bits, info.compress_type, *_dos_time(info), info.CRC, info.compress_size, info.file_size)
    lengths = (len(entry.name), len(entry.extra), len(info.comment), 0, info.internal_attr)
    fixed = _CENTRAL.pack(b"PK\x01\x02", *made, *packing, *lengths, info.external_attr, offset)
    return fixed + entry.name + entry.extra + info.comment


def _end_record(directory: list[bytes], offset: int, comment: bytes) -> bytes:
    size, count = sum(map(len, directory)), len(directory)
    return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, len(comment)) + comment
