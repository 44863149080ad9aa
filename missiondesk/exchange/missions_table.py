# SPDX-License-Identifier: Apache-2.0
"""A table of missions row by row: title, key metric, target with its shape, figures, statuses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Direction, TargetShape
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.exchange.csv_table import CsvTable, read_csv_file
from missiondesk.exchange.mission_columns import Column, Layout, recognise
from missiondesk.exchange.statistics.csv_dialect import Row
from missiondesk.language import read_number, read_period

_DIRECTIONS: Final = {
    **dict.fromkeys(("up", "higher", "increase", "op", "højere", "stiger"), Direction.UP),
    **dict.fromkeys(("down", "lower", "decrease", "ned", "lavere", "falder"), Direction.DOWN),
    **dict.fromkeys(("hold", "keep", "maintain", "fasthold", "uændret"), Direction.HOLD),
}
_CONFIDENCE: Final = {
    **dict.fromkeys(
        ("on track", "highly likely", "meget sandsynlig", "på rette spor"), Confidence.ON_TRACK
    ),
    **dict.fromkeys(("probable", "sandsynlig"), Confidence.PROBABLE),
    **dict.fromkeys(("feasible", "mulig"), Confidence.FEASIBLE),
    **dict.fromkeys(("at risk", "doubtful", "in doubt", "tvivlsom", "i fare"), Confidence.AT_RISK),
    **dict.fromkeys(("unachievable", "uopnåelig"), Confidence.UNACHIEVABLE),
}
_PERCENT: Final = frozenset({"percent", "per cent", "%", "pct", "pct.", "procent"})
_SHAPED = re.compile(
    r"(?P<unit>.+?)\s*(?:\(\s*)?"
    r"\b(?P<shape>change|ændring|cumulative|kumulativ|i alt|total)\b\s*\)?",
    re.IGNORECASE,
)
_TOTALS: Final = frozenset({"cumulative", "kumulativ", "i alt", "total"})
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")
_COMPACT = re.compile(r"(\d{4})[- ]?([QKHMqkhm])(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be read: where it is, what stands there, and what is wrong."""

    line: int
    heading: str
    value: str
    message: Message


@dataclass(frozen=True, slots=True)
class MissionRow:
    """One mission as the file has it; what the file does not say is empty or None.

    Attributes:
        statuses: Delivery confidence by period, with the word that stood in the file.
        notes: What was concluded from the text, to be shown in the report.
    """

    line: int
    code: str = ""
    title: Wording = Wording()
    sentence: Wording = Wording()
    metric: Wording = Wording()
    direction: Direction | None = None
    target_value: Decimal | None = None
    target_shape: TargetShape = TargetShape.LEVEL
    unit: Wording = Wording()
    target_period: Period | None = None
    cumulative_from: Period | None = None
    baseline_value: Decimal | None = None
    baseline_period: Period | None = None
    observed: Decimal | None = None
    observed_period: Period | None = None
    statuses: tuple[tuple[Period, Confidence], ...] = ()
    source: Wording = Wording()
    publisher: Wording = Wording()
    geography: Wording = Wording()
    note: str = ""
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class MissionsTable:
    """The whole file as read: its columns, its missions, and every cell that cannot be read."""

    name: str
    encoding: str
    separator: str
    layout: Layout
    rows: tuple[MissionRow, ...]
    faults: tuple[Fault, ...]


def read_missions_file(path: Path) -> MissionsTable:
    """Read a CSV file of missions.

    Raises:
        Refused: It is no table, or has no column for the title.
    """
    return read_missions(read_csv_file(path), path.name)


def read_missions(table: CsvTable, name: str) -> MissionsTable:
    """Read a table of missions; a cell that cannot be read becomes a fault, never a guess.

    Raises:
        Refused: No column for the title, or two headings mean the same.
    """
    layout = recognise(table.headings)
    rows: list[MissionRow] = []
    faults: list[Fault] = []
    titles: dict[str, int] = {}
    for raw in table.rows:
        reader = _RowReader(raw, layout, faults)
        row = reader.mission()
        twin = titles.setdefault(_folded(row.title), raw.line)
        if row.title and twin != raw.line:
            said = message(N_("The same title stands in line {line}."), line=twin)
            faults.append(Fault(raw.line, layout.heading_of("title"), str(row.title), said))
        rows.append(row)
    return MissionsTable(name, table.encoding, table.separator, layout, tuple(rows), tuple(faults))


def _folded(title: Wording) -> str:
    return " ".join(str(title).casefold().split())


