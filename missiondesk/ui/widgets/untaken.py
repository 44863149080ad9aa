# SPDX-License-Identifier: Apache-2.0
"""Text that a field refused: it stands on the screen and in no record, so it is not saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, cast, runtime_checkable
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtWidgets import QWidget

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Untaken:
    """What one field did not take.

    Attributes:
        record: Id of the record that it was typed for, "" where the field knows none.
        field: The field's name.
        label: What stands before it.
        texts: What stands in its editors, one by one.
        why: The sentence that refused it.
        words: What was typed, where ``texts`` hold more than that.
    """

    record: str
    field: str
    label: str
    texts: tuple[str, ...]
    why: str
    words: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """What was typed, to be read."""
        return " ".join(filter(None, self.words or self.texts))


class Holder(Protocol):
    """A field, or a form that keeps what was typed for other records than the one it shows."""

    def untaken(self) -> Sequence[Untaken]:
        """What it holds now."""


@runtime_checkable
class Keeper(Holder, Protocol):
    """A holder that keeps texts for records that it does not show."""

    def forget(self, untaken: Untaken) -> None:
        """Let go of what waits for a record that is no more."""


@runtime_checkable
class LateKeeper(Keeper, Protocol):
    """A keeper whose fields come when the events have come round."""

    def keep(self, untaken: Untaken) -> bool:
        """Take a text for when its field is there; False when there will be none."""


# In the order in which they first held something; what they hold now they say themselves.
_HOLDERS: WeakKeyDictionary[QWidget, None] = WeakKeyDictionary()


def note_holder(widget: QWidget) -> None:
    """A widget that is a `Holder` may hold such text from now on."""
    _HOLDERS[widget] = None


def untaken_in(room: QWidget) -> Iterator[tuple[QWidget, Untaken]]:
    """All such text in a window or a part of it, with the widget that holds it."""
    for widget in list(_HOLDERS):
        if not shiboken6.isValid(widget):
            del _HOLDERS[widget]
        elif room.isAncestorOf(widget):
            for one in cast(Holder, widget).untaken():
                yield widget, one
