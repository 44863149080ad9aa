# SPDX-License-Identifier: Apache-2.0
"""Pages of a PDF, figures and sparklines: drawn at the right size, with words beside them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from matplotlib.figure import Figure
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from missiondesk.language import Translator
from missiondesk.ui import theme
from missiondesk.ui.tasks import Tasks
from missiondesk.ui.widgets.figure_view import FigureView
from missiondesk.ui.widgets.pdf_pages import page_picture, page_sizes
from missiondesk.ui.widgets.pdf_view import PdfView
from missiondesk.ui.widgets.sparkline import Spark, paint_spark, spark_painter


def a_pdf(pages: int = 3, colour: tuple[float, float, float] = (1, 0, 0)) -> bytes:
    """A4 pages with a coloured square at the lower left."""
    made = io.BytesIO()
    canvas: Any = Canvas(made, pagesize=(595, 842))
    for _ in range(pages):
        canvas.setFillColorRGB(*colour)
        canvas.rect(0, 0, 100, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture
def view(qtbot: QtBot, da: Translator) -> Iterator[PdfView]:
    tasks = Tasks()
    made = PdfView(tasks, da, "preview")
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    yield made
    tasks.close()


def test_a_page_is_drawn_as_it_is() -> None:
    pdf = a_pdf()
    assert page_sizes(pdf) == ((595, 842),) * 3
    picture = page_picture(pdf, 0, 2.0)
    assert (picture.width(), picture.height()) == (1190, 1684)
    assert picture.pixelColor(50, 1650) == QColor(255, 0, 0)
    assert picture.pixelColor(1000, 100) == QColor(255, 255, 255)


def test_the_pages_in_view_are_drawn_and_named(view: PdfView, qtbot: QtBot) -> None:
    view.show_pdf(a_pdf(), "Missionsbrev M1")
    qtbot.waitUntil(view.pages.ready, timeout=10_000)
    assert view.pages.page_count() == 3
    assert view.pages.accessibleName() == "Missionsbrev M1, Side 1 af 3"
    assert view.pages.zoom() < 1
    QTest.keyClick(view.pages, Qt.Key.Key_End)
    assert view.pages.page_in_view() == 2


def test_a_newer_document_keeps_the_place(view: PdfView, qtbot: QtBot) -> None:
    view.show_pdf(a_pdf(), "Brev")
    qtbot.waitUntil(view.pages.ready, timeout=10_000)
    view.pages.verticalScrollBar().setValue(400)
    view.show_pdf(a_pdf(colour=(0, 0, 1)), "Brev")
    qtbot.waitUntil(view.pages.ready, timeout=10_000)
    assert view.pages.verticalScrollBar().value() == 400


def test_zoom_has_steps_and_fits(view: PdfView, qtbot: QtBot) -> None:
    view.show_pdf(a_pdf(1), "Brev")
    qtbot.waitUntil(lambda: view.pages.page_count() == 1)
    fitted = view.pages.zoom()
    view.pages.zoom_by(1)
    assert view.pages.zoom() > fitted
    view.pages.fit_width()
    assert view.pages.zoom() == fitted
    view.resize(900, 600)
    assert view.pages.zoom() > fitted


def test_what_is_no_pdf_leaves_the_earlier_pages(view: PdfView, qtbot: QtBot) -> None:
    view.show_pdf(a_pdf(2), "Brev")
    qtbot.waitUntil(lambda: view.pages.page_count() == 2)
    view.show_pdf(b"no pdf", "Brev")
    qtbot.waitUntil(lambda: not view.pages._tasks.busy)
    assert view.pages.page_count() == 2
    view.show_sentence("Brevet har ingen modtager.")
    assert view.pages.page_count() == 0


def test_a_figure_fills_the_widget_and_is_told_in_words(qtbot: QtBot) -> None:
    figure = Figure()
    axes = figure.subplots()
    axes.plot([2016, 2020], [7.1, 6.6], color="#12436D", linewidth=4)
    view = FigureView("chart")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show_figure(figure, "Andelen falder. Fra 7,1 i 2016 til 6,6 i 2020.")
    view.show()
    picture = view.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    assert "#12436d" in colours
    assert view.accessibleName() == "Andelen falder"
    assert "6,6 i 2020" in view.accessibleDescription()
    view.resize(400, 260)
    qtbot.waitUntil(lambda: view._drawn_for is not None and view._drawn_for[:2] == (400, 260))


def test_a_sparkline_shows_line_and_target() -> None:
    spark = Spark(((2016, 7.1), (2020, 6.6)), (2030, 3.5))
    picture = QImage(140, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_spark(painter, QRect(0, 0, 140, 60), spark)
    painter.end()
    colours = {picture.pixelColor(x, y).name() for x in range(140) for y in range(60)}
    assert theme.tokens().accent.lower() in colours
    assert theme.tokens().target.lower() in colours


@pytest.mark.parametrize(
    "spark",
    [Spark(), Spark(((2020, 5.0),)), Spark(((2020, 5.0), (2020, 5.0)), (2020, 5.0))],
)
def test_odd_series_do_not_break(spark: Spark) -> None:
    picture = QImage(80, 40, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    spark_painter(lambda _row: spark, "ingen tal")(painter, QRect(0, 0, 80, 40), None)
    painter.end()
