# SPDX-License-Identifier: Apache-2.0
"""Where pyaxis or pysdmx is installed: they and the desk find the same figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.matrix.kinds import KINDS
from tests.matrix.reader import outcome
from tests.oracles.views import close, installed, pyaxis_numbers, pysdmx_numbers, total_of

pytestmark = pytest.mark.long
ORACLES = {"px": ("pyaxis", pyaxis_numbers), "sdmx_csv": ("pysdmx", pysdmx_numbers)}
FILES = [(kind.name, path) for kind in KINDS if kind.name in ORACLES for path in kind.shared()]
# What pyaxis cannot read, or reads otherwise: keys before rows, an exact nil, a file in Danish.
NOT_BY_PYAXIS = {
    "BE101ACEkeys.px",
    "pxr_example7_keys.px",
    "BEXST1.PX",
    "BEXSTA_windows_1252.px",
    "EXEMPEL1.PX",
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("kind", "path"), FILES, ids=[path.name for _, path in FILES])
def test_the_oracle_finds_the_same_figures(kind: str, path: Path) -> None:
    module, numbers = ORACLES[kind]
    if not installed(module):
        pytest.skip(f"{module} is not installed")
    _, ours = outcome(path.read_bytes(), path.name)
    if ours.done != "read" or path.name in NOT_BY_PYAXIS:
        pytest.skip("the desk refuses it, or the oracle is known not to read it")
    theirs = numbers(path)
    assert len(theirs) == ours.numbers
    assert close(total_of(theirs), ours.total)
