# SPDX-License-Identifier: Apache-2.0
"""The records of two copies as rows: as they are, and as they were where the copies last met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.lineage import Descent, Lineage
from missiondesk.domain.merging import UNSETTLED, Key, Row, State, put_together
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Change, Stored

if TYPE_CHECKING:
    from missiondesk.store.store import Store

# Copies that took each other in so often without ever agreeing are not followed further back.
_DEEPEST = 200


def descent_of(store: Store) -> Descent:
    """The Steps of a workspace, with their changes."""
    return Descent(store.steps()[::-1], store.inheritance()[0])


class TwoCopies:
    """Two related copies: only records that a Step after the common trunk changed can differ, and
    only those are turned into rows. Where one has a trail of its own because it holds only a part,
    they have no trunk in common, and every record is.

    Raises:
        Refused: A trail does not lead to the records that stand in its file.
    """

    def __init__(self, mine: Store, theirs: Store, lineage: Lineage) -> None:
        head, other = _head(mine), _head(theirs)
        self._lineage = lineage
        self._met: dict[tuple[str, str], tuple[str, ...]] = {}
        self._states: dict[str, State] = {}
        involved = self._involved(head, other)
        trunks = {key: lineage.trunk(key) for key in involved}
        self.apart = lineage.root(head) != lineage.root(other)
        self._shared = 0 if self.apart else _shared(tuple(trunks.values()))
        self._trunks = trunks
        if not self._shared and not self.apart:
            raise _astray()
        self.touched = self._touched()
        # Records of which a purge left the frame only; they are told by the other copy, or not.
        self._lost = frozenset(
            (change.kind, change.key)
            for step in lineage.steps.values()
            for change in step.changes
            if change.erased
        )
        self.mine = rows_of(mine, self.touched)
        self.theirs = rows_of(theirs, self.touched)
        self._roots = {lineage.root(head): self._walked_back(head, self.mine)}
        if self.apart:
            self._roots[lineage.root(other)] = self._walked_back(other, self.theirs)
        elif lost := self._purged_since(head):
            root = lineage.root(head)
            told = self._walked_back(other, self.theirs)
            kept = {key: row for key, row in self._roots[root].items() if key not in lost}
            self._roots[root] = kept | {key: row for key, row in told.items() if key in lost}
        for key, found in ((head, self.mine), (other, self.theirs)):
            if self._state(key) != found:
                raise _astray()
        self.base = self._base(head, other, 0)

    # ------------------------------------------------------------ which Steps

    def _involved(self, head: str, other: str) -> set[str]:
        found, waiting = {head, other}, [(head, other)]
        while waiting:
            pair = waiting.pop()
            if pair in self._met:
                continue
            points = self._met[pair] = self._lineage.meeting_points(*pair)
            found.update(points)
            if len(self._met) < _DEEPEST:
                waiting += [(points[0], one) for one in points[1:]]
        return found

    def _purged_since(self, head: str) -> set[Key]:
        """Records of which the trail to this head tells not all since the common trunk."""
        steps = (self._lineage.steps[one] for one in self._trunks[head][self._shared :])
        changes = (change for step in steps for change in step.changes)
        return {(change.kind, change.key) for change in changes if change.erased}

    def _touched(self) -> tuple[Key, ...]:
        above = {key for trunk in self._trunks.values() for key in trunk[self._shared :]}
        changes = (change for key in above for change in self._lineage.steps[key].changes)
        return tuple({(change.kind, change.key) for change in changes})

    # ------------------------------------------------------------ states

    def _base(self, one: str, other: str, depth: int) -> State:
        """What both came from; where they took each other in before, those states put together."""
        points = self._met.get((one, other))
        if not points or depth > _DEEPEST:
            return {}
        state = self._state(points[0])
        for point in points[1:]:
            before = self._base(points[0], point, depth + 1)
            merger = put_together(before, state, self._state(point))
            state = {key: row for key, row in merger.settled.items() if row is not None}
            for conflict in merger.conflicts:
                for key in conflict.covers:
                    row = merger.mine.get(key) or merger.theirs.get(key)
                    if row is not None:
                        state[key] = _unsettled(row)
        return state

    def _state(self, key: str) -> State:
        if key not in self._states:
            rows: dict[Key, Row] = dict(self._roots.get(self._lineage.root(key), {}))
            for one in self._trunks[key][self._shared :]:
                for change in self._lineage.steps[one].changes:
                    _put(rows, change, change.after)
            self._states[key] = _whole(rows, self._lost)
        return self._states[key]

    def _walked_back(self, head: str, present: State) -> State:
        rows: dict[Key, Row] = dict(present)
        for one in reversed(self._trunks[head][self._shared :]):
            for change in reversed(self._lineage.steps[one].changes):
                _put(rows, change, change.before)
        return _whole(rows, self._lost)


def rows_of(store: Store, keys: Sequence[Key]) -> State:
    """These records of a workspace as rows."""
    from missiondesk.store.rows import encode

    found = {key: store.get(KINDS[key[0]], key[1]) for key in keys}
    return {key: encode(record) for key, record in found.items() if record is not None}


def record_of(key: Key, row: Row) -> Entity:
    """The record of a row."""
    from missiondesk.store.rows import shape_of

    shape: Any = shape_of(KINDS[key[0]])
    record: Entity = shape.decode({**row, "id": key[1]})
    return record


def _unsettled(row: Row) -> Row:
    return {name: value if name == "id" else UNSETTLED for name, value in row.items()}


def _head(store: Store) -> str:
    (last,) = store.steps(limit=1)
    return last.id


def _shared(trunks: Sequence[tuple[str, ...]]) -> int:
    """How many Steps all trunks have in common at their beginning."""
    for place, keys in enumerate(zip(*trunks, strict=False)):
        if len(set(keys)) > 1:
            return place
    return min(map(len, trunks))


def _put(rows: dict[Key, Row], change: Change, values: Mapping[str, Stored] | None) -> None:
    key = (change.kind, change.key)
    if values is None:
        rows.pop(key, None)
    else:
        rows[key] = {**rows.get(key, {}), **values}


def _whole(rows: Mapping[Key, Row], lost: frozenset[Key]) -> State:
    """Rows with all of today's fields; a trail of former versions does not know the newest, and of
    a purged record there may be none.
    """
    from missiondesk.store.rows import encode, shape_of

    found: dict[Key, Row] = {}
    for key, row in rows.items():
        names = shape_of(KINDS[key[0]]).names
        try:
            full = len(row) == len(names) and all(name in row for name in names)
            found[key] = row if full else encode(record_of(key, row))
        except (ValueError, KeyError, TypeError, ArithmeticError) as error:
            if key in lost:
                continue
            raise _astray() from error
    return found


def _astray() -> Refused:
    return Refused(
        N_(
            "The trails of the two copies do not lead to what stands in them, so they cannot be "
            "put together. Nothing was changed. Open an earlier version of one of the files."
        )
    )
