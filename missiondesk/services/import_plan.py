# SPDX-License-Identifier: Apache-2.0
"""Compares a table of missions with the workspace: what is new, what differs, what stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from missiondesk.domain import identity
from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.entities import Entity
from missiondesk.domain.message import N_, Message, Worded, message
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.exchange.missions_table import Fault, MissionRow, MissionsTable
from missiondesk.services.naming import next_number

E = TypeVar("E", Mission, OutcomeMetric)


class RowStatus(Worded):
    """What the import would do with one row of the file."""

    NEW = "new", N_("new")
    CHANGED = "changed", N_("changed")
    UNCHANGED = "unchanged", N_("unchanged")
    UNREADABLE = "unreadable", N_("unreadable")


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of the report: the line in the file, what happens, to which mission, and why."""

    line: int
    status: RowStatus
    code: str
    title: Wording
    details: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """Rows of the report, and the records to be written for them."""

    rows: tuple[ImportRow, ...]
    records: tuple[Entity, ...]


# Field of the row, of the mission, and what it is called in the report.
_MISSION_FIELDS = (
    ("title", "title", N_("title")),
    ("sentence", "sentence", N_("sentence")),
    ("note", "note", N_("note")),
)
_METRIC_FIELDS = (
    ("metric", "name", N_("key metric")),
    ("unit", "unit", N_("unit")),
    ("direction", "direction", N_("direction")),
    ("baseline_value", "baseline_value", N_("baseline")),
    ("baseline_period", "baseline_period", N_("date of the baseline")),
    ("target_value", "target_value", N_("target")),
    ("target_shape", "target_shape", N_("shape of the target")),
    ("target_period", "target_period", N_("date of the target")),
    ("cumulative_from", "cumulative_from", N_("first year of the total")),
    ("source", "source", N_("source")),
    ("publisher", "publisher", N_("publisher")),
    ("geography", "geography", N_("geography")),
)


def plan_import(situation: Situation, table: MissionsTable) -> Planned:
    """What importing ``table`` into the workspace would do; nothing is written."""
    faults: dict[int, list[Fault]] = {}
    for fault in table.faults:
        faults.setdefault(fault.line, []).append(fault)
    codes = {mission.code.casefold() for mission in situation.missions}
    report: list[ImportRow] = []
    records: list[Entity] = []
    for row in table.rows:
        if row.line in faults:
            details = tuple(map(said_fault, faults[row.line]))
            report.append(ImportRow(row.line, RowStatus.UNREADABLE, row.code, row.title, details))
            continue
        known = _known(situation, row)
        matcher = _Matcher(situation, table.name, row)
        written = matcher.renew(known) if known else matcher.make(_free_code(codes, row.code))
        codes.add(written.code.casefold())
        report.append(matcher.row(written, new=known is None))
        records += matcher.records
    return Planned(tuple(report), tuple(records))


def said_fault(fault: Fault) -> Message:
    """A fault with its place: row, column and value."""
    return message(
        N_("Line {line}, column “{column}”: “{value}”. {reason}"),
        line=str(fault.line),
        column=fault.heading,
        value=fault.value,
        reason=fault.message,
    )


def _known(situation: Situation, row: MissionRow) -> Mission | None:
    """The mission of this row: the one of the same title, else of the same key metric."""
    for mission in situation.missions:
        if _alike(mission.title, row.title):
            return mission
    if not row.metric:
        return None
    for mission in situation.missions:
        metric = situation.metric_of(mission.id)
        if metric is not None and _alike(metric.name, row.metric):
            return mission
    return None


def _alike(one: Wording, other: Wording) -> bool:
    pairs = ((one.da, other.da), (one.en, other.en))
    return any(a and b and _folded(a) == _folded(b) for a, b in pairs)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _free_code(taken: set[str], wanted: str) -> str:
    """The file's number as M1, M2 …, or its own code; the next free one when that is taken."""
    code = f"M{wanted}" if wanted.isascii() and wanted.isdigit() else wanted
    if code and code.casefold() not in taken:
        return code
    return f"M{next_number(tuple(one.upper() for one in taken), 'M')}"


def _merged(before: object, given: object) -> object:
    """What the file says, in its own language only; what it does not say stays as it is."""
    if given is None or given == "":
        return before
    if isinstance(given, Wording) and isinstance(before, Wording):
        return Wording(given.da or before.da, given.en or before.en)
    return given


def _said_change(name: str, before: object, after: object) -> Message:
    if before is None or not str(before):
        return message(N_("{field}: {value}"), field=Message(name), value=after)
    return message(
        N_("{field}: “{before}” becomes “{value}”"), field=Message(name), before=before, value=after
    )


