# SPDX-License-Identifier: Apache-2.0
"""Frames by year in a line, and by year and stage as a table, in millions of kroner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from missiondesk.domain.decision import Decision
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.portfolio import money_of
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.services.portfolio_money import MoneyRow, money_table


def money_line(initiatives: Sequence[Initiative], tr: Translator) -> str:
    """The frame of each year and in all, in a line; "" without any."""
    return amounts_line(money_of(initiatives), tr)


def decided_money(decision: Decision, tr: Translator) -> str:
    """What a decision commits and what it frees, a line each; "" for neither."""
    lines = (
        (N_("Commits {amounts}"), decision.money),
        (N_("Frees {amounts}"), decision.freed),
    )
    return "\n".join(
        tr.say(words, amounts=amounts_line({one.year: one.oere for one in money}, tr))
        for words, money in lines
        if money
    )


def amounts_line(years: Mapping[int, int], tr: Translator) -> str:
    """Øre by year and in all, in a line; "" without any."""
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


def amounts_and_whole(
    rows: Sequence[tuple[str, int]], whole: int, tr: Translator
) -> list[tuple[str, str]]:
    """Lines of words and øre, said so that they compare, and the whole below more than one."""
    lines = [*rows, (tr.say(N_("In all")), whole)] if len(rows) > 1 else rows
    said = tr.monies(oere for _, oere in lines)
    return [(words, money) for (words, _), money in zip(lines, said, strict=True)]


def money_by_stage(initiatives: Sequence[Initiative], tr: Translator) -> Rows:
    """Frames by stage, a column a year, the whole last; exact, so that the sums add up."""
    rows = [
        MoneyRow(tr.show(stage), money_of(one for one in initiatives if one.stage is stage))
        for stage in Stage
        if any(one.stage is stage and one.frame for one in initiatives)
    ]
    empty = tr.say(N_("No frame has been set."))
    return money_table(tr.say(N_("Frames by stage")), rows, tr, empty=empty)
