# SPDX-License-Identifier: Apache-2.0
"""Reads SDMX-CSV 1.0 and 2.0: one table for each structure in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.csv_dialect import Row, find_separator, read_rows, text_of
from missiondesk.exchange.statistics.gathering import (
    Figure,
    Gathering,
    no_number,
    ragged,
    time_dimension,
)
from missiondesk.exchange.statistics.heads import first_line
from missiondesk.exchange.statistics.numbers import machine_number
from missiondesk.exchange.statistics.sdmx_columns import (
    CONFIDENTIAL,
    MULTIPLIER,
    STATUS,
    TIME,
    UNITS,
    VALUE,
    Columns,
    Component,
    Header,
    Roles,
    decide,
    read_header,
)
from missiondesk.exchange.statistics.table import Category, Dimension, Role, StatisticalTable

_GEO: Final = frozenset(
    {"GEO", "REF_AREA", "COUNTRY", "COUNTRY_CODE", "AREA", "LOCATION", "TERRITORY"}
)
_MEASURE: Final = frozenset({"MEASURE", "INDICATOR", "INDIC"})
# Codes that say "nothing special": normal figure, free to publish.
_ORDINARY: Final = {**dict.fromkeys(STATUS, "A"), **dict.fromkeys(CONFIDENTIAL, "F")}
_MISSING: Final = frozenset({"NaN", "#N/A", "#NA"})
_COMMA = re.compile(r"[+-]?\d+,\d+")
_URN = re.compile(r"(?:(?P<agency>[^:()]+):)?(?P<id>[^:()]+)(?:\((?P<version>[^()]*)\))?")
_SEVERAL: Final = "MEASURES"


def recognises(head: bytes) -> bool:
    """Whether the first line has the columns of SDMX-CSV."""
    cells = [one.strip().strip('"') for one in re.split("[,;\t]", first_line(head))]
    first = cells[0].partition(":")[0].upper()
    if first == "STRUCTURE":
        return "STRUCTURE_ID" in cells
    ids = {one.partition(":")[0] for one in cells}
    return first == "DATAFLOW" or {TIME, VALUE} <= ids


def read(data: bytes, name: str) -> tuple[StatisticalTable, ...]:
    """Read the tables of the file; rows that delete are told of and never read as figures.

    Raises:
        Refused: A row does not fit the headings, a figure is no number or stands twice with
            different values; the sentence names line and column.
    """
    text = text_of(data).text
    separator = find_separator(text)
    rows = read_rows(text, separator)
    header = read_header(next(rows))
    groups: dict[str, list[Row]] = {}
    deleted: list[int] = []
    for row in rows:
        if not any(map(str.strip, row.cells)):
            continue
        fitted = _fitted(row, header.width)
        if _deletes(header, fitted):
            deleted.append(fitted.line)
            continue
        groups.setdefault(_structure(header, fitted), []).append(fitted)
    told = _told_deleted(deleted)
    if not groups:
        raise Refused(N_("The file has headings, but no figures."))
    return tuple(
        _Reading(Columns(header, found), separator == ";", name).table(structure, told)
        for structure, found in groups.items()
    )


def _fitted(row: Row, width: int) -> Row:
    cells = row.cells
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) != width:
        raise ragged(row.line, len(cells), width)
    return Row(row.line, tuple(map(str.strip, cells)))


def _deletes(header: Header, row: Row) -> bool:
    index = header.special.get("ACTION")
    action = row.cells[index].upper() if index is not None else ""
    if action not in ("", "I", "A", "R", "M", "D"):
        raise Refused(
            N_("Line {line}: the action “{action}” is not known."), line=row.line, action=action
        )
    return action == "D"


def _structure(header: Header, row: Row) -> str:
    index = header.special.get("STRUCTURE_ID" if header.version == "2.0" else "DATAFLOW")
    if index is None:
        return ""
    found = row.cells[index]
    if not found:
        raise Refused(N_("Line {line} does not say of which structure it is."), line=row.line)
    return found


def _told_deleted(lines: list[int]) -> tuple[Message, ...]:
    if not lines:
        return ()
    said = N_("Rows that delete figures are not read ({count}; the first is line {line}).")
    return (message(said, count=len(lines), line=lines[0]),)


@dataclass(slots=True)
class _Reading:
    """The rows of one structure on their way to a table."""

    columns: Columns
    semicolon: bool
    name: str
    warnings: tuple[Message, ...] = ()

    def table(self, structure: str, told: tuple[Message, ...]) -> StatisticalTable:
        """The table of these rows."""
        roles = decide(self.columns)
        roles, promoted = self._with_units(roles)
        gathering, notes = self._gather(roles)
        dimensions = self._dimensions(roles, gathering)
        code, _, label = (
            structure.partition(": ") if self.columns.header.both else (structure, "", "")
        )
        label = label or next(iter(self.columns.special("STRUCTURE_NAME")), "")
        urn = _URN.fullmatch(code)
        updates = list(filter(None, dict.fromkeys(self.columns.special("LAST UPDATE"))))
        return StatisticalTable(
            format=f"SDMX-CSV {self.columns.header.version}".strip(),
            table_id=urn["id"] if urn else code or self.name,
            title=label or self._constant(roles, "TITLE"),
            source=self._constant(roles, "SOURCE") or ((urn["agency"] or "") if urn else ""),
            dimensions=dimensions,
            cells=gathering.cells(),
            updated=updates[-1] if updates else "",
            notes=self._remarks(roles),
            unit=self._unit(roles),
            decimals=self._decimals(roles),
            warnings=(*roles.told, *promoted, *notes, *self.warnings, *told),
        )

    # -- figures -----------------------------------------------------------------------
    def _gather(self, roles: Roles) -> tuple[Gathering, list[Message]]:
        several = len(roles.measures) > 1
        axes = (*roles.dimensions, *((roles.time,) if roles.time else ()))
        gathering = Gathering(len(axes) + several)
        commas = self.semicolon and self._commas(roles)
        twice = skipped = 0
        keys = self._zipped(axes)
        cells = self._zipped(roles.measures)
        status = self._statuses(roles)
        for row, (line, key) in enumerate(zip(self.columns.lines, keys, strict=True)):
            if not all(key):
                if any(cells[row]):
                    raise Refused(
                        N_("Line {line} has a figure, but nothing in column “{column}”."),
                        line=line,
                        column=axes[key.index("")].id,
                    )
                skipped += 1
                continue
            for one, cell in zip(roles.measures, cells[row], strict=True):
                read = _value(cell, commas)
                if read is None:
                    raise no_number(cell, line, one.id)
                figure = Figure(*read, status[row], line, one.id)
                before = gathering.add((*key, one.id) if several else key, figure)
                if before is not None:
                    twice += 1
                    self._same(before, figure, roles)
        if not len(gathering):
            raise Refused(N_("The file has headings, but no figures."))
        notes = []
        if commas:
            notes.append(message(N_("The comma is read as decimal mark.")))
        if twice:
            said = N_("Figures that stand twice with the same value are read once ({count}).")
            notes.append(message(said, count=twice))
        if skipped:
            said = N_("Rows that speak of whole series and have no figure are left out ({count}).")
            notes.append(message(said, count=skipped))
        return gathering, notes

    def _zipped(self, components: Sequence[Component]) -> list[tuple[str, ...]]:
        """The codes of some columns, row by row."""
        if not components:
            return [()] * len(self.columns)
        return list(zip(*(self.columns.codes(one) for one in components), strict=True))

    def _commas(self, roles: Roles) -> bool:
        distinct = (code for one in roles.measures for code in self.columns.distinct(one))
        return any(map(_COMMA.fullmatch, distinct))

    def _statuses(self, roles: Roles) -> list[str]:
        """The flags of each row, without those that say that nothing is special."""
        flags = [one for one in roles.attributes if one.id in _ORDINARY]
        ordinary = [_ORDINARY[one.id] for one in flags]
        return [
            " ".join(
                code for code, usual in zip(row, ordinary, strict=True) if code and code != usual
            )
            for row in self._zipped(flags)
        ]

    def _same(self, before: Figure, figure: Figure, roles: Roles) -> None:
        if figure.same(before):
            return
        raise Refused(
            N_(
                "Lines {first} and {second} give two figures for the same key in column “{column}”;"
                " the dimensions are taken to be {names}."
            ),
            first=before.line,
            second=figure.line,
            column=figure.column,
            names=", ".join(one.id for one in roles.dimensions),
        )

    # -- dimensions --------------------------------------------------------------------
    def _dimensions(self, roles: Roles, gathering: Gathering) -> tuple[Dimension, ...]:
        found = []
        for axis, one in enumerate(roles.dimensions):
            names = self.columns.names(one)
            is_unit = one.id.upper() in UNITS
            role = Role.GEO if one.id.upper() in _GEO else Role.OTHER
            categories = tuple(
                Category(
                    code, names[code], unit=self._scaled(names[code], roles) if is_unit else ""
                )
                for code in gathering.codes(axis)
            )
            role = Role.MEASURE if one.id.upper() in _MEASURE else role
            found.append(Dimension(one.id, one.label, categories, role))
        if roles.time is not None:
            texts = gathering.codes(len(found))
            time, self.warnings = time_dimension(TIME, roles.time.label, texts, iso=True)
            found.append(time)
        if len(roles.measures) > 1:
            labels = {one.id: one.label for one in roles.measures}
            codes = gathering.codes(len(found))
            measures = tuple(Category(code, labels[code]) for code in codes)
            found.append(Dimension(_SEVERAL, _SEVERAL, measures, Role.MEASURE))
        return tuple(found)

    # -- what holds for the whole table -------------------------------------------------
    def _with_units(self, roles: Roles) -> tuple[Roles, list[Message]]:
        """Units that differ between rows keep figures apart, as dimensions do."""
        moved = [
            one
            for one in roles.attributes
            if one.id in (*UNITS, MULTIPLIER) and len(self.columns.distinct(one)) > 1
        ]
        if not moved:
            return roles, []
        rest = tuple(one for one in roles.attributes if one not in moved)
        dimensions = (*roles.dimensions, *moved)
        said = N_("The figures differ in {names}; each is kept apart.")
        told = message(said, names=", ".join(one.id for one in moved))
        return replace(roles, dimensions=dimensions, attributes=rest), [told]

    def _constant(self, roles: Roles, *ids: str) -> str:
        """The name that an attribute has in all rows, "" when they differ."""
        one = roles.attribute(*ids)
        names = self.columns.names(one) if one is not None else {}
        return next(iter(names.values())) if len(names) == 1 else ""

    def _unit(self, roles: Roles) -> str:
        if any(one.id.upper() in UNITS for one in roles.dimensions):
            return ""
        return self._scaled(self._constant(roles, *UNITS), roles)

    def _scaled(self, unit: str, roles: Roles) -> str:
        """The unit with its power of ten, as UNIT_MULT gives it: "EUR ×10^6" are millions."""
        one = roles.attribute(MULTIPLIER)
        power = self.columns.distinct(one)[0] if one is not None else ""
        return unit if power in ("", "0") else f"{unit} ×10^{power}".strip()

    def _decimals(self, roles: Roles) -> int | None:
        one = roles.attribute("DECIMALS")
        codes = self.columns.distinct(one) if one is not None else []
        return int(codes[0]) if len(codes) == 1 and re.fullmatch("[0-9]", codes[0]) else None

    def _remarks(self, roles: Roles) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for one in roles.attributes:
            if one.id.upper().startswith(("COMMENT", "NOTE", "OBS_COM", "FOOTNOTE")):
                found |= dict.fromkeys(self.columns.cells(one))
        return tuple(filter(None, found))


@lru_cache(maxsize=50_000)
def _value(cell: str, commas: bool) -> tuple[Decimal | None, str] | None:
    """Number and missing code of a cell; None when it is neither."""
    if not cell or cell in _MISSING:
        return None, cell
    if commas and "." in cell:
        return None
    number = machine_number(cell.replace(",", ".") if commas else cell)
    return None if number is None else (number, "")
