# SPDX-License-Identifier: Apache-2.0
"""Long tables through the desk's press: the time a row takes has to stay the same."""

from __future__ import annotations

import datetime

from tests.benchmarks.measure import seconds

SIZES = (100, 1_000, 5_000, 20_000)


def a_table(rows: int, first: int = 0) -> bytes:
    """A tagged document of one table: six columns, text that wraps, figures to the right.

    Args:
        rows: How many.
        first: Number of the first; the rows of another number are other rows.
    """
    from missiondesk.documents.escaping import MissingGlyphs, escape
    from missiondesk.documents.style import A4_LANDSCAPE, CELL, CELL_NUMBER
    from missiondesk.documents.tagged.canvas import TaggedCanvas
    from missiondesk.documents.tagged.flow import TextArea, flow
    from missiondesk.documents.tagged.metadata import DocumentInfo
    from missiondesk.documents.tagged.table import TaggedTable

    missing = MissingGlyphs()

    def row(*cells: str) -> list[str]:
        return [escape(cell, missing) for cell in cells]

    head = row("Nr.", "Initiativ", "Ansvarlig", "Trin", "Næste beslutning", "Ramme")
    body = [
        row(
            f"I{at}",
            f"Indsats {at}: en fast voksen til unge uden job og uddannelse i hele kommunen",
            f"Ministeren for område {at % 25}",
            "Pilot",
            f"{at % 4 + 1}. kvartal {2027 + at % 5}",
            f"{at * 37 % 9000 / 10:.1f}".replace(".", ","),
        )
        for at in range(first, first + rows)
    ]
    info = DocumentInfo("Register", "da-DK", datetime.date(2026, 11, 2))
    table = TaggedTable(
        head,
        body,
        (50, 260, 160, 70, 120, 80),
        "Initiativer",
        cell_styles=[CELL] * 5 + [CELL_NUMBER],
        row_headers=1,
    )
    area = TextArea(50, 50, 742, 495)
    return flow(TaggedCanvas(info, A4_LANDSCAPE), [table], lambda canvas: None, area)


def report(quick: bool) -> list[str]:
    """A line for each size: time, time a row, and how that compares with the smallest table.

    No table has a row of another: what the press remembers of short tables would make long ones
    look slow.
    """
    a_table(20)
    lines, first, seen = [], 0.0, 1_000
    for rows in SIZES[:2] if quick else SIZES:
        times = []
        for _ in range(5 if rows < 5000 else 2):
            times.append(seconds(lambda rows=rows, seen=seen: a_table(rows, seen)))
            seen += rows
        taken = min(times)
        each = taken / rows * 1e6
        first = first or each
        lines.append(
            f"table of {rows:6,} rows  {taken * 1000:8.0f} ms  {each:6.0f} µs a row  "
            f"{each / first:.2f} of the smallest (goal: at most 1.3)"
        )
    return lines
