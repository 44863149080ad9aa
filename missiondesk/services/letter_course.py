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
    """All states of the letter, oldest first; what was taken back is not told."""
    steps = tuple(reversed(store.steps(record=(Letter, letter.id), alone=True)))
    found = []
    for step in _standing(steps):
        for change in step.changes:
            state = (change.after or {}).get("state") if change.key == letter.id else None
            if isinstance(state, str) and change.after is not None:
                told = change.after.get("state_date")
                day = Period(told).last if isinstance(told, str) else step.at.astimezone().date()
                found.append(CourseStep(_STATES[state], day, step.who))
    return tuple(found)


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
