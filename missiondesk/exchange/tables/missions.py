# SPDX-License-Identifier: Apache-2.0
"""A table of missions row by row: title, key metric, target with its shape, figures, statuses."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Direction, TargetShape
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.exchange.tables.row_reading import RowReader

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
    office: str = ""
    co_offices: tuple[str, ...] = ()
    note: str = ""
    notes: tuple[Message, ...] = ()


def read_mission(reader: RowReader) -> MissionRow:
    """The row as a mission."""
    unit, shape = _unit(reader)
    target_period = reader.period("target_period")
    first, notes = _total_from(reader, shape, target_period)
    return MissionRow(
        line=reader.row.line,
        code=reader.text("code"),
        title=reader.required("title", N_("The mission has no title.")),
        sentence=reader.wording("sentence"),
        metric=reader.wording("metric"),
        direction=reader.choice("direction", Direction, _DIRECTIONS),
        target_value=_figure(reader, "target_value"),
        target_shape=shape,
        unit=unit,
        target_period=target_period,
        cumulative_from=first,
        baseline_value=_figure(reader, "baseline_value"),
        baseline_period=reader.period("baseline_period"),
        observed=_figure(reader, "observed"),
        observed_period=_observed_period(reader),
        statuses=_statuses(reader),
        source=reader.wording("source"),
        publisher=reader.wording("publisher"),
        geography=reader.wording("geography"),
        office=reader.text("office"),
        co_offices=reader.several("co_offices"),
        note=reader.text("note"),
        notes=notes,
    )


def _figure(reader: RowReader, field: str) -> Decimal | None:
    """A figure of the metric; one that a sheet shows as per cent needs per cent as its unit."""
    cell = reader.cell(field)
    if cell is not None and cell.percent:
        unit = reader.text("unit")
        shaped = _SHAPED.fullmatch(unit)
        name = shaped["unit"].strip(" (") if shaped else unit
        if name and name.casefold() not in _PERCENT:
            reader.fault(field, N_("The cell is shown as per cent, but the unit is another."))
            return None
    return reader.number(field)


def _observed_period(reader: RowReader) -> Period | None:
    period = reader.period("observed_period")
    if reader.text("observed") and not reader.text("observed_period"):
        reader.fault("observed", N_("The figure has no period."))
    return period


def _unit(reader: RowReader) -> tuple[Wording, TargetShape]:
    """Unit of the metric and shape of the target, both said in one cell."""
    text = reader.text("unit")
    if not text:
        target = reader.cell("target_value")
        percent = target is not None and target.percent
        return (Wording("%", "%") if percent else Wording()), TargetShape.LEVEL
    if text.casefold() in _PERCENT:
        return Wording("%", "%"), TargetShape.LEVEL
    shaped = _SHAPED.fullmatch(text.strip())
    if shaped is None:
        return reader.wording("unit"), TargetShape.LEVEL
    unit, shape = shaped["unit"].strip(" ("), shaped["shape"].casefold()
    if shape in _TOTALS:
        return reader.in_language(unit), TargetShape.CUMULATIVE
    if unit.casefold() in _PERCENT:
        # A change in per cent says nothing of the unit in which the metric itself is counted.
        return Wording(), TargetShape.RELATIVE
    return reader.in_language(unit), TargetShape.ABSOLUTE


def _total_from(
    reader: RowReader, shape: TargetShape, end: Period | None
) -> tuple[Period | None, tuple[Message, ...]]:
    """First year of a total, when the metric's name says it ("budget 2022-2025")."""
    if shape is not TargetShape.CUMULATIVE or end is None:
        return None, ()
    found = _YEARS.search(reader.text("metric"))
    if found is None or found.group(2) != str(end.last.year):
        return None, ()
    said = message(
        N_("The total is counted from {first}, as the metric's name says"),
        first=found.group(1),
    )
    return Period(found.group(1)), (said,)


def _statuses(reader: RowReader) -> tuple[tuple[Period, Confidence], ...]:
    found = []
    for column in reader.columns("status"):
        confidence = reader.choice_in(column, Confidence, _CONFIDENCE)
        if confidence is not None and column.period is not None:
            found.append((column.period, confidence))
    return tuple(found)
