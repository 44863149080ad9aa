# SPDX-License-Identifier: Apache-2.0
"""Commands on copies: send one, meet one that came back, say the fingerprint of what is open."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.services.saving import Unavailable
from missiondesk.ui.copy_greeting import greet_copy
from missiondesk.ui.files import ask_open, usual_folder
from missiondesk.ui.notices import Notice
from missiondesk.ui.pages import Returnable

if TYPE_CHECKING:
    from missiondesk.ui.application import Application


class CopyActions:
    """Made for one command; the application holds what lasts."""

    def __init__(self, application: Application) -> None:
        self._all = application
        self._tr = application.tr_

    def do(self, verb: str, what: str = "") -> None:
        """Do one of merge, meet (with the path), send_copy, comment, copy_mark, fingerprint."""
        if verb == "meet":
            self.meet(Path(what))
        elif verb == "merge":
            self.ask_merge()
        elif verb == "send_copy":
            self.send(what)
        elif verb == "comment":
            self.comment()
        elif verb == "copy_mark":
            if self._all.window is not None:
                greet_copy(self._all.window, self._tr)
        else:
            self.fingerprint()

    def ask_merge(self) -> None:
        """Ask for a copy that came back."""
        if self._all.window is not None:
            folder = usual_folder(self._all.settings.recent)
            title = self._tr.say("Bring in a copy")
            ask_open(self._all.window, self._tr, title, folder, self.meet)

    def meet(self, path: Path) -> None:
        """Say what the file is to the workspace, and review what the two become together."""
        from missiondesk.ui.merging.meeting import Meeting

        window = self._all.window
        if window is None:
            self._all.open(path)
            return
        if window.desk.path == path.absolute():
            window.hub.say(self._tr.say("“{file}” is what is open here.", file=path.name))
            return
        Meeting(window, window.desk, window.hub, self._tr, self._tell, self._all.open).read(path)

    def send(self, what: str = "") -> None:
        """Ask to whom a copy goes and what for; "party:" with an id begins with a party's."""
        from missiondesk.ui.merging.send_copy import SendCopy

        window = self._all.window
        if window is not None:
            folder = usual_folder(self._all.settings.recent)
            audience, _, key = what.partition(":")
            SendCopy(
                window.desk,
                window.hub,
                self._tr,
                folder,
                self._tell,
                window,
                key if audience == "party" else None,
            ).open()

    def comment(self) -> None:
        """Comment on the record that the page in front shows."""
        from missiondesk.ui.comment_dialog import CommentDialog

        window = self._all.window
        if window is None:
            return
        page: object = window.pages.page(window.pages.current())
        shown = page.record() if isinstance(page, Returnable) else ""
        parts = [part for part in re.split(r"[#/:]", shown) if part]
        record = next((it for it in parts if window.desk.comments.subject(it)), None)
        if record is None:
            window.hub.say(self._tr.say("Open a record first: a mission, an initiative, a letter."))
            return
        CommentDialog(record, window.desk, window.hub, self._tr, window).open()

    def fingerprint(self) -> None:
        """Say the four words of what is open."""
        window, say = self._all.window, self._tr.say
        if window is None:
            return
        Notice(
            window.desk.copies.fingerprint(),
            (
                say(
                    "These four words tell what is in the workspace now. Whoever has a copy with "
                    "the same words has the same in every field; compare them by telephone."
                ),
            ),
            window,
            close=say("Close"),
            name="fingerprint",
        ).open()

    def _tell(self, why: Unavailable) -> None:
        from missiondesk.ui.workspace_actions import WorkspaceActions

        WorkspaceActions(self._all).tell(why)
