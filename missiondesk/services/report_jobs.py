# SPDX-License-Identifier: Apache-2.0
"""Metric sheets, stocktake packs and quarterly reports as jobs that any thread may print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.situation import Situation
from missiondesk.domain.stocktake import Stocktake
from missiondesk.language import translator
from missiondesk.services.metric_sheet import metric_sheet
from missiondesk.services.open_data import open_data
from missiondesk.services.plotting import trajectory_plot
from missiondesk.services.print_plan import FileBeside, PrintJob
from missiondesk.services.publication import published
from missiondesk.services.quarterly_report import last_quarter, quarterly_report, reported
from missiondesk.services.report_plots import report_plots
from missiondesk.services.safe_names import safe_name
from missiondesk.services.stocktake_pack import missions_of, stocktake_pack, with_cutoff

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def metric_sheet_job(now: Situation, mission: Mission, language: str, public: bool) -> PrintJob:
    """The sheet of the mission's key metric.

    Args:
        now: The situation; for a public sheet the published one.
    """
    tr = translator(language)
    content = metric_sheet(now, mission, tr, public)
    plot = trajectory_plot(now, mission.id, tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.metric_sheet import print_metric_sheet

        return print_metric_sheet(content, plot)

    words = (
        tr.say_in("file name", "metric-sheet"),
        mission.code,
        tr.say_in("file name", "public") if public else "",
        language,
    )
    return PrintJob(file_name(words), content.head.title, make)


def stocktake_job(seen: Situation, stocktake: Stocktake, language: str) -> PrintJob:
    """The pack of a stocktake.

    Args:
        seen: The data that the stocktake shows.
    """
    tr, shown = translator(language), with_cutoff(seen, stocktake)
    missions = missions_of(shown, stocktake)
    content = stocktake_pack(shown, stocktake, tr)
    plots = report_plots(shown, missions, tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.stocktake import print_stocktake

        return print_stocktake(content, plots)

    words = (
        tr.say_in("file name", "stocktake"),
        missions[0].code if stocktake.mission is not None and missions else "",
        str(stocktake.number),
        language,
    )
    return PrintJob(file_name(words), content.head.title, make)


def quarterly_job(now: Situation, quarter: Period | None, language: str) -> PrintJob:
    """The public report on a quarter, with its open data beside it.

    Args:
        now: The whole situation; nothing but its published part is looked at.
        quarter: The last one that is over when not given.
    """
    tr, public = translator(language), published(now)
    quarter = quarter or last_quarter(public)
    files = open_data(public, tr)
    content = quarterly_report(public, quarter, tr, files)
    plots = report_plots(public, reported(public), tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.quarterly import print_quarterly

        return print_quarterly(content, plots)

    words = (tr.say_in("file name", "quarterly-report"), str(quarter), language)
    beside = tuple(FileBeside(one.name, one.data) for one in files)
    return PrintJob(file_name(words), content.head.title, make, beside)


def file_name(words: tuple[str, ...]) -> str:
    """The words, plainly spelled and apart by dashes, as the name of a PDF."""
    return f"{'-'.join(safe_name(word, 'x') for word in words if word)}.pdf"
