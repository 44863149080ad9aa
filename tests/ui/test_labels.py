# SPDX-License-Identifier: Apache-2.0
"""Every state has a symbol beside its colour, and scales are not mixed up."""

from __future__ import annotations

import pytest

from missiondesk.domain.actor import Consent, PromiseState, Stance
from missiondesk.domain.assessment import Confidence
from missiondesk.domain.coalition import CheckTiming, Standing
from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.finding import Severity
from missiondesk.domain.initiative import Stage
from missiondesk.domain.letter import LetterState
from missiondesk.domain.message import Worded
from missiondesk.domain.metric import ObservationStatus
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.mission import MissionState
from missiondesk.domain.progress import Rating
from missiondesk.domain.publication_calendar import Freshness
from missiondesk.language import Translator
from missiondesk.services.list_states import FigureStatus, RowStatus, Timing
from missiondesk.ui.labels import mark, marked
from missiondesk.ui.tokens import LIGHT

SCALES: tuple[type[Worded], ...] = (
    Rating,
    Confidence,
    Stage,
    MissionState,
    MilestoneStatus,
    CommitmentStatus,
    Timing,
    Standing,
    CheckTiming,
    PromiseState,
    Stance,
    Consent,
    LetterState,
    ObservationStatus,
    Severity,
    Freshness,
    FigureStatus,
    RowStatus,
)


@pytest.mark.parametrize("scale", SCALES)
def test_each_state_has_symbol_word_and_colour(scale: type[Worded], da: Translator) -> None:
    for state in scale:
        made = mark(state, da)
        assert marked(state)
        assert made.symbol
        assert made.word == da.say(state.word)
        assert hasattr(LIGHT, made.colour)


def test_equal_values_of_two_scales_keep_their_own_marks(da: Translator) -> None:
    # As text the two are equal; as marks they must not be.
    assert Rating.ON_TRACK == Confidence.ON_TRACK  # type: ignore[comparison-overlap]
    assert mark(Rating.ON_TRACK, da).symbol == "►"
    assert mark(Confidence.ON_TRACK, da).symbol == "◉"
    assert mark(Confidence.AT_RISK, da) != mark(MilestoneStatus.AT_RISK, da)
    assert mark(MissionState.CLOSED, da).word == da.say(MissionState.CLOSED.word)


def test_nothing_given_is_said(da: Translator) -> None:
    assert mark(None, da).word
