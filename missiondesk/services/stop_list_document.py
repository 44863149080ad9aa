# SPDX-License-Identifier: Apache-2.0
"""The stop list on paper: what was closed and why, what was learned and freed."""

from __future__ import annotations

from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.portfolio import recently_closed
from missiondesk.domain.register_content import RegisterContent
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.money_rows import amounts_and_whole
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.registers import register_job
from missiondesk.services.report_facts import said
from missiondesk.services.stop_list import freed_oere, freed_words, stopped


def stop_list_job(order: Order) -> PrintJob:
    """The stop list."""
    return register_job(order, stop_list, order.tr.say_in("file name", "stop-list"))


def stop_list(now: Situation, tr: Translator, public: bool) -> RegisterContent:
    """What was closed, the newest first.

    Args:
        now: The situation; for a public list the published one.
    """
    rows = stopped(now)
    recent = len(recently_closed(rows, now.today))
    finding = tr.say(N_("Nothing has been closed."))
    if rows:
        parts = [
            tr.plural(
                "{count} initiative has been closed, {recent} within twelve months.",
                "{count} initiatives have been closed, {recent} within twelve months.",
                len(rows),
                recent=recent,
            )
        ]
        freed = freed_words(rows, tr)
        finding = " ".join((*parts, f"{freed[:1].upper()}{freed[1:]}." if freed else "")).strip()
    return RegisterContent(
        head=document_head(now, tr, tr.say(N_("Stop list")), public=public),
        finding=finding,
        counts=_freed_by_year(rows, tr),
        rows=Rows(
            tr.say(N_("What was closed")),
            (
                tr.say(N_("Initiative")),
                tr.say(N_("Closed")),
                tr.say(N_("Why")),
                tr.say(N_("What was learned")),
                tr.say(N_("Money freed")),
                tr.say(N_("Work years")),
            ),
            tuple(_row(now, one, tr) for one in rows),
            frozenset({4, 5}),
            empty=tr.say(N_("A living portfolio closes something every year.")),
        ),
        method=MethodNote(
            (tr.say(N_("Money freed is what closing sets free in the years ahead, as recorded.")),)
        ),
    )


def _row(now: Situation, one: Initiative, tr: Translator) -> tuple[str, ...]:
    mission = now.get(Mission, one.mission)
    name = f"{one.code} {one.title.in_language(tr.lang)}"
    missing = tr.say(N_("not recorded"))
    return (
        tr.say(N_("{name} ({mission})"), name=name, mission=mission.code) if mission else name,
        said(one.stage_since, tr),
        one.closing_reason.in_language(tr.lang) or missing,
        one.learned.in_language(tr.lang) or missing,
        tr.money(freed_oere(one)) if one.freed else "–",
        tr.number(one.freed_fte) if one.freed_fte is not None else "–",
    )


def _freed_by_year(rows: tuple[Initiative, ...], tr: Translator) -> Rows:
    """Money freed by year, the sum last; empty where nothing was freed."""
    years: dict[int, int] = {}
    for one in rows:
        for money in one.freed:
            years[money.year] = years.get(money.year, 0) + money.oere
    freed = [(str(year), oere) for year, oere in sorted(years.items()) if oere]
    total = len(freed) > 1
    told = amounts_and_whole(freed, sum(years.values()), tr)
    head = (tr.say(N_("Year")), tr.say(N_("Money freed")))
    return Rows(tr.say(N_("Money freed by year")), head, tuple(told), frozenset({1}), total=total)
