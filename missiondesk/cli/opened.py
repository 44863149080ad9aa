# SPDX-License-Identifier: Apache-2.0
"""What verbs share that open a workspace: closing it without saving, and waiting until it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk


class Discarding:
    """Closes a desk whose unsaved steps are not wanted: a report, or a change that was refused."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def close(self) -> None:
        """Give up what is not saved."""
        self.desk.close(discard=True)


def saved(desk: Desk) -> None:
    """Wait until the newest step is in the file.

    Raises:
        Unavailable: It cannot be written.
    """
    from missiondesk.services.saving import NotSaved, Reason, Unavailable

    desk.wait_saved(None)
    if isinstance(desk.saving, NotSaved):
        raise Unavailable.because(Reason.NOT_SAVED, desk.saving.why)
