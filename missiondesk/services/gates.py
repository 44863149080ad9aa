# SPDX-License-Identifier: Apache-2.0
"""Gates: planned, revised and decided; a pass moves the initiative's stage in the same Step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import gates, identity, lifecycle
from missiondesk.domain.gate import Gate, GateResult
from missiondesk.domain.gates import CriterionState
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import SkillRequirement
from missiondesk.domain.skills_gap import uncovered_critical
from missiondesk.domain.step import Verb
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.gate_outcome import Outcome, decided, require_covered
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit


class Gates:
    """The verbs about gates."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -------------------------------------------------------------------------
    def get(self, key: str) -> Gate | None:
        """The gate with this id, or None."""
        return self._session.store.get(Gate, key)

    def of_initiative(self, initiative: str) -> tuple[Gate, ...]:
        """Gates of an initiative, the decided ones first."""
        return gates.gates_of(self._session.situation, initiative)

    def criteria(self, gate: Gate) -> tuple[CriterionState, ...]:
        """What the gate looks at, as it stands now."""
        return gates.criteria_for(self._session.situation, gate)

    def uncovered(self, initiative: str) -> tuple[SkillRequirement, ...]:
        """Critical skills that nobody covers: they block the gate to scale (K6)."""
        return uncovered_critical(self._session.situation, initiative, self._session.today)

    # -- planning ------------------------------------------------------------------------
    def plan(self, gate: Gate) -> Gate:
        """Plan a gate of an initiative; without stages it leads to the next one.

        Raises:
            Refused: There is no such initiative, it has no date, or its stages do not follow.
        """
        initiative = self._initiative(gate)
        gate = replace(gate, id=gate.id or identity.new_id())
        self._sound(gate)
        with self._session.write(Verb.PLAN_GATE, gate.id, name_of(initiative)) as unit:
            unit.save(gate)
            self._date(unit, initiative)
        return gate

    def plan_next(self, initiative: str, due: Period | None = None) -> Gate:
        """Plan the gate out of the stage in which the initiative is, on its next decision's date
        unless another is given.

        Raises:
            Refused: There is no stage to follow, or no date.
        """
        found = self._session.the(Initiative, initiative)
        following = gates.step_after(found.stage)
        if following is None:
            raise Refused(N_("No gate follows this stage: it is closed when its time is over."))
        when = due or found.gate_due
        return self.plan(Gate("", found.id, found.stage, following, when))

    def revise(self, gate: Gate) -> Gate:
        """Write the gate as given; its result is only recorded by `decide`.

        Raises:
            Refused: It has no date, its stages do not follow, or the result is changed.
        """
        before = self._session.the(Gate, gate.id)
        if gate.result is not before.result:
            raise Refused(N_("A result is recorded, not written over."), field="result")
        self._sound(gate)
        initiative = self._initiative(gate)
        with self._session.write(Verb.REVISE_GATE, gate.id, name_of(initiative)) as unit:
            unit.save(gate)
            self._date(unit, initiative)
        return gate

    def remove(self, key: str) -> None:
        """Remove the gate with its own criteria; decisions taken at it stay.

        The initiative keeps its date when no other gate is planned.
        """
        gate = self._session.the(Gate, key)
        initiative = self._initiative(gate)
        with self._session.write(Verb.REMOVE_GATE, key, name_of(initiative)) as unit:
            remove_with_belongings(unit, Gate, key)
            self._date(unit, initiative)

    # -- deciding ------------------------------------------------------------------------
    def decide(self, key: str, outcome: Outcome) -> Gate:
        """Record what a gate decided: the stage, the decision and the next date in one Step.

        Raises:
            Refused: It was decided before; the outcome lacks its conditions, reason, new date or
                who decided; the stage does not follow; or a critical skill is uncovered (K6).
        """
        gate = self._session.the(Gate, key)
        if gate.result is not None:
            raise Refused(N_("The gate has been decided."), field="result")
        return self._decide(gate, outcome)

    def pass_by(self, initiative: str, to_stage: Stage, outcome: Outcome) -> Gate:
        """Record the outcome of the gate to this stage: the one that is planned, or one that was
        held without having been planned.

        Raises:
            Refused: As `decide`.
        """
        found = self._session.the(Initiative, initiative)
        planned = [
            one
            for one in self.of_initiative(initiative)
            if one.result is None and (one.from_stage, one.to_stage) == (found.stage, to_stage)
        ]
        gate = gates.earliest(planned)
        if gate is None:
            lifecycle.require(found.stage, to_stage, "stage")
            held = outcome.held or day(self._session.today)
            gate = Gate(identity.new_id(), initiative, found.stage, to_stage, held)
        return self._decide(gate, outcome)

    def _decide(self, gate: Gate, outcome: Outcome) -> Gate:
        initiative = self._initiative(gate)
        made = decided(self._session.situation, gate, initiative, outcome)
        with self._session.write(Verb.PASS_GATE, gate.id, name_of(initiative)) as unit:
            unit.save(made.gate)
            unit.save(made.decision)
            if made.again is not None:
                unit.save(made.again)
            self._date(unit, made.initiative)
        return made.gate

    def meet_conditions(self, key: str) -> Initiative:
        """The conditions of the gate are met: the initiative enters the next stage.

        Raises:
            Refused: The gate was not passed on conditions, the stage does not follow, or a
                critical skill is uncovered (K6).
        """
        gate = self._session.the(Gate, key)
        initiative = self._initiative(gate)
        if gate.result is not GateResult.CONDITIONAL:
            raise Refused(N_("The gate was not passed on conditions."), field="result")
        lifecycle.require(initiative.stage, gate.to_stage, "stage")
        require_covered(self._session.situation, initiative.id, gate.to_stage)
        moved = replace(initiative, stage=gate.to_stage, stage_since=day(self._session.today))
        return self._session.keep(Verb.MOVE_INITIATIVE, moved)

    # -- rules ---------------------------------------------------------------------------
    def _initiative(self, gate: Gate) -> Initiative:
        found = self._session.store.get(Initiative, gate.initiative)
        if found is None:
            raise Refused(N_("A gate belongs to an initiative."), field="initiative")
        return found

    @staticmethod
    def _sound(gate: Gate) -> None:
        if gate.due is None:
            raise Refused(N_("A gate needs a date."), field="due")
        if not lifecycle.may_follow(gate.from_stage, gate.to_stage):
            lifecycle.require(gate.from_stage, gate.to_stage, "to_stage")
            raise Refused(N_("A gate leads from one stage to another."), field="to_stage")

    @staticmethod
    def _date(unit: Unit, initiative: Initiative) -> None:
        """Let the initiative's next decision be the gate that is due first, if there is one."""
        following = gates.earliest(unit.where(Gate, initiative=initiative.id))
        if following is not None:
            initiative = replace(initiative, gate_due=following.due)
        unit.save(initiative)
