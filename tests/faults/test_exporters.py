# SPDX-License-Identifier: Apache-2.0
"""The short form of the hostile workspaces; `python -m tests.faults.exporters` is the whole."""

from __future__ import annotations

from tests.faults.exporters import attack, fault_of
from tests.faults.hostile_records import Hostile


def test_hostile_records_lose_no_text_and_bring_nothing_along() -> None:
    tally = attack(40, seed=3, validate_every=6)
    assert not tally.faults, "\n".join(tally.faults[:3])
    assert tally.documents > 15
    assert tally.validated > 2


def test_a_hostile_workspace_is_the_same_each_time() -> None:
    texts = [[Hostile(seed).text() for _ in range(20)] for seed in ("1", "1", "2")]
    assert texts[0] == texts[1] != texts[2]


def test_a_poster_that_sums_up_says_so() -> None:
    # Long names that leave no room for the initiatives on one sheet.
    desk = Hostile("1/27").workspace()
    poster = desk.printing.plan("roadmap-a2", "da").jobs[0]
    assert not fault_of(poster)
    desk.close(discard=True)
