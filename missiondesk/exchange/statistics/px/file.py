# SPDX-License-Identifier: Apache-2.0
"""Puts a PX file together: letters, entries, dimensions, figures, and what to warn of."""

from __future__ import annotations

import codecs
import math
import re
from dataclasses import replace
from typing import Final

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.encoding import Decoded, decode_old, windows_1252
from missiondesk.exchange.statistics.px.dimensions import read_dimensions, stub_and_heading
from missiondesk.exchange.statistics.px.entries import Entries, split_entries
from missiondesk.exchange.statistics.px.figures import Figures, read_figures
from missiondesk.exchange.statistics.px.keyed import Stub, read_keyed
from missiondesk.exchange.statistics.px.notes import read_flags, read_notes
from missiondesk.exchange.statistics.table import (
    MOST_CELLS,
    Cells,
    Dimension,
    Role,
    StatisticalTable,
)

_FIRST = re.compile(rb"\s*[A-Za-z][A-Za-z0-9_-]*\s*(?:\[[^\]]*\]\s*)?(?:\([^)]*\)\s*)?=")
_KNOWN = re.compile(
    rb"(?:^|[\r\n;])[ \t]*(AXIS[-_]VERSION|CHARSET|MATRIX|STUB|HEADING|VALUES|CONTENTS)\s*[\[(=]",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"(?:^|[\r\n;])[ \t]*(CODEPAGE|CHARSET)\s*=\s*\"([^\"]*)\"", re.IGNORECASE)
# Mandatory, but no figure hangs on them.
_EXPECTED: Final = ("MATRIX", "SUBJECT-AREA", "CONTENTS", "UNITS", "DECIMALS")
# Code pages of the West are declared by habit; another one is declared on purpose.
_WESTERN: Final = frozenset(
    {"iso8859-1", "iso8859-15", "cp1252", "ascii", "utf-8", "cp437", "cp850", "latin_1"}
)


