# SPDX-License-Identifier: Apache-2.0
"""All missions as pictures: how each develops, how far it is, how it was judged, what it dares."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.stocktakes_tab import StocktakesTab
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.tab_bar import Tabs

if TYPE_CHECKING:
    from missiondesk.charts.plots import Plot

_KEYS: Final = ("multiples", "bullets", "history", "ambition")


class ScorecardPage(SeenPage, QWidget):
    """One picture a tab; only the one in front is drawn."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scorecardPage")
        self._desk, self._tr = desk, tr
        say = tr.say
        self.head = Headline(
            push_button(say("Print quarterly report"), "printQuarterly", self.print_page),
            push_button(say("Export quarterly report"), "exportQuarterly", self.export, "primary"),
        )
        self.output = DocumentOutput(desk, hub, tr)
        self.head.setContentsMargins(0, 0, 12, 0)  # where the pages end beside their scroll bars
        self.tabs = Tabs("scorecardTabs", say("Pictures of all missions"))
        self.cards = {key: PictureCard(tr, hub.tasks, key) for key in _KEYS}
        texts = (say("Development"), say("Distance"), say("Judged so far"), say("Ambition"))
        for key, text in zip(_KEYS, texts, strict=True):
            room = ScrollPage(margins=(0, 16, 12, 16))
            room.body.addWidget(self.cards[key])
            room.body.addStretch(1)
            self.tabs.add(room, text, key)
        self.stocktakes = StocktakesTab(desk, hub, tr)
        self.tabs.add(self.stocktakes, say("Stocktakes"), "stocktakes")
        self.tabs.currentChanged.connect(lambda _place: self._show_tab())
        self.empty = EmptyState(
            say("The scorecard shows how each mission's key metric develops towards its target."),
            say("Go to the missions"),
            lambda: navigate(PageName.MISSIONS, None),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.output)
        layout.addWidget(self.empty)
        layout.addWidget(self.tabs, 1)
        self.follow(hub)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Say how it stands and draw the picture in front."""
        sentences = self._desk.overview.headline(self._tr)
        self.head.say(sentences[0].rstrip("."), " ".join(sentences[1:]))
        none = not self._desk.missions.all()
        self.empty.setVisible(none)
        self.tabs.setVisible(not none)
        if not none:
            self._show_tab()

    def _show_tab(self) -> None:
        key = self.tabs.current()
        if key == "stocktakes":
            self.stocktakes.show_all_missions()
        elif key:
            self.cards[key].show_plot(self._plots()[key](self._tr.lang))

    def _plots(self) -> dict[str, Callable[[str], Plot]]:
        pictures = self._desk.pictures
        return {
            "multiples": pictures.multiples,
            "bullets": pictures.bullets,
            "history": pictures.status_history,
            "ambition": pictures.ambition,
        }

    def show_record(self, key: str) -> None:
        """Bring a picture to the front by its name."""
        self.tabs.open(key)

    def record(self) -> str:
        """The picture in front."""
        return self.tabs.current()

    def count(self) -> int | None:
        """Pictures are not counted."""
        return None

    # -- verbs ---------------------------------------------------------------------------
    def export(self) -> None:
        """Ask for a place and write the public report on the last quarter there."""
        self.output.export(lambda: self._desk.printing.prepare_quarterly(self._tr.lang))

    def print_page(self) -> None:
        """Print the public report on the last quarter."""
        self.output.print(lambda: self._desk.printing.prepare_quarterly(self._tr.lang))
