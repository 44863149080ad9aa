# SPDX-License-Identifier: Apache-2.0
"""Makes the window of a workspace while its file is still looked through."""

from __future__ import annotations

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.saving import Unavailable
from missiondesk.system.settings import Settings
from missiondesk.ui.hub import Hub
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.theme import let_go


def window_of(desk: Desk, tr: Translator, settings: Settings) -> MainWindow:
    """The window, not shown yet, of a file in which nothing is wrong.

    Raises:
        Unavailable: Something is; the desk is closed.
    """
    hub = Hub(desk)
    window: MainWindow | None = None
    try:
        try:
            window = MainWindow(desk, hub, tr, settings)
            hub.setParent(window)
        finally:
            # Where a page could not be made of it, what is wrong with the file comes first.
            desk.require_sound()
    except Unavailable:
        if window is not None:
            window.stop()
            let_go(window)
        desk.close(discard=True)
        raise
    return window
