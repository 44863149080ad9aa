# SPDX-License-Identifier: Apache-2.0
"""Need against have by quarter: the picture with its table, and what each skill lacks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.period import Period
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.skills_overview import plain, work_years
from missiondesk.services.skills_rows import SkillGap, gaps_by_skill, shares_of
from missiondesk.ui.choices import mission_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import filter_box, offer_choices
from missiondesk.ui.widgets.looks import row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.table import Column, ReadTable


class QuartersTab(QWidget):
    """Two years ahead, of all missions or of one."""

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
        self._quarters: tuple[Period, ...] = ()
        self.mission = filter_box(
            "quartersMission", tr.say("Needs of which mission"), self.refresh, most=320
        )
        self.card = PictureCard(tr, hub.tasks, "supply")
        self.table = self._made()
        page = ScrollPage(margins=(0, 0, 12, 12))
        page.body.addWidget(row(self.mission, None))
        page.body.addWidget(self.card)
        page.body.addWidget(text_label(tr.say("Work years missing by skill"), "section"))
        note = tr.say(
            "A need counts in full in every quarter that it touches. Sourcing counts when it is"
            " agreed, under way or in place, and there as long as the need lives in the quarter."
            " No work year is counted twice: the critical and earliest needs take theirs first."
        )
        self._tables = QVBoxLayout()
        self._tables.addWidget(self.table)
        page.body.addLayout(self._tables)
        page.body.addWidget(text_label(note, "detail", wrap=True))
        page.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def refresh(self) -> None:
        """Reckon again; the chosen mission stays."""
        for _part in self.read_in_parts():
            pass

    def read_in_parts(self) -> Iterator[None]:
        """As `refresh`, with a pause for the events of the screen."""
        tr, now = self._tr, self._desk.situation
        offer_choices(self.mission, tr.say("All missions"), mission_options(self._desk, tr))
        chosen = self.mission.currentData()
        plot = self._desk.equipment.plot(tr.lang, chosen)
        self.card.show_plot(plot)
        yield
        quarters, gaps = gaps_by_skill(now, shares_of(now, chosen))
        if quarters != self._quarters:
            self._quarters = quarters
            former, self.table = self.table, self._made()
            self._tables.replaceWidget(former, self.table)
            former.hide()
            former.deleteLater()
        self.table.show_rows(gaps)

    def open(self, key: str, field: str) -> bool:
        """Nothing is mended here."""
        return False

    def _made(self) -> ReadTable[SkillGap]:
        tr = self._tr
        first: Column[SkillGap] = Column(
            tr.say("Skill"),
            lambda it: it.skill.label.in_language(tr.lang) if it.skill else "?",
            stretch=1,
            width=200,
            wrap=True,
            strong=True,
        )
        return ReadTable(
            [first, *(self._column(at, one) for at, one in enumerate(self._quarters))],
            lambda it: it.skill.id if it.skill else "?",
            name="skillGaps",
            title=tr.say("Work years missing by skill and quarter"),
            sort_text=tr.sort_key,
            empty=EmptyState(tr.say("No skill falls short in the two years ahead.")),
            growing=True,
        )

    def _column(self, at: int, quarter: Period) -> Column[SkillGap]:
        tr = self._tr
        return Column(
            tr.period(quarter),
            lambda it: tr.number(plain(it.gaps[at])) if it.gaps[at] else "–",
            right=True,
            spoken=lambda it: tr.say(
                "{work_years} missing", work_years=work_years(it.gaps[at], tr)
            ),
            sort=lambda it: -it.gaps[at],
        )
