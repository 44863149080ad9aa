# SPDX-License-Identifier: Apache-2.0
"""How much an actor brings or a mission needs, with its unit, side by side in a form."""

from __future__ import annotations

from typing import Any

from missiondesk.language import Translator
from missiondesk.ui.widgets.fields import NumberField, TextField
from missiondesk.ui.widgets.record_form import RecordForm, shown_text


def add_quantity(form: RecordForm[Any], tr: Translator) -> None:
    """Add the two fields; the number may be typed with the unit that the record has."""
    form.add_row(
        NumberField(
            "quantity",
            tr.say("How much"),
            tr,
            form.writer("quantity"),
            counted_in=shown_text(form, "unit"),
            above=True,
        ),
        TextField("unit", tr.say("Unit"), tr, form.writer("unit"), above=True),
    )
