# SPDX-License-Identifier: Apache-2.0
"""What a mission needs of its coalition against what is promised: a picture and the needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from missiondesk.domain.actor import CoalitionNeed, ContributionKind
from missiondesk.domain.mission import Mission
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.coalition_words import amount, kept_said
from missiondesk.services.desk import Desk
from missiondesk.services.missions import MissionDetail
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.actors.quantity import add_quantity
from missiondesk.ui.actors.tab import ActorsTab
from missiondesk.ui.choices import mission_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.picture_card import PictureCard
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.told_findings import findings_column
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.flow_row import FlowLabel, flowing
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.table import Column

_LEAST = 330  # px, of the table and its form below the picture


class NeedRecords(RecordsTab[CoalitionNeed]):
    """The needs of a mission, each with its kind, quantity and unit."""

    name = "needs"

    def title(self) -> str:
        return self._tr.say("Needs of the mission")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("What the mission needs"),
            say("Add need"),
            say("Needs say what the coalition is to bring, so that promises can be summed."),
            say("Remove need"),
        )

    def columns(self) -> list[Column[CoalitionNeed]]:
        tr = self._tr
        return [
            Column(
                tr.say("Need"),
                lambda it: it.text.in_language(tr.lang),
                stretch=1,
                width=180,
                wrap=True,
                strong=True,
            ),
            Column(tr.say("Kind"), lambda it: tr.show(it.kind), folds=1),
            Column(
                tr.say("Needed"),
                lambda it: amount(it.quantity, it.unit, tr) or "–",
                right=True,
                sort=lambda it: it.quantity,
                folds=2,
            ),
            findings_column(tr, self.worst, lambda _it: "wait"),
        ]

    def make_form(self) -> RecordForm[CoalitionNeed]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[CoalitionNeed] = RecordForm(
            self._desk.coalition.revise_need, name="needForm"
        )
        form.add(WordingField("text", say("Need"), tr, form.writer("text"), above=True))
        kinds = worded_options(ContributionKind, tr)
        form.add(
            ChoiceField("kind", say("Kind"), tr, form.writer("kind"), options=kinds, above=True)
        )
        add_quantity(form, tr)
        return form

    def records(self, detail: MissionDetail) -> Sequence[CoalitionNeed]:
        return self._desk.coalition.needs(detail.mission.id)

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.coalition.add_need(CoalitionNeed("", mission=mission, text=wording)).id

    def remove_record(self, record: CoalitionNeed) -> str:
        self._desk.coalition.remove_need(record.id)
        return self._tr.say("The need “{text}” was removed.", text=record.text)


class NeedsTab(ActorsTab):
    """One mission's needs; the picture has a table twin."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        say = tr.say
        self.mission: ChoiceBox = self.box("needsMission", say("Mission"), self._show)
        self.mission.setMaximumWidth(scaled(420))
        self.kept = FlowLabel("detail")
        self.kept.setObjectName("promisesKept")
        self.picture = PictureCard(tr, hub.tasks, "needs", least=60)
        self.records = NeedRecords(desk, hub, tr)
        self.records.setMinimumHeight(scaled(_LEAST))
        self.empty = EmptyState(
            say("Needs belong to a mission, and there is no mission yet."),
            say("Go to the missions"),
            lambda: navigate(PageName.MISSIONS, None),
        )
        self._choice = flowing(self.mission, self.kept)
        page = ScrollPage(margins=(0, 12, 12, 12))
        page.body.setSpacing(10)
        for part in (self.empty, self._choice, self.picture, self.records):
            page.body.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the mission's needs again; at first the first mission that has some is chosen."""
        kept = self.mission.currentData()
        self.mission.blockSignals(True)
        self.mission.clear()
        for key, text in mission_options(self._desk, self._tr):
            self.mission.addItem(text, key)
        wanted = self.mission.findData(kept) if kept else self._first()
        self.mission.setCurrentIndex(max(wanted, 0))
        self.mission.blockSignals(False)
        self._show()

    def _first(self) -> int:
        needs = self._desk.situation.all(CoalitionNeed)
        return self.mission.findData(needs[0].mission) if needs else 0

    def headline(self) -> tuple[str, str]:
        """What the mission lacks."""
        return self._desk.coalition.needs_headline(self._chosen(), self._tr), ""

    def show_record(self, key: str, field: str = "") -> None:
        """Show the need with the mission that it belongs to."""
        need = self._desk.coalition.get_need(key)
        mission = need.mission if need is not None else key
        self.mission.setCurrentIndex(max(self.mission.findData(mission), 0))
        self.records.choose(key)
        if field:
            self.records.focus_field(field)

    def document(self) -> Callable[[], PrintJob]:
        """The commitments of the mission's actors, as a contract."""
        mission, tr = self.mission.currentData(), self._tr
        if mission is None:
            return super().document()
        return lambda: self._desk.printing.prepare("actors", tr.lang, subject=mission)

    def _chosen(self) -> Mission | None:
        key = self.mission.currentData()
        return self._desk.missions.get(key) if key else None

    def _show(self) -> None:
        mission = self._chosen()
        key = mission.id if mission is not None else ""
        self.kept.setText(kept_said(self._desk.coalition.kept(key), self._tr) if key else "")
        plot = self._desk.pictures.needs(key, self._tr.lang)
        shown = plot is not None and bool(plot.rows)
        self.picture.setVisible(shown)
        self.picture.show_plot(plot if shown else None)
        self.records.setVisible(mission is not None)
        self._choice.setVisible(mission is not None)
        self.empty.setVisible(mission is None)
        findings = self._desk.coalition.findings("coalition_need")
        self.records.show_owned(key, findings, self._desk.coalition.needs(key) if key else ())
        self.told.emit()
