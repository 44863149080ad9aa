# SPDX-License-Identifier: Apache-2.0
"""Letters a second, warm, against the same words through plain untagged ReportLab, no chart."""

from __future__ import annotations

import io

from missiondesk.domain.letter import Letter
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.workspaces import sample_desk
from tests.benchmarks.measure import Result, interleaved, seconds
from tests.benchmarks.peer_font import PEER_FONT, register_peer_font


def _plain(words: list[str]) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = ParagraphStyle("plain", fontName=PEER_FONT, fontSize=10, leading=13.6)
    document = SimpleDocTemplate(io.BytesIO(), pagesize=A4, initialFontName=PEER_FONT, invariant=1)
    document.build([Paragraph(text, style) for text in words])


def measure(quick: bool) -> list[Result]:
    """One letter of the sample after another, made whole: composed, charted, tagged."""
    from reportlab.lib.utils import escapeOnce

    from tests.pdf_text import page_texts

    register_peer_font()
    desk = sample_desk()
    letters = [letter.id for letter in desk.session.store.all(Letter)][:6]
    jobs: list[PrintJob] = [desk.printing.preview(letter) for letter in letters]
    printed = [job.make() for job in jobs]
    words = [
        [escapeOnce(line) for line in "\n".join(page_texts(one.data)).splitlines() if line.strip()]
        for one in printed
    ]
    turn = iter(range(1_000_000))

    def letter() -> float:
        key = letters[next(turn) % len(letters)]
        return seconds(lambda: desk.printing.preview(key).make())

    def plain() -> float:
        return seconds(lambda: _plain(words[next(turn) % len(words)]))

    found = interleaved(2 if quick else 60, desk=letter, peer=plain)
    pages = sum(one.pages for one in printed) / len(printed)
    note = f"{1 / found['desk']:.0f} letters a second, {pages:.1f} pages each"
    peer = "same words, untagged ReportLab, no chart"
    return [Result("mission letter with chart", found["desk"], found["peer"], peer, note)]
