# SPDX-License-Identifier: Apache-2.0
"""The columns of the register of letters."""

from __future__ import annotations

from datetime import date

from missiondesk.domain.letter import LetterState
from missiondesk.domain.period import Period
from missiondesk.language import Translator
from missiondesk.ui.labels import mark
from missiondesk.ui.letters.register_lines import RegisterLine
from missiondesk.ui.letters.words import LANGUAGES
from missiondesk.ui.widgets.table import Column


def register_columns(tr: Translator) -> list[Column[RegisterLine]]:
    """Number, letter, addressee, date, state, follow-up, and what wants a hand."""
    return [
        Column(tr.say("No."), lambda it: it.letter.number or "–"),
        Column(
            tr.say("Mission"),
            lambda it: it.row.title.in_language(tr.lang) or "–",
            detail=lambda it: _kind(it, tr),
            stretch=3,
            wrap=True,
            strong=True,
        ),
        Column(
            tr.say("Addressee"),
            lambda it: addressed(it, tr),
            detail=lambda it: it.row.holder,
            stretch=2,
            wrap=True,
            folds=3,
        ),
        Column(
            tr.say("State"),
            lambda it: mark(it.letter.state, tr).text,
            detail=lambda it: it.journalised,
            wrap=True,
            colour=lambda it: mark(it.letter.state, tr).colour,
            sort=lambda it: list(type(it.letter.state)).index(it.letter.state),
            folds=5,
        ),
        Column(
            tr.say("Date"),
            lambda it: _shown(it.letter.date, tr),
            sort=lambda it: _last(it.letter.date),
            folds=2,
        ),
        Column(
            tr.say("Follow-up"),
            lambda it: _shown(it.letter.follow_up, tr),
            sort=lambda it: _last(it.letter.follow_up),
            folds=1,
        ),
        Column(
            tr.say("To be done"),
            lambda it: to_be_done(it, tr)[0],
            wrap=True,
            width=112,
            detail=lambda it: " · ".join(to_be_done(it, tr)[1:]),
            colour=lambda it: "bad" if it.faults else "wait" if it.wants_a_hand else "quiet",
            sort=lambda it: (it.faults or 0, it.row.reissue is not None, it.differs or 0),
            folds=6,
        ),
    ]


def to_be_done(line: RegisterLine, tr: Translator) -> tuple[str, ...]:
    """What the letter asks for, the most pressing first; "–" when it asks for nothing."""
    parts: list[str] = []
    if line.faults:
        fields = tr.plural("{count} field is missing", "{count} fields are missing", line.faults)
        parts.append(f"■\u00a0{fields}")
    if line.faults is None:
        parts.append(tr.say("being checked"))
    if line.row.reissue:
        signed = line.letter.state is LetterState.SIGNED
        word = tr.say("to be revised") if signed else tr.say("re-issue")
        parts.append(f"▲\u00a0{word}")
    if line.differs:
        places = tr.plural("differs in {count} place", "differs in {count} places", line.differs)
        parts.append(f"▲\u00a0{places}")
    return tuple(parts) or ("–",)


def addressed(line: RegisterLine, tr: Translator) -> str:
    """To whom it goes: an office, or how many."""
    if line.row.addressees > 1:
        count = line.row.addressees
        return tr.plural("{count} minister", "{count} ministers", count)
    return line.row.addressee.in_language(tr.lang) or "–"


def _kind(line: RegisterLine, tr: Translator) -> str:
    """Kind, version, and the language when it is another one than the screen's."""
    row = line.row
    parts = (
        tr.say(row.kind.word),
        tr.say("version {version}", version=row.version) if row.version > 1 else "",
        tr.say(LANGUAGES[row.language]) if row.language != tr.lang else "",
    )
    return " · ".join(part for part in parts if part)


def _shown(period: Period | None, tr: Translator) -> str:
    return tr.period(period) if period is not None else "–"


def _last(period: Period | None) -> date | None:
    return period.last if period is not None else None
