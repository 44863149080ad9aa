# SPDX-License-Identifier: Apache-2.0
"""Reads JSON-stat files."""

from __future__ import annotations

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.table import StatisticalTable


def recognises(head: bytes) -> bool:
    """Whether a file begins as JSON-stat files do."""
    return False


def read(data: bytes, name: str) -> tuple[StatisticalTable, ...]:
    """Read the file."""
    raise Refused(N_("The file is not text."))
