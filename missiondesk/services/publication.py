# SPDX-License-Identifier: Apache-2.0
"""The public part of a situation, from which all that is public is built (SEC-07)."""

from __future__ import annotations

from dataclasses import replace

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.letter import Classification, CommonBlock, Letter, LetterBlock
from missiondesk.domain.metric import Observation, OutcomeMetric, TrajectoryPoint
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission, Publication
from missiondesk.domain.organisation import Appointment, Ministry, Office, OfficeLevel, Person
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation


def published(situation: Situation) -> Situation:
    """Public missions with their public initiatives and milestones, figures and commitments.

    Left out are internal records and all that hangs on them, people's assessments, stocktakes,
    feeds of figures, replies to letters, internal notes and evidence, officials and case officers,
    and letters that may not be published.
    """
    missions = {one.id: replace(one, note="") for one in situation.missions if _public(one)}
    initiatives = {
        one.id: replace(one, note="", office=_minister(situation, one.office))
        for one in situation.initiatives
        if _public(one) and one.mission in missions
    }
    metrics = {one.id: one for one in situation.all(OutcomeMetric) if one.mission in missions}
    letters = {
        one.id: replace(one, case_officer="")
        for one in situation.letters
        if publishable(one) and (one.mission is None or one.mission in missions)
    }
    records: dict[type[Entity], tuple[Entity, ...]] = {
        Secretariat: situation.all(Secretariat),
        Ministry: situation.all(Ministry),
        **_officeholders(situation),
        Mission: tuple(missions.values()),
        OutcomeMetric: tuple(metrics.values()),
        Observation: tuple(
            replace(one, note="") for one in situation.all(Observation) if one.metric in metrics
        ),
        TrajectoryPoint: tuple(
            replace(one, note="") for one in situation.all(TrajectoryPoint) if one.metric in metrics
        ),
        MetricChange: tuple(
            replace(one, reference="")
            for one in situation.all(MetricChange)
            if one.metric in metrics
        ),
        LearningEntry: _learning(situation, missions, initiatives),
        Initiative: tuple(initiatives.values()),
        Milestone: _milestones(situation, missions, initiatives),
        Commitment: tuple(
            replace(one, evidence="", reason="", lead_office=_minister(situation, one.lead_office))
            for one in situation.commitments
            if one.mission in missions
        ),
        Letter: tuple(letters.values()),
        LetterBlock: tuple(one for one in situation.all(LetterBlock) if one.letter in letters),
        CommonBlock: situation.all(CommonBlock),
        PlatformChapter: situation.all(PlatformChapter),
        PlatformGoal: _goals(situation, missions),
    }
    return Situation(records, situation.today)


def publishable(letter: Letter) -> bool:
    """Signed, in force, and marked as may be published."""
    return letter.state.in_force and letter.classification is Classification.PUBLISHABLE


def _learning(
    situation: Situation, missions: dict[str, Mission], initiatives: dict[str, Initiative]
) -> tuple[LearningEntry, ...]:
    return tuple(
        one
        for one in situation.all(LearningEntry)
        if _public(one)
        and one.mission in missions
        and (one.initiative is None or one.initiative in initiatives)
    )


def _goals(situation: Situation, missions: dict[str, Mission]) -> tuple[PlatformGoal, ...]:
    """A goal stays public when its mission is not; it only does not say which one it is."""
    return tuple(
        replace(
            one,
            mission=one.mission if one.mission in missions else None,
            office=_minister(situation, one.office),
        )
        for one in situation.all(PlatformGoal)
        if _public(one)
    )


def _public(record: Mission | Initiative | Milestone | LearningEntry | PlatformGoal) -> bool:
    return record.publication is Publication.PUBLIC


def _milestones(
    situation: Situation, missions: dict[str, Mission], initiatives: dict[str, Initiative]
) -> tuple[Milestone, ...]:
    """A milestone of an internal initiative would give that one away."""
    return tuple(
        replace(one, evidence="", office=_minister(situation, one.office))
        for one in situation.all(Milestone)
        if _public(one)
        and one.mission in missions
        and (one.initiative is None or one.initiative in initiatives)
    )


def _officeholders(situation: Situation) -> dict[type[Entity], tuple[Entity, ...]]:
    """Ministers and permanent secretaries; nobody below is named in public."""
    offices = [one for one in situation.all(Office) if one.level is not OfficeLevel.OFFICIAL]
    kept = {one.id for one in offices}
    held = [one for one in situation.all(Appointment) if one.office in kept]
    named = {one.person for one in held}
    return {
        Office: tuple(offices),
        Appointment: tuple(held),
        Person: tuple(one for one in situation.all(Person) if one.id in named),
    }


def _minister(situation: Situation, office: str | None) -> str | None:
    found = situation.get(Office, office)
    return None if found is None or found.level is OfficeLevel.OFFICIAL else office
