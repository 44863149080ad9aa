# SPDX-License-Identifier: Apache-2.0
"""Amounts kept in øre (or hundredths of a currency) and typed in millions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.ui.widgets.fields import NumberField

MILLION = 100_000_000  # hundredths


def in_millions(hundredths: int) -> Decimal:
    """Millions, without zeros at the end."""
    value = Decimal(hundredths) / MILLION
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def in_hundredths(millions: Decimal, field: str) -> int:
    """Øre of an amount in millions.

    Raises:
        Refused: The amount has a fraction of an øre.
    """
    exact = millions * MILLION
    if exact != exact.to_integral_value():
        raise Refused(N_("An amount has no more than whole øre."), field=field)
    return int(exact)


class MillionsField(NumberField):
    """An amount typed in millions; its value is a whole number of øre, or None when empty."""

    def __init__(self, name: str, label: str, tr: Translator, *rest: Any, **more: Any) -> None:
        """See `NumberField`; in kroner unless ``counted_in`` says otherwise."""
        super().__init__(
            name, label, tr, *rest, **{"counted_in": lambda: tr.say("DKK million"), **more}
        )

    def read(self) -> Any:
        value = super().read()
        return None if value is None else in_hundredths(value, self.name)

    def write(self, value: Any) -> None:
        super().write(None if value is None else in_millions(value))
