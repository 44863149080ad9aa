# SPDX-License-Identifier: Apache-2.0
"""The one style sheet of the desk, written with tokens so that every palette wears the same cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from missiondesk.ui.tokens import Tokens

_MARK = re.compile(r"\$([a-z_]+)")
_LENGTH = re.compile(r"\$(\d+)px")


def stylesheet(
    tokens: Tokens, sizes: Mapping[str, float], length: Callable[[float], int] = round
) -> str:
    """The sheet with ``$token`` replaced by colours and ``$heading`` … by sizes in points.

    A length as ``$24px`` is one at 100 %, which ``length`` makes that of the user's font.

    Raises:
        KeyError: The sheet names a token or size that does not exist.
    """
    words = {**tokens._asdict(), **{name: f"{size}pt" for name, size in sizes.items()}}
    sheet = _LENGTH.sub(lambda found: f"{length(int(found.group(1)))}px", _SHEET)
    return _MARK.sub(lambda found: words[found.group(1)], sheet)


# Selectors go by the property "look" (what a thing is for), never by object names: those belong
# to the tests.
_SHEET = """
QMainWindow, QDialog, QStackedWidget { background: $ground; }
QToolTip { background: $ground; color: $ink; border: 1px solid $line; padding: 4px; }

QLabel { color: $ink; background: transparent; }
QLabel[look="heading"] { font-size: $heading; font-weight: 700; }
QLabel[look="section"] { font-size: $section; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="detail"], QLabel[look="label"] { font-size: $detail; color: $quiet; }
QLabel[look="lead"] { color: $quiet; }
QLabel[look="least"] { font-size: $least; color: $quiet; }
QLabel[look="good"] { color: $good; font-weight: 600; }
QLabel[look="wait"] { color: $wait; font-weight: 600; }
QLabel[look="bad"] { color: $bad; font-weight: 600; }
QLabel[look="unknown"] { color: $unknown; font-weight: 600; }
QLabel[look="echo"] { font-size: $detail; color: $quiet; }
QLabel[look="refusal"] { font-size: $detail; color: $bad; font-weight: 600; }

