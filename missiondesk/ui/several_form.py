# SPDX-License-Identifier: Apache-2.0
"""Asks for one field and the value that all chosen rows of a list are to have, and sets it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from missiondesk.domain.entities import Entity
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.several import SETTABLE, Asks, NotSet, Settable
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.fields import ChoiceField, PeriodField, worded_options
from missiondesk.ui.widgets.looks import look, push_button, row, text_label
from missiondesk.ui.widgets.table import ReadTable

if TYPE_CHECKING:
    from missiondesk.ui.widgets.field import Field

_WIDE = 280  # px at 100 %: the label of a value names its field, on one line if it can
_MOST = 5  # refusals that are told; more would push the list off the page


class SeveralForm(QFrame):
    """Folded until it is asked for.

    Attributes:
        folded: It was folded (True) or opened.
        value: The editor of the chosen field.
    """

    folded = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        table: ReadTable[Any],
        kind: type[Entity],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look(self, "card")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._table, self._kind, self._name = table, kind, table.objectName()
        self._left: list[str] = []  # those that can take the value when others cannot
        self.value: Field | None = None
        self.field = ChoiceField(f"{self._name}Field", tr.say("Field"), tr, self._show, above=True)
        self.field.set_options([(one, tr.say(one.word)) for one in SETTABLE[kind]])
        self.set_button = push_button("", f"{self._name}Set", self.set, "primary")
        self.rest_button = push_button("", f"{self._name}SetRest", self.set_rest, "link")
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName(f"{self._name}NotSet")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._values = QHBoxLayout()
        self._values.setContentsMargins(0, 0, 0, 0)
        self._values.setSpacing(16)
        self._values.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        self._values.addStretch(1)
        leave = push_button(self._tr.say("Leave it"), f"{self._name}Leave", self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(self._values)
        layout.addWidget(self.refusal)
        layout.addWidget(row(self.set_button, leave, self.rest_button, None))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)

    # -- asking --------------------------------------------------------------------------
    def show_count(self, count: int) -> None:
        """So many rows are chosen now."""
        verb = self._tr.plural("Change {count} row", "Change {count} rows", count)
        self.set_button.setText(verb)
        self.set_button.setAccessibleName(verb)

    def ask(self) -> None:
        """Open, with the cursor in the choice of the field."""
        self._forget()
        self.show()
        self.folded.emit(False)
        if self.value is None:
            self.field.write(SETTABLE[self._kind][0])
            self.field.commit()
        self.field.focus_editor()

    def fold(self) -> None:
        """Ask no more."""
        self.hide()
        self.folded.emit(True)

    def leave(self) -> None:
        """Ask no more and go back to the list; the rows stay chosen."""
        self.fold()
        self._table.setFocus()

    def _show(self, field: Settable) -> None:
        """Make the editor of the field that was chosen."""
        self._forget()
        if self.value is not None:
            self._values.removeWidget(self.value)
            self.value.hide()
            self.value.deleteLater()
        self.value = self._editor(field)
        self.value.setMinimumWidth(scaled(_WIDE))
        self.value.label.setWordWrap(False)  # on a second line it would push its editor down
        self._values.insertWidget(1, self.value, 0, Qt.AlignmentFlag.AlignTop)
        self._allow_when_chosen(self.value)
        QWidget.setTabOrder(self.field.editors()[-1], self.value.editors()[0])
        QWidget.setTabOrder(self.value.editors()[-1], self.set_button)

    def _editor(self, field: Settable) -> Field:
        tr, name = self._tr, f"{self._name}Value"
        label = tr.say("New value: {field}", field=tr.say(field.word))
        if field.of is Asks.DATE:
            return PeriodField(name, label, tr, today=self._desk.this_day, above=True)
        options: Sequence[tuple[Any, str]]
        if isinstance(field.of, Asks):
            offices = field.of is Asks.OFFICE
            options = (office_options if offices else mission_options)(self._desk, tr)
        else:
            options = worded_options(field.of, tr)
        none = tr.say(field.none) if field.none else None
        made = ChoiceField(name, label, tr, options=options, none=none, above=True)
        made.editor.setCurrentIndex(-1)  # a value that nobody chose may not stand there ready
        return made

    def _allow_when_chosen(self, value: Field) -> None:
        """Let the change be made once something was chosen or typed; a date may be typed away."""
        allow = self.set_button.setEnabled
        allow(False)
        for line in value.findChildren(QLineEdit):
            line.textChanged.connect(lambda _text: allow(True))
        for box in value.findChildren(QComboBox):
            box.currentIndexChanged.connect(lambda place: allow(place >= 0))

    # -- doing ---------------------------------------------------------------------------
    def set(self) -> None:
        """Set it for all chosen rows, or for none and say why."""
        self._set(self._table.marked_keys())

    def set_rest(self) -> None:
        """Set it for those that can take it: that was asked."""
        self._set(self._left)

    def _set(self, keys: Sequence[str]) -> None:
        self._forget()
        field = self.field.value()
        if self.value is None or field is None:
            return
        try:
            value = self.value.read()
            refused = self._desk.several.set(self._kind, keys, field, value)
        except Refused as refusal:
            self.value.refuse(self._tr.tell(refusal.message))
            self.value.focus_editor()
            return
        if refused:
            self._tell(keys, refused)
            return
        self.leave()
        self._hub.say(
            self._tr.plural(
                "{field} is changed in {count} row",
                "{field} is changed in {count} rows",
                len(keys),
                field=self._tr.say(field.word),
            ),
            undoable=True,
        )

    def _tell(self, keys: Sequence[str], refused: Sequence[NotSet]) -> None:
        """Say what does not fit; nothing was written."""
        tr = self._tr
        head = tr.plural(
            "Nothing is changed, because {count} row cannot take the value:",
            "Nothing is changed, because {count} rows cannot take the value:",
            len(refused),
        )
        lines = [f"{one.name}: {tr.tell(one.why)}" for one in refused[:_MOST]]
        more = len(refused) - len(lines)
        if more > 0:
            lines.append(tr.plural("and {count} more", "and {count} more", more))
        self.refusal.setText("\n".join((head, *lines)))
        self.refusal.show()
        kept = {one.key for one in refused}
        self._left = [key for key in keys if key not in kept]
        if self._left:
            verb = tr.plural(
                "Change the {count} other row", "Change the {count} other rows", len(self._left)
            )
            self.rest_button.setText(verb)
            self.rest_button.setAccessibleName(verb)
            self.rest_button.show()
            self.rest_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self._left = []
        self.refusal.hide()
        self.rest_button.hide()
        if self.value is not None:
            self.value.clear_refusal()
