# SPDX-License-Identifier: Apache-2.0
"""The head of a page in little width: its buttons give way to the sentence, and come back."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from tests.screens import settle


def a_head(qtbot: QtBot) -> tuple[Headline, list[QPushButton]]:
    buttons = [push_button(f"Verb number {place}", f"verb{place}") for place in range(4)]
    head = Headline(*buttons)
    qtbot.addWidget(head)
    head.say("2 questions to all parties", "1 answer is overdue")
    head.show()
    return head, buttons


def below(head: Headline, button: QPushButton) -> bool:
    top = button.mapTo(head, button.rect().topLeft()).y()
    return top >= head.detail.geometry().bottom()


def test_buttons_stand_below_where_they_would_squeeze_the_sentence(qtbot: QtBot) -> None:
    head, buttons = a_head(qtbot)
    for width, wanted in ((1000, False), (640, True), (1000, False)):
        head.resize(width, head.heightForWidth(width))
        settle()
        assert [below(head, one) for one in buttons] == [wanted] * 4
        assert head.sentence.width() >= 240


def test_a_button_that_goes_makes_room_at_once(qtbot: QtBot) -> None:
    head, buttons = a_head(qtbot)
    head.resize(640, 120)
    settle()
    assert below(head, buttons[-1])
    for one in buttons[:2]:
        one.hide()
    settle()
    assert not below(head, buttons[-1])
