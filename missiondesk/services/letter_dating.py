# SPDX-License-Identifier: Apache-2.0
"""Letters of the RACI matrix from a day on: what held before keeps a record with its last day.

A letter that follows from a mission's, commitment's or initiative's own field has no dates. When it
is replaced, it gets a record that ends the day before, so that the matrix is readable as of any
date; when such a field is changed later, the record that dated its letter ends with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from missiondesk.domain import identity
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import holds_on
from missiondesk.domain.period import Period, add_days, day
from missiondesk.domain.raci import (
    Party,
    Thing,
    answers_by_default,
    derived,
    item_field,
    party_of,
    records_of,
    told,
)
from missiondesk.domain.responsibility import Raci, Responsibility
from missiondesk.domain.situation import Situation

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit

Change = tuple[Responsibility | None, Responsibility | None]


def rows_of(now: Situation, item: Thing, party: Party) -> tuple[Responsibility, ...]:
    """The records of one cell."""
    return tuple(one for one in records_of(now, item) if party_of(one) == party)


def cell_from(
    now: Situation,
    item: Thing,
    party: Party,
    parts: Iterable[Raci],
    start: date,
    ends: Mapping[Raci, Period | None] | None = None,
    said: frozenset[Raci] | None = None,
) -> list[Change]:
    """What to write so that the cell holds these letters from ``start`` on, and before it what it
    held.

    Args:
        ends: The last day of letters that are new in the cell; what is planned for later in the
            cell and the last days of what it keeps then stay. None lets the letters hold for good,
            and what was planned for later gives way.
        said: The letters that follow from fields in this cell; None looks them up.

    Returns:
        Pairs of a record before and after; None before is new, None after is removed.
    """
    rows = rows_of(now, item, party)
    wanted = set(parts)
    before = derived(now, item, start).get(party, frozenset()) if said is None else said
    made: list[Change] = []
    for part in Raci:
        mine = [one for one in rows if one.part is part]
        if part in before:
            if part not in wanted:
                eve = day(add_days(start, -1))
                made.append((None, _record(item, party, part, None, eve)))
        elif part in wanted and not any(holds_on(it.valid_from, it.valid_to, start) for it in mine):
            end = ends.get(part) if ends is not None else None
            made.append((None, _record(item, party, part, day(start), end)))
        if ends is None:
            made += _ended(mine, start, keep=part in wanted)
        elif part not in wanted:
            made += _ended([one for one in mine if not begins_after(one, start)], start, keep=False)
    return made


def begins_after(record: Responsibility, start: date) -> bool:
    """Whether the record begins only after the day."""
    return record.valid_from is not None and record.valid_from.first > start


def _ended(rows: Iterable[Responsibility], start: date, keep: bool) -> list[Change]:
    """The records of one letter in a cell: open from ``start`` on, or over by then."""
    made: list[Change] = []
    for one in rows:
        if one.valid_to is not None and one.valid_to.last < start:
            continue
        late = one.valid_from is not None and one.valid_from.first >= start
        first = one.valid_from.first if one.valid_from else None
        if keep and (first is None or first <= start):
            after: Responsibility | None = replace(one, valid_to=None)
        elif late:
            after = None
        else:
            after = replace(one, valid_to=day(add_days(start, -1)))
        if after != one:
            made.append((one, after))
    return made


def _record(
    item: Thing, party: Party, part: Raci, start: Period | None, end: Period | None
) -> Responsibility:
    named: dict[str, Any] = {item_field(item): item.id, party.field: party.id}
    return Responsibility(identity.new_id(), part=part, valid_from=start, valid_to=end, **named)


def write_changes(unit: Unit, changes: Iterable[Change]) -> None:
    """Write what `cell_from` found."""
    for before, after in changes:
        if after is not None:
            unit.save(after)
        elif before is not None:
            unit.remove(Responsibility, before.id)


def follow_fields(unit: Unit, session: Session) -> None:
    """End the records of letters that a mission, commitment or initiative no longer tells, and let
    those begin that it tells anew; without any ended letter on it, none of them needs a date.
    """
    dated_by_step: set[str | None] | None = None
    for record in _touched(unit):
        before = session.store.get(type(record), record.id)
        if before is None or _offices(before) == _offices(record):
            continue
        if dated_by_step is None:
            dated_by_step = _dated_in(unit)
        if record.id in dated_by_step:
            continue
        now = session.situation
        today = session.today
        former, present = _said(now, before, today), _said(now, record, today)
        for party, part in former ^ present:
            rows = [it for it in rows_of(now, before, party) if it.part is part]
            dated = bool(rows) or any(one.valid_to for one in records_of(now, before))
            valid = any(holds_on(it.valid_from, it.valid_to, today) for it in rows)
            if (party, part) not in former:
                if dated and not valid:
                    unit.save(_record(before, party, part, day(today), None))
            elif rows:
                write_changes(unit, _ended(rows, today, keep=False))
            elif dated:
                unit.save(_record(before, party, part, None, day(add_days(today, -1))))


def _dated_in(unit: Unit) -> set[str | None]:
    """Ids of the items whose letters the step itself dates."""
    found = [one for _, _, one in unit.present() if isinstance(one, Responsibility)]
    return {key for one in found for key in (one.mission, one.commitment, one.initiative, one.gate)}


def _touched(unit: Unit) -> list[Thing]:
    found = (one for _, _, one in unit.present())
    return [one for one in found if isinstance(one, Mission | Commitment | Initiative)]


def _offices(record: Thing) -> tuple[object, ...]:
    names = ("accountable_office", "lead_office", "co_offices", "office")
    return tuple(getattr(record, name, None) for name in names)


def _said(now: Situation, item: Thing, on: date) -> set[tuple[Party, Raci]]:
    found = {(party, part) for party, parts in told(now, item).items() for part in parts}
    answers = answers_by_default(now, item, on)
    return found | ({(answers, Raci.ACCOUNTABLE)} if answers is not None else set())
