# SPDX-License-Identifier: Apache-2.0
"""Says what this year's return changes of a project: how far a date moved, what costs became."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.period import Period, add_months
from missiondesk.services.import_changes import said_change

_MILLION: Final = 100_000_000  # pence


def said_return(field: str, name: str, before: object, value: object) -> Message:
    """A field that the return changes, with the value before and after."""
    if isinstance(before, Period) and isinstance(value, Period):
        return _moved(name, before, value)
    if field == "baseline_cost" and isinstance(value, int):
        return said_change(name, _millions(before), _millions(value))
    return said_change(name, before, value)


def said_gone(field: str, name: str, before: object) -> Message:
    """A value that the return no longer gives."""
    shown = _millions(before) if field == "baseline_cost" else before
    return message(N_("{field}: “{before}” is no longer given"), field=Message(name), before=shown)


def _millions(pence: object) -> Decimal | None:
    """Whole pence as millions of pounds with the digits they have."""
    if not isinstance(pence, int):
        return None
    amount = Decimal(pence) / _MILLION
    return amount.quantize(Decimal(1)) if amount == amount.to_integral() else amount.normalize()


def _moved(name: str, before: Period, after: Period) -> Message:
    """A date that moved, and by how much: in whole months, or in days when it is less than one."""
    earlier, later = sorted((before.last, after.last))
    months = 0
    while add_months(earlier, months + 1) <= later:
        months += 1
    days = (later - earlier).days
    values = {"field": Message(name), "before": before, "value": after}
    if not days:
        return message(N_("{field}: “{before}” becomes “{value}”"), **values)
    said = (_MONTHS if months else _DAYS)[after.last > before.last, (months or days) == 1]
    by = message(said, count=months or days)
    return message(N_("{field}: “{before}” becomes “{value}” ({by})"), **values, by=by)


# By how much a date moved: whether later, and whether by one.
_MONTHS: Final = {
    (True, True): N_("one month later"),
    (True, False): N_("{count} months later"),
    (False, True): N_("one month earlier"),
    (False, False): N_("{count} months earlier"),
}
_DAYS: Final = {
    (True, True): N_("one day later"),
    (True, False): N_("{count} days later"),
    (False, True): N_("one day earlier"),
    (False, False): N_("{count} days earlier"),
}
