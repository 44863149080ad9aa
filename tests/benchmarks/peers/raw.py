# SPDX-License-Identifier: Apache-2.0
"""The practical limit: every word straight onto ReportLab's own canvas, untagged."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from tests.benchmarks.peer_font import PEER_BOLD, PEER_FONT, register_peer_font
from tests.benchmarks.peers.chart import ALT, chart_of
from tests.benchmarks.press_letter import PressLetter

SAID = "raw ReportLab canvas, untagged: the words, lines and rules by hand"
LEFT, RIGHT, TOP, LOW = 70.9, 538.6, 774.0, 60.0
Tag = Callable[..., AbstractContextManager[Any]]


def maker() -> Callable[[PressLetter], bytes]:
    """Makes one letter after the other."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    register_peer_font()

    def make(letter: PressLetter) -> bytes:
        file = io.BytesIO()
        canvas = Canvas(
            file, pagesize=A4, initialFontName=PEER_FONT, invariant=1, pageCompression=1
        )
        canvas.setTitle(letter.subject)
        Sheet(canvas, letter, lambda *_, **__: nullcontext()).write()
        canvas.save()
        return file.getvalue()

    return make


class Sheet:
    """Sets a letter from the top down; ``tag`` opens an element of a role about what it draws."""

    def __init__(self, canvas: Any, letter: PressLetter, tag: Tag) -> None:
        self.canvas, self.one, self.tag, self.y = canvas, letter, tag, TOP

    def write(self) -> None:
        """The whole letter; the last page is closed."""
        one = self.one
        self.say("P", [one.sender], font=PEER_BOLD)
        self.say("P", [*one.sender_lines, *(f"{label}: {value}" for label, value in one.meta)], 8.5)
        self.say("P", one.addressee, after=14)
        self.say("H1", [one.subject], 14, PEER_BOLD)
        for text in (one.salutation, *one.opening):
            self.say("P", [text])
        self.say("H2", ["Missionen"], 11, PEER_BOLD, after=2)
        self.say("P", [one.mission], font=PEER_BOLD)
        self.say("H2", ["Målet"], 11, PEER_BOLD, after=2)
        self.say("P", [one.goal])
        self._chart()
        self.say("H2", ["Dit ansvar"], 11, PEER_BOLD, after=2)
        self.say("P", [one.commitments_lead])
        self._table(one.commitments_head, one.commitments, (22, 160, 100, 85, 100))
        self.say("H2", ["Tidsplan"], 11, PEER_BOLD, after=2)
        self.say("P", [one.milestones_lead])
        self._table(one.milestones_head, one.milestones, (100, 240, 127))
        self.say("H2", ["Opfølgning"], 11, PEER_BOLD, after=2)
        self.say("P", [one.follow_up])
        for point in one.points:
            self.say("P", [f"• {point}"], after=1)
        self.say("P", [one.closing])
        self.say("P", [one.place_and_date], after=40)
        self.say("P", one.signatory)
        self._close_page()

    def say(
        self,
        role: str,
        texts: Sequence[str],
        size: float = 10,
        font: str = PEER_FONT,
        after: float = 5,
    ) -> None:
        """Lines of text, each broken to the width, as one element."""
        lines = [line for text in texts for line in broken(text, font, size, RIGHT - LEFT)]
        self._room(len(lines) * size * 1.36)
        with self.tag(role):
            self._lines(lines, LEFT, self.y, size, font)
        self.y -= len(lines) * size * 1.36 + after

    def _lines(self, lines: Sequence[str], x: float, top: float, size: float, font: str) -> None:
        text = self.canvas.beginText(x, top - size)
        text.setFont(font, size, size * 1.36)
        for line in lines:
            text.textLine(line)
        self.canvas.drawText(text)

    def _room(self, height: float) -> None:
        if self.y - height < LOW:
            self._close_page()

    def _close_page(self) -> None:
        canvas = self.canvas
        canvas.setFont(PEER_FONT, 8)
        canvas.drawString(LEFT, 31, self.one.contact)
        canvas.drawRightString(RIGHT, 31, f"{self.one.number} · Side {canvas.getPageNumber()}")
        canvas.showPage()
        self.y = TOP

    def _table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> None:
        canvas = self.canvas
        with self.tag("Table"):
            for number, row in enumerate((head, *rows)):
                font, role = (PEER_FONT, "TD") if number else (PEER_BOLD, "TH")
                cells = [broken(cell, font, 8.5, width - 8)
                         for cell, width in zip(row, widths, strict=True)]  # fmt: skip
                high = max(map(len, cells)) * 11.56 + 6.4
                self._room(high)
                x = LEFT
                with self.tag("TR"):
                    for lines, width in zip(cells, widths, strict=True):
                        with self.tag(role):
                            self._lines(lines, x, self.y - 3, 8.5, font)
                        x += width
                self.y -= high
                canvas.setLineWidth(0.25 if number else 0.8)
                canvas.line(LEFT, self.y, RIGHT, self.y)
        self.y -= 5

    def _chart(self) -> None:
        self._room(180)
        canvas, chart = self.canvas, chart_of(self.one.plot)
        low = self.y - 172
        with self.tag("Figure", alt=ALT):
            canvas.saveState()
            canvas.translate(LEFT, low)
            for stroke in chart.strokes:
                canvas.setStrokeColor(stroke.colour)
                canvas.setLineWidth(stroke.width)
                canvas.setDash(list(stroke.dash))
                path = canvas.beginPath()
                path.moveTo(*stroke.places[0])
                for place in stroke.places[1:]:
                    path.lineTo(*place)
                canvas.drawPath(path)
            canvas.setFillColor("#12436D")
            for x, y in (*chart.dots, chart.target):
                canvas.circle(x, y, 2, stroke=0, fill=1)
            for word in chart.words:
                canvas.setFillColor(word.colour)
                canvas.setFont(PEER_BOLD if word.bold else PEER_FONT, word.size)
                canvas.drawString(word.x, word.y, word.text)
            canvas.restoreState()
        self.y = low - 6


def broken(text: str, font: str, size: float, width: float) -> list[str]:
    """``text`` in lines of at most ``width`` points, word by word."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    space, lines, line, used = stringWidth(" ", font, size), [], "", 0.0
    for word in text.split(" "):
        wide = stringWidth(word, font, size)
        if line and used + space + wide > width:
            lines.append(line)
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + space + wide) if line else (word, wide)
    return [*lines, line]
