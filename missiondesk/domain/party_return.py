# SPDX-License-Identifier: Apache-2.0
"""What a party in talks may bring back in its copy: its own positions, proposals and clauses, and
whether it accepts. Whatever else was changed there is a remark, and is not taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final

from missiondesk.domain.clauses import has_brackets
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.merging import (
    Conflict,
    Dispute,
    Key,
    Row,
    State,
    ids_in,
    listed_by,
    named_by,
    place_of,
    stored_ids,
)
from missiondesk.domain.step import Stored

# What says by its field "party" whose it is.
_OWN: Final = ("party_position", "clause_proposal")
# Whom a record asks for a yes, and what the yes is said to: it holds for these words alone (N3).
_YES: Final = {"clause": "accepted", "financing_line": "agreed_by"}
_SAID_TO: Final = {
    "clause": ("text",),
    "financing_line": ("kind", "title", "amounts", "permanent"),
}
_TEXT: Final = ("text", "state", "accepted")
_BY_HAND: Final = frozenset(("reserved", "deleted"))


@dataclass(frozen=True, slots=True)
class PartyReturn:
    """What a party's copy brings, once what is not its own is set aside.

    Attributes:
        base: What the copy began with or was when the two last met.
        theirs: The copy, with everything that is not the party's own as it was in ``base``.
        remarks: What it changed besides, a record each: ``mine`` is what is here, ``theirs`` what
            the copy says; fields () is a record that was added or removed.
    """

    base: State
    theirs: State
    remarks: tuple[Conflict, ...] = ()


def own_things(party: str, base: State, mine: State, theirs: State) -> PartyReturn:
    """Part what a party's copy brings from what it only remarks on.

    Args:
        party: Id of the party, as whoever sent the copy noted it.
        base: What the copy began with or was when the two last met.
        mine: The workspace.
        theirs: The copy as it came back.
    """
    return _Parting(party, base, mine, theirs).result()


class _Parting:
    def __init__(self, party: str, base: State, mine: State, theirs: State) -> None:
        self.party, self.base, self.mine, self.theirs = party, base, mine, theirs
        self._base, self._theirs = dict(base), dict(theirs)
        self._remarks: dict[Key, Conflict] = {}
        self._proposed_before, self._proposed_here, self._proposed_there = map(
            _proposals, (base, mine, theirs)
        )
        self._last: dict[str, int] = defaultdict(int)  # number of the last clause, by chapter
        for key, row in mine.items():
            if key[0] == "clause":
                chapter = str(row["chapter"])
                self._last[chapter] = max(self._last[chapter], _number(row))

    def result(self) -> PartyReturn:
        changed = [
            key
            for key in sorted({*self.base, *self.theirs}, key=self._order)
            if self.base.get(key) != self.theirs.get(key)
        ]
        for key in changed:
            self._part(key, self.base.get(key), self.theirs.get(key))
        self._forget_what_is_gone()
        while hanging := [key for key in changed if self._hangs_on_nothing(key)]:
            for key in hanging:
                self._set_aside(key)
        order = sorted(self._remarks, key=place_of)
        return PartyReturn(self._base, self._theirs, tuple(self._remarks[key] for key in order))

    def _order(self, key: Key) -> tuple[int, int, str]:
        """By kind; clauses that are new in their order."""
        return place_of(key)[0], _number(self.theirs.get(key, {})), key[1]

    def _part(self, key: Key, before: Row | None, after: Row | None) -> None:
        here = self.mine.get(key)
        rows = [row for row in (before, after, here) if row is not None]
        if key[0] in _OWN and all(row["party"] == self.party for row in rows):
            return
        if key[0] == "comment" and (before is not None or here is None):
            return  # no comment of anybody else was ever in the copy
        if key[0] == "clause" and after is not None and before is None and here is None:
            if after["proposer"] == self.party:
                self._theirs[key] = self._new_clause(after)
                return
        elif key[0] in _YES and before is not None and after is not None and here is not None:
            self._part_fields(key, before, after, here)
            return
        self._set_aside(key)

    # ------------------------------------------------------------ what is not its own

    def _set_aside(self, key: Key) -> None:
        """As it was, with a remark on what the copy says."""
        before, after = self.base.get(key), self.theirs.get(key)
        names: tuple[str, ...] = ()
        if before is not None and after is not None:
            names = tuple(name for name in after if after[name] != before.get(name))
        self._remark(key, names)
        if before is None:
            self._theirs.pop(key, None)
        else:
            self._theirs[key] = before

    def _forget_what_is_gone(self) -> None:
        """What is not its own and not here: it was removed here, or was only ever added there.

        Nothing may hang on it, or it would come back as something that was removed here.
        """
        for key in {*self._base, *self._theirs} - self.mine.keys():
            row = self._base.get(key) or self._theirs[key]
            own = key[0] in _OWN and row["party"] == self.party
            if own or key[0] == "comment" or (key[0] == "clause" and key not in self.base):
                continue
            self._base.pop(key, None)
            self._theirs.pop(key, None)

    def _remark(self, key: Key, names: Collection[str]) -> None:
        before, after = self.base.get(key), self.theirs.get(key)
        here = self.mine.get(key, before)

        def part(row: Row | None) -> Row | None:
            return {name: row.get(name) for name in names} if row and names else row

        self._remarks[key] = Conflict(
            Dispute.FIELDS, *key, tuple(names), part(before), part(here), part(after), covers=(key,)
        )

    def _hangs_on_nothing(self, key: Key) -> bool:
        """Whether it refers to something that is neither here nor taken from the copy."""
        row = self._theirs.get(key)
        if row is None or row == self._base.get(key):
            return False
        targets = (target for _, target in (*named_by(key, row), *listed_by(key, row)))
        return any(one not in self.mine and one not in self._theirs for one in targets)

    # ------------------------------------------------------------ clauses and lines

    def _new_clause(self, after: Row) -> Row:
        """Nobody but the party can have accepted it; it is the last of its chapter here."""
        chapter = str(after["chapter"])
        self._last[chapter] += 1
        yes = [self.party] if self.party in ids_in(after["accepted"]) else []
        fresh: dict[str, Stored] = {"number": self._last[chapter], "accepted": stored_ids(yes)}
        return {**after, **fresh, "state": "proposed", "goal": None}

    def _part_fields(self, key: Key, before: Row, after: Row, here: Row) -> None:
        """A clause or a line of money that both have: of it the party has its yes, and of a clause
        that it brought in the words.
        """
        left = {name for name in after if after[name] != before.get(name)}
        base, row = dict(before), dict(before)
        own = key[0] == "clause" and all(
            it["proposer"] == self.party for it in (before, after, here)
        )
        if own:
            left -= self._own_words(base, row, after, here)
        if key[0] == "clause" and after["text"] != before["text"]:
            left.discard("accepted")  # nobody's yes is to the new words: it goes with them
        else:
            left -= self._yes(key, base, row, before, after, here)
        if not {before.get("state"), after.get("state")} & _BY_HAND:
            left.discard("state")  # it follows from text, proposals and who accepts
        if key[0] == "clause" and self._removed_beside(str(before["chapter"])):
            left.discard("number")
        self._base[key], self._theirs[key] = base, row
        if left:
            self._remark(key, [name for name in after if name in left])

    def _own_words(
        self, base: dict[str, Stored], row: dict[str, Stored], after: Row, here: Row
    ) -> set[str]:
        """Take the words of the party's own clause; another text has no yes yet (N3)."""
        taken = {"audience"}
        row["audience"] = after["audience"]
        if after["text"] != base["text"]:
            if here["text"] == base["text"]:
                base |= {name: here[name] for name in _TEXT}
            row |= {name: base[name] for name in _TEXT}
            row |= {"text": after["text"], "accepted": stored_ids(())}
            taken |= set(_TEXT)
        return taken

    def _yes(
        self,
        key: Key,
        base: dict[str, Stored],
        row: dict[str, Stored],
        before: Row,
        after: Row,
        here: Row,
    ) -> set[str]:
        """Take the party's own yes or its withdrawal; the fields of which nothing is left to say.

        A yes counts for the words it was said to, and only where nothing in them is open.
        """
        name = _YES[key[0]]
        was, now = set(ids_in(before[name])), set(ids_in(after[name]))
        joins, leaves = self.party in now - was, self.party in was - now
        others = (was ^ now) - {self.party}
        if key[0] == "clause" and others <= was and self._proposals_changed(key[1]):
            others = set()  # who had accepted did so while there was nothing else
        same = all(before[it] == after[it] == here[it] for it in _SAID_TO[key[0]])
        here_ids = ids_in(here[name])
        takes = joins and same and (key[0] != "clause" or self._agreeable(key[1], here))
        if takes or (leaves and self.party in here_ids):
            kept = _TEXT if key[0] == "clause" else (name,)
            for target in (base, row):
                target |= {it: here[it] for it in kept}
            yes = [one for one in here_ids if one != self.party]
            row[name] = stored_ids([*yes, self.party] if takes else yes)
        return set() if others or (joins and not takes) else {name}

    def _agreeable(self, clause: str, here: Row) -> bool:
        """Whether the clause can be accepted once what the party proposes stands beside it."""
        if has_brackets(str(here["text"])):
            return False
        left = {
            key
            for key in self._proposed_here[clause]
            if self.mine[key]["party"] != self.party or key not in self.base or key in self.theirs
        }
        return not left | (self._proposed_there[clause] - self.base.keys())

    def _proposals_changed(self, clause: str) -> bool:
        found = self._proposed_before[clause] | self._proposed_there[clause]
        return any(self.base.get(key) != self.theirs.get(key) for key in found)

    def _removed_beside(self, chapter: str) -> bool:
        """Whether the copy removed a clause of the chapter, so that those after it moved up."""
        return any(
            key[0] == "clause" and key not in self.theirs and row["chapter"] == chapter
            for key, row in self.base.items()
        )


def _proposals(state: State) -> Mapping[str, set[Key]]:
    """Proposals by the clause that they are for."""
    found: dict[str, set[Key]] = defaultdict(set)
    for key, row in state.items():
        if key[0] == "clause_proposal":
            found[str(row["clause"])].add(key)
    return found


def _number(row: Row) -> int:
    found = row.get("number")
    return found if isinstance(found, int) else 0
