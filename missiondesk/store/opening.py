# SPDX-License-Identifier: Apache-2.0
"""What is read when a workspace is opened: records, heads of the trail, what makes it a copy.

All by statements of standard SQL on SQLite's own connection: importing SQLAlchemy takes longer than
a bare window needs to stand, and whoever opens a file to look waits for it in vain.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final, NamedTuple

from missiondesk.domain.copy_sent import Audience, CopyMark, Purpose
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.step import Seal, Step, Verb
from missiondesk.store.rows import InvalidRecord, shape_of

VERBS: Final = {verb.value: verb for verb in Verb}


class _Head(NamedTuple):
    """A row of a Step with, at the end, the seal of the one before it."""

    id: str
    number: int
    parent: str | None
    at: str
    who: str
    verb: str
    subject: str
    about: str
    undoes: str | None
    salt: str
    seal: str
    took: str
    erased: str
    adopted: int
    follows: str | None


_OWN: Final = ", ".join(f'step."{name}"' for name in _Head._fields if name != "follows")
_HEADS: Final = (
    f"SELECT {_OWN}, former.seal FROM step"  # noqa: S608 (names of our own fields)
    " LEFT OUTER JOIN step AS former ON former.id = step.parent ORDER BY step.number"
)
_PLACES: Final = (
    "SELECT change.key FROM change JOIN step ON step.id = change.step"
    " WHERE change.before IS NULL ORDER BY step.number, change.seq"
)


def read_heads(raw: sqlite3.Connection) -> Iterable[Step]:
    """Heads of all Steps, oldest first; one with a verb of a newer version is left out.

    Raises:
        InvalidRecord: A Step has no real moment.
    """
    rows = map(_Head._make, raw.execute(_HEADS))
    return [step_of(row) for row in rows if row.verb in VERBS]


def step_of(row: Any) -> Step:
    """The head in a row of the trail: its columns and, as `follows`, the seal of the one before.

    Raises:
        InvalidRecord: It has no real moment.
    """
    return Step(
        row.id,
        row.number,
        row.parent,
        _moment(row.id, row.at),
        row.who,
        VERBS[row.verb],
        row.subject,
        row.about,
        row.undoes,
        seal=Seal(row.seal, row.follows or "", row.salt, row.took, bool(row.adopted), row.erased),
    )


def _moment(key: str, text: str) -> datetime:
    with contextlib.suppress(ValueError):
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment
    raise InvalidRecord("step", key)


def read_places(raw: sqlite3.Connection) -> dict[str, int]:
    """In which place each record first came into the workspace, by id."""
    keys = dict.fromkeys(key for (key,) in raw.execute(_PLACES).fetchall())
    return {key: place for place, key in enumerate(keys)}


def read_records(raw: sqlite3.Connection, kind: str) -> list[Entity]:
    """All records of a kind, in no order.

    Raises:
        InvalidRecord: A row is not a valid record.
    """
    shape: Any = shape_of(KINDS[kind])
    rows = raw.execute(_reading(kind, shape.names)).fetchall()
    try:
        found: list[Entity] = shape.decode_all(rows)
    except ValueError as error:
        raise InvalidRecord(kind, str(error)) from None
    return found


def _reading(kind: str, columns: Iterable[str]) -> str:
    """The statement that reads a kind: names of our own, in the quotes of standard SQL."""
    named = ", ".join(f'"{name}"' for name in columns)
    return f'SELECT {named} FROM "{kind}"'  # noqa: S608 (names of our own classes and fields)


def read_mark(raw: sqlite3.Connection) -> CopyMark | None:
    """What the workspace knows of being a copy; None for the workspace itself.

    Raises:
        InvalidRecord: It says something that no copy says.
    """
    rows = raw.execute("SELECT name, value FROM meta WHERE name LIKE 'copy.%'")
    found = {name.partition(".")[2]: value for name, value in rows}
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
        raise InvalidRecord("meta", "copy") from error
