# SPDX-License-Identifier: Apache-2.0
"""What stands in a list of records: each on one line, in words."""

from __future__ import annotations

import pytest

from missiondesk.domain.letter import Letter
from missiondesk.language import translator
from tests.sample import a_sample


@pytest.mark.parametrize(("language", "words"), [("da", "Dansk"), ("en", "Danish")])
def test_the_language_of_a_letter_is_said_by_its_name(language: str, words: str) -> None:
    desk = a_sample()
    danish = sum(one.language == "da" for one in desk.situation.all(Letter))
    lines = desk.listing.lines("letter", translator(language))
    assert danish and sum(words in line.split(" · ") for line in lines) == danish
    assert not any(code in line.split(" · ") for line in lines for code in ("da", "en"))
    desk.close(discard=True)
