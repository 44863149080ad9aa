# SPDX-License-Identifier: Apache-2.0
"""What the pictures of a parliament show: who sits where, and what is for and against."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass

# Places of the roles in a plot's ``roles``.
GOVERNMENT, SUPPORT, NEUTRAL, UNKNOWN, AGAINST = range(5)


@dataclass(frozen=True, slots=True)
class SeatGroup:
    """The seats of one party.

    Attributes:
        code: Its letter; "" for seats that nobody has entered.
        role: Place in the plot's ``roles``.
    """

    code: str
    name: str
    role: int
    seats: int


@dataclass(frozen=True, slots=True)
class HemicyclePlot:
    """The seats of a parliament in a half-circle.

    Attributes:
        roles: In government, supports, neutral, not known, against, in words and in that order.
        groups: From the left to the right.
        middle: What stands in the middle: "90 of 179".
        beside: What stands under it: that 90 decide.
        heads: Of the table: party, name, seats, role.
    """

    title: str
    subtitle: str
    roles: tuple[str, ...] = ()
    groups: tuple[SeatGroup, ...] = ()
    middle: str = ""
    beside: str = ""
    heads: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class MajorityRow:
    """One bar as long as the parliament is large.

    Attributes:
        groups: From those for it to those against it.
        needed: Seats that decide.
        value: Seats for it in words.
        note: The verdict in words, with its sign.
        tone: Of the note.
    """

    label: str
    detail: str
    groups: tuple[SeatGroup, ...]
    needed: int
    value: str = ""
    note: str = ""
    tone: str = "quiet"

    @property
    def size(self) -> int:
        """Seats of the bar."""
        return sum(one.seats for one in self.groups)

    def seats(self, role: int) -> int:
        """Seats of a role."""
        return sum(one.seats for one in self.groups if one.role == role)


@dataclass(frozen=True, slots=True)
class MajorityPlot:
    """Bars to the majority.

    Attributes:
        roles: As in `HemicyclePlot`.
        heads: Of the table's first and last columns: constellation, seats that decide, verdict.
    """

    title: str
    subtitle: str
    roles: tuple[str, ...] = ()
    rows: tuple[MajorityRow, ...] = ()
    heads: tuple[str, ...] = ()
    source: str = ""
