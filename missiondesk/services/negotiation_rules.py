# SPDX-License-Identifier: Apache-2.0
"""The rules of the forms for rounds, meetings, topics, questions, positions and options."""

from __future__ import annotations

from dataclasses import replace

from missiondesk.domain.entities import Entity
from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import TalksMeeting, TalksQuestion, TalksRound, Topic
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, TalksOption
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation


def sound_negotiation(now: Situation, record: Entity) -> Entity:
    """The record as it is written; a kind without rules is left as it is.

    Raises:
        Refused: A field is wrong.
    """
    match record:
        case TalksRound():
            _round(record)
        case TalksMeeting():
            _in_round(now, record.talks_round)
            if not record.title.strip():
                raise Refused(N_("A meeting needs a title."), field="title")
        case Topic():
            _in_round(now, record.talks_round)
            _topic(record)
        case TalksQuestion():
            _in_round(now, record.talks_round)
            _question(record)
        case PartyPosition():
            _position(now, record)
        case TalksOption():
            return _option(now, record)
    return record


def _in_round(now: Situation, key: str) -> None:
    if now.get(TalksRound, key) is None:
        raise Refused(N_("It belongs to a round of talks."), field="talks_round")


def _round(one: TalksRound) -> None:
    if not one.name:
        raise Refused(N_("A round needs a name."), field="name")
    if one.start is not None and one.end is not None and one.end.last < one.start.first:
        raise Refused(N_("It ends before it begins."), field="end")


def _topic(one: Topic) -> None:
    if not one.title:
        raise Refused(N_("A topic needs a title."), field="title")
    _require_five(one.conflict, "conflict")


def _question(one: TalksQuestion) -> None:
    if not one.text:
        raise Refused(N_("A question needs a text."), field="text")
    if one.asked is not None and one.due is not None and one.due.last < one.asked.first:
        raise Refused(N_("The answers are due before the question is asked."), field="due")


def _position(now: Situation, one: PartyPosition) -> None:
    if now.get(Party, one.party) is None:
        raise Refused(N_("A position is a party's."), field="party")
    topic, question = now.get(Topic, one.topic), now.get(TalksQuestion, one.question)
    if topic is None and question is None:
        raise Refused(N_("A position is on a topic, or answers a question."), field="topic")
    if (one.topic is not None and topic is None) or (one.question is not None and question is None):
        raise Refused(N_("The record is not there any more."), field="topic")
    _require_five(one.intensity, "intensity")


def _option(now: Situation, one: TalksOption) -> TalksOption:
    one = replace(one, code=" ".join(one.code.split()))
    if now.get(Topic, one.topic) is None:
        raise Refused(N_("An option belongs to a topic."), field="topic")
    if not one.code or not one.text:
        raise Refused(N_("An option needs a letter and a text."), field="text")
    others = now.referring(TalksOption, "topic", one.topic)
    if any(it.code.casefold() == one.code.casefold() and it.id != one.id for it in others):
        raise Refused(N_("The letter {code} is taken."), field="code", code=one.code)
    return one


def _require_five(level: int | None, field: str) -> None:
    if level is not None and not 1 <= level <= 5:
        raise Refused(N_("The judgement goes from 1 to 5."), field=field)
