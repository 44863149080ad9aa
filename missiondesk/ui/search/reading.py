# SPDX-License-Identifier: Apache-2.0
"""Reads a large workspace for searching beside the screen, once, before the first search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from missiondesk.services.desk import Desk
from missiondesk.services.search_index import SearchIndex
from missiondesk.ui.hub import Hub


class Reading(QObject):
    """Asked before each search whether it can be done at once.

    Args:
        then: Called when what was read is there.
        label: What the work is called on the screen.
    """

    def __init__(
        self, desk: Desk, hub: Hub, label: str, then: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._label, self._then = desk, hub, label, then
        self._runs = False

    def goes_on(self) -> bool:
        """Whether the workspace is being read; a search has to wait for `then`."""
        if not self._runs and self._desk.search.takes_long:
            self._runs = True
            now = self._desk.situation
            self._hub.tasks.run(
                self._label,
                lambda _progress: SearchIndex.of(now),
                self._take,
                self._fail,
                self,
                listed=True,
            )
        return self._runs

    def _take(self, index: SearchIndex) -> None:
        self._runs = False
        self._desk.search.take(index)
        self._then()

    def _fail(self, error: BaseException) -> None:
        self._runs = False
        raise error
