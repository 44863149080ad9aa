# SPDX-License-Identifier: Apache-2.0
"""Titles inside a sentence and after each other."""

from __future__ import annotations

import pytest

from missiondesk.domain.wording import definite_title, titles_in_list


def test_only_the_first_of_several_titles_begins_with_a_capital_in_danish() -> None:
    titles = ["Transportminister", "", "Finansminister", "EU-minister"]
    assert titles_in_list(titles, "da") == ["Transportminister", "finansminister", "EU-minister"]
    english = ["Minister for Transport", "Minister of Finance"]
    assert titles_in_list(english, "en") == english
    assert titles_in_list([], "da") == []


@pytest.mark.parametrize(
    ("title", "danish"),
    [
        ("Børne- og undervisningsminister", "børne- og undervisningsministeren"),
        ("Departementschef i Finansministeriet", "departementschefen i Finansministeriet"),
        ("Klima-, energi- og forsyningsminister", "klima-, energi- og forsyningsministeren"),
        ("EU-direktør", "EU-direktøren"),
        ("", ""),
    ],
)
def test_who_holds_a_title_is_definite_inside_a_sentence(title: str, danish: str) -> None:
    assert definite_title(title, "da") == danish
    assert definite_title("Minister of Finance", "en") == "the Minister of Finance"
