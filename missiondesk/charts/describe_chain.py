# SPDX-License-Identifier: Apache-2.0
"""The chain of command without eyes: in words, and as a table with a row for each chain."""

from __future__ import annotations

from missiondesk.charts.chain_plot import ChainCell, ChainPlot
from missiondesk.charts.describe_trajectory import Table
from missiondesk.language.translator import Translator


def chain_words(plot: ChainPlot, tr: Translator) -> str:
    """What it shows: how many chains, from where to where, and what is missing."""
    said = [tr.say("Diagram of the chain of command."), plot.title.rstrip(".") + "."]
    if plot.chains and plot.levels:
        said.append(
            tr.plural(
                "{count} chain from {bottom} to {top}.",
                "{count} chains from {bottom} to {top}.",
                len(plot.chains),
                bottom=plot.levels[-1],
                top=plot.levels[0],
            )
        )
    return " ".join([*said, *plot.gaps])


def chain_table(plot: ChainPlot, tr: Translator) -> Table:
    """The levels from below, and what is missing."""
    head = (*reversed(plot.levels), tr.say("Missing"))
    rows = tuple((*map(_said, reversed(chain)), _gaps(chain)) for chain in plot.chains)
    return head, rows


def _said(cell: ChainCell) -> str:
    return "\n".join(text for text in (cell.text, cell.detail) if text) or "–"


def _gaps(chain: tuple[ChainCell, ...]) -> str:
    return "; ".join(cell.gap for cell in reversed(chain) if cell.gap) or "–"
