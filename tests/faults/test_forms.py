# SPDX-License-Identifier: Apache-2.0
"""The short form of the mutated forms; `python -m tests.faults.forms` is the whole (G7)."""

from __future__ import annotations

import pytest

from tests.faults.forms import FORMS, attack


@pytest.mark.parametrize("kind", FORMS)
def test_a_mutated_form_is_refused_or_taken_in_whole(kind: str) -> None:
    tally = attack(kind, 20, seed=7)
    assert not tally.faults, "\n".join(tally.faults[:3])
    assert tally.applied and tally.refused
