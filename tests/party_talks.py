# SPDX-License-Identifier: Apache-2.0
"""Talks with two parties, and the copy of the first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from missiondesk.domain.clause import Clause
from missiondesk.domain.comment import Comment
from missiondesk.domain.copy_sent import Audience as CopyAudience
from missiondesk.domain.copy_sent import CopySent
from missiondesk.domain.negotiation import Audience, TalksQuestion, Topic
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.domain.wording import Wording
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.merging import Comparison
from tests.talks_builders import a_party, a_round, a_topic
from tests.talks_canaries import CODES


@dataclass
class Talks:
    """A round with two parties, a topic, a question to all, and clauses."""

    desk: Desk
    q: Party
    w: Party
    topic: Topic
    question: TalksQuestion
    clause: Clause
    held: PartyPosition


def parties_at_a_table(desk: Desk) -> Talks:
    """The round; the second party says one thing to all and another in confidence."""
    q, w = (desk.talks.add(a_party(code=code, name=f"Parti {code}")) for code in CODES)
    talks_round = desk.talks.add(a_round(parties=(q.id, w.id)))
    topic = desk.talks.add(a_topic(talks_round=talks_round.id))
    question = desk.talks.rounds.add_question(talks_round.id, Wording("Hvad vil I?"))
    question = desk.talks.revise(replace(question, topic=topic.id))
    chapter = desk.platform.add_chapter(Wording("Kapitel"))
    clause = desk.talks.text.add_clause(chapter.id, Wording("Flere lærepladser."))
    held = desk.talks.add(
        PartyPosition("", w.id, topic.id, text="Ja tak", wish="Noget igen",
                      audience=Audience.PARTIES)
    )  # fmt: skip
    desk.talks.add(PartyPosition("", w.id, topic.id, text="Hemmeligt", audience=Audience.OWN))
    return Talks(desk, q, w, topic, question, clause, held)


def sent(talks: Talks, file: Path) -> CopySent:
    sending = Sending("Parti Q", audience=CopyAudience.PARTY, party=talks.q.id)
    return talks.desk.copies.send(file, sending)


def back(talks: Talks, other: Desk, file: Path) -> Comparison:
    assert other.wait_saved(10)
    return talks.desk.merging.compare(file)


def answer(other: Desk, talks: Talks, text: str = "Vi vil det her") -> PartyPosition:
    """What the party answers in its copy."""
    return other.talks.add(
        PartyPosition("", talks.q.id, talks.topic.id, talks.question.id, PartyStance.FOR, text=text)
    )


def comments(desk: Desk) -> list[Comment]:
    return list(desk.situation.all(Comment))
