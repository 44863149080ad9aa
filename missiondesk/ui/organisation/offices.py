# SPDX-License-Identifier: Apache-2.0
"""Offices: their titles over time, who holds them, and appointing the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.entities import KIND_OF
from missiondesk.domain.finding import Finding
from missiondesk.domain.letter import Letter
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, OfficeLevel
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.organisation import OfficeRow
from missiondesk.ui.hub import Hub
from missiondesk.ui.navigation import place_to_mend
from missiondesk.ui.organisation.holders import Holders
from missiondesk.ui.organisation.office_columns import office_columns
from missiondesk.ui.pages import Navigate
from missiondesk.ui.told_findings import told
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import ChoiceField, PeriodField, WordingField, worded_options
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import movable
from missiondesk.ui.widgets.table import ReadTable


class OfficesTab(QWidget):
    """The list at the left, the chosen office with its holders at the right."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__()
        self.setObjectName("officesTab")
        self._desk, self._hub, self._say, self._navigate = desk, hub, tr, navigate
        self._rows: dict[str, OfficeRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(movable(self._list(), self._detail()))

    # -- parts -----------------------------------------------------------------------------
    def _list(self) -> QWidget:
        say, tr = self._say.say, self._say
        self.table: ReadTable[OfficeRow] = ReadTable(
            office_columns(tr, self._desk.this_day),
            key=lambda it: it.office.id,
            name="officeTable",
            title=say("Offices"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                say(
                    "An office is a post that answers for missions, whoever holds it. First make "
                    "its ministry, then the office, then appoint somebody to it."
                ),
                say("New office"),
                self.add_office,
            ),
        )
        self.table.chosen.connect(lambda _key: self._show_chosen())
        self.former = CheckBox(say("Former offices too"))
        self.former.setObjectName("formerOffices")
        self.former.setAccessibleName(say("Former offices too"))
        self.former.toggled.connect(lambda _on: self.refresh())
        self.add = push_button(say("New office"), "addOffice", self.add_office, "", "plus")
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(row(self.add, self.former, None, gap=16))
        column.addWidget(self.table, 1)
        return made

    def _detail(self) -> QWidget:
        say, tr = self._say.say, self._say
        area = ScrollPage(margins=(0, 0, 12, 12))
        self.form: RecordForm[Office] = RecordForm(
            self._desk.organisation.revise_office, name="officeForm"
        )
        form, today = self.form, self._desk.this_day
        form.heading(say("The office"))
        form.add(WordingField("title", say("Title"), tr, form.writer("title")))
        self.ministry = form.add(
            ChoiceField("ministry", say("Ministry"), tr, form.writer("ministry"), none=say("none"))
        )
        form.add(
            ChoiceField(
                "level",
                say("Level"),
                tr,
                form.writer("level"),
                options=worded_options(OfficeLevel, tr),
            )
        )
        hint = say("Empty as long as the title holds.")
        form.add(PeriodField("valid_from", say("From"), tr, form.writer("valid_from"), today=today))
        form.add(
            PeriodField(
                "valid_to", say("Until"), tr, form.writer("valid_to"), today=today, hint=hint
            )
        )
        self.holders = Holders(self._desk, self._hub, tr)
        self.remove = push_button(
            say("Remove office"), "removeOffice", self._remove, "plain", "trash-2"
        )
        area.body.addWidget(form)
        area.body.addWidget(self.holders)
        area.body.addWidget(row(self.remove, None))
        area.body.addStretch(1)
        self._area = area
        return area

    # -- page ------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read offices and holders again."""
        register = self._desk.organisation
        rows = [*register.rows(), *register.coming_rows()]
        if self.former.isChecked():
            rows += register.former_rows()
        self._rows = {it.office.id: it for it in rows}
        options = [
            (it.id, it.name.in_language(self._say.lang))
            for it in self._desk.organisation.ministries()
        ]
        self.ministry.set_options(options)
        self.table.show_rows(rows)
        if not self.table.selected() and rows:
            self.table.select(rows[0].office.id)
        self._show_chosen()

    def choose(self, key: str, field: str = "") -> None:
        """Choose an office, and go to one of its fields."""
        if key not in self._rows:
            self.former.setChecked(True)
        self.table.select(key)
        if field:
            self.form.focus_field(field)

    def _show_chosen(self) -> None:
        office = self._desk.organisation.office(self.table.selected())
        self._area.setVisible(office is not None)
        self.form.show_record(office)
        self.holders.show_office(office)
        if office is None:
            return
        found = [one for one in self._desk.readiness.findings() if self._concerns(one, office)]
        self.form.show_findings(told(found, self._say, self._way))
        for editable in (self.form, self.holders, self.add, self.remove):
            editable.setEnabled(not self._desk.read_only)

    def _concerns(self, finding: Finding, office: Office) -> bool:
        """Findings of the office itself, and L1 and L6 of what it answers for."""
        if finding.kind == KIND_OF[Office]:
            return finding.key == office.id
        now = self._desk.situation
        if finding.rule == "L1":
            mission = now.get(Mission, finding.key)
            return mission is not None and mission.accountable_office == office.id
        if finding.rule == "L6":
            letter = now.get(Letter, finding.key)
            return letter is not None and letter.addressee_office == office.id
        return False

    def _way(self, finding: Finding) -> tuple[str, Callable[[], object]] | None:
        if finding.kind == KIND_OF[Office]:
            return None
        return self._say.tell(finding.mend), lambda: self._navigate(*place_to_mend(finding))

    # -- verbs -----------------------------------------------------------------------------
    def add_office(self) -> None:
        """Add an office and begin with its title."""
        office = self._desk.organisation.add_office(
            replace(Office(""), title=Wording.typed(self._say.say("New office"), self._say.lang))
        )
        self.choose(office.id)
        title = self.form.field("title")
        if isinstance(title, WordingField):
            title.choose_all(self._say.lang)

    def _remove(self) -> None:
        key = self.table.selected()
        name = self._rows[key].office.title.in_language(self._say.lang) if key in self._rows else ""
        try:
            self._desk.organisation.remove_office(key)
        except Refused as refused:
            self._hub.say(self._say.tell(refused.message))
        else:
            self._hub.say(self._say.say("Removed: {name}", name=name), undoable=True)
