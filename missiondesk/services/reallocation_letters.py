# SPDX-License-Identifier: Apache-2.0
"""The RACI matrix in a reallocation: each letter of an old office goes to the new one.

A letter that follows from a field gets a record that ends the day before, so that the matrix reads
as it was on any earlier day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, cast

from missiondesk.domain import raci
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.gate import Gate
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period
from missiondesk.domain.raci import Party, Thing
from missiondesk.domain.responsibility import Raci, Responsibility
from missiondesk.domain.situation import Situation
from missiondesk.services.letter_dating import begins_after, cell_from, rows_of
from missiondesk.services.reallocation_plan import Drawing, Outcome, Touch

_KINDS: Final = (Mission, Commitment, Initiative, Gate)
_MORE: Final = frozenset({Raci.ACCOUNTABLE, Raci.RESPONSIBLE})


def move_letters(drawing: Drawing, moved: Mapping[str, Entity]) -> None:
    """Move the letters of all items that are touched by a field or by a record.

    Args:
        moved: The records whose fields move now, as they will be, by id.
    """
    after = _situation_after(drawing, moved)
    for item in _items(drawing, moved):
        _move_item(drawing, after, item, cast("Thing", moved.get(item.id, item)))


def _items(drawing: Drawing, moved: Mapping[str, Entity]) -> Iterator[Thing]:
    now = drawing.now
    found: dict[str, Thing] = {}
    for key in moved:
        for kind in _KINDS:
            item = now.get(kind, key)
            if item is not None:
                found[key] = cast("Thing", item)
                if isinstance(item, Initiative):
                    found |= {one.id: one for one in now.referring(Gate, "initiative", key)}
    for office in drawing.into:
        for record in now.referring(Responsibility, "office", office):
            if record.valid_to is not None and record.valid_to.last < drawing.start:
                continue
            for kind in _KINDS:
                item = now.get(kind, getattr(record, raci.FIELD_OF[kind]))
                if item is not None and drawing.within(item):
                    found[item.id] = cast("Thing", item)
    yield from found.values()


def _situation_after(drawing: Drawing, moved: Mapping[str, Entity]) -> Situation:
    """The situation with the fields moved and the new offices there, for what follows from them."""
    now = drawing.now
    records: dict[type[Entity], tuple[Entity, ...]] = {
        kind: tuple(moved.get(one.id, one) for one in now.all(kind)) for kind in now.kinds
    }
    records[Office] = (*records.get(Office, ()), *drawing.new_offices.values())
    return Situation(records, now.today)


def _move_item(drawing: Drawing, after: Situation, item: Thing, later: Thing) -> None:
    start = drawing.start
    before = raci.letters(drawing.now, item, start)
    wanted, ends = _wanted(drawing, after, item, later, before)
    told = False
    for party in dict.fromkeys([*before, *wanted]):
        had = set(before[party].parts) if party in before else set()
        gets = wanted.get(party, set())
        if had == gets:
            continue
        said = before[party].derived if party in before else frozenset()
        for pair in cell_from(drawing.now, item, party, gets, start, ends.get(party, {}), said):
            drawing.write(*pair)
        told = True
    told = _move_later(drawing, item) or told
    if told:
        for old, new in _told(drawing, before):
            drawing.tell(Touch(item, old, new, Outcome.SUCCEEDED, "RACI"))


def _wanted(
    drawing: Drawing,
    after: Situation,
    item: Thing,
    later: Thing,
    before: Mapping[Party, raci.Cell],
) -> tuple[dict[Party, set[Raci]], dict[Party, dict[Raci, Period | None]]]:
    """What each cell holds from the day on, and the last days of what is new in it."""
    start = drawing.start
    wanted: dict[Party, set[Raci]] = {}
    ends: dict[Party, dict[Raci, Period | None]] = {}
    default = raci.answers_by_default(drawing.now, item, start)
    by_default = (
        default is not None and default in before and Raci.ACCOUNTABLE in before[default].derived
    )
    for party, cell in before.items():
        parts = set(cell.parts)
        if by_default and party == default and not drawing.ahead:
            parts.discard(Raci.ACCOUNTABLE)
        goes = drawing.target(party.id) if party.field == "office" else None
        stays = cell.derived if drawing.ahead else frozenset()
        if goes is None or stays:
            wanted.setdefault(party, set()).update(parts if goes is None else stays)
        if goes is None:
            continue
        parts -= stays
        target = Party("office", goes)
        wanted.setdefault(target, set()).update(parts)
        for row in rows_of(drawing.now, item, party):
            if row.part in parts and not begins_after(row, start):
                ends.setdefault(target, {})[row.part] = row.valid_to
    if by_default and not drawing.ahead:
        answers = raci.answers_by_default(after, later, start)
        if answers is not None:
            wanted.setdefault(answers, set()).add(Raci.ACCOUNTABLE)
    for party, parts in wanted.items():
        had = set(before[party].parts) if party in before else set()
        if parts != had and parts & _MORE:
            parts -= {Raci.CONSULTED, Raci.INFORMED}
    return wanted, ends


def _move_later(drawing: Drawing, item: Thing) -> bool:
    """Letters that an old office is to get only after the day go to the new one as planned."""
    told = False
    for old, new in drawing.into.items():
        for row in rows_of(drawing.now, item, Party("office", old)):
            if begins_after(row, drawing.start):
                drawing.write(row, replace(cast("Any", row), office=new))
                told = True
    return told


def _told(drawing: Drawing, before: Mapping[Party, raci.Cell]) -> Iterator[tuple[str, str]]:
    named = [(old, new) for old, new in drawing.into.items() if Party("office", old) in before]
    yield from named or list(drawing.into.items())[:1]
