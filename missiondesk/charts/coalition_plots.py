# SPDX-License-Identifier: Apache-2.0
"""What the pictures of a coalition show: needs against promises, and actors about the missions."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class NeedRow:
    """What is needed and promised of one kind in one unit.

    Attributes:
        label: The kind in words.
        detail: What is needed, in words, or "".
        needed: None where nobody has said how much.
        promised: Of live promises, what is ``delivered`` included.
        offered: Beside it, not agreed yet.
        value: Promised against needed, in words with the unit.
        note: What is lacking, or that nothing is, in words.
        enough: Whether nothing is lacking.
    """

    label: str
    detail: str = ""
    needed: float | None = None
    promised: float = 0.0
    delivered: float = 0.0
    offered: float = 0.0
    value: str = ""
    note: str = ""
    enough: bool = True
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedPlot:
    """A mission's needs, one bar each as a share of the need; unlike units share no axis.

    Attributes:
        heads: Of the table twin; each row brings as many ``cells``.
    """

    title: str
    subtitle: str
    heads: tuple[str, ...] = ()
    rows: tuple[NeedRow, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class ActorDot:
    """One actor on the map.

    Attributes:
        sector: Place of its type in the plot's ``sectors``.
        ring: Place in the plot's ``rings``, 0 for the innermost.
        influence: 1 to 5, or None while nobody has judged it.
        stance: Place in the plot's ``stances``.
        beside: What else the table says of it: missions, commitments.
    """

    name: str
    sector: int
    ring: int
    influence: int | None
    stance: int
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorMapPlot:
    """Actors about the missions: the nearer the middle, the more they do.

    Attributes:
        sectors: Types of actors in words, clockwise from above.
        rings: How near in words, from the innermost out.
        stances: Supporter, neutral, sceptic, opponent in words, in that order.
        heads: What ``beside`` says, in words.
        middle: What they stand about: the missions, or one mission's code.
    """

    title: str
    subtitle: str
    sectors: tuple[str, ...] = ()
    rings: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    dots: tuple[ActorDot, ...] = ()
    middle: str = ""
    source: str = ""
