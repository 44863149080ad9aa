# SPDX-License-Identifier: Apache-2.0
"""The budget lines of an initiative: their table, and source, account and amounts of the chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missiondesk.domain.budget import exact_decimals
from missiondesk.domain.budget_line import BudgetLine, BudgetState, FinanceSource
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.hub import Hub
from missiondesk.ui.millions import MillionsField
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    TextField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class BudgetTab(RecordsTab[BudgetLine]):
    """Where an initiative's money comes from."""

    name = "budgetLines"
    form_width = 404

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        self.amounts: FrameSheet
        super().__init__(desk, hub, tr, parent)

    def show_initiative(self, initiative: Initiative) -> None:
        """Show the lines of an initiative; findings on its frame stand beside the frame."""
        findings = self._desk.readiness.of(BudgetLine, initiative.id)
        lines = self._desk.budget_lines.of_initiative(initiative.id)
        self.show_owned(initiative.id, findings, lines)

    def title(self) -> str:
        return self._tr.say("Budget lines")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Account of a new budget line"),
            say("Add budget line"),
            say("A budget line says from which source the money of which years comes."),
            say("Remove budget line"),
        )

    def columns(self) -> list[Column[BudgetLine]]:
        tr = self._tr
        return [
            Column(
                tr.say("Source"),
                lambda it: tr.show(it.source),
                detail=lambda it: it.account,
                stretch=1,
                width=150,
                wrap=True,
                strong=True,
            ),
            Column(tr.say("State"), lambda it: tr.show(it.state), folds=1),
            Column(
                tr.say("In all, DKK m"),
                lambda it: _millions(sum(one.oere for one in it.amounts), tr),
                right=True,
                sort=lambda it: sum(one.oere for one in it.amounts),
            ),
            Column(
                tr.say("Permanent"),
                lambda it: "–" if it.permanent is None else _millions(it.permanent, tr),
                right=True,
                sort=lambda it: it.permanent,
            ),
        ]

    def make_form(self) -> RecordForm[BudgetLine]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[BudgetLine] = RecordForm(
            self._desk.budget_lines.revise, name="budgetLineForm"
        )
        for name, label, words in (
            ("source", say("Source"), FinanceSource),
            ("state", say("State"), BudgetState),
        ):
            options = worded_options(words, tr)
            form.add(ChoiceField(name, label, tr, form.writer(name), options=options, above=True))
        form.add(TextField("account", say("Account"), tr, form.writer("account"), above=True))
        self.amounts = FrameSheet(tr, form.writer("amounts"), "amounts", say("Amounts"))
        form.body.addWidget(self.amounts)
        label = say("Permanent effect a year, DKK m")
        form.add(MillionsField("permanent", label, tr, form.writer("permanent"), above=True))
        form.add(ParagraphField("note", say("Note"), tr, form.writer("note"), least=2, above=True))
        return form

    def prepare(self, record: BudgetLine) -> None:
        self.amounts.show_frame(record.amounts, record.id)
        self.amounts.setEnabled(not self._desk.read_only)

    def add_record(self, mission: str, wording: Wording) -> str:
        account = wording.in_language(self._tr.lang)
        return self._desk.budget_lines.add(BudgetLine("", initiative=mission, account=account)).id

    def remove_record(self, record: BudgetLine) -> str:
        self._desk.budget_lines.remove(record.id)
        return self._tr.say("The budget line was removed.")


def _millions(oere: int, tr: Translator) -> str:
    return tr.millions(oere, exact_decimals((oere,)))
