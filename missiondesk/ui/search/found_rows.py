# SPDX-License-Identifier: Apache-2.0
"""Found records as rows of a list, and the way to them and back from a row's key."""

from __future__ import annotations

from missiondesk.language import Translator
from missiondesk.services.search import Hit
from missiondesk.ui.navigation import place_of
from missiondesk.ui.pages import Navigate
from missiondesk.ui.widgets.found_list import FoundRow

_RECORD = "record:"
_BETWEEN = "\x1f"  # no id holds it


def record_row(hit: Hit, tr: Translator, *, kind: bool = True) -> FoundRow:
    """A record, its kind unless a heading says it, and where words stand that its name lacks."""
    detail = tr.say("{field}: {text}", field=hit.field, text=hit.excerpt) if hit.excerpt else ""
    key = _RECORD + _BETWEEN.join((hit.kind, hit.key, hit.mission))
    return FoundRow(key, hit.title, hit.kind_word if kind else "", detail)


def go_to_record(row: str, navigate: Navigate) -> bool:
    """Go to the record of a row; whether it was one."""
    if not row.startswith(_RECORD):
        return False
    kind, key, mission = row.removeprefix(_RECORD).split(_BETWEEN)
    navigate(*place_of(kind, key, mission))
    return True
