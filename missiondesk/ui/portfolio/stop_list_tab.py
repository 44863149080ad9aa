# SPDX-License-Identifier: Apache-2.0
"""The stop list on the screen: what was closed, and beside it why, what was learned and freed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import Mission
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.stop_list import freed_oere
from missiondesk.ui.frame_sheet import FrameSheet
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.told_findings import told
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.fields import NumberField, ParagraphField, WordingField
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide
from missiondesk.ui.widgets.table import Column, ReadTable


class StopListTab(QWidget):
    """Table and form of what was closed."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._navigate = desk, tr, navigate
        self._rows: Sequence[Initiative] = ()
        self.table = self._make_table()
        self.name = text_label("", "section", wrap=True)
        self.form = self._make_form()
        self._side = ScrollPage(margins=(0, 0, 12, 12))
        self._side.body.setSpacing(10)
        self._side.body.addWidget(self.name)
        self._side.body.addWidget(self.form)
        opens = push_button(tr.say("Open initiative"), "openStopped", self._open, "link")
        self._side.body.addWidget(row(opens, None))
        self._side.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            SideBySide(self.table, self._side, least=480, width=400, top=False, gap=24), 1
        )

    # -- building ------------------------------------------------------------------------
    def _make_table(self) -> ReadTable[Initiative]:
        tr = self._tr
        table = ReadTable(
            self._columns(),
            lambda it: it.id,
            name="stopListTable",
            title=tr.say("Stop list"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                tr.say(
                    "What is closed stands here with its reason, what was learned, and the money "
                    "and people it freed."
                ),
                tr.say("Go to the board"),
                lambda: self._navigate(PageName.PORTFOLIO, "board"),
            ),
        )
        table.chosen.connect(self._show_chosen)
        table.opened.connect(lambda _key: self.form.focus_first())
        return table

    def _columns(self) -> list[Column[Initiative]]:
        tr = self._tr
        lang = tr.lang
        return [
            Column(tr.say("Code"), lambda it: it.code),
            Column(
                tr.say("Initiative"),
                lambda it: it.title.in_language(lang),
                detail=lambda it: (
                    it.closing_reason.in_language(lang) or tr.say("No reason is recorded.")
                ),
                stretch=1,
                width=220,
                wrap=True,
                strong=True,
                detail_lines=3,
            ),
            Column(
                tr.say("Mission"),
                lambda it: getattr(self._desk.situation.get(Mission, it.mission), "code", "–"),
                folds=1,
            ),
            Column(
                tr.say("Closed"),
                lambda it: tr.period(it.stage_since) if it.stage_since else "–",
                sort=lambda it: it.stage_since.last if it.stage_since else None,
                folds=4,
            ),
            Column(
                tr.say("Money freed"),
                lambda it: tr.money(freed_oere(it)) if it.freed else "–",
                right=True,
                sort=lambda it: freed_oere(it) if it.freed else None,
                folds=3,
            ),
            Column(
                tr.say("Work years freed"),
                lambda it: "–" if it.freed_fte is None else tr.number(it.freed_fte),
                right=True,
                wrap=True,
                sort=lambda it: it.freed_fte,
                folds=2,
            ),
        ]

    def _make_form(self) -> RecordForm[Initiative]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Initiative] = RecordForm(self._desk.initiatives.revise, name="stopForm")
        for name, label in (
            ("closing_reason", say("Why it was closed")),
            ("learned", say("What was learned")),
        ):
            form.add(WordingField(name, label, tr, form.writer(name), paragraph=True, above=True))
        self.freed = FrameSheet(tr, form.writer("freed"), "freed", say("Money freed"))
        form.body.addWidget(self.freed)
        form.add(
            NumberField(
                "freed_fte", say("Work years freed"), tr, form.writer("freed_fte"), above=True
            )
        )
        for name, label in (
            ("after_staff", say("What happens to the staff")),
            ("after_users", say("What happens to the users")),
            ("after_money", say("What happens to the money")),
        ):
            form.add(ParagraphField(name, label, tr, form.writer(name), least=2, above=True))
        return form

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the list again; the choice stays."""
        self._rows = self._desk.stop_list.rows()
        self.table.show_rows(self._rows)
        if not self.table.selected() and self._rows:
            self.table.select(self._rows[0].id)
        self._show_chosen(self.table.selected())

    def headline(self) -> tuple[str, str]:
        """How much was closed, and what it freed."""
        return self._desk.stop_list.headline(self._rows, self._tr)

    def choose(self, key: str, field: str) -> bool:
        """Choose a closed initiative."""
        if not self.table.select(key):
            return False
        if field == "freed":
            self.freed.sheet.focus_editor()
        elif field:
            self.form.focus_field(field)
        return True

    def paper(self) -> PrintJob | None:
        """The stop list."""
        return self._desk.printing.prepare("stop-list", self._tr.lang)

    def _show_chosen(self, key: str) -> None:
        found = next((one for one in self._rows if one.id == key), None)
        self._side.setVisible(found is not None)
        self.form.show_record(found)
        if found is None:
            return
        self.name.setText(f"{found.code} · {found.title.in_language(self._tr.lang)}")
        self.freed.show_frame(found.freed, found.id)
        self.form.show_findings(told(self._desk.readiness.of(Initiative, key), self._tr))
        self.form.set_read_only(self._desk.read_only)
        self.freed.setEnabled(not self._desk.read_only)

    def _open(self) -> None:
        if self.table.selected():
            self._navigate(PageName.INITIATIVES, self.table.selected())
