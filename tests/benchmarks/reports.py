# SPDX-License-Identifier: Apache-2.0
"""Reports, warm, against matplotlib's own PDF of nothing but their charts."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from missiondesk.charts.drawing import figure_of, height_for
from missiondesk.charts.plots import Plot
from missiondesk.documents.mission_plots import ReportPlots
from missiondesk.language import translator
from missiondesk.services.mission_plots import in_order
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.publication import published
from missiondesk.services.report_plots import report_plots
from missiondesk.services.workspaces import sample_desk
from tests.benchmarks.measure import Result, interleaved, seconds

WIDTH = 467.0  # points


def _drawn(plots: Iterable[Plot]) -> None:
    tr = translator("da")
    for plot in plots:
        size = (WIDTH, height_for(plot, WIDTH, tr))
        figure_of(plot, size, tr).savefig(io.BytesIO(), format="pdf")


def _plots(found: ReportPlots) -> list[Plot]:
    every: list[Plot | None] = [found.multiples, found.bullet, found.ambition]
    for one in found.missions.values():
        every += [one.trajectory, one.history, one.waterfall]
    return [plot for plot in every if plot is not None]


def measure(quick: bool) -> list[Result]:
    """Each report of the sample made whole: composed, charted, tagged, its data attached."""
    desk, tr = sample_desk(), translator("da")
    now, public = desk.situation, published(desk.situation)
    mission = in_order(now)[0]
    everyone = desk.stocktakes.plan(None)
    own = desk.stocktakes.of_mission(mission.id)[0]
    one = _plots(report_plots(now, [mission], tr))
    reported = report_plots(public, in_order(public), tr)
    shown = [plot.trajectory for plot in reported.missions.values() if plot.trajectory is not None]
    charts: dict[str, list[Plot]] = {
        "metric sheet": one[:1],
        "stocktake pack of one mission": one,
        "stocktake pack of all missions": _plots(report_plots(now, in_order(now), tr)),
        "quarterly report": [
            plot for plot in (reported.multiples, reported.bullet, *shown) if plot is not None
        ],
    }
    jobs: dict[str, Callable[[], PrintJob]] = {
        "metric sheet": lambda: desk.printing.prepare_metric_sheet(mission.id, "da"),
        "stocktake pack of one mission": lambda: desk.printing.prepare_stocktake(own.id, "da"),
        "stocktake pack of all missions": lambda: desk.printing.prepare_stocktake(
            everyone.id, "da"
        ),
        "quarterly report": lambda: desk.printing.prepare_quarterly("da"),
    }
    names = list(jobs)[:2] if quick else list(jobs)
    return [_measured(name, jobs[name], charts[name], 1 if quick else 12) for name in names]


def _measured(name: str, prepare: Callable[[], PrintJob], plots: list[Plot], rounds: int) -> Result:
    document = prepare().make()
    found = interleaved(
        rounds,
        desk=lambda: seconds(lambda: prepare().make()),
        peer=lambda: seconds(lambda: _drawn(plots)),
    )
    note = f"{document.pages} pages, {len(document.data) // 1024} KiB"
    return Result(name, found["desk"], found["peer"], f"its {len(plots)} charts alone", note)
