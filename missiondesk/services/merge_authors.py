# SPDX-License-Identifier: Apache-2.0
"""Who wrote what in each of two copies since they met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from missiondesk.domain.copy_sent import CopySent
from missiondesk.domain.lineage import Descent, Lineage, taken_in
from missiondesk.domain.merging import Authorship, Conflict, Key, Row
from missiondesk.domain.step import Step


def signed(
    conflicts: Iterable[Conflict], lineage: Lineage, mine: Descent, theirs: Descent
) -> tuple[Conflict, ...]:
    """The conflicts with who wrote either side, and when by their clock."""
    both = lineage.ancestors(mine.head) & lineage.ancestors(theirs.head)
    here, there = (_Authors(descent, both) for descent in (mine, theirs))
    return tuple(
        replace(
            one,
            mine_by=here.of(one, (one.kind, one.key), one.mine),
            theirs_by=there.of(one, (one.kind, one.rival or one.key), one.theirs),
        )
        for one in conflicts
    )


def known_as(sent: CopySent, mine: str, theirs: Iterable[str]) -> Mapping[str, str]:
    """Under which name each of those who worked in a copy is told: whom it was sent to, and by
    what name the trail knows them. Who sent it, and who looks now, keep their own.
    """
    own = (mine, sent.sent_by, sent.recipient)
    return {who: f"{sent.recipient} ({who})" for who in theirs if who not in own}


def renamed(conflicts: Iterable[Conflict], names: Mapping[str, str]) -> tuple[Conflict, ...]:
    """The conflicts with these names for who wrote their side."""
    return tuple(
        replace(one, theirs_by=replace(one.theirs_by, who=names[one.theirs_by.who]))
        if one.theirs_by is not None and one.theirs_by.who in names
        else one
        for one in conflicts
    )


class _Authors:
    """Who wrote what in one copy since the two met; behind a merge stands who wrote it there."""

    def __init__(self, descent: Descent, both: frozenset[str]) -> None:
        self._own = _by_record(step for step in reversed(descent.own) if step.id not in both)
        others = sorted(descent.joined, key=lambda step: (-step.number, step.id))
        self._joined = _by_record(step for step in others if step.id not in both)

    def of(self, conflict: Conflict, key: Key, row: Row | None) -> Authorship | None:
        keys = (key, *conflict.covers)
        own = _newest(self._own, keys, conflict.fields)
        if own is not None and taken_in(own):
            behind = _newest(self._joined, keys, conflict.fields)
            own = behind or own
        return None if own is None else Authorship(own.who, own.at)


def _by_record(steps: Iterable[Step]) -> dict[Key, list[tuple[Step, frozenset[str]]]]:
    found: dict[Key, list[tuple[Step, frozenset[str]]]] = {}
    for step in steps:
        for change in step.changes:
            names = frozenset({*(change.before or {}), *(change.after or {})})
            found.setdefault((change.kind, change.key), []).append((step, names))
    return found


def _newest(
    steps: Mapping[Key, list[tuple[Step, frozenset[str]]]],
    keys: Iterable[Key],
    fields: tuple[str, ...],
) -> Step | None:
    for key in keys:
        for step, names in steps.get(key, ()):
            if not fields or names & set(fields):
                return step
    return None
