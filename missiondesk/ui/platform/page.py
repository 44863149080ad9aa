# SPDX-License-Identifier: Apache-2.0
"""The page of the platform: the outline at the left, pages and coverage at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missiondesk.domain.platform_coverage import Coverage
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.platform_document import coverage_finding
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.document_output import DocumentOutput
from missiondesk.ui.document_preview import DocumentPreview
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName, split_key
from missiondesk.ui.platform.outline import PlatformOutline
from missiondesk.ui.platform.rows import coverage_columns
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.scroll_page import MARGIN, page_layout
from missiondesk.ui.widgets.side_by_side import TurningSplit
from missiondesk.ui.widgets.tab_bar import Tabs
from missiondesk.ui.widgets.table import ReadTable

_PAGES, _COVERAGE = "pages", "coverage"


class PlatformPage(SeenPage, QWidget):
    """Editor with preview; whatever changes may stand on the pages, so every Step is looked at."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("platformPage")
        self._desk, self._hub, self._tr, self._navigate = desk, hub, tr, navigate
        self.outline = PlatformOutline(desk, hub, tr)
        self.preview = DocumentPreview(hub, tr, "platformPages")
        self.coverage = self._make_coverage()
        self.output = DocumentOutput(desk, hub, tr)
        self._lay_out()
        self.follow(hub)

    def _make_coverage(self) -> ReadTable[Coverage]:
        tr = self._tr
        table: ReadTable[Coverage] = ReadTable(
            coverage_columns(tr),
            lambda it: it.goal.id,
            name="coverageTable",
            title=tr.say("From platform to letters"),
            sort_text=tr.sort_key,
            empty=EmptyState(tr.say("Here stands what became of every goal of the platform.")),
        )
        table.opened.connect(self._open_mission)
        return table

    def _lay_out(self) -> None:
        say = self._tr.say
        printing = push_button(say("Print…"), "printPlatform", self.print_page)
        export = push_button(say("Export PDF…"), "exportPlatform", self.export, "primary")
        self.head = Headline(printing, export)
        self.tabs = Tabs("platformTabs", say("Pages and coverage"))
        self.tabs.add(self.preview, say("Pages"), _PAGES)
        self.tabs.add(self.coverage, say("From platform to letters"), _COVERAGE)
        self.outline.setMinimumHeight(scaled(360))
        self.tabs.setMinimumHeight(scaled(300))
        split = TurningSplit(self.outline, self.tabs, least=(320, 280))
        split.setObjectName("platformSplit")
        split.setSizes([scaled(480), scaled(560)])
        layout = page_layout(self)
        layout.setContentsMargins(MARGIN, 16, MARGIN, 16)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self.output)
        layout.addWidget(split, 1)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read everything again."""
        other = self.stale
        rows = self._desk.platform.coverage()
        self.head.say(coverage_finding(rows, self._tr), self._detail(rows))
        self.outline.refresh()
        self.coverage.show_rows(rows)
        self.preview.show_document(self._platform, other=other)

    def _detail(self, rows: tuple[Coverage, ...]) -> str:
        tr, chapters = self._tr, len(self._desk.platform.chapters)
        if not chapters:
            return tr.say(
                "Begin with a chapter: a title, a paragraph on why, then its goals one by one."
            )
        without = sum(row.mission is None for row in rows)
        said = tr.plural("{count} chapter", "{count} chapters", chapters)
        fallen = tr.plural("{count} goal has no mission", "{count} goals have no mission", without)
        return f"{said} · {fallen}" if without else said

    def _platform(self) -> PrintJob:
        return self._desk.printing.prepare("platform", self._tr.lang)

    def _job(self) -> PrintJob:
        """What stands in front at the right."""
        if self.tabs.current() == _COVERAGE:
            return self._desk.printing.prepare("coverage", self._tr.lang)
        return self._platform()

    def _open_mission(self, key: str) -> None:
        goal = self._desk.platform.goal(key)
        if goal is not None and goal.mission is not None:
            self._navigate(PageName.MISSIONS, goal.mission)
        else:
            self.outline.choose(key, "mission")

    # -- page ----------------------------------------------------------------------------
    def show_record(self, key: str) -> None:
        """Choose a chapter or goal; "id#field" also goes to the field."""
        record, field = split_key(key)
        self.read_if_stale()
        self.outline.choose(record, field)

    def record(self) -> str:
        """The chapter or goal that is chosen."""
        return self.outline.table.selected()

    def count(self) -> int | None:
        """How many goals there are."""
        return len(self._desk.platform.coverage()) or None

    def export(self) -> None:
        """Ask for a place and write what stands in front there."""
        self.output.export(self._job)

    def print_page(self) -> None:
        """Ask for a printer and print what stands in front."""
        self.output.print(self._job)
