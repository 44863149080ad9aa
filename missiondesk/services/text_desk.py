# SPDX-License-Identifier: Apache-2.0
"""The negotiated text: clauses, what parties want instead, who accepts, and frozen versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain import clauses, identity, positions
from missiondesk.domain.clause import Clause, ClauseProposal, ClauseState, DraftCopy, TalksDraft
from missiondesk.domain.clauses import ChapterProgress
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message
from missiondesk.domain.negotiation import RoundState, TalksRound
from missiondesk.domain.party import Party
from missiondesk.domain.period import day
from missiondesk.domain.platform import PlatformChapter
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of
from missiondesk.services.past import records_after
from missiondesk.services.talks_rules import sound_in_talks

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.unit import Unit


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause as it is listed.

    Attributes:
        printed: Chapter and number, "2.3".
        faults: What is wrong with its brackets (N6).
        lacking: Parties at the table that do not accept it yet.
    """

    clause: Clause
    chapter: PlatformChapter
    printed: str
    proposals: tuple[ClauseProposal, ...] = ()
    faults: tuple[Message, ...] = ()
    lacking: tuple[Party, ...] = ()

    @property
    def id(self) -> str:
        """The clause's id."""
        return self.clause.id


class TextDesk:
    """The verbs about the negotiated text."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- looking -------------------------------------------------------------------------
    def rows(self) -> tuple[ClauseRow, ...]:
        """All clauses in the order of the text."""
        return clause_rows(self._session.situation)

    def progress(self) -> tuple[ChapterProgress, ...]:
        """How much is agreed, by chapter (N4)."""
        return clauses.progress(self._session.situation)

    def drafts(self) -> tuple[TalksDraft, ...]:
        """Frozen versions, the newest first."""
        return drafts_of(self._session.situation)

    def copies(self, draft: str) -> tuple[DraftCopy, ...]:
        """Copies of a version by number."""
        return copies_of(self._session.situation, draft)

    # -- clauses -------------------------------------------------------------------------
    def add_clause(self, chapter: str, text: Wording, proposer: str | None = None) -> Clause:
        """Add a clause as the last of its chapter.

        Raises:
            Refused: It has no text, or there is no such chapter.
        """
        now = self._session.situation
        number = len(clauses.clauses_of(now, chapter)) + 1
        made = Clause(identity.new_id(), chapter, number, text, proposer=proposer)
        made = sound_in_talks(now, clauses.revised(None, made, (), table_of(now)))
        return self._session.keep(Verb.ADD_TO_TALKS, made)

    def revise_clause(self, clause: Clause) -> Clause:
        """Write the clause as given; another text takes every acceptance back (N3).

        Raises:
            Refused: It is not there any more, or a field is wrong.
        """
        now, before = self._session.situation, self._session.the(Clause, clause.id)
        if clause.state is not before.state and clause.state is ClauseState.AGREED:
            _require_agreeable(now, clause)
        proposals = now.referring(ClauseProposal, "clause", clause.id)
        after = clauses.revised(before, clause, proposals, table_of(now))
        return self._session.keep(Verb.REVISE_TALKS, sound_in_talks(now, after))

    def remove_clause(self, key: str) -> None:
        """Remove the clause with its proposals; those after it move up."""
        gone = self._session.the(Clause, key)
        now = self._session.situation
        with self._session.write(Verb.REMOVE_FROM_TALKS, key, name_of(gone)) as unit:
            remove_with_belongings(unit, Clause, key)
            rest = (one for one in clauses.clauses_of(now, gone.chapter) if one.id != key)
            for number, left in enumerate(rest, start=1):
                unit.save(replace(left, number=number))

    def move_clause(self, key: str, places: int) -> None:
        """Move the clause within its chapter, down by so many places, up when negative."""
        moved = self._session.the(Clause, key)
        rows = list(clauses.clauses_of(self._session.situation, moved.chapter))
        at = next(place for place, one in enumerate(rows) if one.id == key)
        rows.insert(min(max(at + places, 0), len(rows) - 1), rows.pop(at))
        with self._session.write(Verb.REVISE_TALKS, key, name_of(moved)) as unit:
            for number, one in enumerate(rows, start=1):
                unit.save(replace(one, number=number))

    def accept(self, key: str, parties: Iterable[str]) -> Clause:
        """Note that exactly these parties accept the text as it stands (N3).

        Raises:
            Refused: Something in the text is still open, or a party is not there.
        """
        clause, now = self._session.the(Clause, key), self._session.situation
        accepted = tuple(dict.fromkeys(parties))
        for party in accepted:
            self._session.the(Party, party)
        if accepted:
            _require_agreeable(now, clause)
        proposals = now.referring(ClauseProposal, "clause", key)
        after = replace(clause, accepted=accepted)
        if after.state is ClauseState.AGREED:
            after = replace(after, state=ClauseState.PROPOSED)
        after = replace(after, state=clauses.state_of(after, proposals, table_of(now)))
        return self._session.keep(Verb.ACCEPT_CLAUSE, after)

    # -- proposals -----------------------------------------------------------------------
    def propose(self, proposal: ClauseProposal) -> ClauseProposal:
        """Write what a party wants instead; the clause then has alternatives.

        Raises:
            Refused: It has no text, or clause or party are not there.
        """
        now = self._session.situation
        proposal = replace(proposal, id=proposal.id or identity.new_id())
        sound = sound_in_talks(now, proposal)
        with self._session.write(Verb.REVISE_TALKS, proposal.id, self._about(sound)) as unit:
            unit.save(sound)
            settle_clause(unit, sound.clause, table_of(now))
        return sound

    def withdraw(self, key: str) -> None:
        """Take a proposal back."""
        gone = self._session.the(ClauseProposal, key)
        table = table_of(self._session.situation)
        with self._session.write(Verb.REMOVE_FROM_TALKS, key, self._about(gone)) as unit:
            unit.remove(ClauseProposal, key)
            settle_clause(unit, gone.clause, table)

    def take(self, key: str) -> Clause:
        """Put a proposal in the place of the clause's text; the others are gone, and nobody has
        accepted it yet (N3).
        """
        chosen = self._session.the(ClauseProposal, key)
        clause, now = self._session.the(Clause, chosen.clause), self._session.situation
        after = clauses.revised(
            clause, replace(clause, text=chosen.text, proposer=chosen.party), (), table_of(now)
        )
        with self._session.write(Verb.REVISE_TALKS, clause.id, name_of(clause)) as unit:
            for one in now.referring(ClauseProposal, "clause", clause.id):
                unit.remove(ClauseProposal, one.id)
            unit.save(sound_in_talks(now, after))
        return after

    def _about(self, one: ClauseProposal) -> str:
        party = self._session.situation.get(Party, one.party)
        clause = self._session.situation.get(Clause, one.clause)
        return " ".join(
            filter(None, (party.code if party else "", name_of(clause) if clause else ""))
        )

    # -- versions ------------------------------------------------------------------------
    def freeze(self, title: Wording, author: str = "", *, final: bool = False) -> TalksDraft:
        """Keep the text as it stands now as the next version (N9).

        Args:
            final: It is the end of the talks: nothing in it may be open (N6).

        Raises:
            Refused: Brackets are wrong, or, for the final text, something is still open.
        """
        rows = [one for one in self.rows() if one.clause.state.counts]
        if not rows:
            raise Refused(N_("There is no text to freeze yet."), field="title")
        broken = next((one for one in rows if one.faults), None)
        if broken is not None:
            raise Refused(
                N_("Clause {number}: {why}"), rule="N6", number=broken.printed,
                why=broken.faults[0],
            )  # fmt: skip
        still = [one.printed for one in rows if one.clause.state is not ClauseState.AGREED]
        if final and still:
            raise Refused(
                N_("The final text has nothing in brackets; not agreed yet: {clauses}."),
                rule="N6",
                clauses=", ".join(still[:12]),
            )
        number = max((one.number for one in self.drafts()), default=0) + 1
        made = TalksDraft(
            identity.new_id(), number, title, day(self._session.today), author.strip()
        )
        return self._session.keep(Verb.FREEZE_TEXT, made)

    def hand_out(self, draft: str, recipient: str, party: str | None = None) -> DraftCopy:
        """Note a copy of a version under the next number.

        Raises:
            Refused: Nobody is named, or version or party are not there.
        """
        now = self._session.situation
        number = max((one.number for one in self.copies(draft)), default=0) + 1
        made = DraftCopy(
            identity.new_id(), draft, number, " ".join(recipient.split()), party,
            day(self._session.today),
        )  # fmt: skip
        return self._session.keep(Verb.ADD_TO_TALKS, sound_in_talks(now, made))

    def as_frozen(self, draft: str) -> Situation:
        """The workspace as it stood when the version was frozen.

        Raises:
            Refused: It is not there.
        """
        return frozen(self._session, draft)


def frozen(session: Session, draft: str) -> Situation:
    """The workspace as it stood when a version was frozen; the trail tells it.

    Raises:
        Refused: The version is not there.
    """
    kept, now = session.the(TalksDraft, draft), session.situation
    steps = session.store.steps(record=(TalksDraft, kept.id), alone=True)
    first = list(steps)[-1:]
    if not first:
        return now
    return Situation(records_after(session.store, now, first[0].number), now.today)


def clause_rows(now: Situation) -> tuple[ClauseRow, ...]:
    """All clauses in the order of the text, with what hinders each."""
    known = [one.code for one in now.all(Party)]
    table = [one for key in table_of(now) if (one := now.get(Party, key)) is not None]
    return tuple(
        ClauseRow(
            clause,
            chapter,
            f"{chapter.number}.{clause.number}",
            now.referring(ClauseProposal, "clause", clause.id),
            tuple(
                dict.fromkeys(
                    fault
                    for text in clauses.texts_of(clause)
                    for fault in clauses.bracket_faults(text, known)
                )
            ),
            tuple(one for one in table if one.id not in clause.accepted),
        )
        for chapter, clause in clauses.all_clauses(now)
    )


def table_of(now: Situation) -> tuple[str, ...]:
    """Ids of the parties at the table of the round that is under way; none without a round."""
    rounds = now.all(TalksRound)
    over = (RoundState.CONCLUDED, RoundState.BROKEN_OFF)
    live = [one for one in rounds if one.state not in over] or list(rounds)
    if not live:
        return ()
    return tuple(one.id for one in positions.at_the_table(now, live[-1]))


def drafts_of(now: Situation) -> tuple[TalksDraft, ...]:
    """Frozen versions, the newest first."""
    return tuple(sorted(now.all(TalksDraft), key=lambda it: -it.number))


def copies_of(now: Situation, draft: str) -> tuple[DraftCopy, ...]:
    """Copies of a version by number."""
    found = now.referring(DraftCopy, "draft", draft)
    return tuple(sorted(found, key=lambda it: it.number))


def _require_agreeable(now: Situation, clause: Clause) -> None:
    if any(map(clauses.has_brackets, clauses.texts_of(clause))):
        raise Refused(
            N_("Words in brackets are not settled: nobody can accept the clause yet."),
            field="accepted",
            rule="N6",
        )
    if now.referring(ClauseProposal, "clause", clause.id):
        raise Refused(
            N_("There are other proposals: take one, or have them withdrawn first."),
            field="accepted",
            rule="N3",
        )


def settle_clause(unit: Unit, key: str, table: tuple[str, ...]) -> None:
    """Let the clause's state follow its proposals; what was accepted without them is open again."""
    clause = unit.get(Clause, key)
    if clause is None:
        return
    proposals = unit.where(ClauseProposal, clause=key)
    after = replace(clause, accepted=() if proposals else clause.accepted)
    if after.state is ClauseState.AGREED:
        after = replace(after, state=ClauseState.PROPOSED)
    unit.save(replace(after, state=clauses.state_of(after, proposals, table)))
