# SPDX-License-Identifier: Apache-2.0
"""Copies on this machine, from the tab of copies to their deletion by two presses (COL-10)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.history.copies_tab import CopiesTab
from missiondesk.ui.history.working_copies import WorkingCopiesWindow
from missiondesk.ui.hub import Hub
from tests.screens import settle


def press(window: WorkingCopiesWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None and button.isEnabled()
    button.click()
    settle()


def test_from_the_tab_to_their_deletion(
    qtbot: QtBot, desk: Desk, hub_of: Callable[[Desk], Hub], da: Translator, tmp_path: Path
) -> None:
    for name in ("ren.mission", "rørt.mission"):
        desk.copies.send(tmp_path / name, Sending("Anna"))
    with closing(open_desk(tmp_path / "rørt.mission", "Anna")) as theirs:
        theirs.missions.add(Wording("Ny", "New"))
    tab = CopiesTab(desk, hub_of(desk), da)
    qtbot.addWidget(tab)
    tab.refresh()
    tab.delete_button.click()
    (window,) = (
        one for one in QApplication.topLevelWidgets() if isinstance(one, WorkingCopiesWindow)
    )
    assert not window.delete.isEnabled()
    window.look_in(tmp_path)
    qtbot.waitUntil(lambda: len(window._lines) == 2, timeout=20_000)
    assert "2 kopier" in window.head.sentence.text()
    ticked = {one.path.name: box.isChecked() for one, box in window._lines}
    assert ticked == {"ren.mission": True, "rørt.mission": False}
    said = {one.path.name: box.accessibleDescription() for one, box in window._lines}
    assert "går tabt" in said["rørt.mission"] and "Anna" in said["rørt.mission"]
    press(window, "copiesDelete")
    assert (tmp_path / "ren.mission").exists()
    assert "1 fil slettes endeligt" in window.asking.sentence.text()
    press(window, "copiesDeleteNow")
    assert not (tmp_path / "ren.mission").exists()
    assert (tmp_path / "rørt.mission").exists()
    assert desk.session.store.steps(limit=1)[0].verb is Verb.DELETE_COPIES
    ((left, box),) = window._lines
    assert (left.path.name, box.isChecked()) == ("rørt.mission", False)
    assert not window.delete.isEnabled()
    window.reject()
    settle()
