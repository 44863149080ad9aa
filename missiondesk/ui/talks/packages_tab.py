# SPDX-License-Identifier: Apache-2.0
"""Packages of clauses and options traded together, with what they cost as they are put together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.balance import package_cost
from missiondesk.domain.clause import Clause
from missiondesk.domain.financing import Package
from missiondesk.domain.party import Party
from missiondesk.domain.position import TalksOption
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.language.clean_text import brief
from missiondesk.services.desk import Desk
from missiondesk.services.financing_table import balance_rows, balance_said, clause_name
from missiondesk.services.missions import MissionDetail
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.talks.sum_table import SumTable
from missiondesk.ui.talks.tab import TalksChoice, TalksTab
from missiondesk.ui.widgets.fields import MultiChoiceField, ParagraphField, TextField
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class PackageRecords(RecordsTab[Package]):
    """All packages."""

    name = "packages"
    form_width = 380

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        self.sums = SumTable(tr, "packageSums", tr.say("What the package costs"))
        super().__init__(desk, hub, tr)

    def beneath_table(self) -> Sequence[QWidget]:
        return (self.sums,)

    def title(self) -> str:
        return self._tr.say("Packages")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Name of a package"),
            say("Add package"),
            say("A package ties clauses and options together that are traded as one."),
            say("Remove package"),
        )

    def columns(self) -> list[Column[Package]]:
        tr = self._tr
        return [
            Column(tr.say("Package"), lambda it: it.name, stretch=1, width=130, wrap=True,
                   strong=True),
            Column(tr.say("Clauses and options"),
                   lambda it: str(len(it.clauses) + len(it.options)), right=True, folds=1),
            Column(tr.say("For good"),
                   lambda it: tr.millions(-package_cost(self._desk.situation, it).left(None)),
                   right=True),
            Column(tr.say("Crosses"), self._crossed, colour=lambda _it: "bad", folds=2),
        ]  # fmt: skip

    def _crossed(self, it: Package) -> str:
        now, found = self._desk.situation, []
        for key in it.options:
            option = now.get(TalksOption, key)
            if option is not None:
                found += [
                    party.code
                    for one in self._desk.talks.rounds.collisions(option)
                    if (party := now.get(Party, one.party)) is not None
                ]
        return f"■\u00a0{', '.join(dict.fromkeys(found))}" if found else ""

    def make_form(self) -> RecordForm[Package]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Package] = RecordForm(self._desk.talks.revise, name="packageForm")
        write = form.writer
        form.add(TextField("name", say("Name"), tr, write("name"), above=True))
        self._clauses = form.add(
            MultiChoiceField("clauses", say("Clauses"), tr, write("clauses"), columns=1,
                             above=True)
        )  # fmt: skip
        self._options = form.add(
            MultiChoiceField("options", say("Options for topics"), tr, write("options"),
                             columns=1, above=True)
        )  # fmt: skip
        form.add(ParagraphField("note", say("Note"), tr, write("note"), least=2, above=True))
        return form

    def prepare(self, record: Package) -> None:
        now, tr = self._desk.situation, self._tr
        self._clauses.set_options(
            [(one.id, brief(clause_name(now, one, tr), 48)) for one in now.all(Clause)]
        )
        self._options.set_options(
            [(one.id, brief(f"{one.code} {one.text.in_language(tr.lang)}", 48))
             for one in now.all(TalksOption)]
        )  # fmt: skip

    def records(self, detail: MissionDetail) -> Sequence[Package]:
        return ()

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.talks.add(Package("", wording.in_language(self._tr.lang))).id

    def remove_record(self, record: Package) -> str:
        self._desk.talks.remove(Package, record.id)
        return self._tr.say("The package “{name}” was removed.", name=record.name)


class PackagesTab(TalksTab):
    """Packages, and the sums of the chosen one."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, shared: TalksChoice
    ) -> None:
        super().__init__(desk, hub, tr, navigate, shared)
        self.records = PackageRecords(desk, hub, tr)
        self.records.table.chosen.connect(lambda _key: self._show_sums())
        self.sums = self.records.sums
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.records)

    def refresh(self) -> None:
        """Read packages and costs again."""
        self.records.show_owned("", (), self._desk.situation.all(Package))
        self._show_sums()

    def _show_sums(self) -> None:
        now = self._desk.situation
        found = now.get(Package, self.records.table.selected())
        tables = balance_rows(package_cost(now, found), self._tr) if found is not None else ()
        self.sums.show_sums(tables)
        self.told.emit()

    def headline(self) -> tuple[str, str]:
        """Whether the chosen package is paid for."""
        now, tr = self._desk.situation, self._tr
        found = now.get(Package, self.records.table.selected())
        if found is None:
            return tr.say("There are no packages yet"), ""
        return f"{found.name}: {balance_said(package_cost(now, found), tr)}", ""

    def show_record(self, key: str, field: str = "") -> None:
        """Choose a package."""
        self.records.choose(key)
        if field:
            self.records.focus_field(field)
