# SPDX-License-Identifier: Apache-2.0
"""The columns of the lists of actors, of their commitments and of the contacts with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Generic, TypeVar

from missiondesk.domain.actor import PromiseState
from missiondesk.domain.coalition import CheckTiming, Standing
from missiondesk.domain.finding import Finding, Severity
from missiondesk.language import Translator
from missiondesk.services.coalition_rows import ActorRow, ContactRow, PromiseRow
from missiondesk.services.coalition_words import promised_amount, time_said
from missiondesk.ui.labels import mark
from missiondesk.ui.told_findings import briefly, findings_column
from missiondesk.ui.widgets.table import Column

R = TypeVar("R")
_REMEMBERED: Final = 4000  # rows
_TOLD = (CheckTiming.OVERDUE, CheckTiming.SOON)


class _Remembered(Generic[R]):
    """What a cell says, said once a row: filters show the same rows again and again."""

    def __init__(self, say: Callable[[R], str]) -> None:
        self._say = say
        self._said: dict[int, tuple[R, str]] = {}

    def __call__(self, row: R) -> str:
        found = self._said.get(id(row))
        if found is None:
            if len(self._said) >= _REMEMBERED:
                self._said.clear()
            # The row is kept with its words, so that no other row gets its identity.
            found = self._said[id(row)] = (row, self._say(row))
        return found[1]


def _remembering(columns: list[Column[R]]) -> list[Column[R]]:
    return [
        replace(
            one,
            text=_Remembered(one.text),
            detail=None if one.detail is None else _Remembered(one.detail),
        )
        for one in columns
    ]


def actor_columns(tr: Translator) -> list[Column[ActorRow]]:
    """Name with its type, standing, missions, influence, stance, consent, findings."""
    standings = list(Standing)
    columns: list[Column[ActorRow]] = [
        Column(
            tr.say("Actor"),
            lambda it: it.actor.name,
            detail=lambda it: _kind(it, tr),
            stretch=1,
            width=220,
            wrap=True,
            strong=True,
        ),
        Column(
            tr.say("Standing"),
            lambda it: mark(it.standing, tr).text,
            detail=lambda it: _live(it, tr),
            colour=lambda it: mark(it.standing, tr).colour,
            sort=lambda it: standings.index(it.standing),
            wrap=True,
            lines=2,
            width=150,
            folds=5,
        ),
        Column(
            tr.say("Missions"),
            lambda it: ", ".join(one.code for one in it.missions) or "–",
            folds=2,
        ),
        Column(
            tr.say("Influence"),
            lambda it: "–" if it.actor.influence is None else tr.number(it.actor.influence),
            right=True,
            sort=lambda it: it.actor.influence,
            folds=1,
        ),
        Column(tr.say("Stance"), lambda it: mark(it.actor.stance, tr).text, folds=3),
        Column(
            tr.say("Publication"),
            lambda it: mark(it.actor.consent, tr).text,
            colour=lambda it: mark(it.actor.consent, tr).colour,
            folds=4,
        ),
        _findings_column(tr, lambda it: it.findings),
    ]
    return _remembering(columns)


def promise_columns(tr: Translator) -> list[Column[PromiseRow]]:
    """Mission, commitment with its actor, quantity with its time, state, next check, findings."""
    states, timings = list(PromiseState), list(CheckTiming)
    columns: list[Column[PromiseRow]] = [
        Column(tr.say("Mission"), lambda it: it.mission.code if it.mission else "–"),
        Column(
            tr.say("Commitment"),
            lambda it: it.promise.text.in_language(tr.lang),
            detail=lambda it: it.actor.name if it.actor else "",
            stretch=1,
            width=240,
            wrap=True,
        ),
        Column(
            tr.say("Brings"),
            lambda it: tr.show(it.promise.kind),
            detail=lambda it: promised_amount(it.promise, tr),
            folds=3,
        ),
        Column(
            tr.say("Time"),
            lambda it: time_said(it.promise, tr) or "–",
            wrap=True,
            width=130,
            folds=1,
        ),
        Column(
            tr.say("State"),
            lambda it: mark(it.promise.state, tr).text,
            detail=lambda it: _since(it, tr),
            colour=lambda it: mark(it.promise.state, tr).colour,
            sort=lambda it: states.index(it.promise.state),
            folds=5,
        ),
        Column(
            tr.say("Next check"),
            lambda it: tr.period(it.promise.next_check) if it.promise.next_check else "–",
            detail=lambda it: mark(it.timing, tr).text if it.timing in _TOLD else "",
            colour=lambda it: mark(it.timing, tr).colour if it.timing in _TOLD else "ink",
            sort=lambda it: (timings.index(it.timing), _day(it)),
            folds=4,
        ),
        _findings_column(tr, lambda it: it.findings),
    ]
    return _remembering(columns)


def contact_columns(tr: Translator) -> list[Column[ContactRow]]:
    """Date with the way one met, actor with what was said, follow-up with its date."""
    return [
        Column(
            tr.say("Date"),
            lambda it: tr.period(it.contact.date) if it.contact.date else "–",
            detail=lambda it: tr.show(it.contact.channel),
            sort=lambda it: it.contact.date.last if it.contact.date else None,
        ),
        Column(
            tr.say("Actor and summary"),
            lambda it: it.actor.name if it.actor else "–",
            detail=lambda it: it.contact.summary,
            stretch=1,
            width=260,
            wrap=True,
            strong=True,
        ),
        Column(tr.say("Mission"), lambda it: it.mission.code if it.mission else "–", folds=1),
        Column(
            tr.say("Follow-up"),
            lambda it: it.contact.follow_up or "–",
            detail=lambda it: follow_up_said(it, tr),
            colour=lambda it: "bad" if it.late else "ink",
            wrap=True,
            width=230,
            sort=lambda it: (not it.late, not it.open),
            folds=2,
        ),
    ]


def follow_up_said(it: ContactRow, tr: Translator) -> str:
    """Whether the follow-up is done, late or due."""
    one = it.contact
    if one.followed_up is not None:
        return tr.say("✓ done {date}", date=one.followed_up)
    if not one.follow_up.strip() or one.follow_up_due is None:
        return ""
    if it.late:
        return tr.say("■ was due {date}", date=one.follow_up_due)
    return tr.say("due {date}", date=one.follow_up_due)


def _findings_column(tr: Translator, of: Callable[[R], Sequence[Finding]]) -> Column[R]:
    return findings_column(
        tr,
        lambda it: briefly(of(it), tr),
        lambda it: "bad" if any(one.severity is Severity.ERROR for one in of(it)) else "wait",
        lambda it: -len(of(it)),
    )


def _kind(it: ActorRow, tr: Translator) -> str:
    newcomer = tr.say("newcomer") if it.actor.emerging else ""
    return " · ".join(filter(None, (tr.show(it.actor.type), newcomer, it.actor.mandate)))


def _live(it: ActorRow, tr: Translator) -> str:
    if not it.live:
        return ""
    return tr.plural("{count} live commitment", "{count} live commitments", it.live)


def _since(it: PromiseRow, tr: Translator) -> str:
    if it.quiet:
        return tr.say("no evidence for six months")
    date = it.promise.state_date
    return tr.period(date) if date is not None else ""


def _day(it: PromiseRow) -> str:
    return it.promise.next_check.last.isoformat() if it.promise.next_check else ""
