# SPDX-License-Identifier: Apache-2.0
"""Where the pages of a document stand in a view, at which zoom; numbers only, nothing drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF

GAP = 14
_PIXELS_A_POINT = 96 / 72  # at 100 %
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class PageLayout:
    """Pages below each other, centred.

    Attributes:
        sizes: Width and height of each page in points.
        fixed: The zoom that was asked for, 1.0 true to size; None fits the width.
        room: Width of the view in pixels.
    """

    def __init__(self) -> None:
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.fixed: float | None = None
        self.room = 0

    @property
    def zoom(self) -> float:
        """1.0 is true to size."""
        if self.fixed is not None:
            return self.fixed
        widest = max((wide for wide, _ in self.sizes), default=595.0)
        return max((self.room - 2 * GAP) / (widest * _PIXELS_A_POINT), 0.1)

    @property
    def scale(self) -> float:
        """Device-independent pixels for a point."""
        return self.zoom * _PIXELS_A_POINT

    def step(self, steps: int) -> float:
        """The next larger or smaller zoom."""
        now = self.zoom
        if steps > 0:
            return next((step for step in _STEPS if step > now + 0.01), now)
        return next((step for step in reversed(_STEPS) if step < now - 0.01), now)

    def width(self, number: int) -> float:
        """Width of a page in device-independent pixels."""
        return self.sizes[number][0] * self.scale

    def places(self) -> list[QRectF]:
        """Where each page stands, from the top of the first one's gap."""
        scale = self.scale
        widest = max((wide for wide, _ in self.sizes), default=0.0) * scale + 2 * GAP
        across = max(self.room, widest)
        places, top = [], float(GAP)
        for wide, high in self.sizes:
            width, height = round(wide * scale), round(high * scale)
            places.append(QRectF(round((across - width) / 2), top, width, height))
            top += height + GAP
        return places

    def place(self, page: int, from_top: float) -> float:
        """Pixels from the very top to ``from_top`` points below the top of a page."""
        return self.places()[page].top() + from_top * self.zoom * _PIXELS_A_POINT
