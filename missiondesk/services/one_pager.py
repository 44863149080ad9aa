# SPDX-License-Identifier: Apache-2.0
"""Composes a mission's one page: what it is, how it stands, who, by what, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.one_pager_content import OnePagerContent, StageLine
from missiondesk.domain.organisation import Office
from missiondesk.domain.portfolio import money_of
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import titles_in_list
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.initiatives import by_code
from missiondesk.services.money_rows import amounts_and_whole
from missiondesk.services.plotting import trajectory_plot, with_brief_breaks
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.report_facts import MissionFacts, method_note

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

_OVER = (MilestoneStatus.MET, MilestoneStatus.MISSED)
_YEARS = 6  # from this one on, each with a line of its own
_UNSETTLED = (MissionState.IDEA, MissionState.PROPOSED)


def one_pager_job(order: Order) -> PrintJob:
    """The one page of the mission that the order names."""
    now, tr = order.now, order.tr
    mission = now.get(Mission, order.subject)
    assert mission is not None
    content = one_pager(now, mission, tr, order.public)
    plot = trajectory_plot(now, mission.id, tr)
    if plot is not None:
        plot = with_brief_breaks(now, plot, mission.id, tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.one_pager import print_one_pager

        return print_one_pager(content, plot)

    name = order.named(tr.say_in("file name", "one-pager"), mission.code)
    return PrintJob(name, content.head.title, make)


def one_pager(now: Situation, mission: Mission, tr: Translator, public: bool) -> OnePagerContent:
    """The page in one language.

    Args:
        now: The situation; for a public page the published one.
    """
    facts = MissionFacts(now, mission, tr)
    draft = mission.state in _UNSETTLED
    return OnePagerContent(
        head=document_head(
            now, tr, facts.name, (tr.say(N_("Mission on one page")), tr.show(mission.state)),
            public=public, draft=draft, code=mission.code,
        ),
        sentence=mission.sentence.in_language(tr.lang),
        narrative=mission.narrative.in_language(tr.lang),
        finding=facts.finding,
        standing=facts.standing(),
        chart=facts.chart_words(),
        milestones=tuple(_milestones(facts)),
        no_milestones=tr.say(N_("No milestone is ahead.")),
        who=tuple(row for row in _who(facts) if row[1]),
        initiatives=tuple(_stages(facts)),
        no_initiatives=tr.say(N_("The mission has no initiative.")),
        money=tuple(_money(facts)),
        no_money=tr.say(N_("No frame has been set.")),
        next_update=_next_update(facts),
        pointer=tr.say(
            N_("shortened; the whole text is with the secretariat")
            if public
            else N_("shortened; the whole text is in the workspace")
        ),
        method=method_note([facts], tr),
    )  # fmt: skip


def _milestones(facts: MissionFacts) -> list[str]:
    """Those not over, the earliest first, each with its date what is not as planned."""
    tr = facts.tr
    found = []
    for one in facts.now.milestones_of(facts.mission.id):
        if one.status in _OVER or not one.title.in_language(tr.lang).strip():
            continue
        late = one.due is not None and one.due.last < facts.now.today
        said = tr.say(
            N_("{date}: {title}"), date=one.due or tr.say(N_("no date yet")), title=one.title
        )
        words = [tr.show(one.status)] if one.status is not MilestoneStatus.PLANNED else []
        words += [tr.say(N_("overdue"))] if late else []
        found.append(f"{said} ({', '.join(words)})" if words else said)
    return found


def _who(facts: MissionFacts) -> list[tuple[str, str]]:
    tr, mission, now = facts.tr, facts.mission, facts.now
    holder = now.holder(mission.accountable_office, now.today)
    accountable = facts.responsible
    if accountable and holder is not None and holder.name:
        accountable = tr.say(N_("{title}, {name}"), title=accountable, name=holder.name)
    offices = (now.get(Office, one) for one in mission.co_offices)
    titles = [one.title.in_language(tr.lang) for one in offices if one is not None]
    shared = titles_in_list(titles, tr.lang)
    actors = [tr.show(one) for one in mission.actor_types]
    return [
        (tr.say(N_("Accountable")), accountable or tr.say(N_("nobody yet"))),
        (tr.say(N_("Together with")), ", ".join(filter(None, shared))),
        (tr.say(N_("For whom")), mission.target_group.in_language(tr.lang)),
        (tr.say(N_("Actors")), ", ".join(actors)),
    ]


def _stages(facts: MissionFacts) -> list[StageLine]:
    tr, known = facts.tr, by_code(facts.now.initiatives_of(facts.mission.id))
    lines = []
    for stage in Stage:
        found = [one for one in known if one.stage is stage]
        if found:
            word = tr.say(N_("{stage} ({count})"), stage=stage, count=len(found))
            lines.append(StageLine(word, tuple(_named(one, tr) for one in found)))
    return lines


def _named(initiative: Initiative, tr: Translator) -> str:
    return f"{initiative.code} {initiative.title.in_language(tr.lang)}".strip()


def _money(facts: MissionFacts) -> list[tuple[str, str]]:
    """Frames of all initiatives by year, and in all; years long past or far ahead together."""
    tr, this = facts.tr, facts.now.today.year
    years = money_of(facts.now.initiatives_of(facts.mission.id))
    near = {year: oere for year, oere in years.items() if this <= year < this + _YEARS}
    past = sum(oere for year, oere in years.items() if year < this)
    far = sum(oere for year, oere in years.items() if year >= this + _YEARS)
    rows = [(tr.say(N_("until {year}"), year=str(this - 1)), past)] if past else []
    rows += [(str(year), oere) for year, oere in near.items()]
    rows += [(tr.say(N_("from {year}"), year=str(this + _YEARS)), far)] if far else []
    return amounts_and_whole(rows, sum(years.values()), tr)


def _next_update(facts: MissionFacts) -> str:
    tr, now = facts.tr, facts.now
    parts = []
    if facts.following:
        parts.append(tr.say(N_("Next figure: {month}."), month=facts.following))
    ahead = [
        one
        for one in (*now.stocktakes_of(facts.mission.id), *now.stocktakes_of(""))
        if one.held.last >= now.today
    ]
    if ahead:
        first = min(ahead, key=lambda one: one.held.last)
        parts.append(tr.say(N_("Next stocktake: {date}."), date=first.held))
    return " ".join(parts) or tr.say(N_("No date has been set for the next figure."))
