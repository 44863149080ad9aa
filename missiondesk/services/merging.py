# SPDX-License-Identifier: Apache-2.0
"""Copies that meet again: what a returned file is to this workspace, and putting it together with
it as one Step.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from missiondesk.domain.copy_sent import Audience, CopyMark, CopySent
from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.fingerprint import fingerprint
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.lineage import Lineage, Relation, taken_in
from missiondesk.domain.merge_outcome import CODES, Choices, Outcome, outcome
from missiondesk.domain.merging import (
    UNSETTLED,
    Conflict,
    Key,
    Merger,
    Row,
    Side,
    incoming,
    put_together,
)
from missiondesk.domain.message import N_
from missiondesk.domain.party_return import own_things
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Step, Verb
from missiondesk.services.copy_returns import (
    note_return,
    sent_part,
    with_withheld,
    withheld_from,
)
from missiondesk.services.merge_authors import known_as, renamed, signed
from missiondesk.services.party_returns import settle_party
from missiondesk.services.receiving import require_harmless_workspace

if TYPE_CHECKING:
    from missiondesk.services.print_plan import PrintJob
    from missiondesk.services.session import Session
    from missiondesk.store.store import Store
    from missiondesk.store.unit import KeptFile

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Doings:
    """What was done in one copy since the two last met.

    Attributes:
        steps: How many Steps.
        changes: How many records they changed.
        who: Who made them, in alphabetical order.
    """

    steps: int = 0
    changes: int = 0
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a copy is to this workspace, and what came of putting them together so far.

    Attributes:
        name: The copy's file name.
        since: When the last Step that both have was made, by its maker's clock.
        mark: What the file says of being a copy that was sent.
        part: The copy holds only what an audience may see, or the workspace does and the file all.
        fingerprint: The four words of the file.
        remarks: What a party's copy changed of what is not the party's own: none of it is taken, it
            is kept as comments; with ``mine`` what is here.
        party: Id of the party whose copy it is; None also where the party is not here any more.
        own_file: Hash of the file where it is the workspace's own, changed by somebody else; it may
            be written over once it is taken in.
        incoming: What is taken from the copy without a conflict, a record each, in the form of a
            conflict whose ``mine`` is what is here; with who wrote it there.
        merger: None where there is nothing to put together.
        conflicts: Those of the merger, with who changed each side and when.
    """

    relation: Relation
    name: str
    mine: Doings = Doings()
    theirs: Doings = Doings()
    since: datetime | None = None
    merger: Merger | None = None
    conflicts: tuple[Conflict, ...] = ()
    head: str = ""
    my_head: str | None = None
    joined: tuple[Step, ...] = ()
    kept: tuple[KeptFile, ...] = ()
    names: Mapping[Key, Entity] | None = None
    mark: CopyMark | None = None
    part: bool = False
    fingerprint: str = ""
    incoming: tuple[Conflict, ...] = ()
    remarks: tuple[Conflict, ...] = ()
    party: str | None = None
    own_file: bytes = b""

    def all_from(self, side: Side) -> dict[str, Side]:
        """This side for every conflict that allows it."""
        return {one.id: side for one in self.conflicts if side in one.allowed}

    @property
    def news(self) -> int:
        """How many records would be otherwise here without any choice."""
        if self.merger is None:
            return 0
        mine = self.merger.mine
        return sum(1 for key, row in self.merger.settled.items() if _differs(mine.get(key), row))


