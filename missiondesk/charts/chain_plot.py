# SPDX-License-Identifier: Apache-2.0
"""What the picture of a chain of command is told, as plain values."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ChainCell:
    """One link of one chain.

    Attributes:
        key: Neighbours of a level with one key are the same link; "" is never shared.
        text: Who it is, "" where nobody is.
        detail: More about it: who holds the office.
        gap: What is missing here or on the way here, short; "" when nothing is.
    """

    key: str
    text: str
    detail: str = ""
    gap: str = ""


@dataclass(frozen=True, slots=True)
class ChainPlot:
    """Chains side by side, each with one cell a level.

    Attributes:
        levels: Names of the levels, from the top.
        chains: Cells of each chain, from the top.
        gaps: What is missing, a sentence each, for those who do not see it.
    """

    title: str
    subtitle: str
    levels: tuple[str, ...] = ()
    chains: tuple[tuple[ChainCell, ...], ...] = ()
    gaps: tuple[str, ...] = ()
    source: str = ""
