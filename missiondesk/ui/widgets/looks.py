# SPDX-License-Identifier: Apache-2.0
"""Small makers of labels, buttons and boxes, so that every page writes them the same way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from missiondesk.ui.icons import icon, icon_size
from missiondesk.ui.widgets.buttons import Button, IconButton
from missiondesk.ui.widgets.qt_numbers import PLAIN_TEXT
from missiondesk.ui.widgets.tool_tips import plain_tip


def look(widget: QWidget, name: str) -> QWidget:
    """Give the widget one of the style sheet's looks, also after it was shown."""
    widget.setProperty("look", name)
    repolish(widget)
    return widget


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a changed property; a widget that was never seen needs no more."""
    if not widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def text_label(text: str = "", look_name: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text: what stands in a workspace is never read as rich text."""
    made = QLabel()
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setText(text)
    made.setWordWrap(wrap)
    if wrap:
        # Only a policy that says so lets a box layout ask a wrapped label for its height.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if look_name:
        made.setProperty("look", look_name)
    return made


def push_button(
    text: str,
    name: str,
    clicked: Callable[[], object] | None = None,
    look_name: str = "",
    icon_name: str = "",
    made_as: type[Button] = Button,
) -> QPushButton:
    """A button whose text is its verb.

    Args:
        text: What it says and what it is called for screen readers.
        name: Its objectName.
        clicked: Called without arguments.
        look_name: "primary" (one a page), "link", "plain", or "" for the usual.
        icon_name: An icon before the text.
        made_as: What kind of button it is.
    """
    made = made_as(text.replace("&", "&&"))
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if look_name:
        made.setProperty("look", look_name)
    if look_name == "link":
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if icon_name:
        made.setIcon(icon(icon_name, "on_accent" if look_name == "primary" else "ink"))
        made.setIconSize(icon_size())
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def icon_button(
    icon_name: str, text: str, name: str, clicked: Callable[[], object] | None = None
) -> QToolButton:
    """A button with only an icon; ``text`` is its accessible name and its tool tip."""
    made = IconButton()
    made.setIcon(icon(icon_name))
    made.setIconSize(icon_size())
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setToolTip(plain_tip(text))
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def row(*parts: QWidget | None, gap: int = 8, parent: QWidget | None = None) -> QWidget:
    """The widgets side by side; None is a stretch."""
    return _boxed(QHBoxLayout(), parts, gap, parent)


def column(*parts: QWidget | None, gap: int = 8, parent: QWidget | None = None) -> QWidget:
    """The widgets below each other; None is a stretch."""
    return _boxed(QVBoxLayout(), parts, gap, parent)


def keep_room(widget: QWidget) -> None:
    """Keep its place while it is hidden, so that nothing moves when it comes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def hairline() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setProperty("look", "hairline")
    return made


def _boxed(
    layout: QBoxLayout, parts: tuple[QWidget | None, ...], gap: int, parent: QWidget | None
) -> QWidget:
    made = QWidget(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        else:
            layout.addWidget(part)
    made.setLayout(layout)
    return made
