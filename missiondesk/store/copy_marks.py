# SPDX-License-Identifier: Apache-2.0
"""What a copy knows of itself, and what that means for writing in it.

It stands in the table of meta data: it is of the file, not of the records, so that it is in no
trail and in no merge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.copy_sent import CopyMark, Purpose
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import COMMENTING, Verb

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FIELDS = ("copy", "purpose", "audience", "recipient", "sender", "party")


def write_mark(connection: Connection, mark: CopyMark) -> None:
    """Let the workspace know that it is a copy."""
    from missiondesk.store.schema import META

    connection.execute(META.delete().where(META.c.name.like("copy.%")))
    rows = [{"name": f"copy.{name}", "value": str(getattr(mark, name))} for name in _FIELDS]
    connection.execute(META.insert(), rows)


def is_for_reading(mark: CopyMark | None) -> bool:
    """Whether it was sent for reading only."""
    return mark is not None and mark.purpose is Purpose.READ


def why_not_written(mark: CopyMark | None) -> str:
    """What is said when somebody writes into what is open for reading only."""
    if is_for_reading(mark):
        return N_(
            "This copy was sent for reading. Nothing was changed. "
            "Ask whoever sent it for a copy to work on."
        )
    return N_(
        "The workspace is open for reading only. Nothing was changed. "
        "Save a copy under another name to work on it."
    )


def require_meant(mark: CopyMark | None, verb: Verb) -> None:
    """Raise Refused when the copy was sent for comments and this is none."""
    if mark is not None and mark.purpose is Purpose.COMMENT and verb not in COMMENTING:
        raise Refused(
            N_(
                "This copy was sent for comments, so only comments can be written in it. "
                "Nothing was changed. Ask {sender} for a copy to work on."
            ),
            sender=mark.sender,
        )
