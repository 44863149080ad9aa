# SPDX-License-Identifier: Apache-2.0
"""Every record comes back from its row as it went in; what could not come back is not let in."""

from __future__ import annotations

import sqlite3
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.initiative import Initiative, Money
from missiondesk.domain.metric import Observation
from missiondesk.domain.mission import Mission
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.store.rows import encode, shape_of
from missiondesk.store.schema import table_of
from tests.builders import a_mission, an_initiative, an_observation
from tests.store.any_record import record_of

ANY = st.sampled_from(sorted(KINDS)).flatmap(lambda kind: record_of(KINDS[kind]))


@given(ANY)
def test_every_record_of_every_kind_survives_its_row(record: Entity) -> None:
    shape: Any = shape_of(type(record))
    row = shape.encode(record)
    assert list(row) == [field.name for field in fields(cast("Any", record))]
    assert all(value is None or type(value) in (str, int) for value in row.values())
    assert shape.decode(row) == record
    assert shape.decode_all([tuple(row.values())]) == [record]
    assert shape.encode(shape.decode(row)) == row


@given(ANY)
def test_every_record_survives_the_database_itself(record: Entity) -> None:
    shape: Any = shape_of(type(record))
    database = sqlite3.connect(":memory:")
    try:
        names = ", ".join(f'"{name}"' for name in shape.names)
        kinds = ", ".join(
            f'"{column.name}" {"INTEGER" if column.integer else "TEXT"}' for column in shape.columns
        )
        database.execute(f"CREATE TABLE t ({kinds}) STRICT")
        marks = ", ".join("?" * len(shape.names))
        database.execute(f"INSERT INTO t VALUES ({marks})", tuple(shape.encode(record).values()))
        assert shape.decode_all(database.execute(f"SELECT {names} FROM t").fetchall()) == [record]
    finally:
        database.close()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_columns_are_exactly_the_fields(kind: str) -> None:
    declared = [field.name for field in fields(cast("Any", KINDS[kind]))]
    assert [column.name for column in table_of(kind).columns] == declared


def test_numbers_keep_every_digit() -> None:
    value = Decimal("1234567890123456789.10")
    row = encode(an_observation(value=value))
    assert row["value"] == "1234567890123456789.10"
    assert str(shape_of(Observation).decode(row).value) == "1234567890123456789.10"


def test_wording_is_readable_in_the_file() -> None:
    row = encode(a_mission(title=Wording("Årets løft", "Lift")))
    assert row["title"] == '{"da":"Årets løft","en":"Lift"}'
    money = encode(an_initiative(frame=(Money(2026, 100),)))["frame"]
    assert money == '[{"year":2026,"oere":100}]'


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E+999999999", "1" * 70])
def test_a_number_that_would_break_printing_is_refused(number: str) -> None:
    with pytest.raises(Refused):
        encode(an_observation(value=Decimal(number)))
    row = encode(an_observation()) | {"value": number}
    with pytest.raises(ValueError):
        shape_of(Observation).decode(row)


def test_an_id_that_is_no_uuid_is_a_bug() -> None:
    with pytest.raises(ValueError, match="UUID"):
        encode(a_mission(id="m1"))


@pytest.mark.parametrize(
    "wrong",
    [{"code": 1}, {"wicked_causes": "3"}, {"title": "text"}, {"start": "2026"}, {"state": "idea "}],
)
def test_a_value_of_another_type_is_a_bug(wrong: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError, KeyError)):
        encode(replace(a_mission(), **wrong))


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "no uuid"},
        {"title": "no json"},
        {"title": '{"da":"only"}'},
        {"title": '{"da":1,"en":""}'},
        {"title": '{"da":"\\ud800","en":""}'},
        {"title": "[" * 100_000},
        {"state": "unheard"},
        {"start": "2026-13"},
        {"start": ""},
        {"frame": '{"year":1}'},
        {"frame": '[{"year":"2026","oere":1}]'},
        {"frame": "[1]"},
    ],
)
def test_a_row_that_is_no_record_is_named_by_its_id(wrong: dict[str, Any]) -> None:
    kind: type[Entity] = Initiative if "frame" in wrong else Mission
    good = an_initiative() if kind is Initiative else a_mission()
    shape: Any = shape_of(kind)
    row = encode(good) | wrong
    other = encode(replace(good, id="00000000-0000-0000-0000-000000000000"))
    with pytest.raises(ValueError, match=str(row["id"])):
        shape.decode_all([tuple(other.values()), tuple(row.values())])


def test_a_row_from_before_a_field_was_added_gets_its_default() -> None:
    row = encode(a_mission(note="kept"))
    del row["publication"]
    found = shape_of(Mission).decode(row)
    assert (found.note, found.publication) == ("kept", Mission(found.id).publication)


def test_a_single_field_of_the_trail_can_be_read() -> None:
    assert shape_of(Mission).value("title", '{"da":"Ja","en":"Yes"}') == Wording("Ja", "Yes")
    assert shape_of(Mission).value("start", None) is None
