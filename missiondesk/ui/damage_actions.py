# SPDX-License-Identifier: Apache-2.0
"""A damaged file was to be opened: the newest whole backup is offered, and what can be recovered;
the file itself is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.services.damage import Offered, newest_backup, open_backup, recover
from missiondesk.services.salvage_words import offer_line, salvage_lines
from missiondesk.services.saving import Reason, Unavailable
from missiondesk.ui.confidential_actions import ask_passphrase
from missiondesk.ui.notices import Notice
from missiondesk.ui.salvage_report import SalvageReport

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk
    from missiondesk.ui.application import Application
    from missiondesk.ui.main_window import MainWindow
    from missiondesk.ui.opening import Opening


class DamageActions:
    """Made for one file.

    Args:
        actions: Put desks on the screen, or say why that cannot be.
    """

    def __init__(self, application: Application, path: Path, actions: Opening) -> None:
        self._all, self._path, self._actions = application, path, actions
        self._tr = application.tr_

    def open(self, why: Unavailable) -> None:
        """Say what is the matter, what is safe, and the ways out."""
        say = self._tr.say
        offered = newest_backup(self._path.absolute())
        over = say(
            "The file is no longer a workspace: something wrote over it. It is left as it is."
        )
        gone = why.reason is Reason.NOT_A_WORKSPACE
        sentences = [over if gone else self._tr.tell(why.message)]
        buttons: list[tuple[str, Callable[[], object]]] = []
        if offered is not None:
            sentences.append(offer_line(offered, self._tr))
            buttons.append((say("Open the newest backup"), lambda: self.open_backup(offered)))
        else:
            sentences.append(say("There is no backup of it on this machine."))
        if why.reason is not Reason.EMPTY:
            buttons.append((say("Recover what can be read"), self.recover))
        Notice(
            say("“{file}” is damaged.", file=self._path.name),
            sentences,
            self._all.front(),
            close=say("Leave it"),
            buttons=buttons,
            name="damage",
        ).open()

    def open_backup(self, offered: Offered) -> None:
        """Show the backup by itself, without a file; of a confidential one, by its passphrase."""
        backup, who, tr = offered.backup, self._all.settings.person, self._tr

        def shown(window: MainWindow) -> None:
            window.hub.say(
                tr.say(
                    "This is the backup of {moment}, without a file. Save it under a new name to "
                    "keep it.",
                    moment=tr.moment(backup.made),
                )
            )

        self._bring_up(lambda told: open_backup(backup, who, told), shown)

    def recover(self) -> None:
        """Show what validates as a new workspace, with the report on what is lost."""
        lines: list[str] = []

        def make(passphrase: str | None) -> Desk:
            desk, done = recover(self._path, self._all.settings.person, passphrase)
            lines.extend(salvage_lines(done, self._path.name, self._tr))
            return desk

        def shown(window: MainWindow) -> None:
            save_as = partial(self._all.do, "save_as")
            SalvageReport(lines, self._path, self._tr, save_as, window).open()

        self._bring_up(make, shown)

    def _bring_up(
        self, make: Callable[[str | None], Desk], shown: Callable[[MainWindow], object]
    ) -> None:
        """Make a desk, with a passphrase where it takes one, and say in its window what it is."""

        def bring_up(desk: Desk) -> None:
            self._actions.bring_up(desk)
            if self._all.window is not None:
                shown(self._all.window)

        self._all.busy(True)
        try:
            desk = make(None)
        except Unavailable as why:
            if why.reason is Reason.SEALED:
                ask_passphrase(self._all, self._path.name, make, bring_up, self._actions.tell)
            else:
                self._actions.tell(why)
            return
        finally:
            self._all.busy(False)
        bring_up(desk)
