# SPDX-License-Identifier: Apache-2.0
"""Workbooks made for the tests: by openpyxl, by hand, and changed inside."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import openpyxl

SHARED = Path(__file__).parents[3] / "../shared/data"
SHEET = "xl/worksheets/sheet1.xml"
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    "</office:document-content>"
)


def saved(workbook: Any) -> bytes:
    """The bytes of an openpyxl workbook."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def xlsx(cells: Mapping[str, Any], formats: Mapping[str, str] | None = None) -> bytes:
    """A workbook of one sheet with these cells, and number formats where given."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for place, value in cells.items():
        sheet[place] = value
    for place, code in (formats or {}).items():
        sheet[place].number_format = code
    return saved(workbook)


def xlsx_rows(sheets: Mapping[str, Iterable[Iterable[Any]]]) -> bytes:
    """A workbook with these rows on sheets of these names."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(workbook)


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same package with one part changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, change(content) if name == part else content)
    return stream.getvalue()


def with_cells(data: bytes, cells: str) -> bytes:
    """The workbook with rows and cells written by hand at the end of its first sheet."""
    return changed(
        data, SHEET, lambda part: part.replace(b"</sheetData>", cells.encode() + b"</sheetData>")
    )


def ods(tables: str) -> bytes:
    """An ODS with these tables."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", _ODS.format(tables=tables))
    return stream.getvalue()


def record(kind: int, content: bytes) -> bytes:
    """One record of an .xls file."""
    return struct.pack("<HH", kind, len(content)) + content


def xls_stream(records: bytes, extent: tuple[int, int, int, int] = (0, 9, 0, 9)) -> bytes:
    """The stream of an .xls file (BIFF8) of one sheet "Ark" with these records of cells.

    Cell style 0 is plain, 1 is per cent, 2 is a date.
    """
    begin = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)
    code = "0.0%".encode("latin-1")
    formats = record(0x41E, struct.pack("<HHB", 164, len(code), 0) + code)
    styles = b"".join(
        record(0xE0, struct.pack("<HHH", 0, number, 0) + bytes(14)) for number in (0, 164, 14)
    )
    book = record(0x809, begin) + formats + styles
    end = record(0x0A, b"")
    name = b"Ark"
    bound = 4 + 4 + 2 + 2 + len(name)
    start = len(book) + bound + len(end)
    sheet = record(0x85, struct.pack("<IBBBB", start, 0, 0, len(name), 0) + name)
    first = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    size = record(0x200, struct.pack("<IIHHH", *extent, 0))
    return book + sheet + end + first + size + records + end


def number_record(row: int, column: int, style: int, value: float) -> bytes:
    """A cell with a number."""
    return record(0x203, struct.pack("<HHHd", row, column, style, value))
