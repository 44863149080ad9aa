# SPDX-License-Identifier: Apache-2.0
"""Portfolio review, gate memo and closing note on paper."""

from missiondesk.documents.portfolio.closing import print_closing_note
from missiondesk.documents.portfolio.memo import print_gate_memo
from missiondesk.documents.portfolio.review import print_portfolio_review

__all__ = ["print_closing_note", "print_gate_memo", "print_portfolio_review"]
