# SPDX-License-Identifier: Apache-2.0
"""Erases what removed records said from the trail for good: the digests stay, the words go."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, Table, delete, func, or_, select, update

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.store.chain import digest
from missiondesk.store.schema import CHANGE, JOINED_CHANGE, JOINED_STEP, KEPT_FILE, STEP, table_of

Key = tuple[str, str]  # kind and id
_TRAILS: Final = ((STEP, CHANGE), (JOINED_STEP, JOINED_CHANGE))
# By these a record is called in the words of a Step; shorter ones would match by chance.
_NAMES: Final = ("title", "name", "label", "text", "number", "code", "event", "case_number")
_SHORTEST: Final = 4
_HASH: Final = re.compile(r"\b[0-9a-f]{64}\b")


def erase(connection: Connection, keys: Iterable[Key]) -> None:
    """Erase every Change of these records, what Steps say of them, and files only they kept.

    Raises:
        Refused: One of them is in the workspace.
    """
    wanted = sorted(set(keys))
    for kind, key in wanted:
        table = table_of(kind)
        if connection.execute(select(table.c.id).where(table.c.id == key)).first() is not None:
            raise Refused(N_("Only what has been removed can be purged; remove it first."))
    texts: list[str] = []
    for _, change in _TRAILS:
        for kind, key in wanted:
            texts += _erase_changes(connection, change, kind, key)
    names = _names(texts)
    for step, change in _TRAILS:
        _erase_words(connection, step, change, {key for _, key in wanted}, names)
    _erase_files(connection, {found for text in texts for found in _HASH.findall(text)})


def _erase_changes(connection: Connection, table: Table, kind: str, key: str) -> list[str]:
    """Returns what was erased."""
    here = (table.c.kind == kind) & (table.c.key == key) & (table.c.erased == "")
    found = []
    for row in connection.execute(select(*table.c).where(here)).all():
        found += [text for text in (row.before, row.after) if text is not None]
        values = {
            "before": None if row.before is None else "{}",
            "after": None if row.after is None else "{}",
            "salt": "",
            "erased": digest(row.salt, row.before, row.after),
        }
        this = (table.c.step == row.step) & (table.c.seq == row.seq)
        connection.execute(update(table).where(this).values(values))
    return found


def _erase_words(
    connection: Connection, step: Table, change: Table, keys: set[str], names: set[str]
) -> None:
    """Erase the words of Steps that were done to these records, changed nothing else, or name
    them.
    """
    left = select(change.c.step).where(change.c.erased == "")
    gone = select(change.c.step).where(change.c.erased != "")
    rows = connection.execute(
        select(step.c.id, step.c.about, step.c.salt).where(
            step.c.erased == "",
            step.c.about != "",
            or_(
                step.c.subject.in_(sorted(keys)),
                step.c.id.in_(gone) & step.c.id.not_in(left),
                *(func.instr(step.c.about, name) > 0 for name in sorted(names)),
            ),
        )
    ).all()
    for row in rows:
        values = {"about": "", "salt": "", "erased": digest(row.salt, row.about)}
        connection.execute(update(step).where(step.c.id == row.id).values(values))


def _erase_files(connection: Connection, hashes: set[str]) -> None:
    """Erase kept files to which nothing else in the trail refers."""
    for sha256 in sorted(hashes):
        told = (
            select(table.c.step).where(
                or_(func.instr(table.c.before, sha256) > 0, func.instr(table.c.after, sha256) > 0)
            )
            for _, table in _TRAILS
        )
        if all(connection.execute(query.limit(1)).first() is None for query in told):
            connection.execute(delete(KEPT_FILE).where(KEPT_FILE.c.sha256 == sha256))


def _names(texts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for text in texts:
        row = json.loads(text)
        for field in _NAMES:
            value = row.get(field)
            if isinstance(value, str):
                found.update(_both(value))
    return {name for name in found if len(name) >= _SHORTEST}


def _both(value: str) -> Iterable[str]:
    """A text, or both languages of a wording."""
    if not value.startswith('{"da":'):
        return (value,)
    both = json.loads(value)
    return (str(both.get("da", "")), str(both.get("en", "")))
