# SPDX-License-Identifier: Apache-2.0
"""Whatever is missing or out of range in a letter, there is a way to where it is mended."""

from __future__ import annotations

import pytest

from missiondesk.domain.letter import Letter
from missiondesk.domain.placeholders import PLACEHOLDERS
from missiondesk.ui.letters.places import place_of

# Given by the desk itself, or written into the text.
NO_PLACE = {
    "letter.number",
    "letter.first_100_days",
    "recall.reason",
    "data.date",
    "metric.method",
}
LETTER = Letter("l", mission="m", addressee_office="o", supersedes="former")


@pytest.mark.parametrize("name", sorted(PLACEHOLDERS - NO_PLACE))
def test_each_placeholder_leads_to_where_it_is_filled_in(name: str) -> None:
    place = place_of(name, LETTER)
    assert place is not None and place[1], name


def test_a_letter_that_is_no_longer_in_force_leads_to_the_former_one() -> None:
    assert place_of("supersedes", LETTER) == ("letters", "former")
