# SPDX-License-Identifier: Apache-2.0
"""What lies over the window when it is asked for: the list of jobs, and the palette.

Made when it is first asked for, so that the first page does not wait for it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
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
        from missiondesk.ui.search.commands import page_commands
        from missiondesk.ui.search.palette import Palette

        window = self._window
        return Palette(
            window.desk,
            window.hub,
            self._tr,
            self._content,
            lambda: {**page_commands(window.pages.currentWidget()), **window.menus.actions},
            window.way.records,
            window.navigate,
        )
