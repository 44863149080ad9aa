# SPDX-License-Identifier: Apache-2.0
"""Work of many parts: a little is done at once, much between events, and the newest counts."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missiondesk.ui.in_turns import InTurns


def _parts(count: int, done: list[int], seconds: float = 0.0) -> Iterator[None]:
    for place in range(count):
        begun = time.thread_time()
        while time.thread_time() - begun < seconds:
            pass
        done.append(place)
        yield


def test_little_work_is_done_at_once(qtbot: QtBot) -> None:
    owner, done, said = QObject(), list[int](), list[str]()
    turns = InTurns(owner)
    turns.begin(_parts(50, done), lambda: said.append("done"))
    assert said == ["done"] and len(done) == 50
    assert not turns.busy


def test_much_work_lets_events_through(qtbot: QtBot) -> None:
    owner, done, said = QObject(), list[int](), list[str]()
    turns = InTurns(owner)
    turns.begin(_parts(6, done, 0.02), lambda: said.append("done"))
    assert turns.busy and not said and len(done) < 6
    qtbot.waitUntil(lambda: bool(said))
    assert done == [*range(6)] and said == ["done"]


def test_the_next_work_takes_the_place_of_one_that_is_not_done(qtbot: QtBot) -> None:
    owner, first, said = QObject(), list[int](), list[str]()
    turns = InTurns(owner)
    turns.begin(_parts(6, first, 0.02), lambda: said.append("first"))
    turns.begin(_parts(3, []), lambda: said.append("second"))
    assert said == ["second"] and len(first) < 6
    turns.begin(_parts(6, first, 0.02), lambda: said.append("third"))
    turns.stop()
    assert not turns.busy


def test_works_that_begin_together_share_the_turn(qtbot: QtBot) -> None:
    """The wait for the events is that of one of them, however many begin."""
    owner, done, said = QObject(), list[int](), list[str]()
    works = [InTurns(owner) for _ in range(4)]
    begun = time.thread_time()
    for place, one in enumerate(works):
        one.begin(_parts(5, done, 0.012), lambda place=place: said.append(str(place)))  # type: ignore[misc]
    parts_at_once = len(done)
    assert parts_at_once < 10, f"{time.thread_time() - begun:.3f} s"
    qtbot.waitUntil(lambda: len(said) == 4)
    assert sorted(said) == ["0", "1", "2", "3"] and len(done) == 20
    assert not any(one.busy for one in works)


def test_work_of_a_window_that_is_gone_is_forgotten(qtbot: QtBot) -> None:
    gone, stays, said = QObject(), QObject(), list[str]()
    InTurns(gone).begin(_parts(50, [], 0.01), lambda: said.append("gone"))
    delete(gone)
    InTurns(stays).begin(_parts(6, [], 0.01), lambda: said.append("stays"))
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["stays"]


def test_what_is_left_can_be_done_at_once(qtbot: QtBot) -> None:
    owner, done, said = QObject(), list[int](), list[str]()
    turns = InTurns(owner, 0.001)
    turns.begin(_parts(6, done, 0.005), lambda: said.append("done"))
    assert turns.busy and len(done) == 1
    turns.finish()
    assert said == ["done"] and done == [*range(6)] and not turns.busy
    turns.finish()
    assert said == ["done"]
