# SPDX-License-Identifier: Apache-2.0
"""Prints the pages of a PDF through the system's dialog; the pages are the very ones previewed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from missiondesk.ui.widgets.pdf_pages import page_picture, page_sizes

# Above this a page only takes longer: 300 dpi is what office printers resolve of text.
DPI = 300
_POINTS_PER_INCH = 72


def ask_and_print(
    pdf: bytes, title: str, parent: QWidget, printed: Callable[[], object]
) -> QPrintDialog:
    """Open the system's print dialog and print what the user accepts.

    Args:
        pdf: The document.
        title: What the job is called in the printer's queue.
        parent: The window.
        printed: Called after the pages were handed to the printer.
    """
    sizes = page_sizes(pdf)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    set_paper(printer, sizes[0])
    printer.setFromTo(1, len(sizes))
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("printDialog")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, len(sizes))

    def accepted() -> None:
        paint_pages(pdf, printer)
        printed()

    dialog.accepted.connect(accepted)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # its own `open` wants a receiver
    return dialog


def set_paper(printer: QPrinter, points: tuple[float, float]) -> None:
    """Set paper size and orientation from a page's size in points."""
    wide, high = points
    landscape = wide > high
    size = QPageSize(
        QSizeF(min(points), max(points)),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageSize(size)
    printer.setPageOrientation(way)


def paint_pages(pdf: bytes, printer: QPrinter) -> int:
    """Paint the pages that the user chose; returns how many."""
    sizes = page_sizes(pdf)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(sizes), len(sizes))
    scale = min(DPI, printer.resolution()) / _POINTS_PER_INCH
    painter = QPainter(printer)
    try:
        for number in range(first - 1, last):
            if number > first - 1:
                printer.newPage()
            # In device pixels: the paper as it is, without the printer's margins.
            paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            painter.drawImage(paper, page_picture(pdf, number, scale))
    finally:
        painter.end()
    return last - first + 1
