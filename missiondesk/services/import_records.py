# SPDX-License-Identifier: Apache-2.0
"""Compares tables of records with the workspace: by key what differs, without a key what is new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from decimal import Decimal
from typing import Any, Final, cast

from missiondesk.domain import identity
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.exchange.record_tables import RecordBook, RecordLine, RecordTable
from missiondesk.exchange.record_tables.reading import merged_wording
from missiondesk.exchange.record_tables.shapes import FieldShape, Sort, shapes_of
from missiondesk.exchange.tables.grid import Fault
from missiondesk.services.import_changes import Brought, said_change
from missiondesk.services.import_report import (
    ColumnUse,
    ImportRow,
    Planned,
    TableReport,
    said_fault,
)
from missiondesk.services.import_rules import ImportRules, overlaid
from missiondesk.services.list_states import RowStatus
from missiondesk.services.record_names import RecordNames, called_by

_MILLION: Final = Decimal(100_000_000)  # øre


def plan_records(situation: Situation, file: RecordBook) -> Planned:
    """What importing ``file`` would do; nothing is written, and no record is ever removed."""
    plan = _Plan(situation, file)
    drafts = [(table, plan.draft(table)) for table in file.tables]
    plan.judge(drafts)
    reports = tuple(plan.report(table, rows) for table, rows in drafts)
    faults = tuple(map(said_fault, plan.faults))
    return Planned(reports, tuple(plan.records.values()), faults)


@dataclass(slots=True)
class _Draft:
    """One line of a table with what it brings; without a record when a cell of it is wrong."""

    line: RecordLine
    faults: list[Fault]
    record: Entity | None = None
    brought: Brought = field(default_factory=lambda: Brought(new=False))


class _Plan:
    """The plan while it is made."""

    def __init__(self, situation: Situation, file: RecordBook) -> None:
        self._now = situation
        self._names = RecordNames(situation)
        self.records: dict[str, Entity] = {}
        self.faults: list[Fault] = []

    def draft(self, table: RecordTable) -> list[_Draft]:
        """What each line brings, or what is wrong with its cells."""
        own: dict[int, list[Fault]] = {}
        for fault in table.faults:
            own.setdefault(fault.line, []).append(fault)
        seen: dict[str, int] = {}
        rows = []
        for line in table.lines:
            draft = _Draft(line, own.get(line.line, []))
            if not draft.faults:
                try:
                    self._bring(table, draft, seen)
                except Refused as error:
                    draft.faults = [table.fault(line.line, error.field, error.message)]
            rows.append(draft)
        return rows

    def judge(self, drafts: Sequence[tuple[RecordTable, Sequence[_Draft]]]) -> None:
        """Hold every record that changes against the rules of the forms, beside all the others as
        the file would leave them: the order of lines does not count.
        """
        rules = ImportRules(overlaid(self._now, self.records.values()))
        for table, rows in drafts:
            for draft in rows:
                record = draft.record
                if record is None or record.id not in self.records:
                    continue
                before = self._now.get(type(record), record.id)
                try:
                    kept = rules.require_sound(record, before)
                except Refused as error:
                    draft.faults = [table.fault(draft.line.line, error.field, error.message)]
                    continue
                self.records[record.id] = kept
                for shape in shapes_of(table.kind):
                    old, new = getattr(record, shape.name), getattr(kept, shape.name)
                    if old != new:
                        shown = self._shown(shape, old, new)
                        draft.brought.note(said_change(shape.word, *shown))

    def report(self, table: RecordTable, rows: Sequence[_Draft]) -> TableReport:
        self.faults += [fault for row in rows for fault in row.faults]
        columns = tuple(
            ColumnUse(heading, _meaning(column.shape) if column is not None else None)
            for heading, column in zip(table.grid.headings, table.columns, strict=True)
        )
        kind = Message(KIND_WORDS[table.kind])
        return TableReport(kind, table.grid.sheet, columns, tuple(map(_row, rows)))

    def _bring(self, table: RecordTable, draft: _Draft, seen: dict[str, int]) -> None:
        line = draft.line
        kind = KINDS[table.kind]
        known = self._now.get(kind, line.key) if line.key else None
        if line.key and known is None:
            raise Refused(N_("The workspace has no record with this key; leave the key empty."))
        if line.key and seen.setdefault(line.key, line.line) != line.line:
            said = N_("Line {line} speaks of the same.")
            raise Refused(said, line=str(seen[line.key]))
        make = cast("Callable[[str], Entity]", kind)
        record = known if known is not None else make(identity.new_id())
        brought = Brought(new=known is None)
        for shape in shapes_of(table.kind):
            if shape.name not in line.values:
                continue
            before = getattr(record, shape.name)
            after = self._value(shape, line.values[shape.name], before)
            if after != before:
                record = cast("Entity", replace(cast("Any", record), **{shape.name: after}))
                brought.note(said_change(shape.word, *self._shown(shape, before, after)))
        names = called_by(record)
        title = names[-1] if names else ""
        brought.title = Wording(title, title)
        draft.brought, draft.record = brought, record
        if record != known:
            self.records[record.id] = record
            if known is None:
                self._names.add(record)

    def _value(self, shape: FieldShape, given: Any, before: Any) -> Any:
        match shape.sort:
            case Sort.WORDING:
                return merged_wording(before, given)
            case Sort.REFERENCE:
                if not given:
                    return shape.empty
                return self._names.find(shape.target, given, shape.name)
            case Sort.REFERENCES:
                return tuple(self._names.find(shape.target, one, shape.name) for one in given)
            case _:
                return shape.empty if given is None else given

    def _shown(self, shape: FieldShape, before: Any, after: Any) -> tuple[Any, Any]:
        """Both values as the report says them."""
        match shape.sort:
            case Sort.REFERENCE:
                return tuple(  # type: ignore[return-value]
                    self._names.name(shape.target, one) if one else None for one in (before, after)
                )
            case Sort.REFERENCES:
                return tuple(  # type: ignore[return-value]
                    "; ".join(self._names.name(shape.target, key) for key in one)
                    for one in (before, after)
                )
            case Sort.MONEY:
                return _money(before), _money(after)
            case _:
                return before, after


def _money(amounts: tuple[Money, ...]) -> Message | None:
    """The amounts of all years in millions, as a sentence in any language; None for none."""
    said: Message | None = None
    for one in amounts:
        millions = Decimal(one.oere) / _MILLION
        part = message(N_("{year}: {amount}"), year=str(one.year), amount=millions)
        said = part if said is None else message(N_("{first}; {second}"), first=said, second=part)
    return said


def _meaning(shape: FieldShape | None) -> Message:
    return Message(shape.word) if shape is not None else message(N_("key of the record"))


def _row(draft: _Draft) -> ImportRow:
    line, brought = draft.line, draft.brought
    if draft.faults:
        said = tuple(map(said_fault, draft.faults))
        return ImportRow(line.line, RowStatus.UNREADABLE, "", Wording(), said)
    changed = RowStatus.CHANGED if brought.changes else RowStatus.UNCHANGED
    status = RowStatus.NEW if brought.new else changed
    return ImportRow(line.line, status, "", brought.title, tuple(brought.details))
