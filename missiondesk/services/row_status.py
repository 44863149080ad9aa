# SPDX-License-Identifier: Apache-2.0
"""What an import would do with a row of a file: the words alone, which every list may show."""

from __future__ import annotations

from missiondesk.domain.message import N_, Worded


class RowStatus(Worded):
    """What the import would do with one row of the file."""

    NEW = "new", N_("new")
    CHANGED = "changed", N_("changed")
    UNCHANGED = "unchanged", N_("unchanged")
    UNREADABLE = "unreadable", N_("unreadable")
