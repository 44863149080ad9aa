# SPDX-License-Identifier: Apache-2.0
"""What the window expects of a page, and the names by which pages send each other to records."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, runtime_checkable

# navigate("missions", mission_id) shows a record; navigate("missions", None) the page alone.
# A record may carry a part after "#": navigate("missions", "<id>#baseline_value") also moves the
# focus to that field.
Navigate = Callable[[str, str | None], None]


# navigate(PageName.IMPORT, ASK_FOR_FILE) asks for the file to import; the id of a metric instead
# asks for one that feeds it.
ASK_FOR_FILE = "ask"


class PageName(StrEnum):
    """The pages, in the order of the side bar."""

    OVERVIEW = "overview"
    MISSIONS = "missions"
    INITIATIVES = "initiatives"
    SCORECARD = "scorecard"
    ROADMAP = "roadmap"
    LETTERS = "letters"
    ORGANISATION = "organisation"
    IMPORT = "import"
    HISTORY = "history"


class Page(Protocol):
    """One page of the window, a QWidget built as ``XPage(desk, hub, tr, navigate, parent)``.

    The window rebuilds its pages when the language changes, so a page has no retranslation. It
    connects to ``hub.changed`` itself and reloads only when ``step.touches(...)`` concerns it.
    """

    def refresh(self) -> None:
        """Read everything from the desk again."""

    def show_record(self, key: str) -> None:
        """Bring the record ``key`` (or ``key#field``) into view and choose it."""

    def count(self) -> int | None:
        """The number beside its name in the side bar, or None for none."""


@runtime_checkable
class Printable(Protocol):
    """A page that answers Ctrl+P; without this the menu's "Print" is grey on it."""

    def print_page(self) -> None:
        """Ask for the printer and print what the page shows."""


@runtime_checkable
class Returnable(Protocol):
    """A page that opens records; when the window is built anew, the same one is opened again."""

    def record(self) -> str:
        """What `show_record` has to be given to come back to what is shown; "" for the list."""


def split_key(key: str) -> tuple[str, str]:
    """The record's id and the field's name ("" for none) of what `Navigate` was given."""
    record, _, field = key.partition("#")
    return record, field
