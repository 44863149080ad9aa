# SPDX-License-Identifier: Apache-2.0
"""Guards the pin of PySide6: 6.12.0 takes a reference from None on every void call.

Under Python 3.11, where None is not immortal, a process then aborts after some 5,000 calls. Any
release with that fault is caught here before it reaches a desk.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1_000
# A few references come and go with the interpreter's own work; the fault takes one per call.
TOLERATED = CALLS // 20


def drift(call: Callable[[], object]) -> int:
    """By how much the references to None change over `CALLS` calls."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return sys.getrefcount(None) - before


def test_object_names(qapp: object) -> None:
    thing = QObject()
    assert abs(drift(lambda: thing.setObjectName("x"))) <= TOLERATED


def test_timers(qapp: object) -> None:
    timer = QTimer()
    assert abs(drift(lambda: timer.setInterval(10))) <= TOLERATED


@pytest.mark.parametrize("method", ["setText", "setToolTip", "setAccessibleName"])
def test_widgets(qtbot: QtBot, method: str) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    set_it = getattr(label, method)
    assert abs(drift(lambda: set_it("x"))) <= TOLERATED


def test_painting(qapp: object) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        assert abs(drift(lambda: painter.drawPoint(QPoint(1, 1)))) <= TOLERATED
    finally:
        painter.end()
