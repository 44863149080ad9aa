# SPDX-License-Identifier: Apache-2.0
"""Money of an initiative by source and year, one-off or permanent (varigt)."""

from __future__ import annotations

from missiondesk.domain.initiative import Money
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded


class FinanceSource(Worded):
    """Where money comes from."""

    FINANCE_ACT = "finance_act", N_("Finance Act")
    RESERVE = "reserve", N_("Reserve")
    REPRIORITISED = "reprioritised", N_("Reprioritised")
    EU = "eu", N_("EU funds")
    FOUNDATION = "foundation", N_("Foundation")
    BUSINESS = "business", N_("Private business")
    MUNICIPAL = "municipal", N_("Municipalities and regions' own")


class BudgetState(Worded):
    """How firm a budget line is."""

    PROPOSED = "proposed", N_("Proposed amount")
    AGREED = "agreed", N_("Agreed amount")
    APPROPRIATED = "appropriated", N_("Appropriated")


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One source's money for one initiative.

    Attributes:
        amounts: Øre by year.
        permanent: Øre a year that stay for good after the last year (varigt), or None for a line
            that ends.
        account: Account of the Finance Act, "§ 17.46.01".
    """

    id: str
    initiative: str = ""
    source: FinanceSource = FinanceSource.FINANCE_ACT
    account: str = ""
    state: BudgetState = BudgetState.PROPOSED
    amounts: tuple[Money, ...] = ()
    permanent: int | None = None
    note: str = ""
