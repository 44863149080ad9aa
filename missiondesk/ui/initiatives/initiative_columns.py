# SPDX-License-Identifier: Apache-2.0
"""The columns of the table of initiatives."""

from __future__ import annotations

from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.language import Translator
from missiondesk.ui.initiatives.known import Known
from missiondesk.ui.labels import mark
from missiondesk.ui.told_findings import briefly, findings_column
from missiondesk.ui.widgets.table import Column


def initiative_columns(known: Known, tr: Translator) -> list[Column[Initiative]]:
    """Code, initiative, mission, stage, beginning, next decision, frame, findings."""
    stages = {stage: place for place, stage in enumerate(Stage)}
    return [
        Column(tr.say("Code"), lambda it: it.code),
        Column(
            tr.say("Initiative"),
            lambda it: it.title.in_language(tr.lang),
            detail=known.owner,
            stretch=1,
            width=200,
            wrap=True,
            strong=True,
        ),
        Column(tr.say("Mission"), known.mission, folds=3),
        Column(
            tr.say("Stage"),
            lambda it: mark(it.stage, tr).text,
            colour=lambda it: mark(it.stage, tr).colour,
            sort=lambda it: stages[it.stage],
        ),
        Column(
            tr.say("Begins"),
            lambda it: tr.period(it.start) if it.start else "–",
            sort=lambda it: it.start.first if it.start else None,
            folds=1,
        ),
        Column(
            tr.say("Next decision"),
            lambda it: tr.period(it.gate_due) if it.gate_due else "–",
            colour=lambda it: "bad" if known.late(it) else "ink",
            sort=lambda it: it.gate_due.last if it.gate_due else None,
            folds=4,
        ),
        Column(
            tr.say("Frame"),
            lambda it: tr.money(sum(one.oere for one in it.frame)) if it.frame else "–",
            right=True,
            sort=lambda it: sum(one.oere for one in it.frame) if it.frame else None,
            folds=2,
        ),
        findings_column(
            tr,
            lambda it: briefly(known.findings(it), tr),
            known.weight,
            lambda it: -len(known.findings(it)),
        ),
    ]
