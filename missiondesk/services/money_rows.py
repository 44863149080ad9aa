# SPDX-License-Identifier: Apache-2.0
"""Frames by year in a line, and by year and stage as a table, in millions of kroner."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.portfolio import money_of
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator


def money_line(initiatives: Sequence[Initiative], tr: Translator) -> str:
    """The frame of each year and in all, in a line; "" without any."""
    years = money_of(initiatives)
    if not years:
        return ""
    if len(years) == 1:
        return "".join(
            tr.say(N_("{amount} in {year}"), amount=tr.money(oere), year=str(year))
            for year, oere in years.items()
        )
    by_year = "; ".join(
        tr.say(N_("{year}: {amount}"), year=str(year), amount=tr.millions(oere))
        for year, oere in years.items()
    )
    whole = tr.money(sum(years.values()))
    return tr.say(N_("{whole} in all ({years}, in DKK m)"), whole=whole, years=by_year)


def money_by_stage(initiatives: Sequence[Initiative], tr: Translator) -> Rows:
    """Frames by year, a column a stage, the whole last."""
    stages = [stage for stage in Stage if any(one.stage is stage for one in initiatives)]
    by_stage = [money_of(one for one in initiatives if one.stage is stage) for stage in stages]
    years = money_of(initiatives)
    rows = [
        (
            str(year),
            *(tr.millions(column[year]) if year in column else "–" for column in by_stage),
            tr.millions(oere),
        )
        for year, oere in years.items()
    ]
    total = len(rows) > 1
    if total:
        sums = [sum(column.values()) for column in (*by_stage, years)]
        rows.append((tr.say(N_("In all")), *(tr.millions(one) if one else "–" for one in sums)))
    head = (tr.say(N_("Year")), *(tr.show(one) for one in stages), tr.say(N_("In all")))
    return Rows(
        tr.say(N_("Money by year and stage, DKK m")),
        head,
        tuple(rows),
        frozenset(range(1, len(head))),
        note=tr.say(N_("Frames as recorded. Rounding may make sums differ.")) if rows else "",
        empty=tr.say(N_("No frame has been set.")),
        total=total,
    )
