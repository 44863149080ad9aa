# SPDX-License-Identifier: Apache-2.0
"""Topics against parties: who agrees, who is apart, who is silent, what crosses a red line (N5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.negotiation import TalksQuestion, TalksRound, Topic
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, PartyStance, TalksOption
from missiondesk.domain.situation import Situation


class Climate(Worded):
    """How a topic stands between the parties at the table."""

    AGREED = "agreed", N_("All go along")
    CONDITIONS = "conditions", N_("All go along, some on conditions")
    APART = "apart", N_("Apart")
    OPEN = "open", N_("Not all have said")

    @property
    def symbol(self) -> str:
        """A sign beside the word."""
        return {"agreed": "✓", "conditions": "△", "apart": "■", "open": "○"}[self.value]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with what each party holds.

    Attributes:
        held: Position by party; a party without one is not in it.
        silent: Parties that were asked, whose answer is overdue.
    """

    topic: Topic
    held: Mapping[str, PartyPosition] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    climate: Climate = Climate.OPEN

    @property
    def id(self) -> str:
        """The topic's id."""
        return self.topic.id


def at_the_table(now: Situation, talks_round: TalksRound) -> tuple[Party, ...]:
    """The parties of a round by letter; all parties while none is named."""
    named = set(talks_round.parties)
    found = [one for one in now.all(Party) if one.id in named or not named]
    return tuple(sorted(found, key=lambda it: it.code))


def topics_of(now: Situation, talks_round: str) -> tuple[Topic, ...]:
    """Topics of a round by number."""
    found = now.referring(Topic, "talks_round", talks_round)
    return tuple(sorted(found, key=lambda it: it.number))


def questions_of(now: Situation, talks_round: str) -> tuple[TalksQuestion, ...]:
    """Questions of a round by number."""
    found = now.referring(TalksQuestion, "talks_round", talks_round)
    return tuple(sorted(found, key=lambda it: it.number))


def newest(rows: Iterable[PartyPosition]) -> dict[str, PartyPosition]:
    """The newest position of each party; of two on a day the one that was written later."""
    found: dict[str, PartyPosition] = {}
    for one in sorted(rows, key=lambda it: it.date.last if it.date else date.min):
        found[one.party] = one
    return found


def topic_rows(now: Situation, talks_round: TalksRound) -> tuple[TopicRow, ...]:
    """All topics of a round with what each party holds."""
    parties = [one.id for one in at_the_table(now, talks_round)]
    return tuple(topic_row(now, topic, parties) for topic in topics_of(now, talks_round.id))


def topic_row(now: Situation, topic: Topic, parties: Iterable[str]) -> TopicRow:
    """One topic with what each of the parties holds."""
    parties = tuple(parties)
    held = newest(now.referring(PartyPosition, "topic", topic.id))
    asked = now.referring(TalksQuestion, "topic", topic.id)
    silent = {
        party
        for question in asked
        for party in silent_on(now, question, parties)
        if party not in held
    }
    return TopicRow(topic, held, frozenset(silent), climate(held, parties))


def climate(held: Mapping[str, PartyPosition], parties: Iterable[str]) -> Climate:
    """How the topic stands: who is for it and who against are apart; silence leaves it open."""
    known = [
        held[one].stance
        for one in parties
        if one in held and held[one].stance is not PartyStance.UNKNOWN
    ]
    agrees = any(one.agrees for one in known)
    if agrees and PartyStance.AGAINST in known:
        return Climate.APART
    if len(known) < len(tuple(parties)) or not agrees:
        return Climate.OPEN
    if PartyStance.CONDITIONAL in known:
        return Climate.CONDITIONS
    return Climate.AGREED


def answers_to(now: Situation, question: str) -> dict[str, PartyPosition]:
    """The answer of each party to a question."""
    return newest(now.referring(PartyPosition, "question", question))


def silent_on(now: Situation, question: TalksQuestion, parties: Iterable[str]) -> tuple[str, ...]:
    """Parties that have not answered although the day is over."""
    if question.asked is None or question.due is None or question.due.last >= now.today:
        return ()
    answered = answers_to(now, question.id)
    return tuple(one for one in parties if one not in answered)


def collisions(now: Situation, option: TalksOption) -> tuple[PartyPosition, ...]:
    """The red lines that the option crosses, of parties at the table (N5)."""
    topic = now.get(Topic, option.topic)
    talks_round = now.get(TalksRound, topic.talks_round) if topic is not None else None
    if talks_round is None:
        return ()
    table = {one.id for one in at_the_table(now, talks_round)}
    found = (now.get(PartyPosition, key) for key in option.violates)
    return tuple(one for one in found if one is not None and one.red_line and one.party in table)
