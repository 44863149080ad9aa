# SPDX-License-Identifier: Apache-2.0
"""From agreement to government: agreed clauses as a sheet that makes goals and missions of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from missiondesk.domain.message import N_
from missiondesk.domain.platform_coverage import Coverage
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.choices import office_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.talks.mission_plans import PlanForm, PlanRow, plan_columns
from missiondesk.ui.talks.tab import NARROW, TalksChoice, TalksTab, stand_tall
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import column, push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.sheet import Sheet, SheetRow
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.table import Column, ReadTable

_SHEET, _FORM, _BECAME = 400, 340, 104  # px at 100 %


class AgreementTab(TalksTab):
    """The sheet with the form of its row, below them what became of the clauses."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        say = tr.say
        self.sheet = Sheet(
            plan_columns(desk, tr), tr, name="agreementSheet", title=say("Agreed clauses"),
            commit=self._take_rows,
        )  # fmt: skip
        self.sheet.writes = False  # a plan, until missions are made of it
        self.sheet.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_row())
        self.make = push_button(say("Make missions of them"), "makeMissions", self.make_missions)
        self.form = PlanForm(desk, tr, self._take)
        self.empty = EmptyState(
            say("Clauses that all parties at the table accept become goals and missions here."),
            say("Go to the text"),
            lambda: navigate(PageName.TALKS, "text"),
        )
        self.hint = text_label(
            say("One row is one clause. A row without a title becomes a goal without a mission; "
                "remove a row to leave its clause out. What is not known yet may be left empty."),
            "detail",
            wrap=True,
        )  # fmt: skip
        self.became: ReadTable[Coverage] = ReadTable(
            _coverage_columns(tr), lambda it: it.goal.id, name="becameTable",
            title=say("What became of the clauses"), sort_text=tr.sort_key,
        )  # fmt: skip
        self.became.opened.connect(self._open)
        self.became.setMinimumHeight(scaled(_BECAME))
        self.told_became = text_label(say("What became of the clauses"), "section")
        self.letters = push_button(say("Draft their letters"), "draftLetters", self.draft_letters)
        self._lay_out()

    def _lay_out(self) -> None:
        self._rows: tuple[PlanRow, ...] = ()
        self._out: set[str] = set()  # clauses whose rows were removed
        self.back = push_button("", "takeBack", self.take_back, "link")
        self._side = ScrollPage(margins=(0, 0, 12, 12))
        self._side.body.addWidget(self.form)
        self._side.body.addStretch(1)
        stand_tall(self.sheet.view, self._side)
        self.planning = SideBySide(
            column(self.sheet, row(self.make, self.back, None)), self._side,
            least=_SHEET, width=_FORM, narrow=NARROW, top=False, gap=24,
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        for part in (self.trouble, self.empty, self.hint):
            layout.addWidget(part)
        layout.addWidget(self.planning, 2)
        self._below = row(self.told_became, None, self.letters)
        layout.addWidget(self._below)
        layout.addWidget(self.became, 1)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read what is agreed again; what is typed stays."""
        agreement, tr = self._desk.talks.agreement, self._tr
        ready = agreement.ready()
        for widget in (self.hint, self.planning):
            widget.setVisible(bool(ready))
        self.empty.setVisible(not ready)
        kept = {one.id: one for one in self._rows}
        self._show_rows(
            replace(
                kept.get(one.id, PlanRow(one.id)),
                clause=f"{one.printed} {one.clause.text.in_language(tr.lang)}",
            )
            for one in ready
            if one.id not in self._out
        )
        became = agreement.became()
        self.became.show_rows(became)
        self.became.setVisible(bool(became))
        self._below.setVisible(bool(became))
        writes = not self._desk.read_only
        self.letters.setEnabled(writes and bool(agreement.without_letter()))
        self.make.setEnabled(writes)
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

    # -- rows ----------------------------------------------------------------------------
    def _show_rows(self, rows: Iterable[PlanRow]) -> None:
        self._rows = tuple(rows)
        self.back.setText(
            self._tr.plural("Take back {count} clause left out",
                            "Take back {count} clauses left out", len(self._out))
        )  # fmt: skip
        self.back.setVisible(bool(self._out))
        self.sheet.show_rows([SheetRow(one.id, one.values) for one in self._rows])
        if self._rows and not self.sheet.view.currentIndex().isValid():
            self.sheet.view.setCurrentIndex(self.sheet.model.index(0, 1))
        self._show_row()

    def _take_rows(self, rows: tuple[SheetRow, ...]) -> None:
        """What stands in the sheet now, where each row has to be a clause that is there."""
        clauses = {one.id: one.clause for one in self._rows}
        if any(one.key not in clauses for one in rows):
            raise Refused(N_("A row stands below the agreed clauses and belongs to none of them."))
        self._out |= clauses.keys() - {one.key for one in rows}
        self._show_rows(
            PlanRow(one.key, **{**one.values, "clause": clauses[one.key]})
            for one in rows
            if one.key is not None
        )

    def _take(self, changed: PlanRow) -> None:
        """What a field of the form says of its row."""
        self._require_right_cells()
        self._show_rows(changed if one.id == changed.id else one for one in self._rows)

    def _show_row(self) -> None:
        """Show in the form the row that the sheet stands on, and what it lacks."""
        place = self.sheet.view.currentIndex().row()
        chosen = self._rows[place] if 0 <= place < len(self._rows) else None
        self._side.setVisible(chosen is not None)
        if chosen is None:
            return
        self.form.show_plan(chosen, office_options(self._desk, self._tr, holders=False))
        self.form.show_lacks(self._desk.talks.agreement.lacks(chosen.plan(self._tr.lang)))
        self.form.set_read_only(self._desk.read_only)

    def _require_right_cells(self) -> None:
        if self.sheet.waits:
            raise Refused(N_("Mend the cells that are marked in the sheet first."))

    def take_back(self) -> None:
        """Offer again what was left out."""
        self._out.clear()
        self.refresh()

    # -- verbs ---------------------------------------------------------------------------
    def make_missions(self) -> None:
        """Make goals and missions of the rows, in one Step that can be undone."""

        def do() -> None:
            self._require_right_cells()
            plans = [one.plan(self._tr.lang) for one in self._rows]
            made = self._desk.talks.agreement.make(plans)
            said = self._tr.plural(
                "{count} mission was made of what was agreed.",
                "{count} missions were made of what was agreed.", len(made),
            )  # fmt: skip
            self._hub.say(said, undoable=True)

        self.attempt(do)

    def draft_letters(self) -> None:
        """Draft a letter on each mission that has none, in one Step that can be undone."""

        def do() -> None:
            missions = [one.id for one in self._desk.talks.agreement.without_letter()]
            made = self._desk.letters.draft_each(missions, self._tr.lang)
            said = self._tr.plural(
                "{count} letter is drafted. It stands on the page Letters.",
                "{count} letters are drafted. They stand on the page Letters.", len(made),
            )  # fmt: skip
            self._hub.say(said, undoable=True)

        self.attempt(do)


def _coverage_columns(tr: Translator) -> list[Column[Coverage]]:
    say = tr.say
    return [
        Column(say("Goal"), lambda it: f"{it.number} {it.goal.text.in_language(tr.lang)}",
               stretch=2, width=180, wrap=True, strong=True),
        Column(say("Mission"), lambda it: it.mission.code if it.mission else "–"),
        Column(say("What it still lacks"), lambda it: _lacks(it, tr), stretch=1, width=160,
               wrap=True),
        Column(say("Letter"), lambda it: say(it.letter.state.word) if it.letter else "–"),
    ]  # fmt: skip


def _lacks(it: Coverage, tr: Translator) -> str:
    if it.mission is None:
        return tr.say("■ no mission")
    lacks = ", ".join(map(tr.tell, it.unready))
    return f"▲ {lacks}" if lacks else tr.say("✓ ready to be measured")
