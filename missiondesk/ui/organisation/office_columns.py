# SPDX-License-Identifier: Apache-2.0
"""The columns of the list of offices: title, holder, what the office answers for."""

from __future__ import annotations

from missiondesk.language import Translator
from missiondesk.services.organisation import OfficeRow
from missiondesk.ui.widgets.table import Column


def office_columns(tr: Translator) -> list[Column[OfficeRow]]:
    """The columns in the screen's language."""
    say = tr.say
    return [
        Column(
            say("Office"),
            lambda it: it.office.title.in_language(tr.lang),
            lambda it: it.ministry.name.in_language(tr.lang) if it.ministry else "",
            stretch=3,
            width=124,
            wrap=True,
            strong=True,
        ),
        Column(
            say("Holder"),
            lambda it: it.person.name if it.person else say("vacant"),
            lambda it: _since(it, tr),
            stretch=2,
            width=110,
            wrap=True,
            colour=lambda it: "ink" if it.person else "bad",
        ),
        Column(
            say("Missions"),
            lambda it: ", ".join(mission.code for mission in it.accountable_for) or "–",
            lambda it: _commitments(it, tr),
        ),
    ]


def _since(it: OfficeRow, tr: Translator) -> str:
    if it.appointment is None or it.appointment.valid_from is None:
        return ""
    return tr.say("since {date}", date=it.appointment.valid_from)


def _commitments(it: OfficeRow, tr: Translator) -> str:
    count = it.commitments
    return tr.plural("{count} commitment", "{count} commitments", count) if count else ""
