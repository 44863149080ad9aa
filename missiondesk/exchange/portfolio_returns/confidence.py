# SPDX-License-Identifier: Apache-2.0
"""The five steps of confidence that a project will be delivered, as returns write them."""

from __future__ import annotations

import re
from enum import StrEnum

_COLOURS = re.compile("[a-z]+")


class DeliveryConfidence(StrEnum):
    """How likely delivery is; since 2021 only green, amber and red are used."""

    GREEN = "green"
    AMBER_GREEN = "amber_green"
    AMBER = "amber"
    AMBER_RED = "amber_red"
    RED = "red"


_STEPS = {frozenset(step.value.split("_")): step for step in DeliveryConfidence}


def written_confidence(text: str) -> DeliveryConfidence | None:
    """The step that a text names: "Amber/Red", "amber - red", "Green"; None when it names none."""
    if re.fullmatch(r"[A-Za-z]+(?:\s*[/\\\-\u2010-\u2015]?\s*[A-Za-z]+)?", text.strip()) is None:
        return None
    return _STEPS.get(frozenset(_COLOURS.findall(text.casefold())))
