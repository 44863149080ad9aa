# SPDX-License-Identifier: Apache-2.0
"""The financing table on the screen: lines with their form, and what is left by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.balance import balance, unfunded
from missiondesk.domain.clause import Clause
from missiondesk.domain.financing import Certainty, FinancingLine, LineKind
from missiondesk.domain.negotiation import Audience
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.language.clean_text import brief
from missiondesk.services.desk import Desk
from missiondesk.services.financing_table import balance_rows, balance_said, clause_name
from missiondesk.services.missions import MissionDetail
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.choices import party_options
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.hub import Hub
from missiondesk.ui.millions import MillionsField
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.talks.sum_table import SumTable
from missiondesk.ui.talks.tab import NARROW, TalksChoice, TalksTab
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    MultiChoiceField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class LineRecords(RecordsTab[FinancingLine]):
    """Expenses and what pays for them."""

    name = "financing"
    form_width = 368
    form_narrow = NARROW

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        self.sums = SumTable(tr, "balanceTable", tr.say("What is left"))
        self.open = text_label("", "detail", wrap=True)
        self.open.setObjectName("unfunded")
        super().__init__(desk, hub, tr)

    def beneath_table(self) -> Sequence[QWidget]:
        return (self.sums, self.open)

    def title(self) -> str:
        return self._tr.say("Financing table")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("A proposal that costs, or that pays"),
            say("Add line"),
            say("Whatever has a cost goes into one table, with what pays for it, by year and for "
                "good."),
            say("Remove line"),
        )  # fmt: skip

    def columns(self) -> list[Column[FinancingLine]]:
        tr = self._tr
        return [
            Column(tr.say("Kind"), lambda it: tr.show(it.kind)),
            Column(tr.say("What"), lambda it: it.title.in_language(tr.lang), stretch=1, width=150,
                   wrap=True, strong=True),
            Column(tr.say("All years"), lambda it: tr.millions(sum(m.oere for m in it.amounts)),
                   right=True, sort=lambda it: sum(m.oere for m in it.amounts), folds=1),
            Column(tr.say("For good"), lambda it: tr.millions(it.permanent)
                   if it.permanent is not None else "–", right=True),
        ]  # fmt: skip

    def make_form(self) -> RecordForm[FinancingLine]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[FinancingLine] = RecordForm(self._desk.talks.revise, name="lineForm")
        write = form.writer
        form.add(WordingField("title", say("What"), tr, write("title"), above=True))
        form.add(
            ChoiceField("kind", say("Kind"), tr, write("kind"),
                        options=worded_options(LineKind, tr), above=True)
        )  # fmt: skip
        self._clauses = form.add(
            ChoiceField("clause", say("Clause"), tr, write("clause"), none=say("no clause"),
                        above=True)
        )  # fmt: skip
        self.amounts = FrameSheet(tr, write("amounts"), "amounts", say("Amounts"))
        form.body.addWidget(self.amounts)
        form.add(
            MillionsField("permanent", say("For good, DKK million"), tr, write("permanent"),
                          above=True)
        )  # fmt: skip
        form.add(
            ChoiceField("certainty", say("How sure"), tr, write("certainty"),
                        options=worded_options(Certainty, tr), above=True)
        )  # fmt: skip
        form.add(TextField("source", say("Source"), tr, write("source"), above=True))
        self._parties = form.add(
            MultiChoiceField("agreed_by", say("Agreed by"), tr, write("agreed_by"), columns=1,
                             above=True)
        )  # fmt: skip
        form.add(
            ChoiceField("audience", say("Who may see it"), tr, write("audience"),
                        options=worded_options(Audience, tr), above=True)
        )  # fmt: skip
        return form

    def prepare(self, record: FinancingLine) -> None:
        now, tr = self._desk.situation, self._tr
        self._clauses.set_options(
            [(one.id, brief(clause_name(now, one, tr), 60)) for one in now.all(Clause)]
        )
        self._parties.set_options(party_options(self._desk))
        self.amounts.show_frame(record.amounts, record.id)

    def records(self, detail: MissionDetail) -> Sequence[FinancingLine]:
        return ()

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.talks.add(FinancingLine("", title=wording)).id

    def remove_record(self, record: FinancingLine) -> str:
        self._desk.talks.remove(FinancingLine, record.id)
        return self._tr.say("The line is removed.")


class MoneyTab(TalksTab):
    """Lines with the sums below them, beside the form of a line."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        self.records = LineRecords(desk, hub, tr)
        self.sums, self.open = self.records.sums, self.records.open
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.records)

    def refresh(self) -> None:
        """Read all lines again."""
        now, tr = self._desk.situation, self._tr
        self.records.show_owned("", (), now.all(FinancingLine))
        self.sums.show_sums(balance_rows(balance(now, self.talks_round), tr))
        names = [brief(clause_name(now, one, tr), 50) for one in unfunded(now)]
        said = tr.say("Clauses that nothing pays for: {clauses}", clauses="; ".join(names))
        self.open.setText(said if names else "")
        self.open.setVisible(bool(names))
        self.told.emit()

    def headline(self) -> tuple[str, str]:
        """Whether all is covered (N7)."""
        found = balance(self._desk.situation, self.talks_round)
        return balance_said(found, self._tr), ""

    @property
    def for_readers(self) -> bool:
        """Each reader gets the lines that it may see."""
        return True

    def document(self) -> Callable[[], PrintJob] | None:
        """The financing table."""
        return self.kind("financing", "") if self._desk.situation.all(FinancingLine) else None

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a line."""
        self.records.choose(key)
        if field:
            self.records.focus_field(field)
