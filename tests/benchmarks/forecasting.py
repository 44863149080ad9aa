# SPDX-License-Identifier: Apache-2.0
"""How the forecast keeps its word: coverage, MASE, MSIS and calibration against the goal figures.

The yearly series of the M3 competition (the half that no constant was chosen on) and Eurostat
files that were never used for tuning. Also ``python -m tests.benchmarks.forecasting``.
"""

from __future__ import annotations

import csv
import math
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from missiondesk.domain.forecast import steps_ahead

DATA = Path(__file__).resolve().parents[3] / "shared/data"
M3 = DATA / "forecast/M3_yearly_TSTS.csv"
EUROSTAT = {
    "GDP per head": ("sdg_08_10.tsv", "CLV10_EUR_HAB,"),
    "activity rate": ("tipslm60_altered.tsv", "T,"),
    "life expectancy": ("demo_mlexpec_first6000.tsv", "YR,F,Y1,"),
}
AHEAD = 6
SIZES = (5, 6, 8, 10, 14)
# The goal: per cent of figures in the intervals, scaled interval score, scaled error, deciles.
GOAL80, GOAL95 = (77.0, 87.0), (92.0, 98.0)
GOAL_MSIS, GOAL_MASE, GOAL_DECILE = 22.0, 2.45, 5.0
Window = tuple[Sequence[float], Sequence[float]]


def m3(held: bool = True) -> list[list[float]]:
    """The series of the M3 file in their order; ``held`` keeps every second one."""
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    with M3.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["series_id"]].append((int(row["timestamp"]), float(row["value"])))
    series = [[value for _, value in sorted(rows)] for rows in found.values()]
    return series[1::2] if held else series


def eurostat(name: str) -> list[list[float]]:
    """The longest run without a gap of each row, oldest first."""
    file, prefix = EUROSTAT[name]
    series = []
    text = (DATA / "eurostat_tsv" / file).read_text(encoding="utf-8")
    head, *rows = text.splitlines()
    down = int(head.split("\t")[1]) > int(head.split("\t")[2])
    for row in rows:
        key, *cells = row.split("\t")
        if not key.startswith(prefix):
            continue
        values = [_number(cell) for cell in (reversed(cells) if down else cells)]
        series.append(max(_runs(values), key=len, default=[]))
    return [one for one in series if len(one) > AHEAD]


def _number(cell: str) -> float | None:
    found = re.match(r"-?\d+(?:\.\d+)?", cell.strip())
    return float(found.group(0)) if found else None


def _runs(values: Iterable[float | None]) -> Iterator[list[float]]:
    run: list[float] = []
    for value in values:
        if value is None:
            yield run
            run = []
        else:
            run.append(value)
    yield run


def last_windows(series: list[list[float]], size: int) -> list[Window]:
    """Of each series the last ``size`` figures before the last six, and these."""
    return [
        (one[-AHEAD - size : -AHEAD], one[-AHEAD:]) for one in series if len(one) >= size + AHEAD
    ]


def rolling_windows(series: list[list[float]], size: int) -> list[Window]:
    """Every window of ``size`` figures with the six after it."""
    return [
        (one[at : at + size], one[at + size : at + size + AHEAD])
        for one in series
        for at in range(len(one) - size - AHEAD + 1)
    ]


@dataclass(slots=True)
class Score:
    """What was counted over the windows of one size."""

    size: int
    windows: int = 0
    within80: int = 0
    within95: int = 0
    figures: int = 0
    mase: float = 0.0
    naive: float = 0.0
    msis: float = 0.0

    @property
    def covers(self) -> tuple[float, float]:
        """Per cent of figures in the intervals of 80 and of 95 per cent."""
        return 100 * self.within80 / self.figures, 100 * self.within95 / self.figures

    @property
    def means(self) -> tuple[float, float, float]:
        """MASE, MASE of the naive forecast, MSIS of 95 per cent."""
        return self.mase / self.windows, self.naive / self.windows, self.msis / self.windows

    @property
    def covers_well(self) -> bool:
        """Both coverages are within their goal."""
        first, second = self.covers
        return GOAL80[0] <= first <= GOAL80[1] and GOAL95[0] <= second <= GOAL95[1]


def score(size: int, windows: list[Window]) -> Score:
    """Errors are scaled by the mean step within the window, as MASE is."""
    found = Score(size)
    for past, future in windows:
        scale = sum(abs(b - a) for a, b in pairwise(past)) / (len(past) - 1)
        if scale == 0:
            continue
        found.windows += 1
        for step, seen in zip(steps_ahead(past, AHEAD), future, strict=True):
            low80, high80 = step.interval(80)
            low95, high95 = step.interval(95)
            found.figures += 1
            found.within80 += low80 <= seen <= high80
            found.within95 += low95 <= seen <= high95
            missed = max(low95 - seen, 0) + max(seen - high95, 0)
            found.msis += (high95 - low95 + 40 * missed) / AHEAD / scale
            found.mase += abs(seen - step.middle) / AHEAD / scale
            found.naive += abs(seen - past[-1]) / AHEAD / scale
    return found


