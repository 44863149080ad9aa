# SPDX-License-Identifier: Apache-2.0
"""Composes a mission's skills plan: what is recorded, and what the portfolio's means point to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from missiondesk.domain.governance_content import SkillsContent
from missiondesk.domain.initiative import Initiative, Instrument, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.report_content import MethodNote, ReportHead, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import skills_plan_rows
from missiondesk.services.document_heads import document_head
from missiondesk.services.initiatives import by_code
from missiondesk.services.report_facts import MissionFacts
from missiondesk.services.skills_overview import skills_finding, supply_plot
from missiondesk.services.skills_rows import need_rows

if TYPE_CHECKING:
    from missiondesk.charts.supply_plot import SupplyPlot

# The starter list of skills for missions, by the means that calls for each.
_SKILLS: Final[dict[Instrument, tuple[str, ...]]] = {
    Instrument.LAW: (N_("Legislation and law-craft"),),
    Instrument.REGULATION: (N_("Legislation and law-craft"),),
    Instrument.FUNDING: (N_("Public finance"),),
    Instrument.SERVICE: (N_("Design and user research"),),
    Instrument.PROCUREMENT: (N_("Commissioning and procurement"),),
    Instrument.PARTNERSHIP: (N_("Partnership brokering"),),
    Instrument.DATA: (N_("Data and statistics"),),
    Instrument.ANALYSIS: (N_("Experiments and evaluation"),),
}
_OF_MISSION: Final = N_("Outcome measurement")
_OF_PORTFOLIO: Final = N_("Portfolio steering")
_OF_PILOTS: Final = N_("Experiments and evaluation")


def skills_plan(
    now: Situation, mission: Mission, tr: Translator, public: bool = False
) -> SkillsContent:
    """The plan in one language; what nobody has recorded yet is said to be so.

    Args:
        now: The situation; for a public plan the published one.
    """
    facts = MissionFacts(now, mission, tr)
    live = [one for one in by_code(now.initiatives_of(mission.id)) if one.stage is not Stage.CLOSED]
    pointed = _pointed(live, facts, tr)
    title = tr.say(N_("Skills plan: {name}"), name=facts.name)
    head = document_head(
        now, tr, title, (tr.show(mission.state),), public=public, code=mission.code
    )
    needs = need_rows(now, mission.id)
    if not needs:
        return _pointed_only(head, pointed, tr) if public else _nothing_recorded(head, pointed, tr)
    return SkillsContent(
        head=head,
        finding=f"{skills_finding(needs, tr)}.",
        needed=skills_plan_rows.needed(needs, tr),
        held=skills_plan_rows.held(now, mission, tr),
        sourcing=skills_plan_rows.sourcing(now, mission, needs, tr),
        experts=skills_plan_rows.experts(now, mission, tr),
        pointed=pointed,
        gaps=tuple(skills_plan_rows.gaps(now, mission, tr)),
        method=_method(tr),
    )


def skills_plot(now: Situation, mission: Mission, tr: Translator) -> SupplyPlot | None:
    """Need against have by quarter; None while nothing is needed."""
    return supply_plot(now, tr, mission.id) if need_rows(now, mission.id) else None


def _pointed_only(head: ReportHead, pointed: Rows, tr: Translator) -> SkillsContent:
    """The public plan: needs are recorded or not, but never published."""
    said = tr.plural(
        "The portfolio points to {count} skill.", "The portfolio points to {count} skills.",
        len(pointed.rows),
    )  # fmt: skip
    return SkillsContent(
        head=head, finding=said, pointed=pointed, method=MethodNote((_derived(tr),))
    )


def _nothing_recorded(head: ReportHead, pointed: Rows, tr: Translator) -> SkillsContent:
    said = tr.plural(
        "No skill is assessed yet; the portfolio points to {count} skill.",
        "No skill is assessed yet; the portfolio points to {count} skills.",
        len(pointed.rows),
    )
    return SkillsContent(
        head=head,
        finding=said,
        needed=Rows(
            title=tr.say(N_("Needs, levels, sourcing and experts")),
            empty=tr.say(N_("None of it is recorded for the mission yet.")),
        ),
        pointed=pointed,
        method=_method(tr),
    )


def _pointed(live: list[Initiative], facts: MissionFacts, tr: Translator) -> Rows:
    found: defaultdict[str, list[str]] = defaultdict(list)
    if facts.metric is not None:
        found[_OF_MISSION].append(tr.say(N_("the key metric")))
    if len(live) > 1:
        found[_OF_PORTFOLIO].append(
            tr.plural("{count} initiative", "{count} initiatives", len(live))
        )
    for one in live:
        reasons = _SKILLS[one.instrument] if one.instrument else ()
        pilot = (_OF_PILOTS,) if one.stage is Stage.PILOT else ()
        for skill in dict.fromkeys((*reasons, *pilot)):
            found[skill].append(f"{one.code} {one.title.in_language(tr.lang)}".strip())
    rows = [(tr.say(skill), "; ".join(why)) for skill, why in found.items()]
    return Rows(
        title=tr.say(N_("What the portfolio points to (derived)")),
        head=(tr.say(N_("Skill")), tr.say(N_("Because of"))),
        rows=tuple(rows),
        empty=tr.say(N_("Neither key metric nor initiatives point to a skill.")),
    )


def _method(tr: Translator) -> MethodNote:
    levels = tr.say(
        N_(
            "Levels: 0 none, 1 aware, 2 practises with help, 3 practises alone, 4 teaches others. "
            "Units and roles are assessed, never persons. Missing are the work years that are not "
            "there at the level needed, quarter by quarter (K1)."
        )
    )
    return MethodNote((levels, _derived(tr)))


def _derived(tr: Translator) -> str:
    return tr.say(
        N_(
            "What the portfolio points to is derived from the means of its initiatives; it is a "
            "place to begin, no assessment."
        )
    )
