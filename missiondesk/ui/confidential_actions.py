# SPDX-License-Identifier: Apache-2.0
"""The commands on who may open a workspace: its passphrase, making it confidential, the lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from missiondesk.domain.message import N_
from missiondesk.domain.step import Verb
from missiondesk.services.saving import Reason, Unavailable
from missiondesk.ui.opened_lately import note_opened
from missiondesk.ui.tasks import Cancelled

if TYPE_CHECKING:
    from missiondesk.services.confidential import Act
    from missiondesk.services.desk import Desk
    from missiondesk.ui.application import Application
    from missiondesk.ui.confidential.making import MakeConfidential, MakePlain
    from missiondesk.ui.confidential.openings import Openings

_TOLD = {
    Verb.MAKE_CONFIDENTIAL: N_("The workspace is confidential: it opens with a passphrase only."),
    Verb.MAKE_PLAIN: N_("The workspace is plain: everyone who has the file can read it."),
    Verb.ADD_PASSPHRASE: N_("The passphrase was added."),
    Verb.CHANGE_PASSPHRASE: N_("The passphrase was changed."),
    Verb.REMOVE_PASSPHRASE: N_("It opens the workspace no more."),
    Verb.MAKE_RECOVERY_KEY: N_("The workspace has a new recovery key."),
}
CONFIDENTIAL_VERBS = (
    "lock",
    "lock_after",
    "captured",
    "make_confidential",
    "make_plain",
    "openings",
)


class ConfidentialActions:
    """Made for one command; the application holds what lasts."""

    def __init__(self, application: Application) -> None:
        self._all = application
        self._tr = application.tr_

    def do(self, verb: str, what: str = "") -> None:
        """Do one of `CONFIDENTIAL_VERBS`."""
        commands: dict[str, Callable[[], object]] = {
            "lock": self._all.locking.lock,
            "lock_after": lambda: self.lock_after(int(what)),
            "captured": lambda: self.show_in_captures(what == "on"),
            "make_confidential": self.make_confidential,
            "make_plain": self.make_plain,
            "openings": self.openings,
        }
        commands[verb]()

    def lock_after(self, minutes: int) -> None:
        """Lock confidential workspaces when nobody has been there for so long."""
        self._all.remember(self._all.settings._replace(lock_after=minutes))
        self._all.locking.attend()

    def show_in_captures(self, on: bool) -> None:
        """Let confidential workspaces be seen in screenshots and on shared screens, or no more."""
        self._all.remember(self._all.settings._replace(captured=on))
        self._all.locking.attend()

    def make_confidential(self) -> None:
        """Ask for the first passphrase and make the workspace confidential."""
        from missiondesk.ui.confidential.making import MakeConfidential

        self._act(MakeConfidential)

    def make_plain(self) -> None:
        """Ask for a passphrase once more and make the workspace plain again."""
        from missiondesk.ui.confidential.making import MakePlain

        self._act(MakePlain)

    def openings(self) -> None:
        """Show who can open the workspace, and change it."""
        from missiondesk.ui.confidential.openings import Openings

        self._act(Openings)

    def _act(self, kind: type[MakeConfidential | MakePlain | Openings]) -> None:
        window = self._all.window
        if window is not None:
            kind(window.desk, window.hub, self._tr, self._done, window).open()

    def _done(self, act: Act) -> None:
        """The act was carried out: the window, the lists and the lock follow."""
        window = self._all.window
        if window is None:
            return
        note_opened(self._all, window.desk)
        self._all.locking.attend()
        window.named_anew()
        window.hub.say(self._tr.say(_TOLD[act.verb]))
        window.hub.tasks.run(
            self._tr.say("Writing the backups anew"),
            lambda _progress: window.desk.confidential.follow_up(),
            self._followed,
            self._stopped,
            window,
            show=True,
        )

    def _followed(self, left: int) -> None:
        if left and self._all.window is not None:
            said = self._tr.plural(
                "{count} backup could not be written anew and is as it was.",
                "{count} backups could not be written anew and are as they were.",
                left,
            )
            self._all.window.hub.say(said)

    @staticmethod
    def _stopped(error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            raise error


def ask_passphrase(
    application: Application,
    name: str,
    make: Callable[[str], Desk],
    shown: Callable[[Desk], object],
    say_no: Callable[[Unavailable], object],
) -> None:
    """Ask for the passphrase of a confidential file and open it.

    Args:
        application: Where it is shown.
        name: What the file is called.
        make: Makes the desk with a passphrase.
        shown: Puts it on the screen.
        say_no: Says why it cannot be opened, when the passphrase is not the reason.
    """
    from missiondesk.ui.confidential.unlock_panel import UnlockDialog

    tr = application.tr_

    def attempt(passphrase: str) -> str | None:
        later = QTimer.singleShot
        application.busy(True)
        try:
            desk = make(passphrase)
        except Unavailable as why:
            if why.reason is Reason.WRONG_KEY:
                return tr.tell(why.message)
            later(0, application, partial(say_no, why))
            return None
        finally:
            application.busy(False)
        # When the dialog has gone, so that it does not go with the window it stands over.
        later(0, application, lambda: shown(desk))
        return None

    UnlockDialog(tr, name, attempt, application.front()).open()
