# SPDX-License-Identifier: Apache-2.0
"""A form over a record: fields commit by themselves, typing survives, findings stand beside."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.fields import TextField
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.record_form import FieldFinding, RecordForm
from missiondesk.ui.widgets.side_by_side import SideBySide


@dataclass(frozen=True, slots=True)
class Note:
    id: str
    title: str = ""
    place: str = ""


class Desk:
    """Keeps what the form writes; refuses an empty title."""

    def __init__(self) -> None:
        self.kept: list[Note] = []

    def revise(self, note: Note) -> None:
        if not note.title:
            raise Refused("A note needs a title.", field="title")
        self.kept.append(note)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def form(desk: Desk, da: Translator, qtbot: QtBot) -> RecordForm[Note]:
    made: RecordForm[Note] = RecordForm(desk.revise, name="noteForm")
    made.add(TextField("title", "Titel", da, made.writer("title")))
    made.add(TextField("place", "Sted", da, made.writer("place")))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def typed(form: RecordForm[Note], name: str, text: str) -> QWidget:
    field = form.field(name)
    assert isinstance(field, TextField)
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClicks(field.editor, text)
    return field.editor


def test_a_field_writes_the_record_with_itself_changed(form: RecordForm[Note], desk: Desk) -> None:
    form.show_record(Note("1", "Et", "Her"))
    QTest.keyClick(typed(form, "title", "To"), Qt.Key.Key_Return)
    assert desk.kept == [Note("1", "To", "Her")]


def test_a_refusal_stands_at_the_field_and_the_text_stays(
    form: RecordForm[Note], desk: Desk
) -> None:
    form.show_record(Note("1", "Et"))
    editor = typed(form, "title", " ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    field = form.field("title")
    assert field is not None
    assert field.refusal.isVisible()
    assert desk.kept == []


def test_another_record_takes_what_was_typed_to_the_right_one(
    form: RecordForm[Note], desk: Desk
) -> None:
    form.show_record(Note("1", "Et"))
    typed(form, "place", "Aarhus")
    form.show_record(Note("2", "To"))
    assert desk.kept == [Note("1", "Et", "Aarhus")]
    field = form.field("place")
    assert isinstance(field, TextField)
    assert field.editor.text() == ""


def test_the_same_record_read_again_leaves_the_typing(form: RecordForm[Note]) -> None:
    form.show_record(Note("1", "Et"))
    editor = typed(form, "place", "Aar")
    form.show_record(Note("1", "Et, rettet"))
    assert editor.property("text") == "Aar"
    title = form.field("title")
    assert isinstance(title, TextField)
    assert title.editor.text() == "Et, rettet"


def test_findings_stand_beneath_their_field_and_the_others_on_top(form: RecordForm[Note]) -> None:
    form.show_record(Note("1", "Et"))
    done: list[str] = []
    form.show_findings(
        [
            FieldFinding(
                "place", "warning", "X1", "Intet sted", "Gør noget", lambda: done.append("a")
            ),
            FieldFinding("", "error", "X2", "Hele posten"),
        ]
    )
    place = form.field("place")
    assert place is not None
    assert [bar.objectName() for bar in place.findings()] == ["finding_X1"]
    everything = [bar.objectName() for bar in form.findChildren(FindingBar)]
    assert sorted(everything) == ["finding_X1", "finding_X2"]
    place.findings()[0].button.click()
    assert done == ["a"]
    form.show_findings([])
    assert place.findings() == ()


def test_a_field_that_is_not_there_is_not_gone_to(form: RecordForm[Note]) -> None:
    assert form.focus_field("title")
    assert not form.focus_field("nowhere")


def test_two_parts_stand_beside_each_other_only_while_both_have_room(qtbot: QtBot) -> None:
    room = QWidget()
    main, aside = QWidget(), QWidget()
    pair = SideBySide(main, aside, least=400, width=300, top=False, gap=20)
    layout = QVBoxLayout(room)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(pair)
    qtbot.addWidget(room)
    room.resize(scaled(800), 400)
    room.show()
    qtbot.waitExposed(room)
    assert pair.beside
    qtbot.waitUntil(lambda: aside.x() > main.x())
    assert aside.width() == scaled(300)
    room.resize(scaled(500), 400)
    qtbot.waitUntil(lambda: aside.y() > main.y())
    assert not pair.beside
    assert aside.width() == pair.width()
