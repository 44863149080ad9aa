# SPDX-License-Identifier: Apache-2.0
"""The key metric as machine-readable JSON that travels inside the printed letter."""

from __future__ import annotations

import json
from decimal import Decimal

from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.progress import Judgement
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording

FORMAT = "missiondesk-metric"
FORMAT_VERSION = 1


def attachment_of(situation: Situation, mission: Mission) -> bytes:
    """UTF-8 JSON with sorted keys, equal for equal data; b"" without a key metric.

    Values are written as text with all their digits, periods as 2030, 2026-Q2, 2026-03-24.
    """
    metric = situation.metric_of(mission.id)
    if metric is None:
        return b""
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "sample": situation.secretariat.sample,
        "data_date": str(situation.secretariat.data_date or situation.today),
        "mission": {"code": mission.code, "title": _both(mission.title)},
        "metric": _metric(metric),
        "observations": [_observation(one) for one in situation.observations_of(metric.id)],
        "rating": _rating(situation.judgement_of(mission.id)),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    # Half a surrogate pair cannot be written as UTF-8; it is no character and becomes "?".
    return (text + "\n").encode("utf-8", "replace")


def _metric(metric: OutcomeMetric) -> dict[str, object]:
    return {
        "name": _both(metric.name),
        "definition": _both(metric.definition),
        "geography": _both(metric.geography),
        "unit": _both(metric.unit),
        "decimals": metric.decimals,
        "direction": metric.direction.value if metric.direction else None,
        "source": _both(metric.source),
        "publisher": _both(metric.publisher),
        "table": metric.table_id,
        "periodicity": metric.periodicity.value if metric.periodicity else None,
        "baseline": _point(metric.baseline_value, metric.baseline_period),
        "target": {
            **_point(metric.target_value, metric.target_period),
            "shape": metric.target_shape.value,
            "level": _number(metric.target_level),
            "from": str(metric.cumulative_from) if metric.cumulative_from else None,
        },
    }


def _observation(seen: Observation) -> dict[str, object]:
    return {
        **_point(seen.value, seen.period),
        "status": seen.status.value,
        "published": str(seen.published) if seen.published else None,
        "source": seen.source_reference,
    }


def _rating(judgement: Judgement) -> dict[str, object]:
    return {
        "rating": judgement.rating.value,
        "ratio": None if judgement.ratio is None else repr(judgement.ratio),
        "method": judgement.method,
        "inputs": judgement.inputs,
    }


def _point(value: Decimal | None, period: Period | None) -> dict[str, object]:
    return {"value": _number(value), "period": str(period) if period else None}


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _both(text: Wording) -> dict[str, str]:
    return {"da": text.da, "en": text.en}
