# SPDX-License-Identifier: Apache-2.0
"""A figure as a picture file, for those who cannot take its lines: office programs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DOTS_AN_INCH: Final = 300


def png_of(figure: Figure) -> bytes:
    """The figure as PNG with 300 dots an inch; equal figures give equal bytes.

    The file names no program, person or moment (SEC-06).
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    dpi = figure.dpi
    figure.set_dpi(DOTS_AN_INCH)
    try:
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
        size = canvas.get_width_height(physical=True)
        drawn = Image.frombytes("RGBA", size, pixels)
    finally:
        figure.set_dpi(dpi)
    # Office programs draw edges that are half transparent as a grey line.
    picture = Image.new("RGB", size, "white")
    picture.paste(drawn, mask=drawn.getchannel("A"))
    stream = io.BytesIO()
    picture.save(stream, "PNG", dpi=(DOTS_AN_INCH, DOTS_AN_INCH))
    return stream.getvalue()
