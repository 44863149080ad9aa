# SPDX-License-Identifier: Apache-2.0
"""Every requirement of security and of keeping names its tests, and each that is named is there."""

from __future__ import annotations

import pytest

from tests.named_tests import is_there
from tests.security.goals import GOALS
from tests.security.index import INDEX

NAMED = sorted({one for named in (INDEX | GOALS).values() for one in named})


def test_every_requirement_has_a_test() -> None:
    assert list(INDEX) == [f"SEC-{number:02}" for number in range(1, 22)]
    keeping = [f"G{number}" for number in (*range(1, 17), 25, 26)]
    assert list(GOALS) == [*keeping, *(f"COL-{number:02}" for number in range(1, 11))]
    assert all((INDEX | GOALS).values())


@pytest.mark.parametrize("name", NAMED)
def test_every_test_that_is_named_is_there(name: str) -> None:
    assert is_there(name)
