# SPDX-License-Identifier: Apache-2.0
"""Copies of the workspace that lie on this machine: found in a folder by what they hold, and
deleted by a logged act.

The desk keeps no paths of copies: a file that somebody moves is found all the same, and no path
with a person's name travels in the trail. What was exported as a document is not a copy.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from missiondesk.domain.copy_names import is_copy_of
from missiondesk.domain.copy_sent import CopySent
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.lineage import Relation
from missiondesk.domain.message import N_, Message
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step, Verb
from missiondesk.services.backups import backup_root
from missiondesk.services.saving import Reason, Unavailable

if TYPE_CHECKING:
    from missiondesk.services.merging import Merging
    from missiondesk.services.session import Session

# A folder of this many workspaces is not one of copies; whoever has more chooses a smaller one.
MOST: Final = 500
_NAMED: Final = 300  # characters of names in the trail

WHAT_DELETING_IS: Final = N_(
    "Deleted copies do not go into the recycle bin of this machine. On an SSD, a USB stick or in a "
    "synchronised folder their contents may stay readable until the space is used again: only a "
    "passphrase of the copy or an encrypted disk guards against that. Backups, exported documents "
    "and copies on other machines stay."
)


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """A copy of the workspace that lies in a folder.

    Attributes:
        stamp: Size and time of the file as it was looked at.
        sent: The note of its sending, None for one that was made otherwise.
        more: How many steps it holds that are not here: deleting it loses them.
        closed: It has a passphrase of its own and was known by its name only.
    """

    path: Path
    stamp: tuple[int, int]
    sent: CopySent | None = None
    more: int = 0
    closed: bool = False

    @property
    def loses_nothing(self) -> bool:
        """Whether all that it holds is known to be here."""
        return not self.more and not self.closed


@dataclass(frozen=True, slots=True)
class Deletion:
    """What came of it.

    Attributes:
        step: That notes it, None when nothing was deleted.
        gone: The files that were deleted.
        left: Those that were not, with the reason.
    """

    step: Step | None
    gone: tuple[Path, ...]
    left: tuple[tuple[Path, Message], ...]


class WorkingCopies:
    """Finds and deletes them."""

    def __init__(self, session: Session, merging: Merging) -> None:
        self._session, self._merging = session, merging

    def find(
        self, folder: Path, report: Callable[[int, int, str], object] | None = None
    ) -> tuple[WorkingCopy, ...]:
        """The copies in a folder and those below it, by name; nothing is changed.

        The open workspace and the backups are none. What cannot be read is none either.

        Args:
            report: Told done, total and the file's name before each is looked at.

        Raises:
            Refused: There are more workspaces than can be looked at.
        """
        paths = sorted(self._workspaces(folder))
        if len(paths) > MOST:
            raise Refused(
                N_("There are more than {most} workspaces in the folder. Choose a smaller one."),
                most=MOST,
            )
        found = []
        for place, path in enumerate(paths):
            if report is not None:
                report(place, len(paths), path.name)
            one = self._look(path)
            if one is not None:
                found.append(one)
        return tuple(found)

    def delete(self, copies: Collection[WorkingCopy]) -> Deletion:
        """Delete these files and note it as one Step; one that somebody has open, or that is not
        as it was looked at, stays.

        Raises:
            Refused: Nothing is chosen, or this is a copy for comments.
            Unavailable: The workspace is open for reading only; nothing was deleted.
        """
        if not copies:
            raise Refused(N_("Choose the copies that are to be deleted."))
        self._require_writable()
        gone: list[Path] = []
        left: list[tuple[Path, Message]] = []
        for one in copies:
            try:
                _delete(one, self._session.store.who)
            except Unavailable as no:
                left.append((one.path, no.message))
            else:
                gone.append(one.path)
        step = self._note(gone) if gone else None
        return Deletion(step, tuple(gone), tuple(left))

    # -- inside ----------------------------------------------------------------------------
    def _require_writable(self) -> None:
        from missiondesk.store.copy_marks import require_meant, why_not_written

        store = self._session.store
        require_meant(store.mark, Verb.DELETE_COPIES)
        if store.read_only:
            raise Unavailable(Reason.READ_ONLY, why_not_written(store.mark))

    def _workspaces(self, folder: Path) -> Iterator[Path]:
        from missiondesk.services.workspaces import SUFFIX

        own, backups = self._session.store.path, backup_root()
        for parent, folders, names in os.walk(folder):
            here = Path(parent)
            folders[:] = [one for one in folders if not _same(here / one, backups)]
            for name in names:
                path = here / name
                if path.suffix.casefold() != SUFFIX or path.is_symlink() or _same(here, backups):
                    continue
                if own is None or not _same(path, own):
                    yield path

    def _look(self, path: Path) -> WorkingCopy | None:
        try:
            stamp = _stamp(path)
            found = self._merging.compare(path)
        except Unavailable as no:
            return self._by_name(path) if no.reason is Reason.SEALED else None
        except (Refused, OSError):
            return None
        if found.relation is Relation.UNRELATED:
            return None
        newer = found.relation in (Relation.NEWER, Relation.DIVERGED)
        sent = self._noted(found.mark.copy) if found.mark is not None else None
        return WorkingCopy(path, stamp, sent, found.theirs.steps if newer else 0)

    def _by_name(self, path: Path) -> WorkingCopy | None:
        """A copy that was closed for its way: its note is all that tells what it is."""
        for sent in self._session.store.all(CopySent):
            stem = Path(sent.file_name).stem
            if sent.sealed and (path.stem == stem or is_copy_of(path.stem, stem)):
                return WorkingCopy(path, _stamp(path), sent, closed=True)
        return None

    def _noted(self, key: str) -> CopySent | None:
        return self._session.store.get(CopySent, key)

    def _note(self, gone: list[Path]) -> Step | None:
        # Names without their folders: the trail travels, and folders are named after people.
        names = ", ".join(path.name for path in gone)
        about = names if len(names) <= _NAMED else f"{names[: _NAMED - 1]}…"
        with self._session.write(Verb.DELETE_COPIES, "", f"{len(gone)}: {about}") as unit:
            pass
        return unit.step


def _delete(one: WorkingCopy, who: str) -> None:
    """Delete the file while nobody has it.

    Raises:
        Unavailable: Somebody has it open, it is another file now, or it cannot be deleted.
    """
    from missiondesk.store.claim import claim
    from missiondesk.store.unavailable import from_os

    target = claim(one.path, who)
    try:
        if _stamp(one.path) != one.stamp:
            raise Unavailable(
                Reason.CHANGED_ON_DISK,
                N_("“{file}” was changed since it was looked at, so it was not deleted."),
                file=one.path.name,
            )
        one.path.unlink()
    except OSError as error:
        raise from_os(error, one.path.name) from error
    finally:
        target.release()


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other
