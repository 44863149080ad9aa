# SPDX-License-Identifier: Apache-2.0
"""The forms beside the grid of positions: what one party holds on a topic, and the topic itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.negotiation import Audience, Topic
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm


class PositionForms(QWidget):
    """Shows the position in the chosen cell, and below it the topic of its row.

    Attributes:
        remove: Takes the topic away; the tab says what it does.
    """

    def __init__(self, desk: Desk, tr: Translator) -> None:
        super().__init__()
        self._desk, self._tr = desk, tr
        self.title = text_label("", "section", wrap=True)
        self.title.setObjectName("positionTitle")
        self.nothing = text_label(
            tr.say("It has said nothing yet. Type its stance in the grid."), "lead", wrap=True
        )
        self.position = self._position_form()
        self.topic = self._topic_form()
        self.remove = push_button(tr.say("Remove topic"), "removeTopic", None, "plain", "trash-2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.topic_title = text_label(tr.say("The topic"), "section")
        for part in (self.title, self.nothing, self.position, self.topic_title, self.topic,
                     row(self.remove, None)):  # fmt: skip
            layout.addWidget(part)

    def _position_form(self) -> RecordForm[PartyPosition]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[PartyPosition] = RecordForm(self._desk.talks.revise, name="positionForm")
        write = form.writer
        form.add(
            ChoiceField("stance", say("Stance"), tr, write("stance"),
                        options=worded_options(PartyStance, tr), above=True)
        )  # fmt: skip
        form.add_row(
            NumberField("intensity", say("Matters, 1 to 5"), tr, write("intensity"), whole=True,
                        above=True),
            ChoiceField("red_line", say("Red line"), tr, write("red_line"),
                        options=[(False, say("no")), (True, say("yes"))], above=True),
        )  # fmt: skip
        form.add(ParagraphField("text", say("What it says"), tr, write("text"), least=3,
                                above=True))  # fmt: skip
        form.add(ParagraphField("wish", say("Would trade it for"), tr, write("wish"), least=2,
                                above=True))  # fmt: skip
        form.add(TextField("source", say("Source"), tr, write("source"), above=True))
        form.add_row(
            TextField("source_page", say("Page"), tr, write("source_page"), above=True),
            PeriodField("date", say("Date"), tr, write("date"), today=self._desk.this_day,
                        above=True),
        )  # fmt: skip
        form.add(
            ChoiceField("audience", say("Who may see it"), tr, write("audience"),
                        options=worded_options(Audience, tr), above=True)
        )  # fmt: skip
        return form

    def _topic_form(self) -> RecordForm[Topic]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Topic] = RecordForm(self._desk.talks.revise, name="topicForm")
        write = form.writer
        form.add(WordingField("title", say("Title"), tr, write("title"), above=True))
        form.add_row(
            NumberField("number", say("No."), tr, write("number"), whole=True, above=True),
            NumberField("conflict", say("Conflict, 1 to 5"), tr, write("conflict"), whole=True,
                        above=True),
        )  # fmt: skip
        self._chapters = form.add(
            ChoiceField("chapter", say("Chapter"), tr, write("chapter"), none=say("no chapter"),
                        above=True)
        )  # fmt: skip
        form.add(ParagraphField("note", say("Note"), tr, write("note"), least=2, above=True))
        return form

    def show_cell(self, title: str, topic: Topic | None, held: PartyPosition | None) -> None:
        """Show what stands in a cell."""
        lang = self._tr.lang
        self._chapters.set_options(
            [(one.id, f"{one.number} {one.title.in_language(lang)}")
             for one in self._desk.platform.chapters]
        )  # fmt: skip
        self.title.setText(title)
        self.nothing.setVisible(held is None and topic is not None)
        self.position.setVisible(held is not None)
        self.position.show_record(held)
        for widget in (self.topic, self.topic_title, self.remove):
            widget.setVisible(topic is not None)
        self.topic.show_record(topic)
        for form in (self.position, self.topic):
            form.set_read_only(self._desk.read_only)
        self.remove.setEnabled(not self._desk.read_only)
