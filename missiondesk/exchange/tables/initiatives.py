# SPDX-License-Identifier: Apache-2.0
"""A table of initiatives row by row; what they belong to stands as it is written, to be found."""

from __future__ import annotations

from decimal import Decimal

from missiondesk.domain.initiative import Instrument, Money, Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, message
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.exchange.tables.columns import Column
from missiondesk.exchange.tables.row_reading import RowReader, no_amount

_MOST_OERE = 10**16


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """One initiative as the file has it; what the file does not say is empty or None.

    Attributes:
        mission: Code or title of its mission as written; so ``office`` for a title.
        contribution_percent: Whether the contribution stands in a cell shown as per cent.
        frame: Amounts by year, for the years that have one.
    """

    line: int
    code: str = ""
    title: Wording = Wording()
    mission: str = ""
    hypothesis: Wording = Wording()
    riskiest_assumption: Wording = Wording()
    office: str = ""
    delivery_body: str = ""
    stage: Stage | None = None
    stage_since: Period | None = None
    start: Period | None = None
    end: Period | None = None
    instrument: Instrument | None = None
    contribution: Decimal | None = None
    contribution_percent: bool = False
    contribution_period: Period | None = None
    kill_criteria: Wording = Wording()
    scale_criteria: Wording = Wording()
    gate_due: Period | None = None
    frame: tuple[Money, ...] = ()
    note: str = ""


def read_initiative(reader: RowReader) -> InitiativeRow:
    """The row as an initiative."""
    contribution = reader.cell("contribution")
    return InitiativeRow(
        line=reader.row.line,
        code=reader.text("code"),
        title=reader.required("title", N_("The initiative has no title.")),
        mission=reader.text("mission"),
        hypothesis=reader.wording("hypothesis"),
        riskiest_assumption=reader.wording("riskiest_assumption"),
        office=reader.text("office"),
        delivery_body=reader.text("delivery_body"),
        stage=reader.choice("stage", Stage),
        stage_since=reader.period("stage_since"),
        start=reader.period("start"),
        end=reader.period("end"),
        instrument=reader.choice("instrument", Instrument),
        contribution=reader.number("contribution"),
        contribution_percent=contribution is not None and contribution.percent,
        contribution_period=reader.period("contribution_period"),
        kill_criteria=reader.wording("kill_criteria"),
        scale_criteria=reader.wording("scale_criteria"),
        gate_due=reader.period("gate_due"),
        frame=_frame(reader),
        note=reader.text("note"),
    )


def _frame(reader: RowReader) -> tuple[Money, ...]:
    found = []
    for column in reader.columns("frame"):
        cell = reader.row.cells[column.index]
        if not cell.text or column.period is None:
            continue
        oere = _oere(reader, column)
        if oere is not None:
            found.append(Money(column.period.first.year, oere))
    return tuple(sorted(found, key=lambda one: one.year))


def _oere(reader: RowReader, column: Column) -> int | None:
    cell = reader.row.cells[column.index]
    kroner = reader.kroner_in(cell)
    if kroner is None:
        if column.factor is None:
            said = N_(
                "The heading does not say whether kroner or millions are meant: “2026 (mio. kr.)”."
            )
            reader.fault_at(column, message(said))
            return None
        amount = reader.number_in(column, cell, no_amount("DKK"))
        if amount is None:
            return None
        kroner = amount * column.factor
    oere = kroner * 100
    if cell.percent or not 0 <= oere < _MOST_OERE or oere != oere.to_integral_value():
        reader.fault_at(column, message(N_("This is no amount of money.")))
        return None
    return int(oere)
