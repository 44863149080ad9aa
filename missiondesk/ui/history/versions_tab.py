# SPDX-License-Identifier: Apache-2.0
"""The versions that were given a name: beside them what going back to one would change."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.restoring import RestorePlan
from missiondesk.services.saving import Unavailable
from missiondesk.ui.going_back import Difference
from missiondesk.ui.hub import Hub
from missiondesk.ui.tasks import Cancelled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.notice_bar import NoticeBar
from missiondesk.ui.widgets.side_by_side import movable
from missiondesk.ui.widgets.table import Column, ReadTable


class VersionsTab(QWidget):
    """One line a version, the newest first; nothing changes before going back is confirmed."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionsTab")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._versions: dict[str, Step] = {}
        self.plan: RestorePlan | None = None
        say = tr.say
        self.back = push_button(say("Go back to this…"), "versionBack", self.ask)
        self.trouble = NoticeBar("error", "", "versionTrouble")
        self.asking = NoticeBar("warning", "", "versionAsking")
        self.table: ReadTable[Step] = ReadTable(
            [
                Column(say("Name"), lambda it: it.about, stretch=2, width=180, wrap=True,
                       lines=3, strong=True),
                Column(say("Named"), lambda it: tr.moment(it.at.astimezone()),
                       lambda it: it.who, sort=lambda it: it.number, stretch=1, width=170,
                       wrap=True),
            ],
            key=lambda it: it.id,
            name="versionTable",
            title=say("Named versions, newest first"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                say("No version has a name yet. Ctrl+S gives the present one a name.")
            ),
        )  # fmt: skip
        self.table.chosen.connect(lambda _key: self._look())
        self.difference = Difference(desk, tr)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        for bar in (self.trouble, self.asking):
            bar.hide()
            layout.addWidget(bar)
        layout.addWidget(movable(self.table, self.difference), 1)
        layout.addWidget(row(None, self.back))
        self._show_plan(None)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read them again; the newest is chosen at first."""
        found = self._desk.versions.all()
        self._versions = {one.id: one for one in found}
        self.table.show_rows(found)
        if found and not self.table.selected():
            self.table.select(found[0].id)
        else:
            self._look()

    def _look(self) -> None:
        """Compare the workspace with the chosen version, off the screen's thread."""
        self._show_plan(None)
        version = self._versions.get(self.table.selected())
        if version is None:
            return
        self.difference.show_nothing(self._tr.say("Comparing…"))
        compare = self._desk.restoring.prepare(version)
        self._hub.tasks.run(
            self._tr.say("Comparing with the version"),
            lambda _progress: compare(),
            self._show_plan,
            self._failed,
            self,
        )

    def _show_plan(self, plan: RestorePlan | None) -> None:
        chosen = self._versions.get(self.table.selected())
        if plan is not None and plan.version != chosen:
            return  # another one was chosen meanwhile
        self.plan = plan
        self.asking.hide()
        self.trouble.hide()
        self.back.setEnabled(plan is not None and bool(plan.keys) and self._desk.versions.offered)
        if plan is None:
            self.difference.show_nothing()
        else:
            self.difference.show_plan(plan)

    # -- doing ---------------------------------------------------------------------------
    def ask(self) -> None:
        """Say once more what going back means, and wait for the answer."""
        if self.plan is None or self.plan.version is None:
            return
        say = self._tr.say
        self.asking.say(
            say(
                "The workspace becomes as it was in the version “{name}”. A backup of it as it is "
                "now is made before, and undo brings it back.",
                name=self.plan.version.about,
            ),
            (
                (say("Go back now"), "goBackNow", self.go_back),
                (say("Not yet"), "goBackNotYet", self.asking.hide),
            ),
        )
        self.asking.show()
        self.asking.take_focus()

    def go_back(self) -> None:
        """Go back, as one step."""
        plan = self.plan
        if plan is None or plan.version is None:
            return
        try:
            self._desk.restoring.restore(plan)
        except (Refused, Unavailable) as no:
            self._say_no(no)
            return
        self._hub.say(
            self._tr.say(
                "The workspace is as it was in the version “{name}”.", name=plan.version.about
            ),
            undoable=True,
        )

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Unavailable | Refused):
            self.difference.show_nothing()
            self._say_no(error)
        elif not isinstance(error, Cancelled):
            raise error

    def _say_no(self, no: Refused | Unavailable) -> None:
        self.asking.hide()
        self.trouble.say(self._tr.tell(no.message))
        self.trouble.show()
