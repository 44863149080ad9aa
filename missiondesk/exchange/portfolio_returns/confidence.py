# SPDX-License-Identifier: Apache-2.0
"""The five steps of confidence that a project will be delivered, as returns write them in colours.

Green is "highly likely", amber/green "probable", amber "feasible", amber/red "in doubt", red
"unachievable": the words of the British and of the New Zealand scale are the same, so the desk's
own scale holds both. Since 2021 only green, amber and red are used.
"""

from __future__ import annotations

import re

from missiondesk.domain.assessment import Confidence

_COLOURS = re.compile("[a-z]+")
_WRITTEN = re.compile(r"[A-Za-z]+(?:\s*[/\\\-\u2010-\u2015]?\s*[A-Za-z]+)?")
_STEPS = {
    frozenset(("green",)): Confidence.ON_TRACK,
    frozenset(("amber", "green")): Confidence.PROBABLE,
    frozenset(("amber",)): Confidence.FEASIBLE,
    frozenset(("amber", "red")): Confidence.AT_RISK,
    frozenset(("red",)): Confidence.UNACHIEVABLE,
}


def written_confidence(text: str) -> Confidence | None:
    """The step that a text names: "Amber/Red", "amber - red", "Green"; None when it names none."""
    if _WRITTEN.fullmatch(text.strip()) is None:
        return None
    return _STEPS.get(frozenset(_COLOURS.findall(text.casefold())))
