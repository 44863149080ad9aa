# SPDX-License-Identifier: Apache-2.0
"""The states between memory and disk, and the one environment error, for the rooms above."""

from missiondesk.store.saver import NotSaved, Saved, SaveState, Saving
from missiondesk.store.unavailable import Reason, Unavailable

__all__ = ["NotSaved", "Reason", "SaveState", "Saved", "Saving", "Unavailable"]
