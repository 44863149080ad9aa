# SPDX-License-Identifier: Apache-2.0
"""Many values are found by a part of their name; what is not clear is refused, never guessed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missiondesk.language import Translator
from missiondesk.ui.widgets.search_field import SearchField
from tests.growth import growth

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def taken() -> list[object]:
    return []


@pytest.fixture
def field(qtbot: QtBot, da: Translator, taken: list[object]) -> SearchField:
    options = [
        ("084", "Hovedstaden (084)"),
        ("085", "Sjælland (085)"),
        ("000", "Hele landet (000)"),
    ]
    made = SearchField("omraade", "Område", da, taken.append, options=options)
    qtbot.addWidget(made)
    made.show()
    return made


def write(field: SearchField, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    field.editor.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.editor, text)
    field.editor.completer().popup().hide()
    QTest.keyClick(field.editor, key)


def test_a_part_of_a_name_in_any_case_is_enough(field: SearchField, taken: list[object]) -> None:
    write(field, "SJÆL")
    assert field.value() == "085"
    assert field.line.text() == "Sjælland (085)"
    write(field, "(084)")
    assert taken == ["085", "084"]


def test_what_stands_in_several_or_none_is_refused_and_stays(
    field: SearchField, taken: list[object]
) -> None:
    write(field, "land")
    assert field.refusal.isVisible()
    assert field.line.text() == "land"
    write(field, "Grønland")
    assert "Grønland" in field.refusal.text()
    assert taken == []


def test_esc_puts_back_what_was_there(field: SearchField) -> None:
    write(field, "sjæl")
    write(field, "nonsens", Qt.Key.Key_Escape)
    assert field.line.text() == "Sjælland (085)"
    assert not field.refusal.isVisible()


def test_an_empty_field_chooses_nothing(field: SearchField, taken: list[object]) -> None:
    write(field, "sjæl")
    field.line.clear()
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert taken == ["085", None]


def test_the_arrow_keys_choose_as_in_any_box(field: SearchField, taken: list[object]) -> None:
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_Down)
    QTest.keyClick(field.editor, Qt.Key.Key_Down)
    assert taken == ["084", "085"]


def test_a_hundred_thousand_values_are_not_each_measured(qtbot: QtBot, da: Translator) -> None:
    def options(count: int) -> list[tuple[int, str]]:
        return [(place, f"Område {place}") for place in range(count)]

    def show(values: list[tuple[int, str]]) -> None:
        made = SearchField("mange", "Mange", da, options=values)
        qtbot.addWidget(made)
        made.show()
        made.show_value(values[-1][0])
        assert made.line.text() == values[-1][1]

    assert growth(options, show, 10_000, 10) < 40
