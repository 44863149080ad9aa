# SPDX-License-Identifier: Apache-2.0
"""A reshuffle moves all that is live, keeps what held before, lists its letters and is undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain import raci
from missiondesk.domain.body import MemberRole, Membership
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.finding import Severity
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.letter_reissue import to_reissue
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, holds_on
from missiondesk.domain.period import Period
from missiondesk.domain.raci import Party
from missiondesk.domain.references import LISTED, REFERENCES
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.reallocation_places import KEPT, PLACES
from missiondesk.services.reallocation_plan import Move, Outcome, Reshuffle
from missiondesk.services.reallocation_words import reshuffle_job
from tests.documents.inspection import failures, page_text
from tests.sample import a_sample

DATED = {("membership", "office"), ("responsibility", "office"), ("appointment", "office")}


def office(desk: Desk, title: str) -> Office:
    return next(one for one in desk.situation.all(Office) if one.title.en == title)


def mission(desk: Desk, code: str) -> Mission:
    found = desk.missions.with_code(code)
    assert found is not None
    return found


def everything(desk: Desk) -> dict[type[Entity], tuple[Entity, ...]]:
    return {kind: desk.session.store.all(kind) for kind in KINDS.values()}


def still_named(now: Situation, old: str, start: date) -> list[str]:
    """Records that refer to the office for things from the day on."""
    live = {(KIND_OF[place.kind], place.field): place for place in PLACES}
    found = []
    for name, kind in KINDS.items():
        fields = {**REFERENCES.get(name, {}), **LISTED.get(name, {})}
        for field in (one for one, target in fields.items() if target == "office"):
            if (name, field) in KEPT:
                continue
            for record in now.all(kind):
                value = getattr(record, field)
                if old not in (value if isinstance(value, tuple) else (value,)):
                    continue
                dated = cast("Any", record)
                if (name, field) in DATED:
                    counts = dated.valid_to is None or dated.valid_to.last >= start
                else:
                    counts = live[name, field].live(now, record)
                if counts:
                    found.append(f"{name}.{field} {record.id}")
    return found


def test_every_field_that_names_an_office_has_its_rule() -> None:
    fields = {
        (kind, field)
        for table in (REFERENCES, LISTED)
        for kind, found in table.items()
        for field, target in found.items()
        if target == "office"
    }
    ruled = {(KIND_OF[place.kind], place.field) for place in PLACES} | DATED | set(KEPT)
    assert fields == ruled


def test_a_reshuffle_with_its_letters(sample: Desk) -> None:
    """The journey: employment goes to a new office in another ministry, with a new minister."""
    now, today = sample.situation, sample.today
    old, m1 = office(sample, "Minister for Employment"), mission(sample, "M1")
    social = office(sample, "Minister for Social Affairs")
    before, last_month = everything(sample), date(2026, 9, 30)
    was = raci.letters(now, m1, last_month)
    reshuffle = Reshuffle(
        today,
        (
            Move(
                old.id,
                title=Wording(
                    "Arbejds- og socialminister (eksempel)", "Minister for Work (example)"
                ),
                ministry=social.ministry,
                holder="Xenia Eksempel",
                closes=True,
            ),
        ),
    )
    preview = sample.reallocation.preview(reshuffle)
    assert everything(sample) == before, "a preview writes nothing"
    counts = dict(preview.counts())
    assert counts["Missions"] == 2
    assert counts["Seats in bodies"] >= 2
    assert counts["Letters of the RACI matrix"] >= 5
    anew = [one.letter.number for one in preview.letters if one.anew]
    assert anew and all(one in {it.number for it in sample.letters.all()} for one in anew)
    step = sample.reallocation.reallocate(reshuffle)
    assert step.verb is Verb.REALLOCATE and "Beskæftigelsesminister →" in step.about
    after = sample.situation
    new = office(sample, "Minister for Work (example)")
    assert mission(sample, "M1").accountable_office == new.id
    assert still_named(after, old.id, today) == []
    # The letters in force are those the preview named.
    assert {one.letter.number for one in to_reissue(after)} >= set(anew)
    # What held before stays readable: the matrix, the seats and the holders of last month.
    told = raci.letters(after, mission(sample, "M1"), last_month)
    assert {party: cell.parts for party, cell in told.items()} == {
        party: cell.parts for party, cell in was.items()
    }
    assert Party("office", new.id) in raci.letters(after, mission(sample, "M1"), today)
    held = after.holder(old.id, last_month)
    assert held is not None and held.name == "Carla Eksempel"
    assert after.holder(old.id, today) is None
    chair = [
        one
        for one in after.all(Membership)
        if one.office == old.id and one.role is MemberRole.CHAIR
    ]
    assert chair and all(not holds_on(one.valid_from, one.valid_to, today) for one in chair)
    # The list is printed, and valid.
    made = reshuffle_job(preview, translator("da")).make()
    assert failures(made.data) == [] and made.missing_glyphs == ()
    said = page_text(made.data)
    assert "Ressortomlægning: hvad der flyttes" in said and "Xenia Eksempel" in said
    # The letter to the new minister is drafted by the ordinary way, and addressed rightly.
    draft = sample.letters.draft(m1.id, "da")
    person = sample.situation.holder(new.id, today)
    assert person is not None and person.name == "Xenia Eksempel"
    assert (draft.addressee_office, draft.addressee_person) == (new.id, person.id)
    assert not [it for it in sample.letters.problems(draft.id) if it.field == "addressee_office"]
    # One step takes the draft back, one the whole reallocation.
    sample.history.undo()
    assert sample.history.undo().undoes == step.id
    assert everything(sample) == before


def test_letters_to_be_issued_anew_are_told_alike_before_and_after(sample: Desk) -> None:
    old, new = (office(sample, f"Minister for {it}") for it in ("Health", "Social Affairs"))
    # M2's own letter was due already for its minister left; the mission that goes makes it anew so.
    reshuffle = Reshuffle(sample.today, (Move(old.id, new.id),))
    listed = {one.letter.number: one.anew for one in sample.reallocation.preview(reshuffle).letters}
    assert listed["2026-002"] and not listed["2026-001"]
    climate = office(sample, "Minister for Climate, Energy and Utilities")
    transport = office(sample, "Minister for Transport")
    sample.reallocation.reallocate(Reshuffle(sample.today, (Move(climate.id, transport.id),)))
    due = {one.letter.id for one in sample.letters.to_reissue()}
    assert "2026-003" in {one.letter.number for one in sample.letters.to_reissue()}
    found = [one for one in sample.readiness.findings() if one.rule == "L6"]
    assert {one.key for one in found if one.severity is Severity.ERROR} == due


def test_a_day_ahead_schedules_what_has_dates_and_names_what_waits(sample: Desk) -> None:
    old, new = (office(sample, f"Minister for {it}") for it in ("Health", "Social Affairs"))
    start = date(2027, 1, 1)
    reshuffle = Reshuffle(start, (Move(old.id, new.id),))
    preview = sample.reallocation.preview(reshuffle)
    assert preview.ahead and preview.waiting > 5
    waits = {type(one.record) for one in preview.touches if one.outcome is Outcome.WAITS}
    assert waits >= {Mission, Commitment, Initiative}
    sample.reallocation.reallocate(reshuffle)
    now = sample.situation
    assert mission(sample, "M2").accountable_office == old.id
    seats = [one for one in now.all(Membership) if one.office == old.id]
    assert seats and all(one.valid_to == Period("2026-12-31") for one in seats)
    # The same again has nothing left that can be planned ahead.
    with pytest.raises(Refused) as refused:
        sample.reallocation.reallocate(reshuffle)
    assert refused.value.field == "start"
    # On the day the rest moves.
    settings_ = sample.settings.get()
    sample.settings.revise(replace(settings_, data_date=Period("2027-01-02")))
    sample.reallocation.reallocate(reshuffle)
    assert mission(sample, "M2").accountable_office == new.id
    left = still_named(sample.situation, old.id, start)
    assert all(one.startswith("appointment") for one in left), "who holds it stays: it did not end"


def test_two_offices_may_swap(sample: Desk) -> None:
    one, other = (office(sample, f"Minister for {it}") for it in ("Health", "Culture"))
    sample.reallocation.reallocate(
        Reshuffle(sample.today, (Move(one.id, other.id), Move(other.id, one.id)))
    )
    m2 = mission(sample, "M2")
    assert m2.accountable_office == other.id and one.id in m2.co_offices
    sample.history.undo()
    assert mission(sample, "M2").accountable_office == one.id


def test_whoever_holds_the_office_already_goes_on(sample: Desk) -> None:
    old, new = (office(sample, f"Minister for {it}") for it in ("Employment", "Culture"))
    before = sample.situation.all(Appointment)
    move = Move(old.id, new.id, holder="Karen  Eksempel")
    sample.reallocation.reallocate(Reshuffle(sample.today, (move,)))
    assert sample.situation.all(Appointment) == before


def test_only_one_mission_moves_when_it_is_chosen(sample: Desk) -> None:
    old, new = (office(sample, f"Minister for {it}") for it in ("Employment", "Social Affairs"))
    m1, m4 = mission(sample, "M1"), mission(sample, "M4")
    sample.reallocation.reallocate(Reshuffle(sample.today, (Move(old.id, new.id),), mission=m1.id))
    assert mission(sample, "M1").accountable_office == new.id
    assert mission(sample, "M4") == m4
    shared = [one for one in sample.situation.commitments_of(m1.id) if new.id in one.co_offices]
    assert all(one.lead_office != new.id for one in shared)


def test_a_ministry_goes_over_to_another(sample: Desk) -> None:
    old, new = (office(sample, f"Minister for {it}") for it in ("Social Affairs", "Health"))
    assert old.ministry is not None and new.ministry is not None
    moves = sample.reallocation.moves_of_ministry(old.ministry, new.ministry)
    assert [one.closes for one in moves] == [True, True]
    sample.reallocation.reallocate(
        Reshuffle(sample.today, moves, ministries=((old.ministry, new.ministry),))
    )
    now = sample.situation
    ended = now.get(Ministry, old.ministry)
    assert ended is not None and ended.valid_to == Period("2026-10-30")
    for move in moves:
        assert now.office_in_force(move.old, now.today) is None
        assert still_named(now, move.old, now.today) == []


def test_drafts_are_readdressed_and_signed_letters_left(sample: Desk) -> None:
    old, new = (office(sample, "Minister for Transport"), office(sample, "Minister for Culture"))
    before = {one.id: one for one in sample.letters.all()}
    sample.reallocation.reallocate(Reshuffle(sample.today, (Move(old.id, new.id),)))
    for letter in sample.letters.all():
        if letter.state.final:
            assert letter == before[letter.id]
        elif before[letter.id].addressee_office == old.id:
            assert letter.addressee_office == new.id
            holder = sample.situation.holder(new.id, sample.today)
            assert holder is not None and letter.addressee_person == holder.id


def test_a_field_changed_later_ends_the_letter_that_dated_it(sample: Desk) -> None:
    old, new = (office(sample, f"Minister for {it}") for it in ("Employment", "Social Affairs"))
    sample.reallocation.reallocate(Reshuffle(date(2026, 10, 1), (Move(old.id, new.id),)))
    m1 = mission(sample, "M1")
    third = office(sample, "Minister for Culture")
    sample.missions.assign(m1.id, third.id)
    cells = raci.letters(sample.situation, mission(sample, "M1"), sample.today)
    assert raci.with_part(cells, raci.Raci.ACCOUNTABLE) == (Party("office", third.id),)
    then = raci.letters(sample.situation, mission(sample, "M1"), date(2026, 9, 1))
    assert raci.with_part(then, raci.Raci.ACCOUNTABLE)[0] == Party("office", old.id)


def refused(desk: Desk, reshuffle: Reshuffle) -> str:
    before = everything(desk)
    with pytest.raises(Refused) as said:
        desk.reallocation.reallocate(reshuffle)
    assert everything(desk) == before
    return said.value.field


def test_what_is_not_whole_is_refused(sample: Desk) -> None:
    today, old = sample.today, office(sample, "Minister for Employment")
    other = office(sample, "Minister for Culture")
    assert refused(sample, Reshuffle(today, ())) == "moves"
    assert refused(sample, Reshuffle(today, (Move(old.id),))) == "moves"
    assert refused(sample, Reshuffle(today, (Move(old.id, old.id),))) == "moves"
    twice = (Move(old.id, other.id), Move(old.id, other.id))
    assert refused(sample, Reshuffle(today, twice)) == "moves"
    m1 = mission(sample, "M1")
    part = Reshuffle(today, (Move(old.id, other.id, closes=True),), mission=m1.id)
    assert refused(sample, part) == "closes"
    swap = (Move(old.id, other.id, closes=True), Move(other.id, old.id))
    assert refused(sample, Reshuffle(today, swap)) == "closes"
    early = Reshuffle(date(2026, 6, 1), (Move(old.id, other.id, closes=True),))
    assert refused(sample, early) == "moves"


TITLES = ("Employment", "Health", "Social Affairs", "Climate, Energy and Utilities", "Culture")
DAYS = st.dates(date(2026, 6, 2), date(2027, 3, 1))


@settings(max_examples=12, deadline=None)
@given(
    st.permutations(TITLES), st.integers(1, 3), st.booleans(), DAYS, st.sampled_from(["", "Ny Eks"])
)
def test_what_is_undone_is_as_it_was(
    titles: list[str], count: int, closes: bool, start: date, holder: str
) -> None:
    desk = a_sample()
    try:
        found = [office(desk, f"Minister for {it}") for it in titles]
        moves = tuple(
            Move(found[n].id, found[n + 1].id, holder="" if n else holder) for n in range(count)
        )
        if closes:
            moves = (replace(moves[0], closes=True), *moves[1:])
        before = everything(desk)
        reshuffle = Reshuffle(start, moves)
        try:
            desk.reallocation.reallocate(reshuffle)
        except Refused:
            assert everything(desk) == before
            return
        now = desk.situation
        targets = {move.new for move in moves}
        for move in moves:
            if move.old not in targets and start <= desk.today:
                left = still_named(now, move.old, start)
                assert move.closes or all(it.startswith("appointment") for it in left), left
                assert not move.closes or left == []
        desk.history.undo()
        assert everything(desk) == before
    finally:
        desk.close(discard=True)


def test_the_plan_that_was_shown_is_carried_out_unless_something_changed_since(
    sample: Desk,
) -> None:
    old = office(sample, "Minister for Employment")
    new = office(sample, "Minister for Social Affairs")
    reshuffle = Reshuffle(sample.today, (Move(old.id, new.id),))
    shown = sample.reallocation.preview(reshuffle)
    step = sample.reallocation.reallocate(reshuffle, shown)
    planned = {after.id for _before, after in shown.drawing.written if after is not None}
    assert {one.key for one in step.changes} <= planned
    assert mission(sample, "M1").accountable_office == new.id
    sample.history.undo()
    late = sample.reallocation.preview(reshuffle)
    sample.missions.revise(replace(mission(sample, "M1"), note="Changed since"))
    sample.reallocation.reallocate(reshuffle, late)
    assert mission(sample, "M1").note == "Changed since"
    assert mission(sample, "M1").accountable_office == new.id
