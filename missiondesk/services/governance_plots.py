# SPDX-License-Identifier: Apache-2.0
"""The diagram of bodies and the field of risks as plain values, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from missiondesk.domain import governance
from missiondesk.domain.body import Body, MemberRole
from missiondesk.domain.issue import Risk, RiskState
from missiondesk.domain.message import N_
from missiondesk.domain.organisation import Office
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key
from missiondesk.services.bodies import ORDER

if TYPE_CHECKING:
    from missiondesk.charts.governance_plots import BodyBox, OrganisationPlot, RiskFieldPlot


def organisation_plot(
    now: Situation, tr: Translator, on: date | None = None, *, public: bool = False
) -> OrganisationPlot:
    """The bodies of a day with who reports to whom.

    Args:
        public: Meetings are not published, so nothing is said of how bodies meet.
    """
    from missiondesk.charts.governance_plots import OrganisationPlot

    day = on or now.today
    bodies = [one for one in now.all(Body) if governance.exists(one, day)]
    bodies.sort(key=lambda it: (ORDER.index(it.kind), sort_key(it.code or it.name.da, "da")))
    judged = not public and day == now.today
    stale = [one for one in bodies if judged and governance.is_stale(now, one)]
    title = tr.plural(
        "{count} body governs across ministries", "{count} bodies govern across ministries",
        len(bodies),
    )  # fmt: skip
    return OrganisationPlot(
        title=title if bodies else "",
        subtitle=tr.say(N_("An arrow leads to the body that is reported to.")) if bodies else "",
        boxes=tuple(_box(now, one, day, one in stale, tr) for one in bodies),
    )


def _box(now: Situation, body: Body, on: date, stale: bool, tr: Translator) -> BodyBox:
    from missiondesk.charts.governance_plots import BodyBox

    seats = governance.seats_of(now, body.id, on)
    chair = next((one for one in seats if one.role is MemberRole.CHAIR), None)
    office = now.get(Office, chair.office) if chair else None
    details = [tr.show(body.kind)]
    if office is not None:
        details.append(tr.say(N_("Chair: {title}"), title=office.title))
    if body.rhythm is not None:
        details.append(tr.say(N_("Meets {rhythm}"), rhythm=tr.show(body.rhythm)))
    note = tr.say(N_("▲ has not met as it should")) if stale else ""
    name = f"{body.code} {body.name.in_language(tr.lang)}".strip()
    return BodyBox(body.id, body.reports_to or "", name, tuple(details), note)


def risk_field_plot(risks: Sequence[Risk], tr: Translator) -> RiskFieldPlot:
    """The open risks in the field of five by five; those nobody judged are counted."""
    from missiondesk.charts.governance_plots import RiskFieldPlot, RiskSpot

    spots = tuple(
        RiskSpot(one.number or "–", one.event, one.probability, one.impact)
        for one in risks
        if one.state is RiskState.OPEN
    )
    unjudged = [one.label for one in spots if one.probability is None or one.impact is None]
    source = tr.say(N_("Not judged: {numbers}."), numbers=", ".join(unjudged)) if unjudged else ""
    title = tr.plural("{count} open risk", "{count} open risks", len(spots))
    subtitle = tr.say(N_("Each number is a risk; the small figure is the weight of the place."))
    return RiskFieldPlot(title, subtitle if spots else "", spots, source)
