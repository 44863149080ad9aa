# SPDX-License-Identifier: Apache-2.0
"""The file's unit beside the metric's, and the question that follows when they differ."""

from __future__ import annotations

from collections.abc import Mapping

from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.table import StatisticalTable
from missiondesk.language import Translator
from missiondesk.ui.importing.face import Remark
from missiondesk.ui.importing.words import same_unit
from missiondesk.ui.widgets.facts import Facts


class UnitFacts(Facts):
    """Both units, as far as they are known."""

    def __init__(self, tr: Translator) -> None:
        super().__init__(tr.say("Units"), "unitFacts")
        self._tr = tr

    def show_units(
        self,
        table: StatisticalTable | None,
        selection: Mapping[str, str],
        metric: OutcomeMetric | None,
    ) -> list[Remark]:
        """Show them; the remark when both are known and differ."""
        tr = self._tr
        if table is None:
            self.show_facts(())
            return []
        unknown = tr.say("not known")
        theirs = _unit_of(table, selection)
        facts = [(tr.say("Unit in the file"), theirs or unknown)]
        if metric is None:
            self.show_facts(facts)
            return []
        ours = metric.unit.in_language(tr.lang)
        self.show_facts([*facts, (tr.say("Unit of the metric"), ours or unknown)])
        both = (metric.unit.da, metric.unit.en)
        if not theirs or not ours or any(same_unit(theirs, one) for one in both):
            return []
        sentence = tr.say(
            "The file counts in “{theirs}”, the metric in “{ours}”.", theirs=theirs, ours=ours
        )
        return [Remark("warning", sentence, tr.say("See that the factor makes one of the other."))]


def _unit_of(table: StatisticalTable, selection: Mapping[str, str]) -> str:
    try:
        return table.unit_of(selection)
    except Refused:
        return table.unit  # not all is chosen yet