class _RowReader:
    """Reads the cells of one row and notes what it cannot read."""

    def __init__(self, raw: Row, layout: Layout, faults: list[Fault]) -> None:
        self._raw = raw
        self._layout = layout
        self._faults = faults
        self._columns = {one.field: one for one in layout.columns if one.field}

    def mission(self) -> MissionRow:
        """The row as a mission."""
        unit, shape = self._unit()
        target_period = self._period("target_period")
        first, notes = self._total_from(shape, target_period)
        return MissionRow(
            line=self._raw.line,
            code=self._text("code"),
            title=self._required("title"),
            sentence=self._wording("sentence"),
            metric=self._wording("metric"),
            direction=self._direction(),
            target_value=self._number("target_value"),
            target_shape=shape,
            unit=unit,
            target_period=target_period,
            cumulative_from=first,
            baseline_value=self._number("baseline_value"),
            baseline_period=self._period("baseline_period"),
            observed=self._number("observed"),
            observed_period=self._observed_period(),
            statuses=self._statuses(),
            source=self._wording("source"),
            publisher=self._wording("publisher"),
            geography=self._wording("geography"),
            note=self._text("note"),
            notes=notes,
        )

    # -- cells -------------------------------------------------------------------------
    def _text(self, field: str) -> str:
        column = self._columns.get(field)
        return "" if column is None else self._raw.cells[column.index]

    def _wording(self, field: str) -> Wording:
        text = self._text(field)
        if not text:
            return Wording()
        return Wording(da=text) if self._layout.language == "da" else Wording(en=text)

    def _required(self, field: str) -> Wording:
        text = self._wording(field)
        if not text:
            self._fault(field, N_("The mission has no title."))
        return text

    def _number(self, field: str) -> Decimal | None:
        text = self._text(field)
        if not text:
            return None
        own = self._layout.language
        for language in (own, "en" if own == "da" else "da"):
            number = read_number(text, language)
            if number is not None:
                return number
        self._fault(field, N_("This is not a number."))
        return None

    def _period(self, field: str) -> Period | None:
        text = self._text(field)
        if not text:
            return None
        period = written_period(text, self._layout.language)
        if period is None:
            self._fault(field, N_("This is not a date."))
        return period

    def _observed_period(self) -> Period | None:
        period = self._period("observed_period")
        if self._text("observed") and not self._text("observed_period"):
            self._fault("observed", N_("The figure has no period."))
        return period

    def _direction(self) -> Direction | None:
        text = self._text("direction")
        if not text:
            return None
        direction = _DIRECTIONS.get(text.casefold())
        if direction is None:
            self._fault("direction", N_("It should say up, down or hold."))
        return direction

    def _unit(self) -> tuple[Wording, TargetShape]:
        """Unit of the metric and shape of the target, both said in one cell."""
        text = self._text("unit")
        if not text:
            return Wording(), TargetShape.LEVEL
        if text.casefold() in _PERCENT:
            return Wording("%", "%"), TargetShape.LEVEL
        shaped = _SHAPED.fullmatch(text.strip())
        if shaped is None:
            return self._wording("unit"), TargetShape.LEVEL
        unit, shape = shaped["unit"].strip(" ("), shaped["shape"].casefold()
        if shape in _TOTALS:
            return self._in_language(unit), TargetShape.CUMULATIVE
        if unit.casefold() in _PERCENT:
            # A change in per cent says nothing of the unit in which the metric itself is counted.
            return Wording(), TargetShape.RELATIVE
        return self._in_language(unit), TargetShape.ABSOLUTE

    def _in_language(self, text: str) -> Wording:
        return Wording(da=text) if self._layout.language == "da" else Wording(en=text)

    def _total_from(
        self, shape: TargetShape, end: Period | None
    ) -> tuple[Period | None, tuple[Message, ...]]:
        """First year of a total, when the metric's name says it ("budget 2022-2025")."""
        if shape is not TargetShape.CUMULATIVE or end is None:
            return None, ()
        found = _YEARS.search(self._text("metric"))
        if found is None or found.group(2) != str(end.last.year):
            return None, ()
        said = message(
            N_("The total is counted from {first}, as the metric's name says"),
            first=found.group(1),
        )
        return Period(found.group(1)), (said,)

    def _statuses(self) -> tuple[tuple[Period, Confidence], ...]:
        found = []
        for column in self._layout.columns:
            word = self._raw.cells[column.index] if column.field == "status" else ""
            if not word or column.period is None:
                continue
            confidence = _CONFIDENCE.get(" ".join(word.casefold().split()))
            if confidence is None:
                self._fault_at(column, N_("This is none of the five steps of confidence."))
            else:
                found.append((column.period, confidence))
        return tuple(found)

    # -- faults ------------------------------------------------------------------------
    def _fault(self, field: str, msgid: str) -> None:
        self._fault_at(self._columns[field], msgid)

    def _fault_at(self, column: Column, msgid: str) -> None:
        value = self._raw.cells[column.index]
        self._faults.append(Fault(self._raw.line, column.heading, value, message(msgid)))


def written_period(text: str, language: str) -> Period | None:
    """The period in a cell: 2030, 2025Q2, 2025K2, 2025H1, 2025M06, or a date as people write it."""
    tidy = text.strip()
    compact = _COMPACT.fullmatch(tidy)
    if compact is not None:
        year, letter, number = compact.groups()
        forms = {"Q": f"-Q{number}", "K": f"-Q{number}", "H": f"-H{number}"}
        return _period(year + forms.get(letter.upper(), f"-{int(number):02d}"))
    # "today" and "+3 months" are for people at the screen; a file must say the year.
    if not re.search(r"\d{4}", tidy):
        return None
    reading = read_period(tidy, language, date(2000, 1, 1))
    return None if reading is None else Period.of(*reading)


def _period(text: str) -> Period | None:
    from missiondesk.domain.refused import Refused

    try:
        return Period(text)
    except Refused:
        return None
