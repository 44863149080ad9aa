# SPDX-License-Identifier: Apache-2.0
"""What two copies become once every conflict has its choice, with what had to be mended for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from missiondesk.domain.atomic_fields import belonging
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.merging import (
    UNSETTLED,
    Conflict,
    Dispute,
    Key,
    Merger,
    Row,
    Side,
    ids_in,
    listed_by,
    named_by,
    place_of,
    stored_ids,
    twice,
)
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.metric import IndicatorKind
from missiondesk.domain.references import LISTED, REFERENCES
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Stored

Choices = Mapping[str, Side]


class Mending(Worded):
    """What a merge does beyond the two copies, so that the whole holds together."""

    CLEARED = "cleared", N_("refers to something that was removed; the reference is cleared")
    REMOVED = "removed", N_("belongs to something that was removed; it goes too")
    RENUMBERED = "renumbered", N_("was given a code that the other copy gave too; it gets the next")
    SAME_NUMBER = "same_number", N_("bears a number that another letter bears too")
    BESIDE = "beside", N_("becomes a supporting indicator, for there is one key metric")


@dataclass(frozen=True, slots=True)
class Repair:
    """One such mending: the record, and the field with its value before and after."""

    mending: Mending
    kind: str
    key: str
    field: str = ""
    before: Stored = None
    after: Stored = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The records as they become; None is gone."""

    rows: Mapping[Key, Row | None]
    repairs: tuple[Repair, ...]


def outcome(
    merger: Merger,
    choices: Choices,
    codes: Iterable[tuple[str, Row]] = (),
    before: Collection[Key] = frozenset(),
    left_out: Collection[Key] = frozenset(),
) -> Outcome:
    """What the two become.

    Args:
        choices: A side by each conflict's id.
        codes: Further records of the workspace, as kind and row, whose codes are taken.
        before: Records that keep their code, for they had it before the copies parted.
        left_out: Records of which nothing is taken from the copy; of one in conflict, nothing
            beside what is chosen.

    Raises:
        Refused: A conflict has no choice or one that is not allowed, or two records would be
            alike of which there can be only one.
    """
    rows = dict(merger.settled)
    repairs: list[Repair] = []
    for key in left_out:
        rows[key] = _left(key, merger)
    for conflict in merger.conflicts:
        side = _chosen(conflict, choices)
        if conflict.sort is Dispute.FIELDS:
            key = (conflict.kind, conflict.key)
            rows[key] = {**(rows[key] or {}), **(conflict.of(side) or {})}
        elif conflict.sort is not Dispute.TWICE:
            _take(conflict, merger.mine if side is Side.MINE else merger.theirs, rows)
    for conflict in merger.conflicts:
        side = _chosen(conflict, choices)
        if conflict.sort is Dispute.TWICE:
            loser = conflict.rival if side is Side.MINE else conflict.key
            repairs += _step_aside((conflict.kind, loser), rows)
        elif conflict.sort is Dispute.REMOVAL:
            _name_again(merger, conflict, side, rows)
    repairs += without_the_gone(rows)
    if twice(rows):
        raise Refused(
            N_(
                "By these choices two records would stand where there can be only one. Nothing was "
                "written; choose otherwise."
            )
        )
    repairs += _renumbered(merger, rows, codes, before)
    return Outcome(rows, tuple(repairs))


def _chosen(conflict: Conflict, choices: Choices) -> Side:
    side = choices.get(conflict.id)
    if side is None:
        raise Refused(N_("A conflict has no choice yet; nothing was written."), field=conflict.id)
    if side not in conflict.allowed:
        raise Refused(
            N_("A letter that was signed or issued is never altered; choose the copy that has it."),
            field=conflict.id,
            rule="L7",
        )
    return side


def _left(key: Key, merger: Merger) -> Row | None:
    """The record as it is here, but for its fields in conflict."""
    mine, settled = merger.mine.get(key), merger.settled.get(key)
    if mine is None or settled is None:
        return mine
    return {name: UNSETTLED if settled[name] == UNSETTLED else mine[name] for name in mine}


def _take(conflict: Conflict, chosen: Mapping[Key, Row], rows: dict[Key, Row | None]) -> None:
    for key in conflict.covers:
        # What is in two removals is gone by either.
        rows[key] = None if key in rows and rows[key] is None else chosen.get(key)


def _step_aside(key: Key, rows: dict[Key, Row | None]) -> list[Repair]:
    row = rows[key]
    if row is None:
        return []
    if key[0] != "metric":
        rows[key] = None
        return []
    rows[key] = {**row, "key": 0, "indicator": IndicatorKind.IMPACT.value}
    return [Repair(Mending.BESIDE, *key, "key", 1, 0)]


def _name_again(
    merger: Merger, conflict: Conflict, side: Side, rows: dict[Key, Row | None]
) -> None:
    """Where a removal is not wanted, what it cleared elsewhere is put back too."""
    kept, gone = merger.mine, merger.theirs
    if side is Side.THEIRS:
        kept, gone = gone, kept
    back = {key for key in conflict.covers if key in kept}
    if (conflict.kind, conflict.key) not in back:
        return
    for key, row in rows.items():
        base, other = merger.base.get(key), gone.get(key)
        if row is None or base is None or other is None or kept.get(key) is None:
            continue
        put_back = {
            name: base[name]
            for name, target in (*named_by(key, base), *listed_by(key, base))
            if target in back
            and kept[key].get(name) == base[name]
            and row[name] == other[name] == _without(key[0], name, base[name], back)
        }
        if put_back:
            rows[key] = {**row, **put_back}


