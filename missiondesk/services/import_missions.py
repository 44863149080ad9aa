# SPDX-License-Identifier: Apache-2.0
"""Brings rows of missions in: the mission, its key metric, figures and delivery confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from missiondesk.domain import identity
from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import Observation, OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.exchange.tables.missions import MissionRow
from missiondesk.services.import_changes import Brought, said_change
from missiondesk.services.import_draft import Draft
from missiondesk.services.metrics import corrected, guarded_changes

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


# The column in which a field of the row stands, where it has another name.
_COLUMN_OF = {"target_shape": "unit", "cumulative_from": "metric"}


def bring_mission(draft: Draft, row: MissionRow) -> Brought:
    """Bring one row into the draft.

    Raises:
        Refused: An office is not known, or the mission is agreed and a decision would be needed.
    """
    known = _known(draft, row)
    bringing = _MissionBringing(draft, row)
    mission = bringing.renew(known) if known else bringing.make(_free_code(draft, row.code))
    draft.claim(mission, row.line, "title")
    draft.called(mission, row.code)
    bringing.brought.code, bringing.brought.title = mission.code, mission.title
    return bringing.brought


def _known(draft: Draft, row: MissionRow) -> Mission | None:
    """The mission of this row: the one of the same title, else of the same key metric."""
    titled = draft.where(Mission, "title", row.title)
    if titled:
        return titled[0]
    # Of two missions with one metric it is not sure which has a new title; nor is one that the
    # file itself has just brought.
    measured = [
        mission
        for metric in draft.where(OutcomeMetric, "name", row.metric)
        if metric.key and (mission := draft.situation.get(Mission, metric.mission)) is not None
    ]
    return measured[0] if len(measured) == 1 and not draft.claimed(measured[0]) else None


def _free_code(draft: Draft, wanted: str) -> str:
    """The file's number as M1, M2 …, or its own code; the next free one when that is taken."""
    code = f"M{wanted}" if wanted.isascii() and wanted.isdigit() else wanted
    return draft.next_mission() if not code or draft.where(Mission, "code", code) else code


class _MissionBringing:
    """Brings one row into the draft and notes what that changes."""

    def __init__(self, draft: Draft, row: MissionRow) -> None:
        self._draft = draft
        self._now = draft.situation
        self._row = row
        self._office = draft.office(row.office)
        self._co_offices = tuple(
            office.id
            for name in row.co_offices
            if (office := draft.office(name, "co_offices")) is not None
        )
        self.brought = Brought(details=list(row.notes))

    def make(self, code: str) -> Mission:
        """A new mission with its metric; followed already when the file gives a status."""
        row = self._row
        self.brought.new = True
        followed = bool(row.statuses) or row.observed is not None
        mission = Mission(
            identity.new_id(),
            code=code,
            title=row.title,
            sentence=row.sentence,
            note=row.note,
            state=MissionState.ACTIVE if followed else MissionState.PROPOSED,
            accountable_office=self._office.id if self._office else None,
            co_offices=self._co_offices,
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
        self._draft.put(mission)
        self._draft.put(metric)
        self.brought.details += _said_target(row)
        self._observe(metric, ())
        self._assess(mission, ())
        self.brought.details.append(message(N_("state: {state}"), state=mission.state))
        return mission

    def renew(self, mission: Mission) -> Mission:
        """The known mission with what the file says of it; what the file is silent on stays."""
        metric = self._now.metric_of(mission.id)
        if metric is None:
            metric = OutcomeMetric(identity.new_id(), mission=mission.id, geography=Wording())
        before_mission, before_metric = mission, metric
        mission = self._with_offices(self.brought.revised(mission, self._row, _MISSION_FIELDS))
        metric = self.brought.revised(metric, self._row, _METRIC_FIELDS)
        self._require_free(mission, before_metric, metric)
        if metric != before_metric:
            metric = replace(metric, decimals=max(metric.decimals, _decimals(self._row)))
            self._draft.put(metric)
        if mission != before_mission:
            self._draft.put(mission)
        self._observe(metric, self._now.observations_of(metric.id))
        self._assess(mission, self._now.assessments_of(mission.id))
        return mission

    def _with_offices(self, mission: Mission) -> Mission:
        if self._office is not None and mission.accountable_office != self._office.id:
            before = self._draft.get(Office, mission.accountable_office)
            name = N_("office that answers for it")
            self.brought.note(
                said_change(name, before.title if before else None, self._office.title)
            )
            mission = replace(mission, accountable_office=self._office.id)
        if self._co_offices and mission.co_offices != self._co_offices:
            self.brought.note(message(N_("the offices that share it change")))
            mission = replace(mission, co_offices=self._co_offices)
        return mission

    def _require_free(self, mission: Mission, before: OutcomeMetric, after: OutcomeMetric) -> None:
        """What is agreed is not changed by a file (D2)."""
        guarded = guarded_changes(mission, before, after)
        if not guarded:
            return
        field = next((row for row, of, _ in _METRIC_FIELDS if of == guarded[0]), "title")
        raise Refused(
            N_("The mission is agreed: this is changed by a decision with a reason."),
            field=_COLUMN_OF.get(field, field),
            rule="D2",
        )

    def _observe(self, metric: OutcomeMetric, seen: Sequence[Observation]) -> None:
        value, period = self._row.observed, self._row.observed_period
        if value is None or period is None:
            return
        before = next((one for one in seen if one.period == period), None)
        if before is not None and before.value == value:
            return
        reference = f"{self._draft.source}, {self._row.line}"
        if before is None:
            made = Observation(
                identity.new_id(),
                metric=metric.id,
                period=period,
                value=value,
                source_reference=reference,
            )
            self._draft.put(made)
            self.brought.note(
                message(N_("observation {period}: {value}"), period=period, value=value)
            )
            return
        revised = replace(before, value=value, source_reference=reference)
        self._draft.put(corrected(before, revised))
        self.brought.note(
            message(
                N_("observation {period}: {before} becomes {value}"),
                period=period,
                before=before.value,
                value=value,
            )
        )

    def _assess(self, mission: Mission, present: Sequence[StatusAssessment]) -> None:
        source = self._draft.source
        for period, confidence in self._row.statuses:
            before = [one for one in present if one.period == period and one.assessor == source]
            if any(one.confidence is confidence for one in before):
                continue
            self._add_assessment(mission, period, confidence)

    def _add_assessment(self, mission: Mission, period: Period, confidence: Confidence) -> None:
        self._draft.put(
            StatusAssessment(
                identity.new_id(),
                mission=mission.id,
                period=period,
                confidence=confidence,
                assessor=self._draft.source,
            )
        )
        self.brought.note(
            message(
                N_("delivery confidence {period}: {word}"),
                period=period,
                word=Message(confidence.word),
            )
        )


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
