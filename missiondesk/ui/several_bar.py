# SPDX-License-Identifier: Apache-2.0
"""Below a list of which several rows are chosen: how many they are, and the way to change them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from missiondesk.domain.entities import Entity
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.several_form import SeveralForm
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import ReadTable


class SeveralBar(QWidget):
    """Shown while two or more rows are chosen.

    Args:
        table: The list; each row's key is the id of a record of ``kind``.

    Attributes:
        form: Asks for the field and its value.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        table: ReadTable[Any],
        kind: type[Entity],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name = table.objectName()
        self.setObjectName(f"{name}Several")
        self._desk, self._hub, self._tr, self._table = desk, hub, tr, table
        self.said = text_label("", "strong")
        self.said.setObjectName(f"{name}Marked")
        word = tr.say("Change a field for all…")
        self.open_button = push_button(word, f"{name}Change", self.ask)
        self.form = SeveralForm(desk, hub, tr, table, kind)
        self.form.folded.connect(self.open_button.setVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(row(self.said, self.open_button, None))
        layout.addWidget(self.form)
        table.marked.connect(self._count)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._offer)
        self._count(0)

    @property
    def in_front(self) -> bool:
        """Whether its list is on the screen."""
        return self._table.isVisible()

    def ask(self) -> None:
        """Ask for the field; with fewer than two rows say that they have to be chosen first."""
        if self.isHidden():
            self._hub.say(self._tr.say("Choose two or more rows first, with Shift or Ctrl."))
            self._table.setFocus()
        else:
            self.form.ask()

    def _count(self, count: int) -> None:
        several = count > 1 and not self._desk.read_only
        if several:
            self.form.show_count(count)
        else:
            self.form.fold()
        self.setVisible(several)
        sentence = self._tr.plural("{count} row is chosen", "{count} rows are chosen", count)
        self.said.setText(sentence)

    def _offer(self, place: QPoint) -> None:
        """The context menu of the list, by the right button or the menu key."""
        menu = QMenu(self._table)
        menu.setObjectName(f"{self._table.objectName()}Menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        act = menu.addAction(self._tr.say("Change a field for all…"), self.ask)
        act.setEnabled(not self.isHidden())
        menu.addAction(self._tr.say("Copy"), self._table.copy)
        menu.popup(self._table.viewport().mapToGlobal(place))
