# SPDX-License-Identifier: Apache-2.0
"""Titles inside a sentence and after each other."""

from __future__ import annotations

from missiondesk.domain.wording import titles_in_list


def test_only_the_first_of_several_titles_begins_with_a_capital_in_danish() -> None:
    titles = ["Transportminister", "", "Finansminister", "EU-minister"]
    assert titles_in_list(titles, "da") == ["Transportminister", "finansminister", "EU-minister"]
    english = ["Minister for Transport", "Minister of Finance"]
    assert titles_in_list(english, "en") == english
    assert titles_in_list([], "da") == []
