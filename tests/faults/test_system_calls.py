# SPDX-License-Identifier: Apache-2.0
"""The short form of the faults at every call of the system."""

from __future__ import annotations

import pytest

from tests.faults.system_calls import DEEDS, asked, run_preloaded


@pytest.mark.timeout(300)
@pytest.mark.parametrize("deed", ["open", "save", "backup", "export"])
def test_whatever_call_fails_nothing_is_lost_and_people_are_told(deed: str) -> None:
    done = run_preloaded([deed, "--errors", "ENOSPC", "--quick"])
    if done is None:
        pytest.skip("no C compiler here")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "points" in done.stdout


def test_without_a_deed_all_are_tried() -> None:
    assert asked([]).deeds == list(DEEDS)
    assert asked(["save", "--quick"]).deeds == ["save"]
