# SPDX-License-Identifier: Apache-2.0
"""Ministries: names and addresses while they bear them, and the offices they have."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.organisation import Ministry, holds_on
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import ParagraphField, PeriodField, TextField, WordingField
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import movable
from missiondesk.ui.widgets.table import Column, ReadTable


class MinistriesTab(QWidget):
    """The list at the left, the chosen ministry at the right."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator) -> None:
        super().__init__()
        self.setObjectName("ministriesTab")
        self._desk, self._hub, self._say = desk, hub, tr
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(movable(self._list(), self._detail()))

    def _list(self) -> QWidget:
        say, tr = self._say.say, self._say
        self.table: ReadTable[Ministry] = ReadTable(
            [
                Column(say("Code"), lambda it: it.code, colour=lambda _it: "quiet"),
                Column(
                    say("Ministry"),
                    lambda it: it.name.in_language(tr.lang),
                    self._when,
                    stretch=1,
                    width=180,
                    wrap=True,
                    strong=True,
                ),
                Column(
                    say("Offices"),
                    lambda it: str(self._offices(it)),
                    right=True,
                    sort=self._offices,
                ),
            ],
            key=lambda it: it.id,
            name="ministryTable",
            title=say("Ministries"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                say(
                    "A ministry has offices; its address stands in the window of the letter. Begin "
                    "with it, then make its office, then appoint somebody to that."
                ),
                say("New ministry"),
                self.add_ministry,
            ),
        )
        self.table.chosen.connect(lambda _key: self._show_chosen())
        self.add = push_button(say("New ministry"), "addMinistry", self.add_ministry, "", "plus")
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(row(self.add, None))
        column.addWidget(self.table, 1)
        return made

    def _detail(self) -> QWidget:
        say, tr, today = self._say.say, self._say, self._desk.this_day
        area = ScrollPage(margins=(0, 0, 12, 12))
        self.form: RecordForm[Ministry] = RecordForm(
            self._desk.organisation.revise_ministry, name="ministryForm"
        )
        form = self.form
        form.heading(say("The ministry"))
        form.add(WordingField("name", say("Name"), tr, form.writer("name")))
        form.add(TextField("code", say("Code"), tr, form.writer("code"), short=True))
        hint = say("One line each, without the name. Stands in the window of the envelope.")
        form.add(ParagraphField("address", say("Address"), tr, form.writer("address"), hint=hint))
        form.add(PeriodField("valid_from", say("From"), tr, form.writer("valid_from"), today=today))
        form.add(
            PeriodField(
                "valid_to",
                say("Until"),
                tr,
                form.writer("valid_to"),
                today=today,
                hint=say("Empty as long as it bears this name."),
            )
        )
        self.remove = push_button(
            say("Remove ministry"), "removeMinistry", self._remove, "plain", "trash-2"
        )
        area.body.addWidget(form)
        area.body.addWidget(row(self.remove, None))
        area.body.addStretch(1)
        self._area = area
        return area

    def _when(self, it: Ministry) -> str:
        if holds_on(it.valid_from, it.valid_to, self._desk.today):
            return ""
        if it.valid_to is not None and it.valid_to.last < self._desk.today:
            return self._say.say("until {date}", date=it.valid_to)
        return self._say.say("from {date}", date=it.valid_from) if it.valid_from else ""

    def _offices(self, it: Ministry) -> int:
        return sum(office.ministry == it.id for office in self._desk.organisation.offices())

    def refresh(self) -> None:
        """Read the ministries again."""
        rows = self._desk.organisation.ministries()
        self.table.show_rows(rows)
        if not self.table.selected() and rows:
            self.table.select(rows[0].id)
        self._show_chosen()

    def choose(self, key: str, field: str = "") -> None:
        """Choose a ministry, and go to one of its fields."""
        self.table.select(key)
        if field:
            self.form.focus_field(field)

    def _show_chosen(self) -> None:
        ministry = self._desk.organisation.ministry(self.table.selected())
        self._area.setVisible(ministry is not None)
        self.form.show_record(ministry)
        for editable in (self.form, self.add, self.remove):
            editable.setEnabled(not self._desk.read_only)

    def add_ministry(self) -> None:
        """Add a ministry and begin with its name."""
        ministry = self._desk.organisation.add_ministry(
            replace(Ministry(""), name=Wording.typed(self._say.say("New ministry"), self._say.lang))
        )
        self.choose(ministry.id)
        name = self.form.field("name")
        if isinstance(name, WordingField):
            name.choose_all(self._say.lang)

    def _remove(self) -> None:
        ministry = self._desk.organisation.ministry(self.table.selected())
        if ministry is None:
            return
        try:
            self._desk.organisation.remove_ministry(ministry.id)
        except Refused as refused:
            self._hub.say(self._say.tell(refused.message))
        else:
            name = ministry.name.in_language(self._say.lang)
            self._hub.say(self._say.say("Removed: {name}", name=name), undoable=True)
