# SPDX-License-Identifier: Apache-2.0
"""The questions for files and folders; never a call that waits, so that nothing hangs behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from missiondesk.language import Translator

SUFFIX = "mission"
_Documents = QStandardPaths.StandardLocation.DocumentsLocation


def usual_folder(recent: Sequence[str]) -> Path:
    """Where the last workspace lies, else the user's documents."""
    last = Path(recent[0]).parent if recent else None
    if last is not None and last.is_dir():
        return last
    return Path(QStandardPaths.writableLocation(_Documents))


def ask_open(
    parent: QWidget, tr: Translator, folder: Path, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask for a workspace that is there."""
    dialog = _dialog(parent, tr.say("Open workspace"), tr, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen)


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
    dialog = _dialog(parent, title, tr, proposal.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(SUFFIX)
    dialog.selectFile(proposal.name)
    return _opened(dialog, chosen)


def ask_file(
    parent: QWidget,
    title: str,
    folder: Path,
    kinds: Sequence[tuple[str, str]],
    chosen: Callable[[Path], object],
) -> QFileDialog:
    """Ask for a file of others that is there; ``kinds`` are words with their endings."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setObjectName("importDialog")
    dialog.setNameFilters([f"{word} ({endings})" for word, endings in kinds])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen)


def ask_save_file(
    parent: QWidget,
    title: str,
    proposal: Path,
    kind: tuple[str, str],
    chosen: Callable[[Path], object],
) -> QFileDialog:
    """Ask for the name of a file for others; one that is there is not offered to be replaced."""
    dialog = QFileDialog(parent, title, str(proposal.parent))
    dialog.setObjectName("saveDialog")
    word, endings = kind
    dialog.setNameFilter(f"{word} ({endings})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(endings.removeprefix("*."))
    dialog.selectFile(proposal.name)
    return _opened(dialog, chosen)


def ask_folder(
    parent: QWidget, title: str, start: str, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask for a folder to write documents to."""
    dialog = QFileDialog(parent, title, start)
    dialog.setObjectName("folderDialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, chosen)


def _dialog(parent: QWidget, title: str, tr: Translator, folder: Path) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setObjectName("fileDialog")
    kind = tr.say("Workspaces")
    dialog.setNameFilter(f"{kind} (*.{SUFFIX})")
    return dialog


def _opened(dialog: QFileDialog, chosen: Callable[[Path], object]) -> QFileDialog:
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
    return dialog
