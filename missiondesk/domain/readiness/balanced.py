# SPDX-License-Identifier: Apache-2.0
"""P5, P6 and P10: the initiatives reach the target, the portfolio is mixed, the money adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from missiondesk.domain.budget import excesses
from missiondesk.domain.budget_line import BudgetLine
from missiondesk.domain.contribution import Cover, contributions
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.portfolio import LARGEST_SHARE, balance, dominant, recently_closed
from missiondesk.domain.portfolio_sides import Side
from missiondesk.domain.readiness.subjects import finding
from missiondesk.domain.situation import Situation

# A handful of initiatives is no portfolio whose balance could be judged.
LEAST_LIVE: Final = 5


def covers_the_gap(situation: Situation) -> Iterator[Finding]:
    """P5: the expected contributions of the live initiatives cover the way to the target."""
    for mission in situation.missions:
        if not mission.state.live:
            continue
        sums = contributions(situation, mission.id)
        if sums.cover is Cover.GAP and sums.estimated:
            said = message(N_("The initiatives do not cover the way to the target, even at best."))
        elif sums.cover is Cover.ONLY_AT_BEST:
            said = message(N_("The initiatives reach the target only if everything goes well."))
        else:
            continue
        mend = message(N_("Add or scale an initiative, or revise what they are expected to add."))
        yield finding(situation, "P5", Severity.NOTE, mission, said, mend)


def tried(situation: Situation) -> Iterator[Finding]:
    """P6: something is an idea or a pilot."""
    live = _live(situation)
    if live and not any(one.stage in (Stage.IDEA, Stage.PILOT) for one in live):
        said = message(N_("Nothing is being tried: no initiative is an idea or a pilot."))
        yield _of_all(situation, said)


def closed_lately(situation: Situation) -> Iterator[Finding]:
    """P6: something was closed within a year."""
    if _live(situation) and not recently_closed(situation.initiatives, situation.today):
        yield _of_all(situation, message(N_("Nothing has been closed within twelve months.")))


def balanced(side: Side, situation: Situation) -> Iterator[Finding]:
    """P6: no cell of this side holds most of the money."""
    most = dominant(balance(_live(situation), partial(side.cell, situation)))
    if most is not None and most.key:
        said = message(
            N_("More than {share} per cent of the money lies in one place, seen by {side}."),
            share=LARGEST_SHARE,
            side=Message(side.word),
        )
        yield _of_all(situation, said)


def within_the_frame(situation: Situation) -> Iterator[Finding]:
    """P10: the budget lines of a year stay within the frame of the initiative."""
    for initiative in situation.initiatives:
        lines = situation.referring(BudgetLine, "initiative", initiative.id)
        for one in excesses(initiative, lines):
            said = message(
                N_("The budget lines of {year} exceed the frame by {amount} kroner."),
                year=str(one.year),
                amount=(one.lines - one.frame) // 100,
            )
            mend = message(N_("Raise the frame by a decision, or lower the lines."))
            yield finding(situation, "P10", Severity.ERROR, initiative, said, mend, "frame")


def _live(situation: Situation) -> list[Initiative]:
    """The live initiatives; none when they are too few for a balance."""
    live = [one for one in situation.initiatives if one.stage is not Stage.CLOSED]
    return live if len(live) >= LEAST_LIVE else []


def _of_all(situation: Situation, said: Message) -> Finding:
    mend = message(N_("Look at the balance of the portfolio and decide what to start or close."))
    return finding(situation, "P6", Severity.NOTE, situation.secretariat, said, mend, "balance")


# A rule for each side: a check in turns pauses between them.
RULES: Final[tuple[Callable[[Situation], Iterator[Finding]], ...]] = (
    covers_the_gap,
    tried,
    closed_lately,
    *(partial(balanced, side) for side in Side),
    within_the_frame,
)
