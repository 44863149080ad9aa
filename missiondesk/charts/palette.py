# SPDX-License-Identifier: Apache-2.0
"""The colours and type sizes of charts: one set for paper, others made by the screen's theme."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ChartPalette:
    """Colours as ``#RRGGBB``; series differ by dash and marker too, so grey print survives.

    ``good``, ``wait``, ``bad`` and ``unknown`` colour status words and signs, nothing else.
    """

    ground: str = "#FFFFFF"
    ink: str = "#1B1F24"
    quiet: str = "#5B6470"
    hair: str = "#DDE1E6"
    line: str = "#8B95A1"
    observed: str = "#12436D"
    target: str = "#B4461A"
    good: str = "#1E6B3A"
    wait: str = "#8A5A00"
    bad: str = "#A8321A"
    unknown: str = "#5B6470"

    def tint(self, tone: str, share: float) -> str:
        """``share`` of the named colour on the ground, as a solid colour (no transparency)."""
        mixed = (
            round(int(over, 16) * share + int(under, 16) * (1 - share))
            for over, under in zip(_pairs(getattr(self, tone)), _pairs(self.ground), strict=True)
        )
        return "#" + "".join(f"{part:02X}" for part in mixed)


def _pairs(colour: str) -> tuple[str, str, str]:
    return colour[1:3], colour[3:5], colour[5:7]


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
