# SPDX-License-Identifier: Apache-2.0
"""What a copy knows of itself, and what that means for writing in it.

It stands in the table of meta data: it is of the file, not of the records, so that it is in no
trail and in no merge.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, select

from missiondesk.domain.copy_sent import Audience, CopyMark, Purpose
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import COMMENTING, Verb
from missiondesk.store.rows import InvalidRecord
from missiondesk.store.schema import META

_COPY: Final = "copy"
_FIELDS: Final = ("copy", "purpose", "audience", "recipient", "sender", "party")


def write_mark(connection: Connection, mark: CopyMark) -> None:
    """Let the workspace know that it is a copy."""
    connection.execute(META.delete().where(META.c.name.like(f"{_COPY}.%")))
    rows = [{"name": f"{_COPY}.{name}", "value": str(getattr(mark, name))} for name in _FIELDS]
    connection.execute(META.insert(), rows)


def read_mark(connection: Connection) -> CopyMark | None:
    """What the workspace knows of being a copy; None for the workspace itself.

    Raises:
        InvalidRecord: It says something that no copy says.
    """
    query = select(META.c.name, META.c.value).where(META.c.name.like(f"{_COPY}.%"))
    found = {name.partition(".")[2]: value for name, value in connection.execute(query)}
    if not found:
        return None
    try:
        return CopyMark(
            found["copy"],
            {it.value: it for it in Purpose}[found["purpose"]],
            {it.value: it for it in Audience}[found["audience"]],
            found["recipient"],
            found["sender"],
            found.get("party", ""),  # copies before format 1.5 are for no party
        )
    except KeyError as error:
        raise InvalidRecord("meta", _COPY) from error


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
