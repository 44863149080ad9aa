# SPDX-License-Identifier: Apache-2.0
"""The columns of the recycle bin."""

from __future__ import annotations

from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.language import Translator
from missiondesk.services.naming import name_of
from missiondesk.services.recycle_bin import Removed
from missiondesk.ui.widgets.table import Column


def row_key(one: Removed) -> str:
    """The row's key: kind and id."""
    return f"{one.kind}:{one.record.id}"


def title_of(one: Removed, tr: Translator) -> str:
    """What the record is called; its kind where it has no name."""
    return name_of(one.record, tr.lang) or tr.say(KIND_WORDS[one.kind])


def bin_columns(tr: Translator) -> list[Column[Removed]]:
    """What, kind, who, when, and for how much longer."""
    say = tr.say
    return [
        Column(
            say("What"),
            lambda it: title_of(it, tr),
            lambda it: _with_it(it, tr),
            stretch=1,
            width=240,
            strong=True,
            wrap=True,
        ),
        Column(say("Kind"), lambda it: say(KIND_WORDS[it.kind]), folds=1),
        Column(say("Removed by"), lambda it: it.step.who, folds=2),
        Column(
            say("Removed"),
            lambda it: tr.moment(it.step.at.astimezone()),
            sort=lambda it: it.step.at,
            folds=3,
        ),
        Column(say("Days left"), lambda it: _left(it, tr), sort=lambda it: it.days_left),
    ]


def _with_it(one: Removed, tr: Translator) -> str:
    more = len(one.keys) - 1
    if not more:
        return ""
    return tr.plural(
        "with {count} record that belongs to it", "with {count} records that belong to it", more
    )


def _left(one: Removed, tr: Translator) -> str:
    return str(one.days_left) if one.days_left > 0 else tr.say("over")
