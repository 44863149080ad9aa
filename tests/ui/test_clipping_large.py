# SPDX-License-Identifier: Apache-2.0
"""No text is cut with a font twice as large.

Apart from the long words: every widget that lives is dressed again with each font, and there a
window lives with all its pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.language import translator
from missiondesk.ui import theme
from missiondesk.ui.confidential.locked_window import LockedWindow
from missiondesk.ui.confidential.making import MakeConfidential, MakePlain
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.merging.send_copy import SendCopy
from missiondesk.ui.start.window import StartWindow
from missiondesk.ui.widgets.steady_dialog import SteadyDialog
from missiondesk.ui.window_size import fitting
from tests.clipping import a_locked_window, clipped
from tests.screens import sample_window, settle


@pytest.fixture(scope="module")
def window() -> Iterator[MainWindow]:
    """A window on the sample at its first page."""
    with sample_window(translator("da"), QSize(1280, 720)) as made:
        yield made


@pytest.mark.parametrize("times", [1, 2])
def test_the_start_window_at_a_large_font(qapp: QApplication, qtbot: QtBot, times: int) -> None:
    theme.apply_theme(qapp, "light", times * theme._USUAL_POINTS)
    try:
        made = StartWindow(translator("da"), ["/a/en.mission", "/b/to.mission"])
        qtbot.addWidget(made)
        # A small laptop's screen has 1366 × 768; the one without a display has 800, too few for it.
        made.resize(fitting(QSize(theme.scaled(960), theme.scaled(600)), QRect(0, 0, 1366, 768)))
        made.show()
        settle()
        assert clipped(made) == []
    finally:
        theme.apply_theme(qapp, "light")


def test_the_locked_window_at_a_large_font(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply_theme(qapp, "light", 2 * theme._USUAL_POINTS)
    try:
        made = a_locked_window(translator("da"))
        qtbot.addWidget(made, before_close_func=LockedWindow.go)
        assert clipped(made) == []
    finally:
        theme.apply_theme(qapp, "light")


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("kind", [MakeConfidential, MakePlain, SendCopy])
def test_a_dialog_about_the_file_at_a_large_font(
    window: MainWindow, qapp: QApplication, times: int, kind: type[SteadyDialog]
) -> None:
    """Twice as large its fields lay over each other without any height; now it scrolls."""
    theme.apply_theme(qapp, "light", times * theme._USUAL_POINTS)
    try:
        desk, hub, tr = window.desk, window.hub, translator("da")
        asked: SteadyDialog = (
            SendCopy(desk, hub, tr, Path(), lambda _said: None, window)
            if kind is SendCopy
            else kind(desk, hub, tr, lambda _act: None, window)  # type: ignore[call-arg, arg-type]
        )
        asked.open()
        settle()
        assert clipped(asked) == []
        fields = [one for one in asked.findChildren(QLineEdit) if one.isVisibleTo(asked)]
        assert fields and all(one.height() > theme.line_height() for one in fields)
        verb = asked.findChildren(QPushButton)[-1]
        assert verb.visibleRegion().boundingRect() == verb.rect(), "the verb is in view"
        asked.reject()
        settle()
    finally:
        theme.apply_theme(qapp, "light")
