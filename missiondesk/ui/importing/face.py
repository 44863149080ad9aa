# SPDX-License-Identifier: Apache-2.0
"""What all reports before an import share: the way back, head, remarks, filter, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import Message
from missiondesk.language import Translator
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import push_button, row
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.tool_tips import plain_tip


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know before the import; with ``act`` the mend is a button."""

    severity: str
    sentence: str
    mend: str = ""
    act: Callable[[], object] | None = None


class ReportFace(ScrollPage):
    """A report on a picked file; a subclass fills `content` and says what the button does."""

    def __init__(
        self,
        tr: Translator,
        name: str,
        back: Callable[[], object],
        confirm: Callable[[], object],
        *others: QWidget,
    ) -> None:
        """Make an empty report.

        Args:
            tr: The screen's language.
            name: objectName.
            back: Leads to the front.
            confirm: Imports what the report says.
            others: Buttons before the primary one.
        """
        super().__init__()
        self.setObjectName(name)
        self._tr = tr
        self._bars: list[FindingBar] = []
        self.back = push_button(tr.say("All tables"), f"{name}Back", back, "link", "arrow-left")
        self.confirm = push_button(tr.say("Import"), "confirmImport", confirm, "primary")
        self.head = Headline(*others, self.confirm)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(6)
        self.only_changes = CheckBox(tr.say("Only what changes"))
        self.only_changes.setObjectName("onlyChanges")
        self.only_changes.setAccessibleName(tr.say("Only what changes"))
        self.only_changes.setChecked(True)
        self.only_changes.toggled.connect(lambda _on: self.show_rows())
        self.content = QVBoxLayout()
        self.content.setSpacing(16)
        self.body.setSpacing(12)
        self.body.addWidget(row(self.back, None))
        self.body.addWidget(self.head)
        self.body.addLayout(self._remarks)
        self.body.addLayout(self.content)
        self.body.addStretch(1)

    def show_rows(self) -> None:
        """Show the rows again, as the filter says."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the focus on the verb, or on the way back when something hinders it."""
        first = self.confirm if self.confirm.isEnabled() else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_verb(self, text: str, hindrance: str = "") -> None:
        """What the primary button says; with a hindrance it is grey and says why."""
        self.confirm.setText(text.replace("&", "&&"))
        self.confirm.setAccessibleName(text)
        self.confirm.setEnabled(not hindrance)
        self.confirm.setToolTip(plain_tip(hindrance))
        self.confirm.setAccessibleDescription(hindrance)

    def show_remarks(self, *remarks: Remark) -> None:
        """Show these instead of those before."""
        for bar in self._bars:
            self._remarks.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._bars = [
            FindingBar(one.severity, "", one.sentence, one.mend, one.act) for one in remarks
        ]
        for bar in self._bars:
            self._remarks.addWidget(bar)

    def bars(self) -> tuple[FindingBar, ...]:
        """The remarks that stand there."""
        return tuple(self._bars)

    def read_first(self, count: int) -> list[Remark]:
        """That so many figures have a remark."""
        if not count:
            return []
        said = self._tr.plural(
            "{count} figure has a remark in the table below; read it before you import.",
            "{count} figures have remarks in the table below; read them before you import.",
            count,
        )
        return [Remark("warning", said)]

    def note(self, said: Message) -> Remark:
        """What the reader says of how a file was read."""
        return Remark("note", self._tr.tell(said))
