# SPDX-License-Identifier: Apache-2.0
"""Metric sheets, stocktake packs, quarterly reports and roadmaps as jobs for any thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.roadmap import Roadmap
from missiondesk.domain.stocktake import Stocktake
from missiondesk.language import Translator
from missiondesk.services.document_kinds import Order, file_name
from missiondesk.services.metric_sheet import metric_sheet
from missiondesk.services.open_data import open_data
from missiondesk.services.plotting import trajectory_plot
from missiondesk.services.print_plan import FileBeside, PrintJob
from missiondesk.services.publication import published
from missiondesk.services.quarterly_report import last_quarter, quarterly_report, reported
from missiondesk.services.report_plots import report_plots
from missiondesk.services.roadmap import roadmap_of, shown_missions
from missiondesk.services.stocktake_pack import missions_of, stocktake_pack, with_cutoff
from missiondesk.services.stocktakes import Stocktakes

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def metric_sheet_job(order: Order) -> PrintJob:
    """The sheet of the key metric of the mission that the order names."""
    now, tr = order.now, order.tr
    mission = now.get(Mission, order.subject)
    assert mission is not None
    content = metric_sheet(now, mission, tr, order.public)
    plot = trajectory_plot(now, mission.id, tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.metric_sheet import print_metric_sheet

        return print_metric_sheet(content, plot)

    name = order.named(tr.say_in("file name", "metric-sheet"), mission.code)
    return PrintJob(name, content.head.title, make)


def stocktake_job(order: Order) -> PrintJob:
    """The pack of the stocktake that the order names, with the data that it shows."""
    tr, stocktake = order.tr, order.session.the(Stocktake, order.subject)
    shown = with_cutoff(Stocktakes(order.session).seen(stocktake.id), stocktake)
    missions = missions_of(shown, stocktake)
    content = stocktake_pack(shown, stocktake, tr)
    plots = report_plots(shown, missions, tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.stocktake import print_stocktake

        return print_stocktake(content, plots)

    code = missions[0].code if stocktake.mission is not None and missions else ""
    name = order.named(tr.say_in("file name", "stocktake"), code, str(stocktake.number))
    return PrintJob(name, content.head.title, make)


def quarterly_job(order: Order) -> PrintJob:
    """The public report on the order's quarter, or the last one that is over, with its open data.

    Nothing but the published part of the situation is looked at.
    """
    tr = order.tr
    public = order.now if order.public else published(order.now)
    quarter = order.covering("quarter") or last_quarter(public)
    files = open_data(public, tr)
    content = quarterly_report(public, quarter, tr, files)
    plots = report_plots(public, reported(public), tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.quarterly import print_quarterly

        return print_quarterly(content, plots)

    words = (tr.say_in("file name", "quarterly-report"), str(quarter), order.language)
    beside = tuple(FileBeside(one.name, one.data) for one in files)
    return PrintJob(file_name(words), content.head.title, make, beside)


def for_a_wall(content: Roadmap, tr: Translator) -> Roadmap:
    """On a wall the chart is what counts; the tables below it stand on the smaller papers."""
    told = tr.say(
        N_("The A3 and A4 roadmaps show who governs the missions, and the coalition behind them.")
    )
    return replace(content, governance=(), escalation="", coalition=(), elsewhere=told)


def roadmap_job(order: Order, paper: str) -> PrintJob:
    """The roadmap of all missions or of one, on "A3" or "A4" landscape or as one sheet of "A2"."""
    tr = order.tr
    missions = shown_missions(order.now, order.subject or None)
    title, compose = roadmap_of(order.now, missions, tr, public=order.public)

    def content() -> Roadmap:
        return for_a_wall(compose(), tr) if paper == "A2" else compose()

    def make() -> PrintedDocument:
        from missiondesk.documents.roadmap import print_roadmap

        return print_roadmap(content(), paper)

    lane = missions[0].code if order.subject and missions else ""
    public = tr.say_in("file name", "public") if order.public else ""
    words = (tr.say_in("file name", "roadmap"), lane, public, paper, order.language)
    return PrintJob(file_name(words), title, make)
