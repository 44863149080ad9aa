# SPDX-License-Identifier: Apache-2.0
"""What comes out of the printer is what was previewed: same pages, same paper, true to size."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A3, A4, LETTER, landscape
from reportlab.pdfgen.canvas import Canvas

from missiondesk.ui.tasks import Cancelled, Tasks
from missiondesk.ui.widgets.pdf_pages import page_headings, page_picture, page_sizes
from missiondesk.ui.widgets.pdf_print import ask_and_print, paint_pages, set_paper


def a_pdf(size: tuple[float, float] = A4, pages: int = 3) -> bytes:
    """Pages with text, a frame near the edges and a solid box that tells them apart."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size)
    wide, high = size
    for number in range(pages):
        canvas.bookmarkPage(f"page{number}", fit="XYZ", left=72, top=high - 100, zoom=0)
        canvas.addOutlineEntry(f"Side {number + 1}", f"page{number}")
        canvas.setLineWidth(2)
        canvas.rect(20, 20, wide - 40, high - 40)
        canvas.rect(72 + 100 * number, high - 200, 80, 80, fill=1)
        canvas.setFont("Helvetica", 14)
        canvas.drawString(72, high - 300, f"Side {number + 1} af {pages}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "papir.pdf"))
    made.setFullPage(True)
    return made


def printed(printer: QPrinter) -> bytes:
    return Path(printer.outputFileName()).read_bytes()


def grey(picture: QImage) -> np.ndarray:
    """Lightness from 0 to 1, averaged over squares so that a hair's shift does not count."""
    small = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(small.constBits(), np.uint8).reshape(small.height(), -1)
    pixels = pixels[:, : small.width()].astype(float) / 255
    high, wide = pixels.shape[0] // 4 * 4, pixels.shape[1] // 4 * 4
    return pixels[:high, :wide].reshape(high // 4, 4, wide // 4, 4).mean(axis=(1, 3))


def unlike(one: bytes, other: bytes, page: int, other_page: int | None = None) -> float:
    """Share of squares that differ by more than a third of the way from black to white."""
    left = grey(page_picture(one, page, 1.5))
    right = grey(page_picture(other, page if other_page is None else other_page, 1.5))
    high, wide = min(left.shape[0], right.shape[0]), min(left.shape[1], right.shape[1])
    return float((abs(left[:high, :wide] - right[:high, :wide]) > 0.35).mean())


@pytest.mark.parametrize("size", [A4, landscape(A4), landscape(A3)], ids=["A4", "A4 wide", "A3"])
def test_each_page_comes_out_as_it_is(printer: QPrinter, size: tuple[float, float]) -> None:
    pdf = a_pdf(size)
    set_paper(printer, size)
    assert paint_pages(pdf, printer) == 3
    out = printed(printer)
    assert len(page_sizes(out)) == 3
    for before, after in zip(page_sizes(pdf), page_sizes(out), strict=True):
        assert after == pytest.approx(before, abs=1.0)
    for page in range(3):
        assert unlike(pdf, out, page) < 0.005
    assert unlike(pdf, out, 0, 1) > 0.005, "the measure does see another page"


def test_orientation_follows_the_page(printer: QPrinter) -> None:
    set_paper(printer, landscape(A4))
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    set_paper(printer, A4)
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait


def test_only_the_pages_chosen(printer: QPrinter) -> None:
    pdf = a_pdf()
    set_paper(printer, A4)
    printer.setFromTo(2, 3)
    assert paint_pages(pdf, printer) == 2
    assert unlike(pdf, printed(printer), 1, 0) < 0.005


def test_last_page_first(printer: QPrinter) -> None:
    pdf = a_pdf()
    set_paper(printer, A4)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert paint_pages(pdf, printer) == 3
    assert unlike(pdf, printed(printer), 2, 0) < 0.005


@pytest.mark.parametrize(("collate", "second"), [(True, 1), (False, 0)])
def test_copies_where_the_printer_makes_none(printer: QPrinter, collate: bool, second: int) -> None:
    pdf = a_pdf(pages=2)
    set_paper(printer, A4)
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    if printer.supportsMultipleCopies():
        pytest.skip("this print engine makes the copies itself")
    assert paint_pages(pdf, printer) == 4
    assert unlike(pdf, printed(printer), second, 1) < 0.005


def test_other_paper_keeps_the_proportions(printer: QPrinter) -> None:
    pdf = a_pdf(A3, 1)
    set_paper(printer, LETTER)
    paint_pages(pdf, printer)
    ((wide, high),) = page_sizes(printed(printer))
    assert (wide, high) == pytest.approx(LETTER, abs=1.0)
    seen = grey(page_picture(printed(printer), 0, 1.0))
    dark = np.argwhere(seen < 0.95)
    (top, left), (bottom, right) = dark.min(axis=0), dark.max(axis=0)
    assert (right - left) / (bottom - top) == pytest.approx(A3[0] / A3[1], rel=0.03)


def test_larger_paper_prints_true_to_size(printer: QPrinter) -> None:
    pdf = a_pdf(A4, 1)
    set_paper(printer, A3)
    paint_pages(pdf, printer)
    seen = grey(page_picture(printed(printer), 0, 1.0))
    dark = np.argwhere(seen < 0.9) * 4  # squares of four points
    width = dark[:, 1].max() - dark[:, 1].min()
    assert width == pytest.approx(A4[0] - 40, abs=8)


def test_a_printer_out_of_reach_takes_nothing(
    printer: QPrinter, tmp_path: Path, qtlog: object
) -> None:
    printer.setOutputFileName(str(tmp_path / "ingen mappe" / "papir.pdf"))
    with qtlog.disabled():  # type: ignore[attr-defined]
        assert paint_pages(a_pdf(), printer) == 0


def test_it_can_be_stopped_between_pages(printer: QPrinter) -> None:
    told: list[int] = []

    def report(done: int, _all: int) -> None:
        told.append(done)
        if done == 1:
            raise Cancelled

    set_paper(printer, A4)
    with pytest.raises(Cancelled):
        paint_pages(a_pdf(), printer, report)
    assert told == [0, 1]


def test_the_dialog_prints_on_the_worker_and_tells_how_many(qtbot: QtBot, tmp_path: Path) -> None:
    window, told = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    tasks = Tasks(window)
    shown: list[object] = []
    tasks.shown.connect(shown.append)
    dialog = ask_and_print(a_pdf(), "Brev til én", window, tasks, told.append)
    assert isinstance(dialog, QPrintDialog) and dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    printer = dialog.printer()
    assert printer.docName() == "Brev til én"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    dialog.accepted.emit(printer)
    dialog.reject()
    qtbot.waitUntil(lambda: told == [3], timeout=30_000)
    assert shown, "its progress stands in the status line"
    assert len(page_sizes(printed(printer))) == 3
    tasks.close()


def test_what_goes_into_a_file_has_a_name_for_one_and_is_told_as_saved(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, told = QWidget(), []
    qtbot.addWidget(window)
    tasks = Tasks(window)
    title = "Missionsbrev: 45.000 flere i skole/arbejde"
    dialog = ask_and_print(a_pdf(), title, window, tasks, told.append, saved=told.append)
    printer = dialog.printer()
    assert printer.docName() == "Missionsbrev - 45 000 flere i skole - arbejde"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    dialog.accepted.emit(printer)
    dialog.reject()
    qtbot.waitUntil(lambda: told == [tmp_path / "papir.pdf"], timeout=30_000)
    tasks.close()


def test_the_outline_tells_where_headings_stand() -> None:
    found = page_headings(a_pdf())
    assert [(title, page) for title, page, _ in found] == [
        ("Side 1", 0), ("Side 2", 1), ("Side 3", 2),
    ]  # fmt: skip
    assert all(top == pytest.approx(100, abs=1) for *_, top in found)
