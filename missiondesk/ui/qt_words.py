# SPDX-License-Identifier: Apache-2.0
"""Says what Qt's own translation lacks: some words of the dialogs for files and for printing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTranslator
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from missiondesk.domain.message import N_
from missiondesk.language import Translator

# By Qt's context and its text, with the ampersand of its key, as ours.
_LACKING: Final = {
    ("QFileDialog", "&Look in:"): N_("&Look in:"),
    ("QFileDialog", "Files of &type:"): N_("Files of &type:"),
    ("QAbstractFileIconProvider", "Drive"): N_("Drive"),
    ("QAbstractFileIconProvider", "File Folder"): N_("Folder"),
    ("QAbstractFileIconProvider", "Folder"): N_("Folder"),
    ("QAbstractFileIconProvider", "File"): N_("File"),
    ("QAbstractFileIconProvider", "Alias"): N_("Link"),
    ("QAbstractFileIconProvider", "Shortcut"): N_("Link"),
    ("QAbstractFileIconProvider", "Unknown"): N_("Unknown kind"),
    ("QPageSetupWidget", "Page &order:"): N_("Page &order:"),
    ("QPageSetupWidget", "Pages &per sheet:"): N_("Pages &per sheet:"),
    ("QPrintSettingsOutput", "Double Sided Printing"): N_("Both sides"),
    ("QPrintSettingsOutput", "Long side binding"): N_("Bound at the long side"),
    ("QPrintSettingsOutput", "Short side binding"): N_("Bound at the short side"),
    ("QPrintSettingsOutput", "Off"): N_("One side only"),
    ("QPrintSettingsOutput", "Page &Set:"): N_("&Which pages:"),
}
_SIZE_COLUMN: Final = 1
# Qt writes sizes by a norm that few know; every other program here says the words on the right.
_SIZES: Final = {"KiB": "KB", "MiB": "MB", "GiB": "GB", "TiB": "TB"}


class LackingWords(QTranslator):
    """Asked after Qt's own translation, so only for what that does not have."""

    def __init__(self, tr: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._tr = tr

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The word, or none, which leaves the text as Qt has it."""
        ours = _LACKING.get((context, source))
        return self._tr.say(ours) if ours is not None else None  # type: ignore[return-value]


class KnownSizes(QStyledItemDelegate):
    """Draws the rows of a file dialog with sizes in the units that people know."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() == _SIZE_COLUMN:
            figure, _, unit = option.text.rpartition(" ")
            if unit in _SIZES:
                option.text = f"{figure} {_SIZES[unit]}"
