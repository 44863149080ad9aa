# SPDX-License-Identifier: Apache-2.0
"""How the axis names its quarters: the head writes them, and the legend explains the same."""

from __future__ import annotations

from missiondesk.documents.escaping import runs, runs_width
from missiondesk.documents.roadmap.axis import SHORT_QUARTER
from missiondesk.documents.roadmap.painting import SMALL
from missiondesk.documents.roadmap.workshop import Workshop

INDENT = 4.0  # points from a quarter's beginning to its name


def quarter_names(workshop: Workshop) -> list[str]:
    """Names of the quarters; only their numbers where one of them has no room for more."""
    tr, quarters = workshop.tr, workshop.axis.quarters(SHORT_QUARTER)
    names = [tr.say("Q{quarter}", quarter=quarter.number) for quarter in quarters]
    short = any(
        runs_width(runs(name, workshop.missing), SMALL) + INDENT + 2 > each.right - each.left
        for name, each in zip(names, quarters, strict=True)
    )
    return [str(each.number) for each in quarters] if short else names


def quarter_sign(workshop: Workshop) -> str:
    """What stands for the quarters in the legend; empty where the axis does not name them."""
    names = quarter_names(workshop)
    if not names:
        return ""
    return "1–4" if names[0].isdigit() else workshop.tr.say("Q{quarter}", quarter=1)
