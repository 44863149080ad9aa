# SPDX-License-Identifier: Apache-2.0
"""RACI: who answers, leads, is heard and is told, on a mission, commitment, initiative or gate."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period


class Raci(Worded):
    """The four parts of a RACI matrix; exactly one is accountable for each item (G1)."""

    RESPONSIBLE = "responsible", N_("Carries out")
    ACCOUNTABLE = "accountable", N_("Accountable")
    CONSULTED = "consulted", N_("Consulted")
    INFORMED = "informed", N_("Informed")

    @property
    def letter(self) -> str:
        """R, A, C or I, the same in every language."""
        return {"responsible": "R", "accountable": "A", "consulted": "C", "informed": "I"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One letter in the matrix, from and to: one party on one item.

    Exactly one of `mission`, `commitment`, `initiative` and `gate` is the item, and one of `office`
    and `body` the party. What the mission, commitment and initiative say of their own office holds
    without a record here; a record adds to it.
    """

    id: str
    part: Raci = Raci.RESPONSIBLE
    mission: str | None = None
    commitment: str | None = None
    initiative: str | None = None
    gate: str | None = None
    office: str | None = None
    body: str | None = None
    valid_from: Period | None = None
    valid_to: Period | None = None
