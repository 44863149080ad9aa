# SPDX-License-Identifier: Apache-2.0
"""A parliament as plain values for the charts: its half-circle, and bars to the majority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import seats
from missiondesk.domain.message import N_
from missiondesk.domain.party import Constellation, Election, PartyRole
from missiondesk.domain.seats import House
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.seat_words import election_name, party_letter, seats_word, verdict_said
from missiondesk.services.seats import standings_of

if TYPE_CHECKING:
    from missiondesk.charts.seat_plots import HemicyclePlot, MajorityPlot, MajorityRow, SeatGroup

# From the left to the right; the places in the charts' list of roles.
_ORDER = (
    PartyRole.GOVERNMENT, PartyRole.SUPPORT, PartyRole.NEUTRAL, PartyRole.UNKNOWN,
    PartyRole.AGAINST,
)  # fmt: skip
_NOBODY = Constellation("")


def hemicycle_plot(
    now: Situation,
    election: Election,
    constellation: Constellation | None,
    tr: Translator,
    north_atlantic: bool = True,
) -> HemicyclePlot:
    """The seats of an election as a constellation would place them."""
    from missiondesk.charts.seat_plots import HemicyclePlot

    there = seats.house(now, election, north_atlantic)
    chosen = constellation or _NOBODY
    counted = seats.count(there, chosen)
    heads = (
        party_letter(tr), tr.say(N_("Party")), seats_word(tr), tr.say(N_("Where it stands")),
    )  # fmt: skip
    title = election_name(election, tr)
    middle = str(there.filled)
    beside = tr.say(N_("of {size} seats; {needed} decide"), size=there.size, needed=there.needed)
    if constellation is not None:
        title = tr.say(
            N_("{name}: {verdict}"), name=constellation.name, verdict=verdict_said(counted, tr)
        )
        middle = str(counted.in_favour)
        beside = tr.say(
            N_("for it of {size}; {needed} decide"), size=there.size, needed=there.needed
        )
    return HemicyclePlot(
        title,
        _subtitle(election, north_atlantic, tr),
        tuple(map(tr.show, _ORDER)),
        _groups(there, chosen, tr),
        middle,
        beside,
        heads,
    )


def majority_plot(
    now: Situation, election: Election, tr: Translator, one: Constellation | None = None
) -> MajorityPlot:
    """All constellations of an election as bars; ``one`` alone with and without the North
    Atlantic seats.
    """
    from missiondesk.charts.seat_plots import MajorityPlot

    whole, less = seats.house(now, election), seats.house(now, election, False)
    north = whole.size != less.size
    with_words, without = tr.say(N_("all seats")), tr.say(N_("without the North Atlantic seats"))
    if one is not None:
        rows = [_row(whole, one, one.name, with_words, tr)]
        rows += [_row(less, one, one.name, without, tr)] if north else []
    else:
        found = standings_of(now, election)
        rows = [_row(whole, it.constellation, it.constellation.name, "", tr) for it in found]
    heads = (N_("Constellation"), N_("Seats that decide"), N_("Verdict"))
    return MajorityPlot(
        tr.say(N_("Seats for and against")),
        election_name(election, tr),
        tuple(map(tr.show, _ORDER)),
        tuple(rows),
        tuple(map(tr.say, heads)),
    )


def _row(there: House, one: Constellation, label: str, detail: str, tr: Translator) -> MajorityRow:
    from missiondesk.charts.seat_plots import MajorityRow

    counted = seats.count(there, one)
    verdict = counted.verdict
    return MajorityRow(
        label,
        detail,
        _groups(there, one, tr),
        counted.needed,
        tr.say(N_("{seats} for, {against} against"), seats=counted.in_favour,
               against=counted.against),
        f"{verdict.symbol} {tr.show(verdict)}",
        verdict.tone,
    )  # fmt: skip


def _groups(there: House, one: Constellation, tr: Translator) -> tuple[SeatGroup, ...]:
    from missiondesk.charts.seat_plots import SeatGroup

    found = []
    for place, role in enumerate(_ORDER):
        found += [
            SeatGroup(party.code, party.name, place, there.seats[party.id])
            for party in there.parties
            if one.role_of(party.id) is role
        ]
        missing = there.size - there.filled
        if role is PartyRole.UNKNOWN and missing > 0:
            found.append(SeatGroup("", tr.say(N_("Not entered")), place, missing))
    return tuple(found)


def _subtitle(election: Election, north_atlantic: bool, tr: Translator) -> str:
    name = election_name(election, tr)
    if north_atlantic:
        return name
    return tr.say(N_("{name}, without the North Atlantic seats"), name=name)
