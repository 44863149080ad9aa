# SPDX-License-Identifier: Apache-2.0
"""Workbooks that want to harm: refused within a second, and damage never ends in a crash."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import zipfile
from functools import cache

import pytest

from missiondesk.domain.refused import Refused
from missiondesk.exchange.spreadsheet import package, read_workbook
from missiondesk.exchange.spreadsheet.old_container import contained
from missiondesk.language import translator
from tests.exchange.spreadsheet.workbooks import (
    SHEET,
    changed,
    number_record,
    ods,
    record,
    with_cells,
    xls_stream,
    xlsx,
)

CELL = '<table:table-cell office:value-type="float" office:value="1" {more}/>'


@cache
def plain() -> bytes:
    return xlsx({"A1": "x", "B2": 3.5})


def bloated(size: int) -> bytes:
    return changed(plain(), SHEET, lambda part: part.replace(b"</sheetData>", b" " * size))


def lying() -> bytes:
    """A bomb whose directory says that the sheet has 1,000 bytes."""
    data = bytearray(bloated(30_000_000))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        length = struct.unpack_from("<H", data, at + 28)[0]
        if data[at + 46 : at + 46 + length] == SHEET.encode():
            struct.pack_into("<I", data, at + 24, 1000)
        at = data.find(b"PK\x01\x02", at + 46)
    return bytes(data)


def crowded() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for number in range(package.MOST_PARTS + 1):
            made.writestr(f"{number}.xml", "")
    return stream.getvalue()


def declaring(declaration: str, encoding: str = "utf-8") -> bytes:
    def change(part: bytes) -> bytes:
        text = part.decode().replace("<worksheet", f"{declaration}<worksheet", 1)
        return text.encode(encoding)

    return changed(plain(), SHEET, change)


def laughs() -> str:
    lines = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(10))
    return f'<!DOCTYPE a [<!ENTITY a0 "ha">{lines}]>'


def table(rows: str) -> bytes:
    return ods(f'<table:table table:name="A">{rows}</table:table>')


def many_tables() -> bytes:
    row = (
        '<table:table-row table:number-rows-repeated="1000">'
        + CELL.format(more='table:number-columns-repeated="900"')
        + "</table:table-row>"
    )
    return ods("".join(f'<table:table table:name="A{n}">{row}</table:table>' for n in range(50)))


HOSTILE = {
    "bomb": lambda: bloated(250_000_000),
    "smaller bomb": lambda: bloated(20_000_000),
    "lying bomb": lying,
    "crowd of parts": crowded,
    "billion laughs": lambda: declaring(laughs()),
    "billion laughs in UTF-16": lambda: declaring(laughs(), "utf-16"),
    "external entity": lambda: declaring('<!DOCTYPE a SYSTEM "file:///etc/passwd">'),
    "quadratic entity": lambda: declaring(f'<!DOCTYPE a [<!ENTITY b "{"x" * 100_000}">]>'),
    "far corner": lambda: with_cells(
        plain(), '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "far corner without a value": lambda: with_cells(
        plain(), '<row r="1048576"><c r="XFD1048576" t="str"><v></v></c></row>'
    ),
    "no such row": lambda: with_cells(plain(), '<row r="9999999999"><c r="A1"><v>1</v></c></row>'),
    "no such cell": lambda: with_cells(plain(), '<row><c r="A9999999999"><v>1</v></c></row>'),
    "repeated cells": lambda: table(
        '<table:table-row table:number-rows-repeated="1000000">'
        + CELL.format(more='table:number-columns-repeated="1000"')
        + "</table:table-row>"
    ),
    "endless repetition": lambda: table(
        f'<table:table-row table:number-rows-repeated="{"9" * 30}">'
        + CELL.format(more="")
        + "</table:table-row>"
    ),
    "crowd of tables": many_tables,
    "far cell of an old file": lambda: contained(xls_stream(number_record(65535, 255, 0, 1.0))),
    "shared texts without end": lambda: contained(
        xls_stream(b"").replace(
            record(0x0A, b""),
            record(0xFC, struct.pack("<II", 1, 0xFFFFFFF0)) + record(0x0A, b""),
            1,
        )
    ),
}


# Read on, each would take minutes or more.
@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_at_once(name: str) -> None:
    data = HOSTILE[name]()
    with pytest.raises(Refused) as refused:
        read_workbook(data, "fil.xlsx")
    assert translator("da").tell(refused.value.message)


def test_a_chain_that_runs_in_a_circle_is_refused() -> None:
    data = bytearray(contained(xls_stream(b"")))
    sector = 4096
    # The entry of the workbook's first sector in the table that follows the header.
    struct.pack_into("<I", data, sector + 4 * 3, 3)
    with pytest.raises(Refused):
        read_workbook(bytes(data), "x.xls")


def test_a_file_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_FILE", 1000)
    with pytest.raises(Refused):
        read_workbook(plain(), "x.xlsx")


def mutated(data: bytes, dice: random.Random) -> bytes:
    changed_bytes = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(changed_bytes) or 1)
        match dice.randrange(4):
            case 0:
                changed_bytes[at : at + 1] = bytes((dice.randrange(256),))
            case 1:
                del changed_bytes[at : at + dice.randrange(1, 40)]
            case 2:
                changed_bytes[at:at] = changed_bytes[at : at + dice.randrange(1, 40)]
            case _:
                changed_bytes[at : at + 4] = dice.choice(
                    (b"\xff\xff\xff\xff", b"9999", b"\0\0\0\0")
                )
    return bytes(changed_bytes)


def mutated_inside(data: bytes, dice: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        hit = dice.choice(before.namelist())
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, mutated(content, dice) if name == hit else content)
    return stream.getvalue()


def corpus(kind: str) -> bytes:
    if kind == "xlsx":
        return xlsx({"A1": "x", "B2": 0.5, "C3": "=1+1", "D4": "æøå"}, {"B2": "0%"})
    if kind == "ods":
        return table(f"<table:table-row>{CELL.format(more='') * 3}</table:table-row>")
    cells = b"".join(number_record(row, 1, row % 3, row * 1.5) for row in range(20))
    return contained(xls_stream(cells))


def survive(kind: str, count: int) -> None:
    data, dice = corpus(kind), random.Random(7)
    for _ in range(count):
        inside = kind != "xls" and dice.random() < 0.8
        harmed = mutated_inside(data, dice) if inside else mutated(data, dice)
        # Any other error fails the test.
        with contextlib.suppress(Refused):
            read_workbook(harmed, "x")


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_damage_is_refused_or_read_and_never_a_crash(kind: str) -> None:
    survive(kind, 150)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_ten_thousand_damaged_files(kind: str) -> None:
    survive(kind, 10_000)
