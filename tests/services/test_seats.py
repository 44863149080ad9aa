# SPDX-License-Identifier: Apache-2.0
"""Parties, elections and constellations: what was won, who would stand where, and on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.domain.party import Constellation, Election, ParliamentRule, Party, PartyRole
from missiondesk.domain.refused import Refused
from missiondesk.domain.seats import Verdict
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.list_states import RowStatus
from missiondesk.services.seat_words import house_said, standings_said, verdict_said
from missiondesk.services.seats import SeatRow, Standing
from missiondesk.services.shipped_elections import shipped_elections
from tests.documents.inspection import failures, page_texts
from tests.talks_builders import a_constellation, a_party, an_election

EN = translator("en")


@pytest.fixture
def won(desk: Desk) -> Election:
    """The result of 2026 in the workspace."""
    return desk.talks.seats.take_shipped("dk-2026")


def letters(desk: Desk, text: str) -> tuple[str, ...]:
    """Ids of parties by their letters."""
    known = {one.code: one.id for one in desk.situation.all(Party)}
    return tuple(known[code] for code in text.split())


def standing(desk: Desk, election: Election, favour: str, against: str = "") -> Standing:
    """A constellation as it counts."""
    made = desk.talks.add(
        Constellation(
            "", election.id, favour or "none",
            government=letters(desk, favour), against=letters(desk, against),
        )
    )  # fmt: skip
    return next(one for one in desk.talks.seats.standings(election) if one.id == made.id)


@pytest.mark.parametrize(
    ("favour", "seats"),
    [
        ("A F V M", 90),
        ("A F B Ø Å", 84),
        ("A F B Ø Å M", 98),
        ("V I O C Æ Q", 77),
        ("V I O C Æ Q M", 91),
        ("A V M", 70),
    ],
)
def test_sums_of_2026(desk: Desk, won: Election, favour: str, seats: int) -> None:
    counted = standing(desk, won, favour)
    assert counted.whole.in_favour == counted.without.in_favour == seats
    assert (counted.whole.verdict is Verdict.MAJORITY) == (seats >= 90)
    assert (counted.without.verdict is Verdict.MAJORITY) == (seats >= 88)


def test_the_north_atlantic_seats_count_or_do_not(desk: Desk, won: Election) -> None:
    whole, less = desk.talks.seats.house(won), desk.talks.seats.house(won, False)
    assert (whole.size, whole.needed, whole.filled) == (179, 90, 179)
    assert (less.size, less.needed, less.filled) == (175, 88, 175)
    assert house_said(whole, less, EN) == (
        "179 seats, 90 decide · without the North Atlantic seats 175, and 88 decide"
    )
    against = "V I O C Æ Q"
    counted = standing(desk, won, "A F B Ø Å SIU IA JF", against)
    assert (counted.whole.in_favour, counted.without.in_favour) == (87, 84)
    assert (counted.whole.against, counted.whole.undecided) == (77, 15)
    assert verdict_said(counted.whole, EN) == (
        "✓ viable as yet: 77 against, but 15 more are not known and 13 of them would block it"
    )
    assert counted.without.undecided == 14


def test_a_government_on_89_seats_has_a_majority_while_the_north_atlantic_stays_out(
    desk: Desk,
) -> None:
    election = desk.talks.seats.take_shipped("dk-2022")
    counted = standing(desk, election, "A V M", "F Æ I C Ø B Å D O")
    assert counted.whole.in_favour == 89
    assert (counted.whole.verdict, counted.without.verdict) == (Verdict.VIABLE, Verdict.MAJORITY)
    assert sum(desk.talks.seats.house(election, False).seats.values()) == 175


def test_who_turns_decides(desk: Desk, won: Election) -> None:
    counted = standing(desk, won, "A F B Ø Å", "V I O C Æ Q")
    assert [one.code for one in counted.pivotal] == ["A", "F"]
    blocked = standing(desk, won, "A F", "V I O C Æ Q M")
    assert blocked.whole.verdict is Verdict.BLOCKED
    assert verdict_said(blocked.whole, EN) == "■ blocked: 91 against, 90 decide"
    assert standings_said(desk.talks.seats.standings(won), EN) == (
        "0 of 2 constellations have a majority, 1 more are viable without one"
    )


def test_a_shipped_result_is_taken_once_and_undone(desk: Desk, won: Election) -> None:
    assert [one.key for one in desk.talks.seats.shipped()] == ["dk-2022"]
    assert all(sum(one.seats.values()) == 179 for one in shipped_elections())
    assert all(one.election.source for one in shipped_elections())
    parties = len(desk.situation.all(Party))
    desk.talks.seats.take_shipped("dk-2022")
    assert len(desk.situation.all(Party)) == parties + 1  # only D is new
    assert [one.name.en for one in desk.talks.seats.elections()] == [
        "General election 2026, Denmark", "General election 2022, Denmark",
    ]  # fmt: skip
    desk.history.undo()
    desk.history.undo()
    assert desk.situation.all(Party) == desk.talks.seats.elections() == ()
    with pytest.raises(Refused, match="No such result"):
        desk.talks.seats.take_shipped("se-2026")


def test_another_parliament_has_its_own_size_and_rule(desk: Desk) -> None:
    election = desk.talks.add(an_election(size=101, majority=68, rule=ParliamentRule.POSITIVE))
    one, two = desk.talks.add(a_party(code="K")), desk.talks.add(a_party(code="L"))
    desk.talks.seats.set_seats(election.id, {one.id: 60, two.id: 30})
    there = desk.talks.seats.house(election)
    assert (there.size, there.needed, there.filled) == (101, 68, 90)
    counted = standing(desk, election, "K", "L")
    assert counted.whole.verdict is Verdict.OPEN  # eleven seats are not entered
    assert verdict_said(counted.whole, EN).startswith("○ undecided: 60 for it, 8 short")
    desk.talks.seats.set_seats(election.id, {two.id: 41})
    assert standing(desk, election, "K", "L").whole.verdict is Verdict.BLOCKED


def test_parties_and_seats_are_entered_as_a_sheet_in_one_step(desk: Desk) -> None:
    election = desk.talks.add(an_election(size=100))
    rows = [SeatRow(Party("", " a ", "Et  parti"), 60), SeatRow(Party("", "b"), 40)]
    desk.talks.seats.enter(election.id, rows)
    kept = desk.talks.seats.rows(election)
    assert [(one.party.code, one.party.name, one.seats) for one in kept] == [
        ("a", "Et parti", 60), ("b", "", 40),
    ]  # fmt: skip
    other = desk.talks.add(an_election(name=Wording("Før", "Before"), size=100))
    desk.talks.seats.set_seats(other.id, {kept[0].id: 10})
    desk.talks.seats.enter(election.id, [kept[1]])
    assert [(one.party.code, one.seats) for one in desk.talks.seats.rows(election)] == [
        ("b", 40), ("a", 0),
    ]  # fmt: skip
    desk.talks.seats.enter(other.id, [SeatRow(kept[1].party, 5)])
    assert [one.code for one in desk.situation.all(Party)] == ["b"]  # it had no seats left
    desk.history.undo()
    assert len(desk.situation.all(Party)) == 2


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("A", 61), ("B", 40)], "more than the 100 seats"),
        ([("A", 1), ("a", 1)], "letter a is taken"),
        ([("", 1)], "needs a letter"),
        ([("A", -1)], "less than no seats"),
    ],
)
def test_seats_that_do_not_fit_are_refused(
    desk: Desk, rows: list[tuple[str, int]], said: str
) -> None:
    election = desk.talks.add(an_election(size=100))
    with pytest.raises(Refused) as refused:
        desk.talks.seats.enter(election.id, [SeatRow(Party("", code), won) for code, won in rows])
    assert said in EN.tell(refused.value.message)
    assert desk.situation.all(Party) == ()


def test_records_that_break_a_rule_are_refused(desk: Desk, won: Election) -> None:
    a, f = letters(desk, "A F")
    for record, field in (
        (a_party(code="a"), "code"),
        (a_party(code=" "), "code"),
        (an_election(name=Wording()), "name"),
        (an_election(size=0), "size"),
        (an_election(majority=180), "majority"),
        (a_constellation(election="none"), "election"),
        (a_constellation(election=won.id, name=" "), "name"),
        (a_constellation(election=won.id, government=(a,), against=(a, f)), "government"),
    ):
        with pytest.raises(Refused) as refused:
            desk.talks.add(record)
        assert refused.value.field == field, record
    with pytest.raises(Refused):
        desk.talks.seats.set_seats(won.id, {a: 39})
    with pytest.raises(Refused):
        desk.talks.seats.set_seats(won.id, {a: 200})


def test_roles_are_set_in_one_step_and_a_party_that_goes_leaves_every_place(
    desk: Desk, won: Election
) -> None:
    one = desk.talks.add(a_constellation(election=won.id, name="Ny"))
    a, f, m = letters(desk, "A F M")
    steps = len(desk.history.steps())
    desk.talks.seats.assign(
        [(one.id, a, PartyRole.GOVERNMENT), (one.id, f, PartyRole.SUPPORT),
         (one.id, m, PartyRole.NEUTRAL), (one.id, m, PartyRole.AGAINST)]
    )  # fmt: skip
    assert len(desk.history.steps()) == steps + 1
    kept = desk.situation.get(Constellation, one.id)
    assert kept == replace(one, government=(a,), support=(f,), against=(m,))
    desk.talks.remove(Party, m)
    assert desk.situation.get(Constellation, one.id) == replace(one, government=(a,), support=(f,))
    desk.history.undo()
    desk.talks.seats.assign([(one.id, a, PartyRole.UNKNOWN)])
    assert desk.situation.get(Constellation, one.id) == replace(one, support=(f,), against=(m,))
    desk.talks.remove(Election, won.id)
    assert desk.situation.all(Constellation) == ()


def test_seats_come_from_a_table_and_obey_the_same_rules(desk: Desk, tmp_path: Path) -> None:
    desk.talks.add(an_election(name=Wording("Valg X", "Election X"), size=100))
    parties = tmp_path / "partier.csv"
    parties.write_text(
        "Nøgle (parti);Kode;Navn;Blok\n;A;Et parti;midt\n;B;Andet parti;\n", encoding="utf-8"
    )
    desk.exchange.apply(desk.exchange.read_table(parties))
    seats = tmp_path / "mandater.csv"
    seats.write_text(
        "Nøgle (et partis mandater);Valg;Parti;Mandater\n;Valg X;A;60\n;Valg X;B;50\n",
        encoding="utf-8",
    )
    report = desk.exchange.read_table(seats)
    assert [row.status for row in report.rows].count(RowStatus.UNREADABLE) >= 1
    assert "100 mandater" in " ".join(translator("da").tell(one) for one in report.faults)
    seats.write_text(seats.read_text(encoding="utf-8").replace("50", "40"), encoding="utf-8")
    report = desk.exchange.read_table(seats)
    assert report.faults == ()
    desk.exchange.apply(report)
    assert desk.talks.seats.house(desk.talks.seats.elections()[0]).filled == 100


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_seat_sheet_is_accessible_and_says_every_verdict(
    desk: Desk, won: Election, language: str
) -> None:
    standing(desk, won, "A F V M", "I O C Æ Q")
    standing(desk, won, "V I C", "A F B Ø Å")
    made = desk.printing.prepare("seats", language, subject=won.id).make()
    assert failures(made.data) == []
    assert (made.missing_glyphs, made.cut_texts) == ((), ())
    text = " ".join(" ".join(page_texts(made.data)).split())
    for word in ("A F V M", "Banzhaf", "A+F+V+M", "Mcklmo"):
        assert word in text, word
    assert ("88 are needed" if language == "en" else "88 kræves") in text


def test_a_sheet_without_constellations_shows_the_parliament(desk: Desk, won: Election) -> None:
    made = desk.printing.prepare("seats", "da", subject=won.id).make()
    assert failures(made.data) == []
    assert "Folketingsvalget 2026" in " ".join(page_texts(made.data))
    desk.talks.remove(Election, won.id)
    with pytest.raises(Refused, match="not there"):
        desk.printing.prepare("seats", "da", subject=won.id)
