# SPDX-License-Identifier: Apache-2.0
"""Seven published returns, and what was counted in them by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

REAL = Path(__file__).parents[3] / "../shared/data/gmpp"
# Counted with the csv module alone: projects, and cells that begin with the word "exempt".
COUNTS = {
    "uk_2016.csv": (143, 50), "uk_2018.csv": (133, 76), "uk_2019.csv": (133, 93),
    "uk_2020.csv": (125, 70), "uk_2021.csv": (184, 88), "uk_2022.csv": (235, 215),
    "uk_2023.csv": (244, 262),
}  # fmt: skip

real = pytest.mark.skipif(not REAL.is_dir(), reason="no files in ../shared/data")
