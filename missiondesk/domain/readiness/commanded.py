# SPDX-License-Identifier: Apache-2.0
"""G2: the chain of command of every running initiative is complete and goes in no circle.

Each missing link is told once, with the initiatives that hang on it, at the record where it is
mended. Who leads an initiative is told by G1.
"""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain.chain import Gap, chain_of
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.mission import Mission
from missiondesk.domain.readiness.subjects import finding
from missiondesk.domain.situation import Situation

_RUNNING = (Stage.PILOT, Stage.SCALE, Stage.EMBED)


def mission_gaps(situation: Situation, mission: Mission) -> tuple[Gap, ...]:
    """The missing links of a mission, each once, from below; chains of one office are alike."""
    found: dict[tuple[str, str, object], Gap] = {}
    seen: set[str] = set()
    for initiative in situation.initiatives_of(mission.id):
        led_by = initiative.office
        if initiative.stage not in _RUNNING or led_by is None or led_by in seen:
            continue
        seen.add(led_by)
        for gap in chain_of(situation, initiative, mission, situation.today).gaps:
            if not isinstance(gap.record, Initiative):
                found.setdefault((gap.record.id, gap.field, gap.said), gap)
    return tuple(found.values())


def unbroken(situation: Situation) -> Iterator[Finding]:
    """G2: initiative, steering group, permanent secretary, minister, board: no gap, no circle."""
    told: set[tuple[str, str, object]] = set()
    for mission in situation.missions:
        if not mission.state.live:
            continue
        for gap in mission_gaps(situation, mission):
            place = (gap.record.id, gap.field, gap.said)
            if place in told:
                continue
            told.add(place)
            severity = Severity.ERROR if gap.circle else Severity.WARNING
            yield finding(
                situation, "G2", severity, gap.record, gap.said, gap.mend, gap.field or "bodies"
            )


RULES = (unbroken,)
