# SPDX-License-Identifier: Apache-2.0
"""Tool tips that show what stands in a workspace and never obey it."""

from __future__ import annotations

from PySide6 import QtGui


def plain_tip(text: str) -> str:
    """The text as a tool tip shows it.

    Qt reads a tip that looks like HTML as such, with pictures from files and from other machines.
    """
    # Without these Qt reads none; to ask it makes all of its namespace (see `qt_numbers`).
    if "<" not in text and "&" not in text:
        return text
    if not QtGui.Qt.mightBeRichText(text):
        return text
    import html

    return f'<span style="white-space: pre-wrap">{html.escape(text)}</span>'
