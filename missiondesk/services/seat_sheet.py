# SPDX-License-Identifier: Apache-2.0
"""Composes the seat sheet: the parliament, each constellation with its verdict, what adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import seats
from missiondesk.domain.message import N_
from missiondesk.domain.party import Election, Party
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.domain.seat_sheet_content import ConstellationContent, SeatSheetContent
from missiondesk.domain.seats import House
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.seat_pictures import hemicycle_plot, majority_plot
from missiondesk.services.seat_words import (
    election_name,
    house_said,
    parties_said,
    party_letter,
    seats_word,
    standings_said,
    verdict_said,
)
from missiondesk.services.seats import (
    Standing,
    minimal_of,
    power_of,
    standings_of,
)

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

_MOST_COALITIONS = 12
_ABREAST = 4  # constellations in a table


def seat_sheet_job(order: Order) -> PrintJob:
    """The seat sheet of an election.

    Raises:
        Refused: There is none.
    """
    now, tr = order.now, order.tr
    election = order.session.the(Election, order.subject)
    content = seat_sheet(now, election, tr)
    standings = standings_of(now, election)
    half = hemicycle_plot(now, election, None, tr)
    bars = majority_plot(now, election, tr)
    each = tuple(
        (hemicycle_plot(now, election, one.constellation, tr),
         majority_plot(now, election, tr, one.constellation))
        for one in standings
    )  # fmt: skip

    def make() -> PrintedDocument:
        from missiondesk.documents.talks.seat_sheet import print_seat_sheet

        return print_seat_sheet(content, half, bars, each)

    name = order.named(order.tr.say_in("file name", "seats"), election_name(election, tr))
    return PrintJob(name, content.head.title, make)


def seat_sheet(now: Situation, election: Election, tr: Translator) -> SeatSheetContent:
    """The sheet in one language."""
    whole, less = seats.house(now, election), seats.house(now, election, False)
    standings = standings_of(now, election)
    title = tr.say(N_("Seats and majorities"))
    return SeatSheetContent(
        head=document_head(now, tr, title, (election_name(election, tr),)),
        finding=f"{standings_said(standings, tr)}.",
        house=f"{house_said(whole, less, tr)}.",
        parties=_parties(whole, tr),
        constellations=tuple(_constellation(one, tr) for one in standings),
        places=_places(whole, standings, tr),
        power=_power(whole, tr),
        minimal=_minimal(whole, tr),
        method=_method(election, tr),
    )


def _parties(there: House, tr: Translator) -> Rows:
    atlantic, none = tr.say(N_("North Atlantic")), "–"
    return Rows(
        title=tr.say(N_("Parties and seats")),
        head=(party_letter(tr), tr.say(N_("Party")), tr.say(N_("Bloc")), seats_word(tr)),
        rows=(
            *(
                (
                    one.code,
                    one.name,
                    atlantic if one.north_atlantic else one.bloc or none,
                    tr.number(there.seats[one.id]),
                )
                for one in there.parties
            ),
            ("", tr.say(N_("In all")), "", tr.number(there.filled)),
        ),
        numbers=frozenset({3}),
        total=True,
    )


def _constellation(one: Standing, tr: Translator) -> ConstellationContent:
    verdicts = [tr.say(N_("All seats: {verdict}."), verdict=verdict_said(one.whole, tr))]
    if one.whole.size != one.without.size:
        verdicts.append(
            tr.say(
                N_("Without the North Atlantic seats: {verdict}."),
                verdict=verdict_said(one.without, tr),
            )
        )
    if one.pivotal:
        verdicts.append(
            tr.say(
                N_("If one of these turned against it, the verdict would be another: {parties}."),
                parties=tr.list([party.code for party in one.pivotal]),
            )
        )
    return ConstellationContent(one.constellation.name, tuple(verdicts), one.constellation.note)


def _places(there: House, standings: tuple[Standing, ...], tr: Translator) -> tuple[Rows, ...]:
    """Who stands where, as many constellations beside each other as a page holds."""
    parts = [standings[at : at + _ABREAST] for at in range(0, len(standings), _ABREAST)]
    return tuple(
        Rows(
            title="" if at else tr.say(N_("Who stands where")),
            head=(tr.say(N_("Party")), seats_word(tr), *(one.constellation.name for one in part)),
            rows=tuple(
                (
                    _called(party),
                    tr.number(there.seats[party.id]),
                    *(tr.show(one.constellation.role_of(party.id)) for one in part),
                )
                for party in there.parties
            ),
            numbers=frozenset({1}),
        )
        for at, part in enumerate(parts)
    )


def _power(there: House, tr: Translator) -> Rows:
    rows = power_of(there)
    return Rows(
        title=tr.say(N_("How much hangs on each party")),
        lead=tr.say(
            N_(
                "The Banzhaf index is a party's share of all the cases in which one party makes "
                "the majority."
            )
        ),
        head=(
            tr.say(N_("Party")),
            seats_word(tr),
            tr.say(N_("Share of seats")),
            tr.say(N_("Banzhaf index")),
            tr.say(N_("Smallest majorities it sits in")),
        ),
        rows=tuple(
            (
                _called(one.party),
                tr.number(one.seats),
                tr.percent(100 * one.seats / there.size, 1),
                tr.percent(100 * float(one.banzhaf), 1),
                tr.number(one.minimal),
            )
            for one in rows
        ),
        numbers=frozenset({1, 2, 3, 4}),
    )


def _minimal(there: House, tr: Translator) -> Rows:
    found = minimal_of(there)
    kept = found[:_MOST_COALITIONS]
    more = len(found) - len(kept)
    note = tr.plural("{count} more is left out.", "{count} more are left out.", more)
    return Rows(
        title=tr.say(N_("Smallest majorities")),
        lead=tr.say(N_("Majorities that lose it without any one of their parties; the fewest "
                       "parties first.")),
        head=(tr.say(N_("Parties")), tr.say(N_("How many")), seats_word(tr)),
        rows=tuple(
            (
                parties_said(one),
                tr.number(len(one)),
                tr.number(sum(there.seats[party.id] for party in one)),
            )
            for one in kept
        ),
        numbers=frozenset({1, 2}),
        note=note if more else "",
        empty=tr.say(N_("The seats that are entered do not add up to a majority.")),
    )  # fmt: skip


def _method(election: Election, tr: Translator) -> MethodNote:
    rule = tr.say(N_("Rule of the parliament: {rule}."), rule=tr.show(election.rule).lower())
    verdict = tr.say(
        N_("A constellation has a majority when the seats in government and in support reach the "
           "seats that decide. Under negative parliamentarism it is viable as long as fewer seats "
           "are against it; neutral seats and those not known count on neither side (N1).")
    )  # fmt: skip
    atlantic = tr.say(
        N_("Without the North Atlantic seats, more than half of the other seats decides (N1). A "
           "party is pivotal when the verdict changes as it turns against the government (N2).")
    )  # fmt: skip
    sources = (election.source,) if election.source.strip() else ()
    return MethodNote((rule, verdict, atlantic), sources)


def _called(party: Party) -> str:
    return f"{party.code} {party.name}".strip()
