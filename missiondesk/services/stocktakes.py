# SPDX-License-Identifier: Apache-2.0
"""Stocktakes: planned with a cut-off, frozen so that all look at the same figures, then held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.entities import Entity
from missiondesk.domain.learning import LearningEntry
from missiondesk.domain.message import N_
from missiondesk.domain.metric import Observation
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.domain.stocktake import Stocktake, StocktakeState
from missiondesk.services.naming import name_of
from missiondesk.services.past import reaching, records_after

if TYPE_CHECKING:
    from missiondesk.services.session import Session

MOST_ISSUES = 3
# What may still be written once the figures are frozen: what the meeting brought.
_OPEN_WHEN_FROZEN = ("decisions_taken", "note", "held")


class Stocktakes:
    """The verbs about stocktakes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Stocktake, ...]:
        """All stocktakes, the newest first."""
        rows = self._session.store.all(Stocktake)
        return tuple(sorted(rows, key=lambda it: (it.held.last, it.number), reverse=True))

    def get(self, key: str) -> Stocktake | None:
        """The stocktake with this id, or None."""
        return self._session.store.get(Stocktake, key)

    def of_mission(self, mission: str) -> tuple[Stocktake, ...]:
        """Stocktakes of a mission, oldest first; "" finds those of all missions."""
        return self._session.situation.stocktakes_of(mission)

    def name(self, key: str) -> str:
        """What people call it: the mission or all of them, and its number."""
        return self._name(self._session.the(Stocktake, key))

    # -- verbs -------------------------------------------------------------------------
    def plan(
        self, mission: str | None, held: Period | None = None, data_cutoff: Period | None = None
    ) -> Stocktake:
        """Plan a stocktake of a mission, or of all of them; held today unless said otherwise.

        Raises:
            Refused: There is no such mission, or the figures end after the meeting.
        """
        if mission is not None:
            self._session.the(Mission, mission)
        today = day(self._session.today)
        known = self._session.situation.stocktakes_of(mission or "")
        made = Stocktake(
            identity.new_id(),
            mission=mission,
            number=1 + max((one.number for one in known), default=0),
            held=held or today,
            data_cutoff=data_cutoff or held or today,
        )
        _sound(made)
        return self._keep(Verb.PLAN_STOCKTAKE, made)

    def revise(self, stocktake: Stocktake) -> Stocktake:
        """Write the stocktake as given.

        Raises:
            Refused: The figures are frozen and more than the meeting's outcome is changed, the
                state is changed by another way than `freeze` and `hold`, or a field is wrong.
        """
        before = self._session.the(Stocktake, stocktake.id)
        if stocktake.state is not before.state:
            raise Refused(N_("The state is changed by its own step."), field="state")
        if before.state.fixed:
            for name in Stocktake.__dataclass_fields__:
                if name in _OPEN_WHEN_FROZEN or getattr(before, name) == getattr(stocktake, name):
                    continue
                raise Refused(
                    N_("The figures are frozen; only what the meeting brought can be written."),
                    field=name,
                )
        _sound(stocktake)
        return self._keep(Verb.REVISE_STOCKTAKE, stocktake)

    def freeze(self, key: str) -> Stocktake:
        """Freeze the figures: from now on the stocktake shows what is known at this moment.

        Raises:
            Refused: They are frozen already.
        """
        before = self._session.the(Stocktake, key)
        if before.state.fixed:
            raise Refused(N_("The figures are frozen already."), field="state")
        frozen = replace(before, state=StocktakeState.FROZEN)
        return self._keep(Verb.FREEZE_STOCKTAKE, frozen)

    def hold(self, key: str) -> Stocktake:
        """Note that the meeting was held.

        Raises:
            Refused: The figures are not frozen yet, or it was held already.
        """
        before = self._session.the(Stocktake, key)
        if before.state is not StocktakeState.FROZEN:
            raise Refused(N_("Freeze the figures first; then note the meeting."), field="state")
        return self._keep(Verb.HOLD_STOCKTAKE, replace(before, state=StocktakeState.HELD))

    def remove(self, key: str) -> None:
        """Remove a stocktake that was not held.

        Raises:
            Refused: It was held: what was seen there stays on record.
        """
        before = self._session.the(Stocktake, key)
        if before.state is StocktakeState.HELD:
            raise Refused(N_("A stocktake that was held stays on record."))
        with self._session.write(Verb.REMOVE_STOCKTAKE, key, self._name(before)) as unit:
            unit.remove(Stocktake, key)

    # -- what was seen -----------------------------------------------------------------
    def seen(self, key: str) -> Situation:
        """The data that the stocktake shows: frozen ones when they are, up to its cut-off.

        Raises:
            Refused: There is no such stocktake.
        """
        stocktake = self._session.the(Stocktake, key)
        now = self._session.situation
        records = {kind: now.all(kind) for kind in now.kinds}
        if stocktake.state.fixed:
            step = reaching(self._session.store, stocktake, StocktakeState.FROZEN.value)
            if step is not None:
                records = records_after(self._session.store, now, step.number)
        return _until(records, stocktake)

    def _name(self, stocktake: Stocktake) -> str:
        mission = self._session.store.get(Mission, stocktake.mission) if stocktake.mission else None
        return f"{name_of(mission)} {stocktake.number}" if mission else str(stocktake.number)

    def _keep(self, verb: Verb, stocktake: Stocktake) -> Stocktake:
        with self._session.write(verb, stocktake.id, self._name(stocktake)) as unit:
            unit.save(stocktake)
        return stocktake


def _until(records: dict[type[Entity], tuple[Entity, ...]], stocktake: Stocktake) -> Situation:
    """Without figures published after the cut-off and judgements made after the meeting.

    A figure that does not say when it was published counts by the end of its period.
    """
    cutoff, held = stocktake.data_cutoff.last, stocktake.held.last
    kept = dict(records)
    kept[Observation] = tuple(
        one
        for one in records.get(Observation, ())
        if isinstance(one, Observation) and (one.published or one.period).last <= cutoff
    )
    for kind in (StatusAssessment, LearningEntry):
        kept[kind] = tuple(
            one
            for one in records.get(kind, ())
            if isinstance(one, StatusAssessment | LearningEntry) and one.period.first <= held
        )
    return Situation(kept, cutoff)


def _sound(stocktake: Stocktake) -> None:
    if stocktake.data_cutoff.first > stocktake.held.last:
        raise Refused(N_("The figures are cut off after the meeting is held."), field="data_cutoff")
    for text in (stocktake.issues.da, stocktake.issues.en):
        if len([line for line in text.splitlines() if line.strip()]) > MOST_ISSUES:
            raise Refused(
                N_("A stocktake has {most} issues at most; leave the others to the mission."),
                field="issues",
                most=MOST_ISSUES,
            )
