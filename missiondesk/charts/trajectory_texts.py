# SPDX-License-Identifier: Apache-2.0
"""What the trajectory chart says in its labels, with values counted as the axis counts them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from missiondesk.charts.lettering import printable
from missiondesk.charts.plots import TrajectoryPlot
from missiondesk.charts.ticks import decimals_of, value_ticks
from missiondesk.language.translator import Translator

# Above these, tick labels count in millions or billions.
_FROM_MILLIONS, _FROM_BILLIONS = Decimal(10) ** 7, Decimal(10) ** 10
_MILLION, _BILLION = Decimal(10) ** 6, Decimal(10) ** 9


def status_word(status: str, tr: Translator) -> str:
    """The word for an unsettled figure, "" for a settled one."""
    if status == "estimate":
        return tr.say("estimate")
    return tr.say("preliminary") if status == "preliminary" else ""


def target_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """The target's direct label, or ""."""
    if plot.target is None:
        return ""
    if plot.band is not None:
        return band_text(plot, tr)
    return tr.say("Target {value}", value=value_text(plot.target.y, plot, tr))


def band_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """The direct label of the level to be kept, or ""."""
    if plot.band is None:
        return ""
    return tr.say("Target {value}", value=range_text(*plot.band, plot, tr))


def range_text(low: float, high: float, plot: TrajectoryPlot, tr: Translator) -> str:
    """Two values as a range; a word between them where one has a sign."""
    first, last = value_text(low, plot, tr), value_text(high, plot, tr)
    if first == last:
        return first
    if low < 0 or high < 0:
        return tr.say("{low} to {high}", low=first, high=last)
    return f"{first}–{last}"


def middle_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """The direct label of the forecast's end, or ""."""
    if not plot.fan:
        return ""
    return tr.say("Expected {value}", value=value_text(plot.fan[-1].middle, plot, tr))


def interval_text(plot: TrajectoryPlot, share: int, tr: Translator) -> str:
    """The direct label of an interval's end, or ""; ``share`` is 80 or 95."""
    if not plot.fan:
        return ""
    end = plot.fan[-1]
    low, high = (end.low80, end.high80) if share == 80 else (end.low95, end.high95)
    return tr.say(
        "{share}: {range}", share=tr.percent(share, 0), range=range_text(low, high, plot, tr)
    )


def naive_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """The direct label of the last value carried on, or ""."""
    if plot.naive is None or not plot.fan:
        return ""
    return tr.say("Unchanged {value}", value=value_text(plot.naive, plot, tr))


def latest_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """The latest figure's direct label, or ""."""
    latest = plot.latest
    if latest is None:
        return ""
    value, word = value_text(latest.y, plot, tr), status_word(latest.status, tr)
    if plot.stale:
        word = tr.list([*filter(None, [word]), tr.say("out of date")])
    period = printable(latest.label)
    if word:
        return tr.say("{value} in {period} ({status})", value=value, period=period, status=word)
    return tr.say("{value} in {period}", value=value, period=period)


def baseline_text(plot: TrajectoryPlot, tr: Translator) -> str:
    """The baseline's direct label, or ""."""
    if plot.baseline is None:
        return ""
    return tr.say("Baseline {value}", value=value_text(plot.baseline.y, plot, tr))


def ticks_of(plot: TrajectoryPlot, wanted: int = 4) -> tuple[Decimal, ...]:
    """Round values for the axis, about ``wanted`` steps that hold all that is drawn."""
    values = [point.y for point in plot.points] + [place[1] for place in plot.path]
    values += [mark.y for mark in (plot.baseline, plot.target, *plot.intermediate) if mark]
    values += [value for one in plot.fan for value in one.values]
    values += [*(plot.band or ()), *([plot.naive] if plot.naive is not None and plot.fan else [])]
    return _ticks_between(min(values), max(values), wanted, plot.unit.strip() == "%")


@lru_cache(maxsize=256)
def _ticks_between(low: float, high: float, wanted: int, share: bool) -> tuple[Decimal, ...]:
    ticks = value_ticks(low, high, wanted)
    step = ticks[1] - ticks[0]
    # What lies on the lowest line would be hidden by the axis and leave no room for its label.
    if ticks[0] > 0 and Decimal(repr(low)) - ticks[0] < step / 8:
        ticks = (ticks[0] - step, *ticks)
    if share and low >= 0 and high <= 100 < ticks[-1]:
        ticks = (*(tick for tick in ticks if tick < 100), Decimal(100))
    return ticks


def tick_texts(ticks: tuple[Decimal, ...], tr: Translator) -> tuple[str, ...]:
    """The ticks in words, very large ones counted in millions or billions."""
    divisor = _divisor(ticks)
    digits = decimals_of(tuple(tick / divisor for tick in ticks))
    return tuple(_counted(tick, divisor, digits, tr) for tick in ticks)


def value_text(value: float, plot: TrajectoryPlot, tr: Translator) -> str:
    """A value of the plot in words, counted as the ticks are."""
    divisor = _divisor(ticks_of(plot))
    return _counted(Decimal(repr(value)), divisor, plot.decimals if divisor == 1 else 1, tr)


def _divisor(ticks: tuple[Decimal, ...]) -> Decimal:
    largest = max(abs(tick) for tick in ticks)
    if largest >= _FROM_BILLIONS:
        return _BILLION
    return _MILLION if largest >= _FROM_MILLIONS else Decimal(1)


def _counted(value: Decimal, divisor: Decimal, digits: int, tr: Translator) -> str:
    number = tr.number(value / divisor, digits)
    if divisor == _BILLION:
        return tr.say("{number} bn", number=number)
    return tr.say("{number} m", number=number) if divisor == _MILLION else number
