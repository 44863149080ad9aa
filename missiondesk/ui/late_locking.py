# SPDX-License-Identifier: Apache-2.0
"""All that locks is imported for the first workspace that is confidential; most are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from missiondesk.ui.application import Application
    from missiondesk.ui.confidential.locked_window import LockedWindow


def _watched_before(application: Application) -> bool:
    return "locking" in vars(application)  # it is made when it is asked for


def locked_window(application: Application) -> LockedWindow | None:
    """The window of a workspace that is locked, None while none is."""
    return application.locking.window if _watched_before(application) else None


def attend(application: Application) -> None:
    """See whether the workspace in front is to be watched over, as `Locking.attend` does."""
    window = application.window
    confidential = window is not None and window.desk.confidential.on
    if confidential or _watched_before(application):
        application.locking.attend()
