# SPDX-License-Identifier: Apache-2.0
"""New, open, sample, save as, a copy: the commands on whole workspaces, and their no in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain.identity import now
from missiondesk.domain.message import N_
from missiondesk.domain.obstacle import obstacle
from missiondesk.services.saving import Unavailable
from missiondesk.services.workspaces import SUFFIX, new_desk, sample_desk
from missiondesk.ui.confidential_actions import CONFIDENTIAL_VERBS, ConfidentialActions
from missiondesk.ui.files import ask_open, ask_save, usual_folder
from missiondesk.ui.opened_lately import note_opened
from missiondesk.ui.opening import Opening

if TYPE_CHECKING:
    from missiondesk.ui.application import Application
    from missiondesk.ui.main_window import MainWindow
    from missiondesk.ui.unsaved import Unsaved

NEW_NAME = N_("Missions")


class WorkspaceActions(Opening):
    """Made for one command; the application holds what lasts."""

    def do(self, verb: str) -> None:
        """Do one of new, open, sample, save, save_as, save_copy, backups, why, changed, quit."""
        commands: dict[str, Callable[[], object]] = {
            "new": self.ask_new,
            "open": self.ask_open,
            "sample": self.sample,
            "save": self.save,
            "save_as": self.ask_save_as,
            "save_copy": self.ask_copy,
            "backups": self.backups,
            "why": self.why,
            "changed": self.tell_change,
            "quit": self._all.quit,
        }
        commands[verb]()

    # -- getting one -----------------------------------------------------------------------
    def ask_new(self) -> None:
        """Ask for a name and make a workspace there."""
        front = self._all.front()
        if front is not None:
            ask_save(front, self._tr, self._tr.say("New workspace"), self._proposal(), self.new)

    def new(self, path: Path) -> None:
        """Make a workspace file and show it."""
        self.show(lambda: new_desk(path, self._all.settings.person))

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        front = self._all.front()
        if front is not None:
            folder = usual_folder(self._all.settings.recent)
            ask_open(front, self._tr, self._tr.say("Open workspace"), folder, self.open)

    def _proposal(self) -> Path:
        """A name for a workspace that has none yet."""
        folder = usual_folder(self._all.settings.recent)
        return folder / f"{self._tr.say(NEW_NAME)}{SUFFIX}"

    def sample(self) -> None:
        """Show the sample, which belongs to no file."""
        self.show(lambda: sample_desk(self._all.settings.person))

    # -- keeping it ------------------------------------------------------------------------
    def save(self) -> None:
        """Everything is saved by itself: say so and offer to name the version, or help when it is
        not saved.
        """
        window = self._all.window
        if window is None:
            return
        path = window.desk.path
        if path is None:
            self.ask_save_as()
        elif window.desk.wait_saved(3.0):
            self.name_version(window)
        else:
            self.why()

    def name_version(self, window: MainWindow, typed: str = "") -> None:
        """Ask for a name, unless this state has one or may get none.

        Args:
            window: All of its workspace is in its file.
            typed: What was typed already.
        """
        from missiondesk.ui.version_dialog import VersionDialog

        desk, say = window.desk, self._tr.say
        saved = say("Everything is saved in {file}.", file=desk.path.name if desk.path else "")
        named = desk.versions.current() if desk.versions.offered else None
        if named is not None:
            told = f"{saved} {say('It is the version “{name}”.', name=named.about)}"
            window.hub.say(told)
        elif desk.versions.offered:
            proposal = self._tr.moment(now().astimezone())
            asking = VersionDialog(desk, window.hub, self._tr, saved, proposal, window)
            if typed:
                asking.type_again(typed)
            asking.open()
        else:
            window.hub.say(saved)

    def ask_save_as(self) -> None:
        """Ask for another file and go on there."""
        self._ask(self._tr.say("Save as"), self.save_as)

    def save_as(self, path: Path) -> None:
        """Go on in another file."""
        window = self._all.window
        if window is None:
            return
        try:
            window.desk.save_as(path)
        except Unavailable as why:
            self.tell(why)
            return
        note_opened(self._all, window.desk)
        window.named_anew()
        window.hub.say(self._tr.say("The workspace is now {file}.", file=path.name))

    def ask_copy(self) -> None:
        """Ask for a file to write a copy to."""
        self._ask(self._tr.say("Save a copy"), self.copy)

    def copy(self, path: Path) -> None:
        """Write the workspace as it is to another file, and go on in the present one."""
        from missiondesk.services.atomic_files import write_whole

        window = self._all.window
        if window is None:
            return
        source = window.desk.path
        if source is None:
            self.save_as(path)
            return
        hub, say = window.hub, self._tr.say
        if path.exists():
            hub.say(say("“{file}” is there already. It was not changed.", file=path.name))
            return
        if not window.desk.read_only and not window.desk.wait_saved(3.0):
            self.why()  # the file is older than what is on the screen
            return
        try:
            write_whole(path.parent, path.name, source.read_bytes())
        except OSError as error:
            hub.say(say("The copy could not be written: {why}.", why=obstacle(error)))
        else:
            hub.say(say("A copy was written: {file}", file=path.name))

    def backups(self) -> None:
        """Show the backups of the workspace."""
        from missiondesk.ui.backup_actions import BackupActions

        BackupActions(self._all, self.show).open()

    def _ask(self, title: str, chosen: Callable[[Path], object]) -> None:
        window = self._all.window
        if window is not None:
            ask_save(window, self._tr, title, window.desk.path or self._proposal(), chosen)

    # -- saying no -------------------------------------------------------------------------
    def why(self) -> None:
        """Why the newest steps are not in a file, and the ways out."""
        if self._all.window is not None:
            _unsaved(self, self._all.window).open()

    def tell_change(self) -> None:
        """Somebody else has changed the file on the disk."""
        if self._all.window is not None:
            _unsaved(self, self._all.window).tell_change()


def carry_out(application: Application, verb: str, what: str) -> None:
    """Do what a window asks of the application, on workspaces, who may open them, and the next
    start.
    """
    if verb == "forget":
        application.remember(application.settings.forgotten(what))
        if application.start_window is not None:
            application.start_window.speak(application.tr_, application.settings.recent)
    elif verb == "resume":
        application.remember(application.settings._replace(resume=what == "on"))
    elif verb in CONFIDENTIAL_VERBS:
        ConfidentialActions(application).do(verb, what)
    else:
        WorkspaceActions(application).do(verb)


def _unsaved(actions: WorkspaceActions, window: MainWindow) -> Unsaved:
    from missiondesk.ui.own_file import OwnFile
    from missiondesk.ui.unsaved import Unsaved

    together = OwnFile(window, actions.tell).begin
    return Unsaved(window, window.tr_, actions.ask_save_as, together)
