# SPDX-License-Identifier: Apache-2.0
"""The portfolio in pictures: bubbles, balance, funnel, and whether it reaches the targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.portfolio_sides import Side
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.mission_plots import in_order
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.widgets.filter_parts import filter_box, offer_choices
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from missiondesk.charts.plots import Plot

_BUBBLES, _FUNNEL, _REACH = "bubbles", "funnel", "reach"
_VIEWS: Final = (
    (_BUBBLES, N_("Impact and feasibility")),
    *((f"balance-{side.value}", side.word) for side in Side),
    (_FUNNEL, N_("Funnel: from idea to embedded")),
    (_REACH, N_("Way to the target")),
)
_OF_A_MISSION = (_BUBBLES, _REACH)


class ViewsTab(QWidget):
    """One picture at a time, chosen by name; each has its figures as a table too."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._navigate = desk, tr, navigate
        say = tr.say
        named = [(key, self._word(key, word)) for key, word in _VIEWS]
        self.view = filter_box("portfolioView", say("Picture"), self._show, most=360, options=named)
        self.mission = filter_box("portfolioViewMission", say("Mission"), self._show, most=320)
        self.note = text_label("", "detail", wrap=True)
        self.note.setObjectName("portfolioViewNote")
        self.card = PictureCard(tr, hub.tasks, "portfolioView")
        room = ScrollPage(margins=(0, 8, 12, 16))
        room.body.addWidget(self.card)
        room.body.addWidget(self.note)
        room.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(flowing(self.view, self.mission))
        layout.addWidget(room, 1)

    def _word(self, key: str, word: str) -> str:
        if key.startswith("balance-"):
            return self._tr.say("Balance by {side}", side=self._tr.say(word))
        return self._tr.say(word)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the missions and draw the picture again."""
        missions = [
            (one.id, f"{one.code} {one.title.in_language(self._tr.lang)}".strip())
            for one in in_order(self._desk.situation)
        ]
        offer_choices(self.mission, self._tr.say("All missions"), missions)
        self._show()

    def headline(self) -> tuple[str, str]:
        """Whether the initiatives carry the missions to their targets."""
        return self._desk.portfolio.headline(self._tr)

    def choose(self, key: str, field: str) -> bool:
        """Bring a picture to the front by its name."""
        place = self.view.findData(key)
        if place < 0:
            return False
        self.view.setCurrentIndex(place)
        return True

    def paper(self) -> PrintJob | None:
        """The portfolio review holds all of these pictures."""
        return self._desk.printing.prepare("portfolio-review", self._tr.lang)

    def _show(self) -> None:
        key = self.view.currentData()
        mission = self.mission.currentData() or ""
        self.mission.setVisible(key in _OF_A_MISSION)
        self.card.show_plot(self._plot(key, mission))
        self.note.setText(self._note(key, mission))

    def _plot(self, key: str, mission: str) -> Plot | None:
        lang, views = self._tr.lang, self._desk.portfolio
        if key == _BUBBLES:
            return views.bubbles(lang, mission)
        if key == _FUNNEL:
            return views.funnel(lang)
        if key == _REACH:
            return self._desk.pictures.waterfall(mission, lang) if mission else None
        side = next(one for one in Side if key == f"balance-{one.value}")
        return views.balance(side, lang)

    def _note(self, key: str, mission: str) -> str:
        tr = self._tr
        if key != _REACH:
            return ""
        if not mission:
            return tr.say("Choose a mission to see what its initiatives add on the way.")
        if self._desk.pictures.waterfall(mission, tr.lang) is None:
            return tr.say("Nothing can be added up: there is no figure or no level to reach.")
        risky = self._desk.portfolio.riskiest(mission)
        if risky is None:
            return tr.say("No initiative names an assumption on which its contribution hangs.")
        return tr.say(
            "Most hangs on {name}: {assumption}",
            name=f"{risky.code} {risky.title.in_language(tr.lang)}".strip(),
            assumption=risky.riskiest_assumption.in_language(tr.lang),
        )
