# SPDX-License-Identifier: Apache-2.0
"""The filters above the calendar of gates: text, mission, and whether it lies ahead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.gate_calendar import GateRow
from missiondesk.ui.choices import mission_options
from missiondesk.ui.widgets.filter_parts import filter_box, filter_text, offer_choices
from missiondesk.ui.widgets.flow_row import flowing

_LATE, _AHEAD, _DECIDED = "late", "ahead", "decided"


class GateFilter(QWidget):
    """Says which gates are shown.

    Attributes:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        say = tr.say
        self.text = filter_text(
            "gateFilter", say("Filter gates by text"), say("Filter by text…"),
            self.changed.emit, least=150, most=220,
        )  # fmt: skip
        self.mission = filter_box(
            "gateMission", say("Filter gates by mission"), self.changed.emit, most=200
        )
        self.when = filter_box("gateWhen", say("Filter gates by date"), self.changed.emit, most=200)
        kinds = (
            (_LATE, say("Overdue")), (_AHEAD, say("Ahead of us")), (_DECIDED, say("Decided")),
        )  # fmt: skip
        offer_choices(self.when, say("Any date"), kinds)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flowing(self.text, self.mission, self.when))

    def offer(self, desk: Desk) -> None:
        """Offer the missions of now; the choice stays."""
        offer_choices(self.mission, self._tr.say("All missions"), mission_options(desk, self._tr))

    def passed(self, rows: Sequence[GateRow]) -> list[GateRow]:
        """The gates that fit all filters."""
        words = self.text.text().casefold().split()
        mission, when = self.mission.currentData(), self.when.currentData()
        return [
            it
            for it in rows
            if mission in (None, it.initiative.mission)
            and (when is None or when == _when(it))
            and (not words or all(word in _text(it) for word in words))
        ]

    def clear(self) -> None:
        """Let everything pass."""
        self.text.clear()
        for box in (self.mission, self.when):
            box.setCurrentIndex(0)


def _when(row: GateRow) -> str:
    if row.decided:
        return _DECIDED
    return _LATE if row.days_late else _AHEAD


def _text(row: GateRow) -> str:
    one = row.initiative
    return f"{one.code} {one.title.da} {one.title.en}".casefold()
