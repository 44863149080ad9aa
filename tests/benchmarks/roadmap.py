# SPDX-License-Identifier: Apache-2.0
"""The A3 roadmap with 100, 1,000 and 5,000 initiatives, against the technique's first prototype."""

from __future__ import annotations

import importlib.util
import io
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from missiondesk.documents.roadmap import print_roadmap
from missiondesk.domain.roadmap import Roadmap, RoadmapBar, RoadmapLane, RoadmapMilestone
from tests.benchmarks.measure import Result, interleaved, seconds
from tests.benchmarks.peer_font import PEER_FONT, register_peer_font

_PROTOTYPE = Path(__file__).resolve().parents[3] / "shared/prototypes/tagpdf.py"
_STAGES = ("idea", "pilot", "scale", "embed", "closed")
_START, _END = date(2026, 1, 1), date(2031, 12, 31)


def content(count: int) -> Roadmap:
    """A roadmap of ``count`` initiatives in lanes of at most 25, a milestone to every fifth."""
    bars = [_bar(number) for number in range(count)]
    lanes = tuple(
        RoadmapLane(
            code=f"M{place // 25 + 1}",
            title="Færre unge uden job og uddannelse",
            owner="Beskæftigelsesminister",
            status_symbol="■",
            status_word="Begrænset",
            goal="Unge uden job og uddannelse: mål 3,5 % (2030)",
            bars=tuple(bars[place : place + 25]),
            milestones=tuple(_milestone(place + step) for step in range(0, 25, 5)),
        )
        for place in range(0, count, 25)
    )
    return Roadmap(
        title="Regeringens køreplan",
        subtitle=f"{count} initiativer",
        narrative="",
        language="da",
        lanes=lanes,
        start=_START,
        end=_END,
        today=date(2026, 11, 23),
        created="2026-11-23",
        data_date="23. november 2026",
        method_note="Målt",
        sources=("Eksempel",),
    )


def _bar(number: int) -> RoadmapBar:
    start = _START + timedelta(days=number * 37 % 1500)
    stage = _STAGES[number % 5]
    end = start + timedelta(days=120 + number * 53 % 600)
    title = f"Indsats {number}: en fast voksen til unge"
    owner = "Beskæftigelsesminister"
    return RoadmapBar(f"I{number}", title, stage, "Pilot", start, min(end, _END), owner)


def _milestone(number: int) -> RoadmapMilestone:
    due = _START + timedelta(days=number * 71 % 2000)
    text = due.isoformat()
    return RoadmapMilestone(f"Milepæl {number}", due, due, text, "◇", "Planlagt", "Levering")


@cache
def _prototype() -> Any:
    """The prototype, without what it changes in ReportLab: the desk has put that right itself."""
    from reportlab.pdfbase import pdfdoc, ttfonts

    kept = ttfonts.makeToUnicodeCMap
    # By this sign the prototype knows that streams have their end of line already.
    pdfdoc.PDFStream._eol_fixed = True
    spec = importlib.util.spec_from_file_location("tagpdf", _PROTOTYPE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["tagpdf"] = module
    try:
        spec.loader.exec_module(module)
    finally:
        ttfonts.makeToUnicodeCMap = kept
    return module


def draw_with(canvas: Any, element: Callable[..., Any] | None, roadmap: Roadmap) -> None:
    """The peer: every row tagged (or not) as a table row with six cells and a bar, 60 a page.

    Args:
        canvas: A ReportLab canvas, tagged when ``element`` is given.
        element: Makes a structure element of the prototype, None draws untagged.
        roadmap: What to draw.
    """
    wide, high = canvas._pagesize
    scale = (wide - 560) / (_END - _START).days
    body = element("TBody", element("Table", canvas.cur_parent)) if element else None
    rows = [(lane, bar) for lane in roadmap.lanes for bar in lane.bars]
    for place, (lane, bar) in enumerate(rows):
        line = place % 60
        if line == 0:
            if place:
                canvas.showPage()
            canvas.setFont(PEER_FONT, 8)
            for quarter in range(24):
                canvas.line(530 + quarter * 91 * scale, 30, 530 + quarter * 91 * scale, high - 60)
        y = high - 80 - line * 11.5
        row = element("TR", body) if element else None
        cells = (lane.code, bar.code, bar.title, bar.owner, bar.stage_word, str(bar.start))
        for x, text in zip((40, 70, 110, 290, 400, 470), cells, strict=True):
            if element:
                canvas.tag(element("TD", row))
            canvas.drawString(x, y, text)
            if element:
                canvas.untag()
        assert bar.start is not None and bar.end is not None
        left = 530 + (bar.start - _START).days * scale
        canvas.rect(left, y - 2, (bar.end - bar.start).days * scale, 8, fill=1)
        canvas.line(40, y - 3.5, wide - 40, y - 3.5)
    canvas.showPage()


def _peer(roadmap: Roadmap) -> tuple[Callable[[], object], str]:
    from reportlab.lib.pagesizes import A3, landscape
    from reportlab.pdfgen.canvas import Canvas

    register_peer_font()
    size = landscape(A3)
    if _PROTOTYPE.exists():
        module = _prototype()
        when = datetime(2026, 11, 23, tzinfo=UTC)

        def tagged() -> None:
            canvas = module.TaggedCanvas(io.BytesIO(), pagesize=size, title="x", when=when)
            draw_with(canvas, module.Elem, roadmap)
            canvas.save()

        return tagged, "tagged prototype, direct rows"

    def untagged() -> None:
        canvas = Canvas(io.BytesIO(), pagesize=size, initialFontName=PEER_FONT, invariant=1)
        draw_with(canvas, None, roadmap)
        canvas.save()

    return untagged, "untagged direct rows (no prototype here)"


def measure(quick: bool) -> list[Result]:
    """Time of the whole document; linear when the ratio stays as the count grows."""
    results = []
    for count in (100, 300) if quick else (100, 1_000, 5_000):
        roadmap = content(count)
        printed = print_roadmap(roadmap, "A3")  # registers the fonts for both
        peer, name = _peer(roadmap)
        found = interleaved(
            3 if count > 1_000 else 5,
            desk=lambda roadmap=roadmap: seconds(lambda: print_roadmap(roadmap, "A3")),
            peer=lambda peer=peer: seconds(peer),
        )
        note = f"{printed.pages} pages, {len(printed.data) / 1e6:.2f} MB; goal: at most 1.5"
        results.append(Result(f"roadmap of {count:,}", found["desk"], found["peer"], name, note))
    return results
