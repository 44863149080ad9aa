# SPDX-License-Identifier: Apache-2.0
"""A page that scrolls only where its parts would otherwise be cut or overlap."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage, scrolled_when_low
from tests.screens import settle

LONG = "Brevet er underskrevet, så intet i det ændres. Ændringer kommer i et revideret brev. " * 3
LEAST = 160


class _Rows(QWidget):
    """Something that would like to be higher than it has to be."""

    def sizeHint(self) -> QSize:
        return QSize(300, 500)


@pytest.fixture
def page(qtbot: QtBot) -> tuple[ScrollPage, QLabel, QWidget]:
    content, label, rows = QWidget(), text_label(LONG, wrap=True), _Rows()
    rows.setMinimumHeight(LEAST)
    layout = QVBoxLayout(content)
    layout.addWidget(label)
    layout.addWidget(rows, 1)
    made = scrolled_when_low(content)
    qtbot.addWidget(made)
    made.show()
    return made, label, rows


def test_in_a_low_window_it_scrolls_and_nothing_is_cut(
    page: tuple[ScrollPage, QLabel, QWidget],
) -> None:
    made, label, rows = page
    made.resize(420, 140)
    settle()
    assert made.verticalScrollBar().maximum() > 0
    assert label.height() >= label.heightForWidth(label.width())
    assert rows.height() >= LEAST


def test_in_a_high_one_it_does_not_although_its_list_would_like_to_be_higher(
    page: tuple[ScrollPage, QLabel, QWidget],
) -> None:
    made, label, rows = page
    made.resize(420, label.heightForWidth(400) + LEAST + 40)
    settle()
    assert LEAST <= rows.height() < rows.sizeHint().height()
    assert made.verticalScrollBar().maximum() == 0
    assert label.height() >= label.heightForWidth(label.width())
    made.resize(420, 900)
    settle()
    assert rows.height() > 600, "what is left over goes to the list"
