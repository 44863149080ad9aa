# SPDX-License-Identifier: Apache-2.0
"""Two actions in one commitment are found; two objects of one action are not."""

from __future__ import annotations

import pytest

from missiondesk.domain.readiness.splitting import find_split


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        (
            "da",
            "Udvikle og udbrede ungeguider i alle kommuner",
            "Udvikle ungeguider i alle kommuner",
            "Udbrede ungeguider i alle kommuner",
        ),
        (
            "da",
            "Fremlægge et lovforslag samt etablere en pulje.",
            "Fremlægge et lovforslag",
            "Etablere en pulje",
        ),
        (
            "da",
            "At kortlægge tilbud og at nedbringe ventetiden",
            "At kortlægge tilbud",
            "Nedbringe ventetiden",
        ),
        ("en", "Draft a bill and launch a fund", "Draft a bill", "Launch a fund"),
        ("en", "Design and test new offers", "Design new offers", "Test new offers"),
    ],
)
def test_two_verbs_are_two_actions(language: str, text: str, first: str, second: str) -> None:
    split = find_split(text, language)
    assert split is not None
    assert (split.first, split.second) == (first, second)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "Indføre ungeguider i kommuner og regioner"),
        ("da", "Halvere ventetiden fra skoleophør til tilbud"),
        ("da", "Skole og pleje"),
        ("da", ""),
        ("en", "Publish figures on work and education"),
        ("en", "Youth and family plan"),
    ],
)
def test_one_verb_with_two_objects_is_one_action(language: str, text: str) -> None:
    assert find_split(text, language) is None
