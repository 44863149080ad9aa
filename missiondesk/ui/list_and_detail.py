# SPDX-License-Identifier: Apache-2.0
"""A page of two faces, a list and the record that is opened; what is out of sight is read late."""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar, cast

from PySide6.QtWidgets import QStackedLayout, QTabBar, QWidget

from missiondesk.domain.entities import Entity
from missiondesk.domain.step import Step
from missiondesk.ui.hub import Hub
from missiondesk.ui.widgets.steady import place_kept
from missiondesk.ui.widgets.table import ReadTable


class Listing(Protocol):
    """The list, a widget."""

    table: ReadTable[Any]

    def refresh(self) -> None:
        """Read all rows again."""


class Detail(Protocol):
    """The opened record, a widget."""

    @property
    def key(self) -> str:
        """Its id, "" for none."""

    def refresh(self) -> None:
        """Read the record again."""


L = TypeVar("L", bound=Listing)
D = TypeVar("D", bound=Detail)


class ListAndDetail(QWidget, Generic[L, D]):
    """A page sets up its two faces and says how a record is opened.

    Attributes:
        list: The face that lists.
        view: The face that shows one record.
    """

    list: L
    view: D

    def set_up(self, listing: L, detail: D, hub: Hub, shown: tuple[type[Entity], ...]) -> None:
        """Stack both faces, the list in front; Steps that touch ``shown`` make them stale."""
        self.list, self.view, self._shown = listing, detail, shown
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for face in (listing, detail):
            self._stack.addWidget(cast("QWidget", face))
        self._stale = {"list": True, "view": True}
        hub.changed.connect(self._changed)

    @property
    def listed(self) -> bool:
        """Whether the list is in front."""
        return self._stack.currentIndex() == 0

    def refresh(self) -> None:
        """Read what is in front again, the other when it is looked at."""
        self._stale = {"list": True, "view": True}
        self._freshen()

    def _freshen(self) -> None:
        name = "list" if self.listed else "view"
        if self._stale[name]:
            self._stale[name] = False
            with place_kept(self):
                (self.list if self.listed else self.view).refresh()

    def open_detail(self) -> None:
        """Bring the record's face to the front; the caller shows the record on it at once."""
        came = self.listed
        self._stale["view"] = False
        self._stack.setCurrentIndex(1)
        tabs = cast("QWidget", self.view).findChild(QTabBar)
        if came and tabs is not None:
            tabs.setFocus()  # else the focus would go on to whatever comes after the list

    def show_list(self) -> None:
        """Leave the record for the list, with the record chosen there."""
        self._stack.setCurrentIndex(0)
        self._freshen()
        if self.view.key:
            self.list.table.select(self.view.key)
        self.list.table.setFocus()

    def showEvent(self, event: object) -> None:
        self._freshen()

    def _changed(self, step: Step) -> None:
        if not step.touches(*self._shown):
            return
        self._stale = {"list": True, "view": True}
        if self.isVisible():
            self._freshen()
