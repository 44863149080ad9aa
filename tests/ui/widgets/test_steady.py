# SPDX-License-Identifier: Apache-2.0
"""What one types in stands still while findings and refusals above it come and go."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.widgets.fields import TextField
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.record_form import FieldFinding, RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.steady import place_kept
from tests.screens import settle


@dataclass(frozen=True, slots=True)
class Note:
    id: str
    first: str = ""
    second: str = ""
    third: str = ""


WHOLE = FieldFinding("", "warning", "M1", "The note has no date, so nobody knows what it is of.")
FIRST = FieldFinding("first", "error", "M2", "The first line is missing.")


class Room:
    """A form that scrolls, beside something else that takes the keyboard."""

    def __init__(self, tr: Translator) -> None:
        self.form: RecordForm[Note] = RecordForm(self._revise, name="noteForm")
        for name in ("first", "second", "third"):
            self.form.add(TextField(name, name, tr, self.form.writer(name)))
        self.page = ScrollPage()
        self.page.body.addWidget(self.form)
        self.page.body.addStretch(1)
        self.elsewhere = QPushButton("elsewhere")
        self.window = QWidget()
        layout = QHBoxLayout(self.window)
        layout.addWidget(self.elsewhere)
        self.around = QWidget()
        below_each_other = QVBoxLayout(self.around)
        below_each_other.addWidget(self.page)
        layout.addWidget(self.around, 1)
        self.form.show_record(Note("1"))

    def _revise(self, note: Note) -> None:
        if note.first == "no":
            raise Refused("The first line must say something else than no.", field="first")

    def put_keyboard_in(self, name: str) -> None:
        self.form.field(name).focus_editor()  # type: ignore[union-attr]
        settle()

    def top(self, name: str) -> int:
        """Where the editor stands in the window."""
        field = self.form.field(name)
        assert field is not None
        return field.editors()[0].mapTo(self.window, QPoint(0, 0)).y()


@pytest.fixture
def room(da: Translator, qtbot: QtBot) -> Room:
    made = Room(da)
    qtbot.addWidget(made.window)
    made.window.resize(700, 420)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.activateWindow()
    settle()
    return made


def test_a_finding_that_vanishes_moves_nothing_while_one_types_below(room: Room) -> None:
    room.form.show_findings([WHOLE, FIRST])
    room.put_keyboard_in("second")
    before = room.top("second"), room.top("third")

    room.form.show_findings([])
    settle()
    assert (room.top("second"), room.top("third")) == before

    room.put_keyboard_in("third")
    assert (room.top("second"), room.top("third")) == before, "the work is still in the form"

    room.elsewhere.setFocus()
    settle()
    assert room.top("second") < before[0], "the room is given back when the form is left"


def test_another_record_takes_no_room_for_what_was_found_before(room: Room) -> None:
    bare = room.top("second")
    room.form.show_findings([WHOLE, FIRST])
    room.put_keyboard_in("second")
    assert room.top("second") > bare

    room.form.show_findings([])
    room.form.show_record(Note("2"))
    settle()
    assert room.top("second") == bare


def test_a_page_that_is_left_is_found_without_gaps(room: Room) -> None:
    bare = room.top("second")
    room.form.show_findings([WHOLE])
    room.put_keyboard_in("second")
    room.form.show_findings([])
    room.page.hide()
    room.page.show()
    settle()
    assert room.top("second") == bare


def test_a_finding_that_comes_above_is_scrolled_away_from_the_caret(room: Room) -> None:
    room.window.resize(700, 190)  # lower than the form
    room.put_keyboard_in("third")
    room.page.verticalScrollBar().setValue(room.page.verticalScrollBar().maximum())
    settle()
    before = room.top("third")

    room.form.show_findings([WHOLE, FIRST])
    settle()
    assert room.top("third") == before
    assert room.page.verticalScrollBar().value() > 0


def test_what_grows_above_the_scrolled_part_moves_nothing_either(room: Room) -> None:
    room.window.resize(700, 190)
    head = text_label("", wrap=True)
    head.hide()
    layout = room.around.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, head)
    room.put_keyboard_in("third")
    room.page.verticalScrollBar().setValue(5)
    settle()
    before = room.top("third")
    with place_kept(room.around):
        head.setText("The head of the page says more than before.")
        head.show()
    assert room.top("third") == before


def test_a_refusal_that_is_taken_back_moves_nothing_below(room: Room) -> None:
    room.put_keyboard_in("first")
    first = room.form.field("first")
    assert first is not None
    QTest.keyClicks(first.editors()[0], "no")
    assert not first.commit()
    settle()
    before = room.top("second")

    first.editors()[0].clear()  # type: ignore[attr-defined]
    QTest.keyClicks(first.editors()[0], "yes")
    assert first.commit()
    settle()
    assert first.refusal.isHidden()
    assert room.top("second") == before


def test_what_had_the_keyboard_may_go_with_the_change(room: Room) -> None:
    room.put_keyboard_in("third")
    with place_kept(room.around):
        room.page.setWidget(text_label("All anew"))  # Qt takes the former one away at once
    assert room.page.widget().isVisible()
