# SPDX-License-Identifier: Apache-2.0
"""How large a window can be on a screen; apart, for the first window needs no more."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

# What a frame takes at most at the sides and at the top and foot, in device-independent pixels;
# how much it is in truth is known only when the window stands on the screen.
FRAME = (16, 48)


def fitting(size: QSize, room: QRect) -> QSize:
    """The size, or what a window's content may have in this room beside its frame."""
    return size.boundedTo(QSize(room.width() - FRAME[0], room.height() - FRAME[1]))
