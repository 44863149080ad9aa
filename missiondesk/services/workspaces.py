# SPDX-License-Identifier: Apache-2.0
"""Opens desks: a file that is there, a new one, or the sample that belongs to nobody."""

from __future__ import annotations

import getpass
import platform
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.message import N_
from missiondesk.domain.organisation import Ministry, Office, OfficeLevel
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk

if TYPE_CHECKING:
    from missiondesk.services.saving import Unavailable
    from missiondesk.store.store import Store

SUFFIX = ".mission"
SENDER = Wording("Statsministeriet", "Prime Minister's Office")
ADDRESS = "Prins Jørgens Gård 11\n1218 København K"


def open_desk(
    path: Path,
    who: str = "",
    read_only: bool = False,
    take_over: bool = False,
    passphrase: str | None = None,
    wait: bool = True,
) -> Desk:
    """Open the workspace file.

    Args:
        path: The file.
        who: Name that the trail gives; "" takes the system's user.
        read_only: Take no lock and write nothing.
        take_over: Take the lock although another machine holds it, by the user's decision.
        passphrase: Of a confidential workspace; its recovery key will do.
        wait: Look all of it over before returning; else the caller asks `Desk.require_sound`
            before anything of it is shown or written.

    Raises:
        Unavailable: It is not there, locked, damaged, newer, sealed, or no workspace.
    """
    from missiondesk.store.image import Opener
    from missiondesk.store.workspace import open_workspace

    desk = Desk(
        open_workspace(
            path,
            who or user_name(),
            read_only=read_only,
            take_over=take_over,
            opener=Opener(passphrase),
            wait=wait,
        )
    )
    desk.backups.begin()
    return desk


def may_be_taken_over(why: Unavailable) -> bool:
    """Whether another machine is said to have the file, and is not known to be at work in it."""
    holder = why.holder
    return holder is not None and holder.machine != platform.node() and not holder.at_work


def may_be_asked(why: Unavailable, who: str = "") -> bool:
    """Whether the lock names somebody else than the one who sits here.

    Args:
        who: The name that the trail would give; "" takes the system's user.
    """
    holder = why.holder
    here = (who or user_name(), platform.node())
    return holder is not None and (holder.person, holder.machine) != here


def open_apart(path: Path, who: str = "", passphrase: str | None = None) -> Desk:
    """Open what a file holds without the file, so that it can be worked on and saved elsewhere.

    Raises:
        Unavailable: It is not there, damaged, newer, sealed, or no workspace.
    """
    from missiondesk.store import workspace
    from missiondesk.store.image import Opener

    return Desk(workspace.open_apart(path, who or user_name(), Opener(passphrase)), kept=True)


def new_desk(
    path: Path, who: str = "", title: Wording | None = None, replace: bool = False
) -> Desk:
    """Create a workspace file with its secretariat and the Prime Minister's office, nothing else.

    Raises:
        Unavailable: The file is there already and ``replace`` is not set, or cannot be written.
    """
    desk = blank_desk(who, title or Wording(path.stem, path.stem))
    try:
        desk.save_as(path, replace=replace)
    except BaseException:
        desk.close(discard=True)
        raise
    return desk


def sample_desk(who: str = "") -> Desk:
    """The sample in memory: it can be tried freely and is never saved over a real file."""
    from missiondesk.services.sample import fill_sample
    from missiondesk.store.workspace import in_memory

    store = in_memory(who or user_name())
    fill_sample(store)
    return Desk(store)


def blank_desk(who: str = "", title: Wording | None = None) -> Desk:
    """A new workspace without a file."""
    from missiondesk.store.workspace import in_memory

    store = in_memory(who or user_name())
    set_up(store, title or Wording("Missionssekretariatet", "Mission secretariat"))
    return Desk(store)


def set_up(store: Store, title: Wording) -> None:
    """Write what every workspace begins with."""
    ministry = Ministry(identity.new_id(), code="STM", name=SENDER, address=ADDRESS)
    office = Office(
        identity.new_id(),
        ministry=ministry.id,
        title=Wording("Statsminister", "Prime Minister"),
        level=OfficeLevel.MINISTER,
    )
    secretariat = Secretariat(
        identity.new_id(), title=title, sender=SENDER, address=ADDRESS, contact="www.stm.dk"
    )
    with store.write(Verb.SET_UP, secretariat.id, str(title)) as unit:
        for record in (secretariat, ministry, office):
            unit.save(record)


def make_ready() -> None:
    """Import what opening a workspace needs, for a program that has a moment before it does."""
    import missiondesk.store.workspace  # noqa: F401


def make_ready_to_write() -> None:
    """Import what the first step needs, for a program whose user rests: SQLAlchemy above all."""
    import missiondesk.store.engine
    import missiondesk.store.erasing
    import missiondesk.store.steps
    import missiondesk.store.tables  # noqa: F401


def user_name() -> str:
    """The name that the trail gives when nobody said another: the system's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return N_("unknown")
