# SPDX-License-Identifier: Apache-2.0
"""Compares a file of tables with the workspace: what is new, what differs, what stays."""

from __future__ import annotations

from missiondesk.domain.message import Message, message
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.exchange.portfolio_returns import PortfolioReturn
from missiondesk.exchange.record_tables import RecordBook
from missiondesk.exchange.tables import ReadTable
from missiondesk.exchange.tables.grid import Fault
from missiondesk.exchange.tables.initiatives import InitiativeRow
from missiondesk.exchange.tables.milestones import MilestoneRow
from missiondesk.exchange.tables.missions import MissionRow
from missiondesk.exchange.tables.people import PersonRow
from missiondesk.exchange.tables.reading import TableRow
from missiondesk.services.import_changes import Brought
from missiondesk.services.import_draft import Draft
from missiondesk.services.import_initiatives import bring_initiative
from missiondesk.services.import_milestones import bring_milestone
from missiondesk.services.import_missions import bring_mission
from missiondesk.services.import_people import bring_person
from missiondesk.services.import_portfolio import plan_portfolio
from missiondesk.services.import_records import plan_records
from missiondesk.services.import_report import (
    ColumnUse,
    ImportRow,
    Planned,
    RecordsFile,
    TableReport,
    said_fault,
)
from missiondesk.services.list_states import RowStatus

__all__ = ["ImportRow", "Planned", "RowStatus", "plan_import", "said_fault"]


def plan_import(situation: Situation, file: RecordsFile) -> Planned:
    """What importing ``file`` into the workspace would do; nothing is written."""
    if isinstance(file, PortfolioReturn):
        return plan_portfolio(situation, file)
    if isinstance(file, RecordBook):
        return plan_records(situation, file)
    draft = Draft(situation, file.name)
    faults: list[Fault] = []
    reports = [_table(draft, table, faults) for table in file.tables]
    return Planned(tuple(reports), tuple(draft.records.values()), tuple(map(said_fault, faults)))


def _table(draft: Draft, table: ReadTable, faults: list[Fault]) -> TableReport:
    by_line: dict[int, list[Fault]] = {}
    for fault in table.faults:
        by_line.setdefault(fault.line, []).append(fault)
    rows = []
    for row in table.rows:
        own = by_line.get(row.line, [])
        brought = None
        if not own:
            try:
                brought = _bring(draft, row)
            except Refused as error:
                own = [table.fault(row.line, error.field, error.message)]
        faults += own
        rows.append(_unreadable(row, own) if brought is None else _reported(row, brought))
    columns = tuple(
        ColumnUse(one.heading, message(one.meaning) if one.meaning else None)
        for one in table.layout.columns
        if one.heading or one.field
    )
    return TableReport(Message(table.kind.title), table.sheet, columns, tuple(rows), table.skipped)


def _bring(draft: Draft, row: TableRow) -> Brought:
    match row:
        case MissionRow():
            return bring_mission(draft, row)
        case InitiativeRow():
            return bring_initiative(draft, row)
        case MilestoneRow():
            return bring_milestone(draft, row)
        case PersonRow():
            return bring_person(draft, row)


def _reported(row: TableRow, brought: Brought) -> ImportRow:
    changed = RowStatus.CHANGED if brought.changes else RowStatus.UNCHANGED
    status = RowStatus.NEW if brought.new else changed
    details = tuple(brought.details) if status is not RowStatus.UNCHANGED else ()
    return ImportRow(row.line, status, brought.code, brought.title, details)


def _unreadable(row: TableRow, faults: list[Fault]) -> ImportRow:
    if isinstance(row, PersonRow):
        code, title = "", Wording(row.name, row.name)
    else:
        code = "" if isinstance(row, MilestoneRow) else row.code
        title = row.title
    said = tuple(map(said_fault, faults))
    return ImportRow(row.line, RowStatus.UNREADABLE, code, title, said)
