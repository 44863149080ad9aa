# SPDX-License-Identifier: Apache-2.0
"""Talks in which every text is a word that says who may read it (N10)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from missiondesk.domain.clause import ClauseProposal
from missiondesk.domain.financing import FinancingLine
from missiondesk.domain.initiative import Money
from missiondesk.domain.negotiation import Audience, TalksMeeting, TalksQuestion, TalksRound
from missiondesk.domain.party import Party
from missiondesk.domain.period import Period
from missiondesk.domain.position import PartyPosition
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from missiondesk.services.talks_partition import PUBLIC
from missiondesk.services.workspaces import blank_desk
from missiondesk.store.database import Database
from missiondesk.store.ledger import Ledger
from missiondesk.store.store import Store
from tests.talks_builders import a_party, a_round, a_topic

CODES = ("Q", "W")


def canary(owner: str, audience: Audience, place: str) -> str:
    """A word that may be read by that audience only."""
    return f"kanarie{owner}{audience.value}{place}".lower()


def a_planted_desk() -> Desk:
    """A new desk of its own with such a round, planted once a process."""
    database = Database()
    database.load(_planted())
    return Desk(Store(Ledger(database), "Sekretær"))


@cache
def _planted() -> bytes:
    desk = blank_desk("Sekretær")
    try:
        plant_talks(desk)
        return desk.session.store.image()
    finally:
        desk.close(discard=True)


def plant_talks(desk: Desk) -> TalksRound:
    """A round in which every text says who may read it."""
    parties = [desk.talks.add(a_party(code=code, name=f"Parti{code}")) for code in CODES]
    secret = canary("x", Audience.SECRETARIAT, "round")
    talks = desk.talks.add(
        a_round(parties=tuple(one.id for one in parties), note=secret, lead="Leder")
    )
    for place, audience in enumerate(Audience):
        topic = desk.talks.add(
            a_topic(talks_round=talks.id, number=place + 1, title=Wording(f"Emne{place}"),
                    note=canary("x", Audience.SECRETARIAT, "topic"), conflict=3)
        )  # fmt: skip
        question = desk.talks.add(
            TalksQuestion("", talks.id, place + 1, Wording(f"Hvad{place}?"), topic.id,
                          Period("2026-01-01"), Period("2026-01-02"))
        )  # fmt: skip
        for code, party in zip(CODES, parties, strict=True):
            held = PartyPosition("", party.id, topic.id, question.id, red_line=True)
            marked = {
                name: canary(code, audience, name) for name in ("text", "source", "source_page")
            }
            wish = canary(code, Audience.OWN if audience is not Audience.SECRETARIAT else audience,
                          "wish")  # fmt: skip
            held = desk.talks.add(replace(held, audience=audience, wish=wish, **marked))
            option = desk.talks.rounds.add_option(topic.id, Wording(canary(code, audience, "opt")))
            shown = audience if audience is not Audience.OWN else Audience.SECRETARIAT
            words = {
                name: canary(code, shown, name) for name in ("effects", "legal", "pros", "cons")
            }
            desk.talks.revise(
                replace(option, text=Wording(canary(code, shown, "option")), audience=shown,
                        violates=(held.id,), **words)
            )  # fmt: skip
            desk.talks.add(
                TalksMeeting("", talks.id, Period("2026-01-01"), canary(code, audience, "title"),
                             canary(code, audience, "place"), (party.id,),
                             canary(code, audience, "agenda"), canary(code, audience, "minutes"),
                             audience)
            )  # fmt: skip
    _plant_text(desk, parties)
    return talks


def _plant_text(desk: Desk, parties: list[Party]) -> None:
    chapter = desk.platform.add_chapter(Wording("Kapitel"))
    for audience in Audience:
        for code, party in zip(CODES, parties, strict=True):
            clause = desk.talks.text.add_clause(
                chapter.id, Wording(canary(code, audience, "clause")), party.id
            )
            note = canary("x", Audience.SECRETARIAT, "note")
            desk.talks.text.revise_clause(replace(clause, audience=audience, note=note))
            desk.talks.add(
                FinancingLine("", title=Wording(canary(code, audience, "line")),
                              clause=clause.id, amounts=(Money(2027, 100),),
                              source=canary(code, audience, "sum"), agreed_by=(party.id,),
                              audience=audience)
            )  # fmt: skip
        shared = desk.talks.text.add_clause(chapter.id, Wording("Fælles"))
        desk.talks.text.revise_clause(replace(shared, audience=Audience.PUBLIC))
        for code, party in zip(CODES, parties, strict=True):
            text = Wording(canary(code, audience, "proposal"))
            desk.talks.text.propose(ClauseProposal("", shared.id, party.id, text, audience))
    draft = desk.talks.text.freeze(Wording("Udkast"), canary("x", Audience.SECRETARIAT, "author"))
    for code, party in zip(CODES, parties, strict=True):
        desk.talks.text.hand_out(draft.id, canary(code, Audience.OWN, "recipient"), party.id)
    for row in desk.talks.text.rows():
        more = Wording(f"{row.clause.text.da} mere")
        desk.talks.text.revise_clause(replace(row.clause, text=more))


def forbidden(desk: Desk, reader: str) -> list[str]:
    """Beginnings of all canaries that the reader must never meet."""
    own = next((one.code for one in desk.situation.all(Party) if one.id == reader), "")
    found = ["kanariexsecretariat"]
    for code in CODES:
        found.append(canary(code, Audience.SECRETARIAT, ""))
        if code != own:
            found.append(canary(code, Audience.OWN, ""))
        if reader == PUBLIC:
            found.append(canary(code, Audience.PARTIES, ""))
    return found
