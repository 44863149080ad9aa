# SPDX-License-Identifier: Apache-2.0
"""Ready columns for a sheet: text, number, date and a word out of a list, read by the language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.widgets.fields import period_from_text, period_text
from missiondesk.ui.widgets.sheet_model import SheetColumn
from missiondesk.ui.widgets.typed_values import LAST_YEAR, Day, number_from_text, on


def text_column(name: str, header: str, **rest: Any) -> SheetColumn:
    """Any text; an empty cell is ""."""
    return SheetColumn(name, header, parse=str, show=str, **{"blank": "", "stretch": 1, **rest})


def number_column(
    name: str,
    header: str,
    tr: Translator,
    counted_in: Callable[[], str] | None = None,
    **rest: Any,
) -> SheetColumn:
    """A number by the language's signs, as Decimal.

    Args:
        counted_in: Asked for the unit of the column; None where each row has its own.
    """

    def parse(text: str) -> Decimal:
        return number_from_text(text, tr, name, counted_in() if counted_in else None)

    return SheetColumn(name, header, parse=parse, show=tr.number, right=True, **rest)


def period_column(name: str, header: str, tr: Translator, today: Day, **rest: Any) -> SheetColumn:
    """A date as people type it, as `Period`."""
    far: dict[str, Period] = {}  # from a file, of years that nobody may type

    def parse(text: str) -> Period:
        found = far.get(text) or period_from_text(text, tr, on(today), name)
        assert found is not None  # the sheet parses no empty text
        return found

    def show(period: Period) -> str:
        text = period_text(period, tr)
        if period.last.year > LAST_YEAR:
            far[text] = period
        return text

    return SheetColumn(name, header, parse=parse, show=show, **{"width": 130, **rest})


def worded_column(
    name: str, header: str, tr: Translator, states: Iterable[Worded], **rest: Any
) -> SheetColumn:
    """One member of a worded enumeration, chosen or typed by its word in either language's case."""
    members = list(states)
    words = {tr.say(state.word).casefold(): state for state in members}
    words |= {state.word.casefold(): state for state in members}

    def parse(text: str) -> Worded:
        found = words.get(text.casefold())
        if found is None:
            raise Refused(
                N_("“{text}” is none of {words}."),
                field=name,
                text=text,
                words=", ".join(tr.say(state.word) for state in members),
            )
        return found

    choices = tuple(tr.say(state.word) for state in members)
    return SheetColumn(
        name,
        header,
        parse=parse,
        show=lambda it: tr.say(it.word),
        choices=choices,
        **{"width": 120, **rest},
    )
