# SPDX-License-Identifier: Apache-2.0
"""Facts stand in two columns, and in one where names and values have too little width."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.facts import Facts
from tests.screens import settle

FACTS = (
    ("Source", "Uddannelses- og Forskningsministeriet"),
    ("Next publication of figures", "2027"),
)


def test_a_value_goes_below_its_name_where_it_is_narrow(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    facts = Facts("Key metric", parent=room)
    facts.show_facts(FACTS)
    room.show()
    name, value = facts.findChildren(QLabel)[:2]
    for wide, beside in ((600, True), (220, False), (600, True)):
        facts.resize(scaled(wide), 400)
        settle()
        tops = [one.mapTo(facts, QPoint(0, 0)).y() for one in (name, value)]
        assert (tops[0] == tops[1]) is beside
        assert value.width() >= value.minimumSizeHint().width()
        assert facts.minimumSizeHint().width() <= scaled(220)


def test_other_facts_take_the_place_of_those_before(qtbot: QtBot) -> None:
    facts = Facts("Key metric")
    qtbot.addWidget(facts)
    facts.show_facts(FACTS)
    facts.show_facts(FACTS[1:])
    facts.show()
    settle()
    shown = [one.text() for one in facts.findChildren(QLabel) if one.isVisible()]
    assert shown == list(FACTS[1])
