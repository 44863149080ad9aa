# SPDX-License-Identifier: Apache-2.0
"""Criteria of initiatives: what a gate looks at, and what would make us scale or stop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import gates, identity
from missiondesk.domain.gate import Criterion, Gate
from missiondesk.domain.gates import CriterionState
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class Criteria:
    """The verbs about criteria."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> Criterion | None:
        """The criterion with this id, or None."""
        return self._session.store.get(Criterion, key)

    def of_initiative(self, initiative: str) -> tuple[CriterionState, ...]:
        """All criteria of an initiative as they stand now."""
        return gates.criteria_of(self._session.situation, initiative)

    def add(self, criterion: Criterion) -> Criterion:
        """Add a criterion of an initiative; it gets an id when it has none.

        Raises:
            Refused: It belongs to no initiative, has no text, or its gate is of another one.
        """
        criterion = replace(criterion, id=criterion.id or identity.new_id())
        self._sound(criterion)
        return self._session.keep(Verb.ADD_CRITERION, criterion)

    def revise(self, criterion: Criterion) -> Criterion:
        """Write the criterion as given.

        Raises:
            Refused: As `add`.
        """
        self._session.the(Criterion, criterion.id)
        self._sound(criterion)
        return self._session.keep(Verb.REVISE_CRITERION, criterion)

    def remove(self, key: str) -> None:
        """Remove the criterion."""
        criterion = self._session.the(Criterion, key)
        with self._session.write(Verb.REMOVE_CRITERION, key, name_of(criterion)) as unit:
            unit.remove(Criterion, key)

    def _sound(self, criterion: Criterion) -> None:
        store = self._session.store
        if store.get(Initiative, criterion.initiative) is None:
            raise Refused(N_("A criterion belongs to an initiative."), field="initiative")
        if not criterion.text:
            raise Refused(N_("A criterion needs a text."), field="text")
        gate = store.get(Gate, criterion.gate) if criterion.gate else None
        if gate is not None and gate.initiative != criterion.initiative:
            raise Refused(N_("The gate is one of another initiative."), field="gate")
