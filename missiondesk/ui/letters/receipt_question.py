# SPDX-License-Identifier: Apache-2.0
"""Asks on which day the receipt of a letter was acknowledged: that was often before today."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui import theme
from missiondesk.ui.widgets.fields import PeriodField
from missiondesk.ui.widgets.looks import look, push_button, row


class ReceiptQuestion(QFrame):
    """One date and the verb; it waits, and stops nobody.

    Args:
        acknowledge: Gets the day and may raise `Refused`, which then stands beside the date.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        acknowledge: Callable[[Period], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("receiptQuestion")
        look(self, "card")
        self._desk, self._tr, self._acknowledge = desk, tr, acknowledge
        say = tr.say
        # The same name as the letter's own field, so that a refusal finds it.
        self.day = PeriodField("state_date", say("Acknowledged on"), tr, today=desk.this_day)
        self.yes = push_button(say("Record the acknowledgement"), "acknowledgeNow", self.answer)
        self.no = push_button(say("Not acknowledged yet"), "acknowledgeNotYet", self.hide, "plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(theme.space(2))
        layout.addWidget(self.day)
        layout.addWidget(row(self.yes, self.no, None))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.hide)
        self.hide()

    def ask(self) -> None:
        """Ask, with today as the answer that stands there."""
        self.day.show_value(day(self._desk.today))
        self.day.clear_refusal()
        self.show()
        self.day.focus_editor()
        self.day.editor.selectAll()

    def answer(self) -> None:
        """Take the day that is typed, unless it is refused."""
        if not self.day.commit():
            return
        try:
            if self.day.value() is None:
                raise Refused(N_("Give the day itself."), field="state_date")
            self._acknowledge(self.day.value())
        except Refused as refused:
            self.day.refuse(self._tr.tell(refused.message))
            self.day.focus_editor()
            return
        self.hide()
