# SPDX-License-Identifier: Apache-2.0
"""Copies put together at random: every one-sided edit is kept, nothing is overwritten unasked.

    python -m tests.faults.merging [--triples 100000] [--exchanges 1000] [--parts 1000]
        [--parties 1000] [--seed N]

A triple is what two copies came from and what became of it in each (`merge_triples.py`). Each is
put together from both sides and settled by random choices, and judged field by field without the
merger's own code. An exchange is a letter with a copy of the workspace (`merge_exchanges.py`), or
with a copy that holds only a part, with remarks (`merge_parts.py`), or with those of three
parties in talks, who meddle (`merge_party.py`). Ends with 1 when there was a fault; each is printed
with the seed that makes it again.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from missiondesk.domain.atomic_fields import group_of
from missiondesk.domain.merge_outcome import Mending, Outcome, outcome
from missiondesk.domain.merging import (
    UNSETTLED,
    Conflict,
    Dispute,
    Key,
    Merger,
    Side,
    is_final,
    listed_by,
    named_by,
    put_together,
    twice,
)
from missiondesk.domain.refused import Refused
from tests.faults.merge_exchanges import exchange
from tests.faults.merge_parts import exchange_parts
from tests.faults.merge_party import exchange_party_copies
from tests.faults.merge_triples import Rows, a_triple, changed


@dataclass
class Tally:
    """What so many triples came to."""

    triples: int = 0
    one_sided: int = 0
    conflicts: Counter[Dispute] = field(default_factory=Counter)
    mended: Counter[Mending] = field(default_factory=Counter)
    refused: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        sorts = ", ".join(f"{sort.value} {self.conflicts[sort]:,}" for sort in Dispute)
        mended = ", ".join(f"{sort.value} {self.mended[sort]:,}" for sort in Mending)
        return (
            f"{self.triples:,} triples: {self.one_sided:,} one-sided edits, conflicts: {sorts}; "
            f"mended: {mended}; {self.refused:,} choices refused; {len(self.faults)} faults"
        )


def judge(count: int, seed: int) -> Tally:
    """Put so many triples together and say what was wrong."""
    tally = Tally()
    for number in range(seed, seed + count):
        base, mine, theirs = a_triple(number)
        merger = put_together(base, mine, theirs)
        tally.triples += 1
        tally.conflicts.update(one.sort for one in merger.conflicts)
        found = [
            *_asymmetries(merger, put_together(base, theirs, mine)),
            *_losses(merger, tally),
            *_idle_disputes(merger),
            *_outcome_faults(merger, random.Random(number), tally),
        ]
        tally.faults += [f"seed {number}: {fault}" for fault in found]
    return tally


# ---------------------------------------------------------------- from both sides


def _asymmetries(merger: Merger, other: Merger) -> Iterator[str]:
    if merger.settled != other.settled:
        yield "the sides settle otherwise when swapped"
    here = {one.id: (one.base, one.mine, one.theirs, one.covers) for one in merger.conflicts}
    there = {one.id: (one.base, one.theirs, one.mine, one.covers) for one in other.conflicts}
    if here != there:
        yield f"the conflicts are others when swapped: {here.keys() ^ there.keys()}"


# ---------------------------------------------------------------- field by field


def _losses(merger: Merger, tally: Tally) -> Iterator[str]:
    """Each group of fields against what both came from, by the rule in words."""
    open_ = {key for one in merger.conflicts for key in one.covers}
    disputed = {
        ((one.kind, one.key), group_of(one.kind, one.fields[0]))
        for one in merger.conflicts
        if one.sort is Dispute.FIELDS
    }
    dropped = {max(pair) for pair in _twins(merger)}
    for key in {*merger.base, *merger.mine, *merger.theirs} - open_ - dropped:
        base, mine, theirs = (it.get(key) for it in (merger.base, merger.mine, merger.theirs))
        row = merger.settled[key]
        if base == mine == theirs:
            if row != base:
                yield f"{key}: nobody changed it, and it is otherwise"
            continue
        if mine is None or theirs is None:
            tally.one_sided += base is None or mine is not theirs
            expected = (mine or theirs) if base is None else None
            if row != expected:
                yield f"{key}: added or removed on one side and not taken"
            if base is not None and changed(base, mine or theirs or base, tuple(base)):
                yield f"{key}: removed here, changed there, and no conflict"
            continue
        names: dict[str, list[str]] = defaultdict(list)
        for name in mine:
            names[group_of(key[0], name)].append(name)
        for group, together in names.items():
            yield from _group_losses((key, group), tuple(together), merger, disputed, tally)


def _group_losses(
    place: tuple[Key, str],
    names: tuple[str, ...],
    merger: Merger,
    disputed: set[tuple[Key, str]],
    tally: Tally,
) -> Iterator[str]:
    key = place[0]
    base, mine, theirs = merger.base.get(key), merger.mine[key], merger.theirs[key]
    row = merger.settled[key] or {}
    here, there = changed(base, mine, names), changed(base, theirs, names)
    clash = here and there and changed(mine, theirs, names)
    if clash != (place in disputed):
        yield f"{place}: {'no conflict' if clash else 'a conflict'} where there should be another"
    elif clash:
        if not any(row[name] == UNSETTLED for name in names):
            yield f"{place}: in conflict and settled all the same"
    else:
        tally.one_sided += here != there
        if changed(row, mine if here else theirs, names):
            yield f"{place}: an edit is lost or mixed"


def _twins(merger: Merger) -> list[tuple[Key, Key]]:
    """Pairs added alike on both sides of which there can be only one."""
    new: Rows = {
        key: row
        for state in (merger.mine, merger.theirs)
        for key, row in state.items()
        if key not in merger.base
    }
    return [pair for pair in twice(new) if pair[0][0] != "metric"]


def _idle_disputes(merger: Merger) -> Iterator[str]:
    """A removal is disputed only where the other side changed or newly needs what went."""
    for one in merger.conflicts:
        if one.sort is Dispute.REMOVAL and not _needed(one, merger):
            yield f"{one.id}: a removal is disputed that nobody minds"
        if one.sort is Dispute.LETTER:
            key = (one.kind, one.key)
            if not any(is_final(key, row) for row in (one.mine, one.theirs)):
                yield f"{one.id}: a draft is disputed as a letter"


def _needed(one: Conflict, merger: Merger) -> bool:
    kept = merger.theirs if one.mine is None else merger.mine
    covers = set(one.covers)
    if any(kept.get(key) != merger.base.get(key) for key in covers):
        return True
    for key, row in kept.items():
        base = merger.base.get(key)
        before = {*named_by(key, base), *listed_by(key, base)} if base is not None else set()
        after = {*named_by(key, row), *listed_by(key, row)}
        if any(target in covers for _, target in after - before):
            return True
    return False


# ---------------------------------------------------------------- after the choices


def _outcome_faults(merger: Merger, draw: random.Random, tally: Tally) -> Iterator[str]:
    choices = {one.id: draw.choice(one.allowed) for one in merger.conflicts}
    try:
        found = outcome(merger, choices)
    except Refused:
        tally.refused += 1
        return
    tally.mended.update(one.mending for one in found.repairs)
    swapped = put_together(merger.base, merger.theirs, merger.mine)
    flipped = {key: side.other for key, side in choices.items()}
    if outcome(swapped, flipped).rows != found.rows:
        yield "the same choices from the other side come to another end"
    rows = {key: row for key, row in found.rows.items() if row is not None}
    if twice(rows):
        yield "two records where there can be only one"
    for key, row in rows.items():
        for name, target in (*named_by(key, row), *listed_by(key, row)):
            if target not in rows:
                yield f"{key}: {name} refers to nothing"
        if UNSETTLED in row.values():
            yield f"{key}: a field was never settled"
    yield from _unasked(merger, choices, found)
    if merger.conflicts:
        lacking = dict(list(choices.items())[1:])
        try:
            outcome(merger, lacking)
            yield "written without a choice"
        except Refused:
            pass


def _unasked(merger: Merger, choices: dict[str, Side], found: Outcome) -> Iterator[str]:
    """Each side's edit is there, was given up by a choice, or its mending is told; and nothing has
    to be mended where no choice took a record away.
    """
    sorts = {one.sort for one in merger.conflicts}
    chosen = {(one.kind, one.key) for one in merger.conflicts if one.sort is Dispute.FIELDS}
    if not sorts & {Dispute.REMOVAL, Dispute.LETTER}:
        for one in found.repairs:
            followed = one.mending in (Mending.REMOVED, Mending.CLEARED)
            if followed and (one.kind, one.key) not in chosen:
                yield f"{one.kind} {one.key}: {one.field} is mended, but nobody chose a removal"
    told = {(one.kind, one.key) for one in found.repairs}
    told |= {max(pair) for pair in _twins(merger)}
    for conflict in merger.conflicts:
        told |= {(conflict.kind, conflict.key), (conflict.kind, conflict.rival), *conflict.covers}
    back = {
        key
        for conflict in merger.conflicts
        if conflict.sort is Dispute.REMOVAL
        for key in conflict.covers
    }
    for side, state in ((Side.MINE, merger.mine), (Side.THEIRS, merger.theirs)):
        other = merger.theirs if side is Side.MINE else merger.mine
        for key, row in state.items():
            before, now = merger.base.get(key), found.rows[key]
            if key in told or row == before:
                continue
            if now is None:
                yield f"{key}: {side.value} edited it and it is gone"
                continue
            for name, value in row.items():
                if value != (before or {}).get(name) and now[name] != value:
                    restored = before is not None and now[name] == before[name] and bool(back)
                    if not (restored and (other.get(key) or {}).get(name) == now[name]):
                        yield f"{key}: {name} of {side.value} is overwritten"


# ---------------------------------------------------------------- command


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; 1 when there was a fault."""
    words = argparse.ArgumentParser(prog="python -m tests.faults.merging", description=__doc__)
    words.formatter_class = argparse.RawDescriptionHelpFormatter
    words.add_argument("--triples", type=int, default=100_000)
    words.add_argument("--exchanges", type=int, default=1_000)
    words.add_argument("--parts", type=int, default=1_000)
    words.add_argument("--parties", type=int, default=1_000)
    words.add_argument("--seed", type=int, default=0)
    given = words.parse_args(argv)
    faults: list[str] = []
    runs = (
        lambda: judge(given.triples, given.seed),
        lambda: exchange(given.exchanges, given.seed),
        lambda: exchange_parts(given.parts, given.seed),
        lambda: exchange_party_copies(given.parties, given.seed),
    )
    for run in runs:
        tally = run()
        print(tally, flush=True)
        faults += tally.faults
    for fault in faults[:20]:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
