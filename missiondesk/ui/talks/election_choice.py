# SPDX-License-Identifier: Apache-2.0
"""The choice of an election with what stands instead while there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.party import Election
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.shipped_elections import ShippedElection
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.filter_parts import filter_box
from missiondesk.ui.widgets.flow_row import FlowRow, flowing
from missiondesk.ui.widgets.looks import push_button, row, text_label


class ElectionChoice(QWidget):
    """A box of elections, and whether the North Atlantic seats count.

    Args:
        name: Begins the names of its parts.
        changed: Another election, or the check box.
        atlantic: Whether it has the check box.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        name: str,
        changed: Callable[[], object],
        *,
        atlantic: bool = True,
    ) -> None:
        super().__init__()
        self._desk, self._tr = desk, tr
        self.box = filter_box(f"{name}Election", tr.say("Election"), changed, most=320)
        self.atlantic = CheckBox(tr.say("North Atlantic seats count"))
        self.atlantic.setObjectName(f"{name}Atlantic")
        self.atlantic.setChecked(True)
        self.atlantic.toggled.connect(lambda _on: changed())
        self.atlantic.setVisible(atlantic)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        both = FlowRow(together=True)
        for part in (self.box, self.atlantic):
            both.add(part)
        layout.addWidget(both)

    def offer(self) -> None:
        """Offer all elections; the choice stays, else it is the newest."""
        kept = self.box.currentData()
        self.box.blockSignals(True)
        self.box.clear()
        for one in self._desk.talks.seats.elections():
            self.box.addItem(one.name.in_language(self._tr.lang), one.id)
        self.box.setCurrentIndex(max(self.box.findData(kept), 0))
        self.box.blockSignals(False)

    def choose(self, key: str) -> None:
        """Choose an election; one that is not there changes nothing."""
        place = self.box.findData(key)
        if place >= 0:
            self.box.setCurrentIndex(place)

    @property
    def chosen(self) -> Election | None:
        """The election, or None while there is none."""
        key = self.box.currentData()
        return self._desk.talks.seats.election(key) if key else None

    @property
    def counts_atlantic(self) -> bool:
        """Whether the North Atlantic seats count."""
        return self.atlantic.isChecked()


class ShippedResults(QWidget):
    """Buttons that take a result shipped with the program."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, attempt: Callable[[Callable[[], object]], bool]
    ) -> None:
        super().__init__()
        self._desk, self._hub, self._tr, self._attempt = desk, hub, tr, attempt
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._line = text_label(
            tr.say("Results that come with the program, each with its source:"), "detail", wrap=True
        )
        self._layout.addWidget(self._line)
        self._buttons: QWidget = row()
        self._layout.addWidget(self._buttons)

    def offer(self) -> None:
        """Offer what is not in the workspace yet."""
        found = self._desk.talks.seats.shipped()
        self._layout.removeWidget(self._buttons)
        self._buttons.hide()
        self._buttons.deleteLater()
        self._buttons = flowing(*(self._button(one) for one in found))
        self._layout.addWidget(self._buttons)
        self.setVisible(bool(found) and not self._desk.read_only)

    def _button(self, one: ShippedElection) -> QWidget:
        name = one.election.name.in_language(self._tr.lang)
        text = self._tr.say("Take {election}", election=name)
        return push_button(text, f"take_{one.key}", lambda: self._take(one.key, name))

    def _take(self, key: str, name: str) -> None:
        if self._attempt(lambda: self._desk.talks.seats.take_shipped(key)):
            said = self._tr.say("The result of {election} is in the workspace.", election=name)
            self._hub.say(said, undoable=True)
