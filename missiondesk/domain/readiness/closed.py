# SPDX-License-Identifier: Apache-2.0
"""P8: what was closed says why, what was learned and freed, and what becomes of those concerned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.gates import lacks_to_close
from missiondesk.domain.initiative import Stage
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.readiness.subjects import finding
from missiondesk.domain.situation import Situation

# What a field of closing is called in a sentence.
LACKED: Final = {
    "closing_reason": N_("why it was closed"),
    "learned": N_("what was learned"),
    "freed": N_("how much money it frees"),
    "freed_fte": N_("how many work years it frees"),
    "after_staff": N_("what happens to the staff"),
    "after_users": N_("what happens to the users"),
    "after_money": N_("what happens to the money"),
}


def closed_in_order(situation: Situation) -> Iterator[Finding]:
    """P8: reason and learning each, and the first of what else it does not say."""
    for initiative in situation.initiatives:
        if initiative.stage is not Stage.CLOSED:
            continue
        lacking = lacks_to_close(initiative)
        more = [name for name in lacking if name not in ("closing_reason", "learned")]
        for field in (*(name for name in lacking if name not in more), *more[:1]):
            yield finding(
                situation,
                "P8",
                Severity.WARNING,
                initiative,
                message(N_("It was closed without saying {what}."), what=Message(LACKED[field])),
                message(N_("Fill it in on the stop list.")),
                field,
            )


RULES = (closed_in_order,)
