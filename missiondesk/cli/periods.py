# SPDX-License-Identifier: Apache-2.0
"""Periods as they are typed on the command line: what is none is told with an example."""

from __future__ import annotations

from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused


def asked_period(text: str | None) -> Period | None:
    """The period, or None where none was given.

    Raises:
        Refused: The text is no period.
    """
    if not text:
        return None
    try:
        return Period(text)
    except Refused:
        raise Refused(
            N_("“{text}” is no period; write it as 2026-Q2, 2026-H1 or 2026."),
            field="period",
            text=text,
        ) from None
