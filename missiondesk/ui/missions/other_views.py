# SPDX-License-Identifier: Apache-2.0
"""How others would see a key metric: other published methods, and what its figures promise."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.forecast_words import forecast_facts
from missiondesk.services.lens_words import LensRow, lens_rows
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.facts import Facts
from missiondesk.ui.widgets.looks import column, text_label
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.table import Column, ReadTable

_ASIDE = 372  # px, the column of facts


class OtherViews(QWidget):
    """The lenses as a table, a sentence when they differ, and the forecast beside them."""

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self.differs = text_label("", "text", wrap=True)
        self.differs.setObjectName("lensesDiffer")
        self.lenses = self._make_lenses()
        self.forecast = Facts(tr.say("Forecast"), "forecastFacts")
        promised = column(
            text_label(tr.say("What the figures promise"), "section"), self.forecast, None
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            text_label(tr.say("Other published methods beside it"), "section", wrap=True)
        )
        layout.addWidget(self.differs)
        layout.addWidget(SideBySide(self.lenses, promised, least=380, width=_ASIDE))

    def _make_lenses(self) -> ReadTable[LensRow]:
        tr = self._tr
        columns: list[Column[LensRow]] = [
            Column(tr.say("Method"), lambda it: it.name),
            Column(
                tr.say("What it shows"),
                lambda it: it.figure or it.reason,
                stretch=1,
                width=200,
                wrap=True,
            ),
            Column(
                tr.say("On the official scale"),
                lambda it: mark(it.rating, tr).text if it.rating else "–",
                colour=lambda it: mark(it.rating, tr).colour if it.rating else "quiet",
                folds=1,
            ),
        ]
        return ReadTable(
            columns,
            lambda it: it.name,
            name="lenses",
            title=tr.say("Other published methods beside it"),
            empty=EmptyState(tr.say("The mission has no key metric.")),
            growing=True,
        )

    def show_detail(self, detail: MissionDetail) -> None:
        """Show the key metric of a mission."""
        rows: tuple[LensRow, ...] = ()
        differs = ""
        promised: list[tuple[str, str]] = []
        if detail.metric is not None:
            rows, differs = lens_rows(self._desk.situation, detail.metric, self._tr)
            promised = forecast_facts(detail.metric, detail.observations, self._tr)
        self.lenses.show_rows(rows)
        self.forecast.show_facts(promised)
        self.differs.setText(differs)
        self.differs.setVisible(bool(differs))
