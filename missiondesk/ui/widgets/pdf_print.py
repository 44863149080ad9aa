# SPDX-License-Identifier: Apache-2.0
"""Prints the pages of a PDF through the system's dialog; the pages are the very ones previewed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from missiondesk.ui.tasks import Cancelled, Progress, Tasks
from missiondesk.ui.widgets.pdf_pages import page_picture, page_sizes

# Above this a page only takes longer: 300 dpi is what office printers resolve of text.
DPI = 300
_POINTS_PER_INCH = 72


def ask_and_print(
    pdf: bytes,
    title: str,
    parent: QWidget,
    tasks: Tasks,
    printed: Callable[[int], object],
    *,
    saved: Callable[[Path], object] | None = None,
    duplex: bool = False,
) -> QPrintDialog:
    """Open the system's print dialog and print what the user accepts, on the worker.

    Args:
        pdf: The document.
        title: What the job is called in the printer's queue.
        parent: The window.
        tasks: The worker.
        printed: Called with the number of pages that the printer took, 0 when it took none.
        saved: Called instead where the user chose a file and no printer.
        duplex: Propose both sides of the sheet, turned over its long edge.
    """
    sizes = page_sizes(pdf)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_job_name(title))
    printer.setFullPage(True)
    if duplex:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    set_paper(printer, sizes[0])
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("printDialog")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, len(sizes))
    dialog.setFromTo(1, len(sizes))

    def work(progress: Progress) -> int:
        return paint_pages(pdf, printer, progress.report)

    def told(pages: int) -> None:
        file = printer.outputFileName()
        if pages and file and saved is not None:
            saved(Path(file))
        else:
            printed(pages)

    def failed(error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            raise error

    def accepted() -> None:
        tasks.run(title, work, told, failed, parent, show=True)

    dialog.accepted.connect(accepted)
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    QDialog.open(dialog)  # its own `open` wants a receiver
    return dialog


def _job_name(title: str) -> str:
    """The title as the name of a file: the dialog proposes one of this name to print into.

    What stands before a point within a word, as in "45.000", would take the place of the folder.
    """
    parts = re.split(r'[\\/:*?"<>|]+', re.sub(r"\.(?=\S)", " ", title))
    return " - ".join(part.strip() for part in parts if part.strip())


def set_paper(printer: QPrinter, points: tuple[float, float]) -> None:
    """Set paper size and orientation from a page's size in points."""
    wide, high = points
    size = QPageSize(
        QSizeF(min(points), max(points)),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    way = QPageLayout.Orientation
    printer.setPageSize(size)
    printer.setPageOrientation(way.Landscape if wide > high else way.Portrait)


def paint_pages(
    pdf: bytes, printer: QPrinter, report: Callable[[int, int], object] = lambda _done, _all: None
) -> int:
    """Paint the pages that the user chose, as often and in the order that he chose.

    Args:
        pdf: The document.
        printer: Set up by `set_paper` and the dialog, with the whole sheet as its page.
        report: Told pages done and all pages before each one; what it raises stops the print.

    Returns:
        How many pages were painted; 0 when the printer could not be reached.
    """
    sizes = page_sizes(pdf)
    wanted = _wanted(printer, len(sizes))
    scale = min(DPI, printer.resolution()) / _POINTS_PER_INCH
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    try:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for done, number in enumerate(wanted):
            report(done, len(wanted))
            if done:
                printer.newPage()
            painter.drawImage(_place(printer, sizes[number]), page_picture(pdf, number, scale))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(wanted)


def _wanted(printer: QPrinter, count: int) -> list[int]:
    """Numbers of the pages in the order in which they go to the printer."""
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or count, count)
    numbers = list(range(first - 1, last))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    if printer.supportsMultipleCopies() or printer.copyCount() < 2:
        return numbers
    if printer.collateCopies():
        return numbers * printer.copyCount()
    return [number for number in numbers for _ in range(printer.copyCount())]


def _place(printer: QPrinter, points: tuple[float, float]) -> QRectF:
    """Where the page stands on the sheet: true to size, made smaller only when it must be."""
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    true = QSizeF(*points) * (printer.resolution() / _POINTS_PER_INCH)
    size = true
    if true.width() > sheet.width() * 1.01 or true.height() > sheet.height() * 1.01:
        size = true.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(sheet.topLeft(), size)
    place.moveCenter(sheet.center())
    return place
