# SPDX-License-Identifier: Apache-2.0
"""Turns pages of a PDF into pictures with pypdfium2; runs on the worker thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtGui import QImage

# PDFium is not made for two threads, not even with two documents: it ends the whole program.
# Whoever else calls it takes this lock too.
one_at_a_time = threading.Lock()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in points."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def page_picture(pdf: bytes, number: int, scale: float) -> QImage:
    """One page at ``scale`` pixels a point, on white paper."""
    with _opened(pdf) as document:
        page = document[number]
        try:
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
            pixels = bytes(bitmap.buffer)
            picture = QImage(pixels, wide, high, stride, QImage.Format.Format_RGBX8888).copy()
            bitmap.close()
            return picture
        finally:
            page.close()


def page_headings(pdf: bytes) -> tuple[tuple[str, int, float], ...]:
    """The document's outline: title, page from 0, and points from the top of that page."""
    found = []
    with _opened(pdf) as document:
        for entry in document.get_toc():
            goal = entry.get_dest()
            page = goal.get_index() if goal is not None else None
            if page is None:
                continue
            _mode, view = goal.get_view()
            # Explicit goals give left, top, zoom; the top counts from the foot of the page.
            high = document.get_page_size(page)[1]
            found.append((entry.get_title(), page, high - view[1] if len(view) > 1 else 0.0))
    return tuple(found)


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2

    with one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