QPushButton {
    background: $ground; color: $ink; border: 1px solid $line; border-radius: 6px;
    padding: 5px 13px; font-weight: 600; min-height: $20px;
}
QPushButton, QToolButton, QCheckBox, QTabBar, QComboBox { outline: 0; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $chosen; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 12px; }
QPushButton:disabled { color: $quiet; border-color: $hair; font-weight: 400; }
QPushButton:checked { background: $chosen; border-color: $accent; }
QPushButton::menu-indicator { image: none; width: $14px; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[look="primary"]:hover { background: $accent; border-color: $ink; }
QPushButton[look="primary"]:focus { border: 2px solid $ink; }
QPushButton[way="true"] { text-align: left; min-height: $26px; }
QPushButton[look="primary"]:disabled { background: $frame; color: $quiet; border-color: $hair; }
QPushButton[look="link"] {
    border: 1px solid transparent; background: transparent; color: $accent;
    text-decoration: underline; padding: 1px 3px; font-weight: 400; text-align: left;
    border-radius: 3px;
}
QPushButton[look="link"]:hover { color: $ink; }
QPushButton[look="link"]:focus { border: 1px solid $accent; }
QPushButton[look="plain"] {
    border: 1px solid transparent; background: transparent; color: $ink; font-weight: 400;
    padding: 4px 8px;
}
QPushButton[look="plain"]:hover { background: $hover; }
QPushButton[look="plain"]:focus { border: 1px solid $accent; }
QPushButton[look="plain"]:disabled { color: $quiet; }

QToolButton {
    border: 1px solid transparent; border-radius: 6px; background: transparent; color: $ink;
    padding: 4px 6px; min-height: $20px; min-width: $20px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $chosen; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $quiet; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit QToolButton { border: 0; padding: 0; min-width: 0; min-height: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
    background: $ground; color: $ink; border: 1px solid $line; border-radius: 6px;
    padding: 4px 7px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $quiet;
}
QLineEdit, QComboBox, QSpinBox { min-height: $20px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover { border-color: $quiet; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 3px 6px;
}
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] { background: $frame; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid $bad; padding: 3px 6px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: $frame; color: $quiet; border-color: $hair;
}
QLineEdit[look="cell"], QComboBox[look="cell"] {
    border: 2px solid $accent; border-radius: 0; padding: 0 5px; min-height: 0;
}
QComboBox { padding-right: $26px; combobox-popup: 0; }
QComboBox QLineEdit, QComboBox QLineEdit:hover, QComboBox QLineEdit:focus {
    border: 0; padding: 0; margin: 0; min-height: 0; background: transparent;
}
QComboBox::drop-down { border: 0; width: $24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $ground; color: $ink; border: 1px solid $line; outline: 0;
    selection-background-color: $chosen; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: $26px; padding: 0 6px; }
QCheckBox, QRadioButton { spacing: 8px; color: $ink; min-height: $24px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; font-weight: 600; }

QTextEdit[look="reader"], QTextEdit[look="reader"]:hover {
    border: 0; border-left: 2px solid $ground; border-radius: 0; padding: 0;
}
QTextEdit[look="reader"]:focus { border: 0; border-left: 2px solid $accent; padding: 0; }
QListView[look="contents"] { background: transparent; border: 1px solid transparent; }
QListView[look="contents"]:focus { border-color: $accent; border-radius: 6px; }

QTableView, QListView {
    background: $ground; color: $ink; border: 0; outline: 0; gridline-color: $hair;
    selection-background-color: $chosen; selection-color: $ink;
}
QTableView[look="frozen"] { border-right: 1px solid $line; }
QListView::item { padding: 4px 8px; min-height: $22px; border-radius: 6px; }
QListView::item:selected { background: $chosen; color: $ink; }
QListView::item:hover:!selected { background: $hover; }
QHeaderView { background: $ground; border: 0; }
QHeaderView::section {
    background: $ground; color: $quiet; border: 0; border-bottom: 1px solid $ink;
    padding: 6px 8px; font-size: $detail; font-weight: 600;
}
QHeaderView::section:vertical {
    color: $ink; border-bottom: 1px solid $hair; padding: 2px 8px; font-weight: 400;
}
QTableView QTableCornerButton::section { background: $ground; border: 0; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $quiet; border: 0; border-bottom: 3px solid transparent;
    padding: 6px 8px; margin-right: 12px; min-width: 24px;
}
QTabBar::scroller { width: $44px; }
QTabBar QToolButton {
    background: $ground; border: 0; border-radius: 0; padding: 0; min-width: 0; min-height: 0;
}
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:hover:!selected { color: $ink; border-bottom-color: $line; }
QTabBar::tab:selected:focus {
    color: $accent; border: 2px solid $accent; border-bottom-width: 3px; border-radius: 4px;
    padding: 4px 6px 6px 6px;
}
QTabBar[look="views"]::tab {
    border: 1px solid transparent; border-radius: 6px; padding: 4px 9px; margin: 0 4px 6px 0;
}
QTabBar[look="views"]::tab:selected { background: $chosen; font-weight: 600; }
QTabBar[look="views"]::tab:hover:!selected { background: $hover; border-color: transparent; }
QTabBar[look="views"]::tab:selected:focus {
    border: 2px solid $accent; border-radius: 6px; padding: 3px 8px;
}

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[look="page"] { background: $ground; }
QScrollArea[look="thin"] > QWidget > QWidget[look="page"] { background: $frame; }
QScrollArea[look="thin"] QScrollBar:vertical { width: 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $quiet; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hair; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter[look="wide"]::handle:horizontal { width: 1px; margin: 0 16px; }
QSplitter[look="wide"]::handle:vertical { background: transparent; border-top: 1px solid $hair; }

QFrame[look="topbar"] { background: $ground; border: 0; border-bottom: 1px solid $line; }
QFrame[look="sidebar"] { background: $frame; border: 0; border-right: 1px solid $line; }
QFrame[look="statusline"] { background: $frame; border: 0; border-top: 1px solid $line; }
QFrame[look="paper"] { background: $hair; border: 0; }
QFrame[look="hairline"] { background: $hair; border: 0; max-height: 1px; min-height: 1px; }
QFrame[look="reached"] { background: $accent; border: 0; border-radius: 1px; }
QFrame[look="ahead"] { background: $hair; border: 0; border-radius: 1px; }
QFrame[look="finding"] { border: 0; border-left: 4px solid $wait; background: $notice; }
QFrame[look="finding"][severity="error"] { border-left-color: $bad; background: $alarm; }
QFrame[look="finding"][severity="note"] { border-left-color: $quiet; background: $fine; }
QFrame[look="toast"] { background: $ink; border-radius: 6px; }
QFrame[look="toast"] QLabel { color: $ground; }
QFrame[look="toast"] QPushButton {
    background: transparent; color: $ground; border: 1px solid $ground; padding: 3px 10px;
}
QFrame[look="toast"] QPushButton:focus { border: 2px solid $ground; padding: 2px 9px; }
QFrame[look="palette"] { background: $ground; border: 1px solid $line; border-radius: 8px; }
QFrame[look="card"] { background: $ground; border: 1px solid $line; border-radius: 6px; }
QFrame[look="dropzone"][over="true"], QFrame[look="card"][over="true"] { background: $chosen; }

QMenuBar { background: $ground; color: $ink; spacing: 2px; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $chosen; color: $ink; }
QMenu { background: $ground; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $chosen; color: $ink; }
QMenu::item:disabled { color: $quiet; }
QMenu::icon { width: $18px; height: $18px; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 8px; }
QProgressBar {
    border: 0; border-radius: 3px; background: $hair; max-height: 6px; min-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""
