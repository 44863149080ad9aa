# SPDX-License-Identifier: Apache-2.0
"""The roadmap to look at: head, legend, tools, timeline or table, and what has no dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from missiondesk.domain.roadmap import RoadmapLane
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import ministry_options
from missiondesk.ui.in_turns import InTurns
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.roadmap.content import (
    RoadmapRow,
    filled_by_lane,
    headline,
    in_lanes,
    missions_led_by,
    summary,
    table_rows,
    timeline_content,
    undated,
)
from missiondesk.ui.roadmap.roadmap_columns import roadmap_columns
from missiondesk.ui.roadmap.tools import RoadmapTools
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import keep_room, push_button, text_label
from missiondesk.ui.widgets.scroll_page import page_layout
from missiondesk.ui.widgets.table import ReadTable
from missiondesk.ui.widgets.timeline import Timeline
from missiondesk.ui.widgets.timeline_items import TimelineContent

_LEAST = 260  # px at 100 %, the least height in which lanes can be followed


def _foot(told: QWidget, button: QWidget) -> QWidget:
    """A line that takes more lines where it is long, and a button beside it."""
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(told, 1)
    layout.addWidget(button)
    return made


class RoadmapBoard(QWidget):
    """Timeline and table over the same lanes.

    Args:
        to_paper: Leads to the print panel.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        navigate: Navigate,
        to_paper: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._navigate = navigate
        self._lanes: tuple[RoadmapLane, ...] = ()
        self._filled = False
        self._building = InTurns(self)
        self._filling = InTurns(self)
        self._made = TimelineContent()
        self._wanted = ""  # what is to be chosen once the lanes are built
        say = tr.say
        self.as_table = push_button(say("As table"), "roadmapAsTable", self._swap)
        self.as_table.setCheckable(True)
        self.paper = push_button(say("Print…"), "printRoadmap", to_paper, "primary")
        self.head = Headline(self.as_table, self.paper)
        self.timeline = Timeline()
        self.timeline.setObjectName("roadmapTimeline")
        self.timeline.opened.connect(self._open)
        self.timeline.chosen.connect(self._tell)
        self.tools = RoadmapTools(self.timeline, tr)
        self.tools.ministry.currentIndexChanged.connect(lambda _place: self._show())
        self.table = self._make_table()
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(scaled(_LEAST))
        self.stack.addWidget(self.timeline)
        self.stack.addWidget(self.table)
        self._nothing = EmptyState(
            say("The roadmap shows the initiatives and milestones of missions, lane by lane."),
            say("Go to the missions"),
            lambda: navigate(PageName.MISSIONS, None),
        )
        self.stack.addWidget(self._nothing)
        self.chosen = text_label("", "detail", wrap=True)
        self.chosen.setObjectName("roadmapChosen")
        self.open_button = push_button("", "roadmapOpen", self._open_chosen, "link")
        self.open_button.hide()
        self.undated = text_label("", "detail", wrap=True)
        self.undated.setObjectName("roadmapUndated")
        layout = page_layout(self)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self.tools)
        layout.addWidget(self.stack, 1)
        keep_room(self.open_button)
        self.foot = _foot(self.chosen, self.open_button)
        layout.addWidget(self.foot)
        layout.addWidget(self.undated)

    # -- building ------------------------------------------------------------------------
    def _make_table(self) -> ReadTable[RoadmapRow]:
        tr = self._tr
        table = ReadTable(
            roadmap_columns(tr),
            lambda it: it.key,
            name="roadmapTable",
            title=tr.say("The roadmap as a table"),
            sort_text=tr.sort_key,
            empty=EmptyState(tr.say("The roadmap shows initiatives and milestones of missions.")),
        )
        table.opened.connect(self._open_row)
        return table

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the roadmap again; zoom, place and choice stay."""
        found = {
            ministry.id
            for mission in self._desk.missions.all()
            for ministry in self._desk.situation.ministries_of(mission)
        }
        self.tools.offer(ministry_options(self._desk, self._tr, found))
        self._show()

    def _show(self) -> None:
        """Have the lanes built, a government's one by one, and show them."""
        self._building.begin(self._built(), self._show_lanes)

    def _built(self) -> Iterator[None]:
        """Lanes, what the timeline shows of them, and the widths of its labels."""
        tr = self._tr
        yield from self._desk.roadmap.made_ready(tr.lang)
        roadmap = self._desk.roadmap.content(tr.lang)
        yield
        ministry = self.tools.ministry.currentData()
        self._lanes = in_lanes(roadmap, missions_led_by(ministry, self._desk))
        self._made = timeline_content(roadmap, self._lanes, tr)
        yield
        for place, bar in enumerate(self._made.bars):
            self.timeline.measure(bar.label)
            if place % 500 == 0:
                yield

    def _show_lanes(self) -> None:
        tr = self._tr
        self.head.say(*headline(self._lanes, self._desk, tr))
        self._bring()
        self.timeline.show_content(self._made)
        self._describe()
        self._filled = False
        self._fill_table()
        names = undated(self._lanes, self._desk, tr)
        said = tr.say("Without dates: {names}.", names=tr.list(names)) if names else ""
        self.undated.setText(said)
        self.undated.setVisible(bool(said))
        self._tell()
        if self._wanted:
            self.choose(self._wanted)
            self._wanted = ""

    def _fill_table(self) -> None:
        """Make the table's rows once they are looked at."""
        if self._filled or not self.as_table.isChecked():
            return
        self._filled = True
        if self._desk.large:
            rows: list[RoadmapRow] = []
            made = filled_by_lane(rows, self._lanes, self._desk, self._tr)
            self._filling.begin(made, lambda: self.table.show_rows(rows))
        else:
            self.table.show_rows(table_rows(self._lanes, self._desk, self._tr))

    def _describe(self) -> None:
        """Name and summary for those who do not see the timeline."""
        self.timeline.setAccessibleName(self._tr.say("Roadmap, timeline"))
        self.timeline.setAccessibleDescription(summary(self.timeline.content(), self._tr))

    def _tell(self, *_chosen: str) -> None:
        """Say in full what is chosen, so that nothing stands in a tooltip alone."""
        chosen = self.timeline.selected()
        target = None if chosen is None else self.timeline.target(*chosen)
        said = "" if target is None else " · ".join(self.timeline.spoken(target).split("\n"))
        # The line keeps its room, so that the timeline does not jump at the first choice.
        self.chosen.setText(said or self._tr.say("Arrow keys walk, Enter opens, + and − zoom."))
        self.open_button.setVisible(bool(said))
        bar = chosen is not None and chosen[0] == "bar"
        say = self._tr.say
        verb = say("Open initiative") if bar else say("Go to the mission")
        self.open_button.setText(verb)
        self.open_button.setAccessibleName(verb)

    def _swap(self) -> None:
        table = self.as_table.isChecked()
        text = self._tr.say("As timeline") if table else self._tr.say("As table")
        self.as_table.setText(text)
        self.as_table.setAccessibleName(text)
        self._bring()
        self._fill_table()
        (self.table if table else self.timeline).setFocus()

    def _bring(self) -> None:
        """Timeline or table to the front, or what to do when there is no mission at all."""
        table, none = self.as_table.isChecked(), not self._desk.missions.all()
        self.stack.setCurrentWidget(
            self._nothing if none else self.table if table else self.timeline
        )
        for widget in (self.tools, self.as_table, self.paper):
            widget.setVisible(not none)
        self.tools.show_time(not table)
        self.foot.setVisible(not table and not none)

    def choose(self, key: str) -> bool:
        """Choose a mission, initiative or milestone, once the lanes are built."""
        if self._building.busy:
            self._wanted = key
            return True
        self.table.select(key)
        return any(self.timeline.choose(kind, key) for kind in ("lane", "bar", "mark"))

    # -- going ---------------------------------------------------------------------------
    def _open(self, kind: str, key: str) -> None:
        page = PageName.INITIATIVES if kind == "bar" else PageName.MISSIONS
        self._navigate(page, key)

    def _open_chosen(self) -> None:
        chosen = self.timeline.selected()
        if chosen is not None:
            self._open(*chosen)

    def _open_row(self, key: str) -> None:
        found = next((one for one in self.table.rows() if one.key == key), None)
        if found is not None:
            self._open(found.kind, key)
