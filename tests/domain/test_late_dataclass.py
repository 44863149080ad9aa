# SPDX-License-Identifier: Apache-2.0
"""Our `dataclass` behaves as the library's, record by record."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from math import nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.late_dataclass import dataclass, make_all

Decorator = Callable[..., Any]


def three(decorate: Decorator, **how: bool) -> tuple[Any, Any, Any]:
    """A class with everything that is used, one that inherits from it, and one of one field."""

    @decorate(**how)
    class Thing:
        """A thing."""

        name: str
        count: int = 3
        parts: list[int] = field(default_factory=list)
        secret: str = field(default="s", repr=False, compare=False)

        def __post_init__(self) -> None:
            if self.count < 0:
                raise ValueError("less than nothing")

    @decorate(**how)
    class More(Thing):
        extra: str = ""

    @decorate(**how)
    class One:
        value: float

        def __eq__(self, other: object) -> bool:
            return other == "one" or (isinstance(other, One) and self.value is other.value)

        def __hash__(self) -> int:
            return 7

    return Thing, More, One


HOWS = [
    {"frozen": True, "slots": True},
    {"slots": True},
    {"frozen": True},
    {},
    {"frozen": True, "slots": True, "repr": False},
]
VALUES = st.tuples(st.text(max_size=3), st.integers(0, 3), st.lists(st.integers(), max_size=2))


def outcome(act: Callable[[], object]) -> object:
    """What came of it, an exception by its kind and words."""
    try:
        return act()
    except (TypeError, ValueError, AttributeError) as error:
        return type(error), str(error)


@pytest.mark.parametrize("how", HOWS)
@given(one=VALUES, other=VALUES, secret=st.text(max_size=1))
def test_values_compare_as_the_library_compares_them(
    how: dict[str, bool], one: Any, other: Any, secret: str
) -> None:
    told = []
    for decorate in (dataclass, dataclasses.dataclass):
        thing, more, single = three(decorate, **how)
        left, right = thing(*one), thing(*other, secret=secret)
        heir = more(*one, extra=secret)
        told.append(
            (
                left == right, left != right, left == thing(*one), left == heir,
                heir == more(*one), left == one, single(1.0) == "one", hash(single(2.0)),
                dataclasses.astuple(left), dataclasses.asdict(heir),
                replace(left, count=1) == right, replace(heir, name="x").name,
                "object at" if how.get("repr") is False else repr(left) + repr(heir),
            )
        )  # fmt: skip
    assert told[0] == told[1]


@pytest.mark.parametrize("how", HOWS)
def test_classes_are_described_as_the_library_describes_them(how: dict[str, bool]) -> None:
    told: list[object] = []
    for decorate in (dataclass, dataclasses.dataclass):
        thing, more, single = three(decorate, **how)
        told.append([
            [(one.name, one.default, one.default_factory) for one in fields(more)],
            is_dataclass(single), more.__match_args__, hasattr(more, "__slots__"),
            list(inspect.signature(more).parameters), thing.__init__.__qualname__,
            thing.__module__, thing.__name__, thing.__doc__,
        ])  # fmt: skip
    assert told[0] == told[1]


@pytest.mark.parametrize("how", HOWS)
def test_mistakes_are_refused_as_the_library_refuses_them(how: dict[str, bool]) -> None:
    told: list[object] = []
    for decorate in (dataclass, dataclasses.dataclass):
        thing, more, _ = three(decorate, **how)
        left = thing("a")
        told.append([
            outcome(thing), outcome(lambda: thing("a", 1, [], "", 5)),  # noqa: B023
            outcome(lambda: thing("a", -1)), outcome(lambda: thing(nam="a")),  # noqa: B023
            outcome(lambda: setattr(left, "name", "b")),  # noqa: B023
            outcome(lambda: delattr(left, "name")),  # noqa: B023
            outcome(lambda: setattr(more("a"), "extra", "b")),  # noqa: B023
            outcome(lambda: setattr(left, "unknown", 1)) is None,  # noqa: B023
            outcome(lambda: len({left: 1})) if how.get("frozen") else outcome(lambda: hash(left)),  # noqa: B023
        ])  # fmt: skip
    assert told[0] == told[1]


def test_a_frozen_record_cannot_be_changed() -> None:
    thing, _, _ = three(dataclass, frozen=True, slots=True)
    with pytest.raises(FrozenInstanceError):
        thing("a").name = "b"


def test_nothing_is_shared_between_two_records() -> None:
    thing, _, _ = three(dataclass, slots=True)
    thing("a").parts.append(1)
    assert thing("b").parts == []


def test_a_number_that_is_none_equals_itself_as_in_a_tuple() -> None:
    @dataclass(frozen=True, slots=True)
    class Measured:
        value: float

    assert Measured(nan) == Measured(nan)


def test_what_is_not_made_here_is_refused_aloud() -> None:
    @dataclass(frozen=True)
    class Named:
        value: int = field(kw_only=True)

    with pytest.raises(TypeError, match="by name alone"):
        Named(value=1)


@pytest.mark.parametrize("how", HOWS)
@given(
    rows=st.lists(st.tuples(st.text(max_size=2), st.integers(), st.text(max_size=1)), min_size=1)
)
def test_records_of_many_rows_are_those_made_one_by_one(
    how: dict[str, bool], rows: list[tuple[str, int, str]]
) -> None:
    @dataclass(**how)
    class Read:
        name: str
        count: int = 3
        extra: str = ""

    assert make_all(Read, list(zip(*rows, strict=True))) == [Read(*row) for row in rows]


def test_what_looks_at_its_values_looks_at_those_of_many_rows_too() -> None:
    @dataclass(frozen=True, slots=True)
    class Wary:
        count: int

        def __post_init__(self) -> None:
            if self.count < 0:
                raise ValueError("less than nothing")

    assert make_all(Wary, [(1, 2)]) == [Wary(1), Wary(2)]
    with pytest.raises(ValueError, match="less than nothing"):
        make_all(Wary, [(1, -1)])
