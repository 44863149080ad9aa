# SPDX-License-Identifier: Apache-2.0
"""The first page: how all missions stand, what needs a hand and where it is mended, what is due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from missiondesk.domain.finding_groups import FindingGroup, grouped
from missiondesk.domain.identity import today
from missiondesk.domain.mission import Mission
from missiondesk.domain.progress import METHOD, VERSION
from missiondesk.domain.trajectory import ends
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.due import Due, last_monday
from missiondesk.services.finding_words import group_sentence, subject_of, with_rule
from missiondesk.services.overview import OverviewRow
from missiondesk.ui.hub import Hub
from missiondesk.ui.navigation import place_to_mend
from missiondesk.ui.overview.columns import ShownMission, mission_columns
from missiondesk.ui.overview.due_part import DuePart
from missiondesk.ui.pages import Navigate, PageName, since
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.finding_list import FindingList, ListedFinding
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.qt_numbers import UNBOUND
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.sparkline import Spark
from missiondesk.ui.widgets.table import ReadTable
from missiondesk.ui.widgets.tool_tips import plain_tip

SIDE = 264  # px, the column of findings
NARROW = 1180  # px of page; below it the findings stand under the table
MOST_FINDINGS = 120  # the worst; who has more works through them page by page


class OverviewPage(SeenPage, ScrollPage):
    """Reads everything anew after each Step: whatever changes may change how things stand."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("overviewPage")
        self._desk, self._hub, self._say, self._navigate = desk, hub, tr, navigate
        self.head = Headline()
        self.body.addWidget(self.head)
        self.board = push_button(
            "", "overviewBoard", lambda: navigate(PageName.GOVERNANCE, "board"), "link",
            "arrow-right",
        )  # fmt: skip
        self.changes = push_button(
            tr.say("What changed since Monday"), "overviewChanges", self._go_to_changes, "link",
            "arrow-right",
        )  # fmt: skip
        self.body.addWidget(flowing(self.board, self.changes))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(24)
        self._left = self._missions_part()
        self._right = self._findings_part()
        self._parts.addWidget(self._left, 1)
        self._parts.addWidget(self._right)
        self.body.addLayout(self._parts)
        self.body.addStretch(1)
        self.follow(hub)
        self.read_again()

    # -- parts -----------------------------------------------------------------------------
    def _missions_part(self) -> QWidget:
        say, tr = self._say.say, self._say
        self.missions: ReadTable[ShownMission] = ReadTable(
            mission_columns(tr),
            key=lambda it: it.key,
            name="missionTable",
            title=say("All missions"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                say("A mission is a goal that several ministries share, with one key metric."),
                say("Go to the missions"),
                lambda: self._navigate(PageName.MISSIONS, None),
            ),
            growing=True,
            opens_on_click=True,
        )
        self.missions.opened.connect(lambda key: self._navigate(PageName.MISSIONS, key))
        self.due = DuePart(self._desk, self._hub, tr, self._navigate)
        self._method = text_label("", "detail", wrap=True)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.missions)
        column.addWidget(self._method)
        column.addSpacing(16)
        column.addWidget(self.due)
        column.addStretch(1)
        return made

    def _findings_part(self) -> QWidget:
        say = self._say.say
        self._findings_title = text_label("", "section")
        self.findings = FindingList(
            say("Needs a hand"),
            "findings",
            all_of_them=lambda count: self._say.plural(
                "Show all {count} findings", "Show all {count} findings", count
            ),
        )
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._findings_title)
        column.addWidget(self.findings)
        column.addStretch(1)
        return made

    # -- page ------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read everything again."""
        say, comes = self._say, self._desk.readiness.comes
        sentences = self._desk.overview.headline(say, alone=comes)
        self.head.say(sentences[0].rstrip("."), " ".join(sentences[1:]))
        self._say_board()
        due = self._desk.overview.due()
        rows = self._desk.overview.rows(alone=comes)
        self.missions.show_rows([self._shown(row, due) for row in rows])
        self.due.show_due(due)
        self._method.setText(
            say.say(
                "Development is computed (growth ratio of Eurostat's type, version {version}); "
                "delivery confidence is the secretariat's own judgement.",
                version=VERSION,
            )
        )
        self._method.setToolTip(plain_tip(METHOD))
        if comes:
            self._findings_title.setText(say.say("Needs a hand"))
            self.findings.show_findings([], say.say("Looking for what needs a hand …"), "")
        else:
            self._show_findings()

    def _say_board(self) -> None:
        """What waits for a board, with the way there; nothing when nothing is late."""
        late = any(one.late for one in self._desk.board_matters.all())
        text = self._desk.board_matters.headline(self._say)[0]
        self.board.setVisible(late)
        self.board.setText(text.replace("&", "&&"))
        self.board.setAccessibleName(text)

    def _show_findings(self) -> None:
        found = self._desk.overview.findings()
        title = self._say.say("Needs a hand")
        self._findings_title.setText(f"{title} ({len(found)})" if found else title)
        groups = grouped(found)
        shown = groups[:MOST_FINDINGS]
        listed = [self._listed(group) for group in shown]
        more = len(found) - sum(map(len, shown))
        after = self._say.plural(
            "{count} more stands beside its record.",
            "{count} more stand beside their records.",
            more,
        )
        nothing = self._say.say("Nothing needs a hand at the moment.")
        self.findings.show_findings(listed, nothing, after if more else "")

    def _listed(self, group: FindingGroup) -> ListedFinding:
        """A finding, or many of one rule as one; the way leads to the first."""
        mission = self._desk.situation.get(Mission, group.first.mission)
        code = mission.code if mission is not None else ""
        return listed(group, code, self._say, lambda: self._navigate(*place_to_mend(group.first)))

    def _shown(self, row: OverviewRow, due: tuple[Due, ...]) -> ShownMission:
        after = (it for it in due if it.mission == row.mission.id and not it.overdue)
        return ShownMission(row, self._spark(row), next(after, None))

    def _spark(self, row: OverviewRow) -> Spark:
        if row.metric is None:
            return Spark()
        seen = self._desk.situation.observations_of(row.metric.id)
        both = ends(row.metric)
        points = tuple((it.period.decimal_year, float(it.value)) for it in seen)
        target = both[1] if both is not None else None
        return Spark(points, target)

    def _go_to_changes(self) -> None:
        self._navigate(PageName.HISTORY, since(last_monday(today())))

    def show_record(self, key: str) -> None:
        """Choose a mission's row."""
        self.missions.select(key)

    def count(self) -> int | None:
        """How many findings are errors."""
        if self._desk.readiness.comes:
            return None
        errors = sum(it.severity.value == "error" for it in self._desk.overview.findings())
        return errors or None

    # -- Qt --------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.viewport().width() < NARROW
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        if narrow:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(UNBOUND)
        else:
            self._right.setFixedWidth(SIDE)
        self._parts.setAlignment(
            self._right, Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignTop
        )
        super().resizeEvent(event)


def listed(
    group: FindingGroup, mission: str, tr: Translator, act: Callable[[], object]
) -> ListedFinding:
    """A group of findings in words.

    Args:
        mission: Code of the mission to which a single one belongs, or "".
        act: Goes to where it is mended.
    """
    one = group.first
    return ListedFinding(
        one.severity.value,
        one.rule,
        (mission if len(group) == 1 else "") or subject_of(group),
        with_rule(group_sentence(group, tr), one.rule, tr),
        tr.tell(one.mend),
        act,
    )
