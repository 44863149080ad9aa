# SPDX-License-Identifier: Apache-2.0
"""The stocktake pack on paper: the leader's page first."""

from missiondesk.documents.stocktake.printing import print_stocktake

__all__ = ["print_stocktake"]
