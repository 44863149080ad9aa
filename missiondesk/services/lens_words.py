# SPDX-License-Identifier: Apache-2.0
"""What the lenses show, in words: the same rows stand on the screen and on paper."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.lenses import Lens, LensReading, disagreement, lenses
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.rating import Rating
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator


@dataclass(frozen=True, slots=True)
class LensRow:
    """One lens as a row.

    Attributes:
        figure: The lens's own figure and word, "" when it cannot be read.
        rating: Its class on the official scale, or None.
        reason: Why it cannot be read, else "".
    """

    name: str
    figure: str
    rating: Rating | None
    reason: str


def lens_rows(
    situation: Situation, metric: OutcomeMetric, tr: Translator
) -> tuple[tuple[LensRow, ...], str]:
    """Rows of all lenses on the metric, and a sentence when they see it differently, else ""."""
    points = situation.interim_targets_of(metric.id)
    readings = lenses(metric, situation.observations_of(metric.id), points)
    rows = tuple(_row(one, metric, tr) for one in readings)
    if not metric.key:
        return rows, ""
    said = disagreement(situation.judgement_of(metric.mission), readings)
    return rows, tr.tell(said) if said is not None else ""


def _row(reading: LensReading, metric: OutcomeMetric, tr: Translator) -> LensRow:
    reason = tr.tell(reading.reason) if reading.reason is not None else ""
    word = tr.tell(reading.result) if reading.result is not None else ""
    figure = "" if reading.value is None else _figure(reading, reading.value, metric, tr)
    said = " · ".join(part for part in (figure, word) if part)
    return LensRow(tr.say(reading.lens.word), said, reading.rating, reason)


def _figure(reading: LensReading, value: float, metric: OutcomeMetric, tr: Translator) -> str:
    lens = reading.lens
    if lens is Lens.SCOTTISH:
        change = tr.signed(value, metric.decimals)
        return tr.say("{change} since the figure before", change=change)
    if lens is Lens.PILOTE:
        return tr.say("{share} of the way", share=tr.percent(round(value)))
    share = tr.percent(round(value * 100))
    said = {
        Lens.GERMAN: tr.say("{share} of the way left would be missing", share=share),
        Lens.PACE: tr.say("{share} of the pace needed", share=share),
        Lens.DISTANCE: tr.say("{share} of the way", share=share),
        Lens.TIME: tr.say("{share} of the time", share=share),
        Lens.UN: tr.say("{share} of the way by the target date", share=share),
    }
    return said[lens]
