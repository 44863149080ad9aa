# SPDX-License-Identifier: Apache-2.0
"""A tab in front is read at once in a small workspace and between events in a government's."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missiondesk.services.desk import Desk
from missiondesk.ui.late_tab import InFront, LateTab


class Reader(QWidget):
    """A tab that is read in two parts."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    def refresh(self) -> None:
        self.read.append("at once")

    def read_in_parts(self) -> Iterator[None]:
        self.read.append("first")
        yield
        self.read.append("second")


def test_a_small_workspaces_tab_is_read_at_once(sample: Desk, qtbot: QtBot) -> None:
    holder, said = LateTab(Reader), list[str]()
    qtbot.addWidget(holder)
    assert not sample.large
    InFront(lambda: sample.large, holder).bring(holder, lambda: said.append("said"))
    assert holder.made.read == ["at once"] and said == ["said"] and not holder.stale


def test_a_tab_is_read_in_parts_once(qtbot: QtBot) -> None:
    holder = LateTab(Reader)
    qtbot.addWidget(holder)
    assert list(holder.in_parts()) and holder.made.read == ["first", "second"]
    assert not holder.stale
    list(holder.in_parts())
    assert holder.made.read == ["first", "second"]


def test_who_asks_meanwhile_gets_the_whole_tab(qtbot: QtBot) -> None:
    holder = LateTab(Reader)
    qtbot.addWidget(holder)
    parts = holder.in_parts()
    next(parts)
    next(parts)
    assert holder.made.read == ["first"]
    assert holder.fresh().read == ["first", "at once"]


def test_a_change_meanwhile_is_read_too(qtbot: QtBot) -> None:
    holder = LateTab(Reader)
    qtbot.addWidget(holder)
    parts = holder.in_parts()
    next(parts)
    next(parts)
    holder.stale = True
    list(parts)
    assert holder.made.read == ["first", "second", "at once"] and not holder.stale


def test_a_governments_tab_is_read_between_events(qtbot: QtBot) -> None:
    owner, holder, said = QObject(), LateTab(Reader), list[str]()
    qtbot.addWidget(holder)
    InFront(lambda: True, owner).bring(holder, lambda: said.append("said"))
    assert not said
    qtbot.waitUntil(lambda: bool(said))
    assert holder.made.read == ["first", "second"] and not holder.stale
