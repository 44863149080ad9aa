# SPDX-License-Identifier: Apache-2.0
"""The stage board as cards, and as the rows of its table twin."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.initiative import Light, Stage
from missiondesk.domain.portfolio import frame_of
from missiondesk.language import Translator
from missiondesk.services import light_words
from missiondesk.services.stage_board import BoardCard
from missiondesk.services.stop_list import freed_words
from missiondesk.ui.labels import mark
from missiondesk.ui.widgets.card_items import Card, CardColumn, CardContent, CardLine
from missiondesk.ui.widgets.table import Column

_LINES = 3
_LIGHTS = {Light.GREEN: "good", Light.YELLOW: "wait", Light.RED: "bad"}


class BoardWords:
    """The board's cards, each made when it comes into sight and kept until it changes."""

    def __init__(self, tr: Translator) -> None:
        self._tr = tr
        self._known: dict[str, BoardCard] = {}
        self._made: dict[str, tuple[BoardCard, Card]] = {}

    def content(self, cards: Sequence[BoardCard]) -> CardContent:
        """All that the board shows of these initiatives."""
        tr = self._tr
        self._known = {it.initiative.id: it for it in cards}
        stacks: dict[Stage, list[BoardCard]] = {stage: [] for stage in Stage}
        for it in cards:
            stacks[it.initiative.stage].append(it)
        columns = []
        for stage, stack in stacks.items():
            money = sum(frame_of(it.initiative) for it in stack)
            columns.append(
                CardColumn(
                    stage.value,
                    mark(stage, tr).text,
                    tr.money(money) if money else "",
                    tr.number(len(stack)),
                    tuple(it.initiative.id for it in stack),
                )
            )
        return CardContent(tuple(columns), self.card, _LINES)

    def card(self, key: str) -> Card:
        """The card of an initiative."""
        card = self._known[key]
        kept = self._made.get(key)
        if kept is not None and kept[0] == card:
            return kept[1]
        one = card.initiative
        made = Card(
            one.id,
            one.code,
            one.title.in_language(self._tr.lang),
            tuple(self._lines(card)),
            fixed=one.stage is Stage.CLOSED,
        )
        self._made[key] = (card, made)
        return made

    def _lines(self, card: BoardCard) -> list[CardLine]:
        return [
            CardLine(light_text(card, self._tr), light_colour(card)),
            CardLine(gate_text(card, self._tr), "bad" if card.days_late else "quiet"),
            CardLine(mission_text(card, self._tr)),
        ]


def light_text(card: BoardCard, tr: Translator) -> str:
    """The light that is shown, and the computed worst where it is another; what a closed one freed
    instead.
    """
    lights, one = card.lights, card.initiative
    if one.stage is Stage.CLOSED:
        freed = freed_words([one], tr)
        return freed or tr.say("Nothing freed")
    shown = light_words.light(lights.shown, tr)
    if lights.worst is None or lights.worst is lights.shown:
        return shown
    return tr.say("{light} (computed {worst})", light=shown, worst=mark(lights.worst, tr).text)


def light_colour(card: BoardCard) -> str:
    """The colour of the light that is shown."""
    if card.initiative.stage is Stage.CLOSED:
        return "quiet"
    shown = card.lights.shown
    return _LIGHTS[shown] if shown is not None else "unknown"


def gate_text(card: BoardCard, tr: Translator) -> str:
    """When the next decision is due, or since when it is closed."""
    one = card.initiative
    if one.stage is Stage.CLOSED:
        return tr.say("Closed {date}", date=one.stage_since) if one.stage_since else ""
    if one.gate_due is None:
        return tr.say("No decision planned")
    if card.days_late:
        return tr.say("■ Overdue: {date}", date=one.gate_due)
    return tr.say("Decision: {date}", date=one.gate_due)


def mission_text(card: BoardCard, tr: Translator) -> str:
    """Code and title of the mission."""
    if card.mission is None:
        return tr.say("■ no mission")
    return f"{card.mission.code} {card.mission.title.in_language(tr.lang)}"


def board_columns(tr: Translator) -> list[Column[BoardCard]]:
    """The table twin: stage, initiative, light, gate, mission, frame."""
    order, lights = list(Stage), list(Light)
    return [
        Column(
            tr.say("Stage"),
            lambda it: mark(it.initiative.stage, tr).text,
            colour=lambda it: mark(it.initiative.stage, tr).colour,
            sort=lambda it: order.index(it.initiative.stage),
        ),
        Column(tr.say("Code"), lambda it: it.initiative.code),
        Column(
            tr.say("Initiative"),
            lambda it: it.initiative.title.in_language(tr.lang),
            stretch=1,
            width=220,
            wrap=True,
            strong=True,
        ),
        Column(
            tr.say_in("traffic light", "Light"),
            lambda it: light_words.light(it.lights.shown, tr),
            colour=light_colour,
            sort=lambda it: lights.index(it.lights.shown) if it.lights.shown else None,
        ),
        Column(
            tr.say("Computed"),
            lambda it: light_words.light(it.lights.worst, tr),
            sort=lambda it: lights.index(it.lights.worst) if it.lights.worst else None,
            folds=1,
        ),
        Column(
            tr.say("Next decision"),
            lambda it: tr.period(it.initiative.gate_due) if it.initiative.gate_due else "–",
            colour=lambda it: "bad" if it.days_late else "ink",
            sort=lambda it: it.initiative.gate_due.last if it.initiative.gate_due else None,
            folds=4,
        ),
        Column(tr.say("Mission"), lambda it: it.mission.code if it.mission else "–", folds=3),
        Column(
            tr.say("Frame"),
            lambda it: tr.money(frame_of(it.initiative)) if it.initiative.frame else "–",
            right=True,
            sort=lambda it: frame_of(it.initiative) if it.initiative.frame else None,
            folds=2,
        ),
    ]
