# SPDX-License-Identifier: Apache-2.0
"""Colours and fonts of a timeline, made from the palette in force and the widget's font."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui import theme
from missiondesk.ui.widgets.timeline_items import BarLook, Lane, Tone
from missiondesk.ui.widgets.timeline_layout import LONGEST_LABEL, Metrics

_SOFT = 0.2  # share of the accent in a light bar


@dataclass(frozen=True, slots=True)
class TimelineColours:
    """Colours by what they are for."""

    page: QColor
    ink: QColor
    quiet: QColor
    line: QColor
    hair: QColor
    accent: QColor
    on_accent: QColor
    soft: QColor
    target: QColor
    target_text: QColor
    good: QColor
    wait: QColor
    bad: QColor

    def tone(self, tone: Tone) -> QColor:
        """The colour of a header line."""
        return {
            Tone.INK: self.ink,
            Tone.QUIET: self.quiet,
            Tone.GOOD: self.good,
            Tone.WAIT: self.wait,
            Tone.BAD: self.bad,
        }[tone]


def theme_colours() -> TimelineColours:
    """The colours of the palette in force."""
    names = ("ink", "quiet", "line", "hair", "accent", "on_accent", "target", "target_text")
    plain = {name: theme.colour(name) for name in (*names, "good", "wait", "bad")}
    page, accent = theme.colour("ground"), plain["accent"]
    soft = QColor.fromRgbF(
        page.redF() + (accent.redF() - page.redF()) * _SOFT,
        page.greenF() + (accent.greenF() - page.greenF()) * _SOFT,
        page.blueF() + (accent.blueF() - page.blueF()) * _SOFT,
    )
    return TimelineColours(page=page, soft=soft, **plain)


def bar_look(look: BarLook, colours: TimelineColours) -> tuple[QPen, QColor, QColor]:
    """Outline, fill and text of a bar."""
    if look is BarLook.SOLID:
        return QPen(Qt.PenStyle.NoPen), colours.accent, colours.on_accent
    if look is BarLook.LIGHT:
        return QPen(colours.accent, 1), colours.soft, colours.ink
    if look is BarLook.GREY:
        return QPen(colours.line, 1), colours.hair, colours.quiet
    pen = QPen(colours.accent if look is BarLook.DASHED else colours.quiet, 1)
    pen.setDashPattern([5, 3] if look is BarLook.DASHED else [1, 2])
    return pen, colours.page, colours.ink


_KEPT = 20_000  # texts whose shortened or broken forms are remembered


class Fonts:
    """The fonts of a timeline, made from the widget's, with the widths of texts remembered."""

    def __init__(self, font: QFont) -> None:
        self.text = QFont(font)
        self.strong = QFont(font)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(font)
        size = font.pointSizeF()
        if size > 0:
            self.small.setPointSizeF(size * 12.5 / 14)
        self.of_text = QFontMetricsF(self.text)
        self.of_strong = QFontMetricsF(self.strong)
        self.of_small = QFontMetricsF(self.small)
        self._widths: dict[str, float] = {}
        self._elided: dict[tuple[str, int], str] = {}
        self._wrapped: dict[tuple[str, float, bool], list[str]] = {}
        bar = round(self.of_text.height()) + 3.0
        longest = max(LONGEST_LABEL, bar * 20)
        self.metrics = Metrics(bar, bar + 6, round(bar * 0.28), 9.0, longest)

    @property
    def head(self) -> float:
        """Height of the band with years and quarters."""
        return round(self.of_strong.height() + self.of_small.height()) + 10.0

    def width(self, text: str) -> float:
        """Width of a label."""
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self.of_text.horizontalAdvance(text) + 1
        return known

    def fitted(self, text: str, width: float) -> str:
        """The label, shortened with an ellipsis where it is wider than ``width``."""
        if self.width(text) <= width + 0.5:
            return text
        key = (text, int(width))
        known = self._elided.get(key)
        if known is None:
            if len(self._elided) > _KEPT:
                self._elided.clear()
            known = self.of_text.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._elided[key] = known
        return known

    def wrapped(self, text: str, width: float, small: bool = False) -> list[str]:
        """A lane's title, or a ``small`` line under it, on two lines at most.

        The second is shortened if need be.
        """
        key = text, width, small  # each lane's at each step of the zoom
        known = self._wrapped.get(key)
        if known is None:
            if len(self._wrapped) > _KEPT:
                self._wrapped.clear()
            known = self._wrapped[key] = self._wrap(text, width, small)
        return known

    def _wrap(self, text: str, width: float, small: bool) -> list[str]:
        measure = self.of_small if small else self.of_strong
        found: list[str] = []
        rest = text.split()
        while rest and len(found) < 2:
            count = len(rest)
            if not found:
                while count > 1 and measure.horizontalAdvance(" ".join(rest[:count])) > width:
                    count -= 1
            found.append(" ".join(rest[:count]))
            rest = rest[count:]
        return [measure.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in found]

    def lane_height(self, lane: Lane, width: float) -> float:
        """Height that a lane's header needs."""
        titles = len(self.wrapped(lane.title, width)) or 1
        details = sum(len(self.wrapped(line.text, width, small=True)) for line in lane.lines)
        heights = titles * self.of_strong.lineSpacing() + details * (
            self.of_small.lineSpacing() + 1
        )
        return float(round(heights + 2 * self.metrics.lane_pad))
