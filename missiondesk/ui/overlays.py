# SPDX-License-Identifier: Apache-2.0
"""What lies over the window when it is asked for: the list of jobs, and the palette.

Made when it is first asked for, so that the first page does not wait for it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from missiondesk.ui.pages import BeginsHere, PageName

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from missiondesk.language import Translator
    from missiondesk.ui.jobs_panel import JobsPanel
    from missiondesk.ui.main_window import MainWindow
    from missiondesk.ui.search.palette import Palette


class Overlays(QObject):
    """Those of one window in one language; they go with the ``content`` over which they lie."""

    def __init__(self, window: MainWindow, tr: Translator, content: QWidget) -> None:
        super().__init__(content)
        self._window, self._tr, self._content = window, tr, content

    @cached_property
    def jobs(self) -> JobsPanel:
        """The list of jobs."""
        from missiondesk.ui.jobs_panel import JobsPanel

        return JobsPanel(self._window.hub, self._tr, self._content)

    @cached_property
    def palette(self) -> Palette:
        """Every action and every record, found by typing."""
        from missiondesk.ui.search.palette import Palette

        window = self._window
        return Palette(
            window.desk,
            window.hub,
            self._tr,
            self._content,
            self._commands,
            window.way.records,
            window.navigate,
        )

    def _commands(self) -> dict[str, QAction]:
        """Those of the page in front, what is begun on another one, and those of the menu."""
        from missiondesk.ui.search.commands import begun_elsewhere, page_commands

        window = self._window
        front = window.pages.currentWidget()
        writes = not window.desk.read_only
        elsewhere = begun_elsewhere(front, self._tr, self._begin) if writes else {}
        return {**page_commands(front), **elsewhere, **window.menus.actions}

    def _begin(self, page: PageName, _checked: bool = False) -> None:
        self._window.show_page(page)
        begun: object = self._window.pages.currentWidget()
        if isinstance(begun, BeginsHere):
            begun.begin_here()
