# SPDX-License-Identifier: Apache-2.0
"""What is painted on paper is what the screen's figure shows: each text, each place, each tone."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2
import pytest

from missiondesk.charts.drawing import figure_of, height_for, sketch_of
from missiondesk.charts.lettering import Face
from missiondesk.charts.plots import Plot
from missiondesk.charts.sketch import Marks, Sketch, Stroke
from missiondesk.documents.chart_painter import paint_chart
from missiondesk.documents.figure_renderer import draw_figure
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.metadata import DocumentInfo
from missiondesk.documents.tagged.structure import StructureElement
from missiondesk.language.translator import translator
from tests.charts.pictures_of import PICTURES
from tests.charts.plots_of import FORECASTS, KINDS

DA = translator("da")
WIDTH = 460.0
SHOWN: dict[str, Plot] = {
    **{f"trajectory {name}": plot for name, plot in (KINDS | FORECASTS).items()},
    **PICTURES,
}


def _size(plot: Plot) -> tuple[float, float]:
    return WIDTH, float(round(height_for(plot, WIDTH, DA)))


def _page(draw: Callable[[TaggedCanvas], None], size: tuple[float, float]) -> Any:
    canvas = TaggedCanvas(DocumentInfo("Prøve", "da-DK", datetime.date(2026, 11, 25)), size)
    with canvas.drawing(StructureElement("Figure", canvas.parent, alt="Prøve")):
        draw(canvas)
    return pypdfium2.PdfDocument(canvas.finished())[0]


def _letters(page: Any) -> list[tuple[str, int, int]]:
    """Each character with the lower left corner of its box, in tenths of a point."""
    text = page.get_textpage()
    said = text.get_text_range()
    boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    return sorted(
        (character, round(box[0] * 10), round(box[1] * 10))
        for character, box in zip(said, boxes, strict=False)
        if character.strip()
    )


def _pixels(page: Any) -> np.ndarray:
    return np.asarray(page.render(scale=2).to_numpy())[:, :, :3].astype(float).mean(axis=2)


@pytest.mark.parametrize("kind", SHOWN)
def test_paper_and_screen_show_the_same(kind: str) -> None:
    """The painter against the figure of the screen, drawn as vectors by the renderer."""
    plot, size = SHOWN[kind], _size(SHOWN[kind])
    painted = _page(lambda canvas: paint_chart(sketch_of(plot, size, DA), canvas), size)
    figure = _page(lambda canvas: draw_figure(figure_of(plot, size, DA), canvas), size)
    for one, other in zip(_letters(painted), _letters(figure), strict=True):
        assert one[0] == other[0]
        assert abs(one[1] - other[1]) <= 1 and abs(one[2] - other[2]) <= 1
    apart = np.abs(_pixels(painted) - _pixels(figure))
    assert apart.mean() < 0.2
    rows, columns = (side // 8 for side in apart.shape)
    cells = apart[: rows * 8, : columns * 8].reshape(rows, 8, columns, 8).mean(axis=(1, 3))
    assert cells.max() < 30  # dots of a line may lie a little apart, no mark or line may


def test_what_lies_above_is_painted_later() -> None:
    sketch = Sketch((100, 100))
    sketch.mark(((50, 50),), "o", 5, "#000000", "#FFFFFF", 2.0)
    sketch.polyline(((0, 0), (100, 100)), "#000000", 1, 1.0)
    sketch.polyline(((0, 9), (100, 9)), "#000000", 1, 1.0)
    assert [type(one) for one in sketch.drawn] == [Stroke, Stroke, Marks]
    assert [one.places[0] for one in sketch.drawn] == [(0, 0), (0, 9), (50, 50)]


def test_nothing_is_noted_of_what_cannot_be_seen() -> None:
    sketch = Sketch((100, 100))
    sketch.polyline(((50, 50),), "#000000", 1, 1.0)
    sketch.write(" ", (0, 0), Face.REGULAR, 8, "ink", 1.0)
    assert sketch.drawn == []
