# SPDX-License-Identifier: Apache-2.0
"""What stands around the editors of a field: label, refusal, and what the check says of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from missiondesk.language import Translator
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.finding_bar import FindingBar
from missiondesk.ui.widgets.looks import repolish, text_label
from missiondesk.ui.widgets.qt_numbers import UNBOUND
from missiondesk.ui.widgets.steady import SteadyRoom, place_kept
from missiondesk.ui.widgets.tab_way import tab_along

LABEL_WIDTH = 150  # px at 100 %, the column of labels in a form
_BESIDE = 360  # px at 100 %; in a narrower form labels stand above their fields


class _Line(QBoxLayout):
    """The label above the editors, or before them in a column of its own."""

    def __init__(self, label: QLabel, body: QVBoxLayout, above: bool, field: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, field)
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(label)
        self.addLayout(body, 1)
        self._label, self._always, self._above = label, above, above
        self._put()

    def arrange(self, width: int) -> None:
        """Place the label for a field of this width."""
        above = self._always or width < scaled(_BESIDE)
        if above != self._above:
            self._above = above
            self._put()

    def beside(self) -> int:
        """Width in pixels that the label takes from the editors."""
        return 0 if self._above else self._label.width() + self.spacing()

    def _put(self) -> None:
        way, policy, above = QBoxLayout.Direction, QSizePolicy.Policy, self._above
        self.setDirection(way.TopToBottom if above else way.LeftToRight)
        self.setSpacing(3 if above else 12)
        wide = scaled(LABEL_WIDTH)
        self._label.setMinimumWidth(0 if above else wide)
        self._label.setMaximumWidth(UNBOUND if above else wide)
        self._label.setContentsMargins(0, 0 if above else 6, 0, 0)
        self._label.setSizePolicy(policy.Preferred, policy.Maximum if above else policy.Minimum)
        top = Qt.AlignmentFlag(0) if above else Qt.AlignmentFlag.AlignTop
        self.setAlignment(self._label, top)


class FieldFrame(QWidget):
    """A subclass puts its editors into the row and names each with `_adopt`.

    Attributes:
        name: Name of the field; also its objectName.
    """

    def __init__(
        self, name: str, label: str, tr: Translator, hint: str, above: bool, parent: QWidget | None
    ) -> None:
        """See `Field`."""
        super().__init__(parent)
        self.name = name
        self.tr_ = tr
        self.label_text = label
        self.setObjectName(name)
        self._findings: list[FindingBar] = []
        self.label = text_label(label, "label", wrap=True)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(4)
        self._editors = QHBoxLayout()
        self._editors.setContentsMargins(0, 0, 0, 0)
        self._editors.setSpacing(8)
        self._body.addLayout(self._editors)
        self.echo = text_label("", "echo", wrap=True)
        self.echo.hide()
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("refusal")
        self._room = SteadyRoom(self, 4)
        self._room.put(self.refusal)
        self.refusal.hide()
        self._room.fit()
        self._body.addWidget(self.echo)
        if hint:
            self._body.addWidget(text_label(hint, "detail", wrap=True))
        self._body.addWidget(self._room)
        self._line = _Line(self.label, self._body, above, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the label above the editors where it would leave them too little room."""
        super().resizeEvent(event)
        self._line.arrange(self.width())

    def room(self) -> int:
        """Width in pixels that the editors have."""
        return self.width() - self._line.beside()

    def editors(self) -> list[QWidget]:
        """The widgets that take the focus."""
        raise NotImplementedError

    # -- what is said of it --------------------------------------------------------------
    def refuse(self, sentence: str) -> None:
        """Say why what was typed is not taken."""
        with place_kept(self):
            self.echo.hide()  # one sentence is enough
            self.refusal.setText(sentence)
            self.refusal.show()
            self._room.fit()
            self._mark(True)

    def clear_refusal(self) -> None:
        """Forget the refusal."""
        if not self.refusal.isHidden():
            self._room.hold()
            self.refusal.hide()
            self._room.fit()
        self._mark(False)

    def give_back_room(self) -> None:
        """Take no room any more for what was said before."""
        self._room.give_back()

    def show_finding(
        self,
        severity: str,
        rule: str,
        sentence: str,
        mend: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Add a finding of the check beneath the editor."""
        self._findings.append(bar := FindingBar(severity, rule, sentence, mend, act))
        self._room.put(bar)
        tab_along((self.editors()[-1], *bar.findChildren(QPushButton)))

    def clear_findings(self) -> None:
        """Take the findings away."""
        self._room.drop(self._findings)
        self._findings = []

    def findings(self) -> tuple[FindingBar, ...]:
        """The findings that stand beneath it."""
        return tuple(self._findings)

    def focus_editor(self) -> None:
        """Put the cursor into the (first) editor."""
        self.editors()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit; a text can still be read, chosen and copied."""
        for editor in self.editors():
            if isinstance(editor, QLineEdit | QPlainTextEdit):
                editor.setReadOnly(read_only)
                repolish(editor)
            else:
                editor.setEnabled(not read_only)

    def _mark(self, wrong: bool) -> None:
        for editor in self.editors():
            if bool(editor.property("wrong")) != wrong:
                editor.setProperty("wrong", wrong)
                repolish(editor)

    def _adopt(self, editor: QWidget, part: str = "", label: QLabel | None = None) -> None:
        """Name an editor for tests and screen readers and put it into the row of editors."""
        editor.setObjectName(f"{self.name}_{part}" if part else f"{self.name}_editor")
        editor.setAccessibleName(self.label_text if label is None else label.text())
        self.label.setBuddy(editor)
        self.setFocusProxy(editor)
