# SPDX-License-Identifier: Apache-2.0
"""Writes tables as open data: CSV files, one JSON file, and a description of their fields.

The description follows the W3C's "CSV on the Web": titles and descriptions in Danish and English,
types, keys. Equal tables give equal bytes.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.wording import Wording
from missiondesk.exchange.formulas import harmless

Value = str | int | Decimal | None
TYPES: Final = ("string", "integer", "decimal", "date")
_NOTE: Final = Wording(
    "Tekst, der begynder med =, +, - eller @, står i CSV-filerne efter en apostrof.",
    "Text that begins with =, +, - or @ stands behind an apostrophe in the CSV files.",
)


@dataclass(frozen=True, slots=True)
class OpenField:
    """A column of a table.

    Attributes:
        name: Its name in the files: small letters, digits and "_".
        datatype: One of `TYPES`; periods are strings, for they are as precise as they are known.
    """

    name: str
    datatype: str
    title: Wording
    description: Wording


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table with its description; a row has a value for every field.

    Attributes:
        key: Names of the fields that tell its rows apart.
        refers: (field, table, field there) of each reference to another table.
    """

    name: str
    title: Wording
    fields: tuple[OpenField, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: tuple[str, ...] = ()
    refers: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OpenDataset:
    """Tables that are published together."""

    title: Wording
    tables: tuple[OpenTable, ...]
    publisher: Wording = Wording()
    issued: str = ""
    note: Wording = Wording()


def csv_bytes(table: OpenTable) -> bytes:
    """The table as UTF-8 CSV after RFC 4180, a head of field names first.

    Text that a spreadsheet would run as a formula is led by an apostrophe; numbers are written
    with a decimal point and keep their sign.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    for row in table.rows:
        pairs = zip(table.fields, row, strict=True)
        writer.writerow([_cell(value, field) for field, value in pairs])
    return _utf8(stream.getvalue())


def json_bytes(dataset: OpenDataset, tables: str) -> bytes:
    """All tables as one JSON object; ``tables`` names the file that describes the fields."""
    content: dict[str, Any] = {
        "title": _both(dataset.title),
        "publisher": _both(dataset.publisher),
        "issued": dataset.issued,
        "note": _both(dataset.note),
        "described_by": tables,
    }
    for table in dataset.tables:
        names = [field.name for field in table.fields]
        content[table.name] = [
            dict(zip(names, map(_plain, row), strict=True)) for row in table.rows
        ]
    return _utf8(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def description_bytes(dataset: OpenDataset, file_names: Sequence[str]) -> bytes:
    """The description of the tables' CSV files, which bear ``file_names``."""
    names = {table.name: file for table, file in zip(dataset.tables, file_names, strict=True)}
    content = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "da"}],
        "dc:title": _tagged(dataset.title),
        "dc:publisher": _tagged(dataset.publisher),
        "dc:issued": dataset.issued,
        "dc:description": _tagged(dataset.note),
        "notes": [{"@language": code, "@value": _NOTE.only(code)} for code in ("da", "en")],
        "dialect": {"encoding": "utf-8", "delimiter": ",", "lineTerminators": "\r\n"},
        "tables": [_described(table, names) for table in dataset.tables],
    }
    return _utf8(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _described(table: OpenTable, names: dict[str, str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [
            {
                "name": field.name,
                "titles": _both(field.title),
                "dc:description": _tagged(field.description),
                "datatype": field.datatype,
                "required": field.name in table.key,
            }
            for field in table.fields
        ]
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [
            {
                "columnReference": field,
                "reference": {"resource": names[other], "columnReference": there},
            }
            for field, other, there in table.refers
        ]
    return {"url": names[table.name], "dc:title": _tagged(table.title), "tableSchema": schema}


def _cell(value: Value, field: OpenField) -> str:
    if value is None:
        return ""
    if field.datatype == "string":
        return harmless(str(value))
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _plain(value: Value) -> object:
    """A value as JSON; a decimal as text keeps all its digits."""
    return format(value, "f") if isinstance(value, Decimal) else value


def _both(text: Wording) -> dict[str, str]:
    return {"da": text.da, "en": text.en}


def _tagged(text: Wording) -> list[dict[str, str]]:
    return [{"@value": text.only(code), "@language": code} for code in ("da", "en")]


def _utf8(text: str) -> bytes:
    # Half a surrogate pair cannot be written as UTF-8; it is no character and becomes "?".
    return text.encode("utf-8", "replace")
