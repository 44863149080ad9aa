# SPDX-License-Identifier: Apache-2.0
"""Second copies are known by the names that synchronisers and people give; other files are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.copy_names import is_copy_of


@pytest.mark.parametrize(
    "name",
    [
        "Årets missioner (2)",
        "Årets missioner(1)",
        "Årets missioner - Kopi",
        "Årets missioner - kopi",
        "Årets missioner - Kopi (3)",
        "Årets missioner - Copy",
        "Årets missioner copy 2",
        "Årets missioner-DESKTOP-4F2K",
        "Årets missioner-STM-PC-17",
        "Årets missioner-LAPTOP-7",
        "Årets missioner (Åse Eksempels conflicted copy 2026-11-02)",
        "Årets missioner (Åses modstridende kopi 2026-11-02)",
        "Årets missioner (i konflikt 2)",
        "Årets missioner.sync-conflict-20261102-093000-ABCDEF",
        "Kopi af Årets missioner",
        "Copy of Årets missioner",
        "A\u030arets missioner (2)",
        "årets MISSIONER (2)",
    ],
)
def test_a_copy_is_known(name: str) -> None:
    assert is_copy_of(name, "Årets missioner")


@pytest.mark.parametrize(
    "name",
    [
        "Årets missioner",
        "årets missioner",
        "Årets missioner 2027",
        "Årets missionerne",
        "Næste Årets missioner (2)",
        "Årets",
        "Andet (2)",
        "Årets missioner (2) og mere",
        "",
    ],
)
def test_another_file_is_none(name: str) -> None:
    assert not is_copy_of(name, "Årets missioner")


@given(st.text(max_size=200), st.text(min_size=1, max_size=60))
def test_any_name_is_answered_soon(name: str, stem: str) -> None:
    is_copy_of(name, stem)
    is_copy_of(stem + name, stem)
    assert is_copy_of(f"{stem} (2)", stem)
    assert not is_copy_of(stem, stem)
