# SPDX-License-Identifier: Apache-2.0
"""What stands on the projector for one topic: only what all parties in the talks may see (N10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import positions
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.negotiation import TalksRound, Topic
from missiondesk.domain.position import TalksOption
from missiondesk.language import Translator
from missiondesk.services.position_words import held_words, party_name
from missiondesk.services.talks_partition import PARTIES, Reader, partitioned

if TYPE_CHECKING:
    from missiondesk.domain.situation import Situation


@dataclass(frozen=True, slots=True)
class Slide:
    """One topic.

    Attributes:
        options: Each with its letter.
        lines: What each party has said openly.
    """

    key: str
    title: str
    options: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def slides(now: Situation, talks_round: TalksRound, tr: Translator) -> tuple[Slide, ...]:
    """All topics of a round, each as all parties may see it."""
    seen = partitioned(now, Reader(PARTIES))
    parties = positions.at_the_table(seen, talks_round)
    found = []
    for topic in positions.topics_of(seen, talks_round.id):
        row = positions.topic_row(seen, topic, [one.id for one in parties])
        lines = []
        for one in parties:
            held = row.held.get(one.id)
            if held is None:
                continue
            said = held.text.strip() or held_words(held, False, tr)
            lines.append(tr.say(N_("{party}: {position}"), party=party_name(one), position=said))
        found.append(Slide(topic.id, _title(topic, tr), _options(seen, topic, tr), tuple(lines)))
    return tuple(found)


def _title(topic: Topic, tr: Translator) -> str:
    return f"{topic.number} {topic.title.in_language(tr.lang)}"


def _options(seen: Situation, topic: Topic, tr: Translator) -> tuple[str, ...]:
    found = sorted(seen.referring(TalksOption, "topic", topic.id), key=lambda it: it.code)
    return tuple(f"{one.code}  {one.text.in_language(tr.lang)}" for one in found)
