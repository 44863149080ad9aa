# SPDX-License-Identifier: Apache-2.0
"""Looks into a zipped workbook before anything parses it: bombs, entities and lies are refused.

Every part is unpacked once as a stream that only counts, because what the zip's directory says of
sizes is the sender's word (SEC-12, SEC-13).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused

LARGEST_FILE: Final = 50_000_000
LARGEST_EXPANDED: Final = 200_000_000
HIGHEST_RATIO: Final = 100
# Below this size a high ratio is no bomb but an empty template.
HARMLESS: Final = 1_000_000
MOST_PARTS: Final = 2_000
_CHUNK: Final = 1 << 18
_LOCAL_HEADER: Final = 30
# In UTF-8 and in both orders of UTF-16. Neither format of a workbook has a document type.
_DECLARATIONS: Final = tuple(
    word.encode(codec)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for codec in ("ascii", "utf-16-le", "utf-16-be")
)
_OVERLAP: Final = max(map(len, _DECLARATIONS)) - 1


@dataclass(frozen=True, slots=True)
class Package:
    """The unpacked parts of a workbook by name, in their order; what is no XML is left out."""

    parts: Mapping[str, bytes]
    names: frozenset[str]

    def part(self, name: str) -> bytes | None:
        """The part, or None when there is none of this name."""
        return self.parts.get(name)

    def repacked(self) -> bytes:
        """A zip of nothing but these parts: the next reader sees what was looked through."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
            for name, content in self.parts.items():
                package.writestr(zipfile.ZipInfo(name), content)
        return stream.getvalue()


def open_package(data: bytes) -> Package:
    """The parts of a zip file, after all of them have been looked through.

    Raises:
        Refused: Too large, a bomb, damaged, encrypted, or it declares entities.
    """
    require_size(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            told = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError):
        raise _damaged() from None
    if len(told) > MOST_PARTS:
        raise Refused(N_("The workbook has more than {most} parts."), most=MOST_PARTS)
    names = frozenset(one.filename for one in told)
    if len(names) != len(told):
        raise _damaged()
    total = 0
    parts: dict[str, bytes] = {}
    for one in told:
        content, size = _unpacked(data, one, LARGEST_EXPANDED - total)
        total += size
        if content is not None:
            parts[one.filename] = content
    if total > HARMLESS and total > len(data) * HIGHEST_RATIO:
        raise _bomb()
    return Package(parts, names)


def require_size(data: bytes) -> None:
    """Refuse a file that is too large to be looked at.

    Raises:
        Refused: It is larger than 50 megabytes.
    """
    if len(data) > LARGEST_FILE:
        raise Refused(
            N_("The file is larger than {most} megabytes."), most=LARGEST_FILE // 1_000_000
        )


def _damaged() -> Refused:
    return Refused(N_("The workbook is damaged; its parts cannot be unpacked."))


def _bomb() -> Refused:
    return Refused(
        N_("The workbook unpacks to more than {most} times its size; it is not read."),
        most=HIGHEST_RATIO,
    )


def _unpacked(data: bytes, part: zipfile.ZipInfo, room: int) -> tuple[bytes | None, int]:
    """The part and its size; None instead of what is no XML."""
    if part.flag_bits & 0x1:
        raise Refused(N_("The workbook is locked with a password."))
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _damaged()
    most = max(HARMLESS, part.compress_size * HIGHEST_RATIO)
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    kept: list[bytes] = []
    size, crc, before = 0, 0, b""
    for chunk in _chunks(data, part):
        size += len(chunk)
        if size > room:
            raise Refused(
                N_("The workbook unpacks to more than {most} megabytes."),
                most=LARGEST_EXPANDED // 1_000_000,
            )
        if size > most:
            raise _bomb()
        crc = zlib.crc32(chunk, crc)
        if is_xml:
            before += chunk
            _require_no_declaration(before)
            before = before[-_OVERLAP:]
        if is_xml or part.filename == "mimetype":
            kept.append(chunk)
    if size != part.file_size or crc != part.CRC:
        raise _damaged()
    return (b"".join(kept) if kept or is_xml else None), size


def _require_no_declaration(seen: bytes) -> None:
    if any(word in seen for word in _DECLARATIONS):
        raise Refused(N_("The workbook declares entities, as no office program does."))


def _chunks(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part's bytes as they unpack, however many there are; its declared size is not asked."""
    start = part.header_offset
    header = data[start : start + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
        raise _damaged()
    name, extra = struct.unpack("<HH", header[26:30])
    start += _LOCAL_HEADER + name + extra
    packed = memoryview(data)[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: bytes | memoryview = packed
    try:
        while not unpacking.eof:
            chunk = unpacking.decompress(rest, _CHUNK)
            rest = unpacking.unconsumed_tail
            if not chunk and not rest:
                break
            yield chunk
    except zlib.error:
        raise _damaged() from None
    if not unpacking.eof:
        raise _damaged()
