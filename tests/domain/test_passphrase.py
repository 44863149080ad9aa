# SPDX-License-Identifier: Apache-2.0
"""The estimate of a passphrase: what everybody tries first is weak, unrelated words hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.passphrase import LONGEST, Grade, require_strong, strength_of
from missiondesk.domain.refused import Refused


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "kodeord",
        "P4ssw0rd!",
        "Sommer2026!",
        "statsministeriet",
        "Velkommen1234",
        "qwertyuiop",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "hemmelig hemmelig hemmelig hemmelig",
        "Danmark 24122026",
        "abcdefghijklmnop",
        "1234567890",
        "1234567890123456",
        "9876543210987654",
        "112233445566778899",
        "0101200001012000",
        "one two three four five six",
        "ti ni otte syv seks fem",
        "to små ord",
        "jeg elsker min mor meget",
        "sommer vinter kaffe fodbold danmark",
    ],
)
def test_what_is_tried_first_is_too_weak(weak: str) -> None:
    assert strength_of(weak).grade is Grade.WEAK
    with pytest.raises(Refused, match="Too weak") as refused:
        require_strong(weak)
    assert refused.value.field == "passphrase"


@pytest.mark.parametrize(
    "good",
    [
        "fire æbler under en blå cykel",
        "Havtorn kravler baglæns gennem Odense",
        "hG7!kQ2#xP9z-mW4",
        "kaffe taske bro sne ravn",
        "hus and bil træ sol",
        "ordbog fjeld trompet kvittering mælkebøtte",
    ],
)
def test_unrelated_words_or_random_signs_hold(good: str) -> None:
    require_strong(good)


def test_one_word_more_is_stronger_and_one_as_well_as_repeated_is_not() -> None:
    before = strength_of("fire æbler under en blå cykel")
    assert strength_of("fire æbler under en blå cykel i regnvejr").bits > before.bits + 8
    assert strength_of("fire æbler under en blå cykel cykel").bits < before.bits + 2


@given(st.text(max_size=400))
def test_any_text_has_an_estimate(text: str) -> None:
    found = strength_of(text)
    assert found.bits >= 0
    assert 0 <= found.share <= 1
    assert found == strength_of(text[:LONGEST])


@pytest.mark.parametrize("figures", ["²³²³²³", "٣٤٥٦٧٨", "①②③④⑤⑥⑦⑧"])
def test_figures_of_other_scripts_have_an_estimate(figures: str) -> None:
    assert strength_of(figures).bits > 0


def test_one_longer_than_a_page_is_refused_as_such() -> None:
    with pytest.raises(Refused, match="longer than"):
        require_strong("ordbog fjeld trompet " * 20)
