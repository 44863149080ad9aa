# SPDX-License-Identifier: Apache-2.0
"""Second copies beside the workspace, as synchronisers leave them, that hold something more."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from missiondesk.domain.copy_names import is_copy_of
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.lineage import Relation
from missiondesk.domain.refused import Refused
from missiondesk.services.saving import Unavailable

if TYPE_CHECKING:
    from missiondesk.services.merging import Comparison, Doings, Merging
    from missiondesk.services.session import Session

# A folder in which a synchroniser went wrong can hold a hundred.
_MOST: Final = 10


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """A copy beside the workspace with steps that the workspace does not have."""

    path: Path
    doings: Doings
    conflicts: int


class ConflictCopies:
    """Looks for them in the folder of the open workspace."""

    def __init__(self, session: Session, merging: Merging) -> None:
        self._session, self._merging = session, merging

    def beside(self) -> tuple[Path, ...]:
        """Files that by their name may be copies, newest first; they are not read."""
        path = self._session.store.path
        if path is None:
            return ()
        found: list[tuple[float, Path]] = []
        with contextlib.suppress(OSError):
            for other in list(path.parent.iterdir()):
                if other.suffix == path.suffix and is_copy_of(other.stem, path.stem):
                    with contextlib.suppress(OSError):
                        found.append((other.stat().st_mtime, other))
        return tuple(other for _, other in sorted(found, reverse=True)[:_MOST])

    def look(self) -> tuple[ConflictCopy, ...]:
        """Those that hold steps which the workspace does not have; what cannot be read is none."""
        found = []
        for path in self.beside():
            with contextlib.suppress(Unavailable, Refused):
                compared = self._merging.compare(path)
                if _more(compared):
                    conflicts = len(compared.conflicts)
                    found.append(ConflictCopy(path, compared.theirs, conflicts))
        return tuple(found)


def _more(found: Comparison) -> bool:
    if found.mark is not None:
        return False  # sent on purpose, and read in when it comes back
    return found.relation is Relation.DIVERGED or (
        found.relation is Relation.NEWER and bool(found.news)
    )
