# SPDX-License-Identifier: Apache-2.0
"""The states between memory and disk, and the one environment error, for the rooms above."""

from missiondesk.store.saver import NotSaved, Saved, SaveState, Saving
from missiondesk.store.unavailable import Holder, Reason, Unavailable

# Cases in which the file was a workspace and is not whole any more.
DAMAGE = frozenset(
    {
        Reason.DAMAGED,
        Reason.EMPTY,
        Reason.BROKEN_REFERENCE,
        Reason.INVALID_RECORD,
        Reason.STRANGE_STRUCTURE,
    }
)

__all__ = ["DAMAGE", "Holder", "NotSaved", "Reason", "SaveState", "Saved", "Saving", "Unavailable"]
