# SPDX-License-Identifier: Apache-2.0
"""The letter by fpdf2: cells and its own tables, the chart drawn with its lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from missiondesk.system.resources import resource
from tests.benchmarks.peers.chart import chart_of
from tests.benchmarks.press_letter import PressLetter

SAID = "fpdf2, untagged, chart drawn by hand"
_FACES = (("", "Regular"), ("B", "SemiBold"))


def maker() -> Callable[[PressLetter], bytes]:
    """Makes one letter after the other; fpdf2 reads its fonts anew for each."""
    import fpdf

    def make(letter: PressLetter) -> bytes:
        pdf = fpdf.FPDF(unit="pt", format="A4")
        pdf.set_margins(70.9, 68, 56.7)
        pdf.set_auto_page_break(True, 51)
        for style, name in _FACES:
            pdf.add_font("Body", style, str(resource("fonts", f"SourceSans3-{name}.ttf")))
        pdf.set_title(letter.subject)
        pdf.set_lang("da-DK")
        pdf.alias_nb_pages()
        pdf.footer = lambda: _footer(pdf, letter)
        pdf.add_page()
        _write(pdf, letter)
        return bytes(pdf.output())

    return make


def _footer(pdf: Any, one: PressLetter) -> None:
    pdf.set_y(-34)
    pdf.set_font("Body", size=8)
    pdf.cell(0, 10, one.contact)
    pdf.set_y(-34)
    pdf.cell(0, 10, f"{one.number} · Side {pdf.page_no()} af {{nb}}", align="R")


def _write(pdf: Any, one: PressLetter) -> None:
    def say(*texts: str, size: float = 10, style: str = "", after: float = 5) -> None:
        pdf.set_font("Body", style, size)
        for text in texts:
            pdf.multi_cell(0, size * 1.36, text, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(after)

    say(one.sender, style="B", after=0)
    say(*one.sender_lines, *(f"{label}: {value}" for label, value in one.meta), size=8.5)
    say(*one.addressee, after=14)
    say(one.subject, size=14, style="B")
    say(one.salutation)
    for text in one.opening:
        say(text)
    say("Missionen", size=11, style="B", after=2)
    say(one.mission, style="B")
    say("Målet", size=11, style="B", after=2)
    say(one.goal)
    _draw(pdf, one)
    say("Dit ansvar", size=11, style="B", after=2)
    say(one.commitments_lead)
    _table(pdf, one.commitments_head, one.commitments, (22, 160, 100, 85, 100))
    say("Tidsplan", size=11, style="B", after=2)
    say(one.milestones_lead)
    _table(pdf, one.milestones_head, one.milestones, (100, 240, 127))
    say("Opfølgning", size=11, style="B", after=2)
    say(one.follow_up)
    say(*(f"• {point}" for point in one.points))
    say(one.closing)
    say(one.place_and_date, after=40)
    say(*one.signatory)


def _table(
    pdf: Any, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
) -> None:
    pdf.set_font("Body", size=8.5)
    with pdf.table(col_widths=widths, line_height=11.2, text_align="LEFT") as table:
        for cells in (head, *rows):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    pdf.ln(5)


def _draw(pdf: Any, one: PressLetter) -> None:
    chart, left, low = chart_of(one.plot), pdf.l_margin, pdf.get_y() + 172
    for stroke in chart.strokes:
        pdf.set_draw_color(stroke.colour)
        pdf.set_line_width(stroke.width)
        pdf.set_dash_pattern(*stroke.dash[:2])
        pdf.polyline([(left + x, low - y) for x, y in stroke.places])
    pdf.set_dash_pattern()
    pdf.set_fill_color("#12436D")
    for x, y in (*chart.dots, chart.target):
        pdf.circle(left + x, low - y, 2, style="F")
    for word in chart.words:
        pdf.set_font("Body", "B" if word.bold else "", word.size)
        pdf.set_text_color(word.colour)
        pdf.text(left + word.x, low - word.y, word.text)
    pdf.set_text_color("#1B1F24")
    pdf.set_y(low + 6)