@dataclass(slots=True)
class Calibration:
    """Said and happened, by decile of what was said."""

    said: list[float] = field(default_factory=lambda: [0.0] * 10)
    happened: list[int] = field(default_factory=lambda: [0] * 10)
    count: list[int] = field(default_factory=lambda: [0] * 10)
    brier: float = 0.0

    def note(self, probability: float, reached: bool) -> None:
        """Count one target."""
        decile = min(int(probability * 10), 9)
        self.said[decile] += probability
        self.happened[decile] += reached
        self.count[decile] += 1
        self.brier += (probability - reached) ** 2

    def rows(self) -> Iterator[tuple[int, float, float]]:
        """(number, per cent said, per cent happened) of each decile."""
        for said, happened, count in zip(self.said, self.happened, self.count, strict=True):
            if count:
                yield count, 100 * said / count, 100 * happened / count

    @property
    def worst(self) -> float:
        """The largest difference of a decile, in points."""
        return max(abs(said - happened) for _, said, happened in self.rows())


def calibration(
    series: list[list[float]], sizes: Sequence[int] = (6, 10, 14), both_ways: bool = True
) -> Calibration:
    """Seven made-up targets about the last figure for each window and each step ahead.

    Each counts as one to rise to and, ``both_ways``, as one to fall to: metrics have to do either,
    while the M3 series rise more often than they fall.
    """
    found = Calibration()
    for size in sizes:
        for past, future in last_windows(series, size):
            spread = _typical_step(past)
            if spread == 0:
                continue
            steps = steps_ahead(past, AHEAD)
            for ahead, (step, seen) in enumerate(zip(steps, future, strict=True), start=1):
                for far in (-3, -2, -1, 0, 1, 2, 3):
                    target = past[-1] + far * spread * math.sqrt(ahead)
                    found.note(1 - step.below(target), seen >= target)
                    if both_ways:
                        found.note(step.below(target), seen <= target)
    return found


def _typical_step(past: Sequence[float]) -> float:
    return sum(abs(b - a) for a, b in pairwise(past)) / (len(past) - 1)


def report(quick: bool = False) -> str:
    """The tables; ``quick`` leaves the Eurostat files out."""
    held = m3()
    lines = [_HEAD]
    lines += [_line("M3, held half", score(n, last_windows(held, n))) for n in SIZES]
    if not quick:
        for name in EUROSTAT:
            series = eurostat(name)
            lines += [_line(name, score(n, rolling_windows(series, n))) for n in (6, 10, 14)]
    found, rising = calibration(held), calibration(held, both_ways=False)
    lines += ["", "probability of reaching a target, M3 held half", "targets  said %  happened %"]
    lines += [f"{n:7}  {said:6.1f}  {happened:10.1f}" for n, said, happened in found.rows()]
    lines.append(
        f"worst decile {found.worst:.1f} points (goal {GOAL_DECILE:.0f} at most): "
        f"{_ok(found.worst <= GOAL_DECILE)}; Brier {found.brier / sum(found.count):.3f}"
    )
    lines.append(f"one series of ten, six steps: {_milliseconds(held):.3f} ms (goal 1 at most)")
    lines.append(f"targets to rise to alone, worst decile: {rising.worst:.1f} points (no goal)")
    return "\n".join(lines)


_HEAD = (
    f"goal: 80 % covers {GOAL80[0]:.0f}-{GOAL80[1]:.0f}, 95 % covers {GOAL95[0]:.0f}-"
    f"{GOAL95[1]:.0f}; with ten figures MASE {GOAL_MASE} and MSIS {GOAL_MSIS:.0f} at most\n"
    f"{'series':16} {'n':>3} {'windows':>8} {'80 %':>6} {'95 %':>6} {'MASE':>6} {'naive':>6} "
    f"{'MSIS':>6}  goal"
)


def _line(name: str, found: Score) -> str:
    covers, means = found.covers, found.means
    good = found.covers_well
    if found.size == 10 and name.startswith("M3"):
        good = good and means[0] <= GOAL_MASE and means[2] <= GOAL_MSIS
    return (
        f"{name:16} {found.size:3} {found.windows:8} {covers[0]:6.1f} {covers[1]:6.1f} "
        f"{means[0]:6.2f} {means[1]:6.2f} {means[2]:6.1f}  {_ok(good)}"
    )


def _milliseconds(series: list[list[float]]) -> float:
    pasts = [past for past, _ in last_windows(series, 10)]
    start = time.perf_counter()
    for past in pasts:
        steps_ahead(past, AHEAD)
    return 1000 * (time.perf_counter() - start) / len(pasts)


def _ok(good: bool) -> str:
    return "ok" if good else "not"


if __name__ == "__main__":
    print(report())
