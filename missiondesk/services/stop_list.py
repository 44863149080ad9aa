# SPDX-License-Identifier: Apache-2.0
"""The stop list: what was closed and why, what was learned, and the money and people it freed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.portfolio import recently_closed
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator

if TYPE_CHECKING:
    from missiondesk.services.session import Session

_BEFORE_ALL = Period("0001")


class StopList:
    """Reads what was closed; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(self) -> tuple[Initiative, ...]:
        """What was closed, the newest first."""
        return stopped(self._session.situation)

    def headline(self, rows: Sequence[Initiative], tr: Translator) -> tuple[str, str]:
        """How much was closed within twelve months, and what all of it freed."""
        if not rows:
            return tr.say("Nothing has been closed yet"), tr.say(
                "A living portfolio closes something every year."
            )
        recent = len(recently_closed(rows, self._session.today))
        if recent:
            sentence = tr.plural(
                "{count} initiative was closed within twelve months",
                "{count} initiatives were closed within twelve months",
                recent,
            )
        else:
            sentence = tr.say("Nothing has been closed within twelve months")
        return sentence, freed_words(rows, tr)


def stopped(now: Situation) -> tuple[Initiative, ...]:
    """Closed initiatives, the newest first."""
    closed = [one for one in now.initiatives if one.stage is Stage.CLOSED]
    closed.sort(key=lambda one: one.code)
    closed.sort(key=lambda one: (one.stage_since or _BEFORE_ALL).last, reverse=True)
    return tuple(closed)


def freed_oere(initiative: Initiative) -> int:
    """Øre that it freed, over all years."""
    return sum(money.oere for money in initiative.freed)


def freed_words(rows: Sequence[Initiative], tr: Translator) -> str:
    """Money and work years that the initiatives freed, and how many say nothing of either."""
    money = sum(map(freed_oere, rows))
    people = sum((one.freed_fte for one in rows if one.freed_fte is not None), Decimal(0))
    silent = sum(not one.freed and one.freed_fte is None for one in rows)
    parts = []
    if money:
        parts.append(tr.say(N_("{money} freed"), money=tr.money(money)))
    if people:
        parts.append(tr.say(N_("{count} work years freed"), count=people))
    if silent:
        parts.append(
            tr.plural(
                "{count} says nothing of what it freed", "{count} say nothing of what they freed",
                silent,
            )
        )  # fmt: skip
    return " · ".join(parts)
