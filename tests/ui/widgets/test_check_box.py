# SPDX-License-Identifier: Apache-2.0
"""The check box is seen in every palette and does not change its width with its state."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.ui import theme
from missiondesk.ui.tokens import PALETTES, contrast
from missiondesk.ui.widgets.check_box import CheckBox


@pytest.fixture(params=list(PALETTES))
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    theme.apply_theme(qapp, str(request.param))
    yield str(request.param)
    theme.apply_theme(qapp, "light")


def strongest(box: CheckBox) -> float:
    """The strongest contrast with the page, in the part where the box is."""
    picture = box.grab().toImage()
    ground = theme.tokens().ground
    wide = round(20 * picture.devicePixelRatio())
    return max(
        contrast(picture.pixelColor(x, y).name(), ground)
        for x in range(wide)
        for y in range(picture.height())
    )


def test_it_is_seen_empty_and_ticked(qtbot: QtBot, palette: str) -> None:
    box = CheckBox("Kun det, der ændrer sig")
    qtbot.addWidget(box)
    box.show()
    empty = box.grab().toImage()
    assert strongest(box) >= 3.0
    wide = box.sizeHint()
    box.setChecked(True)
    assert strongest(box) >= 3.0
    assert box.sizeHint() == wide
    assert box.grab().toImage() != empty


def test_a_press_anywhere_and_the_space_bar_turn_it(qtbot: QtBot) -> None:
    box = CheckBox("A & B")
    qtbot.addWidget(box)
    box.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_a_long_text_goes_on_in_a_second_line(qtbot: QtBot) -> None:
    box = CheckBox("Departementschef i Beskæftigelsesministeriet")
    one = box.sizeHint()
    narrow = box.minimumSizeHint().width()
    assert narrow < one.width(), "it made forms wider than their column"
    assert box.heightForWidth(one.width()) == one.height()
    assert box.heightForWidth(narrow) >= one.height() + theme.line_height()
    qtbot.addWidget(box)
    box.setFixedSize(narrow, box.heightForWidth(narrow))
    box.show()
    picture = box.grab().toImage()
    below = round((one.height() + 4) * picture.devicePixelRatio())
    ground = theme.tokens().ground
    assert any(
        contrast(picture.pixelColor(x, y).name(), ground) > 4
        for x in range(picture.width())
        for y in range(below, picture.height())
    ), "the second line is painted"
