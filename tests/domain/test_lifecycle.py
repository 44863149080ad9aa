# SPDX-License-Identifier: Apache-2.0
"""What may follow what."""

from __future__ import annotations

import pytest

from missiondesk.domain.initiative import Stage
from missiondesk.domain.letter import LetterState
from missiondesk.domain.lifecycle import FOLLOWS, may_follow, require
from missiondesk.domain.message import Worded
from missiondesk.domain.mission import MissionState
from missiondesk.domain.refused import Refused


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (Stage.PILOT, Stage.IDEA),
        (Stage.EMBED, Stage.CLOSED),
        (MissionState.ACTIVE, MissionState.PAUSED),
        (LetterState.ISSUED, LetterState.SUPERSEDED),
        (LetterState.DRAFT, LetterState.DRAFT),
    ],
)
def test_allowed_moves_go_through(now: Worded, then: Worded) -> None:
    require(now, then)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (Stage.IDEA, Stage.SCALE),
        (Stage.CLOSED, Stage.PILOT),
        (MissionState.ACHIEVED, MissionState.ACTIVE),
        (LetterState.DRAFT, LetterState.SIGNED),
        (LetterState.ISSUED, LetterState.DRAFT),
    ],
)
def test_other_moves_are_refused_with_both_words(now: Worded, then: Worded) -> None:
    with pytest.raises(Refused) as refused:
        require(now, then)
    assert [name for name, _ in refused.value.message.values] == ["now", "then"]


def test_every_state_says_what_follows_and_stays_in_its_own_life() -> None:
    for kind, moves in FOLLOWS.items():
        assert set(moves) == set(kind)
        for now, then in moves.items():
            assert type(now) is kind
            assert all(type(state) is kind for state in then)


def test_equal_words_of_different_lives_are_not_confused() -> None:
    assert may_follow(MissionState.IDEA, MissionState.PROPOSED)
    assert may_follow(Stage.IDEA, Stage.PILOT)
    assert not may_follow(MissionState.IDEA, Stage.CLOSED)
