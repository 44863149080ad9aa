# SPDX-License-Identifier: Apache-2.0
"""Money of the talks: what proposals cost, what pays for them, and packages traded together."""

from __future__ import annotations

from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.negotiation import Audience
from missiondesk.domain.wording import Wording


class LineKind(Worded):
    """Which way the money goes."""

    EXPENSE = "expense", N_("Expense")
    FINANCING = "financing", N_("Pays for it")


class Certainty(Worded):
    """How sure an amount is."""

    DECIDED = "decided", N_("Calculated by the ministry of finance")
    ESTIMATED = "estimated", N_("Estimated")
    ASSUMED = "assumed", N_("Assumed")


@dataclass(frozen=True, slots=True)
class FinancingLine:
    """One line of the financing table.

    Attributes:
        clause: Id of the clause that it belongs to, or None.
        amounts: By year, in whole øre, never negative; ``kind`` says the way.
        permanent: For good (varigt), in whole øre; None while unknown.
        agreed_by: Ids of the parties that agree to it.
    """

    id: str
    kind: LineKind = LineKind.EXPENSE
    title: Wording = Wording()
    clause: str | None = None
    amounts: tuple[Money, ...] = ()
    permanent: int | None = None
    certainty: Certainty = Certainty.ESTIMATED
    source: str = ""
    agreed_by: tuple[str, ...] = ()
    audience: Audience = Audience.PARTIES


@dataclass(frozen=True, slots=True)
class Package:
    """Clauses and options that are traded together; seen by the secretariat alone."""

    id: str
    name: str = ""
    clauses: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    note: str = ""
