# SPDX-License-Identifier: Apache-2.0
"""The map of actors about all missions, or about one of them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.actors.tab import ActorsTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import row
from missiondesk.ui.widgets.scroll_page import ScrollPage


class MapTab(ActorsTab):
    """A picture with its table twin."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        say = tr.say
        self.mission = self.box("mapMission", say("Mission of the map"), self._show)
        self.mission.setMaximumWidth(scaled(420))
        self.picture = PictureCard(tr, hub.tasks, "actorMap")
        self.empty = EmptyState(
            say("The map shows who stands how near the missions; no actor is there yet."),
            say("Go to the actors"),
            lambda: navigate(PageName.ACTORS, "actors"),
        )
        page = ScrollPage(margins=(0, 12, 12, 12))
        page.body.setSpacing(10)
        for part in (row(self.mission, None), self.empty, self.picture):
            page.body.addWidget(part)
        page.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self._title = ""

    def refresh(self) -> None:
        """Read the actors again."""
        self.offer_missions(self.mission)
        self._show()

    def headline(self) -> tuple[str, str]:
        """What the map shows."""
        return self._title, ""

    def _show(self) -> None:
        plot = self._desk.pictures.actor_map(self._tr.lang, self.mission.currentData())
        self._title = plot.title
        self.empty.setVisible(not plot.dots)
        self.picture.setVisible(bool(plot.dots))
        self.picture.show_plot(plot if plot.dots else None)
        self.told.emit()
