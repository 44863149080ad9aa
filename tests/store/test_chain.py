# SPDX-License-Identifier: Apache-2.0
"""The chain of seals: whatever is edited, removed or moved in the trail is found."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain.identity import new_id
from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.domain.trail_check import in_groups
from missiondesk.store.database import Database
from missiondesk.store.image import PLAIN
from missiondesk.store.inspection import inspect
from missiondesk.store.ledger import Ledger
from missiondesk.store.store import Store
from missiondesk.store.workspace import in_memory, open_workspace
from tests.builders import a_mission, an_initiative

FILES = Path(__file__).with_name("files")
TABLES = ("step", "change", "joined_step", "joined_change")


def lived() -> Store:
    """A trail with adding, revising, removing, undo, and a copy that was taken in."""
    store = in_memory("Anna")
    mission = a_mission()
    with store.write(Verb.ADD_MISSION, mission.id, "M1 Færre unge") as unit:
        unit.save(mission)
        unit.save(an_initiative(mission=mission.id))
    copy = again(store)
    copy.who = "Bo"
    for note in ("fra kopien", "og igen"):
        with copy.write(Verb.REVISE_MISSION, mission.id, "M1") as unit:
            unit.save(replace(mission, note=note))
    other = an_initiative()
    with store.write(Verb.ADD_INITIATIVE, other.id, "I2") as unit:
        unit.save(other)
    store.undo()
    news = copy.steps()[:2]
    with store.write(Verb.MERGE, news[0].id, "kopi.mission") as unit:
        unit.save(replace(mission, note="og igen"))
        unit.join(news)
    with store.write(Verb.REMOVE_MISSION, mission.id, "M1") as unit:
        for initiative in unit.all(type(other)):
            unit.remove(type(other), initiative.id)
        unit.remove(Mission, mission.id)
    copy.close(discard=True)
    return store


def again(store: Store) -> Store:
    """The same workspace as it is opened from its file."""
    return Store(inspect(PLAIN.wrap(store.image())).ledger, store.who)


def raw_of(store: Store) -> sqlite3.Connection:
    raw = store._ledger.database.raw
    raw.execute("PRAGMA foreign_keys = OFF")
    return raw


def test_a_trail_as_it_was_written_is_whole_also_after_reopening() -> None:
    store = lived()
    for one in (store, again(store)):
        found = one.check_trail()
        assert found.whole
        assert found.steps == 5
        assert found.adopted == found.purged == 0
        assert found.head == one.steps()[0].seal.value  # type: ignore[union-attr]
    assert in_groups(found.head, 8) == f"{found.head[:4]} {found.head[4:8]}"


def test_undo_and_redo_lengthen_the_chain(store: Store) -> None:
    with store.write(Verb.ADD_MISSION, "", "M1") as unit:
        unit.save(a_mission())
    heads = [store.check_trail().head]
    for take_back in (store.undo, store.redo):
        step = take_back()
        assert step.seal is not None
        assert step.seal.follows == heads[-1]
        heads.append(store.check_trail().head)
    assert store.check_trail().whole
    assert len(set(heads)) == 3


def test_a_step_s_seal_can_be_made_by_any_program(store: Store) -> None:
    """As the head of store/chain.py describes it, with nothing of ours."""
    mission = a_mission()
    with store.write(Verb.ADD_MISSION, mission.id, "M1 æøå") as unit:
        unit.save(mission)
    raw = raw_of(store)

    def sha(value: object) -> str:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    raw.row_factory = sqlite3.Row
    step, change = (raw.execute(f"SELECT * FROM {name}").fetchone() for name in ("step", "change"))
    told = sha([change["salt"], change["before"], change["after"]])
    head = [step[name] for name in ("id", "number", "parent", "at", "who", "verb", "subject")]
    link = [1, change["kind"], change["key"], False, True, told]
    words = sha([step["salt"], "M1 æøå"])
    made = sha(["missiondesk trail 1", "", *head, step["undoes"], 0, "", words, [link]])
    assert made == step["seal"] == store.check_trail().head
    raw.row_factory = None


def cells(raw: sqlite3.Connection) -> list[tuple[str, int, str]]:
    found = []
    for table in TABLES:
        names = [name for _, name, *_ in raw.execute(f"PRAGMA table_info({table})")]
        for (row,) in raw.execute(f"SELECT rowid FROM {table} ORDER BY rowid").fetchall():
            found += [(table, row, name) for name in names]
    return found


def another(value: Any, pick: int) -> Any:
    if value is None:
        return "{}" if pick % 2 else "x"
    if isinstance(value, int):
        return value + 1 + pick
    if value and pick % 3 == 0:
        place = pick % len(value)
        return value[:place] + ("a" if value[place] != "a" else "b") + value[place + 1 :]
    return value[:-1] if value and pick % 3 == 1 else value + " "


LIVED = lived().image()


def reopened() -> Store:
    database = Database()
    database.load(LIVED)
    return Store(Ledger(database), "Anna")


@settings(max_examples=150)
@given(st.integers(0, 10_000), st.integers(0, 1_000))
def test_an_edited_cell_is_found(place: int, pick: int) -> None:
    store = reopened()
    raw = raw_of(store)
    every = cells(raw)
    table, row, name = every[place % len(every)]
    (value,) = raw.execute(f'SELECT "{name}" FROM {table} WHERE rowid = ?', (row,)).fetchone()
    try:
        raw.execute(f'UPDATE {table} SET "{name}" = ? WHERE rowid = ?', (another(value, pick), row))
    except sqlite3.IntegrityError:  # a number that another step has
        store.close(discard=True)
        return
    assert not store.check_trail().whole, (table, row, name)
    store.close(discard=True)


@settings(max_examples=40)
@given(st.sampled_from(TABLES), st.integers(0, 50))
def test_a_removed_row_is_found(table: str, pick: int) -> None:
    store = reopened()
    raw = raw_of(store)
    rows = [row for (row,) in raw.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]
    row = rows[pick % len(rows)]
    last = raw.execute("SELECT max(rowid) FROM step").fetchone()[0]
    raw.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
    # The last Step alone leaves a chain that is whole: `services.trail` finds it by the records.
    assert store.check_trail().whole == (table == "step" and row == last)
    store.close(discard=True)


@settings(max_examples=40)
@given(st.integers(1, 5), st.integers(1, 5), st.booleans())
def test_steps_that_changed_places_or_were_put_in_are_found(
    one: int, other: int, put_in: bool
) -> None:
    store = reopened()
    raw = raw_of(store)
    if put_in:
        raw.execute("UPDATE step SET number = number + 100 WHERE number > ?", (one,))
        raw.execute("UPDATE step SET number = number - 99 WHERE number > 100")
        row = raw.execute(
            "SELECT at, who, verb, subject, about, salt, seal FROM step WHERE number = ?", (one,)
        ).fetchone()
        raw.execute(
            "INSERT INTO step (id, number, parent, at, who, verb, subject, about, salt, seal)"
            " VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?)",
            (new_id(), one + 1, *row),
        )
    elif one != other:
        raw.execute("UPDATE step SET number = 99 WHERE number = ?", (one,))
        raw.execute("UPDATE step SET number = ? WHERE number = ?", (one, other))
        raw.execute("UPDATE step SET number = ? WHERE number = 99", (other,))
    assert store.check_trail().whole == (one == other and not put_in)
    store.close(discard=True)


def test_an_alteration_names_its_step_and_no_other() -> None:
    store = reopened()
    raw_of(store).execute(
        "UPDATE change SET after = replace(after, 'M1', 'M7') WHERE step ="
        " (SELECT id FROM step WHERE number = 1)"
    )
    (broken,) = store.check_trail().broken
    first = store.steps()[-1]
    assert (broken.number, broken.id, broken.who) == (1, first.id, "Anna")
    assert broken.verb == "add_mission"
    assert broken.at == first.at.isoformat()
    assert not broken.joined
    store.close(discard=True)


def test_an_alteration_in_a_copy_s_trail_is_named_as_such() -> None:
    store = reopened()
    raw_of(store).execute("UPDATE joined_step SET who = 'Carl' WHERE number = 2")
    (broken,) = store.check_trail().broken
    assert (broken.number, broken.who, broken.joined) == (2, "Carl", True)
    store.close(discard=True)


def test_a_broken_chain_is_carried_on_and_never_mended(path: Path) -> None:
    store = reopened()
    raw_of(store).execute("UPDATE step SET who = 'Carl' WHERE number = 2")
    store.save_as(path)
    store.close()
    store = open_workspace(path, "Dorte")
    assert [one.number for one in store.check_trail().broken] == [2]
    with store.write(Verb.ADD_MISSION, "", "M9") as unit:
        unit.save(a_mission(code="M9"))
    store.undo()
    store.close()
    store = open_workspace(path, "Dorte")
    assert [one.number for one in store.check_trail().broken] == [2]
    store.close()


@pytest.mark.parametrize("name", ["v1_000", "v1_003"])
def test_an_older_file_s_steps_are_adopted_and_said_to_be(name: str, path: Path) -> None:
    path.write_bytes((FILES / f"{name}.mission").read_bytes())
    store = open_workspace(path, "Sekretær")
    found = store.check_trail()
    assert found.whole
    assert found.adopted == found.steps > 0
    with store.write(Verb.ADD_MISSION, "", "M9") as unit:
        unit.save(a_mission(code="M9"))
    store.close()
    store = open_workspace(path, "Sekretær")
    after = store.check_trail()
    assert after.whole
    assert (after.steps, after.adopted) == (found.steps + 1, found.steps)
    raw_of(store).execute("UPDATE step SET adopted = 0 WHERE number = 1")
    assert [one.number for one in store.check_trail().broken] == [1]
    store.close(discard=True)


def test_a_file_of_today_without_seals_is_not_adopted_but_found_out(path: Path) -> None:
    store = reopened()
    raw_of(store).execute("UPDATE step SET seal = '', salt = ''")
    store.save_as(path)
    store.close()
    store = open_workspace(path, "Sekretær")
    assert len(store.check_trail().broken) == 5
    store.close()


def test_the_trail_is_only_ever_added_to(store: Store) -> None:
    """Triggers refuse every change of what stands; writing, undo and a merge never meet them."""
    raw = store._ledger.database.raw
    for table in (*TABLES, "kept_file"):
        for event in ("UPDATE", "DELETE"):
            raw.execute(
                f"CREATE TEMP TRIGGER no_{event}_{table} BEFORE {event} ON main.{table}"
                " BEGIN SELECT RAISE(ABORT, 'the trail was written to'); END"
            )
    mission = a_mission()
    with store.write(Verb.ADD_MISSION, mission.id) as unit:
        unit.save(mission)
        unit.keep(b"brev", "application/pdf")
    with store.write(Verb.MERGE, "", "kopi") as unit:
        unit.save(replace(mission, note="x"))
        unit.join([replace(store.steps()[0], id=new_id())])
    store.undo()
    store.redo()
    with store.write(Verb.REMOVE_MISSION, mission.id) as unit:
        unit.remove(Mission, mission.id)
    store.undo()
    assert store.check_trail().steps == 6
    with pytest.raises(sqlite3.IntegrityError, match="the trail was written to"):
        raw.execute("UPDATE step SET who = 'x'")
