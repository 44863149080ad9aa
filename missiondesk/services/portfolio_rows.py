# SPDX-License-Identifier: Apache-2.0
"""Cells of the portfolio review: lights, stop criteria without an answer, and what was closed."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.gates import answer_to, to_stop
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.lights import lights_of
from missiondesk.domain.message import N_
from missiondesk.domain.portfolio import recently_closed
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import light_words
from missiondesk.services.report_facts import said
from missiondesk.services.stop_list import freed_oere


def shown_light(one: Initiative, now: Situation, tr: Translator) -> str:
    """The light that is shown, with the computed worst where it is another."""
    lights = lights_of(one, now.today)
    shown = light_words.light(lights.shown, tr)
    if lights.worst is None or lights.worst is lights.shown:
        return shown
    worst = light_words.light(lights.worst, tr)
    return tr.say(N_("{light} (computed {worst})"), light=shown, worst=worst)


def unanswered(one: Initiative, now: Situation, tr: Translator) -> list[tuple[str, ...]]:
    """Stop criteria that are met and answered by no decision (P3): matter, mend, rule."""
    return [
        (
            tr.say(
                N_("The stop criterion “{text}” is met, and nothing has been decided."),
                text=state.criterion.text.in_language(tr.lang),
            ),
            tr.say(N_("Stop it, or say why it goes on.")),
            "P3",
        )
        for state in to_stop(now, one.id)
        if answer_to(now, state) is None
    ]


def closed_rows(initiatives: Sequence[Initiative], now: Situation, tr: Translator) -> Rows:
    """What was closed within twelve months, why, and the money it freed."""
    rows = tuple(
        (
            f"{one.code} {one.title.in_language(tr.lang)}".strip(),
            said(one.stage_since, tr),
            one.closing_reason.in_language(tr.lang),
            tr.money(freed_oere(one)) if one.freed else "",
        )
        for one in recently_closed(initiatives, now.today)
    )
    head = (
        tr.say(N_("Initiative")), tr.say(N_("Closed")), tr.say(N_("Why")),
        tr.say(N_("Money freed")),
    )  # fmt: skip
    return Rows(
        tr.say(N_("Closed within twelve months")), head, rows, frozenset({3}),
        empty=tr.say(N_("Nothing has been closed within twelve months.")) if initiatives else "",
    )  # fmt: skip
