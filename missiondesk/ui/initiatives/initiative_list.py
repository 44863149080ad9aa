# SPDX-License-Identifier: Apache-2.0
"""All initiatives in one table with four filters, quick with ten thousand of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import ministry_options, mission_options
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.table import Column, ReadTable

_ORPHANS = "-"  # the filter "without a mission"


@dataclass(slots=True)
class _Known:
    """Words looked up once a reading instead of once a cell."""

    codes: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    ministries: dict[str, str | None] = field(default_factory=dict)
    findings: dict[str, list[Finding]] = field(default_factory=dict)


class InitiativeList(QWidget):
    """The table of initiatives.

    Args:
        opened: Gets the id of an initiative to look at, that of a new one with "#hypothesis".
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
        self._all: tuple[Initiative, ...] = ()
        self._known = _Known()
        self._texts: dict[str, tuple[Initiative, str]] = {}
        self.head = Headline()
        self.table = self._make_table()
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("newInitiativeRefusal")
        self.refusal.hide()
        self.shown = text_label("", "detail")
        self.shown.setObjectName("initiativesShown")
        layout = page_layout(self)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self._add_line())
        layout.addWidget(self._filters())
        layout.addWidget(self.refusal)
        layout.addWidget(self.table, 1)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)

    # -- building ------------------------------------------------------------------------
    def _filters(self) -> QWidget:
        say = self._tr.say
        self.filter = QLineEdit()
        self.filter.setObjectName("initiativeFilter")
        self.filter.setAccessibleName(say("Filter initiatives by text"))
        self.filter.setPlaceholderText(say("Filter by text…"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(170)
        self.filter.setMaximumWidth(240)
        self.filter.textChanged.connect(lambda _text: self._show())
        self.stage = self._box("initiativeStageFilter", say("Filter initiatives by stage"))
        self.mission = self._box("initiativeMissionFilter", say("Filter initiatives by mission"))
        self.ministry = self._box("initiativeMinistryFilter", say("Filter initiatives by ministry"))
        self.stage.addItem(say("All stages"), None)
        for stage in Stage:
            self.stage.addItem(say(stage.word), stage.value)
        for box in (self.stage, self.mission, self.ministry):
            box.currentIndexChanged.connect(lambda _place: self._show())
        return row(self.filter, self.stage, self.mission, self.ministry, self.shown, None)

    @staticmethod
    def _box(name: str, title: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setMaximumWidth(190)
        return box

    def _add_line(self) -> QWidget:
        say = self._tr.say
        self.title = QLineEdit()
        self.title.setObjectName("newInitiativeTitle")
        self.title.setAccessibleName(say("Title of a new initiative"))
        self.title.setPlaceholderText(say("Title of a new initiative"))
        self.title.setMinimumWidth(240)
        self.title.setMaximumWidth(420)
        self.title.returnPressed.connect(self.add)
        self.add_button = push_button(say("Add initiative"), "addInitiative", self.add, "primary")
        return row(self.title, self.add_button, None)

    def _make_table(self) -> ReadTable[Initiative]:
        tr = self._tr
        columns: list[Column[Initiative]] = [
            Column(tr.say("Code"), lambda it: it.code),
            Column(
                tr.say("Initiative"),
                lambda it: it.title.in_language(tr.lang),
                detail=self._owner,
                stretch=1,
                width=200,
                wrap=True,
                strong=True,
            ),
            Column(tr.say("Mission"), lambda it: self._known.codes.get(it.mission or "", "–")),
            Column(
                tr.say("Stage"),
                lambda it: mark(it.stage, tr).text,
                colour=lambda it: mark(it.stage, tr).colour,
                sort=lambda it: list(Stage).index(it.stage),
            ),
            Column(
                tr.say("Begins"),
                lambda it: tr.period(it.start) if it.start else "–",
                sort=lambda it: it.start.first if it.start else None,
            ),
            Column(
                tr.say("Next decision"),
                lambda it: tr.period(it.gate_due) if it.gate_due else "–",
                colour=lambda it: "bad" if self._late(it) else "ink",
                sort=lambda it: it.gate_due.last if it.gate_due else None,
            ),
            Column(
                tr.say("Frame"),
                lambda it: tr.money(sum(one.oere for one in it.frame)) if it.frame else "–",
                right=True,
                sort=lambda it: sum(one.oere for one in it.frame) if it.frame else None,
            ),
            Column(
                tr.say("Findings"),
                self._worst,
                colour=self._weight,
                sort=lambda it: -len(self._known.findings.get(it.id, ())),
            ),
        ]
        self._empty = EmptyState("", tr.say("Show all initiatives"), self._begin)
        table = ReadTable(
            columns,
            lambda it: it.id,
            name="initiativesTable",
            title=tr.say("Initiatives"),
            sort_text=tr.sort_key,
            empty=self._empty,
        )
        table.opened.connect(self._opened)
        return table

    # -- cells ---------------------------------------------------------------------------
    def _owner(self, it: Initiative) -> str:
        parts = [self._known.offices.get(it.office or "", ""), it.delivery_body]
        return ", ".join(part for part in parts if part)

    def _late(self, it: Initiative) -> bool:
        """Whether its decision is overdue."""
        live = it.stage not in (Stage.CLOSED, Stage.EMBED)
        return live and it.gate_due is not None and it.gate_due.last < self._desk.today

    def _worst(self, it: Initiative) -> str:
        mine = self._known.findings.get(it.id, ())
        return " ".join(f"{one.severity.symbol}\u00a0{one.rule}" for one in mine[:2])

    def _weight(self, it: Initiative) -> str:
        mine = self._known.findings.get(it.id, ())
        return "bad" if any(one.severity is Severity.ERROR for one in mine) else "wait"

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read all initiatives again; filters and the choice stay."""
        self._all = self._desk.initiatives.all()
        self._look_up()
        self._offer()
        self._say_head()
        self._show()
        for widget in (self.title, self.add_button):
            widget.setEnabled(not self._desk.read_only)

    def _look_up(self) -> None:
        desk, lang = self._desk, self._tr.lang
        known = _Known()
        known.codes = {one.id: one.code for one in desk.missions.all()}
        for office in desk.organisation.offices():
            known.offices[office.id] = office.title.in_language(lang)
            known.ministries[office.id] = office.ministry
        for finding in desk.readiness.findings():
            if finding.kind == "initiative":
                known.findings.setdefault(finding.key, []).append(finding)
        self._known = known

    def _offer(self) -> None:
        """Missions and ministries to filter by, the choice kept."""
        say, tr = self._tr.say, self._tr
        used = {self._known.ministries.get(one.office or "") for one in self._all}
        ministries = ministry_options(self._desk, tr, (one for one in used if one))
        missions = [*mission_options(self._desk, tr), (_ORPHANS, say("without a mission"))]
        for box, first, options in (
            (self.mission, say("All missions"), missions),
            (self.ministry, say("All ministries"), ministries),
        ):
            kept = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(first, None)
            for key, text in options:
                box.addItem(text, key)
            box.setCurrentIndex(max(box.findData(kept), 0))
            box.blockSignals(False)

    def _say_head(self) -> None:
        tr = self._tr
        if not self._all:
            self.head.say(tr.say("There is no initiative yet"))
            return
        late = sum(self._late(one) for one in self._all)
        if late:
            sentence = tr.plural(
                "{count} initiative waits for a decision that is overdue",
                "{count} initiatives wait for a decision that is overdue",
                late,
            )
        else:
            live = sum(one.stage is not Stage.CLOSED for one in self._all)
            sentence = tr.plural(
                "{count} initiative is open, no decision is overdue",
                "{count} initiatives are open, no decision is overdue",
                live,
            )
        counts = Counter(one.stage for one in self._all)
        parts = [
            f"{tr.say(stage.word)}\u00a0{tr.number(count)}"
            for stage in Stage
            if (count := counts[stage])
        ]
        self.head.say(sentence, " · ".join(parts))

    def _show(self) -> None:
        words = self.filter.text().casefold().split()
        stage, mission = self.stage.currentData(), self.mission.currentData()
        ministry = self.ministry.currentData()
        shown = [
            one
            for one in self._all
            if stage in (None, one.stage.value)
            and (mission is None or (one.mission or _ORPHANS) == mission)
            and (ministry is None or self._known.ministries.get(one.office or "") == ministry)
            and (not words or self._has(one, words))
        ]
        self._say_empty()
        self.table.show_rows(shown)
        count = self._tr.number(len(shown))
        self.shown.setText(
            self._tr.say("{shown} of {all} shown", shown=count, all=len(self._all))
            if len(shown) != len(self._all)
            else ""
        )

    def _has(self, one: Initiative, words: list[str]) -> bool:
        kept = self._texts.get(one.id)
        if kept is None or kept[0] is not one:
            owner = self._known.offices.get(one.office or "", "")
            parts = (one.code, one.title.da, one.title.en, one.delivery_body, owner)
            kept = (one, " ".join(parts).casefold())
            self._texts[one.id] = kept
        return all(word in kept[1] for word in words)

    def _say_empty(self) -> None:
        say = self._tr.say
        if self._all:
            sentence, verb = say("No initiative fits the filter."), say("Show all initiatives")
        else:
            sentence = say("Initiatives are what is tried, scaled and embedded to reach a target.")
            verb = say("Add the first initiative")
        self._empty.sentence.setText(sentence)
        self._empty.button.setText(verb)
        self._empty.button.setAccessibleName(verb)

    def _begin(self) -> None:
        """What the button of the empty table does."""
        if not self._all:
            self.title.setFocus()
            return
        self.filter.clear()
        for box in (self.stage, self.mission, self.ministry):
            box.setCurrentIndex(0)

    # -- verbs ---------------------------------------------------------------------------
    def add(self) -> None:
        """Add an initiative with the title that was typed, to the mission filtered by."""
        self.refusal.hide()
        text = " ".join(self.title.text().split())
        mission = self.mission.currentData()
        wording = Wording(en=text) if self._tr.lang == "en" else Wording(text)
        record = Initiative("", mission=mission if mission != _ORPHANS else None, title=wording)
        try:
            added = self._desk.initiatives.add(record)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            self.title.setFocus()
            return
        self.title.clear()
        self._opened(f"{added.id}#hypothesis")
