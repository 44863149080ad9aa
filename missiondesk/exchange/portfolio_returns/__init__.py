# SPDX-License-Identifier: Apache-2.0
"""Yearly returns on a state's major projects, as the United Kingdom publishes them: one file a
year, each written another way; whatever a cell says is kept, read or not.
"""

from missiondesk.exchange.portfolio_returns.reading import (
    may_be_portfolio_return,
    read_portfolio_return,
)
from missiondesk.exchange.portfolio_returns.returned import (
    PortfolioReturn,
    ReturnedCell,
    ReturnedProject,
    Standing,
)
from missiondesk.exchange.portfolio_returns.workbook import read_portfolio_workbook

__all__ = [
    "PortfolioReturn",
    "ReturnedCell",
    "ReturnedProject",
    "Standing",
    "may_be_portfolio_return",
    "read_portfolio_return",
    "read_portfolio_workbook",
]
