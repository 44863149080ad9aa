# SPDX-License-Identifier: Apache-2.0
"""The chain of seals over the trail: each Step's hash goes over it and the seal before.

How a seal is made, so that any program can check it. All hashes are SHA-256 in hexadecimal digits
over the UTF-8 bytes of a JSON array without white space, characters as they are (not escaped):

- digest of a Change: [salt, before, after], the latter two as the texts that the table holds or
  null; digest of a Step's words: [salt, about]. After a purge the digest stands in `erased` and the
  salt is gone, so that nobody can try out what was erased;
- seal of a Step: ["missiondesk trail 1", follows, id, number, parent, at, who, verb, subject,
  undoes, adopted, took, digest of its words, changes] where `follows` is the seal of the Step
  before it ("" for the first), `took` is the hash of the array of the seals of the Steps that it
  took in from a copy, sorted ("" for none), and `changes` is an array of [seq, kind, key, whether
  there is a before, whether there is an after, digest] in their order.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, bindparam, select

from missiondesk.domain.identity import new_salt
from missiondesk.domain.trail_check import Broken, TrailCheck
from missiondesk.store.schema import CHANGE, JOINED_CHANGE, JOINED_STEP, STEP

_FORMAT: Final = "missiondesk trail 1"
_to_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Link = list[object]  # of a Change: seq, kind, key, has a before, has an after, digest
_NONE: Final[Sequence[Any]] = ()


def digest(salt: str, *texts: str | None) -> str:
    """Digest of a Change's or a Step's words."""
    return _sha256([salt, *texts])


def taking(seals: Iterable[str]) -> str:
    """Digest of the seals of the Steps that a Step took in from a copy, "" for none."""
    told = sorted(seals)
    return _sha256(told) if told else ""


def seal(head: Mapping[str, Any], follows: str, words: str, links: Iterable[Link]) -> str:
    """Seal of a Step.

    Args:
        head: Its columns.
        follows: The seal before it.
        words: Digest of its `about`.
        links: What ties its Changes to it.
    """
    names = ("id", "number", "parent", "at", "who", "verb", "subject", "undoes")
    told = [head[name] for name in names]
    adopted = int(head["adopted"])
    return _sha256([_FORMAT, follows, *told, adopted, head["took"], words, list(links)])


def link(row: Mapping[str, Any]) -> Link:
    """What ties a Change, given by its columns, to its Step."""
    before, after = row["before"], row["after"]
    erased: str = row["erased"]
    told = erased or digest(row["salt"], before, after)
    return [row["seq"], row["kind"], row["key"], before is not None, after is not None, told]


def sealed(
    head: dict[str, Any], changes: Sequence[dict[str, Any]], follows: str, joined: Iterable[str]
) -> dict[str, Any]:
    """The columns of a new Step with its salt and seal; its changes get their salts."""
    for row in changes:
        row["salt"] = new_salt()
        row["erased"] = ""
    head = {**head, "salt": new_salt(), "took": taking(joined), "adopted": 0, "erased": ""}
    words = digest(head["salt"], head["about"])
    return {**head, "seal": seal(head, follows, words, map(link, changes))}


def _sha256(told: object) -> str:
    return hashlib.sha256(_to_json(told).encode()).hexdigest()


# ---------------------------------------------------------------- checking


def check(connection: Connection) -> TrailCheck:
    """Hold every Step, own or from a copy, against its seal; nothing is mended.

    After a Step that is not as it was sealed the check goes on from the seal that stands there, so
    that it names the Steps that were altered and not all that follow.
    """
    broken: list[Broken] = []
    took = _taken_in(connection)
    changes = _links(connection, CHANGE)
    steps = adopted = purged = 0
    head = ""
    for row in connection.execute(select(*STEP.c).order_by(STEP.c.number)):
        links = changes.pop(row.id, _NONE)
        complete = row.took == taking(took.get(row.id, _NONE))
        if not complete or row.seal != _seal_of(row, head, links):
            broken.append(_broken(row))
        head = row.seal
        steps += 1
        adopted += row.adopted
        purged += bool(row.erased) or any(it[0] for it in links)
    broken += _broken_joined(connection)
    return TrailCheck(steps, head, adopted, purged, tuple(broken))


def _broken_joined(connection: Connection) -> list[Broken]:
    changes = _links(connection, JOINED_CHANGE)
    query = select(*JOINED_STEP.c).order_by(JOINED_STEP.c.number, JOINED_STEP.c.id)
    return [
        _broken(row, joined=True)
        for row in connection.execute(query)
        if row.seal != _seal_of(row, row.follows, changes.get(row.id, _NONE))
    ]


def _seal_of(row: Row[Any], follows: str, links: Sequence[tuple[bool, Link]]) -> str:
    words = row.erased or digest(row.salt, row.about)
    return seal(row._asdict(), follows, words, (it[1] for it in links))


def _links(connection: Connection, table: Table) -> dict[str, list[tuple[bool, Link]]]:
    """By Step: whether something of a Change is erased, and what ties it to the Step."""
    found: defaultdict[str, list[tuple[bool, Link]]] = defaultdict(list)
    query = select(*table.c).order_by(table.c.step, table.c.seq)
    for row in connection.execute(query):
        found[row.step].append((bool(row.erased), link(row._asdict())))
    return found


def _taken_in(connection: Connection) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for by, value in connection.execute(select(JOINED_STEP.c.joined_by, JOINED_STEP.c.seal)):
        found[by].append(value)
    return found


def _broken(row: Row[Any], *, joined: bool = False) -> Broken:
    return Broken(row.number, row.id, row.at, row.who, row.verb, joined)


# ---------------------------------------------------------------- adopting


def adopt(connection: Connection) -> None:
    """Seal the Steps of a version without seals, each marked as adopted.

    What was altered in them before cannot be seen; from now on it can. They get salts like new
    ones, so the seals differ each time until the workspace is saved in today's version.
    """
    _adopt_joined(connection)
    took = _taken_in(connection)
    rows = _salted(connection, CHANGE)
    follows = ""
    for row in connection.execute(select(*STEP.c).order_by(STEP.c.number)).all():
        head = _adopted(row, rows.get(row.id, []), follows, took.get(row.id, _NONE))
        connection.execute(STEP.update().where(STEP.c.id == row.id), head)
        follows = head["seal"]


def _adopt_joined(connection: Connection) -> None:
    rows = _salted(connection, JOINED_CHANGE)
    for row in connection.execute(select(*JOINED_STEP.c)).all():
        head = _adopted(row, rows.get(row.id, []), "", _NONE)
        connection.execute(JOINED_STEP.update().where(JOINED_STEP.c.id == row.id), head)


def _adopted(
    row: Row[Any], links: list[Link], follows: str, joined: Iterable[str]
) -> dict[str, Any]:
    salt = new_salt()
    head = {"salt": salt, "took": taking(joined), "adopted": 1}
    words = digest(salt, row.about)
    told = {**row._asdict(), **head}
    return {**head, "seal": seal(told, follows, words, links)}


def _salted(connection: Connection, table: Table) -> dict[str, list[Link]]:
    """Give every Change its salt; what ties them to their Steps, by Step."""
    found: defaultdict[str, list[Link]] = defaultdict(list)
    salts = []
    query = select(*table.c).order_by(table.c.step, table.c.seq)
    for row in connection.execute(query):
        salt = new_salt()
        salts.append({"the_step": row.step, "the_seq": row.seq, "salt": salt})
        found[row.step].append(link({**row._asdict(), "salt": salt}))
    if salts:
        here = (table.c.step == bindparam("the_step")) & (table.c.seq == bindparam("the_seq"))
        connection.execute(table.update().where(here).values(salt=bindparam("salt")), salts)
    return found
