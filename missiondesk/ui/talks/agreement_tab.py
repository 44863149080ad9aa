# SPDX-License-Identifier: Apache-2.0
"""From agreement to government: agreed clauses as a sheet that makes goals and missions of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from missiondesk.domain.message import N_
from missiondesk.domain.platform_coverage import Coverage
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.agreement import MissionPlan
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.choices import office_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.talks.tab import TalksChoice, TalksTab
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.sheet import Sheet, SheetColumn, SheetRow
from missiondesk.ui.widgets.sheet_columns import number_column, period_column, text_column
from missiondesk.ui.widgets.side_by_side import scaled
from missiondesk.ui.widgets.table import Column, ReadTable


class AgreementTab(TalksTab):
    """The sheet above, what became of the clauses below."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self._offices: dict[str, str] = {}
        self.sheet = Sheet(
            self._columns(), tr, name="agreementSheet", title=say("Agreed clauses"),
        )  # fmt: skip
        self.sheet.setMinimumHeight(scaled(200))
        self.make = push_button(say("Make missions of them"), "makeMissions", self.make_missions)
        self.empty = EmptyState(
            say("Clauses that all parties at the table accept become goals and missions here."),
            say("Go to the text"),
            lambda: navigate(PageName.TALKS, "text"),
        )
        self.hint = text_label(
            say("One row is one clause. A row without a title becomes a goal without a mission; "
                "remove a row to leave its clause out."),
            "detail",
            wrap=True,
        )  # fmt: skip
        self.became: ReadTable[Coverage] = ReadTable(
            self._coverage_columns(), lambda it: it.goal.id, name="becameTable",
            title=say("What became of the clauses"), sort_text=tr.sort_key,
        )  # fmt: skip
        self.became.opened.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        for part in (self.trouble, self.empty, self.hint):
            layout.addWidget(part)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(row(self.make, None))
        self.told_became = text_label(say("What became of the clauses"), "section")
        layout.addWidget(self.told_became)
        layout.addWidget(self.became, 1)

    def _columns(self) -> list[SheetColumn]:
        tr = self._tr
        choices = office_options(self._desk, tr, holders=False)
        self._offices = {text.casefold(): key for key, text in choices}
        names = dict(choices)

        def office(text: str) -> str:
            found = self._offices.get(text.casefold())
            if found is None:
                raise Refused(N_("There is no office “{text}”."), field="office", text=text)
            return found

        return [
            text_column("clause", tr.say("Clause"), width=150, stretch=1),
            text_column("title", tr.say("Title of the mission"), width=150, stretch=1),
            SheetColumn("office", tr.say("Responsible"), office, lambda it: names.get(it, ""),
                        choices=tuple(text for _key, text in choices), width=150),
            text_column("metric", tr.say("Key metric"), width=120, stretch=1),
            number_column("target", tr.say("Target"), tr, width=70),
            period_column("until", tr.say("Until"), tr, self._desk.today),
        ]  # fmt: skip

    def _coverage_columns(self) -> list[Column[Coverage]]:
        tr = self._tr
        return [
            Column(tr.say("Goal"), lambda it: f"{it.number} {it.goal.text.in_language(tr.lang)}",
                   stretch=2, width=180, wrap=True, strong=True),
            Column(tr.say("Mission"), lambda it: it.mission.code if it.mission else "–"),
            Column(tr.say("What it still lacks"), self._lacks, stretch=1, width=160, wrap=True),
        ]  # fmt: skip

    def _lacks(self, it: Coverage) -> str:
        if it.mission is None:
            return self._tr.say("■ no mission")
        lacks = ", ".join(map(self._tr.tell, it.unready))
        return f"▲ {lacks}" if lacks else self._tr.say("✓ ready to be measured")

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read what is agreed again; what is typed stays."""
        agreement, tr = self._desk.talks.agreement, self._tr
        ready = agreement.ready()
        for widget in (self.hint, self.sheet, self.make):
            widget.setVisible(bool(ready))
        self.empty.setVisible(not ready)
        kept = {one.key: one.values for one in self.sheet.rows()}
        self.sheet.show_rows(
            [
                SheetRow(
                    one.id,
                    {
                        **kept.get(one.id, {"title": "", "office": None, "metric": "",
                                            "target": None, "until": None}),
                        "clause": f"{one.printed} {one.clause.text.in_language(tr.lang)}",
                    },
                )
                for one in ready
            ]
        )  # fmt: skip
        became = agreement.became()
        self.became.show_rows(became)
        self.became.setVisible(bool(became))
        self.told_became.setVisible(bool(became))
        self.make.setEnabled(not self._desk.read_only)
        self.told.emit()

    def headline(self) -> tuple[str, str]:
        """How many clauses wait, and how many are missions."""
        agreement, tr = self._desk.talks.agreement, self._tr
        waiting, became = len(agreement.ready()), agreement.became()
        said = tr.plural("{count} agreed clause is no goal yet",
                         "{count} agreed clauses are no goals yet", waiting)  # fmt: skip
        missions = sum(one.mission is not None for one in became)
        return said, tr.plural("{count} has become a mission", "{count} have become missions",
                               missions) if became else ""  # fmt: skip

    def document(self) -> Callable[[], PrintJob] | None:
        """The table from platform to letters."""
        language = self._tr.lang
        return lambda: self._desk.printing.prepare("coverage", language)

    def _open(self, key: str) -> None:
        goal = self._desk.platform.goal(key)
        if goal is not None and goal.mission is not None:
            self._navigate(PageName.MISSIONS, goal.mission)
        else:
            self._navigate(PageName.PLATFORM, key)

    # -- verbs ---------------------------------------------------------------------------
    def make_missions(self) -> None:
        """Make goals and missions of the rows, in one Step that can be undone."""
        plans = [self._plan(one) for one in self.sheet.rows() if one.key is not None]

        def do() -> None:
            made = self._desk.talks.agreement.make(plans)
            said = self._tr.plural(
                "{count} mission was made of what was agreed.",
                "{count} missions were made of what was agreed.", len(made),
            )  # fmt: skip
            self._hub.say(said, undoable=True)

        self.attempt(do)

    def _plan(self, one: SheetRow) -> MissionPlan:
        def worded(text: str) -> Wording:
            return Wording(en=text) if self._tr.lang == "en" else Wording(text)

        values = one.values
        return MissionPlan(
            one.key or "",
            worded(values["title"].strip()),
            values["office"],
            worded(values["metric"].strip()),
            target=values["target"],
            until=values["until"],
        )
