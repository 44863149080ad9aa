# SPDX-License-Identifier: Apache-2.0
"""Which workspaces stand on the list of those opened lately: none that is closed to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.ui.session import with_folders

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.system.settings import Settings
    from missiondesk.ui.application import Application


def note_opened(application: Application, desk: Desk) -> None:
    """Remember the desk's file, or that it is confidential now."""
    application.remember(when_opened(application, desk))


def when_opened(application: Application, desk: Desk) -> Settings:
    """The settings with the desk's file on the list, or off it when it is confidential (SEC-09).

    Where a window stands, its place and its folders are in them, too.
    """
    settings, window = application.settings, application.window
    if window is not None:
        if desk.path is not None:
            settings = with_folders(window, settings)
        settings = settings._replace(window=window.place())
    if desk.path is None:
        return settings
    if desk.confidential.on:
        return settings.forgotten(str(desk.path.absolute()))
    return settings.opened(desk.path)
