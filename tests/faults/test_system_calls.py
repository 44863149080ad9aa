# SPDX-License-Identifier: Apache-2.0
"""The short form of the faults at every call of the system."""

from __future__ import annotations

import pytest

from tests.faults.deeds import DEEDS
from tests.faults.system_calls import asked, tallies


@pytest.mark.timeout(300)
@pytest.mark.parametrize("deed", ["open", "save", "save as", "backup", "export", "recover"])
def test_whatever_call_fails_nothing_is_lost_and_people_are_told(deed: str) -> None:
    found = tallies(asked([deed, "--errors", "ENOSPC", "--quick"]))
    if found is None:
        pytest.skip("no C compiler here")
    (tally,) = found
    assert tally.clean, "\n".join((*tally.lost, *tally.untold))
    assert tally.points


def test_without_a_deed_all_are_tried() -> None:
    assert asked([]).deeds == list(DEEDS)
    assert asked(["save", "--quick"]).deeds == ["save"]
