# SPDX-License-Identifier: Apache-2.0
"""Where a question for a file begins: where one of its kind was last chosen, else at the workspace.

Never in the program's own folder, where nobody keeps files and a new version removes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt

from missiondesk.services.desk import Desk
from missiondesk.system.paths import is_program_s_own

_Places = QStandardPaths.StandardLocation
WORKSPACES = "mission"
DOCUMENTS = "pdf"


class LastFolders(QObject):
    """What a window remembers of this; dialogs find it among the parents of whoever asks.

    Attributes:
        last: By kind of file, a folder.
    """

    def __init__(self, desk: Desk, known: Mapping[str, str], window: QObject) -> None:
        super().__init__(window)
        self._desk = desk
        self.last = dict(known)

    def begin(self, kind: str) -> Path | None:
        """The folder for a kind of file, or None when nothing is known."""
        path = self._desk.path
        known = (self.last.get(kind), None if path is None else path.parent)
        return next((Path(one) for one in known if one and _fits(Path(one))), None)

    def note(self, kind: str, folder: Path) -> None:
        """A file of the kind was chosen there."""
        self.last[kind] = str(folder.absolute())

    def to_keep(self) -> dict[str, str]:
        """What the next start may know: of workspaces nothing, for one of them may be closed to
        others (SEC-09); the list of recent ones tells where the open ones lie.
        """
        return {kind: folder for kind, folder in self.last.items() if kind != WORKSPACES}


def last_folders(asker: QObject | None) -> LastFolders | None:
    """Those of the window in which ``asker`` is."""
    while asker is not None:
        options = Qt.FindChildOption.FindDirectChildrenOnly
        found = asker.findChild(LastFolders, options=options)
        if found is not None:
            return found
        asker = asker.parent()
    return None


def usual_folder(recent: Sequence[str] = ()) -> Path:
    """Where the last workspace lies, else the user's documents, else the user's own folder."""
    known = [Path(one).parent for one in recent[:1]]
    known += [Path(QStandardPaths.writableLocation(_Places.DocumentsLocation))]
    fitting = (one for one in known if _fits(one))
    return next(fitting, Path(QStandardPaths.writableLocation(_Places.HomeLocation)))


def _fits(folder: Path) -> bool:
    try:
        return folder.is_dir() and not is_program_s_own(folder)
    except OSError:
        return False
