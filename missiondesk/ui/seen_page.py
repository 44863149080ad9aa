# SPDX-License-Identifier: Apache-2.0
"""What nobody looks at is not read again: a page follows the workspace only while it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.entities import Entity
from missiondesk.domain.step import Step
from missiondesk.ui.widgets.steady import place_kept

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from missiondesk.ui.hub import Hub

    _Widget = QWidget
else:
    _Widget = object


class SeenPage(_Widget):
    """Stands before the widget among a page's bases and calls its `refresh` when it is time.

    Attributes:
        stale: Something was changed since the page was read.
    """

    stale = True
    _kinds: tuple[type[Entity], ...] = ()

    def follow(self, hub: Hub, *kinds: type[Entity]) -> None:
        """Read again after each change: at once while it is seen, else when it is shown.

        Args:
            hub: Tells of the changes.
            kinds: Those that the page shows; all when none is named.
        """
        self._kinds = kinds
        hub.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read everything from the desk again."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Refresh, and be up to date."""
        self.refresh()
        self.stale = False

    def read_if_stale(self) -> None:
        """Refresh if something was changed meanwhile."""
        if self.stale:
            self.read_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_if_stale()

    def _changed(self, step: Step) -> None:
        if self._kinds and not step.touches(*self._kinds):
            return
        if self.isVisible():
            with place_kept(self):
                self.read_again()
        else:
            self.stale = True
