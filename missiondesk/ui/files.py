# SPDX-License-Identifier: Apache-2.0
"""The questions for files and folders; never a call that waits, so that nothing hangs behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from missiondesk.language import Translator
from missiondesk.ui.last_folders import DOCUMENTS, WORKSPACES, last_folders, usual_folder
from missiondesk.ui.qt_words import KnownSizes

__all__ = [
    "ask_file",
    "ask_folder",
    "ask_open",
    "ask_save",
    "ask_save_file",
    "ask_save_pdf",
    "usual_folder",
]

_RECEIVED = "received"


def ask_open(
    parent: QWidget, tr: Translator, title: str, folder: Path, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask for a workspace that is there; ``folder`` is for a window without a workspace."""
    dialog = _dialog(parent, title, WORKSPACES, folder)
    dialog.setObjectName("fileDialog")
    dialog.setNameFilter(_workspaces(tr))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen, WORKSPACES)


def ask_save(
    parent: QWidget,
    tr: Translator,
    title: str,
    proposal: Path,
    chosen: Callable[[Path], object],
) -> QFileDialog:
    """Ask for the name of a workspace to be written.

    A file that is there is not offered to be replaced: the desk says that it is there.
    """
    dialog = _dialog(parent, title, WORKSPACES, proposal.parent)
    dialog.setObjectName("fileDialog")
    dialog.setNameFilter(_workspaces(tr))
    return _opened(_saving(dialog, proposal.name, WORKSPACES), chosen, WORKSPACES)


def ask_file(
    parent: QWidget,
    title: str,
    kinds: Sequence[tuple[str, str]],
    chosen: Callable[[Path], object],
    remembered: str = _RECEIVED,
) -> QFileDialog:
    """Ask for a file of others that is there; ``kinds`` are words with their endings."""
    dialog = _dialog(parent, title, remembered)
    dialog.setObjectName("importDialog")
    dialog.setNameFilters([f"{word} ({endings})" for word, endings in kinds])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen, remembered)


def ask_save_file(
    parent: QWidget,
    title: str,
    name: str,
    kind: tuple[str, str],
    chosen: Callable[[Path], object],
    folder: Path | None = None,
) -> QFileDialog:
    """Ask for the name of a file for others; one that is there is not offered to be replaced."""
    word, endings = kind
    ending = endings.removeprefix("*.")
    dialog = _dialog(parent, title, ending, folder)
    dialog.setObjectName("saveDialog")
    dialog.setNameFilter(f"{word} ({endings})")
    return _opened(_saving(dialog, name, ending), chosen, ending)


def ask_save_pdf(
    parent: QWidget, tr: Translator, name: str, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask where a document goes; Qt asks before one that is there is replaced."""
    dialog = _dialog(parent, tr.say("Export PDF"), DOCUMENTS)
    dialog.setObjectName("exportDialog")
    dialog.setNameFilter(tr.say("PDF documents (*.pdf)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    return _opened(dialog, chosen, DOCUMENTS)


def ask_folder(
    parent: QWidget,
    title: str,
    chosen: Callable[[Path], object],
    kind: str = DOCUMENTS,
    start: Path | None = None,
) -> QFileDialog:
    """Ask for a folder for files of a kind; a ``start`` is shown whatever was chosen last."""
    dialog = _dialog(parent, title, "" if start is not None else kind, start)
    dialog.setObjectName("folderDialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, chosen, "" if start is not None else kind)


def _workspaces(tr: Translator) -> str:
    return f"{tr.say('Workspaces')} (*.{WORKSPACES})"


def _dialog(parent: QWidget, title: str, kind: str, folder: Path | None = None) -> QFileDialog:
    known = last_folders(parent) if kind else None
    begin = (known.begin(kind) if known is not None else None) or folder or usual_folder()
    dialog = QFileDialog(parent, title, str(begin))
    dialog.setItemDelegate(KnownSizes(dialog))
    return dialog


def _saving(dialog: QFileDialog, name: str, ending: str) -> QFileDialog:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    return dialog


def _opened(dialog: QFileDialog, chosen: Callable[[Path], object], kind: str) -> QFileDialog:
    known = last_folders(dialog.parent()) if kind else None

    def taken(name: str) -> None:
        path = Path(name)
        if known is not None:
            known.note(kind, path if path.is_dir() else path.parent)
        chosen(path)

    dialog.fileSelected.connect(taken)
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
    return dialog