class _Matcher:
    """Brings one row into the workspace and notes what that changes."""

    def __init__(self, situation: Situation, source: str, row: MissionRow) -> None:
        self._now = situation
        self._source = source
        self._row = row
        self._details: list[Message] = list(row.notes)
        self._changes = 0
        self.records: list[Entity] = []

    def make(self, code: str) -> Mission:
        """A new mission with its metric; followed already when the file gives a status."""
        row = self._row
        followed = bool(row.statuses) or row.observed is not None
        mission = Mission(
            identity.new_id(),
            code=code,
            title=row.title,
            sentence=row.sentence,
            note=row.note,
            state=MissionState.ACTIVE if followed else MissionState.PROPOSED,
        )
        metric = OutcomeMetric(
            identity.new_id(),
            mission=mission.id,
            name=row.metric,
            geography=row.geography,
            unit=row.unit,
            decimals=_decimals(row),
            direction=row.direction,
            source=row.source,
            publisher=row.publisher,
            baseline_value=row.baseline_value,
            baseline_period=row.baseline_period,
            target_value=row.target_value,
            target_shape=row.target_shape,
            target_period=row.target_period,
            cumulative_from=row.cumulative_from,
        )
        self.records += (mission, metric)
        self._details += _said_target(row)
        self._observe(metric, ())
        self._assess(mission, ())
        self._details.append(message(N_("state: {state}"), state=mission.state))
        return mission

    def renew(self, mission: Mission) -> Mission:
        """The known mission with what the file says of it; what the file is silent on stays."""
        metric = self._now.metric_of(mission.id)
        if metric is None:
            metric = OutcomeMetric(identity.new_id(), mission=mission.id, geography=Wording())
        before_mission, before_metric = mission, metric
        mission = self._revised(mission, _MISSION_FIELDS)
        metric = self._revised(metric, _METRIC_FIELDS)
        if metric != before_metric:
            metric = replace(metric, decimals=max(metric.decimals, _decimals(self._row)))
            self.records.append(metric)
        if mission != before_mission:
            self.records.append(mission)
        self._observe(metric, self._now.observations_of(metric.id))
        self._assess(mission, self._now.assessments_of(mission.id))
        return mission

    def row(self, mission: Mission, new: bool) -> ImportRow:
        """The report on this row."""
        changed = RowStatus.CHANGED if self._changes else RowStatus.UNCHANGED
        status = RowStatus.NEW if new else changed
        details = tuple(self._details) if status is not RowStatus.UNCHANGED else ()
        return ImportRow(self._row.line, status, mission.code, mission.title, details)

    def _revised(self, record: E, fields: Iterable[tuple[str, str, str]]) -> E:
        values: dict[str, Any] = {}
        for of_row, of_record, name in fields:
            given, before = getattr(self._row, of_row), getattr(record, of_record)
            after = _merged(before, given)
            if after == before:
                continue
            values[of_record] = after
            self._note(_said_change(name, before, after))
        return replace(record, **values)

    def _observe(self, metric: OutcomeMetric, seen: Sequence[Observation]) -> None:
        value, period = self._row.observed, self._row.observed_period
        if value is None or period is None:
            return
        before = next((one for one in seen if one.period == period), None)
        if before is not None and before.value == value:
            return
        reference = f"{self._source}, {self._row.line}"
        made = Observation(
            before.id if before else identity.new_id(),
            metric=metric.id,
            period=period,
            value=value,
            source_reference=reference,
        )
        self.records.append(
            replace(before, value=value, source_reference=reference) if before else made
        )
        self._note(
            message(N_("observation {period}: {value}"), period=period, value=value)
            if before is None
            else message(
                N_("observation {period}: {before} becomes {value}"),
                period=period,
                before=before.value,
                value=value,
            )
        )

    def _assess(self, mission: Mission, present: Sequence[StatusAssessment]) -> None:
        for period, confidence in self._row.statuses:
            before = [
                one for one in present if one.period == period and one.assessor == self._source
            ]
            if any(one.confidence is confidence for one in before):
                continue
            self._add_assessment(mission, period, confidence)

    def _add_assessment(self, mission: Mission, period: Period, confidence: Confidence) -> None:
        self.records.append(
            StatusAssessment(
                identity.new_id(),
                mission=mission.id,
                period=period,
                confidence=confidence,
                assessor=self._source,
            )
        )
        self._note(
            message(
                N_("delivery confidence {period}: {word}"),
                period=period,
                word=Message(confidence.word),
            )
        )

    def _note(self, detail: Message) -> None:
        self._details.append(detail)
        self._changes += 1


def _said_target(row: MissionRow) -> list[Message]:
    """What is read of the target, so that a wrong reading is seen before it is applied."""
    said = []
    if row.direction is not None:
        name = Message(N_("direction"))
        said.append(message(N_("{field}: {value}"), field=name, value=row.direction))
    if row.target_value is not None:
        relative = row.target_shape is TargetShape.RELATIVE
        unit = Wording("%", "%") if relative else row.unit
        said.append(
            message(
                N_("target: {amount} ({shape}), {date}"),
                amount=message(N_("{value} {unit}"), value=row.target_value, unit=unit)
                if unit
                else row.target_value,
                shape=row.target_shape,
                date=row.target_period or Message(N_("no date yet")),
            )
        )
    return said


def _decimals(row: MissionRow) -> int:
    """As many digits as the most precise figure of the row has."""
    figures: tuple[Decimal | None, ...] = (row.target_value, row.observed, row.baseline_value)
    exponents = [figure.as_tuple().exponent for figure in figures if figure is not None]
    return max((-one for one in exponents if isinstance(one, int)), default=0)
