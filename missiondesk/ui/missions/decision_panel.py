# SPDX-License-Identifier: Apache-2.0
"""Asks for the decision without which an agreed metric is not changed (D2), in the page itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.fields import PeriodField, TextField, WordingField
from missiondesk.ui.widgets.looks import push_button, row, text_label


class DecisionPanel(QFrame):
    """What changes, why, who decided it and when; hidden while nothing waits for a decision.

    Args:
        labels: What the metric's fields are called on the form, by name.
        done: Called when the decision is noted or given up.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        labels: Mapping[str, str],
        done: Callable[[bool], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("decisionPanel")
        self._desk, self._tr, self._labels, self._done = desk, tr, labels, done
        self._metric: OutcomeMetric | None = None
        say = tr.say
        self.what = text_label("", "strong", wrap=True)
        self.what.setObjectName("decisionChanges")
        self.reason = WordingField("reason", say("Why it changes"), tr, None, paragraph=True)
        self.decided_by = TextField("decided_by", say("Decided by"), tr, None)
        self.decided = PeriodField("decided", say("Decided on"), tr, None, today=desk.this_day)
        self.reference = TextField("reference", say("Case number"), tr, None, short=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(text_label(say("The mission is agreed: this takes a decision"), "section"))
        layout.addWidget(self.what)
        layout.addWidget(
            text_label(
                say("The chart and the documents show the change, its day and its reason."),
                "detail",
                wrap=True,
            )
        )
        for field in (self.reason, self.decided_by, self.decided, self.reference):
            layout.addWidget(field)
        note = push_button(say("Note the decision"), "noteDecision", self.note, "primary")
        leave = push_button(say("Leave it as it is"), "leaveMetric", self.leave, "plain")
        layout.addWidget(row(note, leave, None))
        self.hide()

    @property
    def waiting(self) -> OutcomeMetric | None:
        """The metric as it would be after the decision, or None."""
        return self._metric

    def ask(self, metric: OutcomeMetric, fields: tuple[str, ...]) -> None:
        """Ask for the decision by which the metric becomes this one."""
        if self._metric is None:
            self.reason.show_value(Wording())
            self.decided_by.show_value("")
            self.reference.show_value("")
            self.decided.show_value(day(self._desk.today))
        self._metric = metric
        names = [self._labels.get(name, name) for name in fields]
        self.what.setText(self._tr.say("To be changed: {fields}.", fields=self._tr.list(names)))
        self.show()
        self.reason.focus_editor()

    def note(self) -> None:
        """Write the change with its decision."""
        if self._metric is None:
            return
        try:
            self._desk.metrics.change(
                self._metric,
                self.reason.read(),
                self.decided_by.read(),
                self.decided.read(),
                self.reference.read(),
            )
        except Refused as refused:
            self._refuse(refused)
            return
        self._close(True)

    def _refuse(self, refused: Refused) -> None:
        fields = {"reason": self.reason, "decided_by": self.decided_by, "decided": self.decided}
        field = fields.get(refused.field, self.reason)
        field.refuse(self._tr.tell(refused.message))
        field.focus_editor()

    def leave(self) -> None:
        """Give the change up."""
        self._close(False)

    def _close(self, noted: bool) -> None:
        self._metric = None
        for field in (self.reason, self.decided_by, self.decided, self.reference):
            field.clear_refusal()
        self.hide()
        self._done(noted)
