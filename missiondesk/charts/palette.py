# SPDX-License-Identifier: Apache-2.0
"""The colours and type sizes of charts: one set for paper, others made by the screen's theme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartPalette:
    """Colours as ``#RRGGBB``; series differ by dash and marker too, so grey print survives."""

    ground: str = "#FFFFFF"
    ink: str = "#1B1F24"
    quiet: str = "#5B6470"
    hair: str = "#DDE1E6"
    line: str = "#8B95A1"
    observed: str = "#12436D"
    target: str = "#B4461A"


PAPER = ChartPalette()


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Type sizes and leadings in points; 8 is the least that is printed."""

    title: float = 10.0
    title_leading: float = 13.0
    text: float = 8.5
    text_leading: float = 11.0
    small: float = 8.0
    small_leading: float = 10.5

    def scaled(self, factor: float) -> TypeScale:
        """The same scale, ``factor`` times as large (the user's font on the screen)."""
        return TypeScale(
            self.title * factor,
            self.title_leading * factor,
            self.text * factor,
            self.text_leading * factor,
            self.small * factor,
            self.small_leading * factor,
        )


PRINT = TypeScale()
