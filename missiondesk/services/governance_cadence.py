# SPDX-License-Identifier: Apache-2.0
"""How often a mission is looked at, and when next: stocktakes, letters, figures, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from missiondesk.domain import governance
from missiondesk.domain.body import Body
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.report_content import Rows
from missiondesk.domain.stocktake import StocktakeState
from missiondesk.services.report_facts import MissionFacts

_Row = tuple[str, str, str, str]
_STOCKTAKES = (N_("Stocktake of the mission"), N_("Stocktake of all missions"))


def follow_up(
    facts: MissionFacts, initiatives: Sequence[Initiative], bodies: Sequence[Body]
) -> Rows:
    """What is followed up, how often, when last and when next.

    Args:
        bodies: Those that govern the mission.
    """
    tr = facts.tr
    return Rows(
        title=tr.say(N_("How it is followed up")),
        head=tuple(map(tr.say, (N_("What"), N_("How often"), N_("Last"), N_("Next")))),
        rows=(
            *_meetings(facts, bodies),
            *_stocktakes(facts),
            *_letters(facts),
            *_figures(facts),
            *_decisions(facts, initiatives),
        ),
        empty=tr.say(N_("Nothing is planned yet.")),
    )


def _meetings(facts: MissionFacts, bodies: Sequence[Body]) -> Iterator[_Row]:
    tr, now = facts.tr, facts.now
    for body in bodies:
        last, planned = governance.last_held(now, body.id), governance.next_planned(now, body.id)
        yield (
            tr.say(N_("Meeting: {body}"), body=body.name),
            tr.show(body.rhythm) if body.rhythm else "–",
            tr.period(last.date) if last and last.date else "–",
            tr.period(planned.date) if planned and planned.date else "–",
        )


def _stocktakes(facts: MissionFacts) -> Iterator[_Row]:
    tr = facts.tr
    for owner, words in zip((facts.mission.id, ""), _STOCKTAKES, strict=True):
        takes = facts.now.stocktakes_of(owner)
        held = [one for one in takes if one.state is StocktakeState.HELD]
        ahead = [one for one in takes if one.state is not StocktakeState.HELD]
        if takes:
            last = tr.period(held[-1].held) if held else "–"
            yield (tr.say(words), "–", last, tr.period(ahead[0].held) if ahead else "–")


def _letters(facts: MissionFacts) -> Iterator[_Row]:
    tr = facts.tr
    for letter in facts.now.letters_of(facts.mission.id):
        if letter.state.in_force and letter.follow_up is not None:
            often = tr.show(letter.follow_up_cadence) if letter.follow_up_cadence else "–"
            what = tr.say(N_("Follow-up on letter {number}"), number=letter.number)
            yield (what, often, "–", tr.period(letter.follow_up))


def _figures(facts: MissionFacts) -> Iterator[_Row]:
    tr, metric, latest = facts.tr, facts.metric, facts.latest
    if metric is not None:
        yield (
            tr.say(N_("New figure of the key metric")),
            tr.show(metric.periodicity).lower() if metric.periodicity else "–",
            tr.period(latest.period) if latest else "–",
            facts.following or "–",
        )


def _decisions(facts: MissionFacts, initiatives: Sequence[Initiative]) -> Iterator[_Row]:
    """The nearest decision on an initiative."""
    tr = facts.tr
    live = (one for one in initiatives if one.stage is not Stage.CLOSED)
    gates = [(one.gate_due, one.code) for one in live if one.gate_due is not None]
    if gates:
        due, code = min(gates, key=lambda gate: gate[0].last)
        following = tr.say(N_("{date} ({code})"), date=due, code=code)
        if due.last < facts.now.today:
            following = tr.say(N_("{date} ({code}), overdue"), date=due, code=code)
        yield (tr.say(N_("Decisions on initiatives")), "–", "–", following)