def _without(kind: str, name: str, value: Stored, gone: Iterable[Key]) -> Stored:
    if name not in LISTED.get(kind, {}):
        return None
    away = {key for _, key in gone}
    return stored_ids(one for one in ids_in(value) if one not in away)


def without_the_gone(rows: dict[Key, Row | None]) -> list[Repair]:
    """Take away what belongs to a record that is gone (None), then clear what else refers to one;
    the rows are changed.
    """
    repairs: list[Repair] = []
    again = None in rows.values()
    if not again:
        return repairs
    order = sorted(rows, key=place_of)
    while again:
        again = False
        for key in order:
            row = rows[key]
            if row is None:
                continue
            for name, kind in belonging(key[0]):
                target = (kind, str(row[name]))
                if row[name] is not None and target in rows and rows[target] is None:
                    repairs.append(Repair(Mending.REMOVED, *key, name, row[name]))
                    rows[key] = None
                    again = True
                    break
    for key, row in rows.items():
        if row is not None:
            cleared = _cleared(key, row, rows)
            repairs += [Repair(Mending.CLEARED, *key, it, row[it], cleared[it]) for it in cleared]
            rows[key] = {**row, **cleared}
    return sorted(repairs, key=lambda it: (*place_of((it.kind, it.key)), it.field))


def _cleared(key: Key, row: Row, rows: Mapping[Key, Row | None]) -> dict[str, Stored]:
    gone = {target for _, target in (*named_by(key, row), *listed_by(key, row))}
    gone = {target for target in gone if target in rows and rows[target] is None}
    fields: set[str] = {*REFERENCES.get(key[0], {}), *LISTED.get(key[0], {})}
    kinds = {**REFERENCES.get(key[0], {}), **LISTED.get(key[0], {})}
    found: dict[str, Stored] = {}
    for name in sorted(fields):
        away = [one for one in gone if one[0] == kinds[name]]
        value = row[name]
        if name in LISTED.get(key[0], {}):
            after = _without(key[0], name, value, away)
        else:
            after = None if (kinds[name], value) in away else value
        if away and after != value:
            found[name] = after
    return found


# ---------------------------------------------------------------- codes

# The field by which people call a record, and the field within which no two should be alike.
CODES: Final = {
    "mission": ("code", ""),
    "initiative": ("code", ""),
    "commitment": ("number", "mission"),
    "letter": ("number", ""),
    "stocktake": ("number", "mission"),
    "platform_chapter": ("number", ""),
    "platform_goal": ("number", "chapter"),
    "body": ("code", ""),
    "decision": ("number", ""),
    "issue": ("number", ""),
    "risk": ("number", ""),
}


def _renumbered(
    merger: Merger,
    rows: dict[Key, Row | None],
    others: Iterable[tuple[str, Row]],
    before: Collection[Key],
) -> list[Repair]:
    """Give the next code to what was added on both sides under the same one."""
    taken: dict[tuple[str, Stored], set[Stored]] = defaultdict(set)
    alike: dict[tuple[str, Stored, Stored], list[Key]] = defaultdict(list)
    for kind, row in others:
        if kind in CODES:
            taken[kind, _scope(kind, row)].add(row[CODES[kind][0]])
    for key in sorted(rows, key=lambda it: (it not in before, place_of(it))):
        found = rows[key]
        if found is not None and key[0] in CODES and found[CODES[key[0]][0]]:
            code = found[CODES[key[0]][0]]
            taken[key[0], _scope(key[0], found)].add(code)
            if key not in merger.base and (key in merger.mine) != (key in merger.theirs):
                alike[key[0], _scope(key[0], found), code].append(key)
    repairs = []
    for (kind, scope, code), keys in alike.items():
        for key in keys[1:]:
            there = rows[key]
            if there is None or (key in merger.mine) == (keys[0] in merger.mine):
                continue
            if kind == "letter":
                repairs.append(Repair(Mending.SAME_NUMBER, *key, "number", code, code))
                continue
            after = _next(code, taken[kind, scope])
            taken[kind, scope].add(after)
            name = CODES[kind][0]
            rows[key] = {**there, name: after}
            repairs.append(Repair(Mending.RENUMBERED, *key, name, code, after))
    return repairs


def _scope(kind: str, row: Row) -> Stored:
    within = CODES[kind][1]
    return row[within] if within else ""


def _next(code: Stored, taken: Iterable[Stored]) -> Stored:
    if isinstance(code, int):
        return max(one for one in taken if isinstance(one, int)) + 1
    prefix = re.sub(r"\d+$", "", str(code))
    digits = [
        int(found[1])
        for one in taken
        if (found := re.fullmatch(re.escape(prefix) + r"(\d{1,9})", str(one)))
    ]
    if prefix == code:
        prefix = f"{code}-"
    return f"{prefix}{max(digits, default=1) + 1}"
