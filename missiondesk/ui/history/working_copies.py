# SPDX-License-Identifier: Apache-2.0
"""The window of the copies that lie on this machine: a folder is chosen, what is found is listed,
and what is ticked is deleted after a second question.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.saving import Unavailable
from missiondesk.services.working_copies import WHAT_DELETING_IS, WorkingCopy
from missiondesk.ui import theme
from missiondesk.ui.files import ask_folder
from missiondesk.ui.hub import Hub
from missiondesk.ui.last_folders import WORKSPACES
from missiondesk.ui.tasks import Cancelled
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.notice_bar import NoticeBar


class WorkingCopiesWindow(QDialog):
    """Nothing is deleted before the second question is answered."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("workingCopies")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._hub, self._tr = desk, hub, tr
        self._lines: list[tuple[WorkingCopy, CheckBox]] = []
        say = tr.say
        self.setWindowTitle(say("Copies on this machine"))
        self.choose = push_button(say("Choose a folder…"), "copiesFolder", self._ask_folder)
        self.delete = push_button(say("Delete the ticked…"), "copiesDelete", self.ask, "primary")
        self.head = Headline(
            push_button(say("Close"), "copiesClose", self.reject), self.choose, self.delete
        )
        self.asking = NoticeBar("warning", "", "copiesAsking")
        self.told = NoticeBar("error", "", "copiesTold")
        self.rule = text_label(say(WHAT_DELETING_IS), "detail", wrap=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(say("Copies that were found"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space(5),) * 4)
        layout.setSpacing(theme.space(3))
        for part in (self.head, self.told, self.asking):
            layout.addWidget(part)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.rule)
        self.asking.hide()
        self.told.hide()
        self.resize(860, 520)
        self._show((), say("Choose the folder in which copies may lie."))

    # -- finding -----------------------------------------------------------------------------
    def _ask_folder(self) -> None:
        ask_folder(self, self._tr.say("Folder with copies"), self.look_in, WORKSPACES)

    def look_in(self, folder: Path) -> None:
        """Look for copies in the folder and those below it, off the screen's thread."""
        self.choose.setEnabled(False)
        self._hub.tasks.run(
            self._tr.say("Looking for copies of the workspace"),
            lambda progress: self._desk.working_copies.find(folder, progress.report),
            lambda found: self._found(found, folder),
            self._failed,
            self,
            show=True,
        )

    def _found(self, found: tuple[WorkingCopy, ...], folder: Path) -> None:
        self.choose.setEnabled(True)
        self._show(
            found,
            self._tr.plural(
                "{count} copy of this workspace in {folder}",
                "{count} copies of this workspace in {folder}",
                len(found),
                folder=str(folder),
            ),
        )

    def _failed(self, error: BaseException) -> None:
        self.choose.setEnabled(True)
        if isinstance(error, Refused | Unavailable):
            self._tell(self._tr.tell(error.message))
        elif not isinstance(error, Cancelled):
            raise error

    # -- the list ----------------------------------------------------------------------------
    def _show(self, found: tuple[WorkingCopy, ...], head: str) -> None:
        """List what was found; ticked is what holds nothing that is not here."""
        self.head.say(head, "")
        self.asking.hide()
        self.told.hide()
        self._lines = []
        inner = QWidget()
        rows = QVBoxLayout(inner)
        for place, one in enumerate(found):
            box = CheckBox(one.path.name)
            box.setObjectName(f"copy{place}")
            detail = self._detail(one)
            box.setAccessibleDescription(detail)
            box.setChecked(one.loses_nothing)
            box.toggled.connect(lambda _on: self._enable())
            rows.addWidget(box)
            line = text_label(detail, "detail", wrap=True)
            line.setContentsMargins(27, 0, 0, theme.space(1))
            rows.addWidget(line)
            self._lines.append((one, box))
        rows.addStretch(1)
        self._area.setWidget(inner)
        self._area.setVisible(bool(found))
        self._enable()

    def _detail(self, one: WorkingCopy) -> str:
        tr, say = self._tr, self._tr.say
        parts = [str(one.path.parent)]
        if one.sent is not None:
            parts.append(say("sent to {recipient}", recipient=one.sent.recipient))
        if one.closed:
            parts.append(
                say("it has a passphrase of its own, so it is known by its name only; nobody knows "
                    "whether it holds changes")
            )  # fmt: skip
        elif one.more:
            parts.append(
                tr.plural(
                    "{count} step in it is not here and is lost with it",
                    "{count} steps in it are not here and are lost with it",
                    one.more,
                )
            )
        else:
            parts.append(say("all that it holds is here"))
        return " · ".join(parts)

    def _ticked(self) -> list[WorkingCopy]:
        return [one for one, box in self._lines if box.isChecked()]

    def _enable(self) -> None:
        self.delete.setEnabled(bool(self._ticked()) and not self._desk.read_only)
        self.asking.hide()

    # -- deleting ----------------------------------------------------------------------------
    def ask(self) -> None:
        """Say once more what deleting means, and wait for the answer."""
        tr, say = self._tr, self._tr.say
        ticked = self._ticked()
        said = tr.plural(
            "{count} file is deleted for good; the trail keeps its name.",
            "{count} files are deleted for good; the trail keeps their names.",
            len(ticked),
        )
        lost = sum(not one.loses_nothing for one in ticked)
        if lost:
            more = tr.plural(
                "{count} of them may hold work that is nowhere else.",
                "{count} of them may hold work that is nowhere else.",
                lost,
            )
            said = f"{said} {more}"
        self.asking.say(
            said,
            (
                (say("Delete for good"), "copiesDeleteNow", self.delete_ticked),
                (say("Not yet"), "copiesNotYet", self.asking.hide),
            ),
        )
        self.asking.show()
        self.asking.take_focus("copiesNotYet")  # it cannot be undone

    def delete_ticked(self) -> None:
        """Delete them, as one step of the trail, and list what is left."""
        tr = self._tr
        try:
            done = self._desk.working_copies.delete(self._ticked())
        except (Refused, Unavailable) as no:
            self._tell(tr.tell(no.message))
            return
        left = tuple(one for one, _ in self._lines if one.path not in done.gone)
        self._show(
            left,
            tr.plural(
                "{count} copy was deleted, and the trail says so.",
                "{count} copies were deleted, and the trail says so.",
                len(done.gone),
            ),
        )
        if done.left:
            self._tell(" ".join(tr.tell(why) for _, why in done.left))

    def _tell(self, sentence: str) -> None:
        self.asking.hide()
        self.told.say(sentence)
        self.told.show()
