# SPDX-License-Identifier: Apache-2.0
"""The state of all missions on one page: how they stand, what needs a hand, what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Office, Person
from missiondesk.domain.progress import Judgement, Rating
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key
from missiondesk.services.due import LOOK_AHEAD_DAYS, Due, due_list

if TYPE_CHECKING:
    from missiondesk.services.session import Session

IN_GOOD_ORDER = (Rating.ACHIEVED, Rating.ON_TRACK)


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One mission in the overview; the two scales stand side by side, never mixed."""

    mission: Mission
    metric: OutcomeMetric | None
    office: Office | None
    holder: Person | None
    judgement: Judgement
    latest: Observation | None
    assessment: StatusAssessment | None
    findings: tuple[Finding, ...]

    @property
    def confidence(self) -> Confidence | None:
        """The newest human judgement of delivery, or None."""
        return self.assessment.confidence if self.assessment else None

    def count(self, severity: Severity) -> int:
        """How many of its findings have this severity."""
        return sum(one.severity is severity for one in self.findings)


class Overview:
    """What the first page shows; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._rows: tuple[Situation, tuple[Finding, ...], tuple[OverviewRow, ...]] | None = None
        self._session = session

    def rows(self, *, alone: bool = False) -> tuple[OverviewRow, ...]:
        """One row a mission, by code; ``alone`` is without findings, which take a while."""
        now, found = self._session.situation, () if alone else self._session.findings
        if self._rows is not None and self._rows[0] is now and self._rows[1] is found:
            return self._rows[2]  # a page asks for them and for what they say together
        findings: dict[str, list[Finding]] = {}
        for one in found:
            findings.setdefault(one.mission, []).append(one)
        ordered = sorted(now.missions, key=lambda mission: sort_key(mission.code, "da"))
        rows = tuple(_row(now, one, tuple(findings.get(one.id, ()))) for one in ordered)
        self._rows = now, found, rows
        return rows

    def headline(self, tr: Translator, *, alone: bool = False) -> tuple[str, ...]:
        """The state of affairs in a few sentences of the screen's language; the last counts errors,
        unless ``alone``.
        """
        listed = self.rows(alone=alone)
        rows = [row for row in listed if row.mission.state.live]
        if not rows:
            return (tr.say(N_("There is no agreed mission yet.")),)
        sentences = [_on_track(rows, tr)]
        behind = Counter(row.judgement.rating for row in rows)
        if behind[Rating.DETERIORATION]:
            count = behind[Rating.DETERIORATION]
            sentences.append(
                tr.plural(
                    "{count} mission is moving away from its target.",
                    "{count} missions are moving away from their targets.",
                    count,
                )
            )
        if behind[Rating.MISSED]:
            sentences.append(
                tr.plural(
                    "{count} mission has missed its target.",
                    "{count} missions have missed their targets.",
                    behind[Rating.MISSED],
                )
            )
        if behind[Rating.CANNOT_RATE]:
            count = behind[Rating.CANNOT_RATE]
            sentences.append(
                tr.plural("{count} cannot be rated.", "{count} cannot be rated.", count)
            )
        sentences += _uncounted(listed, tr)
        errors = sum(row.count(Severity.ERROR) for row in rows)
        if errors:
            sentences.append(
                tr.plural("{count} error needs a hand.", "{count} errors need a hand.", errors)
            )
        return tuple(sentences)

    def findings(self) -> tuple[Finding, ...]:
        """What needs a hand: errors and warnings, worst first; notes stay on their pages."""
        return tuple(one for one in self._session.findings if one.severity is not Severity.NOTE)

    def due(self, on: date | None = None, days: int = LOOK_AHEAD_DAYS) -> tuple[Due, ...]:
        """What is overdue or falls due within ``days`` of the day (today), earliest first."""
        return due_list(self._session.situation, on or self._session.today, days)


def _row(now: Situation, mission: Mission, findings: tuple[Finding, ...]) -> OverviewRow:
    metric = now.metric_of(mission.id)
    seen = now.observations_of(metric.id) if metric else ()
    judged = [one for one in now.assessments_of(mission.id) if one.confidence is not None]
    return OverviewRow(
        mission=mission,
        metric=metric,
        office=now.get(Office, mission.accountable_office),
        holder=now.holder(mission.accountable_office, now.today),
        judgement=now.judgement_of(mission.id),
        latest=seen[-1] if seen else None,
        assessment=judged[-1] if judged else None,
        findings=findings,
    )


def _uncounted(rows: Sequence[OverviewRow], tr: Translator) -> list[str]:
    """The list shows all missions: who counts its lines is told why they are more."""
    states = [row.mission.state for row in rows if not row.mission.state.live]
    early = sum(state in (MissionState.IDEA, MissionState.PROPOSED) for state in states)
    over = len(states) - early
    said = []
    if early:
        said.append(
            tr.plural(
                "{count} that is not agreed yet is not counted.",
                "{count} that are not agreed yet are not counted.",
                early,
            )
        )
    if over:
        said.append(
            tr.plural(
                "{count} that is over is not counted.",
                "{count} that are over are not counted.",
                over,
            )
        )
    return said


def _on_track(rows: list[OverviewRow], tr: Translator) -> str:
    good = sum(row.judgement.rating in IN_GOOD_ORDER for row in rows)
    if good == len(rows):
        return tr.plural(
            "The only mission is on track.", "All {count} missions are on track.", good
        )
    if good == 0:
        return tr.plural(
            "The only mission is not on track.",
            "None of {count} missions is on track.",
            len(rows),
        )
    return tr.plural(
        "{count} of {all} missions is on track.",
        "{count} of {all} missions are on track.",
        good,
        all=len(rows),
    )
