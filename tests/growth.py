# SPDX-License-Identifier: Apache-2.0
"""How much longer work takes when there is more of it: what is quick needs no clock of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


def growth(
    prepare: Callable[[int], Any], work: Callable[[Any], object], few: int, times: int
) -> float:
    """The processor's time for ``few * times`` pieces over that for ``few``; the least of three.

    What goes through them once comes to about ``times``, what compares each with each to its
    square.
    """
    small, large = (
        min(_taken(prepare(count), work) for _ in range(3)) for count in (few, few * times)
    )
    return large / small


def _taken(prepared: Any, work: Callable[[Any], object]) -> float:
    begun = time.process_time()
    work(prepared)
    return max(time.process_time() - begun, 1e-4)
