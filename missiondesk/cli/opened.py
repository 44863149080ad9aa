# SPDX-License-Identifier: Apache-2.0
"""What verbs share that open a workspace: its passphrase, closing it without saving, and waiting
until it is saved.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.cli.passphrases import Passphrases
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.desk import Desk


def opened(arguments: Namespace, tr: Translator, *, read_only: bool) -> Desk:
    """Open the workspace that the verb names; a confidential one by its passphrase.

    Raises:
        Unavailable: As `missiondesk.services.workspaces.open_desk`.
        Refused: There is nobody to ask for the passphrase.
    """
    from missiondesk.services.workspaces import open_desk

    file: Path = arguments.file
    return Passphrases(arguments, tr).for_file(
        file, lambda told: open_desk(file, read_only=read_only, passphrase=told)
    )


class Discarding:
    """Closes a desk whose unsaved steps are not wanted: a report, or a change that was refused."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def close(self) -> None:
        """Give up what is not saved."""
        self.desk.close(discard=True)


def saved(desk: Desk) -> None:
    """Wait until the newest step is in the file.

    Raises:
        Unavailable: It cannot be written.
    """
    from missiondesk.services.saving import NotSaved, Reason, Unavailable

    desk.wait_saved(None)
    if isinstance(desk.saving, NotSaved):
        raise Unavailable.because(Reason.NOT_SAVED, desk.saving.why)
