# SPDX-License-Identifier: Apache-2.0
"""What the charts of a portfolio are told, as plain values: bars of shares, and bubbles."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar.

    Attributes:
        label: What it is.
        value: Its length from zero; None, or below zero, draws none.
        text: The value in words with its unit.
        note: More about it, under the value.
        strong: Whether it is stressed.
    """

    label: str
    value: float | None
    text: str
    note: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class BarsPlot:
    """Bars that share one axis from zero.

    Attributes:
        label_head: What the labels are, for the table.
        text_head: What the values are, for the table.
        note_head: What the notes are, for the table.
    """

    title: str
    subtitle: str
    rows: tuple[BarRow, ...] = ()
    source: str = ""
    label_head: str = ""
    text_head: str = ""
    note_head: str = ""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One initiative among the bubbles.

    Attributes:
        label: Short, its code.
        name: Its title.
        x, y: Places on the axes, 1 to 5.
        size: What its area stands for; None or below zero is the smallest.
        size_text: The same in words.
        group: Place in ``BubblePlot.groups``, by which its fill is chosen.
    """

    label: str
    name: str
    x: int
    y: int
    size: float | None
    size_text: str
    group: int = 0


@dataclass(frozen=True, slots=True)
class BubblePlot:
    """Initiatives by two judgements of 1 to 5; area is money.

    Attributes:
        x_axis, y_axis: What the axes mean.
        x_ends, y_ends: What 1 and 5 mean on them.
        groups: The stages in words, the palest fill first.
    """

    title: str
    subtitle: str
    x_axis: str
    y_axis: str
    x_ends: tuple[str, str]
    y_ends: tuple[str, str]
    bubbles: tuple[Bubble, ...] = ()
    groups: tuple[str, ...] = ()
    size_head: str = ""
    group_head: str = ""
    source: str = ""
