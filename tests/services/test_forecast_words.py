# SPDX-License-Identifier: Apache-2.0
"""Probabilities and lenses in words: neither surer nor vaguer than they are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.assessment import Confidence
from missiondesk.domain.metric import Observation
from missiondesk.domain.period import Period
from missiondesk.domain.rating import Rating
from missiondesk.domain.refused import Refused
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.forecast_words import chance, forecast_facts
from missiondesk.services.lens_words import lens_rows

DA, EN = translator("da"), translator("en")
VALUES = ("7.1", "7.0", "6.8", "6.9", "6.6", "6.3", "6.1", "5.6")


@pytest.mark.parametrize(
    ("probability", "said"),
    [
        (0.0, "very unlikely, 1 in 20 at most (1%)"),
        (0.31, "about 3 in 10 (31%)"),
        (0.68, "about 7 in 10 (68%)"),
        (1.0, "very likely, at least 19 in 20 (99%)"),
    ],
)
def test_a_probability_is_said_in_words_and_number(probability: float, said: str) -> None:
    assert chance(probability, EN) == said


@given(st.floats(0, 1))
def test_the_words_never_contradict_the_number(probability: float) -> None:
    said = chance(probability, EN)
    if said.startswith("about"):
        assert abs(int(said.split()[1]) / 10 - probability) <= 0.05 + 1e-9
    else:
        assert (probability <= 0.05) == said.startswith("very unlikely")
        assert (probability >= 0.95) == said.startswith("very likely")


def test_the_forecast_says_what_it_rests_on_and_how_it_did(sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    metric = sample.metrics.of_mission(mission.id)
    assert metric is not None
    few = forecast_facts(metric, sample.metrics.observations(metric.id), DA)
    assert [name for name, _ in few] == ["Fremskrivning"]
    rows = tuple(
        Observation(f"o{year}", metric.id, Period(str(year)), Decimal(value))
        for year, value in enumerate(VALUES, 2016)
    )
    facts = dict(forecast_facts(metric, rows, EN))
    assert facts["Rests on"].startswith("8 figures, method damped-drift 1")
    assert facts["If nothing changed"] == "5.6\u00a0%" or facts["If nothing changed"] == "5.6%"
    assert "the last 4 forecasts were off by" in facts["Its own record"]
    assert "in 10" in facts["Chance of reaching the target"]


def test_lenses_stand_beside_the_rating_and_say_when_they_differ(sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    metric = sample.metrics.of_mission(mission.id)
    assert metric is not None
    rows, differs = lens_rows(sample.situation, metric, EN)
    named = {row.name: row for row in rows}
    assert named["The UN's progress chart"].rating is Rating.ACCELERATE
    assert named["The German weather symbols"].reason
    assert "others see it differently" in differs
    assert all(row.figure or row.reason for row in rows)


def test_two_scales_far_apart_need_a_sentence(sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    with pytest.raises(Refused) as refused:
        sample.metrics.assess(mission.id, Confidence.ON_TRACK, "  ")
    assert (refused.value.field, refused.value.rule) == ("narrative", "D3")
    made = sample.metrics.assess(mission.id, Confidence.ON_TRACK, "Nye tal er på vej.")
    assert made in sample.situation.assessments_of(mission.id)
    sample.metrics.assess(mission.id, Confidence.AT_RISK, "")
