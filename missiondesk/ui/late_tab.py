# SPDX-License-Identifier: Apache-2.0
"""A tab that is made when it is first looked at, and read again only when it has to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.ui.in_turns import InTurns

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk


class Tab(Protocol):
    """A QWidget that does not listen to the hub: its page has it refreshed."""

    def refresh(self) -> None:
        """Read everything from the desk again."""


T = TypeVar("T", bound=Tab)


class LateTab(QWidget, Generic[T]):
    """Stands in the row of tabs for what is made later.

    Args:
        make: Makes the tab.
        above: Room above it in px.

    Attributes:
        stale: It has to be read again.
    """

    def __init__(self, make: Callable[[], T], above: int = 0) -> None:
        super().__init__()
        self._make = make
        self._made: T | None = None
        self.stale = True
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, above, 0, 0)

    @property
    def made(self) -> T:
        """The tab as it was last read; it is made when nobody has looked at it before."""
        if self._made is None:
            self._made = self._make()
            self._layout.addWidget(cast("QWidget", self._made))
        return self._made

    def fresh(self) -> T:
        """The tab as of now."""
        made = self.made
        if self.stale:
            self.stale = False
            made.refresh()
        return made


class InFront(QObject):
    """Has the tab in front made and read: a small workspace's at once, a government's between
    events, so that the page stands and answers meanwhile.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turns = InTurns(self)

    def bring(self, holder: LateTab[Any], then: Callable[[], object]) -> None:
        """Bring the tab up to date; ``then`` says above it what it shows."""
        if self._desk.large:
            self._turns.begin_next(_made_and_read(holder), then)
        else:
            self._turns.stop()
            holder.fresh()
            then()


def _made_and_read(holder: LateTab[Any]) -> Iterator[object]:
    yield holder.made
    yield holder.fresh()


def maker_of(package: str, file_and_class: str) -> Callable[..., Any]:
    """The class named "file:Class" of a package of pages; its file is loaded now, not before."""
    file, _, name = file_and_class.partition(":")
    return cast("Callable[..., Any]", getattr(import_module(f"{package}.{file}"), name))
