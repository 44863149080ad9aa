# SPDX-License-Identifier: Apache-2.0
"""Every rule of the screen names its tests, and every test that is named is there."""

from __future__ import annotations

import pytest

from tests.named_tests import is_there
from tests.ui.index import INDEX, OPEN


def test_every_rule_has_a_test_or_says_why_not() -> None:
    rules = [f"UX-{number:02}" for number in range(1, 24)]
    rules += [f"A11Y-{number:02}" for number in range(1, 11)]
    assert {*INDEX, *OPEN} == set(rules)
    assert list(INDEX) == [rule for rule in rules if rule in INDEX]
    assert all(INDEX.values()) and all(OPEN.values())


@pytest.mark.parametrize("name", sorted({one for named in INDEX.values() for one in named}))
def test_every_test_that_is_named_is_there(name: str) -> None:
    assert is_there(name)
