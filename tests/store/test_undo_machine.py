# SPDX-License-Identifier: Apache-2.0
"""A machine plays the secretariat: whatever it does, undo and redo lead through the states it saw.

Beside it stands a witness of triggers: what the database saw written is exactly what the trail
tells, so nothing was written around the Unit.
"""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.letter import Letter, LetterBlock
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step, Stored, Verb
from missiondesk.domain.wording import Wording
from missiondesk.store.image import PLAIN
from missiondesk.store.inspection import inspect
from missiondesk.store.rows import encode
from missiondesk.store.store import Store
from missiondesk.store.unit import Unit
from missiondesk.store.workspace import create, in_memory, open_workspace
from tests.builders import (
    a_block,
    a_letter,
    a_metric,
    a_mission,
    an_initiative,
    an_observation,
    an_office,
)
from tests.store.any_record import TEXTS
from tests.store.witness import Witness, as_testified

State = dict[str, tuple[Entity, ...]]
YEARS = st.integers(1990, 2010).map(lambda year: Period(str(year)))
PICK = st.integers(0, 1_000_000)


def state_of(store: Store) -> State:
    return {kind: store.all(KINDS[kind]) for kind in KINDS}


def replayed(steps: tuple[Step, ...]) -> dict[str, dict[str, dict[str, Stored]]]:
    """The present as the trail alone tells it."""
    present: dict[str, dict[str, dict[str, Stored]]] = {kind: {} for kind in KINDS}
    for step in sorted(steps, key=lambda step: step.number):
        for change in step.changes:
            rows = present[change.kind]
            if change.after is None:
                del rows[change.key]
            else:
                rows[change.key] = {**rows.get(change.key, {}), **change.after}
    return present


def rows_of(store: Store) -> dict[str, dict[str, dict[str, Stored]]]:
    return {
        kind: {record.id: encode(record) for record in store.all(KINDS[kind])} for kind in KINDS
    }


