# SPDX-License-Identifier: Apache-2.0
"""Reading, writing in Steps, the trail, undo and redo, listeners."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from missiondesk.domain import identity
from missiondesk.domain.entities import KINDS
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Change, Step, Verb
from missiondesk.domain.wording import Wording
from missiondesk.store.rows import encode
from missiondesk.store.store import Store
from missiondesk.store.workspace import create, open_workspace
from tests.builders import (
    a_block,
    a_letter,
    a_metric,
    a_ministry,
    a_mission,
    an_initiative,
    an_observation,
    an_office,
)


def add(store: Store, *records: object) -> None:
    with store.write(Verb.IMPORT, "", "records") as unit:
        for record in records:
            unit.save(record)  # type: ignore[arg-type]


# ---------------------------------------------------------------- writing


def test_a_step_says_who_did_what_when_and_how_the_record_was(store: Store) -> None:
    mission = a_mission()
    moment = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    with identity.fixed(moment), store.write(Verb.ADD_MISSION, mission.id, "M1") as unit:
        unit.save(mission)
    with store.write(Verb.REVISE_MISSION, mission.id, "M1") as unit:
        unit.save(replace(mission, title=Wording("Ny", "New"), horizon=None))

    second, first = store.steps()
    assert (first.number, first.parent, first.at, first.who) == (1, None, moment, "Sekretær")
    assert (first.verb, first.subject, first.about) == (Verb.ADD_MISSION, mission.id, "M1")
    assert first.changes == (Change("mission", mission.id, None, encode(mission)),)
    assert (second.number, second.parent) == (2, first.id)
    assert second.changes == (
        Change(
            "mission",
            mission.id,
            {"title": encode(mission)["title"], "horizon": "2030"},
            {"title": '{"da":"Ny","en":"New"}', "horizon": None},
        ),
    )
    assert second.touches(Mission)
    assert second.keys(Mission) == (mission.id,)
    assert unit.step == second


def test_what_is_the_same_again_leaves_no_step(store: Store) -> None:
    mission = a_mission()
    add(store, mission)
    with store.write(Verb.REVISE_MISSION, mission.id) as unit:
        unit.save(replace(mission))
        unit.save(replace(mission, code="M9"))
        unit.save(mission)
        passing = a_ministry()
        unit.save(passing)
        unit.remove(Ministry, passing.id)
        unit.remove(Ministry, identity.new_id())
    assert unit.step is None
    assert len(store.steps()) == 1


def test_a_record_written_twice_in_a_step_is_one_change(store: Store) -> None:
    mission = a_mission()
    add(store, mission)
    with store.write(Verb.REVISE_MISSION, mission.id) as unit:
        unit.save(replace(mission, code="M2"))
        unit.save(replace(mission, code="M3"))
    assert unit.step is not None
    assert unit.step.changes == (Change("mission", mission.id, {"code": "M1"}, {"code": "M3"}),)


def test_an_error_leaves_no_trace(store: Store) -> None:
    mission = a_mission()
    add(store, mission)
    with suppress(ZeroDivisionError), store.write(Verb.REVISE_MISSION, mission.id) as unit:
        unit.save(replace(mission, code="M2"))
        raise ZeroDivisionError
    assert store.get(Mission, mission.id) == mission
    assert len(store.steps()) == 1
    with pytest.raises(RuntimeError, match="ended"):
        unit.save(replace(mission, code="M3"))
    add(store, a_ministry())


def test_a_unit_sees_its_own_writes_and_nobody_else_does(store: Store) -> None:
    first, second = a_mission(), a_mission(code="M2")
    add(store, first)
    with store.write(Verb.ADD_MISSION, second.id) as unit:
        unit.save(second)
        unit.save(replace(first, note="new"))
        assert unit.get(Mission, second.id) == second
        assert [mission.note for mission in unit.all(Mission)] == ["new", ""]
        assert unit.where(Mission, code="M2") == (second,)
        unit.remove(Mission, first.id)
        assert unit.all(Mission) == (second,)
        assert unit.get(Mission, first.id) is None
        assert store.all(Mission) == (first,)
    assert store.all(Mission) == (second,)


def test_one_verb_is_one_step(store: Store) -> None:
    with store.write(Verb.ADD_MISSION, ""):
        with pytest.raises(RuntimeError, match="one verb"), store.write(Verb.ADD_MISSION, ""):
            pass
        with pytest.raises(RuntimeError, match="one verb"):
            store.undo()


def test_records_stay_in_the_order_in_which_they_came(store: Store) -> None:
    missions = tuple(a_mission(code=f"M{number}") for number in range(5))
    add(store, *missions)
    add(store, replace(missions[1], note="x"))
    assert [mission.code for mission in store.all(Mission)] == ["M0", "M1", "M2", "M3", "M4"]
    with store.write(Verb.REMOVE_MISSION, missions[2].id) as unit:
        unit.remove(Mission, missions[2].id)
    add(store, a_mission(code="M5"))
    store.undo()
    store.undo()
    assert [mission.code for mission in store.all(Mission)] == ["M0", "M1", "M2", "M3", "M4"]


# ---------------------------------------------------------------- what the tables refuse


def test_a_mission_has_one_key_metric(store: Store) -> None:
    mission = a_mission()
    key, other = a_metric(mission=mission.id), a_metric(mission=mission.id, key=False)
    add(store, mission, key, other)
    with pytest.raises(Refused) as refused:
        add(store, replace(other, key=True))
    assert "one key metric" in refused.value.message.msgid
    assert store.get(OutcomeMetric, other.id) == other
    # The two change their roles within one Step, in either order.
    add(store, replace(other, key=True), replace(key, key=False))
    add(store, replace(other, key=False), replace(key, key=True))


def test_a_metric_has_one_figure_a_period_and_two_may_change_places(store: Store) -> None:
    mission = a_mission()
    metric = a_metric(mission=mission.id)
    first = an_observation(metric=metric.id, period=Period("2024"))
    second = an_observation(metric=metric.id, period=Period("2025"))
    add(store, mission, metric, first, second)
    with pytest.raises(Refused):
        add(store, replace(second, period=Period("2024")))
    add(store, replace(first, period=second.period), replace(second, period=first.period))
    assert [row.period.text for row in store.all(Observation)] == ["2025", "2024"]
    store.undo()
    assert store.all(Observation) == (first, second)


def test_nothing_is_removed_that_others_refer_to(store: Store) -> None:
    office = an_office()
    mission = a_mission(accountable_office=office.id)
    add(store, mission, office)  # the order within a Step is free
    with pytest.raises(Refused), store.write(Verb.REMOVE_OFFICE, office.id) as unit:
        unit.remove(type(office), office.id)
    with pytest.raises(Refused):
        add(store, a_metric())
    assert store.all(type(office)) == (office,)
    assert len(store.steps()) == 1


@pytest.mark.parametrize("text", ["half \ud800 a pair", "x" * (17 * 1024 * 1024)])
def test_what_no_file_can_hold_is_refused(store: Store, text: str) -> None:
    with pytest.raises(Refused):
        add(store, a_mission(note=text))
    with pytest.raises(Refused):
        add(store, a_mission(title=Wording(text)))
    assert store.all(Mission) == ()
    add(store, a_mission(note="nul \x00, quote ' and \u2028"))


def test_a_number_no_file_can_hold_is_refused(store: Store) -> None:
    with pytest.raises(Refused):
        add(store, a_mission(wicked_causes=2**70))


# ---------------------------------------------------------------- undo, redo


def test_undo_is_a_step_and_redo_is_the_undo_of_the_undo(store: Store) -> None:
    mission = a_mission()
    add(store, mission)
    add(store, replace(mission, code="M2"))
    undo = store.undo()
    assert store.get(Mission, mission.id) == mission
    redo = store.redo()
    second_undo = store.undo()
    _, _, _, done, _ = store.steps()
    assert undo.undoes == done.id
    assert redo.undoes == undo.id
    assert second_undo.undoes == redo.id
    assert (undo.verb, undo.about) == (done.verb, done.about)
    assert store.redoable is not None
    assert store.redoable.id == second_undo.id


def test_a_new_deed_ends_what_could_be_redone(store: Store) -> None:
    add(store, a_mission())
    store.undo()
    assert store.redoable is not None
    add(store, a_mission())
    assert store.redoable is None
    with pytest.raises(Refused, match="nothing to redo"):
        store.redo()


def test_nothing_to_undo_is_refused(store: Store) -> None:
    assert store.undoable is None
    with pytest.raises(Refused, match="nothing to undo"):
        store.undo()


def test_an_issued_letter_is_a_barrier(store: Store) -> None:
    letter = a_letter()
    add(store, letter, a_block(letter=letter.id))
    with store.write(Verb.ISSUE_LETTER, letter.id, "2026-001") as unit:
        unit.save(replace(letter, number="2026-001"))
    assert store.undoable is None
    add(store, a_mission())
    store.undo()
    with pytest.raises(Refused):
        store.undo()
    assert store.get(type(letter), letter.id) == replace(letter, number="2026-001")


def test_undo_is_refused_when_the_record_is_not_as_it_was_left(store: Store) -> None:
    mission = a_mission()
    add(store, mission)
    add(store, replace(mission, code="M2"))
    raw = store._ledger.database.raw
    raw.execute('UPDATE change SET after = \'{"code":"M7"}\' WHERE before IS NOT NULL')
    with pytest.raises(Refused, match="changed since"):
        store.undo()
    raw.execute('UPDATE change SET before = \'{"state":"?"}\', after = \'{"code":"M2"}\'')
    with pytest.raises(Refused, match="trail is damaged"):
        store.undo()
    assert store.where(Mission, code="M2")


def test_a_large_import_is_one_step_and_comes_back_in_one(store: Store) -> None:
    mission = a_mission()
    add(store, mission)
    add(store, *(an_initiative(code=f"I{n}", mission=mission.id) for n in range(2000)))
    initiative = KINDS["initiative"]
    before = store.all(initiative)
    assert len(store.undo().changes) == 2000
    assert store.all(initiative) == ()
    store.redo()
    assert store.all(initiative) == before


# ---------------------------------------------------------------- the trail, listeners, threads


def test_the_trail_is_read_page_by_page_and_record_by_record(store: Store) -> None:
    missions = [a_mission(code=f"M{number}") for number in range(7)]
    for mission in missions:
        add(store, mission)
    add(store, replace(missions[3], note="x"))
    assert [step.number for step in store.steps(limit=3)] == [8, 7, 6]
    assert [step.number for step in store.steps(limit=2, before=6)] == [5, 4]
    assert [step.number for step in store.steps(record=(Mission, missions[3].id))] == [8, 4]
    assert store.steps(before=1) == ()


def test_listeners_hear_each_step_after_it_is_done_until_they_leave(store: Store) -> None:
    heard: list[tuple[Step, int]] = []
    leave = store.listen(lambda step: heard.append((step, len(store.all(Mission)))))
    add(store, a_mission())
    store.undo()
    with pytest.raises(Refused):
        add(store, a_metric())
    leave()
    leave()
    add(store, a_mission())
    assert [(step.number, count) for step, count in heard] == [(1, 1), (2, 0)]
    assert heard[0][0].changes


def test_a_listener_may_write(store: Store) -> None:
    def answer(step: Step) -> None:
        if step.verb is Verb.ADD_MISSION:
            add(store, a_ministry())

    store.listen(answer)
    with store.write(Verb.ADD_MISSION, "") as unit:
        unit.save(a_mission())
    assert [step.verb for step in store.steps()] == [Verb.IMPORT, Verb.ADD_MISSION]


def test_threads_take_turns_and_readers_never_see_half_a_step(store: Store) -> None:
    first, second = a_ministry(code="0"), a_ministry(code="0")
    add(store, first, second)
    torn: list[tuple[str, ...]] = []

    def write() -> None:
        for _ in range(50):
            with store.write(Verb.REVISE_MINISTRY, "") as unit:
                number = int(unit.all(Ministry)[0].code) + 1
                for ministry in (first, second):
                    unit.save(replace(ministry, code=str(number)))

    def read() -> None:
        for _ in range(2000):
            codes = tuple(ministry.code for ministry in store.all(Ministry))
            if len(set(codes)) != 1:
                torn.append(codes)

    threads = [threading.Thread(target=write) for _ in range(2)]
    threads.append(threading.Thread(target=read))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert torn == []
    assert {ministry.code for ministry in store.all(Ministry)} == {"100"}
    numbers = [step.number for step in store.steps()]
    assert numbers == list(range(101, 0, -1))


def test_a_kept_file_stays_under_its_hash_through_undo_and_reopening(tmp_path: Path) -> None:
    path = tmp_path / "a.mission"
    store = create(path, "Sekretær")
    with store.write(Verb.ADD_MISSION, "", "M1") as unit:
        unit.save(a_mission())
        sha256 = unit.keep(b"%PDF-1.7 brev", "application/pdf")
        assert unit.keep(b"%PDF-1.7 brev", "application/pdf") == sha256
    store.undo()
    assert store.kept(sha256) == b"%PDF-1.7 brev"
    assert store.kept("0" * 64) is None
    store.close()
    store = open_workspace(path, "Sekretær")
    assert store.kept(sha256) == b"%PDF-1.7 brev"
    store.close()


def test_a_kept_file_of_a_failed_step_is_not_kept(store: Store) -> None:
    sha256 = ""
    with suppress(ZeroDivisionError), store.write(Verb.ADD_MISSION, "", "M1") as unit:
        sha256 = unit.keep(b"brev", "application/pdf")
        raise ZeroDivisionError
    assert sha256
    assert store.kept(sha256) is None
