# SPDX-License-Identifier: Apache-2.0
"""What a rating was computed from, in words: a record keeps "y0=7.1 (2016); y=6.6 (2020)"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.metric import Direction
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

_WORDS: Final = {
    "y0": N_("baseline {value}"),
    "y": N_("latest figure {value}"),
    "yT": N_("target {value}"),
    "d": N_("direction: {value}"),
    "level": N_("level to keep {value}"),
    "dead-band": N_("criterion for change {value}"),
    "band": N_("band {value}"),
    "T": N_("target date {value}"),
    "total": N_("total {value}"),
    "path": N_("straight path {value}"),
}
_ATOM = re.compile(r"[^\s()]+")


def inputs_said(inputs: str, tr: Translator) -> str:
    """The inputs as people read them; a part that is not known stands as it was kept."""
    return "; ".join(_said(part, tr) for part in inputs.split("; ") if part.strip())


def _said(part: str, tr: Translator) -> str:
    key, equals, value = part.partition("=")
    words = _WORDS.get(key.strip())
    if not equals or words is None:
        return part
    if key.strip() == "d":
        known = {one.value: one for one in Direction}
        direction = known.get(value.strip())
        return tr.say(words, value=tr.show(direction).lower() if direction else value)
    return tr.say(words, value=_ATOM.sub(lambda found: _atom(found.group(), tr), value))


def _atom(text: str, tr: Translator) -> str:
    """A figure, a date or a word of the record in the reader's language."""
    if text == "to":
        return "–"
    if re.fullmatch(r"\d{4}(-.*)?", text):
        try:
            return tr.period(Period(text))
        except Refused:
            return text
    try:
        return tr.number(Decimal(text))
    except InvalidOperation:
        return text
