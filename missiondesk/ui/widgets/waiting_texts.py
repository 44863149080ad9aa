# SPDX-License-Identifier: Apache-2.0
"""What fields refused for a record waits until that record is shown in them again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.untaken import Untaken, note_holder


class WaitingTexts:
    """Such texts of the fields of one widget, a `Keeper` that gives them away as `all`."""

    def __init__(self, keeper: QWidget) -> None:
        self._keeper = keeper
        self._texts: dict[tuple[str, str], Untaken] = {}

    def all(self) -> Sequence[Untaken]:
        """What was refused for other records than those shown, whose fields say it themselves."""
        return tuple(self._texts.values())

    def show(self, field: Field, record: str, value: Any, *, again: bool) -> None:
        """Show what a field has of a record.

        Args:
            field: What it refused for another record was put by before.
            record: Id of the record.
            value: As the field shows it.
            again: It shows this record already.
        """
        field.show_value(value, again=again)
        if not again:
            field.restore()
            field.record = record
            self.give_back(field, record)

    def give_back(self, field: Field, record: str) -> None:
        """Type what waits for a field and a record into it again."""
        if (waits := self._texts.pop((record, field.name), None)) is not None:
            field.type_again(waits)

    def put_by(self, field: Field) -> None:
        """Keep what a field refused before it shows another record or goes."""
        for one in field.untaken():
            self.keep(one)

    def keep(self, untaken: Untaken) -> None:
        """Keep a text."""
        self._texts[untaken.record, untaken.field] = untaken
        note_holder(self._keeper)

    def forget(self, untaken: Untaken) -> None:
        """Let go of what waits for a record that is no more."""
        self._texts.pop((untaken.record, untaken.field), None)
