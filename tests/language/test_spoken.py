# SPDX-License-Identifier: Apache-2.0
"""Free texts say their language: clear ones are told apart, unclear ones are left alone."""

from __future__ import annotations

import pytest

from missiondesk.language.spoken import foreign_tag, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rammen svarer til aftalen (eksempel).", "da"),
        ("58 pct. ville være blevet ansat uden tilskud (eksempel).", "da"),
        ("Få ansøgere i første runde", "da"),
        ("Opgør, hvor mange unge der er i job efter seks måneder.", "da"),
        ("The frame of mission M1 is approved (example).", "en"),
        ("Government Targets, Department of the Prime Minister and Cabinet", "en"),
        ("The project is on track to deliver in the first quarter of 2027.", "en"),
        ("Koordinationsudvalget", ""),
        ("M1.2", ""),
        ("2026-014", ""),
        ("Minister for Health", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_text_tells_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_only_what_is_foreign_has_a_tag() -> None:
    danish = "Rammen svarer til aftalen (eksempel)."
    assert foreign_tag(danish, "en") == "da-DK"
    assert foreign_tag(danish, "da") == ""
    assert foreign_tag("Styregruppen", "en") == ""
