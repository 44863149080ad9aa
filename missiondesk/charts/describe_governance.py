# SPDX-License-Identifier: Apache-2.0
"""The pictures of governance in words and as tables."""

from __future__ import annotations

from missiondesk.charts.describe_trajectory import Table, about, ended
from missiondesk.charts.governance_plots import OrganisationPlot, RiskFieldPlot
from missiondesk.charts.risk_field import judged, weight
from missiondesk.language.translator import Translator

_NONE = "–"
_MOST_SAID = 8


def organisation_words(plot: OrganisationPlot, tr: Translator) -> str:
    """How many bodies, and who reports to whom."""
    names = {one.key: one.name for one in plot.boxes}
    said = [
        tr.say("{body} reports to {above}", body=one.name, above=names[one.above])
        for one in plot.boxes
        if one.above in names
    ]
    counted = tr.plural("{count} body.", "{count} bodies.", len(plot.boxes))
    parts = [tr.say("Diagram of bodies."), about(plot.title, plot.subtitle), counted]
    parts += [ended(one) for one in said[:_MOST_SAID]]
    more = [tr.say("The table has the others.")] if len(said) > _MOST_SAID else []
    return " ".join(filter(None, [*parts, *more]))


def organisation_table(plot: OrganisationPlot, tr: Translator) -> Table:
    """One row a body."""
    names = {one.key: one.name for one in plot.boxes}
    rows = tuple(
        (
            one.name,
            names.get(one.above, _NONE),
            " · ".join(one.details) or _NONE,
            one.note or _NONE,
        )
        for one in plot.boxes
    )
    head = (tr.say("Body"), tr.say("Reports to"), tr.say("More"), tr.say("To notice"))
    return head, rows


def risk_field_words(plot: RiskFieldPlot, tr: Translator) -> str:
    """How many risks, and the heavy ones."""
    heavy = [one for one in judged(plot) if (weight(one) or 0) >= plot.severe_from]
    parts = [
        tr.say("Field of risks by probability and impact."),
        about(plot.title, plot.subtitle),
        tr.plural("{count} risk.", "{count} risks.", len(plot.risks)),
    ]
    parts += [
        ended(tr.say("{risk} weighs {weight}", risk=f"{one.label} {one.text}", weight=weight(one)))
        for one in heavy[:_MOST_SAID]
    ]
    return " ".join(filter(None, parts))


def risk_field_table(plot: RiskFieldPlot, tr: Translator) -> Table:
    """One row a risk, the heaviest first."""
    ordered = sorted(plot.risks, key=lambda one: -(weight(one) or 0))
    rows = tuple(
        (
            one.label,
            one.text,
            _number(one.probability),
            _number(one.impact),
            _number(weight(one)),
        )
        for one in ordered
    )
    head = (
        tr.say("No."),
        tr.say("Risk"),
        tr.say("Probability"),
        tr.say_in("risk", "Impact"),
        tr.say("Weight"),
    )
    return head, rows


def _number(value: int | None) -> str:
    return _NONE if value is None else str(value)
