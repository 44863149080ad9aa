# SPDX-License-Identifier: Apache-2.0
"""Criteria in words: what they ask for, what was seen and from where, and whether they are met."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.gate import Criterion, CriterionKind, Verdict
from missiondesk.domain.gates import CriterionState, Source
from missiondesk.domain.message import N_
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.language import Translator
from missiondesk.services import metric_words

_SIGNS: Final = {Verdict.MET: ("✓", "good"), Verdict.NOT_MET: ("✗", "bad"), None: ("○", "unknown")}
# A stop criterion that is met is bad news, one that is not met is none.
_STOPS: Final = {Verdict.MET: ("■", "bad"), Verdict.NOT_MET: ("–", "quiet"), None: ("○", "unknown")}


def sign(state: CriterionState) -> tuple[str, str]:
    """Symbol, and the token of its colour."""
    signs = _STOPS if state.criterion.kind is CriterionKind.KILL else _SIGNS
    return signs[state.verdict]


def verdict(state: CriterionState, tr: Translator) -> str:
    """Symbol and word: met, not met, or not known."""
    word = tr.show(state.verdict) if state.verdict is not None else tr.say(N_("not known"))
    return f"{sign(state)[0]}\u00a0{word}"


def fulfilled(state: CriterionState, tr: Translator) -> str:
    """Symbol and yes or no, for a narrow column."""
    word = {Verdict.MET: N_("yes"), Verdict.NOT_MET: N_("no"), None: N_("not known")}
    return f"{sign(state)[0]}\u00a0{tr.say(word[state.verdict])}"


def asked(state: CriterionState, tr: Translator, metric: OutcomeMetric | None = None) -> str:
    """The threshold, "at least 25 %", or "" for a criterion in words."""
    one = state.criterion
    if one.threshold is None:
        return ""
    amount = _amount(one, one.threshold, state.metric or metric, tr)
    return tr.say(N_("{comparison} {amount}"), comparison=one.comparison, amount=amount)


def _amount(one: Criterion, value: object, metric: OutcomeMetric | None, tr: Translator) -> str:
    if metric is not None:
        return metric_words.figure(metric, value, tr)  # type: ignore[arg-type]
    return tr.quantity(value, one.unit)  # type: ignore[arg-type]


def seen(state: CriterionState, tr: Translator) -> str:
    """What was seen, when, and from where it is known."""
    one, when = state.criterion, tr.period(state.when) if state.when is not None else ""
    if state.source is Source.NOTHING:
        if one.threshold is not None:
            return tr.say(N_("No figure yet."))
        return tr.say(N_("Nobody has judged it yet."))
    if state.source is Source.VERDICT:
        return tr.say(N_("Judged {date}."), date=when) if when else tr.say(N_("Judged by people."))
    assert state.value is not None
    amount = _amount(one, state.value, state.metric, tr)
    if state.source is Source.MEASURED:
        if not when:
            return tr.say(N_("{amount}, measured by hand."), amount=amount)
        return tr.say(N_("{amount} ({date}), measured by hand."), amount=amount, date=when)
    assert state.metric is not None
    name = state.metric.name.in_language(tr.lang)
    if not state.settled:
        return tr.say(
            N_("{amount} ({date}), preliminary figure of “{name}”."),
            amount=amount,
            date=when,
            name=name,
        )
    return tr.say(
        N_("{amount} ({date}), newest figure of “{name}”."), amount=amount, date=when, name=name
    )


def line(state: CriterionState, tr: Translator) -> str:
    """All of it in a line."""
    one = state.criterion
    text = one.text.in_language(tr.lang)
    wanted = asked(state, tr)
    head = tr.say(N_("{text} ({threshold})"), text=text, threshold=wanted) if wanted else text
    return f"{verdict(state, tr)} · {head} · {seen(state, tr)}"
