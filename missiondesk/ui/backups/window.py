# SPDX-License-Identifier: Apache-2.0
"""The window of the backups: a list that says what is in each, beside it what going back to the
chosen one would change; nothing changes before the one button is pressed and confirmed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.backups import Backup, Listed
from missiondesk.services.desk import Desk
from missiondesk.services.restoring import RestorePlan
from missiondesk.services.saving import Unavailable
from missiondesk.ui import theme
from missiondesk.ui.backups.place import Place
from missiondesk.ui.backups.tables import backup_table
from missiondesk.ui.going_back import Difference
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.notice_bar import NoticeBar


class BackupsWindow(QDialog):
    """The backups of one workspace.

    Args:
        choose_folder: Keeps them in another folder from now on.
        open_apart: Shows a backup by itself, to be saved under a new name.
    """

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        choose_folder: Callable[[Path], object],
        open_apart: Callable[[Backup], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._hub, self._tr = desk, hub, tr
        self._choose_folder, self._open_apart = choose_folder, open_apart
        self._listed: dict[str, Listed] = {}
        self.plan: RestorePlan | None = None
        say = tr.say
        self.setWindowTitle(say("Backups"))
        self.now = push_button(say("Back up now"), "backupNow", self.make)
        self.back = push_button(say("Go back to this…"), "backupRestore", self.ask, "primary")
        self.head = Headline(
            push_button(say("Close"), "backupsClose", self.reject), self.now, self.back
        )
        self.trouble = NoticeBar("error", "", "backupTrouble")
        self.trouble.hide()
        self.asking = NoticeBar("warning", "", "backupAsking")
        self.asking.hide()
        self.table = backup_table(tr)
        self.table.chosen.connect(lambda _key: self._look())
        self.difference = Difference(desk, tr)
        self._lay_out()
        self._show_plan(None)
        self.read()
        self.table.setFocus()

    # -- building ------------------------------------------------------------------------
    def _lay_out(self) -> None:
        say = self._tr.say
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.difference)
        parts.setSizes([560, 520])
        self.apart = push_button(
            say("Open it by itself"), "backupApart", self._open_by_itself, "link"
        )
        self.place = Place(self._desk, self._tr, self._move)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space(5),) * 4)
        layout.setSpacing(theme.space(3))
        for above in (self.head, self.trouble, self.asking):
            layout.addWidget(above)
        layout.addWidget(parts, 1)
        layout.addWidget(self.place)
        layout.addWidget(row(self.apart, None))
        self.resize(1120, 660)

    # -- reading -------------------------------------------------------------------------
    def read(self) -> None:
        """Read the list and what is in each, off the screen's thread."""
        self._tell()
        self._hub.tasks.run(
            self._tr.say("Reading the backups"),
            lambda _progress: [self._desk.backups.look_at(it) for it in self._desk.backups.all()],
            self.show_list,
            self._failed,
            self,
        )

    def show_list(self, listed: list[Listed]) -> None:
        """Show the backups; the newest is chosen."""
        self._listed = {one.backup.path.name: one for one in listed}
        self.table.show_rows(listed)
        if listed and not self.table.selected():
            self.table.select(listed[0].backup.path.name)
        self._tell()

    def _look(self) -> None:
        """Compare the workspace with the chosen backup."""
        self._show_plan(None)
        one = self._listed.get(self.table.selected())
        if one is None or one.contents is None:
            return
        self.difference.show_nothing(self._tr.say("Comparing…"))
        self._hub.tasks.run(
            self._tr.say("Comparing with the backup"),
            lambda _progress: self._desk.restoring.compare(one.backup),
            self._show_plan,
            self._failed,
            self,
        )

    def _show_plan(self, plan: RestorePlan | None) -> None:
        chosen = self._listed.get(self.table.selected())
        if plan is not None and (chosen is None or plan.backup != chosen.backup):
            return  # another one was chosen meanwhile
        self.plan = plan
        self.asking.hide()
        self.apart.setEnabled(chosen is not None and chosen.contents is not None)
        self.back.setEnabled(plan is not None and bool(plan.keys) and not self._desk.read_only)
        if plan is None:
            self.difference.show_nothing()
        else:
            self.difference.show_plan(plan)

    def _tell(self) -> None:
        tr, backups = self._tr, self._desk.backups
        count = len(self._listed)
        first = tr.plural("{count} backup", "{count} backups", count)
        last = backups.last
        detail = tr.say("The newest was made {moment}.", moment=tr.moment(last)) if last else ""
        self.head.say(first, detail)
        self.now.setEnabled(backups.folder is not None)
        self.place.refresh()
        self._show_trouble(tr.tell(backups.trouble) if backups.trouble is not None else "")

    # -- doing ---------------------------------------------------------------------------
    def make(self) -> None:
        """Make a backup now, beside the screen; it stands in the list of jobs."""
        self.now.setEnabled(False)
        self._hub.tasks.run(
            self._tr.say("Backup"),
            lambda _progress: self._desk.backups.make(),
            lambda _none: self.read(),
            self._not_made,
            self,
        )

    def _not_made(self, error: BaseException) -> None:
        self._tell()
        self._failed(error)

    def ask(self) -> None:
        """Say once more what going back means, and wait for the answer."""
        if self.plan is None:
            return
        say = self._tr.say
        self.asking.say(
            say(
                "The workspace becomes as it was on {moment}. A backup of it as it is now is made "
                "before, and undo brings it back.",
                moment=self._tr.moment(self.plan.made),
            ),
            (
                (say("Go back now"), "restoreNow", self.restore),
                (say("Not yet"), "restoreNotYet", self.asking.hide),
            ),
        )
        self.asking.show()
        self.asking.take_focus()

    def restore(self) -> None:
        """Go back, as one step."""
        if self.plan is None:
            return
        try:
            self._desk.restoring.restore(self.plan)
        except (Refused, Unavailable) as no:
            self.asking.hide()
            self._show_trouble(self._tr.tell(no.message))
            return
        moment = self._tr.moment(self.plan.made)
        self._hub.say(
            self._tr.say("The workspace is as it was on {moment}.", moment=moment), undoable=True
        )
        self.accept()

    def _open_by_itself(self) -> None:
        one = self._listed.get(self.table.selected())
        if one is not None:
            self.reject()
            self._open_apart(one.backup)

    def _move(self, folder: Path) -> None:
        self._choose_folder(folder)
        self.read()

    def _show_trouble(self, sentence: str) -> None:
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Unavailable | Refused):
            self.difference.show_nothing()
            self._show_trouble(self._tr.tell(error.message))
        else:
            raise error
