# SPDX-License-Identifier: Apache-2.0
"""A box of thousands of choices: filled at once, kept, found by typing, and no wider than a box."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.ui import theme
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.filter_parts import filter_box, offer_choices


@pytest.mark.parametrize("count", [3, 5_000])
def test_it_offers_keys_and_texts(qtbot: QtBot, count: int) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.fill([(f"key{n}", f"Choice {n}") for n in range(count)])
    assert box.count() == count
    assert (box.currentText(), box.currentData()) == ("Choice 0", "key0")
    assert box.findData("key2") == 2
    assert box.findText("Choice 1") == 1
    box.fill([("other", "Other")])
    assert [box.itemText(n) for n in range(box.count())] == ["Other"]
    box.fill([])
    assert (box.count(), box.currentIndex()) == (0, -1)


def test_many_choices_do_not_make_it_wide(qtbot: QtBot) -> None:
    few, many = ChoiceBox(), ChoiceBox()
    for box, count in ((few, 3), (many, 5_000)):
        qtbot.addWidget(box)
        box.fill([(n, f"An initiative with quite a long title, no. {n}" * 4) for n in range(count)])
    assert many.sizeHint().width() < few.sizeHint().width()
    assert many.sizeHint().height() == few.sizeHint().height()


def test_a_choice_of_thousands_is_found_by_typing(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.fill([(n, f"{n} of them") for n in range(5_000)])
    box.show()
    qtbot.keyClicks(box, "4711")
    assert box.currentData() == 4711
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == 4712


def test_the_choice_stays_when_others_are_offered(qtbot: QtBot) -> None:
    heard: list[object] = []
    box = filter_box("box", "Box", lambda: heard.append(box.currentData()), most=300)
    qtbot.addWidget(box)
    offer_choices(box, "All", [(f"k{n}", f"Number {n}") for n in range(1_000)])
    box.setCurrentIndex(500)
    assert heard == ["k499"]
    offer_choices(box, "All", [(f"k{n}", f"Number {n}") for n in range(400, 1_000)])
    assert box.currentData() == "k499"
    offer_choices(box, "All", [("k1", "Number 1")])
    assert box.currentData() is None
    assert heard == ["k499"]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize("count", [2, 5, 30])
def test_the_list_cuts_no_choice(qtbot: QtBot, count: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = ChoiceBox(window)
    box.fill([(n, f"Choice {n}") for n in range(count)])
    theme.dress(window)
    window.show()
    box.showPopup()
    view = box.view()
    assert isinstance(view, QListView)
    high = view.visualRect(view.model().index(0, 0)).height()
    assert view.viewport().height() == min(count, box.maxVisibleItems()) * high
    assert view.verticalScrollBar().isVisible() == (count > box.maxVisibleItems())
    box.hidePopup()