def recognises(head: bytes) -> bool:
    """Whether a file begins with a keyword of PX and has one of those that every PX file has.

    Three of these are enough where the beginning is damaged, so that the refusal can say so.
    """
    for bom, codec in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(bom):
            head = head[: len(head) // 4 * 4].decode(codec, "replace").encode("utf-8", "replace")
    if b"\x00" in head:
        return False  # a workbook may hold any words, but it is no text
    known = {hit[1].upper() for hit in _KNOWN.finditer(head)}
    return len(known) > 2 or (bool(known) and _FIRST.match(head) is not None)


def read(data: bytes, name: str) -> tuple[StatisticalTable, ...]:
    """Read the one table of a PX file.

    Raises:
        Refused: It cannot be read without a guess; the sentence names keyword and line.
    """
    decoded, warnings = _decoded(data)
    entries = split_entries(decoded.text)
    entries.warnings[:0] = warnings
    if "\ufffd" in decoded.text:
        entries.warnings.append(
            message(N_("Some letters in the file are damaged and cannot be read."))
        )
    stub, heading = stub_and_heading(entries)
    dimensions = read_dimensions(entries, (*stub, *heading))
    expected = math.prod(len(one.categories) for one in dimensions)
    if expected > MOST_CELLS:
        raise Refused(N_("The table has more than {most} figures."), most=MOST_CELLS)
    cells = _cells(decoded.text, entries, dimensions, len(stub), expected)
    return (_table(entries, dimensions, cells, name),)


def _decoded(data: bytes) -> tuple[Decoded, list[Message]]:
    declared = {hit[1].upper(): hit[2].decode("ascii", "replace") for hit in _declarations(data)}
    page = declared.get(b"CODEPAGE", "")
    try:
        codec = codecs.lookup(page).name if page else ""
    except (LookupError, ValueError):
        codec = ""
    found = decode_old(data, dos=b"CHARSET" not in declared)
    if found.encoding == "Windows-1252" and codec and codec not in _WESTERN:
        try:
            return Decoded(data.decode(codec), page), []
        except (UnicodeDecodeError, LookupError):
            codec = ""
    if not page or data.isascii() or _same_letters(data, codec, found.encoding):
        return found, []
    said = message(
        N_("The file says that it is written in {declared}; it was read as {encoding}."),
        declared=page,
        encoding=found.encoding,
    )
    return found, [said]


def _declarations(data: bytes) -> list[re.Match[bytes]]:
    return list(_DECLARED.finditer(data[:65_536]))


def _same_letters(data: bytes, codec: str, encoding: str) -> bool:
    """Whether the declared code page has the same letters for the bytes that are in the file.

    Latin-1 has signs of control where Windows-1252 has quotes and dashes; that is no difference.
    """
    if encoding != "Windows-1252":
        return codec == {"UTF-8": "utf-8", "CP850": "cp850"}.get(encoding, "")
    same = 0xA0 if "8859" in codec else 0x80
    high = bytes(set(data.translate(None, bytes(range(same)))))
    try:
        return high.decode(codec) == windows_1252(high)
    except (UnicodeDecodeError, LookupError):
        return False


def _cells(
    text: str, entries: Entries, dimensions: tuple[Dimension, ...], depth: int, expected: int
) -> Cells:
    figures = Figures(text[entries.data_start :], entries.data_line)
    keyed = [entries.get("KEYS", axis.label) for axis in dimensions[:depth]]
    if not any(keyed):
        cells = read_figures(figures, expected)
    else:
        missing = next((place for place, one in enumerate(keyed) if one is None), None)
        if missing is not None:
            raise Refused(
                N_("The keyword {keyword} is missing."),
                keyword=f'KEYS("{dimensions[missing].label}")',
            )
        keys = [
            _row_keys(entries, axis, one.text().upper() if one is not None else "")
            for axis, one in zip(dimensions[:depth], keyed, strict=True)
        ]
        stub = Stub([axis.label for axis in dimensions[:depth]], keys)
        width = math.prod(len(one.categories) for one in dimensions[depth:])
        cells, warnings = read_keyed(figures, stub, width)
        entries.warnings.extend(warnings)
    flags = read_flags(entries, dimensions)
    if not flags:
        return cells
    status = dict(cells.status)
    for position, flag in flags.items():
        status[position] = f"{status.get(position, '')} {flag}".strip()
    return replace(cells, status=status)


def _row_keys(entries: Entries, axis: Dimension, kind: str) -> list[str]:
    """What the rows' keys of a dimension are: its codes as they stand, or its values."""
    codes = entries.get("CODES", axis.label)
    if kind == "CODES" and codes is not None:
        texts = codes.texts()
        if len(texts) == len(axis.categories):
            return list(texts)
    return [one.label for one in axis.categories]


def _table(
    entries: Entries, dimensions: tuple[Dimension, ...], cells: Cells, name: str
) -> StatisticalTable:
    text = entries.text
    for keyword in _EXPECTED:
        if not any(True for _ in entries.all_of(keyword)):
            entries.warnings.append(
                message(N_("The keyword {keyword} is missing."), keyword=keyword)
            )
    notes = read_notes(entries)
    table = StatisticalTable(
        format="PX",
        table_id=text("TABLEID") or text("MATRIX") or name,
        title=text("TITLE") or text("DESCRIPTION") or text("CONTENTS"),
        source=text("SOURCE"),
        dimensions=dimensions,
        cells=cells,
        updated=text("LAST-UPDATED") or _updated(dimensions),
        notes=notes,
        language=text("LANGUAGE"),
        unit=text("UNITS"),
        decimals=_decimals(entries),
    )
    return replace(table, warnings=tuple(dict.fromkeys(entries.warnings)))


def _updated(dimensions: tuple[Dimension, ...]) -> str:
    """The one update of all contents; "" where they differ, for then each has its own."""
    measures = [one for one in dimensions if one.role is Role.MEASURE]
    said = {one.updated for axis in measures for one in axis.categories}
    return said.pop() if len(said) == 1 else ""


def _decimals(entries: Entries) -> int | None:
    """SHOWDECIMALS, unless it promises more than DECIMALS, the decimals that the figures have."""
    stored, shown = entries.whole("DECIMALS"), entries.whole("SHOWDECIMALS")
    if stored is None or shown is None:
        return shown if stored is None else stored
    if shown > stored:
        entries.warnings.append(
            message(
                N_("SHOWDECIMALS ({shown}) is more than DECIMALS ({stored}), which is used."),
                shown=shown,
                stored=stored,
            )
        )
    return min(shown, stored)
