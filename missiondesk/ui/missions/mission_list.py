# SPDX-License-Identifier: Apache-2.0
"""All missions in one table to filter, and the line with which a new one is added."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from missiondesk.domain.finding import Severity
from missiondesk.domain.mission import MissionState
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services import metric_words
from missiondesk.services.desk import Desk
from missiondesk.services.overview import OverviewRow
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.table import Column, ReadTable


class MissionList(QWidget):
    """The table of missions.

    Args:
        opened: Gets the id of a mission to look at, and that of a new one with "#sentence".
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        opened: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._opened = opened
        self._rows: tuple[OverviewRow, ...] = ()
        self.head = Headline()
        self.table = self._make_table()
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("missionRefusal")
        self.refusal.hide()
        layout = page_layout(self)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self._tools())
        layout.addWidget(self.refusal)
        layout.addWidget(self.table, 1)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)

    # -- building ------------------------------------------------------------------------
    def _tools(self) -> QWidget:
        say = self._tr.say
        self.filter = QLineEdit()
        self.filter.setObjectName("missionFilter")
        self.filter.setAccessibleName(say("Filter missions by text"))
        self.filter.setPlaceholderText(say("Filter by text…"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(180)
        self.filter.setMaximumWidth(240)
        self.filter.textChanged.connect(lambda _text: self._show())
        self.state = ChoiceBox()
        self.state.setObjectName("missionStateFilter")
        self.state.setAccessibleName(say("Filter missions by state"))
        self.state.addItem(say("All states"), None)
        for state in MissionState:
            self.state.addItem(say(state.word), state.value)
        self.state.currentIndexChanged.connect(lambda _place: self._show())
        self.title = QLineEdit()
        self.title.setObjectName("newMissionTitle")
        self.title.setAccessibleName(say("Title of a new mission"))
        self.title.setPlaceholderText(say("Title of a new mission"))
        self.title.setMinimumWidth(200)
        self.title.returnPressed.connect(self.add)
        self.add_button = push_button(say("Add mission"), "addMission", self.add, "primary")
        return row(self.filter, self.state, None, self.title, self.add_button)

    def _make_table(self) -> ReadTable[OverviewRow]:
        tr = self._tr
        columns: list[Column[OverviewRow]] = [
            Column(tr.say("Code"), lambda it: it.mission.code),
            Column(
                tr.say("Mission and accountable"),
                lambda it: it.mission.title.in_language(tr.lang),
                detail=self._accountable,
                stretch=1,
                width=190,
                wrap=True,
                strong=True,
            ),
            Column(
                tr.say("Latest"),
                self._latest,
                detail=lambda it: tr.period(it.latest.period) if it.latest else "",
                right=True,
                sort=lambda it: it.latest.value if it.latest else None,
            ),
            Column(
                tr.say("Target"),
                self._target,
                detail=self._target_date,
                right=True,
            ),
            Column(
                tr.say("Development"),
                lambda it: mark(it.judgement.rating, tr).text,
                colour=lambda it: mark(it.judgement.rating, tr).colour,
                sort=lambda it: list(type(it.judgement.rating)).index(it.judgement.rating),
            ),
            Column(
                tr.say("State"),
                lambda it: mark(it.mission.state, tr).text,
                colour=lambda it: mark(it.mission.state, tr).colour,
                sort=lambda it: list(MissionState).index(it.mission.state),
            ),
            Column(
                tr.say("Findings"),
                self._findings,
                colour=self._weight,
                sort=lambda it: -it.count(Severity.ERROR) * 1000 - len(it.findings),
            ),
        ]
        self._empty = EmptyState("", tr.say("Add the first mission"), self._begin)
        table = ReadTable(
            columns,
            lambda it: it.mission.id,
            name="missionsTable",
            title=tr.say("Missions"),
            sort_text=tr.sort_key,
            empty=self._empty,
        )
        table.opened.connect(self._opened)
        return table

    # -- cells ---------------------------------------------------------------------------
    def _accountable(self, it: OverviewRow) -> str:
        if it.office is None:
            return self._tr.say("no accountable minister")
        title = it.office.title.in_language(self._tr.lang)
        return f"{title}, {it.holder.name}" if it.holder and it.holder.name else title

    def _latest(self, it: OverviewRow) -> str:
        if it.metric is None or it.latest is None:
            return "–"
        return metric_words.latest(it.metric, it.latest, self._tr)

    def _target(self, it: OverviewRow) -> str:
        """The level to reach, to be compared with the latest figure; else the change asked for."""
        metric = it.metric
        if metric is None or metric.target_value is None:
            return "–"
        if metric.target_level is not None:
            return metric_words.figure(metric, metric.target_level, self._tr)
        change = self._tr.signed(metric.target_value, metric.decimals)
        return f"{change}\u00a0{metric.unit.in_language(self._tr.lang)}".strip()

    def _target_date(self, it: OverviewRow) -> str:
        period = it.metric.target_period if it.metric else None
        return self._tr.period(period) if period else ""

    def _findings(self, it: OverviewRow) -> str:
        errors, warnings = it.count(Severity.ERROR), it.count(Severity.WARNING)
        parts = [f"■\u00a0{errors}" if errors else "", f"▲\u00a0{warnings}" if warnings else ""]
        return "\u2002".join(part for part in parts if part) or self._tr.say("none")

    @staticmethod
    def _weight(it: OverviewRow) -> str:
        if it.count(Severity.ERROR):
            return "bad"
        return "wait" if it.count(Severity.WARNING) else "quiet"

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read all missions again."""
        self._rows = self._desk.overview.rows()
        self._say_head()
        self._show()
        for widget in (self.title, self.add_button):
            widget.setEnabled(not self._desk.read_only)

    def _say_head(self) -> None:
        tr = self._tr
        if not self._rows:
            self.head.say(tr.say("There is no mission yet"))
            return
        faulty = [row for row in self._rows if row.count(Severity.ERROR)]
        ready = len(self._rows) - len(faulty)
        sentence = tr.plural(
            "{ready} of {count} mission is ready for its letter",
            "{ready} of {count} missions are ready for their letters",
            len(self._rows),
            ready=ready,
        )
        codes = tr.list(row.mission.code for row in faulty)
        detail = tr.say("Errors stand in {codes}.", codes=codes) if faulty else ""
        self.head.say(sentence, detail)

    def _show(self) -> None:
        words = self.filter.text().casefold().split()
        state = self.state.currentData()
        shown = [
            row
            for row in self._rows
            if state in (None, row.mission.state.value) and all(w in _text(row) for w in words)
        ]
        say = self._tr.say
        filtered = bool(self._rows)
        self._empty.sentence.setText(
            say("No mission fits the filter.")
            if filtered
            else say(
                "A mission is a measurable goal that several ministries share. It needs a title "
                "to begin with; its figure, minister and letter follow."
            )
        )
        verb = say("Show all missions") if filtered else say("Add the first mission")
        self._empty.button.setText(verb)
        self._empty.button.setAccessibleName(verb)
        self.table.show_rows(shown)

    def _begin(self) -> None:
        """What the button of the empty table does."""
        if self._rows:
            self.filter.clear()
            self.state.setCurrentIndex(0)
        else:
            self.title.setFocus()

    # -- verbs ---------------------------------------------------------------------------
    def add(self) -> None:
        """Add a mission with the title that was typed, and open it."""
        self.refusal.hide()
        title = " ".join(self.title.text().split())
        wording = Wording(en=title) if self._tr.lang == "en" else Wording(title)
        try:
            mission = self._desk.missions.add(wording)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            self.title.setFocus()
            return
        self.title.clear()
        self._opened(f"{mission.id}#sentence")


def _text(row: OverviewRow) -> str:
    """What the filter searches."""
    mission = row.mission
    parts = [mission.code, mission.title.da, mission.title.en, mission.sentence.da]
    parts += [mission.sentence.en]
    if row.office is not None:
        parts += [row.office.title.da, row.office.title.en]
    if row.holder is not None:
        parts.append(row.holder.name)
    return " ".join(parts).casefold()
