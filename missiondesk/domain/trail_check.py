# SPDX-License-Identifier: Apache-2.0
"""What checking the trail's chain of seals found: how long it is, where it ends and breaks."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """A Step that is not what was sealed, or that does not follow the one before it.

    Attributes:
        number: Its number in its trail.
        at: When it was written, as the file says; it may be that which was altered.
        who: By whom, as the file says.
        verb: What was done, as the file says; maybe no verb that is known.
        joined: It stands in a copy's trail that was put together with this workspace.
    """

    number: int
    id: str
    at: str
    who: str
    verb: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class TrailCheck:
    """Outcome of a check.

    Attributes:
        steps: How many Steps the trail has.
        head: Seal of the last one, "" while there is none; by it a print is compared with a file.
        adopted: How many of them were written without seals and sealed later, at their migration.
        purged: How many hold something that a purge erased.
        broken: The Steps that are not as they were sealed, in their order.
        astray: Records that are not as the trail tells, as (kind, id).
    """

    steps: int
    head: str
    adopted: int = 0
    purged: int = 0
    broken: tuple[Broken, ...] = ()
    astray: tuple[tuple[str, str], ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.broken and not self.astray


def in_groups(seal: str, most: int = 64) -> str:
    """A seal in groups of four digits, to be read aloud and compared with a print."""
    shown = seal[:most]
    return " ".join(shown[start : start + 4] for start in range(0, len(shown), 4))
