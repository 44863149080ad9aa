# SPDX-License-Identifier: Apache-2.0
"""One of many values, found by typing any part of its name; made for tens of thousands of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.editors import LineEdit
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.tool_tips import plain_tip

Option = tuple[Any, str]
_SHOWN = 12  # names offered at a time while one types


class _SearchBox(ChoiceBox):
    """A box to type into: Enter takes what stands there, Esc puts back what stood there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            line = self.lineEdit()
            if line is not None:
                line.event(event)
            return
        super().keyPressEvent(event)


class SearchField(Field):
    """A value by its name; typing offers the names that have what is typed anywhere in them."""

    def __init__(
        self,
        name: str,
        label: str,
        tr: Translator,
        commit: Callable[[Any], object] | None = None,
        *,
        options: Sequence[Option] = (),
        placeholder: str = "",
        **rest: Any,
    ) -> None:
        """Make the field.

        Args:
            name: objectName.
            label: What stands before it.
            tr: The screen's language.
            commit: See `Field`.
            options: Values (hashable) with their names; no two names may be alike.
            placeholder: Shown while nothing is chosen.
            rest: See `Field`.
        """
        super().__init__(name, label, tr, commit, **rest)
        self._options = tuple(options)
        self._values = {text: value for value, text in options}
        self._texts = dict(options)
        self.editor = _SearchBox()
        # Measuring each of thousands of names would take as long as reading the file.
        self.editor.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.editor.setMinimumContentsLength(18)
        self.editor.setEditable(True)
        self.editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = LineEdit()
        self.editor.setLineEdit(self.line)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(label)
        self.line.setObjectName(f"{name}_line")
        names = QStringListModel([text for _, text in options], self.editor)
        self.editor.setModel(names)
        self.editor.setCurrentIndex(-1)
        self.editor.setCompleter(self._completer(names))
        self._adopt(self.editor)
        self._editors.addWidget(self.editor, 1)
        self.editor.activated.connect(lambda _place: self.commit())
        self.line.finished.connect(self.commit)
        self.line.dropped.connect(self.restore)

    def _completer(self, names: QStringListModel) -> QCompleter:
        made = QCompleter(self.editor)
        if (popup := made.popup()) is not None:
            theme.dress(popup)  # Qt gives it no parent; with thousands of names it takes longer
        made.setModel(names)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        made.setMaxVisibleItems(_SHOWN)
        return made

    def read(self) -> Any:
        text = self.line.text().strip()
        if not text:
            return None
        if text in self._values:
            return self._values[text]
        folded = text.casefold()
        found = [value for value, name in self._options if folded in name.casefold()]
        if len(found) == 1:
            return found[0]
        said = N_("“{text}” is none of the values.")
        if found:
            said = N_("“{text}” stands in {count} values; choose one of them.")
        raise Refused(said, field=self.name, text=text, count=len(found))

    def write(self, value: Any) -> None:
        text = self._texts.get(value, "")
        self.editor.setCurrentIndex(self.editor.findText(text) if text else -1)
        if self.line.text() != text:
            self.line.setText(text)
        self.line.setCursorPosition(0)
        self.editor.setToolTip(plain_tip(text))  # a long name may be longer than the box
        self.line.setModified(False)

    def editors(self) -> list[QWidget]:
        return [self.editor]
