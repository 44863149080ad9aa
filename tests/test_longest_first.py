# SPDX-License-Identifier: Apache-2.0
"""The files that take longest are begun first, and are there."""

from __future__ import annotations

from dataclasses import dataclass

from tests.longest_first import LONGEST, place_of_files
from tests.named_tests import is_there


@dataclass
class Named:
    nodeid: str


def test_the_longest_come_first_and_then_those_with_many_tests() -> None:
    ids = ["a.py::x", "b.py::x", "b.py::y", f"{LONGEST[1]}::x", f"{LONGEST[0]}::x"]
    assert list(place_of_files([Named(one) for one in ids])) == [*LONGEST[:2], "b.py", "a.py"]


def test_they_are_there_and_named_once() -> None:
    assert [name for name in LONGEST if not is_there(name)] == []
    assert len(set(LONGEST)) == len(LONGEST)
