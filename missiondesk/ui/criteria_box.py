# SPDX-License-Identifier: Apache-2.0
"""Criteria of an initiative or of one of its gates: a line to add one, their table, and a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missiondesk.domain.gate import Comparison, Criterion, CriterionKind, Verdict
from missiondesk.domain.gates import CriterionState
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services import criterion_words
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.choice_fields import worded_options
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
)
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm, shown_text
from missiondesk.ui.widgets.table import Column, ReadTable


class CriteriaBox(QWidget):
    """The table grows with its rows; the form of the chosen criterion stands below it."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._tr = desk, hub, tr
        self._initiative = ""
        self._gate: str | None = None
        self._rows: Sequence[CriterionState] = ()
        say = tr.say
        self.line = QLineEdit()
        self.line.setObjectName("criterionNew")
        self.line.setAccessibleName(say("Text of a new criterion"))
        self.line.setPlaceholderText(say("Text of a new criterion"))
        self.line.returnPressed.connect(self.add)
        self.add_button = push_button(say("Add criterion"), "criterionAdd", self.add, "", "plus")
        self.table = self._make_table()
        self.form = self._make_form()
        self.remove_button = push_button(
            say("Remove criterion"), "criterionRemove", self.remove, "plain", "trash-2"
        )
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(text_label(say("Criteria"), "section"))
        layout.addWidget(self.table)
        layout.addWidget(row(self.line, self.add_button))
        layout.addWidget(self.refusal)
        layout.addWidget(self.form)
        layout.addWidget(row(self.remove_button, None))

    # -- building ------------------------------------------------------------------------
    def _make_table(self) -> ReadTable[CriterionState]:
        tr = self._tr
        table = ReadTable(
            criteria_columns(tr),
            lambda it: it.criterion.id,
            name="criteriaTable",
            title=tr.say("Criteria"),
            sort_text=tr.sort_key,
            growing=True,
            empty=EmptyState(
                tr.say("No criterion yet. A criterion with a number can be watched against data.")
            ),
        )
        table.chosen.connect(self._show_chosen)
        table.opened.connect(lambda _key: self.form.focus_first())
        remove = QShortcut(QKeySequence.StandardKey.Delete, table)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove)
        return table

    def _make_form(self) -> RecordForm[Criterion]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Criterion] = RecordForm(self._desk.criteria.revise, name="criterionForm")
        write = form.writer
        form.add(WordingField("text", say("Criterion"), tr, write("text"), above=True))
        kinds, sides = worded_options(CriterionKind, tr), worded_options(Comparison, tr)
        form.add_row(
            ChoiceField("kind", say("For what"), tr, write("kind"), options=kinds, above=True),
            ChoiceField(
                "verdict", say("Judged by people"), tr, write("verdict"),
                options=worded_options(Verdict, tr), none=say("not judged"), above=True,
            ),
        )  # fmt: skip
        form.add_row(
            ChoiceField(
                "comparison", say("Met when it is"), tr, write("comparison"), options=sides,
                above=True,
            ),
            NumberField("threshold", say("Threshold"), tr, write("threshold"),
                        counted_in=shown_text(form, "unit"), above=True),
            TextField("unit", say("Unit"), tr, write("unit"), short=True, above=True),
        )  # fmt: skip
        self.figures = form.add(
            ChoiceField(
                "metric", say("Metric whose newest figure decides"), tr, write("metric"),
                none=say("none: measured by hand"), above=True,
            )
        )  # fmt: skip
        form.add_row(
            NumberField(
                "measured", say("Measured"), tr, write("measured"), above=True,
                counted_in=shown_text(form, "unit"),
            ),
            PeriodField(
                "measured_at", say("Measured or judged"), tr, write("measured_at"),
                today=self._desk.this_day, above=True,
            ),
        )  # fmt: skip
        form.add(
            ParagraphField("evidence", say("Evidence"), tr, write("evidence"), least=2, above=True)
        )
        return form

    # -- showing -------------------------------------------------------------------------
    def show_criteria(
        self, initiative: str, gate: str | None, rows: Sequence[CriterionState]
    ) -> None:
        """Show criteria of an initiative.

        Args:
            gate: The gate to which a new one belongs; None is one that holds all the time.
        """
        if (initiative, gate) != (self._initiative, self._gate):
            self.line.clear()
            self.refusal.hide()
        self._initiative, self._gate, self._rows = initiative, gate, rows
        self.figures.set_options(self._metrics())
        self.table.show_rows(rows)
        self._show_chosen(self.table.selected())
        for widget in (self.line, self.add_button, self.remove_button):
            widget.setEnabled(not self._desk.read_only)

    def _metrics(self) -> list[tuple[str, str]]:
        """Metrics of the missions that the initiative serves."""
        found = self._desk.initiatives.get(self._initiative)
        missions = (found.mission, *found.also_missions) if found is not None else ()
        now = self._desk.situation
        return [
            (one.id, one.name.in_language(self._tr.lang))
            for mission in missions
            if mission
            for one in now.of(OutcomeMetric, mission)
        ]

    def _show_chosen(self, key: str) -> None:
        found = next((it.criterion for it in self._rows if it.criterion.id == key), None)
        self.form.setVisible(found is not None)
        self.remove_button.setVisible(found is not None)
        self.form.show_record(found)
        self.form.set_read_only(self._desk.read_only)

    def choose(self, key: str, field: str = "") -> bool:
        """Choose a criterion, and go to a field of it; False when it is not here."""
        if not self.table.select(key):
            return False
        if field:
            self.form.focus_field(field)
        return True

    # -- verbs ---------------------------------------------------------------------------
    def add(self) -> None:
        """Add a criterion with the text that was typed, and choose it."""
        text = " ".join(self.line.text().split())
        if not text:
            self.line.setFocus()
            return
        wording = Wording(en=text) if self._tr.lang == "en" else Wording(text)
        kind = CriterionKind.GATE if self._gate else CriterionKind.KILL

        def do() -> None:
            made = self._desk.criteria.add(
                Criterion("", self._initiative, self._gate, kind, wording)
            )
            self.line.clear()
            self.table.select(made.id)
            self._show_chosen(made.id)

        self._try(do)

    def remove(self) -> None:
        """Remove the chosen criterion; undo brings it back."""
        record = self.form.record
        if record is None or self._desk.read_only:
            return

        def do() -> None:
            self._desk.criteria.remove(record.id)
            self._hub.say(self._tr.say("The criterion was removed."), undoable=True)

        self._try(do)

    def _try(self, verb: Callable[[], object]) -> None:
        self.refusal.hide()
        try:
            verb()
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()


def criteria_columns(tr: Translator) -> list[Column[CriterionState]]:
    """What it asks for and what was seen, and whether it is met."""

    def detail(state: CriterionState) -> str:
        asked = criterion_words.asked(state, tr)
        kind = tr.show(state.criterion.kind)
        head = tr.say("{kind}, {threshold}", kind=kind, threshold=asked) if asked else kind
        return f"{head} · {criterion_words.seen(state, tr)}"

    return [
        Column(
            tr.say("Criterion"),
            lambda it: it.criterion.text.in_language(tr.lang),
            detail=detail,
            stretch=1,
            width=180,
            wrap=True,
            detail_lines=3,
        ),
        Column(
            tr.say("Fulfilled"),
            lambda it: criterion_words.fulfilled(it, tr),
            colour=lambda it: criterion_words.sign(it)[1],
            spoken=lambda it: criterion_words.verdict(it, tr),
            sort=lambda it: criterion_words.sign(it)[0],
        ),
    ]
