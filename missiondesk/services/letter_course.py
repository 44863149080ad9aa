# SPDX-License-Identifier: Apache-2.0
"""The course of a letter through its states: who moved it, and on which day, as the trail tells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.period import Period
from missiondesk.domain.step import Step

if TYPE_CHECKING:
    from missiondesk.store.store import Store


_STATES = {state.value: state for state in LetterState}


class CourseStep(NamedTuple):
    """One state that a letter came into."""

    state: LetterState
    day: date
    who: str


def course(store: Store, letter: Letter) -> tuple[CourseStep, ...]:
    """All states of the letter, oldest first; what was taken back is not told.

    A state's day is the one that the letter was given with it. A draft that was given none is as
    old as the trail says, yet never younger than the state after it.
    """
    steps = tuple(reversed(store.steps(record=(Letter, letter.id), alone=True)))
    found: list[CourseStep] = []
    given: Period | None = None
    for step in _standing(steps):
        for change in step.changes:
            after = (change.after or {}) if change.key == letter.id else {}
            if "state_date" in after:  # a change holds only what became another
                told = after["state_date"]
                given = Period(told) if isinstance(told, str) else None
            state = after.get("state")
            if isinstance(state, str):
                day = given.last if given else step.at.astimezone().date()
                found.append(CourseStep(_STATES[state], day, step.who))
    return tuple(_in_order(found))


def _in_order(steps: list[CourseStep]) -> list[CourseStep]:
    """No state on a later day than the one that follows it."""
    found: list[CourseStep] = []
    for step in reversed(steps):
        found.append(step._replace(day=min(step.day, found[-1].day)) if found else step)
    return found[::-1]


def _standing(steps: tuple[Step, ...]) -> list[Step]:
    """The steps that no later one took back, in their order; a redo lets its step stand again."""
    by_id = {step.id: step for step in steps}
    standing: dict[str, Step] = {}
    for step in steps:
        undone = by_id.get(step.undoes or "")
        if step.undoes is None:
            standing[step.id] = step
        elif undone is not None and undone.undoes is None:
            standing.pop(undone.id, None)
        elif undone is not None and undone.undoes in by_id:
            again = by_id[undone.undoes]
            standing[again.id] = again
    return list(standing.values())
