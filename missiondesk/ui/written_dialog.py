# SPDX-License-Identifier: Apache-2.0
"""What is being written in a dialog when the lock falls: sealed with the records, and the dialog
stands there with it again when they are back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtWidgets import QDialog

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.ui.untaken_texts import KeptText, as_json, from_json, kept_texts, tell_lost_text

if TYPE_CHECKING:
    from missiondesk.ui.application import Application
    from missiondesk.ui.main_window import MainWindow

_SAVED_IN: Final = 3.0  # seconds


@dataclass(frozen=True, slots=True)
class Written:
    """A text that is in no record yet.

    Attributes:
        command: Of the menu, by which its dialog is asked for.
        record: Id of what it is about, "" for the whole workspace.
        label: What stands before it.
    """

    command: str
    record: str
    label: str
    text: str


@runtime_checkable
class Writing(Protocol):
    """A dialog in which something is written."""

    def written(self) -> Written | None:
        """What nobody has taken yet, None for nothing."""


def seal(window: MainWindow) -> str:
    """All texts of a window that are in no record; "" for none."""
    fields, asked = as_json(kept_texts(window.pages)), _written_over(window)
    if not fields and asked is None:
        return ""
    return json.dumps([fields, None if asked is None else asdict(asked)])


def unseal(text: str) -> tuple[Sequence[KeptText], Written | None]:
    """What `seal` made: what fields did not take, and what was being written in a dialog."""
    fields, asked = json.loads(text) if text else ("", None)
    return from_json(fields), None if asked is None else Written(**asked)


def write_on(application: Application, window: MainWindow, asked: Written) -> None:
    """Open the dialog again with the text; where that cannot be, say what the text was."""
    from missiondesk.ui.comment_dialog import CommentDialog
    from missiondesk.ui.workspace_actions import WorkspaceActions

    versions = window.desk.versions
    if asked.command == "save" and versions.offered and window.desk.wait_saved(_SAVED_IN):
        WorkspaceActions(application).name_version(window, asked.text)
    elif asked.command == "comment" and window.desk.comments.subject(asked.record) is not None:
        about = CommentDialog(asked.record, window.desk, window.hub, window.tr_, window)
        about.text.editor.put(asked.text)
        about.open()
    else:
        tell_lost_text(window, asked.text, asked.label)


def _written_over(window: MainWindow) -> Written | None:
    for one in window.findChildren(QDialog):
        if one.isVisible() and isinstance(one, Writing):
            return one.written()
    return None
