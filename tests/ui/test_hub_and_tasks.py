# SPDX-License-Identifier: Apache-2.0
"""What comes from other threads arrives in the screen's thread, or nowhere when nobody listens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Step
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Cancelled, Progress, Tasks
from tests.screens import settle

HubOf = Callable[[Desk], Hub]


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_a_step_is_told_at_once(desk: Desk, hub_of: HubOf) -> None:
    hub = hub_of(desk)
    told: list[Step] = []
    hub.changed.connect(told.append)
    desk.missions.add(Wording("En", "One"))
    assert [step.touches(Mission) for step in told] == [True]


def test_the_state_of_saving_arrives_in_the_screens_thread(
    desk: Desk, hub_of: HubOf, qtbot: QtBot
) -> None:
    hub = hub_of(desk)
    threads: list[QThread] = []
    hub.saving.connect(lambda _state: threads.append(QThread.currentThread()))
    desk.missions.add(Wording("En", "One"))
    qtbot.waitUntil(lambda: bool(threads) and desk.wait_saved(5))
    settle()
    app = QApplication.instance()
    assert app is not None
    assert set(threads) == {app.thread()}


def test_a_closed_hub_is_silent(desk: Desk, hub_of: HubOf) -> None:
    hub = hub_of(desk)
    told: list[object] = []
    hub.changed.connect(told.append)
    hub.close()
    desk.missions.add(Wording("En", "One"))
    assert told == []


def test_work_runs_elsewhere_and_its_value_comes_here(tasks: Tasks, qtbot: QtBot) -> None:
    here: list[tuple[int, bool]] = []
    listening = threading.Event()

    def work(progress: Progress) -> int:
        assert listening.wait(10)
        progress.report(1, 2, "half")
        return threading.get_ident()

    task = tasks.run("work", work, lambda ident: here.append((ident, True)), here.append)
    moves: list[tuple[int, int, str]] = []
    task.progress.moved.connect(lambda *told: moves.append(told))
    listening.set()
    qtbot.waitUntil(lambda: bool(here))
    assert here[0][0] != threading.get_ident()
    assert moves == [(1, 2, "half")]
    assert not tasks.busy


def test_a_failure_is_handed_over(tasks: Tasks, qtbot: QtBot) -> None:
    failed: list[BaseException] = []

    def work(_progress: Progress) -> None:
        raise OSError("no room")

    tasks.run("work", work, lambda _value: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], OSError)


def test_cancel_stops_at_the_next_report(tasks: Tasks, qtbot: QtBot) -> None:
    failed: list[BaseException] = []
    begun, go = threading.Event(), threading.Event()
    done: list[int] = []

    def work(progress: Progress) -> None:
        for number in range(10):
            progress.report(number, 10)
            done.append(number)
            begun.set()
            go.wait(5)

    task = tasks.run("work", work, lambda _value: None, failed.append)
    assert begun.wait(5)
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Cancelled)
    assert done == [0]


def test_nothing_is_delivered_to_the_dead(tasks: Tasks, qtbot: QtBot) -> None:
    owner = QObject()
    go = threading.Event()
    came: list[object] = []

    def work(_progress: Progress) -> int:
        go.wait(5)
        return 1

    task = tasks.run("work", work, came.append, came.append, owner)
    owner.deleteLater()
    settle()
    with qtbot.waitSignal(task.ended):
        go.set()
    assert came == []
