# SPDX-License-Identifier: Apache-2.0
"""The short form of the mutated files; `python -m tests.faults.readers` is the whole."""

from __future__ import annotations

import random

import pytest

from tests.faults.readers import attack, mutated
from tests.matrix.kinds import KINDS, Kind


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_mutated_file_is_read_or_refused(kind: Kind) -> None:
    tally = attack(kind, 100, seed=7)
    assert not tally.faults, "\n".join(tally.faults[:3])
    assert tally.read + tally.refused == (100 if kind.samples() else 0)


def test_a_mutation_is_the_same_each_time() -> None:
    one, two = (mutated(b"a;b\n1;2\n" * 20, b"x", random.Random("3")) for _ in range(2))
    assert one == two != b"a;b\n1;2\n" * 20
