# SPDX-License-Identifier: Apache-2.0
"""The part of the talks that an audience may see; whatever is composed is built from it (N10)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from missiondesk.domain.clause import (
    Clause,
    ClauseProposal,
    ClauseState,
    DraftCopy,
    TalksDraft,
)
from missiondesk.domain.entities import Entity
from missiondesk.domain.financing import FinancingLine
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import Audience, TalksMeeting, TalksQuestion, TalksRound, Topic
from missiondesk.domain.party import Election, Party, SeatResult
from missiondesk.domain.platform import PlatformChapter
from missiondesk.domain.position import PartyPosition, TalksOption
from missiondesk.domain.refused import Refused
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator

SECRETARIAT: Final = ""
PARTIES: Final = "parties"
PUBLIC: Final = "public"


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom something is made.

    Attributes:
        key: `SECRETARIAT`, `PARTIES`, `PUBLIC`, or the id of one party.
    """

    key: str = SECRETARIAT

    def may_see(self, audience: Audience, parties: tuple[str, ...]) -> bool:
        """Whether a record for this audience, which is of these parties, is for the reader."""
        if self.key == SECRETARIAT or audience is Audience.PUBLIC:
            return True
        if self.key == PUBLIC or audience is Audience.SECRETARIAT:
            return False
        if audience is Audience.PARTIES:
            return True
        return self.key in parties

    def words(self, now: Situation, tr: Translator) -> str:
        """Who it is, in words."""
        if self.key == SECRETARIAT:
            return tr.say(N_("for the secretariat"))
        if self.key == PARTIES:
            return tr.say(N_("for all parties in the talks"))
        if self.key == PUBLIC:
            return tr.say(N_("for everyone"))
        party = now.get(Party, self.key)
        return tr.say(N_("for {party}"), party=party.name or party.code) if party else ""

    def file_word(self, now: Situation, tr: Translator) -> str:
        """What tells its files apart, "" for the secretariat."""
        if self.key == PARTIES:
            return tr.say_in("file name", "all-parties")
        if self.key == PUBLIC:
            return tr.say_in("file name", "public")
        party = now.get(Party, self.key) if self.key else None
        return party.code if party else ""


EVERYTHING: Final = Reader()


def reader_of(now: Situation, key: str) -> Reader:
    """The reader with this key.

    Raises:
        Refused: It is no party that there is.
    """
    if key not in (SECRETARIAT, PARTIES, PUBLIC) and now.get(Party, key) is None:
        raise Refused(N_("The record is not there any more."))
    return Reader(key)


def readers(now: Situation) -> list[str]:
    """Keys of all readers, the secretariat first."""
    parties = sorted(now.all(Party), key=lambda it: it.code)
    return [SECRETARIAT, PARTIES, PUBLIC, *(one.id for one in parties)]


def partitioned(now: Situation, who: Reader) -> Situation:
    """What the reader may see of the talks; of the rest of the workspace only who sends it.

    Nothing is taken over that is not listed here, so that a new kind of record is unseen until
    somebody decides who may see it.
    """
    if who.key == SECRETARIAT:
        return now
    records: dict[type[Entity], tuple[Entity, ...]] = {
        Secretariat: now.all(Secretariat),
        Party: tuple(replace(one, note="") for one in now.all(Party)),
        Election: now.all(Election),
        SeatResult: now.all(SeatResult),
        PlatformChapter: now.all(PlatformChapter),
        **_text(now, who),
        TalksRound: tuple(
            replace(one, note="", frame=(), permanent=None) for one in now.all(TalksRound)
        ),
        Topic: tuple(
            replace(one, note="", conflict=None, mission=None, chapter=None)
            for one in now.all(Topic)
        ),
        # Whoever has answered in confidence would look as if it had been silent.
        TalksQuestion: tuple(replace(one, asked=None) for one in now.all(TalksQuestion)),
        PartyPosition: _positions(now, who),
        TalksMeeting: tuple(
            one for one in now.all(TalksMeeting) if who.may_see(one.audience, one.parties)
        ),
    }
    kept = {one.id for one in records[PartyPosition]}
    records[TalksOption] = tuple(
        replace(one, violates=tuple(key for key in one.violates if key in kept))
        for one in now.all(TalksOption)
        if who.may_see(one.audience, ())
    )
    return Situation(records, now.today)


def _text(now: Situation, who: Reader) -> dict[type[Entity], tuple[Entity, ...]]:
    """Clauses and proposals for the reader; who accepts what is for those at the table."""
    seen = [
        one
        for one in now.all(Clause)
        if who.may_see(one.audience, (one.proposer,) if one.proposer else ())
    ]
    clauses = {one.id for one in seen}
    proposals = [
        one
        for one in now.all(ClauseProposal)
        if one.clause in clauses and who.may_see(one.audience, (one.party,))
    ]
    other = {one.clause for one in proposals}
    return {
        Clause: tuple(_clause(one, who, alternatives=one.id in other) for one in seen),
        ClauseProposal: tuple(proposals),
        TalksDraft: tuple(replace(one, note="", author="") for one in now.all(TalksDraft)),
        DraftCopy: tuple(one for one in now.all(DraftCopy) if one.party == who.key),
        FinancingLine: tuple(
            replace(
                one,
                clause=one.clause if one.clause in clauses else None,
                agreed_by=() if who.key == PUBLIC else one.agreed_by,
            )
            for one in now.all(FinancingLine)
            if who.may_see(one.audience, one.agreed_by)
        ),
    }


def _clause(one: Clause, who: Reader, *, alternatives: bool) -> Clause:
    """The clause for the reader; that others have proposed something in confidence is not told."""
    state = one.state
    if state is ClauseState.ALTERNATIVE and not alternatives:
        state = ClauseState.PROPOSED
    accepted = () if who.key == PUBLIC else one.accepted
    return replace(one, note="", goal=None, accepted=accepted, state=state)


def _positions(now: Situation, who: Reader) -> tuple[Any, ...]:
    """Positions for the reader; what a party would trade is for the party itself alone."""
    return tuple(
        one if one.party == who.key else replace(one, wish="")
        for one in now.all(PartyPosition)
        if who.may_see(one.audience, (one.party,))
    )