class Deeds:
    """The things a secretariat does, each as one Step, drawn by numbers."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def one(self, kind: type[Any], pick: int) -> Any:
        rows = self.store.all(kind)
        return rows[pick % len(rows)] if rows else None

    def add_mission(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        office = self.one(Office, pick)
        mission = a_mission(note=text, accountable_office=office and office.id)
        unit.save(a_metric(mission=mission.id))
        unit.save(mission)

    def add_office(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        unit.save(an_office(title=Wording(text, text)))

    def revise_mission(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        if mission := self.one(Mission, pick):
            unit.save(replace(mission, title=Wording(text, mission.title.en), horizon=period))

    def observe(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        if metric := self.one(OutcomeMetric, pick):
            for old in unit.where(Observation, metric=metric.id, period=period):
                unit.remove(Observation, old.id)
            unit.save(an_observation(metric=metric.id, period=period, note=text))

    def swap_periods(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        metric = self.one(OutcomeMetric, pick)
        rows = unit.where(Observation, metric=metric.id) if metric else ()
        if len(rows) > 1:
            unit.save(replace(rows[0], period=rows[1].period))
            unit.save(replace(rows[1], period=rows[0].period))

    def add_initiative(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        mission = self.one(Mission, pick)
        unit.save(an_initiative(note=text, mission=mission and mission.id))

    def draft_letter(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        letter = a_letter(unit=text, date=period)
        unit.save(a_block(letter=letter.id, text=text))
        unit.save(letter)

    def remove_letter(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        if letter := self.one(Letter, pick):
            for block in unit.where(LetterBlock, letter=letter.id):
                unit.remove(LetterBlock, block.id)
            unit.remove(Letter, letter.id)

    def remove_mission(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        mission = self.one(Mission, pick)
        if mission is None:
            return
        for initiative in unit.where(Initiative, mission=mission.id):
            unit.save(replace(initiative, mission=None))
        for metric in unit.where(OutcomeMetric, mission=mission.id):
            for row in unit.where(Observation, metric=metric.id):
                unit.remove(Observation, row.id)
            unit.remove(OutcomeMetric, metric.id)
        unit.remove(Mission, mission.id)

    def clear_and_add(self, unit: Unit, pick: int, text: str, period: Period) -> None:
        for initiative in unit.all(Initiative):
            unit.remove(Initiative, initiative.id)
        for number in range(pick % 4):
            unit.save(an_initiative(code=f"{text}{number}"))


DEEDS = [name for name in vars(Deeds) if not name.startswith("_") and name != "one"]


class Secretary(RuleBasedStateMachine):
    """Random verbs, failures, undo, redo and restarts, against the remembered states."""

    @initialize()
    def begin(self) -> None:
        self.sit_down(in_memory("Maskine"))
        self.past: list[State] = []
        self.future: list[State] = []

    def sit_down(self, store: Store) -> None:
        self.store = store
        self.witness = Witness(store)
        self.deeds = Deeds(store)
        self.present = state_of(store)

    def heard(self, step: Step | None) -> None:
        assert as_testified(step.changes if step else (), self.witness.testimony())

    @rule(deed=st.sampled_from(DEEDS), pick=PICK, text=TEXTS, period=YEARS)
    def do(self, deed: str, pick: int, text: str, period: Period) -> None:
        with self.store.write(Verb.IMPORT, "", deed) as unit:
            getattr(self.deeds, deed)(unit, pick, text, period)
        self.heard(unit.step)
        if unit.step is not None:
            self.past.append(self.present)
            self.future.clear()
        self.present = state_of(self.store)

    @rule(deed=st.sampled_from(DEEDS), pick=PICK, period=YEARS)
    def fail(self, deed: str, pick: int, period: Period) -> None:
        with suppress(KeyboardInterrupt), self.store.write(Verb.IMPORT, "") as unit:
            getattr(self.deeds, deed)(unit, pick, "never", period)
            raise KeyboardInterrupt
        self.heard(None)

    @rule()
    def contradict(self) -> None:
        writing = self.store.write(Verb.IMPORT, "")
        unit = writing.__enter__()
        unit.save(a_mission())
        unit.save(a_metric())
        with pytest.raises(Refused):
            writing.__exit__(None, None, None)
        self.heard(None)

    @rule()
    def issue(self) -> None:
        with self.store.write(Verb.ISSUE_LETTER, "") as unit:
            unit.save(a_letter())
        self.heard(unit.step)
        self.past.clear()
        self.future.clear()
        self.present = state_of(self.store)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.heard(self.store.undo())
        self.future.append(self.present)
        self.present = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.heard(self.store.redo())
        self.past.append(self.present)
        self.present = self.future.pop()

    @rule()
    def restart(self) -> None:
        image = PLAIN.wrap(self.store.image())
        self.store.close(discard=True)
        self.sit_down(Store(inspect(image).ledger, "Maskine"))

    @invariant()
    def the_present_is_the_remembered_one(self) -> None:
        if not hasattr(self, "store"):
            return
        assert state_of(self.store) == self.present
        assert (self.store.undoable is not None) == bool(self.past)
        assert (self.store.redoable is not None) == bool(self.future)

    def teardown(self) -> None:
        if not hasattr(self, "store"):
            return
        while self.past:
            self.undo()
            assert state_of(self.store) == self.present
        while self.future:
            self.redo()
            assert state_of(self.store) == self.present
        assert replayed(self.store.steps()) == rows_of(self.store)
        self.store.close(discard=True)


TestSecretary = Secretary.TestCase
TestSecretary.settings = settings(max_examples=10, stateful_step_count=30)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_the_machine_for_long() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Secretary, settings=settings(max_examples=200, stateful_step_count=60)
    )


@pytest.mark.parametrize("most", [120, pytest.param(600, marks=pytest.mark.long)])
def test_hundreds_of_steps_back_and_forth_over_restarts(path: Path, most: int) -> None:
    draw = random.Random(2026)
    store = create(path, "Maskine")
    states = [state_of(store)]
    while len(states) <= most:
        with store.write(Verb.IMPORT, "", "deed") as unit:
            deed = draw.choice(DEEDS)
            year = Period(str(draw.randint(1990, 2010)))
            getattr(Deeds(store), deed)(unit, draw.randint(0, 1000), f"æ{len(states)}", year)
        if unit.step is not None:
            states.append(state_of(store))

    for stop in (most * 3 // 4, most // 3, 0):
        store.close()
        store = open_workspace(path, "Maskine")
        for number in range(_place(store, states), stop, -1):
            assert state_of(store) == states[number]
            store.undo()
    assert state_of(store) == states[0]
    assert store.undoable is None

    store.close()
    store = open_workspace(path, "Maskine")
    for expected in states[1:]:
        store.redo()
        assert state_of(store) == expected
    assert store.redoable is None
    assert len(store.steps()) == 3 * most
    assert replayed(store.steps()) == rows_of(store)
    store.close()


def _place(store: Store, states: list[State]) -> int:
    return states.index(state_of(store))


def test_every_kind_is_watched(store: Store) -> None:
    assert set(KINDS) == set(KIND_OF.values())
    Witness(store)
    (count,) = store._ledger.database.raw.execute(
        "SELECT count(*) FROM sqlite_temp_master WHERE type = 'trigger'"
    ).fetchone()
    assert count == 3 * len(KINDS)


def test_the_witness_would_see_a_write_around_the_unit(store: Store) -> None:
    witness = Witness(store)
    mission = a_mission()
    with store.write(Verb.ADD_MISSION, mission.id) as unit:
        unit.save(mission)
        store._ledger.database.raw.execute("INSERT INTO person VALUES ('x', 'Y', 'Z')")
    assert unit.step is not None
    assert not as_testified(unit.step.changes, witness.testimony())
