# SPDX-License-Identifier: Apache-2.0
"""The columns of the list of needs."""

from __future__ import annotations

from collections.abc import Callable

from missiondesk.domain.skill import Criticality, SkillRequirement
from missiondesk.language import Translator
from missiondesk.services.skills_overview import plain
from missiondesk.services.skills_rows import NeedRow, owner_name
from missiondesk.ui.widgets.table import Column

_ORDER = {one: place for place, one in enumerate(Criticality)}


def need_columns(
    tr: Translator,
    need: Callable[[SkillRequirement], NeedRow],
    worst: Callable[[SkillRequirement], str],
) -> list[Column[SkillRequirement]]:
    """What is needed, by whom, when, and whether it is covered.

    Args:
        tr: The screen's language.
        need: The row of a requirement.
        worst: What was found about it, in words.
    """

    def label(it: SkillRequirement) -> str:
        skill = need(it).skill
        return skill.label.in_language(tr.lang) if skill else "?"

    return [
        Column(
            tr.say("Skill"),
            label,
            detail=lambda it: owner_name(need(it), tr),
            stretch=1,
            width=200,
            wrap=True,
            strong=True,
        ),
        Column(
            tr.say("Level"),
            lambda it: str(it.level),
            right=True,
            sort=lambda it: it.level,
            folds=3,
        ),
        Column(
            tr.say("Work years"),
            lambda it: tr.number(plain(it.fte)),
            right=True,
            sort=lambda it: it.fte,
            folds=2,
        ),
        Column(
            tr.say("When"),
            lambda it: tr.period(it.needed_from) if it.needed_from else tr.say("now"),
            detail=lambda it: tr.say("until {date}", date=it.needed_to) if it.needed_to else "",
            sort=lambda it: it.needed_from.first if it.needed_from else None,
            folds=4,
        ),
        Column(
            tr.say("Weight"),
            lambda it: tr.show(it.criticality),
            sort=lambda it: _ORDER[it.criticality],
            folds=1,
        ),
        _cover_column(tr, need, worst),
    ]


def _cover_column(
    tr: Translator,
    need: Callable[[SkillRequirement], NeedRow],
    worst: Callable[[SkillRequirement], str],
) -> Column[SkillRequirement]:
    def covered(it: SkillRequirement) -> str:
        if not need(it).live:
            return tr.say("○ not reckoned with")
        if need(it).since is None:
            return tr.say("✓ covered")
        return tr.say("■ {gap} missing", gap=plain(need(it).gap))

    def since(it: SkillRequirement) -> str:
        first = need(it).since
        begun = tr.say("from {quarter}", quarter=first) if first else ""
        return " · ".join(part for part in (begun, worst(it)) if part)

    return Column(
        tr.say("Covered"),
        covered,
        detail=since,
        detail_lines=4,
        stretch=1,
        width=170,
        wrap=True,
        colour=lambda it: "bad" if need(it).gap > 0 else "good",
        sort=lambda it: -need(it).gap,
    )
