# SPDX-License-Identifier: Apache-2.0
"""The criteria of a gate or an initiative in their table."""

from __future__ import annotations

from missiondesk.language import translator
from missiondesk.ui.criteria_box import criteria_columns
from tests.sample import a_sample


def test_whether_a_criterion_is_met_is_said_by_a_word_too() -> None:
    """A cross or a dash stood alone in the column."""
    desk = a_sample()
    states = [
        state for one in desk.situation.initiatives for state in desk.criteria.of_initiative(one.id)
    ]
    fulfilled = criteria_columns(translator("en"))[-1]
    said = {fulfilled.text(state).partition("\u00a0")[2] for state in states}
    assert said and said <= {"yes", "no", "not known"}
    desk.close(discard=True)
