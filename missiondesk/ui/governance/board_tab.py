# SPDX-License-Identifier: Apache-2.0
"""What a board has to see now: one list, each line with its verb and the way to the record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from missiondesk.domain.body import Meeting
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import Mission
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.board_matters import BoardMatter
from missiondesk.services.desk import Desk
from missiondesk.services.list_states import Matter
from missiondesk.services.print_plan import PrintJob
from missiondesk.ui.governance.tab import GovernanceTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.labels import mark
from missiondesk.ui.navigation import place_of
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable


class BoardTab(GovernanceTab):
    """The list, and above it what can be done about the chosen line."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        say = tr.say
        self.act_button = push_button("", "boardAct", self.act)
        self.go_button = push_button(
            say("Go to it"), "boardGo", lambda: self._go(self.table.selected()), "plain",
            "arrow-right",
        )  # fmt: skip
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("boardRefusal")
        self.refusal.hide()
        self.table: ReadTable[BoardMatter] = ReadTable(
            self._columns(),
            lambda it: it.id,
            name="boardTable",
            title=say("What the board must see"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                say(
                    "Nothing waits for a board: no decision is due, no issue has lain too long,"
                    " nothing is red twice running, and every body meets."
                )
            ),
        )
        self.table.chosen.connect(lambda _key: self._show_chosen())
        self.table.opened.connect(self._go)
        method = text_label(
            say(
                "Working days are Mondays to Fridays; the desk does not know public holidays."
                " Red is “limited”, “moving away” or “missed” as computed, or “unachievable” in"
                " people's judgement."
            ),
            "detail",
            wrap=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(row(self.act_button, self.go_button, None))
        layout.addWidget(self.refusal)
        layout.addWidget(self.table, 1)
        layout.addWidget(method)

    def _columns(self) -> list[Column[BoardMatter]]:
        tr, matters = self._tr, list(Matter)
        return [
            Column(
                tr.say("Why"),
                lambda it: mark(it.matter, tr).text,
                colour=lambda it: mark(it.matter, tr).colour if it.late else "ink",
                sort=lambda it: (not it.late, matters.index(it.matter)),
            ),
            Column(
                tr.say("What"),
                lambda it: tr.tell(it.name),
                detail=lambda it: tr.tell(it.why),
                stretch=1,
                width=260,
                wrap=True,
                strong=True,
            ),
            Column(
                tr.say("Mission"), lambda it: it.mission.code if it.mission else "–",
                colour=lambda _it: "quiet",
                folds=2,
            ),
            Column(
                tr.say("Body"),
                lambda it: (
                    (it.body.code or it.body.name.in_language(tr.lang)) if it.body else "–"
                ),
                colour=lambda _it: "quiet",
                folds=1,
            ),
            Column(
                tr.say("Since or by"),
                lambda it: tr.period(it.when) if it.when else "–",
                sort=lambda it: it.when.last if it.when else None,
                folds=4,
            ),
            Column(
                tr.say("On the agenda"),
                lambda it: tr.period(it.agenda) if it.agenda else "–",
                sort=lambda it: it.agenda.last if it.agenda else None,
                folds=3,
            ),
        ]  # fmt: skip

    # -- showing ---------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read everything again."""
        rows = self._desk.board_matters.all()
        self.table.show_rows(rows)
        if not self.table.selected() and rows:
            self.table.select(rows[0].id)
        self._show_chosen()

    def headline(self) -> tuple[str, str]:
        """How many things wait."""
        return self._desk.board_matters.headline(self._tr)

    def document(self) -> Callable[[], PrintJob] | None:
        """The list of escalations."""
        return self._kind("escalations")

    @property
    def chosen(self) -> BoardMatter | None:
        """The line that is chosen."""
        key = self.table.selected()
        return next((one for one in self.table.rows() if one.id == key), None)

    def _show_chosen(self) -> None:
        found = self.chosen
        self.refusal.hide()
        self.go_button.setVisible(found is not None)
        verb = self._verb(found) if found is not None else ""
        self.act_button.setVisible(bool(verb))
        self.act_button.setText(verb)
        self.act_button.setAccessibleName(verb)
        self.act_button.setEnabled(not self._desk.read_only)

    def _verb(self, matter: BoardMatter) -> str:
        say = self._tr.say
        if matter.matter is Matter.ISSUE:
            issue = self._desk.issues.get(matter.key)
            above = issue.level.above if issue is not None else None
            return say("Move up: {level}", level=self._tr.show(above)) if above else ""
        if matter.matter is Matter.RED:
            return "" if matter.agenda else say("Put on the agenda")
        if matter.matter is Matter.STALE:
            return "" if matter.agenda else say("Plan a meeting")
        return ""

    # -- verbs -----------------------------------------------------------------------------
    def act(self) -> None:
        """Do what the button says about the chosen line; undo takes it back."""
        matter = self.chosen
        if matter is None or self._desk.read_only:
            return
        try:
            said = self._done(matter)
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
        else:
            if said:
                self._hub.say(said, undoable=True)

    def _done(self, matter: BoardMatter) -> str:
        say, desk = self._tr.say, self._desk
        if matter.matter is Matter.ISSUE:
            moved = desk.issues.escalate(matter.key)
            return say("Moved up: it now lies with {level}.", level=self._tr.show(moved.level))
        if matter.matter is Matter.STALE:
            made = desk.meetings.plan(Meeting("", matter.key))
            self._navigate(*place_of("meeting", made.id))
            return ""
        record = desk.situation.get(Mission, matter.key) or desk.situation.get(
            Initiative, matter.key
        )
        if record is None:
            return ""
        item = desk.meetings.put_on_agenda(record, self._tr.tell(matter.name))
        meeting = desk.meetings.get(item.meeting)
        return say("It is on the agenda of {date}.", date=meeting.date if meeting else "")

    def _go(self, key: str) -> None:
        found = next((one for one in self.table.rows() if one.id == key), None)
        if found is not None:
            mission = found.mission.id if found.mission else ""
            self._navigate(*place_of(found.kind, found.key, mission))
