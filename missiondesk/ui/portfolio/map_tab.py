# SPDX-License-Identifier: Apache-2.0
"""Initiatives down, missions across: which serves which, and which serves none."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import Mission
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.portfolio_views import MissionMap
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.table import Column, ReadTable

_Row = tuple[Initiative, tuple[str, ...]]


class MapTab(QWidget):
    """The heat map of initiatives and missions; its columns are the missions of now."""

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
        self._missions: tuple[tuple[str, str], ...] | None = None
        self._map = MissionMap((), ())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        legend = tr.say("● serves the mission, ○ also contributes to it.")
        self._layout.addWidget(text_label(legend, "detail", wrap=True))
        self.table = self._made(())
        self._layout.addWidget(self.table, 1)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the map again; other missions make other columns."""
        self._map = self._desk.portfolio.mission_map()
        shown = tuple((one.id, one.code) for one in self._map.missions)
        if shown != self._missions:
            self._missions = shown
            former, self.table = self.table, self._made(self._map.missions)
            self._layout.replaceWidget(former, self.table)
            former.hide()
            former.deleteLater()
        self.table.show_rows(self._map.rows)

    def headline(self) -> tuple[str, str]:
        """How many initiatives serve no mission, and how many missions have none (P9)."""
        tr, rows = self._tr, self._map.rows
        orphans = sum(not any(signs) for _one, signs in rows)
        bare = [
            one.code
            for place, one in enumerate(self._map.missions)
            if one.state.live and not any(signs[place] == "●" for _it, signs in rows)
        ]
        if not rows:
            return tr.say("There is no live initiative yet"), ""
        said = tr.say("Every live initiative serves a mission")
        if orphans:
            said = tr.plural(
                "{count} live initiative serves no mission",
                "{count} live initiatives serve no mission",
                orphans,
            )
        detail = tr.say("Missions without an initiative: {codes}.", codes=tr.list(bare))
        return said, detail if bare else ""

    def choose(self, key: str, field: str) -> bool:
        """Nothing is mended here."""
        return False

    def paper(self) -> PrintJob | None:
        """The portfolio review holds this table."""
        return self._desk.printing.prepare("portfolio-review", self._tr.lang)

    # -- the table -----------------------------------------------------------------------
    def _made(self, missions: tuple[Mission, ...]) -> ReadTable[_Row]:
        tr = self._tr
        first: Column[_Row] = Column(
            tr.say("Initiative"),
            lambda it: f"{it[0].code} {it[0].title.in_language(tr.lang)}".strip(),
            detail=lambda it: tr.show(it[0].stage),
            stretch=1,
            width=240,
            wrap=True,
            strong=True,
        )
        made: ReadTable[_Row] = ReadTable(
            [first, *(self._column(at, one) for at, one in enumerate(missions))],
            lambda it: it[0].id,
            name="missionMapTable",
            title=tr.say("Initiatives and missions"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                tr.say("Initiatives and the missions they serve stand here."),
                tr.say("Go to the initiatives"),
                lambda: self._navigate(PageName.INITIATIVES, None),
            ),
        )
        made.opened.connect(lambda key: self._navigate(PageName.INITIATIVES, key))
        return made

    def _column(self, at: int, mission: Mission) -> Column[_Row]:
        tr, name = self._tr, f"{mission.code} {mission.title.in_language(self._tr.lang)}"
        words = {"●": tr.say("serves"), "○": tr.say("also contributes to"), "": tr.say("no")}
        return Column(
            mission.code,
            lambda it: it[1][at],
            width=48,
            colour=lambda it: "accent" if it[1][at] == "●" else "ink",
            spoken=lambda it: f"{name}: {words[it[1][at]]}",
            sort=lambda it: ("●", "○", "").index(it[1][at]),
        )
