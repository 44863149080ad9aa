# SPDX-License-Identifier: Apache-2.0
"""The trajectory chart of the peers: lines, marks and texts at fixed places, and their SVG."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from missiondesk.charts.plots import TrajectoryPlot

WIDTH, HEIGHT = 467.0, 172.0
_LEFT, _RIGHT, _FLOOR, _TOP = 24.0, 370.0, 18.0, 130.0
ALT = "Andelen af unge uden job og uddannelse fra 2016 til 2025 med målsti til 3,5 % i 2030."


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through places in points from the lower left corner."""

    places: tuple[tuple[float, float], ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A line of text from its baseline's beginning."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything to draw; ``dots`` are circles of 2 points, ``target`` is a diamond."""

    strokes: tuple[Stroke, ...]
    dots: tuple[tuple[float, float], ...]
    target: tuple[float, float]
    words: tuple[Word, ...]


def chart_of(plot: TrajectoryPlot) -> Chart:
    """The chart as the desk draws it, without looking for room for the labels."""

    def at(x: float, y: float) -> tuple[float, float]:
        return (
            _LEFT + (x - 2015.5) / 15 * (_RIGHT - _LEFT),
            _FLOOR + (y - 2) / 6 * (_TOP - _FLOOR),
        )

    assert plot.target is not None and plot.today is not None and plot.latest is not None
    dots = tuple(at(point.x, point.y) for point in plot.points)
    strokes, words = [], []
    for tick in (2, 4, 6, 8):
        y = at(2016, tick)[1]
        strokes.append(Stroke(((_LEFT, y), (_RIGHT, y)), "#DDE1E6", 0.6))
        words.append(Word(str(tick), 10, y - 2.6, 8, "#5B6470"))
    for year in range(2016, 2031, 2):
        x = at(year, 2)[0]
        strokes.append(Stroke(((x, _FLOOR), (x, _FLOOR - 3)), "#8B95A1", 0.8))
        words.append(Word(str(year), x - 8, 4, 8, "#5B6470"))
    today = at(plot.today, 2)[0]
    strokes.append(Stroke(((today, _FLOOR), (today, _TOP)), "#5B6470", 0.8, (3.2, 2.4)))
    strokes.append(Stroke(tuple(at(*place) for place in plot.path), "#B4461A", 1.6, (1.0, 3.0)))
    strokes.append(Stroke(dots, "#12436D", 1.8))
    x, y = at(plot.target.x, plot.target.y)
    words += [
        Word(plot.title, 0, 162, 10, "#1B1F24", bold=True),
        Word(plot.subtitle, 0, 150, 8.5, "#5B6470"),
        Word("status", today - 10, _TOP + 3, 8, "#5B6470"),
        Word("Mål 3,5", x + 8, y - 3, 8.5, "#A23D14", bold=True),
        Word("Udgangspunkt 7,1", dots[0][0] + 4, dots[0][1] + 6, 8.5, "#5B6470"),
        Word(f"{plot.latest.y:.1f} i 2025".replace(".", ","), dots[-1][0] + 4, dots[-1][1] + 6,
             8.5, "#12436D", bold=True),
        Word("Målsti", at(2021, 0)[0], at(0, 5.2)[1], 8.5, "#A23D14"),
    ]  # fmt: skip
    return Chart(tuple(strokes), dots, (x, y), tuple(words))


def svg_of(chart: Chart) -> str:
    """The chart as SVG with its text as text."""
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}pt" height="{HEIGHT}pt" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Source Sans 3" role="img" '
            f'aria-label="{escape(ALT)}"><title>{escape(ALT)}</title>'
        )
    ]
    for stroke in chart.strokes:
        points = " ".join(f"{x:.2f},{HEIGHT - y:.2f}" for x, y in stroke.places)
        dash = f' stroke-dasharray="{" ".join(map(str, stroke.dash))}"' if stroke.dash else ""
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{stroke.colour}" '
            f'stroke-width="{stroke.width}"{dash}/>'
        )
    parts += [
        f'<circle cx="{x:.2f}" cy="{HEIGHT - y:.2f}" r="2" fill="#12436D"/>' for x, y in chart.dots
    ]
    x, y = chart.target
    y = HEIGHT - y
    parts.append(f'<path d="M{x - 4} {y}L{x} {y - 4}L{x + 4} {y}L{x} {y + 4}Z" fill="#B4461A"/>')
    for word in chart.words:
        bold = ' font-weight="bold"' if word.bold else ""
        parts.append(
            f'<text x="{word.x:.2f}" y="{HEIGHT - word.y:.2f}" font-size="{word.size}" '
            f'fill="{word.colour}"{bold}>{escape(word.text)}</text>'
        )
    return "".join([*parts, "</svg>"])
