# SPDX-License-Identifier: Apache-2.0
"""With a font twice as large what these dialogs show is whole on a small screen (UX-17)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from missiondesk.language import translator
from missiondesk.services.workspaces import sample_desk
from missiondesk.ui import theme
from missiondesk.ui.confidential.act_dialog import RecoverySheet
from missiondesk.ui.confidential.openings import Deed, Openings
from missiondesk.ui.hub import Hub
from tests.screens import settle

KEY = "WWWW-WWWW-WWWW-WWWW-MMMM-MMMM-MMMM-MMMM"


@pytest.fixture(params=[1, 2])
def times(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    times = int(request.param)
    theme.apply_theme(qapp, "light", times * theme._USUAL_POINTS)
    yield times
    theme.apply_theme(qapp, "light")


@pytest.mark.parametrize("room", [552, 736, 1104])
def test_the_recovery_key_keeps_to_its_sheet(times: int, room: int, qtbot: QtBot) -> None:
    sheet = RecoverySheet(KEY, translator("da"), lambda: None, lambda _key: None, room)
    qtbot.addWidget(sheet)
    sheet.resize(room, 600)
    sheet.show()
    qtbot.waitExposed(sheet)
    assert sheet.width() == room
    shown = sheet.findChild(QLabel, "recoveryKey")
    assert shown is not None and shown.width() >= shown.sizeHint().width()
    assert shown.text().replace(" – ", "-").replace("\n", "-") == KEY
    assert (shown.text().count("\n") == 1) == (room >= 552 * times)


def test_what_can_be_done_is_read_whole(times: int, qtbot: QtBot) -> None:
    desk = sample_desk("Anna Eksempel")
    hub = Hub(desk)
    asked = Openings(desk, hub, translator("da"), lambda _act: None, None)
    qtbot.addWidget(asked)
    asked.open()
    for deed in Deed:
        asked.deed.show_value(deed)
        settle()
        option = QStyleOptionComboBox()
        asked.deed.editor.initStyleOption(option)
        assert option.currentText == asked.deed.editor.currentText()
    asked.reject()
    settle()
    desk.close(discard=True)
