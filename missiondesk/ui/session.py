# SPDX-License-Identifier: Apache-2.0
"""Where the user was when the window closed, and the way back there at the next start.

Only workspaces that stand in the list of recent ones are remembered; a confidential one never does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.system.settings import Session, Settings
from missiondesk.ui.pages import PageName, Returnable

if TYPE_CHECKING:
    from missiondesk.ui.application import Application
    from missiondesk.ui.main_window import MainWindow


def session_of(window: MainWindow, settings: Settings) -> Session | None:
    """Workspace, page and record of a window; None when its workspace is not to be remembered."""
    path = window.desk.path
    if path is None or window.desk.confidential.on or str(path.absolute()) not in settings.recent:
        return None
    name = window.pages.current()
    page: object = window.pages.page(name)
    record = page.record() if isinstance(page, Returnable) else ""
    return Session(str(path.absolute()), name, record)


def left_with(window: MainWindow, settings: Settings) -> Settings:
    """The settings when a window closes: place, session, and how its lists were narrowed."""
    from missiondesk.ui.kept_filters import gathered

    filters = gathered(window.pages, window.pages.kept_filters)
    left = settings.left(window.desk.path, session_of(window, settings), filters)
    return with_folders(window, left)._replace(window=window.place())


def with_folders(window: MainWindow, settings: Settings) -> Settings:
    """The settings with the folders that files were chosen in; of a confidential workspace none."""
    if window.desk.confidential.on:
        return settings
    return settings._replace(folders=window.folders.to_keep())


def resume(application: Application, session: Session) -> None:
    """Open the workspace at the page and record; why it cannot be is said by opening it."""
    application.resumed = session
    try:
        application.open(Path(session.workspace))
    finally:
        application.resumed = None


def go_back(window: MainWindow, session: Session | None) -> None:
    """Go where the user was, if that is the workspace."""
    if session is None:
        return
    if window.desk.path == Path(session.workspace) and session.page in list(PageName):
        window.navigate(session.page, session.record or None)
