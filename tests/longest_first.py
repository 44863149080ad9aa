# SPDX-License-Identifier: Apache-2.0
"""The order in which two or more workers take the files of tests, so that none waits at the end.

A worker takes a file at a time. Left to itself pytest-xdist begins with the files that have the
most tests, and what takes a minute in a single test comes last, on one worker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, Protocol

# By what they take, the longest first; what is not named follows by its number of tests.
LONGEST: Final = (
    # What locks looks through all that the worker holds, again and again: little as yet.
    "tests/ui/confidential/test_locked_window.py",
    "tests/ui/confidential/test_writing_in_a_dialog.py",
    "tests/journeys/test_window_by_keys.py",
    "tests/journeys/test_window_under_x.py",
    "tests/ui/confidential/test_confidential.py",
    "tests/security/test_sec_02_canaries.py",
    "tests/ui/test_accessible.py",
    "tests/ui/test_clipping.py",
    "tests/journeys/test_window_on_the_sample.py",
    "tests/journeys/test_without_a_window.py",
    "tests/journeys/test_window_copy_comes_back.py",
    "tests/journeys/test_window_by_keys_letter.py",
    "tests/journeys/test_window_from_talks_to_letters.py",
    "tests/store/test_undo_machine.py",
    "tests/services/test_verbs_machine.py",
    "tests/store/salvage/test_salvage.py",
    "tests/ui/test_starting.py",
    "tests/test_gallery.py",
    "tests/test_benchmarks.py",
    "tests/test_wheel.py",
    "tests/security/test_sec_04_05_memory.py",
)


class Collected(Protocol):
    """What pytest tells of a test."""

    @property
    def nodeid(self) -> str:
        """Its file, "::" and its name."""


def file_of(item: Collected) -> str:
    """The file in which a test stands."""
    return item.nodeid.partition("::")[0]


def place_of_files(items: Sequence[Collected]) -> dict[str, int]:
    """The place of each file that has tests."""
    tests = Counter(map(file_of, items))
    known = {name: at for at, name in enumerate(LONGEST)}
    order = sorted(tests, key=lambda name: (known.get(name, len(known)), -tests[name], name))
    return {name: at for at, name in enumerate(order)}
