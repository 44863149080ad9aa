# SPDX-License-Identifier: Apache-2.0
"""A copy with only a part of the workspace comes back: what was withheld in it is neither removed
nor emptied by it, and the note of the copy says that it came.

What the copy began with is what both came from. A record that it never had is then one that was
added here; a field that stood empty in it and was left empty is one that nobody there changed.
Where somebody changed what hangs together with a withheld field, or wrote into one, or removed a
record of which only a part was seen, a human chooses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from missiondesk.domain import identity
from missiondesk.domain.atomic_fields import group_of
from missiondesk.domain.copy_sent import Audience, CopyMark, CopySent
from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.lineage import sent_out
from missiondesk.domain.merging import Key, Row, State
from missiondesk.domain.period import day
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Step
from missiondesk.services.audience import seen_by

if TYPE_CHECKING:
    from missiondesk.store.store import Store
    from missiondesk.store.unit import Unit

Withheld = Callable[[Key, Row], frozenset[str]]


def sent_part(mine: Store, steps: Iterable[Step], root: str) -> CopySent | None:
    """The note of the part whose trail begins with this Step; None for any other copy.

    It is told by what the sender wrote and never by what stands in the file: the note itself, or,
    where somebody has removed it, the Step that made it.
    """
    from missiondesk.services.merge_states import record_of

    for one in mine.all(CopySent):
        if one.root == root:
            return one
    for step in steps:
        if sent_out(step) and step.subject == root:
            for change in step.changes:
                if change.kind == KIND_OF[CopySent] and change.after is not None:
                    return cast("CopySent", record_of((change.kind, change.key), change.after))
    return None


def withheld_from(mine: Store, sent: CopySent | None) -> Withheld:
    """Tells which fields of a record here the copy was not shown, by the audience it was made for.

    A workspace that itself is the part, and a copy that nobody here sent, withhold nothing.
    """
    if sent is None or sent.audience is Audience.SECRETARIAT:
        return lambda _key, _row: frozenset()
    now = Situation({kind: mine.all(kind) for kind in KINDS.values()}, identity.today())
    shown = seen_by(now, sent.audience, sent.ministry, True, sent.party)
    return lambda key, row: _hidden(shown, key, row)


def _hidden(shown: Situation, key: Key, row: Row) -> frozenset[str]:
    from missiondesk.store.rows import encode

    found = shown.get(KINDS[key[0]], key[1])
    if found is None:  # by now nothing of it is shown: what can stand empty may have been withheld
        return frozenset(row.keys() & _empty_row(key[0]).keys())
    seen = encode(found)
    return frozenset(name for name, value in row.items() if seen[name] != value)


@cache
def _empty_row(kind: str) -> Mapping[str, object]:
    """Stored values of the fields that a record of this kind need not have."""
    from missiondesk.store.rows import encode

    try:
        blank = cast("Entity", cast("Any", KINDS[kind])(id="0" * 8 + "-0000" * 3 + "-" + "0" * 12))
    except TypeError:
        return {}
    return {name: value for name, value in encode(blank).items() if name != "id"}


def with_withheld(
    base: State, mine: State, theirs: State, withheld: Withheld
) -> tuple[State, State]:
    """The base and their state with what was withheld from them as it stands here.

    In a group of fields that they changed, only their side gets it: the base keeps the gap, so that
    the group is a conflict and not a mixture.
    """
    bases, others = dict(base), dict(theirs)
    for key, there in theirs.items():
        before, here = base.get(key), mine.get(key)
        if before is None or here is None:
            continue
        hidden = {it for it in withheld(key, here) if there.get(it) == before.get(it)}
        hidden = {it for it in hidden if it in here and here[it] != before.get(it)}
        if not hidden:
            continue
        changed = _changed_groups(key[0], before, there)
        quiet = {it for it in hidden if group_of(key[0], it) not in changed}
        others[key] = {**there, **{name: here[name] for name in hidden}}
        bases[key] = {**before, **{name: here[name] for name in quiet}}
    return bases, others


def _changed_groups(kind: str, before: Row, after: Row) -> set[str]:
    groups: dict[str, bool] = defaultdict(bool)
    for name, value in after.items():
        groups[group_of(kind, name)] |= value != before.get(name)
    return {group for group, changed in groups.items() if changed}


def note_return(unit: Unit, mark: CopyMark | None, name: str) -> None:
    """Write beside the merge, in its Step, that the copy came back."""
    sent = unit.get(CopySent, mark.copy) if mark is not None else None
    if sent is not None:
        unit.save(replace(sent, came_back=day(identity.today()), came_back_as=name))
