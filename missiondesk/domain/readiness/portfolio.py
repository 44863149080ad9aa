# SPDX-License-Identifier: Apache-2.0
"""P1, P9 and P10: initiatives can be steered and closed, none stands outside a mission, and the
money is not of years gone by.
"""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.initiative import Stage
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.readiness.subjects import finding, judged
from missiondesk.domain.situation import Situation

_REQUIRED: tuple[tuple[str, str], ...] = (
    ("hypothesis", N_("a hypothesis")),
    ("contribution", N_("an expected contribution to the key metric")),
    ("kill_criteria", N_("kill criteria")),
    ("gate_due", N_("a date for the next decision")),
)


def steerable(situation: Situation) -> Iterator[Finding]:
    """P1: beyond the idea an initiative has hypothesis, contribution, kill criteria and gate
    date.
    """
    for initiative in situation.initiatives:
        if initiative.stage in (Stage.IDEA, Stage.CLOSED):
            continue
        for field, what in _REQUIRED:
            value = getattr(initiative, field)
            if value is not None and value != "" and (field == "contribution" or value):
                continue
            yield finding(
                situation,
                "P1",
                Severity.WARNING,
                initiative,
                message(N_("The initiative lacks {what}."), what=Message(what)),
                message(N_("Fill in the field, or move the initiative back to the idea stage.")),
                field,
            )


def no_orphans(situation: Situation) -> Iterator[Finding]:
    """P9: no initiative without a mission and no mission without initiatives."""
    for initiative in situation.initiatives:
        if initiative.mission is None and initiative.stage is not Stage.CLOSED:
            yield finding(
                situation,
                "P9",
                Severity.WARNING,
                initiative,
                message(N_("The initiative serves no mission.")),
                message(N_("Place it under a mission, or close it.")),
                "mission",
            )
    for mission in situation.missions:
        if not judged(mission):
            continue
        live = [it for it in situation.initiatives_of(mission.id) if it.stage is not Stage.CLOSED]
        if not live:
            yield finding(
                situation,
                "P9",
                Severity.WARNING,
                mission,
                message(N_("The mission has no initiative.")),
                message(N_("Add the first initiative.")),
            )


def money_ahead(situation: Situation) -> Iterator[Finding]:
    """P10: the money of an agreed mission does not lie in past years only."""
    for mission in situation.missions:
        if not mission.state.live:
            continue
        live = [it for it in situation.initiatives_of(mission.id) if it.stage is not Stage.CLOSED]
        years = [money.year for initiative in live for money in initiative.frame]
        if years and max(years) < situation.today.year:
            yield finding(
                situation,
                "P10",
                Severity.NOTE,
                mission,
                message(N_("All the money of the mission lies in past years.")),
                message(N_("Enter the frames that are agreed from this year on.")),
            )


RULES = (steerable, no_orphans, money_ahead)
