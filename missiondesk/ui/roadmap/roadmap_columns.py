# SPDX-License-Identifier: Apache-2.0
"""The columns of the roadmap's table."""

from __future__ import annotations

from missiondesk.language import Translator
from missiondesk.ui.roadmap.content import RoadmapRow
from missiondesk.ui.widgets.table import Column


def roadmap_columns(tr: Translator) -> list[Column[RoadmapRow]]:
    """Mission, kind, name, from, to, stage or status."""
    return [
        Column(tr.say("Mission"), lambda it: it.mission),
        Column(tr.say("Kind"), lambda it: it.what, folds=1),
        Column(
            tr.say("Name"),
            lambda it: it.title,
            detail=lambda it: it.owner,
            stretch=1,
            width=200,
            wrap=True,
            strong=True,
        ),
        Column(tr.say("From"), lambda it: it.begin_text, sort=lambda it: it.begin),
        Column(tr.say("To"), lambda it: it.end_text, sort=lambda it: it.end),
        Column(tr.say("Stage or status"), lambda it: it.state, folds=3),
    ]
