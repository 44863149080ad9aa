# SPDX-License-Identifier: Apache-2.0
"""Registers as files that offices sort and filter further: XLSX, and CSV as Excel opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.exchange.formulas import harmless
from missiondesk.exchange.spreadsheet.writing import (
    CellValue,
    Properties,
    WrittenSheet,
    write_workbook,
)
from missiondesk.language.clean_text import clean_text
from missiondesk.language.translator import translator

_WIDEST: Final = 60
_NARROWEST: Final = 10
_BYTE_ORDER_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Register:
    """A table with its title; each row has as many values as there are headings.

    Attributes:
        language: "da" or "en": of the headings, and of how a CSV parts and writes its values.
        data_date: The day to which the data stand; it stamps the file.
    """

    title: str
    language: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[CellValue]]
    authority: str = ""
    data_date: date | None = None


def register_xlsx(register: Register) -> bytes:
    """The register as XLSX; equal registers give equal bytes.

    Raises:
        Refused: A text is longer than a cell holds, or there are more rows than a sheet has.
    """
    rows = [[_cleaned(value) for value in row] for row in register.rows]
    widths = tuple(_width(register, column) for column in range(len(register.headings)))
    sheet = WrittenSheet(register.title, register.headings, rows, widths)
    tag = translator(register.language).tag
    told = Properties(register.title, tag, register.authority, register.data_date)
    return write_workbook([sheet], told)


def register_csv(register: Register) -> bytes:
    """The register as CSV in UTF-8 with a byte order mark, by which Excel knows the encoding.

    In Danish cells are parted by semicolons and numbers have a comma, as Danish Excel expects; in
    English they have commas and a point. Text that would be run as a formula is led by an
    apostrophe.
    """
    danish = register.language == "da"
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if danish else ",", lineterminator="\r\n")
    writer.writerow([harmless(clean_text(text)) for text in register.headings])
    for row in register.rows:
        writer.writerow([_written(value, danish) for value in row])
    return f"{_BYTE_ORDER_MARK}{stream.getvalue()}".encode()


def _cleaned(value: CellValue) -> CellValue:
    return clean_text(value) if isinstance(value, str) else value


def _written(value: CellValue, danish: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(clean_text(value))
    if isinstance(value, Decimal):
        plain = format(value, "f")
        return plain.replace(".", ",") if danish else plain
    return value.isoformat() if isinstance(value, date) else str(value)


def _width(register: Register, column: int) -> int:
    longest = max((_length(row[column]) for row in register.rows), default=0)
    return max(_NARROWEST, min(max(longest, len(register.headings[column])) + 2, _WIDEST))


def _length(value: CellValue) -> int:
    return 0 if value is None else max(map(len, str(value).split("\n")))
