# SPDX-License-Identifier: Apache-2.0
"""Plots for the tests: one of each kind that a mission may have, and any at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from missiondesk.charts.plots import FanPoint, PlotMark, PlotPoint, TrajectoryPlot

STATUSES = ("estimate", "preliminary", "final", "revised")


def yearly(first: int, values: list[float], **statuses: str) -> tuple[PlotPoint, ...]:
    """Points year by year; ``_3="estimate"`` gives the fourth one its status."""
    return tuple(
        PlotPoint(float(first + at), value, str(first + at), statuses.get(f"_{at}", "final"))
        for at, value in enumerate(values)
    )


YOUNG = yearly(2016, [7.1, 6.9, 6.8, 6.7, 6.6, 6.7, 6.6])
START, END = PlotMark(2016.0, 7.1, "2016"), PlotMark(2030.0, 3.5, "2030")


def a_plot(
    points: tuple[PlotPoint, ...] = YOUNG,
    baseline: PlotMark | None = START,
    target: PlotMark | None = END,
    unit: str = "%",
    decimals: int = 1,
    today: float | None = 2026.4,
    path: tuple[tuple[float, float], ...] | None = None,
    better: bool | None = False,
) -> TrajectoryPlot:
    """The share of young people without work or education, unless told otherwise."""
    if path is None:
        path = ((baseline.x, baseline.y), (target.x, target.y)) if baseline and target else ()
    return TrajectoryPlot(
        "Andelen falder, men for langsomt til målet i 2030",
        "15–24-årige uden job og uddannelse, pct., Danmark, 2016–2030",
        unit,
        decimals,
        points,
        baseline,
        target,
        path,
        today,
        "Kilde: Danmarks Statistik (eksempel). Data pr. 31. oktober 2026.",
        better,
    )


KINDS: dict[str, TrajectoryPlot] = {
    "usual": a_plot(),
    "preliminary": a_plot(yearly(2016, [7.1, 6.9, 6.8, 6.7], _3="preliminary", _2="estimate")),
    "only estimates": a_plot(yearly(2016, [7.1, 6.9], _0="estimate", _1="estimate")),
    "large": a_plot(
        yearly(2018, [185_000, 201_233, 216_000, 214_737]),
        PlotMark(2018.0, 185_000.0, "2018"),
        PlotMark(2029.0, 165_000.0, "2029"),
        "personer",
        0,
    ),
    "billions": a_plot(
        yearly(2020, [1.2e9, 1.5e9, 1.9e10]), None, PlotMark(2028.0, 3e10, "2028"), "kr.", 0
    ),
    "tiny": a_plot(
        yearly(2020, [0.002, 0.0018, 0.0021]), None, PlotMark(2028.0, 0.001, "2028"), "", 4
    ),
    "negative": a_plot(
        yearly(2020, [-4.0, -2.5, 1.0]),
        PlotMark(2020.0, -4.0, "2020"),
        PlotMark(2028.0, 3.0, "2028"),
    ),
    "one": a_plot(yearly(2016, [7.1])),
    "one alone": a_plot(yearly(2021, [12.4]), None, None, today=None),
    "no figures": a_plot(()),
    "only a target": a_plot((), None),
    "nothing": a_plot((), None, None),
    "no target": a_plot(
        yearly(2010, [5, 6, 5.5, 7, 8, 7.5, 9]), PlotMark(2010.0, 5.0, "2010"), None
    ),
    "target met": a_plot(
        yearly(2016, [7.1, 6.9, 6.8, 5.7, 4.6, 4.0, 3.5]), target=PlotMark(2022.0, 3.5, "2022")
    ),
    "baseline apart": a_plot(yearly(2018, [6.9, 6.8])),
    "cumulative": a_plot(
        yearly(2022, [72.3, 141.2, 208.8]),
        None,
        PlotMark(2025.0, 290.0, "2025"),
        "mio. ton",
        path=((2022.0, 72.5), (2023.0, 145.0), (2024.0, 217.5), (2025.0, 290.0)),
    ),
    "flat": a_plot(yearly(2020, [0, 0, 0]), None, PlotMark(2028.0, 0.0, "2028")),
    "full share": a_plot(yearly(2020, [91.0, 97.0, 99.5]), None, PlotMark(2028.0, 100.0, "2028")),
}


def a_fan(
    first: int, last: int, start: float, change: float, spread: float
) -> tuple[FanPoint, ...]:
    """A forecast year by year from ``start``: ``change`` a year, the intervals as in a walk."""
    points = []
    for step in range(1, last - first + 2):
        middle, half = start + change * step, spread * step**0.5
        points.append(
            FanPoint(
                float(first + step - 1),
                str(first + step - 1),
                round(middle, 4),
                round(middle - 1.28 * half, 4),
                round(middle + 1.28 * half, 4),
                round(middle - 1.96 * half, 4),
                round(middle + 1.96 * half, 4),
            )
        )
    return tuple(points)


FAN = a_fan(2023, 2030, 6.6, -0.06, 0.17)
_MONTHS = tuple(
    PlotPoint(
        2023 + at / 12, 11.8 + (at * 7 % 5) / 10 + at * 0.02, f"{at % 12 + 1}/{2023 + at // 12}"
    )
    for at in range(40)
)
FORECASTS: dict[str, TrajectoryPlot] = {
    "fan": replace(a_plot(), fan=FAN),
    "fan, naive, all": replace(
        a_plot(yearly(2016, [7.1, 6.9, 6.8, 6.7, 6.6, 6.7, 6.6], _6="preliminary")),
        fan=FAN,
        naive=6.6,
        breaks=(PlotMark(2019.3, 0.0, "Ændret 20. april 2019: ny opgørelse"),),
        intermediate=(PlotMark(2025.0, 5.2, "2025"), PlotMark(2028.0, 4.2, "2028")),
    ),
    "long break": replace(
        a_plot(),
        fan=FAN,
        breaks=(
            PlotMark(
                2018.5,
                0.0,
                "Ændret 1. juli 2018: spørgeskemaet er lagt om, og tallene kan ikke sammenlignes",
            ),
            PlotMark(2021.2, 0.0, "Nyt mål 14. marts 2021"),
        ),
    ),
    "fan meets target": replace(
        a_plot(
            yearly(2018, [61.9, 62.6, 64.4, 65.2, 66.5, 68.7, 67.8, 71.5]),
            PlotMark(2018.0, 61.9, "2018"),
            PlotMark(2030.0, 83.3, "2030"),
            better=True,
        ),
        fan=a_fan(2026, 2030, 71.5, 1.5, 1.5),
    ),
    "fan through target": replace(a_plot(), fan=a_fan(2023, 2030, 6.6, -0.39, 0.1), naive=6.6),
    "fan ends early": replace(a_plot(), fan=a_fan(2023, 2026, 6.6, -0.2, 0.2)),
    "fan alone": replace(a_plot((), None), fan=FAN),
    "stepped": replace(
        a_plot(path=((2016.0, 7.1), (2019.0, 6.2), (2023.0, 5.0), (2027.0, 4.2), (2030.0, 3.5))),
        stepped=True,
        stale=True,
        fan=FAN,
    ),
    "curved": replace(
        a_plot(
            path=tuple((2016 + at * 14 / 24, 7.1 * (3.5 / 7.1) ** (at / 24)) for at in range(25))
        ),
        intermediate=(PlotMark(2024.0, 4.75, "2024"),),
    ),
    "band": replace(
        a_plot(
            yearly(2014, [3.9, 4.3, 5.6, 5.9, 5.2, 4.4, 5.1]),
            None,
            None,
            better=None,
        ),
        band=(4.0, 5.5),
        fan=a_fan(2021, 2026, 5.1, 0.02, 0.3),
    ),
    "band alone": replace(a_plot(_MONTHS, None, None, better=None, unit="dage"), band=(11.5, 12.5)),
    "wide fan": replace(
        a_plot(yearly(2016, [7.1, 6.2, 7.4, 5.9])), fan=a_fan(2020, 2030, 5.9, -0.3, 1.2)
    ),
    "large fan": replace(
        a_plot(
            yearly(2018, [185_000, 201_233, 216_000, 214_737]),
            PlotMark(2018.0, 185_000.0, "2018"),
            PlotMark(2029.0, 165_000.0, "2029"),
            "personer",
            0,
        ),
        fan=a_fan(2022, 2029, 214_737.0, 2_100.0, 5_200.0),
        naive=214_737.0,
    ),
    "negative fan": replace(
        a_plot(
            yearly(2020, [-4.0, -2.5, -2.0, -1.8]),
            PlotMark(2020.0, -4.0, "2020"),
            PlotMark(2028.0, 3.0, "2028"),
            better=True,
        ),
        fan=a_fan(2024, 2028, -1.8, 0.5, 0.6),
    ),
}


def values(size: float) -> st.SearchStrategy[float]:
    return st.floats(-size, size, allow_nan=False, allow_subnormal=False).map(
        lambda value: round(value, 6)
    )


@st.composite
def plots(draw: st.DrawFn) -> TrajectoryPlot:
    """Any plot: from none to sixty figures, yearly or monthly, with or without marks."""
    size = draw(st.sampled_from([0.01, 1.0, 100.0, 250_000.0, 4e10]))
    step = draw(st.sampled_from([1.0, 0.25, 1 / 12, 2.0]))
    start = draw(st.integers(1990, 2030))
    numbers = draw(st.lists(values(size), max_size=60))
    points = tuple(
        PlotPoint(start + at * step, number, f"{start}, {at}", draw(st.sampled_from(STATUSES)))
        for at, number in enumerate(numbers)
    )
    baseline = draw(st.none() | values(size).map(lambda y: PlotMark(float(start), y, str(start))))
    end = start + draw(st.integers(1, 25))
    target = draw(st.none() | values(size).map(lambda y: PlotMark(float(end), y, str(end))))
    today = draw(st.none() | st.floats(start - 1, end + 1))
    unit = draw(st.sampled_from(["%", "", "personer", "mio. kr. i 2026-priser"]))
    plot = a_plot(points, baseline, target, unit, draw(st.integers(0, 3)), today)
    return replace(plot, **draw(_forecasts(start, end, size))) if draw(st.booleans()) else plot


@st.composite
def _forecasts(draw: st.DrawFn, start: int, end: int, size: float) -> dict[str, Any]:
    """What may be added to a plot: forecast, changes, interim targets, a level, steps."""
    fan = tuple(
        FanPoint(float(x), str(x), *(five[rank] for rank in (2, 1, 3, 0, 4)))
        for x in range(start + draw(st.integers(0, 8)), end + 1)
        for five in (sorted(draw(st.lists(values(size), min_size=5, max_size=5))),)
    )
    times = st.floats(start, end)
    words = st.sampled_from(["Ændret 2024", "Changed on 3 May 2024: another survey was taken", "x"])
    return {
        "fan": fan,
        "naive": draw(st.none() | values(size)),
        "breaks": tuple(
            draw(st.lists(st.builds(PlotMark, times, st.just(0.0), words), max_size=3))
        ),
        "intermediate": tuple(
            draw(st.lists(st.builds(PlotMark, times, values(size), st.just("2025")), max_size=4))
        ),
        "band": draw(st.none() | st.tuples(values(size), values(size))),
        "stepped": draw(st.booleans()),
        "stale": draw(st.booleans()),
    }
