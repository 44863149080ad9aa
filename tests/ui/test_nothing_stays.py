# SPDX-License-Identifier: Apache-2.0
"""What was made for another language goes with it."""

from __future__ import annotations

import gc

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.sample import a_sample
from tests.screens import settle, started


def known() -> int:
    """How many menus and their actions Python knows of, also of those that are gone."""
    settle()
    gc.unfreeze()  # what a page that was opened passes over
    gc.collect()
    return sum(isinstance(one, QAction | QMenu) for one in gc.get_objects())


def test_another_language_leaves_neither_menus_nor_words_behind(
    qapp: QApplication, qtbot: QtBot
) -> None:
    with started(qapp, qtbot) as program:
        program.show_desk(a_sample())
        program.do("speak:en")
        program.do("speak:da")
        before, words = known(), len(qapp.findChildren(QTranslator))
        for _ in range(3):
            program.do("speak:en")
            program.do("speak:da")
        assert known() - before < 20
        assert len(qapp.findChildren(QTranslator)) == words
