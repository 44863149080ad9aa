# SPDX-License-Identifier: Apache-2.0
"""Interleaved timing: the desk and its peer take turns, so a noisy machine hits both alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table; times are medians in seconds."""

    what: str
    desk: float
    peer: float
    peer_name: str
    note: str = ""

    @property
    def ratio(self) -> float:
        """The desk's time over the peer's."""
        return self.desk / self.peer


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def interleaved(rounds: int, **works: Callable[[], float]) -> Mapping[str, float]:
    """Median of what each work returns, called in turn ``rounds`` times after one warm-up."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            value = work()
            if turn:
                found[name].append(value)
    return {name: statistics.median(values) for name, values in found.items()}


def table(results: list[Result]) -> str:
    """The results as an aligned text table."""
    head = ("what", "desk", "peer", "ratio", "peer is", "note")
    rows = [
        (
            one.what,
            f"{one.desk * 1000:.1f} ms",
            f"{one.peer * 1000:.1f} ms",
            f"{one.ratio:.2f}",
            one.peer_name,
            one.note,
        )
        for one in results
    ]
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    lines = [
        "  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True))
        for row in (head, *rows)
    ]
    return "\n".join(line.rstrip() for line in lines)
