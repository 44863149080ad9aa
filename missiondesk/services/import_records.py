# SPDX-License-Identifier: Apache-2.0
"""Compares tables of records with the workspace: by key what differs, without a key what is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, cast

from missiondesk.domain import identity
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.initiative import Money
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.skill import HIGHEST_LEVEL
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
    RowStatus,
    TableReport,
    said_fault,
)
from missiondesk.services.record_names import RecordNames, called_by

# Fields judged from 1 to 5, and levels of skills from 0 to 4.
_FIVE: Final = frozenset(
    {"impact", "feasibility", "risk_level", "evidence_level", "probability", "influence"}
)
_MILLION: Final = Decimal(100_000_000)  # øre
_SPANS: Final = (("start", "end"), ("valid_from", "valid_to"), ("needed_from", "needed_to"),
                 ("contract_from", "contract_to"))  # fmt: skip


def plan_records(situation: Situation, file: RecordBook) -> Planned:
    """What importing ``file`` would do; nothing is written, and no record is ever removed."""
    plan = _Plan(situation, file)
    reports = tuple(map(plan.table, file.tables))
    faults = tuple(map(said_fault, plan.faults))
    return Planned(reports, tuple(plan.records.values()), faults)


class _Plan:
    """The plan while it is made."""

    def __init__(self, situation: Situation, file: RecordBook) -> None:
        self._now = situation
        self._names = RecordNames(situation)
        self.records: dict[str, Entity] = {}
        self.faults: list[Fault] = []

    def table(self, table: RecordTable) -> TableReport:
        own: dict[int, list[Fault]] = {}
        for fault in table.faults:
            own.setdefault(fault.line, []).append(fault)
        seen: dict[str, int] = {}
        rows = []
        for line in table.lines:
            faults = own.get(line.line, [])
            brought = None
            if not faults:
                try:
                    brought = self._bring(table, line, seen)
                except Refused as error:
                    faults = [table.fault(line.line, error.field, error.message)]
            self.faults += faults
            rows.append(_row(line, brought, faults))
        columns = tuple(
            ColumnUse(heading, _meaning(column.shape) if column is not None else None)
            for heading, column in zip(table.grid.headings, table.columns, strict=True)
        )
        kind = Message(KIND_WORDS[table.kind])
        return TableReport(kind, table.grid.sheet, columns, tuple(rows))

    def _bring(self, table: RecordTable, line: RecordLine, seen: dict[str, int]) -> Brought:
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
        _require_sound(record)
        names = called_by(record)
        title = names[-1] if names else ""
        brought.title = Wording(title, title)
        if record != known:
            self.records[record.id] = record
            if known is None:
                self._names.add(record)
        return brought

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


def _row(line: RecordLine, brought: Brought | None, faults: list[Fault]) -> ImportRow:
    if brought is None:
        said = tuple(map(said_fault, faults))
        return ImportRow(line.line, RowStatus.UNREADABLE, "", Wording(), said)
    changed = RowStatus.CHANGED if brought.changes else RowStatus.UNCHANGED
    status = RowStatus.NEW if brought.new else changed
    return ImportRow(line.line, status, "", brought.title, tuple(brought.details))


def _require_sound(record: Entity) -> None:
    """Refuse what no form would take: judgements off their scale, spans that end before they
    begin, two amounts for one year, negative amounts.
    """
    for name in _FIVE:
        level = getattr(record, name, None)
        if level is not None and not 1 <= level <= 5:
            raise Refused(N_("The judgement goes from 1 to 5."), field=name)
    level = getattr(record, "level", None)
    if isinstance(level, int) and not 0 <= level <= HIGHEST_LEVEL:
        raise Refused(N_("The level goes from 0 to 4."), field="level")
    for first, last in _SPANS:
        start, end = getattr(record, first, None), getattr(record, last, None)
        if start is not None and end is not None and end.last < start.first:
            raise Refused(N_("It ends before it begins."), field=last)
    for name in ("frame", "spent", "freed", "amounts", "money"):
        amounts = getattr(record, name, ())
        if any(one.oere < 0 for one in amounts):
            raise Refused(N_("An amount is negative."), field=name)
