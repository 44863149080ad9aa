# SPDX-License-Identifier: Apache-2.0
"""A decided change of how a mission is measured, so that no target is moved in silence (D2)."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording

# After agreement none of these is changed without a decision (D2). The name is but a label.
GUARDED: Final = (
    "key",
    "definition",
    "unit",
    "direction",
    "baseline_value",
    "baseline_period",
    "target_value",
    "target_shape",
    "target_period",
    "cumulative_from",
    "trajectory",
    "method",
    "method_version",
    "band_low",
    "band_high",
)


@dataclass(frozen=True, slots=True)
class MetricChange:
    """One decision by which a metric, its baseline, target or method became another.

    Attributes:
        decided: When it was decided; the chart shows the break there.
        fields: Names of the metric's fields that it changed, some of `GUARDED`.
        former: Their stored values before it, as a JSON object by field name.
        reason: Why, as it is printed beside "changed on".
        decided_by: Who decided, as an office or a body, never a guess.
        reference: Case number or minutes of the decision.
    """

    id: str
    metric: str = ""
    decided: Period = Period("2000")
    fields: tuple[str, ...] = ()
    former: str = ""
    reason: Wording = Wording()
    decided_by: str = ""
    reference: str = ""
