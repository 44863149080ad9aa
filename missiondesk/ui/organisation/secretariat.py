# SPDX-License-Identifier: Apache-2.0
"""The secretariat itself: what stands on every document and to which day the figures are read."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.letter import Classification
from missiondesk.domain.secretariat import Secretariat
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
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage

WIDEST = 720  # px; longer lines of a form are hard to follow


class SecretariatTab(QWidget):
    """One form over the workspace's settings."""

    def __init__(self, desk: Desk, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("secretariatTab")
        self._desk = desk
        area = ScrollPage(margins=(0, 12, 12, 12))
        self.form: RecordForm[Secretariat] = RecordForm(
            desk.settings.revise, name="secretariatForm"
        )
        self.form.setMaximumWidth(WIDEST)
        self._fill(tr)
        area.body.addWidget(self.form)
        area.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _fill(self, tr: Translator) -> None:
        say, form, today = tr.say, self.form, self._desk.today
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
                hint=say("The first 100 days are counted from here."),
            )
        )
        form.add(
            ChoiceField(
                "classification",
                say("Classification"),
                tr,
                form.writer("classification"),
                options=worded_options(Classification, tr),
            )
        )
        form.heading(say("On paper"))
        form.add(WordingField("sender", say("Sender"), tr, form.writer("sender")))
        form.add(ParagraphField("address", say("Address"), tr, form.writer("address"), least=2))
        form.add(TextField("contact", say("Contact"), tr, form.writer("contact")))
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

    def refresh(self) -> None:
        """Read the settings again."""
        self.form.show_record(self._desk.settings.get())
        self.form.setEnabled(not self._desk.read_only)

    def choose(self, field: str) -> None:
        """Go to a field."""
        if field:
            self.form.focus_field(field)
