# SPDX-License-Identifier: Apache-2.0
"""The short form of the races for one workspace."""

from __future__ import annotations

import sys

import pytest

from tests.faults.races import race


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_never_two_writers() -> None:
    tally = race(25, openers=3, seed=7)
    assert tally.twice == tally.nobody == 0, str(tally)
    assert tally.won >= 25
    assert tally.races == 25
