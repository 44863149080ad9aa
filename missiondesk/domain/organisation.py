# SPDX-License-Identifier: Apache-2.0
"""Ministries, offices and who holds them; titles change with every reshuffle, so all of it has
dates.
"""

from __future__ import annotations

from datetime import date

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class OfficeLevel(Worded):
    """Level of an office in the chain of command."""

    MINISTER = "minister", N_("Minister")
    PERMANENT_SECRETARY = "permanent_secretary", N_("Permanent secretary")
    OFFICIAL = "official", N_("Official")


@dataclass(frozen=True, slots=True)
class Ministry:
    """A ministry while it bears this name.

    Attributes:
        code: Short code, "BM".
        address: Postal address, one line each, without the name.
    """

    id: str
    code: str = ""
    name: Wording = Wording()
    address: str = ""
    valid_from: Period | None = None
    valid_to: Period | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post with its title while the title holds, "Beskæftigelsesminister"."""

    id: str
    ministry: str | None = None
    title: Wording = Wording()
    level: OfficeLevel = OfficeLevel.MINISTER
    valid_from: Period | None = None
    valid_to: Period | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who holds an office; no more is kept than a letter needs."""

    id: str
    name: str = ""
    first_name: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person in an office, from and to."""

    id: str
    office: str = ""
    person: str = ""
    valid_from: Period | None = None
    valid_to: Period | None = None


def holds_on(valid_from: Period | None, valid_to: Period | None, on: date) -> bool:
    """Whether ``on`` lies between the first day of ``valid_from`` and the last of ``valid_to``;
    None is open.
    """
    if valid_from is not None and on < valid_from.first:
        return False
    return valid_to is None or on <= valid_to.last
