# SPDX-License-Identifier: Apache-2.0
"""The readiness check over the six takeaways: rules that read a situation and return findings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from missiondesk.domain.finding import Finding, by_weight
from missiondesk.domain.readiness import (
    aspirational,
    balanced,
    closed,
    commanded,
    equipped,
    gated,
    governed,
    joined,
    learned,
    measurable,
    owned,
    portfolio,
    responsible,
)
from missiondesk.domain.situation import Situation

# So many findings are looked for at once.
_PART: Final = 50

RULES = (
    *measurable.RULES,
    *aspirational.RULES,
    *owned.RULES,
    *learned.RULES,
    *portfolio.RULES,
    *joined.RULES,
    *balanced.RULES,
    *equipped.RULES,
    *governed.RULES,
    *gated.RULES,
    *closed.RULES,
    *responsible.RULES,
    *commanded.RULES,
)


def check(situation: Situation) -> tuple[Finding, ...]:
    """All findings, the worst first."""
    return by_weight([finding for part in check_in_parts(situation) for finding in part])


def check_in_parts(situation: Situation) -> Iterator[list[Finding]]:
    """The findings rule by rule, a few at a time, so that a check of many records can be taken in
    steps.
    """
    for rule in RULES:
        found = iter(rule(situation))
        while part := list(islice(found, _PART)):
            yield part
        yield []  # a rule that finds nothing has taken its time, too
