# SPDX-License-Identifier: Apache-2.0
"""Findings below each other, each a way to where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui import theme
from missiondesk.ui.widgets.buttons import WayButton
from missiondesk.ui.widgets.looks import push_button, text_label

_LOOKS = {"error": ("■", "bad"), "warning": ("▲", "wait"), "note": ("○", "unknown")}


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """One finding in words.

    Attributes:
        severity: "error", "warning" or "note".
        rule: Id of the rule.
        subject: Code or name of what it speaks of.
        sentence: What is found, with the rule at its end (`finding_words.with_rule`).
        mend: What to do.
        act: Goes to where that is done.
    """

    severity: str
    rule: str
    subject: str
    sentence: str
    mend: str
    act: Callable[[], object]


class FindingItem(WayButton):
    """One finding; the whole of it is the way there."""

    def __init__(self, finding: ListedFinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setObjectName(f"finding_{finding.rule}")
        self.setAccessibleName(f"{finding.subject}, {finding.sentence}, {finding.mend}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        symbol, tint = _LOOKS[finding.severity]
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 9, 4, 9)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        mark = text_label(symbol, tint)
        subject = text_label(finding.subject, "detail")
        sentence = text_label(finding.sentence, wrap=True)
        mend = text_label(finding.mend, "detail", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(mark, 0, 0, top)
        grid.addWidget(subject, 0, 1, top)
        grid.addWidget(sentence, 0, 2)
        grid.addWidget(mend, 1, 2)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(1, 26)
        for label in (mark, subject, sentence, mend):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked=False: finding.act())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 40

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else QSize(200, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        painter.setPen(QPen(theme.colour("hair"), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class FindingList(QWidget):
    """The first findings, and a button for all of them."""

    def __init__(
        self,
        title: str,
        name: str,
        *,
        most: int = 10,
        all_of_them: Callable[[int], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list.

        Args:
            title: Accessible name.
            name: objectName.
            most: How many are shown before the button is pressed.
            all_of_them: Text of the button, given how many there are.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._most, self._all_of_them = most, all_of_them
        self._findings: tuple[ListedFinding, ...] = ()
        self._after = ""
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._items: list[QWidget] = []

    def show_findings(
        self, findings: Sequence[ListedFinding], nothing: str, after: str = ""
    ) -> None:
        """Show findings, or the sentence ``nothing`` when there are none; ``after`` stands below
        all of them.
        """
        self._findings, self._after = tuple(findings), after
        for item in self._items:
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        shown = self._findings if self._all else self._findings[: self._most]
        self._items = [FindingItem(one) for one in shown]
        if not findings:
            self._items = [text_label(nothing, "lead", wrap=True)]
        elif len(shown) < len(findings):
            text = self._all_of_them(len(findings))
            more = push_button(text, "allFindings", lambda: self._show_all(nothing), "link")
            self._items.append(more)
        elif after:
            self._items.append(text_label(after, "detail", wrap=True))
        for item in self._items:
            self._column.addWidget(item)

    def _show_all(self, nothing: str) -> None:
        self._all = True
        self.show_findings(self._findings, nothing, self._after)
