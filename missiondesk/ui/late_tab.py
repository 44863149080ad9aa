# SPDX-License-Identifier: Apache-2.0
"""A tab that is made when it is first looked at, and read again only when it has to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.ui.in_turns import InTurns


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
        frame: What the tab stands in, or None for nothing.
    """

    def __init__(
        self,
        make: Callable[[], T],
        above: int = 0,
        frame: Callable[[QWidget], QWidget] | None = None,
    ) -> None:
        super().__init__()
        self._make, self._frame = make, frame
        self._made: T | None = None
        self._changes, self._read = 1, 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, above, 0, 0)

    @property
    def made(self) -> T:
        """The tab as it was last read; it is made when nobody has looked at it before."""
        if self._made is None:
            self._made = self._make()
            widget = cast("QWidget", self._made)
            self._layout.addWidget(self._frame(widget) if self._frame else widget)
        return self._made

    @property
    def stale(self) -> bool:
        """Whether it has to be read again."""
        return self._read != self._changes

    @stale.setter
    def stale(self, stale: bool) -> None:
        if stale:
            self._changes += 1
        else:
            self._read = self._changes

    def fresh(self) -> T:
        """The tab as of now."""
        made = self.made
        if self.stale:
            self.stale = False
            made.refresh()
        return made

    def in_parts(self) -> Iterator[None]:
        """Make and read the tab with pauses.

        A tab that takes long may offer ``read_in_parts`` beside `Tab.refresh`.
        """
        made = self.made
        yield
        parts = getattr(made, "read_in_parts", None)
        if self.stale and parts is not None:
            begun = self._changes
            yield from parts()
            if begun == self._changes:
                self.stale = False
        self.fresh()
        yield


class InFront(QObject):
    """Has the tab in front made and read: a small workspace's at once, a government's between
    events, so that the page stands and answers meanwhile.

    Args:
        large: Says whether reading a tab at once would be felt.
        parent: Ends with it.
    """

    def __init__(self, large: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._large = large
        self._turns = InTurns(self)

    def bring(self, holder: LateTab[Any], then: Callable[[], object]) -> None:
        """Bring the tab up to date; ``then`` says above it what it shows."""
        if self._large():
            self._turns.begin_next(holder.in_parts(), then)
        else:
            self._turns.stop()
            holder.fresh()
            then()


def maker_of(package: str, file_and_class: str) -> Callable[..., Any]:
    """The class named "file:Class" of a package of pages; its file is loaded now, not before."""
    file, _, name = file_and_class.partition(":")
    return cast("Callable[..., Any]", getattr(import_module(f"{package}.{file}"), name))
