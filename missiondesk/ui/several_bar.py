# SPDX-License-Identifier: Apache-2.0
"""Below a list of which several rows are chosen: one field for all of them, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from missiondesk.domain.entities import Entity
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.several import SETTABLE, Asks, NotSet, Settable
from missiondesk.ui.choices import mission_options, office_options
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.fields import ChoiceField, PeriodField, worded_options
from missiondesk.ui.widgets.looks import look, push_button, row, text_label
from missiondesk.ui.widgets.table import ReadTable

if TYPE_CHECKING:
    from missiondesk.ui.widgets.field import Field

_MOST = 5  # refusals that are told; more would push the list off the page


class SeveralBar(QWidget):
    """Says how many rows are chosen, and asks for the field and its value when it is wanted.

    Args:
        table: The list; each row's key is the id of a record of ``kind``.
    """

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
        self.setObjectName(f"{table.objectName()}Several")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._table, self._kind = table, kind
        self._left: list[str] = []  # those that can take the value when others cannot
        self.value: Field | None = None
        self._lay_out(table.objectName())
        table.marked.connect(self._count)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._offer)
        self._count(0)

    # -- building ------------------------------------------------------------------------
    def _lay_out(self, name: str) -> None:
        say = self._tr.say
        self.said = text_label("", "strong")
        self.said.setObjectName(f"{name}Marked")
        self.open_button = push_button(say("Change a field for all…"), f"{name}Change", self.ask)
        self.form = look(QFrame(), "card")
        # Made by hand, because a field's own commit would write while it is still being chosen.
        self.field = ChoiceField(f"{name}Field", say("Field"), self._tr, self._show, above=True)
        self.field.set_options([(one, say(one.word)) for one in SETTABLE[self._kind]])
        self.set_button = push_button("", f"{name}Set", self.set, "primary")
        leave = push_button(say("Leave it"), f"{name}Leave", self.leave)
        self._values = QHBoxLayout()
        self._values.setContentsMargins(0, 0, 0, 0)
        self._values.setSpacing(16)
        self._values.addWidget(self.field)
        self._values.addStretch(1)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName(f"{name}NotSet")
        self.rest_button = push_button("", f"{name}SetRest", self.set_rest, "link")
        inner = QVBoxLayout(self.form)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(8)
        inner.addLayout(self._values)
        inner.addWidget(self.refusal)
        inner.addWidget(row(self.set_button, leave, self.rest_button, None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(row(self.said, self.open_button, None))
        layout.addWidget(self.form)
        self._fold(True)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.form)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)

    # -- asking --------------------------------------------------------------------------
    def _count(self, count: int) -> None:
        tr = self._tr
        several = count > 1 and not self._desk.read_only
        if not several:
            self._fold(True)
        self.setVisible(several)
        self.said.setText(tr.plural("{count} row is chosen", "{count} rows are chosen", count))
        verb = tr.plural("Change {count} row", "Change {count} rows", count)
        self.set_button.setText(verb)
        self.set_button.setAccessibleName(verb)

    def _offer(self, place: QPoint) -> None:
        """The context menu of the list, by the right button or the menu key."""
        menu = QMenu(self._table)
        menu.setObjectName(f"{self._table.objectName()}Menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        act = menu.addAction(self._tr.say("Change a field for all…"), self.ask)
        act.setEnabled(len(self._table.marked_keys()) > 1 and not self._desk.read_only)
        menu.addAction(self._tr.say("Copy"), self._table.copy)
        menu.popup(self._table.viewport().mapToGlobal(place))

    @property
    def in_front(self) -> bool:
        """Whether its list is on the screen."""
        return self._table.isVisible()

    def ask(self) -> None:
        """Ask for the field; with fewer than two rows say that they have to be chosen first."""
        if self.isHidden():
            self._hub.say(self._tr.say("Choose two or more rows first, with Shift or Ctrl."))
            self._table.setFocus()
            return
        self._forget()
        self._fold(False)
        if self.value is None:
            self.field.write(SETTABLE[self._kind][0])
            self.field.commit()
        self.field.focus_editor()

    def leave(self) -> None:
        """Ask no more; the rows stay chosen."""
        self._fold(True)
        self._table.setFocus()

    def _fold(self, folded: bool) -> None:
        self.form.setVisible(not folded)
        self.open_button.setVisible(folded)

    def _show(self, field: Settable) -> None:
        """Make the editor of the field that was chosen."""
        self._forget()
        if self.value is not None:
            self._values.removeWidget(self.value)
            self.value.hide()
            self.value.deleteLater()
        self.value = self._editor(field)
        self._values.insertWidget(1, self.value)
        QWidget.setTabOrder(self.field.editors()[-1], self.value.editors()[0])
        QWidget.setTabOrder(self.value.editors()[-1], self.set_button)

    def _editor(self, field: Settable) -> Field:
        tr, name = self._tr, f"{self._table.objectName()}Value"
        label = tr.say("New value: {field}", field=tr.say(field.word))
        if field.of is Asks.DATE:
            return PeriodField(name, label, tr, today=self._desk.today, above=True)
        options: Sequence[tuple[Any, str]]
        if isinstance(field.of, Asks):
            offices = field.of is Asks.OFFICE
            options = (office_options if offices else mission_options)(self._desk, tr)
        else:
            options = worded_options(field.of, tr)
        none = tr.say(field.none) if field.none else None
        made = ChoiceField(name, label, tr, options=options, none=none, above=True)
        made.editor.setCurrentIndex(0)
        return made

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
