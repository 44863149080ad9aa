# SPDX-License-Identifier: Apache-2.0
"""How two copies of a workspace descend from each other, told by the ids of their Steps and never
by a clock or a file's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Change, Step, Verb


class Relation(Worded):
    """What a copy is to the workspace that is open."""

    IDENTICAL = "identical", N_("The copy is the same.")
    OLDER = "older", N_("The copy is older: all that it holds is here already.")
    NEWER = "newer", N_("The copy is newer: it goes on from what is here.")
    DIVERGED = "diverged", N_("Both were worked on since they parted.")
    UNRELATED = "unrelated", N_("The copy comes from another workspace.")


@dataclass(frozen=True, slots=True)
class Descent:
    """One copy's Steps: its own trail, the oldest first, and those of copies it took in."""

    own: Sequence[Step]
    joined: Sequence[Step] = ()

    @property
    def head(self) -> str | None:
        """Id of its last Step, None while there is none."""
        return self.own[-1].id if self.own else None


class Lineage:
    """The Steps of two copies as one family.

    A Step descends from the one before it, and one that put a copy together with the workspace also
    from the copy's last Step, unless it was undone: then what it took in is not there any more. A
    copy that holds only a part has a trail of its own; the Step that notes its sending descends
    from that trail's first, by which the two are related.

    Raises:
        Refused: The copies tell the same Step differently, so one of them was tampered with.
    """

    def __init__(self, mine: Descent, theirs: Descent) -> None:
        self.steps: dict[str, Step] = {}
        for step in (*mine.joined, *theirs.joined, *mine.own, *theirs.own):
            known = self.steps.setdefault(step.id, step)
            if known.changes != step.changes and _differ_by_a_purge(known, step):
                self.steps[step.id] = _fuller(known, step)
            elif _deed(known) != _deed(step):
                raise Refused(
                    N_(
                        "The two copies tell one and the same step differently, so one of them was "
                        "altered by another program. Nothing was changed. Ask for the copy again."
                    )
                )
        self._known: dict[str, frozenset[str]] = {}
        self._roots: dict[str, str] = {}

    def ancestors(self, head: str | None) -> frozenset[str]:
        """Ids of all Steps whose work is in the state after ``head``, with ``head``."""
        if head is None or head not in self.steps:
            return frozenset()
        if head not in self._known:
            reach = self._reached(head, frozenset())
            self._known[head] = self._reached(head, self._undone(reach))
        return self._known[head]

    def relation(self, mine: str | None, theirs: str | None) -> Relation:
        """What the copy that ends in ``theirs`` is to the one that ends in ``mine``."""
        if mine == theirs:
            return Relation.IDENTICAL
        mine_all, theirs_all = self.ancestors(mine), self.ancestors(theirs)
        if not mine_all & theirs_all:
            return Relation.UNRELATED
        if theirs in mine_all:
            return Relation.OLDER
        return Relation.NEWER if mine in theirs_all else Relation.DIVERGED

    def meeting_points(self, one: str, other: str) -> tuple[str, ...]:
        """The last Steps that both descend from; several when each took in the other before."""
        both = self.ancestors(one) & self.ancestors(other)
        if self.root(one) == self.root(other):
            # What both took in from the same part stands in their own trails already.
            both = frozenset(key for key in both if self.root(key) == self.root(one))
        passed = {parent for key in both for parent in self._parents(key, frozenset())}
        last = sorted(both - passed)
        return tuple(key for key in last if not self._behind_another(key, last))

    def trunk(self, key: str) -> tuple[str, ...]:
        """The trail that leads to a Step: ids from the first Step to it."""
        found: dict[str, None] = {}
        at: str | None = key
        while at is not None and at in self.steps and at not in found:
            found[at] = None
            at = self.steps[at].parent
        return tuple(reversed(found))

    def root(self, key: str) -> str:
        """The first Step of the trail that leads to this one."""
        passed: list[str] = []
        at = key
        while at not in self._roots:
            passed.append(at)
            parent = self.steps[at].parent if at in self.steps else None
            if parent is None or parent in passed:
                self._roots[at] = at
                break
            at = parent
        for one in passed:
            self._roots[one] = self._roots[at]
        return self._roots[key]

    def done_since(self, head: str, points: Iterable[str]) -> tuple[str, ...]:
        """The trail's Steps after those by which it met another trail; the newest first."""
        met, found = set(points), []
        for key in reversed(self.trunk(head)):
            step = self.steps[key]
            if key in met or (step.subject in met and (taken_in(step) or sent_out(step))):
                break
            found.append(key)
        return tuple(found)

    def _behind_another(self, key: str, last: Iterable[str]) -> bool:
        return any(key in self.ancestors(one) for one in last if one != key)

    def _reached(self, head: str, undone: frozenset[str]) -> frozenset[str]:
        found: set[str] = set()
        waiting = [head]
        while waiting:
            key = waiting.pop()
            if key in found or key not in self.steps:
                continue
            found.add(key)
            waiting.extend(self._parents(key, undone))
        return frozenset(found)

    def _parents(self, key: str, undone: frozenset[str]) -> Iterable[str]:
        step = self.steps[key]
        if step.parent is not None:
            yield step.parent
        if taken_in(step) and key not in undone:
            yield step.subject
        elif sent_out(step) and step.subject in self.steps:
            yield step.subject  # the copy is in the world, whether its note was undone or not

    def _undone(self, reach: frozenset[str]) -> frozenset[str]:
        """Those of the Steps that stand undone; what undoes always comes later in a trail."""
        undone: set[str] = set()
        for step in sorted((self.steps[key] for key in reach), key=lambda it: (-it.number, it.id)):
            if step.undoes is not None and step.id not in undone:
                undone.add(step.undoes)
        return frozenset(undone)


def _deed(step: Step) -> tuple[object, ...]:
    """What a Step did; who opened the sample, whose Steps are the same for all, is no matter."""
    return step.number, step.parent, step.verb, step.undoes, step.changes


def _differ_by_a_purge(one: Step, other: Step) -> bool:
    """Whether two tellings of a Step are the same but for what a purge erased in one of them."""
    if _deed(one)[:-1] != _deed(other)[:-1] or len(one.changes) != len(other.changes):
        return False
    pairs = zip(one.changes, other.changes, strict=True)
    return all(mine == theirs or _purged_alike(mine, theirs) for mine, theirs in pairs)


def _purged_alike(one: Change, other: Change) -> bool:
    return bool(one.erased or other.erased) and _frame(one) == _frame(other)


def _frame(change: Change) -> tuple[object, ...]:
    return change.kind, change.key, change.before is None, change.after is None


def _fuller(one: Step, other: Step) -> Step:
    """The telling that still has the words, change by change."""
    pairs = zip(one.changes, other.changes, strict=True)
    return replace(one, changes=tuple(b if a.erased else a for a, b in pairs))


def taken_in(step: Step) -> bool:
    """Whether the Step put a copy together with the workspace; its undo and redo do not."""
    return step.verb is Verb.MERGE and step.undoes is None


def sent_out(step: Step) -> bool:
    """Whether the Step notes that a copy with a part of the workspace was sent."""
    return step.verb is Verb.SEND_COPY and step.undoes is None
