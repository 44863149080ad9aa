# SPDX-License-Identifier: Apache-2.0
"""Actors, what they commit to, contacts with them, and what the missions need of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from missiondesk.domain import coalition
from missiondesk.domain.actor import (
    ActorCommitment,
    Consent,
    ContributionKind,
    PromiseState,
    Stance,
)
from missiondesk.domain.coalition import CheckTiming, Standing
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.coalition_words import (
    amount,
    contacts_said,
    kept_said,
    promises_said,
    state_said,
)
from missiondesk.services.desk import Desk
from tests.builders import a_mission, an_initiative
from tests.more_builders import (
    a_body,
    a_coalition_need,
    a_seat,
    an_actor,
    an_actor_commitment,
    an_engagement,
)

EN = translator("en")


def stored(desk: Desk, mission: Mission) -> Mission:
    """The mission as it is, in the workspace."""
    with desk.session.write(Verb.ADD_MISSION, mission.id) as unit:
        unit.save(mission)
    return mission


def test_an_actor_is_added_revised_and_removed_with_what_belongs_to_it(desk: Desk) -> None:
    mission = stored(desk, a_mission())
    actor = desk.actors.add(an_actor(name="  Eksempel  fonden ", cvr="13 74 81 36"))
    assert (actor.name, actor.cvr) == ("Eksempel fonden", "13748136")
    promise = desk.actor_commitments.add(an_actor_commitment(actor=actor.id, mission=mission.id))
    desk.engagements.log(an_engagement(actor=actor.id))
    board = a_body()
    with desk.session.write(Verb.ADD_BODY, board.id) as unit:
        unit.save(board)
        unit.save(a_seat(body=board.id, actor=actor.id))
    assert len(desk.actors.seats(actor.id)) == 1
    desk.actors.revise(replace(actor, stance=Stance.SCEPTIC))
    desk.actors.remove(actor.id)
    assert desk.actor_commitments.get(promise.id) is None
    assert desk.coalition.actors() == desk.coalition.contacts() == ()
    assert desk.session.situation.all(type(a_seat())) == ()
    desk.history.undo()
    assert desk.coalition.actors()[0].actor.stance is Stance.SCEPTIC
    assert desk.coalition.actors()[0].promises == (promise,)


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("name", {"name": " "}),
        ("name", {"name": "EKSEMPELFONDEN"}),
        ("cvr", {"name": "B", "cvr": "13748137"}),
        ("influence", {"name": "B", "influence": 6}),
    ],
)
def test_an_unsound_actor_is_refused_at_its_field(
    desk: Desk, field: str, fields: dict[str, object]
) -> None:
    desk.actors.add(an_actor())
    with pytest.raises(Refused) as refused:
        desk.actors.add(an_actor(**fields))
    assert refused.value.field == field


def test_an_answer_on_consent_is_dated(desk: Desk) -> None:
    actor = desk.actors.add(an_actor(consent=Consent.NOT_ASKED))
    given = desk.actors.revise(replace(actor, consent=Consent.GIVEN))
    assert given.consent_date is not None and given.consent_date.first == desk.today
    moved = desk.actors.revise(replace(given, consent_date=Period("2026-01")))
    taken = desk.actors.revise(replace(moved, consent=Consent.NOT_ASKED))
    assert taken.consent_date is None


def test_what_ends_keeps_from_where_it_ended(desk: Desk) -> None:
    actor, mission = desk.actors.add(an_actor()), stored(desk, a_mission())
    verbs = desk.actor_commitments

    def ended(state: PromiseState, by: PromiseState) -> ActorCommitment:
        fields = {"id": "", "actor": actor.id, "mission": mission.id, "state": state}
        made = verbs.add(an_actor_commitment(**fields))
        return verbs.advance(made.id, by)

    gone = ended(PromiseState.OFFERED, PromiseState.WITHDRAWN)
    assert gone.only_offered
    assert state_said(gone, translator("en")).startswith("Withdrawn by the actor while it was an")
    broken = ended(PromiseState.SIGNED, PromiseState.LAPSED)
    assert broken.ended_from is PromiseState.SIGNED
    assert not broken.only_offered
    assert verbs.revise(replace(gone, evidence="Ny strategi")).only_offered
    assert coalition.kept_of([gone, broken]) == coalition.Kept(0, 1)
    desk.history.undo()
    desk.history.undo()
    desk.history.undo()
    kept = verbs.get(gone.id)
    assert kept is not None and kept.only_offered


def test_a_promise_goes_its_way_and_says_what_shows_it(desk: Desk) -> None:
    actor, mission = desk.actors.add(an_actor()), stored(desk, a_mission())
    made = desk.actor_commitments.add(
        an_actor_commitment(
            actor=actor.id, mission=mission.id, state=PromiseState.OFFERED, state_date=None,
            evidence="", evidence_date=None,
        )
    )  # fmt: skip
    today = made.state_date
    assert today is not None and today.first == desk.today
    verbs = desk.actor_commitments
    with pytest.raises(Refused):
        verbs.advance(made.id, PromiseState.DELIVERED)
    verbs.advance(made.id, PromiseState.AGREED, Period("2026-09"))
    verbs.advance(made.id, PromiseState.SIGNED)
    verbs.advance(made.id, PromiseState.DELIVERING)
    with pytest.raises(Refused) as refused:
        verbs.advance(made.id, PromiseState.DELIVERED)
    assert (refused.value.field, refused.value.rule) == ("evidence", "C1")
    done = verbs.advance(made.id, PromiseState.DELIVERED, evidence="Slutrapport")
    assert done.evidence_date == done.state_date == today
    with pytest.raises(Refused):
        verbs.revise(replace(done, state=PromiseState.DELIVERING))
    shown = verbs.revise(replace(done, evidence="Slutrapport, rettet", quantity=Decimal(7)))
    assert shown.quantity == 7


def test_an_unsound_promise_is_refused_at_its_field(desk: Desk) -> None:
    actor, mission = desk.actors.add(an_actor()), stored(desk, a_mission())
    other = stored(desk, a_mission(code="M9"))
    initiative = desk.initiatives.add(an_initiative(mission=mission.id))
    sound = an_actor_commitment(actor=actor.id, initiative=initiative.id)
    assert desk.actor_commitments.add(sound).mission == mission.id
    for field, wrong in (
        ("actor", replace(sound, actor="nobody")),
        ("text", replace(sound, text=Wording())),
        ("quantity", replace(sound, quantity=Decimal(-1))),
        ("end", replace(sound, start=Period("2027"), end=Period("2026"))),
        ("initiative", replace(sound, mission=other.id)),
    ):
        with pytest.raises(Refused) as refused:
            desk.actor_commitments.revise(wrong)
        assert refused.value.field == field


def test_a_contact_is_logged_and_followed_up(desk: Desk) -> None:
    actor = desk.actors.add(an_actor())
    bare = desk.engagements.log(an_engagement(actor=actor.id, date=None))
    assert bare.date is not None
    with pytest.raises(Refused):
        desk.engagements.follow_up(bare.id)
    late = desk.engagements.log(
        an_engagement(actor=actor.id, follow_up="Send plan", follow_up_due=Period("2020-01"))
    )
    rows = desk.coalition.contacts()
    assert [one.id for one in rows] == [bare.id, late.id]
    assert [one.late for one in rows] == [False, True]
    assert contacts_said(rows, EN) == "1 follow-up with an actor is late"
    assert desk.coalition.actors()[0].due == 1
    desk.engagements.follow_up(late.id)
    assert not any(one.open for one in desk.coalition.contacts())
    desk.engagements.remove(bare.id)
    assert [one.id for one in desk.engagements.of_actor(actor.id)] == [late.id]


def test_needs_are_summed_against_promises(desk: Desk) -> None:
    mission, actor = stored(desk, a_mission()), desk.actors.add(an_actor())
    need = desk.coalition.add_need(
        a_coalition_need(mission=mission.id, text=Wording("Mentorer"), unit=" mio.  kr. ")
    )
    assert need.unit == "mio. kr."
    for quantity, state in ((5, "signed"), (3, "delivered"), (9, "offered"), (4, "withdrawn")):
        desk.actor_commitments.add(
            an_actor_commitment(
                actor=actor.id, mission=mission.id, quantity=Decimal(quantity),
                unit="mio kr", state=PromiseState(state),
            )
        )  # fmt: skip
    (total,) = desk.coalition.sums(mission.id)
    assert (total.needed, total.promised, total.delivered, total.offered) == (20, 8, 3, 9)
    assert (
        desk.coalition.needs_headline(mission, EN)
        == f"{mission.code} lacks DKK\u00a012\u00a0million"
    )
    desk.coalition.revise_need(replace(need, quantity=Decimal(8)))
    assert desk.coalition.needs_headline(mission, EN).endswith("all that is needed is promised")
    with pytest.raises(Refused):
        desk.coalition.add_need(a_coalition_need(mission="none", text=Wording("x")))
    desk.coalition.remove_need(need.id)
    assert desk.coalition.needs(mission.id) == ()
    assert desk.coalition.sums(mission.id)[0].needed is None


def test_the_rows_tell_how_each_stands(desk: Desk) -> None:
    mission = stored(desk, a_mission())
    first, second = desk.actors.add(an_actor(name="Ås")), desk.actors.add(an_actor(name="Bo"))
    desk.actor_commitments.add(
        an_actor_commitment(
            actor=second.id, mission=mission.id, kind=ContributionKind.PEOPLE,
            next_check=Period("2020"), state_date=Period("2020"), evidence_date=Period("2020"),
        )
    )  # fmt: skip
    assert [one.actor.name for one in desk.coalition.actors()] == ["Bo", "Ås"]
    assert [one.standing for one in desk.coalition.actors()] == [Standing.RESTING, Standing.NONE]
    assert desk.coalition.actors()[0].missions == (mission,)
    (row,) = desk.coalition.promises()
    assert (row.quiet, row.timing) == (True, CheckTiming.OVERDUE)
    assert [one.rule for one in row.findings] == ["C1"]
    assert promises_said((row,), EN).startswith("1 of 1 commitments should have been checked")
    sentence, counts = desk.coalition.headline(EN)
    assert sentence == "0 of 2 actors stand by a commitment that something shows"
    assert "1 is inactive" in counts and "1 has no live commitment" in counts
    assert desk.coalition.actors() is desk.coalition.actors()
    desk.actors.remove(first.id)
    assert len(desk.coalition.actors()) == 1


def test_few_finished_promises_give_no_rate(sample: Desk) -> None:
    said = kept_said(sample.coalition.kept(), EN)
    assert said == "2 of 4 finished commitments were delivered, too few to say a rate"
    assert amount(Decimal("2.5"), "Mio.kr.", EN) == "DKK\u00a02.5\u00a0million"
    assert amount(Decimal(3), "mentorer", EN) == "3\u00a0mentorer"


def test_the_lists_go_into_a_workbook_and_a_text_file(sample: Desk) -> None:
    actors = sample.coalition_files.actors(sample.coalition.actors(), "da", "csv")
    text = actors.make().decode("utf-8-sig")
    assert actors.name.endswith("-da.csv")
    assert text.count("Eksempelfonden") == 1
    promises = sample.coalition_files.promises(sample.coalition.promises(), "en")
    assert promises.make()[:2] == b"PK"
    assert promises.name.endswith("-en.xlsx")