class Merging:
    """Compares the workspace with a copy of it and puts the two together."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def compare(self, path: Path, passphrase: str | None = None) -> Comparison:
        """Look at a copy as at any received file; nothing is written.

        Args:
            path: The copy.
            passphrase: Of a confidential copy; not wanted when it has this workspace's key.

        Raises:
            Unavailable: It is not there, damaged, newer, sealed or no workspace.
            Refused: Its trail does not lead to what stands in it; or it is confidential and this
                workspace is not, and the copy was not closed here for its way.
        """
        from missiondesk.store.image import Opener
        from missiondesk.store.workspace import open_workspace

        require_harmless_workspace(path)
        mine = self._session.store
        opener = Opener(passphrase, like=mine.codec)
        with closing(open_workspace(path, mine.who, read_only=True, opener=opener)) as theirs:
            closed = theirs.codec.confidential and not mine.codec.confidential
            if closed and not _sent_from_here(mine, theirs.mark):
                raise Refused(
                    N_(
                        "The copy is confidential and this workspace is not, so the two were not "
                        "put together. Make this workspace confidential first."
                    )
                )
            found = self._by_recipient(compare_stores(mine, theirs, path.name))
            own = mine.path is not None and mine.path == path.absolute()
            words = fingerprint(theirs.revision)
            return replace(found, fingerprint=words, own_file=theirs.digest if own else b"")

    def _by_recipient(self, found: Comparison) -> Comparison:
        """Whoever worked in a copy that was sent from here is told as whom it was sent to: the
        name by which their computer knows them may say nothing.
        """
        mark = found.mark
        sent = self._session.situation.get(CopySent, mark.copy) if mark is not None else None
        if sent is None:
            return found
        names = known_as(sent, self._session.store.who, found.theirs.who)
        who = tuple(sorted(names.get(one, one) for one in found.theirs.who))
        return replace(
            found,
            theirs=replace(found.theirs, who=who),
            conflicts=renamed(found.conflicts, names),
            incoming=renamed(found.incoming, names),
            remarks=renamed(found.remarks, names),
        )

    def keep_mine(self, comparison: Comparison) -> None:
        """Write the workspace over its own file, which holds nothing that is not in it.

        Raises:
            Refused: It does.
        """
        if comparison.relation not in (Relation.IDENTICAL, Relation.OLDER):
            raise Refused(N_("The file holds changes that are not in this window. Compare again."))
        self._session.store.accept(comparison.own_file)

    def outcome(
        self, comparison: Comparison, choices: Choices, left_out: Collection[Key] = frozenset()
    ) -> Outcome:
        """What the two become by these choices, with what has to be mended.

        Args:
            comparison: What the copy is to this workspace.
            choices: A side for each conflict.
            left_out: Records of which nothing else is taken from the copy.

        Raises:
            Refused: A choice is missing or not allowed.
        """
        if comparison.merger is None:
            return Outcome({}, ())
        merger = comparison.merger
        # What a part could not show had its code before the part was made.
        before = merger.mine.keys() - merger.base.keys() if comparison.part else frozenset[Key]()
        return outcome(merger, choices, self._codes(merger), before, left_out)

    def apply(
        self,
        comparison: Comparison,
        choices: Choices,
        left_out: Collection[Key] = frozenset(),
        language: str = "da",
    ) -> Step | None:
        """Put the copy together with this workspace as one Step, which undo takes back whole.

        Args:
            comparison: What the copy is to this workspace.
            choices: A side for each conflict.
            left_out: Records of which nothing else is taken from the copy.
            language: In which a party's changes to others' records are told as comments.

        Returns:
            The Step, or None when the copy brings nothing.

        Raises:
            Refused: It is unrelated, a choice is missing, or the workspace changed meanwhile.
        """
        if comparison.relation is Relation.UNRELATED:
            raise Refused(
                N_("“{name}” comes from another workspace, so the two cannot be put together."),
                name=comparison.name,
            )
        if comparison.merger is None:
            return None
        store = self._session.store
        if _head_of(store) != comparison.my_head:
            raise Refused(
                N_("The workspace was changed since it was compared with the copy. Compare again.")
            )
        becomes = self.outcome(comparison, choices, left_out)
        own = comparison.own_file
        if comparison.relation is Relation.NEWER and not comparison.news and not own:
            return None
        # Not the session's write: what either copy dated is taken as it is, and nothing is dated
        # anew by the day of the merge.
        with store.write(Verb.MERGE, comparison.head, comparison.name) as unit:
            for key, row in becomes.rows.items():
                if row == comparison.merger.mine.get(key):
                    continue
                if row is None:
                    unit.remove(KINDS[key[0]], key[1])
                else:
                    unit.save(_record(key, row))
            if comparison.remarks or comparison.party:
                settle_party(unit, self._session.situation, comparison, becomes.rows, language)
            for file in comparison.kept:
                unit.keep(file.data, file.media_type)
            unit.join(comparison.joined)
            note_return(unit, comparison.mark, comparison.name)
        if own:
            store.accept(own)
        return unit.step

    def report(
        self, comparison: Comparison, choices: Choices, left_out: Collection[Key], language: str
    ) -> PrintJob:
        """The report on what was put together, as a PDF; called after `apply`."""
        from missiondesk.services.merge_report import prepare_merge_report

        last = next(iter(self._session.store.steps(limit=1)), None)
        step = last if last is not None and taken_in(last) else None
        return prepare_merge_report(self._session, comparison, choices, left_out, step, language)

    def finder(self, comparison: Comparison) -> BothCopies:
        """Where the names of both copies' records are found."""
        return BothCopies(self._session.situation, comparison.names or {})

    def _codes(self, merger: Merger) -> Iterable[tuple[str, Row]]:
        for kind, names in CODES.items():
            for record in self._session.store.all(KINDS[kind]):
                if (kind, record.id) not in merger.settled:
                    yield kind, {name: getattr(record, name) for name in names if name}


