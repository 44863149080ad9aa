# SPDX-License-Identifier: Apache-2.0
"""Budget lines: an initiative's money by source and year, one-off and permanent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.session import Session


class BudgetLines:
    """The verbs about budget lines."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> BudgetLine | None:
        """The line with this id, or None."""
        return self._session.store.get(BudgetLine, key)

    def of_initiative(self, initiative: str) -> tuple[BudgetLine, ...]:
        """The lines of an initiative in the order in which they were entered."""
        return self._session.situation.referring(BudgetLine, "initiative", initiative)

    def add(self, line: BudgetLine) -> BudgetLine:
        """Add the line; it gets an id when it has none.

        Raises:
            Refused: There is no such initiative, or an amount is wrong.
        """
        line = replace(line, id=line.id or identity.new_id())
        self._sound(line)
        with self._session.write(Verb.ADD_BUDGET_LINE, line.id, self._about(line)) as unit:
            unit.save(line)
        return line

    def revise(self, line: BudgetLine) -> BudgetLine:
        """Write the line as given.

        Raises:
            Refused: An amount is wrong.
        """
        self._session.the(BudgetLine, line.id)
        self._sound(line)
        with self._session.write(Verb.REVISE_BUDGET_LINE, line.id, self._about(line)) as unit:
            unit.save(line)
        return line

    def remove(self, key: str) -> None:
        """Remove the line."""
        line = self._session.the(BudgetLine, key)
        with self._session.write(Verb.REMOVE_BUDGET_LINE, key, self._about(line)) as unit:
            unit.remove(BudgetLine, key)

    def _about(self, line: BudgetLine) -> str:
        initiative = self._session.store.get(Initiative, line.initiative)
        return name_of(initiative) if initiative is not None else ""

    def _sound(self, line: BudgetLine) -> None:
        self._session.the(Initiative, line.initiative)
        years = [money.year for money in line.amounts]
        if len(set(years)) != len(years):
            raise Refused(N_("The line has two amounts for one year."), field="amounts")
        if any(money.oere < 0 for money in line.amounts):
            raise Refused(N_("An amount of the line is negative."), field="amounts")
        if line.permanent is not None and line.permanent < 0:
            raise Refused(N_("The permanent effect is negative."), field="permanent")
