# SPDX-License-Identifier: Apache-2.0
"""Initiatives: the portfolio under the missions that is launched, scaled and closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity, lifecycle
from missiondesk.domain.gate import Gate
from missiondesk.domain.gates import earliest
from missiondesk.domain.initiative import Initiative, Light, Stage, Track
from missiondesk.domain.initiative_assessment import InitiativeAssessment, half_year_of
from missiondesk.domain.lights import lights_of
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.language import sort_key
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.closing import closed_with, require_closable
from missiondesk.services.gate_outcome import require_covered
from missiondesk.services.naming import name_of, next_number

if TYPE_CHECKING:
    from missiondesk.services.session import Session


def by_code(initiatives: Iterable[Initiative]) -> tuple[Initiative, ...]:
    """In the order of their codes, M1.2 before M1.10."""
    return tuple(sorted(initiatives, key=lambda one: sort_key(one.code, "da")))


def sound_initiative(initiative: Initiative) -> None:
    """Let an initiative through whose dates and frame fit each other.

    Raises:
        Refused: It ends before it begins, or an amount of the frame is wrong.
    """
    start, end = initiative.start, initiative.end
    if start is not None and end is not None and end.last < start.first:
        raise Refused(N_("The initiative ends before it begins."), field="end")
    years = [money.year for money in initiative.frame]
    if len(set(years)) != len(years):
        raise Refused(N_("The frame has two amounts for one year."), field="frame")
    if any(money.oere < 0 for money in initiative.frame):
        raise Refused(N_("An amount of the frame is negative."), field="frame")


class Initiatives:
    """The verbs about initiatives."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Initiative, ...]:
        """All initiatives by code, M1.2 before M1.10."""
        return by_code(self._session.store.all(Initiative))

    def get(self, key: str) -> Initiative | None:
        """The initiative with this id, or None."""
        return self._session.store.get(Initiative, key)

    def of_mission(self, mission: str) -> tuple[Initiative, ...]:
        """Initiatives of a mission by code."""
        return by_code(self._session.situation.initiatives_of(mission))

    def next_code(self, mission: str | None) -> str:
        """The next free code: M3.1, M3.2 … under a mission, I1, I2 … without one."""
        found = self._session.store.get(Mission, mission) if mission else None
        prefix = f"{found.code}." if found else "I"
        codes = tuple(one.code for one in self._session.store.all(Initiative))
        return f"{prefix}{next_number(codes, prefix)}"

    def add(self, initiative: Initiative) -> Initiative:
        """Add the initiative; it gets an id and a code when it has none.

        Raises:
            Refused: It has no title, its code is taken, or a date or amount is wrong.
        """
        initiative = replace(
            initiative,
            id=initiative.id or identity.new_id(),
            code=initiative.code.strip() or self.next_code(initiative.mission),
            stage_since=initiative.stage_since or day(self._session.today),
        )
        self._sound(initiative)
        return self._session.keep(Verb.ADD_INITIATIVE, initiative)

    def revise(self, initiative: Initiative) -> Initiative:
        """Write the initiative as given.

        The date of its next decision is that of its next gate: the gate moves with it. A light of
        the whole that people give anew is kept for this half-year (G8).

        Raises:
            Refused: A field is wrong, its stage does not follow the present one, it is scaled
                with a critical skill uncovered (K6), or closed without what that asks for (P8).
        """
        before = self._session.the(Initiative, initiative.id)
        if initiative.stage is not before.stage:
            initiative = entered(self._session.situation, before, initiative)
        self._sound(initiative)
        gate = earliest(self._session.situation.referring(Gate, "initiative", initiative.id))
        with self._session.write(
            Verb.REVISE_INITIATIVE, initiative.id, name_of(initiative)
        ) as unit:
            unit.save(initiative)
            if initiative.overall_light not in (None, before.overall_light):
                unit.save(self._judged(initiative))
            moved = initiative.gate_due not in (None, before.gate_due)
            if moved and gate is not None and gate.due == before.gate_due:
                unit.save(replace(gate, due=initiative.gate_due))
        return initiative

    def move(self, key: str, stage: Stage) -> Initiative:
        """Move the initiative to another stage, from today on; `Gates.pass_by` records what a
        gate decided, `close` closes.

        Raises:
            Refused: The stage does not follow the present one, a critical skill is uncovered
                (K6), or it would be closed without what that asks for (P8).
        """
        before = self._session.the(Initiative, key)
        if before.stage is stage:
            return before
        initiative = entered(self._session.situation, before, replace(before, stage=stage))
        return self._session.keep(Verb.MOVE_INITIATIVE, initiative)

    def close(
        self, initiative: Initiative, on: Period | None = None, decided_by: str = ""
    ) -> Initiative:
        """Close the initiative with the reason, the learning and all else that it is given; the
        decision to close it is recorded, or carried out where there is one.

        Args:
            on: When; today unless given.

        Raises:
            Refused: A field that closing asks for is empty (P8), or it is closed already.
        """
        before = self._session.the(Initiative, initiative.id)
        lifecycle.require(before.stage, Stage.CLOSED, "stage")
        if before.stage is Stage.CLOSED:
            raise Refused(N_("The initiative is closed."), field="stage")
        require_closable(replace(initiative, stage=before.stage))
        closed, decision = closed_with(
            self._session.situation, initiative, on or day(self._session.today), decided_by
        )
        self._sound(closed)
        with self._session.write(Verb.CLOSE_INITIATIVE, closed.id, name_of(closed)) as unit:
            unit.save(closed)
            unit.save(decision)
        return closed

    def follow(self, key: str, track: Track) -> Initiative:
        """Say what is done about a yellow or red light: one of three tracks, from today on.

        Raises:
            Refused: No light of it is yellow or red.
        """
        initiative = self._session.the(Initiative, key)
        lights = lights_of(initiative, self._session.today)
        if not {lights.shown, lights.worst} & {Light.YELLOW, Light.RED}:
            raise Refused(N_("Only a yellow or red light asks for a track."), field="track")
        on = day(self._session.today)
        return self._session.keep(
            Verb.REVISE_INITIATIVE, replace(initiative, track=track, track_since=on)
        )

    def assess(self, key: str) -> InitiativeAssessment:
        """Keep for this half-year what people judge of the whole today.

        Raises:
            Refused: Nobody has judged the whole.
        """
        initiative = self._session.the(Initiative, key)
        if initiative.overall_light is None:
            raise Refused(N_("Judge the whole first."), field="overall_light")
        made = self._judged(initiative)
        with self._session.write(Verb.ASSESS_INITIATIVE, key, name_of(initiative)) as unit:
            unit.save(made)
        return made

    def assessments(self, key: str) -> tuple[InitiativeAssessment, ...]:
        """The judgements that were kept of the initiative, the newest first."""
        kept = self._session.situation.referring(InitiativeAssessment, "initiative", key)
        return tuple(sorted(kept, key=lambda it: it.period.last, reverse=True))

    def _judged(self, initiative: Initiative) -> InitiativeAssessment:
        """This half-year's judgement: the one that is kept already, or a new one."""
        period = half_year_of(self._session.today)
        kept = (one for one in self.assessments(initiative.id) if one.period == period)
        one = next(kept, None) or InitiativeAssessment(identity.new_id())
        return replace(
            one,
            initiative=initiative.id,
            period=period,
            light=initiative.overall_light or one.light,
            note=initiative.confidence_note,
            assessor=self._session.store.who,
        )

    def remove(self, key: str) -> None:
        """Remove the initiative; its milestones and what it taught stay with the mission."""
        initiative = self._session.the(Initiative, key)
        with self._session.write(Verb.REMOVE_INITIATIVE, key, name_of(initiative)) as unit:
            remove_with_belongings(unit, Initiative, key)

    def _sound(self, initiative: Initiative) -> None:
        require_filled(initiative)
        if not initiative.code.strip():
            raise Refused(N_("An initiative needs a code."), field="code")
        wanted = initiative.code.casefold()
        for other in self._session.store.all(Initiative):
            if other.code.casefold() == wanted and other.id != initiative.id:
                raise Refused(N_("The code {code} is taken."), field="code", code=initiative.code)
        sound_initiative(initiative)


def require_filled(initiative: Initiative) -> None:
    """Let an initiative through that has a title, and a contribution whose ends fit each other.

    Raises:
        Refused: It has no title, or the contribution at most is less than that at least.
    """
    if not initiative.title:
        raise Refused(N_("An initiative needs a title."), field="title")
    low, high = initiative.contribution_low, initiative.contribution_high
    if low is not None and high is not None and low > high:
        raise Refused(
            N_("The contribution at most is less than that at least."),
            field="contribution_high",
        )


def entered(now: Situation, before: Initiative, after: Initiative) -> Initiative:
    """The initiative in its new stage, from today on unless it says since when.

    Raises:
        Refused: The stage does not follow, a critical skill is uncovered (K6), or it would be
            closed without what that asks for (P8).
    """
    lifecycle.require(before.stage, after.stage, "stage")
    require_covered(now, before.id, after.stage)
    if after.stage is Stage.CLOSED:
        require_closable(replace(after, stage=before.stage))
    if after.stage_since == before.stage_since:
        return replace(after, stage_since=day(now.today))
    return after
