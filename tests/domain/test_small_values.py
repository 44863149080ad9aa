# SPDX-License-Identifier: Apache-2.0
"""Wordings, messages, ids and clock, steps, confidence."""

from __future__ import annotations

from datetime import UTC, datetime

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.entities import KIND_OF, KINDS
from missiondesk.domain.identity import fixed, new_id, now, today
from missiondesk.domain.message import message
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.step import Change, Step, Verb
from missiondesk.domain.wording import Wording

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_wording_falls_back_to_the_other_language() -> None:
    danish = Wording("Unge")
    assert danish.in_language("en") == "Unge"
    assert danish.only("en") == ""
    assert Wording("Unge", "Youth").in_language("en") == "Youth"
    assert not Wording("", "  ")


def test_clock_and_ids_can_be_held_still() -> None:
    with fixed(NOON, iter(["one", "two"]).__next__):
        assert now() == NOON
        assert today() == NOON.astimezone().date()
        assert (new_id(), new_id()) == ("one", "two")
    assert len(new_id()) == 36


def test_a_message_keeps_its_values_by_name() -> None:
    assert message("{a} of {b}", a=1, b=2).values == (("a", 1), ("b", 2))


def test_confidence_has_five_steps_from_best_to_worst() -> None:
    assert [one.step for one in Confidence] == [5, 4, 3, 2, 1]


def test_a_step_knows_which_kinds_it_touches() -> None:
    change = Change("mission", "m1", None, {"code": "M1"})
    step = Step("s", 1, None, NOON, "NN", Verb.ADD_MISSION, "m1", "M1", None, (change,))
    assert step.touches(Mission)
    assert not step.touches(KINDS["letter"])
    assert step.keys(Mission) == ("m1",)


def test_every_kind_has_one_name_and_every_member_a_word() -> None:
    assert {KIND_OF[kind] for kind in KINDS.values()} == set(KINDS)
    assert MissionState.IDEA == "idea"
    assert MissionState("idea").word == "Idea"
    assert MissionState.PAUSED.live
    assert not MissionState.IDEA.live


def test_a_title_inside_a_danish_sentence_begins_small() -> None:
    title = Wording("Sundhedsminister", "Minister for Health")
    assert title.in_sentence() == Wording("sundhedsminister", "Minister for Health")
    assert Wording("EU-kommissær").in_sentence().da == "EU-kommissær"
    assert Wording().in_sentence() == Wording()
