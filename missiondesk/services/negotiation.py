# SPDX-License-Identifier: Apache-2.0
"""Rounds with topics, questions and what parties hold; the verbs that are not the same for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from missiondesk.domain import identity, positions
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.negotiation import (
    RoundState,
    TalksMeeting,
    TalksQuestion,
    TalksRound,
    Topic,
)
from missiondesk.domain.party import Party
from missiondesk.domain.period import Period, day
from missiondesk.domain.position import PartyPosition, PartyStance, TalksOption
from missiondesk.domain.positions import TopicRow
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.naming import name_of
from missiondesk.services.talks_rules import sound_in_talks

if TYPE_CHECKING:
    from missiondesk.services.session import Session

N = TypeVar("N", Topic, TalksQuestion, TalksOption)


@dataclass(frozen=True, slots=True)
class StanceEdit:
    """A party's stance on a topic as it was typed; no stance takes the position away."""

    topic: str
    party: str
    stance: PartyStance | None
    red_line: bool = False


class Negotiation:
    """Reads a round of talks, and writes what concerns several records at once."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- looking -------------------------------------------------------------------------
    def rounds(self) -> tuple[TalksRound, ...]:
        """Rounds in their order."""
        return self._session.situation.all(TalksRound)

    def the_round(self, key: str | None) -> TalksRound | None:
        """The round of this id, else the last one that is not over, else the last, or None."""
        rounds = self.rounds()
        found = self._session.situation.get(TalksRound, key)
        over = (RoundState.CONCLUDED, RoundState.BROKEN_OFF)
        live = [one for one in rounds if one.state not in over]
        return found or next(reversed(live), None) or next(reversed(rounds), None)

    def parties(self, talks_round: TalksRound) -> tuple[Party, ...]:
        """The parties at the table by letter."""
        return positions.at_the_table(self._session.situation, talks_round)

    def topics(self, talks_round: str) -> tuple[Topic, ...]:
        """Topics by number."""
        return positions.topics_of(self._session.situation, talks_round)

    def questions(self, talks_round: str) -> tuple[TalksQuestion, ...]:
        """Questions by number."""
        return positions.questions_of(self._session.situation, talks_round)

    def meetings(self, talks_round: str) -> tuple[TalksMeeting, ...]:
        """Meetings by date, the undated last."""
        found = self._session.situation.referring(TalksMeeting, "talks_round", talks_round)
        return tuple(sorted(found, key=lambda it: (it.date is None, it.date and it.date.last)))

    def rows(self, talks_round: TalksRound) -> tuple[TopicRow, ...]:
        """All topics with what each party holds."""
        return positions.topic_rows(self._session.situation, talks_round)

    def red_lines(self, topic: str) -> tuple[PartyPosition, ...]:
        """The red lines of all parties on a topic."""
        found = self._session.situation.referring(PartyPosition, "topic", topic)
        return tuple(one for one in found if one.red_line)

    def options(self, topic: str) -> tuple[TalksOption, ...]:
        """Options of a topic by letter."""
        found = self._session.situation.referring(TalksOption, "topic", topic)
        return tuple(sorted(found, key=lambda it: it.code))

    def collisions(self, option: TalksOption) -> tuple[PartyPosition, ...]:
        """Red lines that the option crosses (N5)."""
        return positions.collisions(self._session.situation, option)

    @property
    def today(self) -> Period:
        """The day of what is noted now."""
        return day(self._session.today)

    # -- verbs ---------------------------------------------------------------------------
    def add_topic(self, talks_round: str, title: Wording) -> Topic:
        """Add a topic as the last one.

        Raises:
            Refused: It has no title, or there is no such round.
        """
        number = len(self.topics(talks_round)) + 1
        return self._added(Topic(identity.new_id(), talks_round, number, title))

    def add_question(self, talks_round: str, text: Wording) -> TalksQuestion:
        """Add a question as the last one; it is due when the one before it is.

        Raises:
            Refused: It has no text, or there is no such round.
        """
        before = self.questions(talks_round)
        number = max((one.number for one in before), default=0) + 1
        due: Period | None = before[-1].due if before else None
        return self._added(TalksQuestion(identity.new_id(), talks_round, number, text, due=due))

    def add_option(self, topic: str, text: Wording) -> TalksOption:
        """Add an option under the next free letter.

        Raises:
            Refused: It has no text, or there is no such topic.
        """
        taken = {one.code for one in self.options(topic)}
        free = (chr(one) for one in range(ord("A"), ord("Z") + 1))
        code = next((one for one in free if one not in taken), str(len(taken) + 1))
        return self._added(TalksOption(identity.new_id(), topic, code, text))

    def _added(self, record: N) -> N:
        sound = sound_in_talks(self._session.situation, record)
        return self._session.keep(Verb.ADD_TO_TALKS, sound)

    def send_questions(self, talks_round: str, due: Period) -> int:
        """Note that all questions not sent yet are sent today, with the same deadline.

        Returns:
            How many they are.

        Raises:
            Refused: The deadline is over.
        """
        today = day(self._session.today)
        now = self._session.situation
        unsent = [
            sound_in_talks(now, replace(one, asked=today, due=due))
            for one in self.questions(talks_round)
            if one.asked is None
        ]
        named = self._session.the(TalksRound, talks_round)
        with self._session.write(Verb.SEND_QUESTIONS, talks_round, name_of(named)) as unit:
            for one in unsent:
                unit.save(one)
        return len(unsent)

    def say_stances(self, edits: Sequence[StanceEdit]) -> None:
        """Write stances typed in the grid in one Step; other fields of a position stay.

        Raises:
            Refused: A record is not there any more.
        """
        now = self._session.situation
        with self._session.write(Verb.SAY_STANCES, "", self._about(edits)) as unit:
            for edit in edits:
                held = positions.newest(unit.where(PartyPosition, topic=edit.topic))
                found = held.get(edit.party)
                if edit.stance is None:
                    if found is not None:
                        remove_with_belongings(unit, PartyPosition, found.id)
                    continue
                before = found or PartyPosition(
                    identity.new_id(), edit.party, edit.topic, date=day(self._session.today)
                )
                after = replace(before, stance=edit.stance, red_line=edit.red_line)
                unit.save(sound_in_talks(now, after))

    def _about(self, edits: Sequence[StanceEdit]) -> str:
        found = (self._session.situation.get(Party, one.party) for one in edits)
        return ", ".join(dict.fromkeys(one.code for one in found if one is not None))
