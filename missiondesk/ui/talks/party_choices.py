# SPDX-License-Identifier: Apache-2.0
"""Parties as options of a form's fields."""

from __future__ import annotations

from missiondesk.domain.party import Party
from missiondesk.services.desk import Desk


def party_options(desk: Desk) -> list[tuple[str, str]]:
    """All parties by letter."""
    found = sorted(desk.situation.all(Party), key=lambda it: it.code)
    return [(one.id, f"{one.code} {one.name}".strip()) for one in found]
