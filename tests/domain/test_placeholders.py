# SPDX-License-Identifier: Apache-2.0
"""Placeholders are looked up in a closed set; nothing else in a text has power."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.placeholders import PLACEHOLDERS, fill, names_in, renamed


def test_a_known_name_is_replaced_and_the_rest_is_reported() -> None:
    filled = fill("{{mission.title}}, {{ metric.target }}, {{no.such}}", {"mission.title": "Unge"})
    assert filled.text == "Unge, [metric.target], [no.such?]"
    assert filled.unknown == ("no.such",)
    assert filled.empty == ("metric.target",)


@pytest.mark.parametrize(
    "text",
    [
        "{m.__class__.__init__.__globals__}",
        "%(mission.title)s",
        "${mission.title}",
        "{0}",
        "{{",
        "}} {{ {",
    ],
)
def test_other_template_languages_stay_as_they_are(text: str) -> None:
    assert fill(text, {"mission.title": "Unge"}).text == text


@given(st.text(), st.sampled_from(sorted(PLACEHOLDERS)))
def test_a_value_is_never_read_as_a_template(value: str, name: str) -> None:
    nested = f"x{value}{{{{mission.code}}}}"
    assert fill(f"<{{{{{name}}}}}>", {name: nested}).text == f"<{nested}>"


def test_names_are_listed_in_order() -> None:
    assert names_in("{{b}} {{mission.code}}") == ("b", "mission.code")


def test_other_names_are_written_and_all_else_stays() -> None:
    names = {"mission.titel": "mission.title"}
    typed = "a {{mission.titel}} b {{ Mission.Titel }} c {{mission.farve}} d {mission.titel} {{}}"
    assert renamed(typed, lambda name: names.get(name.casefold(), name)) == (
        "a {{mission.title}} b {{ mission.title }} c {{mission.farve}} d {mission.titel} {{}}"
    )
