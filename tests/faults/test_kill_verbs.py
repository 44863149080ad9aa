# SPDX-License-Identifier: Apache-2.0
"""The short form of the kills during migration, merge, import and restoration."""

from __future__ import annotations

import random
import sys

import pytest

from missiondesk.system.paths import HOME_VARIABLE
from tests.faults.kill_verbs import DEEDS, Deed, kill_during


@pytest.mark.skipif(sys.platform == "win32", reason="forks and signals of POSIX")
@pytest.mark.parametrize("deed", DEEDS, ids=[deed.name for deed in DEEDS])
def test_the_file_is_as_before_or_as_after(deed: Deed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, "")  # the run sets its own; this puts it back
    tally = kill_during(deed, 3, random.Random(7))
    assert tally.clean, str(tally)
    assert tally.points == tally.before + tally.after == 3
