# SPDX-License-Identifier: Apache-2.0
"""The columns of the sourcing plan."""

from __future__ import annotations

from collections.abc import Callable

from missiondesk.domain.skill import SourcingAction, SourcingState
from missiondesk.language import Translator
from missiondesk.services.skills_overview import plain
from missiondesk.ui.widgets.table import Column

Said = Callable[[SourcingAction], str]
_SIGNS = {
    SourcingState.PLANNED: "○",
    SourcingState.AGREED: "◑",
    SourcingState.RUNNING: "●",
    SourcingState.DONE: "✓",
    SourcingState.DROPPED: "✗",
}


def sourcing_columns(
    tr: Translator, label: Said, served: Said, worst: Said
) -> list[Column[SourcingAction]]:
    """What is sourced, how, when and at what cost.

    Args:
        tr: The screen's language.
        label: The skill in words.
        served: Whose need it serves.
        worst: What was found about it, in words.
    """
    return [
        Column(
            tr.say("Skill"),
            label,
            detail=served,
            stretch=1,
            width=180,
            wrap=True,
            strong=True,
        ),
        Column(
            tr.say("How"),
            lambda it: tr.show(it.kind),
            detail=lambda it: it.provider,
            detail_lines=3,
            stretch=1,
            width=150,
            wrap=True,
            folds=4,
        ),
        Column(
            tr.say("Work years"),
            lambda it: tr.number(plain(it.fte)),
            right=True,
            detail=lambda it: tr.say("level {level}", level=it.level),
            sort=lambda it: it.fte,
            folds=2,
        ),
        Column(
            tr.say("When"),
            lambda it: tr.period(it.start) if it.start else tr.say("not dated"),
            detail=lambda it: tr.say("until {date}", date=it.end) if it.end else "",
            sort=lambda it: it.start.first if it.start else None,
            folds=3,
        ),
        Column(
            tr.say("Cost"),
            lambda it: tr.money(it.cost) if it.cost is not None else "–",
            right=True,
            sort=lambda it: it.cost,
            folds=1,
        ),
        Column(
            tr.say("State"),
            lambda it: f"{_SIGNS[it.state]}\u00a0{tr.show(it.state)}",
            detail=worst,
            sort=lambda it: list(SourcingState).index(it.state),
        ),
    ]
