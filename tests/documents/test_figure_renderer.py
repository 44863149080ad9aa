# SPDX-License-Identifier: Apache-2.0
"""A figure looks on paper as on the screen, without pixels and in the document's fonts."""

from __future__ import annotations

import datetime
import io

import numpy as np
import pikepdf
import pypdfium2
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Drawing
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle

from missiondesk.charts import lettering
from missiondesk.charts.trajectory import trajectory_figure
from missiondesk.documents.figure_renderer import draw_figure, face_of
from missiondesk.documents.fonts import Face
from missiondesk.documents.tagged.canvas import TaggedCanvas
from missiondesk.documents.tagged.metadata import DocumentInfo
from missiondesk.documents.tagged.structure import StructureElement
from missiondesk.language.translator import translator
from tests.charts.plots_of import KINDS

SIZE = (400.0, 200.0)
INFO = DocumentInfo("Prøve", "da-DK", datetime.date(2026, 3, 24))


def _printed(drawing: Drawing) -> bytes:
    canvas = TaggedCanvas(INFO, SIZE)
    with canvas.drawing(StructureElement("Figure", canvas.parent, alt="Prøve")):
        draw_figure(drawing, canvas)
    return canvas.finished()


def _grey(image: np.ndarray, cell: int) -> np.ndarray:
    """Mean darkness of cells, which forgives what two rasterisers do differently within one."""
    grey = 255.0 - image[:, :, :3].astype(float).mean(axis=2)
    rows, columns = grey.shape[0] // cell, grey.shape[1] // cell
    cut = grey[: rows * cell, : columns * cell]
    return cut.reshape(rows, cell, columns, cell).mean(axis=(1, 3))


def _on_paper(data: bytes) -> np.ndarray:
    page = pypdfium2.PdfDocument(data)[0]
    return np.asarray(page.render(scale=2).to_numpy())[:, :, ::-1]


def _by_agg(drawing: Drawing) -> np.ndarray:
    drawing.dpi = 144
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    image = np.asarray(canvas.buffer_rgba()).copy()
    drawing.dpi = 72
    return image


def _assert_alike(drawing: Drawing) -> None:
    agg, paper = _grey(_by_agg(drawing), 10), _grey(_on_paper(_printed(drawing)), 10)
    assert agg.shape == paper.shape
    assert np.abs(agg - paper).max() < 40
    assert np.abs(agg - paper).mean() < 1.5
    assert paper.sum() == pytest.approx(agg.sum(), rel=0.12)


@pytest.mark.parametrize("kind", ["usual", "preliminary", "large", "cumulative", "nothing"])
def test_a_chart_looks_on_paper_as_on_the_screen(kind: str) -> None:
    _assert_alike(trajectory_figure(KINDS[kind], SIZE, translator("da")))


def _everything() -> Drawing:
    """All that the renderer knows: fills, alpha, dashes, markers, curves, clips, turned text."""
    drawing = Drawing(figsize=(SIZE[0] / 72, SIZE[1] / 72), dpi=72)
    axes = drawing.add_axes((0.1, 0.1, 0.8, 0.8))
    axes.set_axis_off()
    axes.set_xlim(0, 10)
    axes.set_ylim(0, 10)
    axes.add_patch(Rectangle((0, 0), 4, 4, facecolor="#12436D", alpha=0.4, edgecolor="none"))
    axes.add_patch(Circle((9, 9), 3, facecolor="#B4461A", edgecolor="#000000", linewidth=2))
    axes.add_artist(Line2D([0, 10], [5, 5], linewidth=3, linestyle=(0, (4, 2)), color="#5B6470"))
    axes.add_artist(
        Line2D([1, 2, 3, 12], [8, 9, 8, 8], marker="o", markersize=12, linestyle="None")
    )
    axes.fill_between([5, 6, 7], [1, 2, 1], [3, 4, 3], color="#1E6B3A", alpha=0.3, linewidth=0)
    axes.text(
        5, 6, "Opad", rotation=90, fontproperties=lettering.properties(lettering.Face.REGULAR, 14)
    )
    clipped = axes.add_patch(Rectangle((6, 5), 4, 3, facecolor="#8A5A00"))
    clipped.set_clip_path(Circle((7, 6), 1, transform=axes.transData))
    return drawing


def test_all_that_a_figure_may_hold_looks_alike() -> None:
    _assert_alike(_everything())


def test_it_is_vectors_and_shares_the_document_s_fonts() -> None:
    canvas = TaggedCanvas(INFO, SIZE)
    for _ in range(3):
        with canvas.drawing(StructureElement("Figure", canvas.parent, alt="Prøve")):
            draw_figure(trajectory_figure(KINDS["usual"], SIZE, translator("da")), canvas)
        canvas.write(10, 190, "Mere tekst")
        canvas.showPage()
    with pikepdf.open(io.BytesIO(canvas.finished())) as pdf:
        fonts = {
            str(font["/BaseFont"]) for page in pdf.pages for font in page.Resources.Font.values()
        }
        images = [each for page in pdf.pages for each in page.get_images()]
    assert not images
    assert len(fonts) <= 3
    assert all("SourceSans3" in font for font in fonts)


def test_the_text_of_a_figure_can_be_found() -> None:
    data = _printed(trajectory_figure(KINDS["usual"], SIZE, translator("en")))
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    assert "Target 3.5" in text
    assert "6.6 in 2022" in text


def test_the_page_is_the_ground() -> None:
    drawing = Drawing(figsize=(1, 1), dpi=72, facecolor="#000000")
    assert _on_paper(_printed(drawing)).min() == 255
    assert drawing.patch.get_visible()


def test_a_figure_of_another_resolution_is_refused() -> None:
    canvas = TaggedCanvas(INFO, SIZE)
    with pytest.raises(ValueError, match="72 dots"):
        draw_figure(Drawing(figsize=(1, 1), dpi=100), canvas)


def test_the_state_of_the_canvas_is_as_before() -> None:
    canvas = TaggedCanvas(INFO, SIZE)
    before = (canvas._fillColorObj, canvas._lineWidth, list(canvas._currentMatrix))
    draw_figure(_everything(), canvas, 10, 10)
    assert (canvas._fillColorObj, canvas._lineWidth, list(canvas._currentMatrix)) == before
    code = " ".join(canvas._code)
    assert code.split().count("q") == code.split().count("Q")


def test_numbers_are_written_as_pdf_reads_them() -> None:
    drawing = Drawing(figsize=(1, 1), dpi=72)
    axes = drawing.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, 1e9)
    axes.add_artist(Line2D([1e-7, 1e9, 3e9], [-1e-12, 1e-9, 0.5], color="k"))
    with pikepdf.open(io.BytesIO(_printed(drawing))) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode("latin1")
    numbers = [word for word in content.split() if word[0] in "-.0123456789"]
    assert not [word for word in numbers if "e" in word.lower() or word == "-0"]


@pytest.mark.parametrize(
    ("asked", "face"),
    [
        (FontProperties(weight=400), Face.REGULAR),
        (FontProperties(weight="bold"), Face.BOLD),
        (FontProperties(weight=600), Face.SEMIBOLD),
        (FontProperties(family=["Source Sans 3 SemiBold"]), Face.SEMIBOLD),
        (FontProperties(style="italic"), Face.ITALIC),
        (FontProperties(style="italic", weight="bold"), Face.BOLD_ITALIC),
    ],
)
def test_the_face_follows_the_figure_s_font(asked: FontProperties, face: Face) -> None:
    assert face_of(asked) is face
