# SPDX-License-Identifier: Apache-2.0
"""Every chart goes on paper as vectors, in a document that passes PDF/UA-1 and PDF/A-3a."""

from __future__ import annotations

import datetime
import io

import numpy as np
import pikepdf
import pypdfium2
import pytest

from missiondesk.charts.describe import alt_text
from missiondesk.charts.drawing import figure_of, height_for, sketch_of
from missiondesk.charts.palette import PAPER
from missiondesk.charts.plots import Plot
from missiondesk.charts.trajectory_strokes import TINT_80, TINT_95
from missiondesk.documents.chart_painter import paint_chart
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.metadata import DocumentInfo
from missiondesk.documents.tagged.structure import StructureElement
from missiondesk.language.translator import translator
from tests.charts.gallery import grey, pixels
from tests.charts.pictures_of import PICTURES
from tests.charts.plots_of import FORECASTS
from tests.documents.inspection import failures

WIDTH = 468.0
DA = translator("da")
INFO = DocumentInfo("Prøve", "da-DK", datetime.date(2026, 11, 25))
SHOWN: dict[str, Plot] = {
    **{name: FORECASTS[name] for name in ("fan, naive, all", "band", "stepped")},
    **{
        name: PICTURES[name]
        for name in (
            "bullet",
            "multiples 6",
            "status",
            "waterfall",
            "waterfall surplus",
            "ambition",
        )
    },
}


def _size(plot: Plot) -> tuple[float, float]:
    return WIDTH, float(round(height_for(plot, WIDTH, DA)))


def _printed(plots: list[Plot]) -> bytes:
    canvas = TaggedCanvas(INFO, _size(plots[0]))
    for plot in plots:
        canvas.setPageSize(_size(plot))
        with canvas.drawing(StructureElement("Figure", canvas.parent, alt=alt_text(plot, DA))):
            paint_chart(sketch_of(plot, _size(plot), DA), canvas)
        canvas.showPage()
    return canvas.finished()


def test_all_charts_pass_both_profiles_without_pixels_or_transparency() -> None:
    data = _printed(list(SHOWN.values()))
    assert failures(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not [image for page in pdf.pages for image in page.get_images()]
        states = [
            state
            for page in pdf.pages
            for state in page.Resources.get("/ExtGState", pikepdf.Dictionary()).values()
        ]
        fonts = {
            str(font["/BaseFont"]) for page in pdf.pages for font in page.Resources.Font.values()
        }
    assert all(float(state.get(key, 1)) == 1 for state in states for key in ("/ca", "/CA"))
    assert all("SourceSans3" in font or "DejaVu" in font for font in fonts)


@pytest.mark.parametrize("kind", SHOWN)
def test_a_chart_looks_on_paper_as_on_the_screen(kind: str) -> None:
    plot = SHOWN[kind]
    screen = pixels(figure_of(plot, _size(plot), DA)).astype(float).mean(axis=2)
    page = pypdfium2.PdfDocument(_printed([plot]))[0]
    paper = np.asarray(page.render(scale=2).to_numpy())[:, :, :3].astype(float).mean(axis=2)
    rows, columns = (
        min(one, other) // 12 for one, other in zip(screen.shape, paper.shape, strict=True)
    )
    cells = [
        picture[: rows * 12, : columns * 12].reshape(rows, 12, columns, 12).mean(axis=(1, 3))
        for picture in (screen, paper)
    ]
    assert np.abs(cells[0] - cells[1]).mean() < 1.6
    assert np.abs(cells[0] - cells[1]).max() < 60


def test_the_two_intervals_and_the_ground_differ_in_grey() -> None:
    """The fan survives a printer without colour: three greys, told apart by eye."""
    plot = FORECASTS["fan"]
    picture = grey(pixels(figure_of(plot, (WIDTH, 210.0), DA)))[:, :, 0]
    shades, counts = np.unique(picture, return_counts=True)
    large = {int(shade) for shade, count in zip(shades, counts, strict=True) if count > 4000}
    wanted = [PAPER.tint("observed", share) for share in (TINT_80, TINT_95, 0.0)]
    greys = [int(grey(np.array([[_channels(colour)]]))[0, 0, 0]) for colour in wanted]
    assert set(greys) <= large
    assert min(np.diff(greys)) >= 20


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
