# SPDX-License-Identifier: Apache-2.0
"""The record of a purge: who decided to erase removed records from the trail for good, and why."""

from __future__ import annotations

from collections.abc import Iterable

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class Purge:
    """One purge; it stays when all that it erased is gone.

    Attributes:
        decided: The day of the decision.
        decided_by: Who decided.
        reason: Why.
        archival: The rule on what belongs to the archive was shown, and it was purged all the same.
        purged: The records as "kind:id"; nothing of what they said.
    """

    id: str
    decided: Period | None = None
    decided_by: str = ""
    reason: str = ""
    archival: bool = False
    purged: tuple[str, ...] = ()


def purged_keys(purges: Iterable[Purge]) -> frozenset[tuple[str, str]]:
    """All records that were purged, as (kind, id)."""
    named = (one.partition(":") for purge in purges for one in purge.purged)
    return frozenset((kind, key) for kind, _, key in named)
