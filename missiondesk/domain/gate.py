# SPDX-License-Identifier: Apache-2.0
"""Gates between an initiative's stages, and the criteria by which it passes, scales or stops."""

from __future__ import annotations

from decimal import Decimal

from missiondesk.domain.initiative import Stage
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording


class GateResult(Worded):
    """What a gate decided."""

    PASS = "pass", N_("Passed")
    CONDITIONAL = "conditional", N_("Passed on conditions")
    RECYCLE = "recycle", N_("Back to the drawing board")
    HOLD = "hold", N_("On hold")
    STOP = "stop", N_("Stopped")


class CriterionKind(Worded):
    """What a criterion is for."""

    GATE = "gate", N_("Gate criterion")
    SCALE = "scale", N_("Scale criterion")
    KILL = "kill", N_("Stop criterion")


class Comparison(Worded):
    """On which side of its threshold a criterion is met."""

    AT_LEAST = "at_least", N_("at least")
    AT_MOST = "at_most", N_("at most")


class Verdict(Worded):
    """Whether a criterion is met."""

    MET = "met", N_("Criterion met")
    NOT_MET = "not_met", N_("Criterion not met")


@dataclass(frozen=True, slots=True)
class Gate:
    """A decision between two stages of an initiative.

    Attributes:
        body: Id of the body that decides.
        held: When it was decided; None while it lies ahead.
        conditions: What has to be done, when it passed on conditions.
    """

    id: str
    initiative: str = ""
    from_stage: Stage = Stage.PILOT
    to_stage: Stage = Stage.SCALE
    due: Period | None = None
    body: str | None = None
    result: GateResult | None = None
    held: Period | None = None
    conditions: str = ""

    @property
    def day(self) -> Period | None:
        """Its date: when it was held, once it is decided; until then when it is due."""
        return self.due if self.result is None else self.held or self.due


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of an initiative, watched against data where it names a metric.

    Attributes:
        gate: Id of the gate it belongs to, or None for one that holds all the time.
        threshold: With `comparison` the value at which it is met; None for a criterion in words.
        unit: Unit of threshold and measured value when it names no metric.
        metric: Id of the metric whose newest figure is compared, or None.
        measured: A value that was measured by hand, with `measured_at`.
        verdict: People's own judgement where no number can decide.
    """

    id: str
    initiative: str = ""
    gate: str | None = None
    kind: CriterionKind = CriterionKind.GATE
    text: Wording = Wording()
    comparison: Comparison = Comparison.AT_LEAST
    threshold: Decimal | None = None
    unit: str = ""
    metric: str | None = None
    measured: Decimal | None = None
    measured_at: Period | None = None
    verdict: Verdict | None = None
    evidence: str = ""
