# SPDX-License-Identifier: Apache-2.0
"""The columns of the register of letters."""

from __future__ import annotations

from datetime import date

from missiondesk.domain.period import Period
from missiondesk.language import Translator
from missiondesk.ui.labels import mark
from missiondesk.ui.letters.register_rows import RegisterRow
from missiondesk.ui.letters.words import LANGUAGES
from missiondesk.ui.widgets.table import Column


def register_columns(tr: Translator) -> list[Column[RegisterRow]]:
    """Number, letter, addressee, date, state, follow-up, and what wants a hand."""
    return [
        Column(tr.say("No."), lambda it: it.letter.number or "–"),
        Column(
            tr.say("Mission"),
            lambda it: it.title,
            detail=lambda it: _kind(it, tr),
            stretch=3,
            wrap=True,
            strong=True,
        ),
        Column(
            tr.say("Addressee"),
            lambda it: it.addressee,
            detail=lambda it: it.holder,
            stretch=2,
            wrap=True,
        ),
        Column(
            tr.say("State"),
            lambda it: mark(it.letter.state, tr).text,
            colour=lambda it: mark(it.letter.state, tr).colour,
            sort=lambda it: list(type(it.letter.state)).index(it.letter.state),
        ),
        Column(
            tr.say("Date"),
            lambda it: _shown(it.letter.date, tr),
            sort=lambda it: _last(it.letter.date),
        ),
        Column(
            tr.say("Follow-up"),
            lambda it: _shown(it.letter.follow_up, tr),
            sort=lambda it: _last(it.letter.follow_up),
        ),
        Column(
            tr.say("To be done"),
            lambda it: to_be_done(it, tr)[0],
            detail=lambda it: " · ".join(to_be_done(it, tr)[1:]),
            colour=lambda it: "bad" if it.faults else "wait" if it.wants_a_hand else "quiet",
            sort=lambda it: (it.faults, it.reissue, it.differs),
        ),
    ]


def to_be_done(row: RegisterRow, tr: Translator) -> tuple[str, ...]:
    """What the letter asks for, the most pressing first; "–" when it asks for nothing."""
    parts: list[str] = []
    if row.faults:
        fields = tr.plural("{count} field is missing", "{count} fields are missing", row.faults)
        parts.append(f"■\u00a0{fields}")
    if row.reissue:
        parts.append(f"▲\u00a0{tr.say('re-issue')}")
    if row.differs:
        places = tr.plural("differs in {count} place", "differs in {count} places", row.differs)
        parts.append(f"▲\u00a0{places}")
    return tuple(parts) or ("–",)


def _kind(row: RegisterRow, tr: Translator) -> str:
    """Kind, and the language when it is another one than the screen's."""
    letter = row.letter
    other = tr.say(LANGUAGES[letter.language]) if letter.language != tr.lang else ""
    return " · ".join(part for part in (tr.say(letter.kind.word), other) if part)


def _shown(period: Period | None, tr: Translator) -> str:
    return tr.period(period) if period is not None else "–"


def _last(period: Period | None) -> date | None:
    return period.last if period is not None else None
