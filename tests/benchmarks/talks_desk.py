# SPDX-License-Identifier: Apache-2.0
"""The sample with talks as large as a government's: a whole platform and all parties of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.clause import ClauseProposal, ClauseState, TalksDraft
from missiondesk.domain.financing import FinancingLine, LineKind, Package
from missiondesk.domain.initiative import Money
from missiondesk.domain.period import Period
from missiondesk.domain.platform import PlatformChapter
from missiondesk.domain.position import PartyStance
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import sample_desk
from tests.talks_builders import (
    a_clause,
    a_constellation,
    a_party,
    a_position,
    a_question,
    a_round,
    a_seat_result,
    a_talks_meeting,
    a_topic,
    an_election,
    an_option,
)

if TYPE_CHECKING:
    from missiondesk.store.unit import Unit

LETTERS = "ABCDEFGHIJMNOQRVWXYZ"  # those that no party of the sample has
_CHAPTERS, _TOPICS, _SEATS = 10, 34, 179
_COST = tuple(Money(year, 10_000_000_000) for year in range(2027, 2031))


def talks_desk(clauses: int, parties: int, positions: int) -> Desk:
    """The sample with one round more, which has so many of each, and the rest in their measure."""
    desk = sample_desk("Måling")
    with desk.session.write(Verb.IMPORT, "", "måling") as unit:
        table = [a_party(code=LETTERS[at], name=f"Parti {LETTERS[at]}") for at in range(parties)]
        keys = tuple(one.id for one in table)
        about = a_round(parties=keys)
        for record in (*table, about):
            unit.save(record)
        _seats(unit, keys)
        options = _topics(unit, about.id, keys, positions)
        _text(unit, keys, clauses, options)
    return desk


def _seats(unit: Unit, keys: tuple[str, ...]) -> None:
    election = an_election(date=Period("2026-11-03"))
    unit.save(election)
    for at, key in enumerate(keys):
        seats = _SEATS // len(keys) + (at < _SEATS % len(keys))
        unit.save(a_seat_result(election=election.id, party=key, seats=seats))
    for at in range(6):
        half = len(keys) // 2 + at % 2
        unit.save(
            a_constellation(
                election=election.id, name=f"Konstellation {at}", government=keys[at:half],
                against=keys[half:],
            )
        )  # fmt: skip


def _topics(unit: Unit, about: str, keys: tuple[str, ...], positions: int) -> list[str]:
    """Topics with questions, options and what each party holds; ids of the options."""
    stances, options = list(PartyStance), []
    topics = [
        a_topic(talks_round=about, number=at + 1, title=Wording(f"Emne nr. {at} om unge"))
        for at in range(_TOPICS)
    ]
    for at, topic in enumerate(topics):
        question = a_question(talks_round=about, number=at + 1, topic=topic.id)
        unit.save(topic)
        unit.save(question)
        for code in "AB":
            options.append(an_option(topic=topic.id, code=code))
            unit.save(options[-1])
        for place, party in enumerate(keys):
            if at * len(keys) + place < positions:
                unit.save(
                    a_position(
                        party=party, topic=topic.id, question=question.id,
                        stance=stances[(at + place) % len(stances)], intensity=1 + place % 5,
                        red_line=(at + place) % 9 == 0, text=f"Vi mener noget om emne {at}.",
                    )
                )  # fmt: skip
    for at in range(20):
        unit.save(a_talks_meeting(talks_round=about, title=f"Møde nr. {at}", parties=keys))
    return [one.id for one in options]


def _text(unit: Unit, keys: tuple[str, ...], clauses: int, options: list[str]) -> None:
    """Clauses with proposals and money, packages and versions."""
    chapters = [
        PlatformChapter(identity.new_id(), 20 + at, Wording(f"Kapitel {at}", f"Chapter {at}"))
        for at in range(_CHAPTERS)
    ]
    for chapter in chapters:
        unit.save(chapter)
    made = []
    for at in range(clauses):
        agreed = at % 3 == 0
        text = f"Der gennemføres tiltag nr. {at} for unge inden udgangen af 2030"
        clause = a_clause(
            chapter=chapters[at % _CHAPTERS].id, number=1 + at // _CHAPTERS,
            text=Wording(f"{text}.", f"Measure no. {at} is carried out by 2030."),
            state=ClauseState.AGREED if agreed else ClauseState.PROPOSED,
            proposer=keys[at % len(keys)], accepted=keys if agreed else keys[: at % len(keys)],
        )  # fmt: skip
        made.append(clause.id)
        unit.save(clause)
        if at % 4 == 1:
            unit.save(ClauseProposal(identity.new_id(), clause.id, keys[0], Wording(f"{text} nu.")))
        if at % 2 == 0:
            kind = LineKind.FINANCING if at % 6 == 0 else LineKind.EXPENSE
            unit.save(
                FinancingLine(identity.new_id(), kind, Wording(f"Linje nr. {at}"), clause.id, _COST)
            )
    for at in range(8):
        unit.save(
            Package(identity.new_id(), f"Pakke {at}", tuple(made[at::20]), tuple(options[at::9]))
        )
        unit.save(TalksDraft(identity.new_id(), at + 20, Wording(f"Udkast {at}"),
                             Period("2026-11-01"), "Åse"))  # fmt: skip
