# SPDX-License-Identifier: Apache-2.0
"""Which workspaces stand on the list of those opened lately: none that is closed to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.ui.session import with_folders

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.ui.application import Application


def note_opened(application: Application, desk: Desk) -> None:
    """Put the desk's file on the list, or take it off when it is confidential (SEC-09)."""
    if desk.path is None:
        return
    settings = application.settings
    if application.window is not None:
        settings = application.settings = with_folders(application.window, settings)
    if not desk.confidential.on:
        opened = settings.opened(desk.path)
        # The one that was opened last, by which the program begins on most days, stands there.
        if application.window is not None or opened != settings:
            application.remember(opened)
    elif str(desk.path.absolute()) in settings.recent:
        application.remember(settings.forgotten(str(desk.path.absolute())))
