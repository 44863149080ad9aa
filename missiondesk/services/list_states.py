# SPDX-License-Identifier: Apache-2.0
"""States that lists show and no record keeps: the words alone, for any list may show them."""

from __future__ import annotations

from missiondesk.domain.message import N_, Worded


class RowStatus(Worded):
    """What the import would do with one row of the file."""

    NEW = "new", N_("new")
    CHANGED = "changed", N_("changed")
    UNCHANGED = "unchanged", N_("unchanged")
    UNREADABLE = "unreadable", N_("unreadable")


class FigureStatus(Worded):
    """What the import would do with one figure."""

    NEW = "new", N_("new")
    REVISED = "revised", N_("revised")
    RIPENED = "ripened", N_("only its status changed")
    UNCHANGED = "unchanged", N_("unchanged")
    NO_FIGURE = "no_figure", N_("no figure")
    UNREADABLE = "unreadable", N_("unreadable")
    OUT_OF_RANGE = "out_of_range", N_("out of range")

    @property
    def writes(self) -> bool:
        """Whether something is written for it."""
        return self in (FigureStatus.NEW, FigureStatus.REVISED, FigureStatus.RIPENED)

    @property
    def hinders(self) -> bool:
        """Whether nothing at all is imported as long as there is one of these."""
        return self in (FigureStatus.UNREADABLE, FigureStatus.OUT_OF_RANGE)


class Timing(Worded):
    """How a commitment stands against its date, worst first."""

    OVERDUE = "overdue", N_("Overdue")
    SILENT = "silent", N_("Status overdue")
    SOON = "soon", N_("Due within 90 days")
    LATER = "later", N_("Due later")
    RECURRING = "recurring", N_("Followed up regularly")
    UNDATED = "undated", N_("Without date")
    DONE = "done", N_("Closed")


class Matter(Worded):
    """Why a board has to see it."""

    ISSUE = "issue", N_("Unresolved too long")
    RED = "red", N_("Red twice running")
    DECISION = "decision", N_("Decision needed")
    LATE = "late", N_("Not carried out in time")
    STALE = "stale", N_("Has not met")
