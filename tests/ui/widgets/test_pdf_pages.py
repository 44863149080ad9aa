# SPDX-License-Identifier: Apache-2.0
"""PDFium serves one thread at a time; a second one in it ends the whole program."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

from reportlab.pdfgen.canvas import Canvas

from missiondesk.ui.widgets.pdf_pages import page_picture, page_sizes
from tests.pdf_text import page_texts


def a_pdf(pages: int) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written)
    for number in range(pages):
        canvas.drawString(72, 720, f"side {number + 1}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def test_text_is_read_while_a_worker_draws_pages() -> None:
    pdf = a_pdf(pages=4)
    with ThreadPoolExecutor(1) as worker:
        drawn = [worker.submit(page_picture, pdf, number % 4, 1.0) for number in range(120)]
        while not all(one.done() for one in drawn):
            assert [text.strip() for text in page_texts(pdf)] == [
                f"side {number + 1}" for number in range(4)
            ]
    assert all(not one.result().isNull() for one in drawn)
    assert len(page_sizes(pdf)) == 4
