# SPDX-License-Identifier: Apache-2.0
"""Text of a finished PDF, page by page, as a reader's copy and paste would give it."""

from __future__ import annotations

import pypdfium2

from missiondesk.ui.widgets.pdf_pages import one_at_a_time


def page_texts(data: bytes) -> list[str]:
    """Text of each page."""
    # A window's worker may be drawing a page just now.
    with one_at_a_time:
        document = pypdfium2.PdfDocument(data)
        try:
            return [page.get_textpage().get_text_range() for page in document]
        finally:
            document.close()
