# SPDX-License-Identifier: Apache-2.0
"""What a letter says of other missions: promises that its reader has there, or one line of each."""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain.commitment import Commitment
from missiondesk.domain.letter import LetterKind
from missiondesk.domain.letter_content import CommitmentRow, MissionLine
from missiondesk.domain.mission import Mission
from missiondesk.language import sort_key
from missiondesk.services import letter_tables, metric_words
from missiondesk.services.letter_facts import LetterFacts


def elsewhere(facts: LetterFacts) -> tuple[CommitmentRow, ...]:
    """Commitments of other live missions that the addressee leads or shares, as "M2.4" (L10).

    They are made from the same records as in the letters about those missions, so they stand
    there word for word alike.
    """
    office, letter = facts.letter.addressee_office, facts.letter
    if office is None or letter.mission is None or letter.kind is LetterKind.RECALL:
        return ()
    return tuple(
        letter_tables.commitment_row(facts, one, f"{mission.code}.{one.number}")
        for mission in _live(facts)
        if mission.id != letter.mission
        for one in _of_office(facts, mission, office)
    )


def _of_office(facts: LetterFacts, mission: Mission, office: str) -> Iterator[Commitment]:
    for one in letter_tables.pursued(facts, mission.id):
        if office == one.lead_office or office in one.co_offices:
            yield one


def lines(facts: LetterFacts) -> tuple[MissionLine, ...]:
    """A line for each live mission, in a letter that is about no single one."""
    if facts.letter.mission is not None or facts.letter.kind is LetterKind.RECALL:
        return ()
    return tuple(_line(facts, mission) for mission in _live(facts))


def _line(facts: LetterFacts, mission: Mission) -> MissionLine:
    tr, metric = facts.tr, facts.now.metric_of(mission.id)
    target = metric_words.target(metric, tr) if metric else ""
    if target and metric is not None and metric.target_period is not None:
        target = f"{target} ({tr.period(metric.target_period)})"
    holder = facts.now.holder(mission.accountable_office, facts.on)
    minister = (facts.title_of(mission.accountable_office), holder.name if holder else "")
    return MissionLine(
        code=mission.code,
        title=mission.title.in_language(tr.lang),
        metric=metric.name.in_language(tr.lang) if metric else "",
        target=target,
        minister=", ".join(part for part in minister if part),
    )


def _live(facts: LetterFacts) -> list[Mission]:
    found = [one for one in facts.now.missions if one.state.live]
    return sorted(found, key=lambda one: sort_key(one.code, "da"))
