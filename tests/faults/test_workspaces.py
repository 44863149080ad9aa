# SPDX-License-Identifier: Apache-2.0
"""The short form of the mutated workspaces."""

from __future__ import annotations

from tests.faults.workspaces import attack, samples


def test_a_mutated_workspace_is_refused_or_holds_what_it_held() -> None:
    tally = attack(120, seed=7)
    assert not tally.faults, "\n".join(tally.faults[:3])
    assert tally.unnoticed == 0
    assert tally.tried == tally.refused + tally.same + tally.valid == 120
    assert tally.recovered > 5
    assert {sample.name for sample in samples()} >= {"sample", "sealed", "v1_000"}
