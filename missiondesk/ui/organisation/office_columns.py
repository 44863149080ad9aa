# SPDX-License-Identifier: Apache-2.0
"""The columns of the list of offices: title, holder, what the office answers for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from missiondesk.domain.organisation import holds_on
from missiondesk.language import Translator
from missiondesk.services.organisation import OfficeRow
from missiondesk.ui.widgets.table import Column


def office_columns(tr: Translator, today: Callable[[], date]) -> list[Column[OfficeRow]]:
    """The columns in the screen's language, as of the day that ``today`` gives."""
    say = tr.say

    def holds(it: OfficeRow) -> bool:
        return holds_on(it.office.valid_from, it.office.valid_to, today())

    return [
        Column(
            say("Office"),
            lambda it: it.office.title.in_language(tr.lang),
            lambda it: _beneath(it, tr, today()),
            stretch=3,
            width=124,
            wrap=True,
            strong=True,
        ),
        Column(
            say("Holder"),
            lambda it: it.person.name if it.person else say("vacant") if holds(it) else "–",
            lambda it: _since(it, tr, today()),
            stretch=2,
            width=110,
            wrap=True,
            colour=lambda it: "ink" if it.person else "bad" if holds(it) else "quiet",
            folds=2,
        ),
        Column(
            say("Missions"),
            lambda it: ", ".join(mission.code for mission in it.accountable_for) or "–",
            lambda it: _commitments(it, tr),
            folds=1,
        ),
    ]


def _beneath(it: OfficeRow, tr: Translator, today: date) -> str:
    """From or until when a title holds that does not hold today, and the ministry."""
    first, last = it.office.valid_from, it.office.valid_to
    when = ""
    if first is not None and first.first > today:
        when = tr.say("from {date}", date=first)
    elif last is not None and last.last < today:
        when = tr.say("until {date}", date=last)
    ministry = it.ministry.name.in_language(tr.lang) if it.ministry else ""
    return " · ".join(part for part in (when, ministry) if part)


def _since(it: OfficeRow, tr: Translator, today: date) -> str:
    if it.appointment is None or it.appointment.valid_from is None:
        return ""
    start = it.appointment.valid_from
    if start.first > today:
        return tr.say("from {date}", date=start)
    return tr.say("since {date}", date=start)


def _commitments(it: OfficeRow, tr: Translator) -> str:
    count = it.commitments
    return tr.plural("{count} commitment", "{count} commitments", count) if count else ""
