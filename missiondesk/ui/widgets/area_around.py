# SPDX-License-Identifier: Apache-2.0
"""What a widget is scrolled in."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget


def area_around(part: QWidget) -> QScrollArea | None:
    """The innermost scroll area that a widget is or lies in."""
    at: QWidget | None = part
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    return at


def laid_out_around(part: QWidget) -> tuple[QScrollArea, QWidget] | None:
    """That area with what it scrolls, whose parts then stand where they will be seen."""
    area = area_around(part)
    inside = area.widget() if area is not None else None
    if area is None or inside is None:
        return None
    if (layout := inside.layout()) is not None:
        layout.activate()
    return area, inside
