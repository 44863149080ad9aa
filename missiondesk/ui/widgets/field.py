# SPDX-License-Identifier: Apache-2.0
"""One field of a form: label, editor, and beneath it what a rule or the check has to say of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QWidget,
)

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.widgets.editors import LineEdit, TextEdit
from missiondesk.ui.widgets.field_frame import FieldFrame
from missiondesk.ui.widgets.untaken import Untaken, note_holder


class Field(FieldFrame):
    """Base of all fields; a subclass makes its editors and translates between text and value.

    Attributes:
        committed: A new value was taken (after ``commit`` let it through).
        name: Name of the dataclass field that it edits; also its objectName.
        writes: Whether what it takes goes into a record; a choice of what is shown does not.
        record: Id of the record that it shows, "" where nobody told it.
    """

    committed = Signal(object)

    def __init__(
        self,
        name: str,
        label: str,
        tr: Translator,
        commit: Callable[[Any], object] | None = None,
        *,
        hint: str = "",
        above: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the field.

        Args:
            name: Name of the dataclass field.
            label: What stands before it.
            tr: The screen's language.
            commit: Gets the new value and may raise `Refused`, which is then shown here and the
                typed text stays.
            hint: One quiet line under the editor.
            above: Label above instead of before the editor.
            parent: Qt parent.
        """
        super().__init__(name, label, tr, hint, above, parent)
        self._commit_to = commit
        self.writes = commit is not None
        self.record = ""
        self._shown: Any = None

    # -- what a subclass does ----------------------------------------------------------
    def read(self) -> Any:
        """The value of what stands in the editors.

        Raises:
            Refused: It cannot be read as a value.
        """
        raise NotImplementedError

    def write(self, value: Any) -> None:
        """Put the value into the editors."""
        raise NotImplementedError

    # -- value -------------------------------------------------------------------------
    def value(self) -> Any:
        """The value as last shown or committed."""
        return self._shown

    def show_value(self, value: Any, *, again: bool = False) -> None:
        """Show a value without committing it; what is being typed at the moment stays.

        Args:
            value: What is in the record.
            again: It is the record that was shown before, so text that was refused stays too.
        """
        stays = any(editor.hasFocus() for editor in self.editors()) and self._differs()
        self._shown = value
        if again and self.untaken():
            stays = stays or self._differs()
        if not stays:
            self.write(value)
            self.clear_refusal()

    def restore(self) -> None:
        """Put back what was there before the typing."""
        self.write(self._shown)
        self.clear_refusal()

    def commit(self) -> bool:
        """Take what stands in the editors; False when it was refused."""
        try:
            value = self.read()
            if value != self._shown:
                if self._commit_to is not None:
                    self._commit_to(value)
                self._shown = value
                self.committed.emit(value)
        except Refused as refused:
            self.refuse(self.tr_.tell(refused.message))
            return False
        self.clear_refusal()
        self.write(self._shown)
        return True

    def is_being_typed(self) -> bool:
        """Whether what stands in the editors is not committed yet."""
        return self._differs()

    def _differs(self) -> bool:
        try:
            return bool(self.read() != self._shown)
        except Refused:
            return True

    def untaken(self) -> tuple[Untaken, ...]:
        """What was typed for a record and refused."""
        texts = tuple(editor.text() for editor in self._typed_in())
        if not self.writes or self.refusal.isHidden() or not texts:
            return ()
        why = self.refusal.text()
        return (Untaken(self.record, self.name, self.label_text, texts, why),)

    def type_again(self, untaken: Untaken) -> None:
        """Put back what was typed and refused."""
        for editor, text in zip(self._typed_in(), untaken.texts, strict=False):
            editor.put(text)
        self.refuse(untaken.why)

    def _typed_in(self) -> list[LineEdit | TextEdit]:
        return [one for one in self.editors() if isinstance(one, LineEdit | TextEdit)]

    def refuse(self, sentence: str) -> None:
        """Say why what was typed is not taken."""
        note_holder(self)
        super().refuse(sentence)
