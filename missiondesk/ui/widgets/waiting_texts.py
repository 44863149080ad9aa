# SPDX-License-Identifier: Apache-2.0
"""Fields of one record at a time that stand in no form: what was refused waits for its record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.untaken import Untaken, note_holder


class WaitingTexts(QWidget):
    """Keeps what its fields did not take until their record is shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._untaken: dict[tuple[str, str], Untaken] = {}

    def show_values(self, record: str, values: Sequence[tuple[Field, Any]]) -> None:
        """Show what each field has of a record."""
        for field, value in values:
            other = field.record != record
            if other:
                self._put_by(field)
            field.show_value(value, again=not other)
            if other:
                field.restore()
                field.record = record
                if (waits := self._untaken.pop((record, field.name), None)) is not None:
                    field.type_again(waits)

    def _put_by(self, field: Field) -> None:
        for one in field.untaken():
            self._untaken[one.record, one.field] = one
            note_holder(self)

    def untaken(self) -> Sequence[Untaken]:
        """What was refused for other records than the one shown."""
        return tuple(self._untaken.values())

    def forget(self, untaken: Untaken) -> None:
        """Let go of what waits for a record that is no more."""
        self._untaken.pop((untaken.record, untaken.field), None)
