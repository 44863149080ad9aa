# SPDX-License-Identifier: Apache-2.0
"""The public part of a situation, from which all that is public is built (SEC-07)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from weakref import WeakKeyDictionary

from missiondesk.domain.actor import Actor, ActorCommitment, Consent, Stance
from missiondesk.domain.body import Body, Membership
from missiondesk.domain.budget_line import BudgetLine, BudgetState
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.decision import Decision
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
from missiondesk.domain.skill import Expert, Skill

Publishable = (
    Mission
    | Initiative
    | Milestone
    | LearningEntry
    | PlatformGoal
    | ActorCommitment
    | Body
    | Decision
)


def published(situation: Situation) -> Situation:
    """Public missions with their public initiatives and milestones, figures and commitments.

    Left out are internal records and all that hangs on them, people's assessments, stocktakes,
    feeds of figures, replies to letters, internal notes and evidence, officials and case officers,
    letters that may not be published, actors that have not consented, meetings, issues, risks,
    gates, needs of skills, names of experts, and money that is not appropriated.

    Every letter that may be published asks for it: it is remembered with the situation.
    """
    found = _PUBLISHED.get(situation)
    if found is None:
        found = _PUBLISHED[situation] = _published(situation)
    return found


def publishing(situation: Situation) -> Iterator[None]:
    """Make part by part what takes longest of what `published` says; it is quick then."""
    if situation in _PUBLISHED:
        return
    missions = {one.id: one for one in situation.missions if _public(one)}
    for place, one in enumerate(situation.initiatives):
        if _public(one) and one.mission in missions:
            _shown(situation, one, missions)
        if place % _PART == 0:
            yield


_PART = 300  # initiatives between two looks at the events

_PUBLISHED: WeakKeyDictionary[Situation, Situation] = WeakKeyDictionary()


def _published(situation: Situation) -> Situation:
    missions = {one.id: replace(one, note="") for one in situation.missions if _public(one)}
    initiatives = {
        one.id: _shown(situation, one, missions)
        for one in situation.initiatives
        if _public(one) and one.mission in missions
    }
    _forget_all_but(initiatives)
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
        **_coalition(situation, missions, initiatives),
        **_governance(situation, missions, initiatives),
        Skill: situation.all(Skill),
        Expert: tuple(
            replace(one, name="", affiliation="", conflict_text="")
            for one in situation.all(Expert)
            if one.mission is None or one.mission in missions
        ),
    }
    return Situation(records, situation.today)


def _shown(situation: Situation, one: Initiative, missions: dict[str, Mission]) -> Initiative:
    """The initiative without what people judged of it and what was withheld.

    Most of a government's initiatives are the same after a step as before it: these are kept.
    """
    office = _minister(situation, one.office)
    also = tuple(key for key in one.also_missions if key in missions)
    known = _SHOWN.get(one.id)
    if known is not None and known[0] is one:
        shown = known[1]
        if shown.office == office and shown.also_missions == also:
            return shown
    shown = _made_public(one, office, also)
    _SHOWN[one.id] = one, shown
    return shown


_SHOWN: dict[str, tuple[Initiative, Initiative]] = {}


def _forget_all_but(initiatives: Mapping[str, Initiative]) -> None:
    """Keep no more than one situation has."""
    if len(_SHOWN) > 2 * len(initiatives):
        for key in _SHOWN.keys() - initiatives.keys():
            _SHOWN.pop(key, None)


def _made_public(one: Initiative, office: str | None, also: tuple[str, ...]) -> Initiative:
    return replace(
        one,
        note="",
        office=office,
        also_missions=also,
        impact=None,
        feasibility=None,
        risk_level=None,
        benefit_light=None,
        overall_light=None,
        track=None,
        track_since=None,
        delivery_confidence=None,
        confidence_note="",
        confidence_date=None,
        after_staff="",
        withheld="",
        source_reference="",
    )


def _coalition(
    situation: Situation, missions: dict[str, Mission], initiatives: dict[str, Initiative]
) -> dict[type[Entity], tuple[Entity, ...]]:
    """Actors that consented to be named, and what they publicly commit to."""
    actors = {
        one.id: replace(
            one, note="", contact_role="", address="", influence=None, stance=Stance.NEUTRAL
        )
        for one in situation.all(Actor)
        if one.consent is Consent.GIVEN
    }
    promises = tuple(
        replace(one, evidence="", initiative=_kept(one.initiative, initiatives))
        for one in situation.all(ActorCommitment)
        if _public(one) and one.actor in actors and (one.mission is None or one.mission in missions)
    )
    return {Actor: tuple(actors.values()), ActorCommitment: promises}


def _governance(
    situation: Situation, missions: dict[str, Mission], initiatives: dict[str, Initiative]
) -> dict[type[Entity], tuple[Entity, ...]]:
    """Public bodies with ministers, permanent secretaries and consenting actors in them, public
    decisions, and appropriated money.
    """
    bodies = {
        one.id: replace(one, note="")
        for one in situation.all(Body)
        if _public(one) and (one.mission is None or one.mission in missions)
    }
    bodies = {
        key: replace(one, reports_to=_kept(one.reports_to, bodies)) for key, one in bodies.items()
    }
    return {
        Body: tuple(bodies.values()),
        Membership: tuple(
            replace(one, note="")
            for one in situation.all(Membership)
            if one.body in bodies and _may_be_named(situation, one)
        ),
        Decision: tuple(
            replace(
                one,
                body=_kept(one.body, bodies),
                meeting=None,
                gate=None,
                initiative=_kept(one.initiative, initiatives),
                owner=_minister(situation, one.owner),
                rationale="",
                rejected="",
                money=(),
                freed=(),
                decided_by="",
            )
            for one in situation.all(Decision)
            if _public(one) and (one.mission is None or one.mission in missions)
        ),
        BudgetLine: tuple(
            replace(one, note="")
            for one in situation.all(BudgetLine)
            if one.initiative in initiatives and one.state is BudgetState.APPROPRIATED
        ),
    }


def _may_be_named(situation: Situation, seat: Membership) -> bool:
    actor = situation.get(Actor, seat.actor)
    if actor is not None:
        return actor.consent is Consent.GIVEN
    return _minister(situation, seat.office) is not None


def _kept(key: str | None, records: Mapping[str, Entity]) -> str | None:
    return key if key in records else None


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


def _public(record: Publishable) -> bool:
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
