# SPDX-License-Identifier: Apache-2.0
"""Says whether the trail is as it was written, and with which hash it ends."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from missiondesk.domain.step import Step
from missiondesk.domain.trail_check import TrailCheck, in_groups
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.trail_files import OWNER_NOTE, SEAL_NOTE, astray_lines, broken_lines
from missiondesk.ui.hub import Hub
from missiondesk.ui.notices import Notice
from missiondesk.ui.tasks import Cancelled, Progress
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.notice_bar import NoticeBar
from missiondesk.ui.widgets.painted_text import text_width

_SHOWN = 16  # digits of the hash in the line; the whole one stands in the explanation
_GAP = 12  # px
_MOST = 6  # broken steps named in the bar


class SealLine(QWidget):
    """Checks the seals on the worker when it is made, and the records too when asked.

    Attributes:
        bar: Says what is broken; hidden while nothing is, and placed by the page.
        found: What the last check found, None before.
        checked: A check is done.
    """

    checked = Signal()

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._tr = desk, hub, tr
        self.found: TrailCheck | None = None
        self._steps, self._head = 0, ""
        self.line = text_label("", "detail", wrap=True)
        self.line.setObjectName("sealLine")
        self.line.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.again = push_button(tr.say("Check all"), "checkTrail", self.check_all, "link")
        self.why = push_button(tr.say("What the hash shows"), "explainSeal", self._explain, "link")
        self.bar = NoticeBar("error", "", "sealBar")
        self.bar.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._ways = row(self.again, self.why, None, gap=_GAP)
        self._row.addWidget(self.line)
        self._row.addWidget(self._ways, 1)
        self._check(records=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the ways below the sentence where it would have to break for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        sentence = text_width(self.line.text(), self.line.font())
        beside = sentence + 2 * _GAP + self._ways.sizeHint().width() <= self.width()
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._row.setSpacing(_GAP if beside else 2)
        self.line.setWordWrap(not beside)

    def check_all(self) -> None:
        """Hold the steps against their seals and the records against the steps."""
        self._check(records=True)

    def follow(self, step: Step) -> None:
        """A step came: the trail ends with its seal now."""
        if step.seal is not None:
            self._steps, self._head = step.number, step.seal.value
            self._say()

    # -- checking --------------------------------------------------------------------------
    def _check(self, *, records: bool) -> None:
        if self._desk.newer:
            self.line.setText(
                self._tr.say("A newer version wrote the trail; this one cannot check it.")
            )
            self.again.hide()
            return
        trail = self._desk.trail
        self.line.setText(self._tr.say("Checking the trail…"))
        self.again.setEnabled(False)

        def work(_progress: Progress) -> TrailCheck:
            return trail.check(records=records)

        def done(found: TrailCheck) -> None:
            self._checked(found, records)

        label = self._tr.say("Check all")
        self._hub.tasks.run(label, work, done, self._failed, self, listed=records)

    def _checked(self, found: TrailCheck, records: bool) -> None:
        self.found = found
        if found.steps >= self._steps:  # else a step came meanwhile
            self._steps, self._head = found.steps, found.head
        self.again.setEnabled(True)
        said = broken_lines(found, self._tr)
        more = len(said) - _MOST
        if more > 0:
            said = [*said[:_MOST], self._tr.plural("{count} more step", "{count} more steps", more)]
        said += astray_lines(found, self._desk.situation, self._tr)
        if said:
            said.append(
                self._tr.say(
                    "Another program has written into the file. Nothing was mended and nothing is "
                    "lost: compare it with a backup or with a print of the trail."
                )
            )
            self.bar.say(" ".join(said))
        self.bar.setVisible(bool(said))
        self._say()
        if records and not said:
            self._hub.say(
                self._tr.say(
                    "Every step is as it was written, and the records are as the steps tell."
                )
            )
        self.checked.emit()

    def _failed(self, error: BaseException) -> None:
        self.again.setEnabled(True)
        if not isinstance(error, Cancelled):
            raise error

    def _say(self) -> None:
        say = self._tr.say
        if not self._steps:
            self.line.setText("")
            return
        broken = self.found is not None and not self.found.whole
        shown = in_groups(self._head, _SHOWN)
        said = say("The trail is broken; it ends with the hash {hash} …", hash=shown)
        if not broken:
            said = say("The trail is whole and ends with the hash {hash} …", hash=shown)
        self.line.setText(said)
        self.line.setAccessibleName(said)
        self._arrange()

    def _explain(self) -> None:
        tr = self._tr
        sentences = [in_groups(self._head), tr.say(SEAL_NOTE), tr.say(OWNER_NOTE)]
        if self.found is not None and self.found.adopted:
            sentences.append(
                tr.plural(
                    "The first step was written before there were hashes; what was altered in it "
                    "before that cannot be seen.",
                    "The first {count} steps were written before there were hashes; what was "
                    "altered in them before that cannot be seen.",
                    self.found.adopted,
                )
            )
        Notice(
            tr.say("What the hash shows"), sentences, self.window(), close=tr.say("Close"),
            name="sealNotice",
        ).open()  # fmt: skip
