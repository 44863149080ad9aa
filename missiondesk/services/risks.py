# SPDX-License-Identifier: Apache-2.0
"""Risks, judged by probability and impact, and what waits for what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from missiondesk.domain import identity
from missiondesk.domain.issue import Dependency, Risk, RiskState
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.waiting import Circle, circles, ends_of
from missiondesk.services.naming import name_of, next_number

if TYPE_CHECKING:
    from missiondesk.services.session import Session

NUMBERED: Final = "R"
MOST: Final = 5


class Risks:
    """The verbs about risks; each is one Step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str | None) -> Risk | None:
        """The risk with this id, or None."""
        return self._session.situation.get(Risk, key)

    def all(self) -> tuple[Risk, ...]:
        """Open risks with the heaviest first, those not judged after them, the others last."""
        return tuple(sorted(self._session.situation.all(Risk), key=_order))

    def add(self, risk: Risk) -> Risk:
        """Add a risk under the next number.

        Raises:
            Refused: What may come is not said, or it is judged out of 1 to 5.
        """
        known = tuple(one.number for one in self._session.situation.all(Risk))
        made = replace(
            risk,
            id=risk.id or identity.new_id(),
            number=risk.number or f"{NUMBERED}{next_number(known, NUMBERED)}",
        )
        _sound(made)
        return self._session.keep(Verb.ADD_RISK, made)

    def revise(self, risk: Risk) -> Risk:
        """Write the risk as given.

        Raises:
            Refused: What may come is not said, or it is judged out of 1 to 5.
        """
        self._session.the(Risk, risk.id)
        _sound(risk)
        return self._session.keep(Verb.REVISE_RISK, risk)

    def remove(self, key: str) -> None:
        """Remove the risk."""
        gone = self._session.the(Risk, key)
        with self._session.write(Verb.REMOVE_RISK, key, name_of(gone)) as unit:
            unit.remove(Risk, key)


class Dependencies:
    """The verbs about dependencies; each is one Step."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str | None) -> Dependency | None:
        """The dependency with this id, or None."""
        return self._session.situation.get(Dependency, key)

    def all(self) -> tuple[Dependency, ...]:
        """Dependencies, what is needed first at the top, the met and the undated last."""
        rows = self._session.situation.all(Dependency)
        return tuple(
            sorted(
                rows,
                key=lambda it: (it.met is not None, it.due.last.toordinal() if it.due else 10**7),
            )
        )

    def circles(self) -> tuple[Circle, ...]:
        """Efforts that wait for each other (G9)."""
        return circles(self._session.situation.all(Dependency))

    def add(self, dependency: Dependency) -> Dependency:
        """Note that one effort waits for another.

        Raises:
            Refused: One of both is not said, or it would wait for itself.
        """
        made = replace(dependency, id=dependency.id or identity.new_id())
        _sound_dependency(made)
        return self._session.keep(Verb.ADD_DEPENDENCY, made)

    def revise(self, dependency: Dependency) -> Dependency:
        """Write the dependency as given.

        Raises:
            Refused: One of both is not said, or it would wait for itself.
        """
        self._session.the(Dependency, dependency.id)
        _sound_dependency(dependency)
        return self._session.keep(Verb.REVISE_DEPENDENCY, dependency)

    def remove(self, key: str) -> None:
        """Remove the dependency."""
        gone = self._session.the(Dependency, key)
        with self._session.write(Verb.REMOVE_DEPENDENCY, key, name_of(gone)) as unit:
            unit.remove(Dependency, key)


def weight_of(risk: Risk) -> int | None:
    """Probability times impact, or None while one of them is not judged."""
    if risk.probability is None or risk.impact is None:
        return None
    return risk.probability * risk.impact


def _order(risk: Risk) -> tuple[bool, int, str]:
    return risk.state is not RiskState.OPEN, -(weight_of(risk) or 0), risk.number


def _sound(risk: Risk) -> None:
    if not risk.event.strip():
        raise Refused(N_("Say what may happen."), field="event")
    for field in ("probability", "impact"):
        value = getattr(risk, field)
        if value is not None and not 1 <= value <= MOST:
            raise Refused(N_("Probability and impact go from 1 to 5."), field=field)


def _sound_dependency(dependency: Dependency) -> None:
    waits, on = ends_of(dependency)
    if waits is None:
        raise Refused(N_("Say what waits."), field="initiative")
    if on is None:
        raise Refused(N_("Say for what it waits."), field="on_initiative")
    if waits == on:
        raise Refused(N_("Nothing waits for itself."), field="on_initiative", rule="G9")
