# SPDX-License-Identifier: Apache-2.0
"""Plots of a coalition, for tests and the gallery."""

from __future__ import annotations

from missiondesk.charts.coalition_plots import ActorDot, ActorMapPlot, NeedPlot, NeedRow


def a_map(count: int) -> ActorMapPlot:
    """``count`` actors over six types and four rings, two thirds of them close to the middle."""
    dots = tuple(
        ActorDot(
            f"Association number {n}", n % 6, (0, 0, 1, 0, 2, 0, 3)[n % 7], 1 + n % 5, n % 4,
            ("M1", "2"),
        )
        for n in range(count)
    )  # fmt: skip
    return ActorMapPlot(
        "Who stands near", "The nearer, the more",
        ("Foundations", "Business", "Civil society", "Trade unions", "Employers", "Citizens"),
        ("Delivers", "Quiet", "Talks", "Outside"),
        ("Supporter", "Neutral", "Sceptic", "Opponent"), ("Missions", "Commitments"), dots, "M1",
    )  # fmt: skip


def a_need_plot() -> NeedPlot:
    """A need that is not covered, one that is more than covered, one that is not counted."""
    return NeedPlot(
        "M1 lacks 5 places", "", ("Kind", "Promised"),
        (
            NeedRow("Places", "For trainees", 20.0, 15.0, 5.0, 2.0, "15 of 20", "5 lacking", False,
                    ("Places", "15")),
            NeedRow("Money", "", 4.0, 9.0, 0.0, 0.0, "9 of 4", "covered", True, ("Money", "9")),
            NeedRow("Data", "", None, 0.0, cells=("Data", "")),
        ),
    )  # fmt: skip
