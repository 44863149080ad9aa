# SPDX-License-Identifier: Apache-2.0
"""The traffic lights of an initiative in words, with what they were computed from."""

from __future__ import annotations

from missiondesk.domain.initiative import Initiative, Light
from missiondesk.domain.lights import (
    Lights,
    cost_light,
    in_kroner,
    months_late,
    overrun,
    schedule_light,
)
from missiondesk.domain.message import N_
from missiondesk.language import Translator


def light(one: Light | None, tr: Translator) -> str:
    """Symbol and word, "○ not judged" without any."""
    if one is None:
        return f"○\u00a0{tr.say(N_('not judged'))}"
    return f"{one.symbol}\u00a0{tr.show(one)}"


def cost(initiative: Initiative, tr: Translator) -> str:
    """The light of the cost, and the overrun that gives it."""
    more, baseline = overrun(initiative), initiative.baseline_cost
    found = cost_light(initiative)
    if more is None or baseline is None:
        return tr.say(
            N_("{light}: the cost that was decided or the one now expected is missing."),
            light=light(found, tr),
        )
    if more <= 0:
        return tr.say(N_("{light}: no overrun is expected."), light=light(found, tr))
    amount = money(initiative, more, tr)
    said = tr.say(N_("{light}: {amount} more than decided."), light=light(found, tr), amount=amount)
    if baseline:
        share = round(100 * more / baseline, 1)
        percent = tr.percent(int(share) if share == int(share) else share)
        said = tr.say(
            N_("{light}: {amount} or {share} more than decided."),
            light=light(found, tr),
            amount=amount,
            share=percent,
        )
    if in_kroner(initiative):
        return said
    only = tr.say(N_("In another currency than kroner only the percentage decides."))
    return f"{said} {only}"


def money(initiative: Initiative, hundredths: int, tr: Translator) -> str:
    """An amount in the currency of the initiative's costs."""
    if in_kroner(initiative):
        return tr.money(hundredths)
    return tr.say(
        N_("{currency} {amount} million"),
        currency=initiative.currency.upper(),
        amount=tr.millions(hundredths),
    )


def schedule(initiative: Initiative, tr: Translator) -> str:
    """The light of the schedule, and the delay that gives it."""
    found, late = schedule_light(initiative), months_late(initiative)
    shown = light(found, tr)
    if late is None or initiative.end is None or initiative.baseline_end is None:
        return tr.say(
            N_("{light}: the end that was decided or the one now expected is missing."), light=shown
        )
    if late:
        return tr.plural(
            "{light}: {count} whole month later than decided.",
            "{light}: {count} whole months later than decided.",
            late,
            light=shown,
        )
    return tr.say(N_("{light}: not a whole month later than decided."), light=shown)


def whole(lights: Lights, tr: Translator) -> str:
    """What is shown of the whole, and why it is not what people or the worst light say."""
    shown = light(lights.shown, tr)
    if lights.held_back:
        return tr.say(
            N_("{light}: not shown as green while a decision is overdue (P2)."), light=shown
        )
    if lights.overall is None:
        if lights.worst is None:
            return shown
        return tr.say(N_("{light}: the worst of the lights."), light=shown)
    if lights.worst is None:
        return tr.say(N_("{light}: people's own judgement."), light=shown)
    return tr.say(
        N_("{light}: people's own judgement. The worst of the lights is {worst}."),
        light=shown,
        worst=light(lights.worst, tr),
    )
