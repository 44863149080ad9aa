# SPDX-License-Identifier: Apache-2.0
"""The secretariat itself: what stands on every document and to which day the figures are read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from missiondesk.domain.letter import NOT_THE_PLACE, Classification, Letter
from missiondesk.domain.letter_pattern import FILE_FIELDS, NUMBER_FIELDS
from missiondesk.domain.refused import Refused
from missiondesk.domain.secretariat import Secretariat
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_names import letter_file_name, next_number
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.field_frame import LABEL_WIDTH
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage

WIDEST = 720  # px; longer lines of a form are hard to follow


class SecretariatTab(QWidget):
    """One form over the workspace's settings."""

    def __init__(self, desk: Desk, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("secretariatTab")
        self._desk, self._tr = desk, tr
        area = ScrollPage(margins=(0, 12, 12, 12))
        self.form: RecordForm[Secretariat] = RecordForm(
            desk.settings.revise, name="secretariatForm"
        )
        self.form.setMaximumWidth(scaled(WIDEST))
        self._fill(tr)
        area.body.addWidget(self.form)
        area.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _fill(self, tr: Translator) -> None:
        say, form, today = tr.say, self.form, self._desk.this_day
        form.heading(say("The workspace"))
        form.add(WordingField("title", say("Title"), tr, form.writer("title")))
        form.add(
            PeriodField(
                "data_date",
                say("Figures as of"),
                tr,
                form.writer("data_date"),
                today=today,
                hint=say("Empty is today. Findings, ratings and documents are made to this day."),
            )
        )
        form.add(
            PeriodField(
                "term_start",
                say("The term began"),
                tr,
                form.writer("term_start"),
                today=today,
                hint=say("For the record: a letter counts its first 100 days from its own date."),
            )
        )
        form.add(
            ChoiceField(
                "classification",
                say("Classification"),
                tr,
                form.writer("classification"),
                options=worded_options(Classification, tr),
                hint=tr.say(NOT_THE_PLACE),
            )
        )
        form.heading(say("On paper"))
        form.add(WordingField("sender", say("Sender"), tr, form.writer("sender")))
        form.add(ParagraphField("address", say("Address"), tr, form.writer("address"), least=2))
        form.add(TextField("contact", say("Contact"), tr, form.writer("contact")))
        self._fill_letters(tr)
        self._fill_window(tr)

    def _fill_window(self, tr: Translator) -> None:
        say, form = tr.say, self.form
        form.heading(say("Window of the envelope"))
        hint = say("From the paper's edge to the first letter of the address.")
        form.add(
            NumberField(
                "window_left_mm",
                say("From the left"),
                tr,
                form.writer("window_left_mm"),
                unit="mm",
                whole=True,
            )
        )
        form.add(
            NumberField(
                "window_top_mm",
                say("From the top"),
                tr,
                form.writer("window_top_mm"),
                unit="mm",
                whole=True,
                hint=hint,
            )
        )

    def _fill_letters(self, tr: Translator) -> None:
        say, form = tr.say, self.form
        form.heading(say("Letters"))
        form.add(
            TextField(
                "letter_pattern",
                say("Numbers of letters"),
                tr,
                form.writer("letter_pattern"),
                hint=say(
                    "Empty is year and number. Fields: {fields}.",
                    fields=_fields(*NUMBER_FIELDS, "number:3"),
                ),
            )
        )
        self.next_number = self._example("nextNumber")
        form.add(
            TextField(
                "file_pattern",
                say("File names of letters"),
                tr,
                form.writer("file_pattern"),
                hint=say(
                    "Empty is kind, mission, number and language. Fields: {fields}.",
                    fields=_fields(*FILE_FIELDS),
                ),
            )
        )
        self.next_file = self._example("nextFile")

    def _example(self, name: str) -> QLabel:
        """A line below a pattern that tells what it gives now."""
        made = text_label("", "detail", wrap=True)
        made.setObjectName(name)
        made.setContentsMargins(LABEL_WIDTH + 12, 0, 0, 0)  # below the field, not its label
        self.form.body.addWidget(made)
        return made

    def _say_examples(self) -> None:
        """What the patterns give for a letter of today."""
        say, now = self._tr.say, self._desk.situation
        drafts = [one for one in self._desk.letters.all() if not one.state.final]
        drafts.sort(key=lambda one: one.language != self._tr.lang)
        mission = next(iter(self._desk.missions.all()), None)
        letter = drafts[0] if drafts else Letter("", mission=mission.id if mission else None)
        try:
            number = next_number(now, letter)
        except Refused as refused:
            self.next_number.setText(self._tr.tell(refused.message))
            return
        self.next_number.setText(say("The next letter gets {number}.", number=number))
        name = letter_file_name(now, replace(letter, number=number))
        self.next_file.setText(say("Its file is called {file}.", file=name))

    def refresh(self) -> None:
        """Read the settings again."""
        self.form.show_record(self._desk.settings.get())
        self.form.setEnabled(not self._desk.read_only)
        self._say_examples()

    def choose(self, field: str) -> None:
        """Go to a field."""
        if field:
            self.form.focus_field(field)


def _fields(*names: str) -> str:
    """Fields of a pattern as they are written in it."""
    return " ".join(f"{{{name}}}" for name in names)
