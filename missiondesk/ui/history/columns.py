# SPDX-License-Identifier: Apache-2.0
"""The columns of the history: steps at the left, the fields that one changed at the right."""

from __future__ import annotations

from collections.abc import Container

from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.trail_words import ChangeRow, step_title
from missiondesk.ui.widgets.table import Column


def step_columns(tr: Translator, undoing: Container[str] = ()) -> list[Column[Step]]:
    """When, what, who."""
    say = tr.say
    return [
        Column(say("When"), lambda it: _when(it, tr), sort=lambda it: it.number),
        Column(
            say("What"),
            lambda it: step_title(it, tr, undoing),
            lambda it: it.about,
            stretch=1,
            width=200,
            strong=True,
            wrap=True,
        ),
        Column(say("Who"), lambda it: it.who, folds=1),
    ]


def change_columns(tr: Translator) -> list[Column[ChangeRow]]:
    """Field, before, after."""
    say = tr.say
    return [
        Column(
            say("Field"),
            lambda it: it.field,
            lambda it: it.record,
            detail_lines=3,
            stretch=1,
            width=130,
            wrap=True,
        ),
        Column(
            say("Before"),
            lambda it: it.before,
            stretch=1,
            width=110,
            wrap=True,
            colour=lambda _it: "quiet",
        ),
        Column(say("After"), lambda it: it.after, stretch=1, width=110, wrap=True),
    ]


def _when(step: Step, tr: Translator) -> str:
    local = step.at.astimezone()
    return f"{tr.short_date(local.date())} {tr.time(local)}"
