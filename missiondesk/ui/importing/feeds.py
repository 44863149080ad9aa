# SPDX-License-Identifier: Apache-2.0
"""The front of the import: which tables feed which metrics, and which wait for an edition."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.feed_list import FeedRow, feed_rows
from missiondesk.ui.file_output import FileOutput
from missiondesk.ui.hub import Hub
from missiondesk.ui.importing.feed_columns import feed_columns
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.table import ReadTable


@dataclass(frozen=True, slots=True)
class Ways:
    """What the front asks of the page."""

    pick: Callable[[], object]
    template: Callable[[], object]


class FeedsFace(ScrollPage):
    """One row a table and metric; a row leads to its metric."""

    def __init__(
        self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate, ways: Ways
    ) -> None:
        super().__init__()
        self.setObjectName("importFront")
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self._trouble: FindingBar | None = None
        say = tr.say
        self.template = push_button(say("Save template…"), "saveTemplate", ways.template)
        self.tables = push_button(say("Save tables…"), "saveTables", self.save_tables)
        self.pick = push_button(say("Pick file…"), "pickFile", ways.pick, "primary", "folder-open")
        self.head = Headline(self.tables, self.template, self.pick)
        self.output = FileOutput(desk, hub, tr)
        self.body.addWidget(self.head)
        self.body.addWidget(self.output)
        self.table = self._make_table()
        self.body.addWidget(self.table)
        self._open = push_button(say("Go to the metric"), "openFed", self._go_to_chosen)
        self._forget = push_button(
            say("Forget the table"), "forgetFeed", self._forget_chosen, "plain", "trash-2"
        )
        self._verbs = row(self._open, self._forget, None)
        self.body.addWidget(self._verbs)
        self.body.addWidget(text_label(self._what_is_read(), "detail", wrap=True))
        self.body.addStretch(1)

    def _what_is_read(self) -> str:
        return self._tr.say(
            "A file may also be dropped here. Read are tables of statistics (PX, JSON-stat, "
            "SDMX-CSV, Eurostat’s TSV, CSV, workbooks), tables of missions, initiatives, "
            "milestones and people (CSV, workbooks), and the yearly British returns on major "
            "projects (CSV, workbooks). The tables of the workspace can be saved as a workbook, "
            "changed there and read in again. Nothing is written before you have seen the "
            "difference."
        )

    def _make_table(self) -> ReadTable[FeedRow]:
        say = self._tr.say
        made: ReadTable[FeedRow] = ReadTable(
            feed_columns(self._tr),
            key=lambda it: it.feed.id,
            name="feedTable",
            title=say("Tables that feed metrics"),
            sort_text=self._tr.sort_key,
            empty=EmptyState(
                say(
                    "Pick a file from a statistics office, a ministry’s own sheet, or the template "
                    "filled in. A table that feeds a metric is remembered: of its next edition you "
                    "only see the difference and confirm."
                )
            ),
            growing=True,
        )
        made.chosen.connect(lambda _key: self._enable())
        made.opened.connect(lambda _key: self._go_to_chosen())
        return made

    def save_tables(self) -> None:
        """Ask where the tables of the workspace are to be written."""
        tr = self._tr
        kind = (tr.say("Workbooks"), "*.xlsx")
        make = self._desk.record_tables.workbook
        self.output.save(lambda: make(tr.lang), tr.say("Save tables"), kind)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the feeds again."""
        rows = feed_rows(self._desk.situation, self._desk.today)
        self.table.show_rows(rows)
        self._verbs.setVisible(bool(rows))
        self._enable()
        self.head.say(self._sentence(rows), self._detail(rows))

    def _sentence(self, rows: tuple[FeedRow, ...]) -> str:
        tr = self._tr
        if not rows:
            return tr.say("No metric gets its figures from a table yet")
        fed = len({it.metric.id for it in rows})
        waiting = len({it.metric.id for it in rows if it.waits})
        said = tr.plural(
            "{count} metric gets its figures from tables",
            "{count} metrics get their figures from tables",
            fed,
        )
        if not waiting:
            return said
        waits = tr.plural(
            "{count} waits for a new edition", "{count} wait for a new edition", waiting
        )
        return f"{said}; {waits}"

    def _detail(self, rows: tuple[FeedRow, ...]) -> str:
        tr = self._tr
        coming = [it for it in rows if it.age.expected is not None and not it.waits]
        if not coming:
            return tr.say("Pick the file as it was fetched; its content decides what it is.")
        first = min(coming, key=lambda it: it.age.expected or self._desk.today)
        return tr.say(
            "The next edition is expected in {month}: {table}.",
            month=Period.of(first.age.expected or self._desk.today, "month"),
            table=first.feed.title or first.feed.table,
        )

    def begin(self) -> None:
        """Put the focus where one begins."""
        self.pick.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, sentence: str, mend: str) -> None:
        """Say why a file could not be read, that nothing was changed, and what to do."""
        self.clear_trouble()
        self._trouble = FindingBar("error", "", sentence, mend)
        self._trouble.setObjectName("importTrouble")
        self.body.insertWidget(1, self._trouble)

    def clear_trouble(self) -> None:
        """Forget the last trouble."""
        if self._trouble is not None:
            self.body.removeWidget(self._trouble)
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None

    # -- verbs ---------------------------------------------------------------------------
    def _enable(self) -> None:
        chosen = bool(self.table.selected())
        self._open.setEnabled(chosen)
        self._forget.setEnabled(chosen and not self._desk.read_only)

    def _chosen(self) -> FeedRow | None:
        key = self.table.selected()
        return next((it for it in self.table.rows() if it.feed.id == key), None)

    def _go_to_chosen(self) -> None:
        found = self._chosen()
        if found is not None:
            self._navigate(PageName.MISSIONS, found.metric.id)

    def _forget_chosen(self) -> None:
        found = self._chosen()
        if found is None:
            return
        try:
            self._desk.figures.forget(found.feed.id)
        except Refused as refused:
            self._hub.say(self._tr.tell(refused.message))
            return
        said = self._tr.say(
            "{table} is forgotten; the figures stay.", table=found.feed.table or found.feed.title
        )
        self._hub.say(said, undoable=True)
