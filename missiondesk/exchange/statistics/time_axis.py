# SPDX-License-Identifier: Apache-2.0
"""Finds the dimension of time where the file does not name it: by its values, and by its name only
among those whose values are periods.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.period import Period
from missiondesk.exchange.statistics.periods import TimeReading

# What statistical offices call it, folded.
TIME_NAMES: Final = frozenset({
    "time", "time_period", "time period", "year", "years", "quarter", "month", "week", "date",
    "day", "reference period", "refper", "tid", "periode", "år", "aar", "kvartal", "måned",
    "uge", "dato", "piffissaq", "ukioq", "period", "ajanjakso", "vuosi", "neljännes",
    "kuukausi", "zeit", "jahr", "quartal", "monat", "année", "annee", "an", "trimestre", "mois",
    "temps", "période", "anno", "anni", "mese", "periodo", "año", "ano", "mes", "fecha",
    "aasta", "kuu", "aeg", "ár", "tími", "rok", "mesiac", "čas",
})  # fmt: skip
# Years that a list of bare numbers must lie in to be taken for years.
_EARLIEST: Final = 1700
_LATEST: Final = 2200


def is_time_name(name: str) -> bool:
    """Whether a dimension's name or code is a usual word for time."""
    return " ".join(name.casefold().split()) in TIME_NAMES


def find_time(axes: Sequence[tuple[Sequence[str], Sequence[TimeReading]]]) -> int | None:
    """Place of the dimension of time, or None when there is none or it is not sure.

    A dimension with a usual name needs at least half of its values to be periods, any other needs
    all of them; two that are equally good are none.

    Args:
        axes: For each dimension its name and code, and its values as read for periods.
    """
    named, unnamed = [], []
    for place, (names, readings) in enumerate(axes):
        known = sum(one.period is not None and _likely(one.period) for one in readings)
        if not readings or not known:
            continue
        if any(map(is_time_name, names)):
            if known * 2 >= len(readings):
                named.append(place)
        elif known == len(readings):
            unnamed.append(place)
    chosen = named or unnamed
    return chosen[0] if len(chosen) == 1 else None


def _likely(period: Period) -> bool:
    return _EARLIEST <= period.first.year <= _LATEST


def unsure(name: str, readings: Sequence[TimeReading]) -> tuple[Message, ...]:
    """Warnings where values of the dimension of time are no sure period, or the same one twice."""
    said = []
    count = sum(one.period is None for one in readings)
    if count:
        said.append(
            message(
                N_(
                    "{count} of {total} values of “{dimension}” are no period that is sure, and "
                    "stay undated."
                ),
                count=count,
                total=len(readings),
                dimension=name,
            )
        )
    times = Counter(one.period for one in readings if one.period is not None)
    twice = next((period for period, often in times.items() if often > 1), None)
    if twice is not None:
        said.append(
            message(
                N_("“{dimension}” has the period {period} more than once."),
                dimension=name,
                period=twice,
            )
        )
    return tuple(said)


def rivals(time: str, names: Sequence[Sequence[str]]) -> tuple[Message, ...]:
    """A warning for each other dimension that is called by a word for time, such as the month
    beside the year: the dates of a series then say less than its choice.

    Args:
        time: Label of the dimension of time.
        names: Label and code of each other dimension.
    """
    return tuple(
        message(
            N_("“{other}” speaks of time too, but the dates come from “{dimension}” alone."),
            other=one[0],
            dimension=time,
        )
        for one in names
        if any(map(is_time_name, one))
    )
