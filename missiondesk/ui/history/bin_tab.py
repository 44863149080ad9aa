# SPDX-License-Identifier: Apache-2.0
"""The recycle bin: what was removed within ninety days, to be brought back or erased for good."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.recycle_bin import DAYS, Removed
from missiondesk.ui.history.bin_columns import bin_columns, row_key, title_of
from missiondesk.ui.history.purge_panel import PurgePanel
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.notice_bar import NoticeBar
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.table import ReadTable


class BinTab(QWidget):
    """Removed records, newest first, with their two verbs."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("binTab")
        self._desk, self._hub, self._tr = desk, hub, tr
        say = tr.say
        self.table: ReadTable[Removed] = ReadTable(
            bin_columns(tr),
            key=row_key,
            name="binTable",
            title=say("Removed records, newest first"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                say(
                    "The recycle bin is empty. What is removed lies here for {days} days.",
                    days=DAYS,
                )
            ),
        )
        self.table.chosen.connect(lambda _key: self._another())
        self.back = push_button(say("Bring back"), "bringBack", self.bring_back, "primary")
        self.erase = push_button(say("Erase for good…"), "erase", self.begin_purge)
        self.older = CheckBox(say("Also what was removed longer ago (only to erase it)"))
        self.older.setObjectName("olderRemoved")
        self.older.toggled.connect(lambda _on: self.refresh())
        self.bar = NoticeBar("error", "", "binRefusal")
        self.bar.hide()
        self.panel = PurgePanel(desk, tr, self._purged, self._offer)
        told = say(
            "What was removed can be brought back for {days} days, with all that belonged to it. "
            "After that only the trail still knows it.",
            days=DAYS,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self._asking(), 1)
        self.list = QWidget()
        below = QVBoxLayout(self.list)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(text_label(told, "lead", wrap=True))
        below.addWidget(self.table, 1)
        below.addWidget(row(self.back, self.erase, None, self.older))
        layout.addWidget(self.list, 1)

    def _asking(self) -> QWidget:
        """The panel takes the list's place: it has to be read to its end, also in a low window."""
        self.asking = ScrollPage(margins=(0, 0, 0, 0))
        self.asking.body.addWidget(self.panel)
        self.asking.body.addStretch(1)
        self.asking.hide()
        return self.asking

    def refresh(self) -> None:
        """Read the trail again."""
        self.bar.hide()
        self.table.show_rows(self._desk.recycle_bin.removed(older=self.older.isChecked()))
        if not self.table.selected() and self.table.rows():
            self.table.select(row_key(self.table.rows()[0]))
        self._offer()

    def chosen(self) -> Removed | None:
        """The removed record that is chosen."""
        key = self.table.selected()
        return next((one for one in self.table.rows() if row_key(one) == key), None)

    def _another(self) -> None:
        self.panel.hide()  # it asked about another record
        self._offer()

    def _offer(self) -> None:
        one = self.chosen()
        may = one is not None and not self._desk.read_only
        self.back.setEnabled(may and one is not None and one.days_left > 0)
        self.erase.setEnabled(may)
        self.asking.setVisible(not self.panel.isHidden())
        self.list.setVisible(self.panel.isHidden())

    # -- verbs -----------------------------------------------------------------------------
    def bring_back(self) -> None:
        """Bring the chosen record back."""
        one, tr = self.chosen(), self._tr
        if one is None:
            return
        name = title_of(one, tr)
        try:
            came = self._desk.recycle_bin.bring_back(one.key)
        except Refused as refused:
            self.bar.say(tr.tell(refused.message))
            self.bar.show()
            return
        said = tr.say("“{name}” is back.", name=name)
        if came.left:
            left = tr.plural(
                "{count} record that belonged to it stays in the recycle bin: what it refers to is "
                "gone.",
                "{count} records that belonged to it stay in the recycle bin: what they refer to "
                "is gone.",
                came.left,
            )
            said = f"{said} {left}"
        self._hub.say(said, undoable=True)

    def begin_purge(self) -> None:
        """Ask for what erasing the chosen record needs."""
        one = self.chosen()
        if one is not None:
            self.bar.hide()
            self.panel.ask(one)
            self._offer()

    def _purged(self) -> None:
        self._hub.say(self._tr.say("It is erased for good; the trail says that it was."))