class BothCopies:
    """Looks a record up here, and in the copy when it is not here."""

    def __init__(self, now: Situation, others: Mapping[Key, Entity]) -> None:
        self._now = now
        self._others = others

    def get(self, kind: type[E], key: str | None) -> E | None:
        """The record, or None."""
        found = self._now.get(kind, key)
        if found is not None or key is None:
            return found
        return cast("E | None", self._others.get((KIND_OF[kind], key)))


def compare_stores(mine: Store, theirs: Store, name: str) -> Comparison:
    """What the workspace ``theirs`` is to ``mine``.

    Raises:
        Refused: A newer desk made one of them, or a trail does not lead to its records.
    """
    from missiondesk.services.merge_states import TwoCopies, descent_of

    if mine.newer or theirs.newer:
        raise Refused(
            N_(
                "“{name}” was made by a newer version of Missiondesk. Install the newer version to "
                "put it together with another copy."
            ),
            name=name,
        )
    here, there = descent_of(mine), descent_of(theirs)
    lineage = Lineage(here, there)
    relation = lineage.relation(here.head, there.head)
    found = Comparison(
        relation,
        name,
        head=there.head or "",
        my_head=here.head,
        mark=theirs.mark,
    )
    if here.head is None or there.head is None or relation is Relation.UNRELATED:
        return found
    found = _with_doings(found, lineage, here.head, there.head)
    if relation in (Relation.IDENTICAL, Relation.OLDER):
        return found
    copies = TwoCopies(mine, theirs, lineage)
    base, other = copies.base, copies.theirs
    if copies.apart:
        sent = sent_part(mine, (*here.own, *here.joined), lineage.root(there.head))
        if sent is not None and sent.audience is Audience.PARTY:
            party = sent.party or ""
            own = own_things(party, base, copies.mine, other)
            base, other = own.base, own.theirs
            remarks = signed(own.remarks, lineage, here, there)
            found = replace(found, party=party or None, remarks=remarks)
        base, other = with_withheld(base, copies.mine, other, withheld_from(mine, sent))
    merger = put_together(base, copies.mine, other)
    known = {step.id for step in (*here.own, *here.joined)}
    mine_files = {file.sha256 for file in mine.inheritance()[1]}
    return replace(
        found,
        merger=merger,
        part=copies.apart,
        conflicts=signed(merger.conflicts, lineage, here, there),
        incoming=signed(incoming(merger), lineage, here, there),
        joined=tuple(one for one in (*there.own, *there.joined) if one.id not in known),
        kept=tuple(it for it in theirs.inheritance()[1] if it.sha256 not in mine_files),
        names=_names(theirs, (*merger.theirs, *((it.kind, it.key) for it in found.remarks))),
    )


def _names(theirs: Store, keys: Iterable[Key]) -> dict[Key, Entity]:
    found = {key: theirs.get(KINDS[key[0]], key[1]) for key in keys}
    return {key: record for key, record in found.items() if record is not None}


def _with_doings(found: Comparison, lineage: Lineage, mine: str, theirs: str) -> Comparison:
    here, there = lineage.ancestors(mine), lineage.ancestors(theirs)
    points = lineage.meeting_points(mine, theirs)
    ours, other = here - there, there - here
    if lineage.root(mine) != lineage.root(theirs):
        ours = frozenset(lineage.done_since(mine, points)) & ours
        other = frozenset(lineage.done_since(theirs, points)) & other
    last = max((lineage.steps[key] for key in points), key=lambda it: it.number, default=None)
    return replace(
        found,
        mine=_doings(lineage, ours),
        theirs=_doings(lineage, other),
        since=last.at if last else None,
    )


def _doings(lineage: Lineage, keys: Iterable[str]) -> Doings:
    steps = [lineage.steps[key] for key in keys]
    own = [step for step in steps if step.verb not in (Verb.MERGE, Verb.SEND_COPY)]
    changed = {(change.kind, change.key) for step in own for change in step.changes}
    return Doings(len(own), len(changed), tuple(sorted({step.who for step in own})))


def _record(key: Key, row: Row) -> Entity:
    from missiondesk.services.merge_states import record_of

    return record_of(key, row)


def _differs(mine: Row | None, row: Row | None) -> bool:
    if mine is None or row is None:
        return mine is not row
    return any(value not in (mine[name], UNSETTLED) for name, value in row.items())


def _sent_from_here(store: Store, mark: CopyMark | None) -> bool:
    return mark is not None and store.get(CopySent, mark.copy) is not None


def _head_of(store: Store) -> str | None:
    return next((step.id for step in store.steps(limit=1)), None)
