# SPDX-License-Identifier: Apache-2.0
"""The columns of the tracker."""

from __future__ import annotations

from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.finding import Severity
from missiondesk.domain.letter import Letter
from missiondesk.language import Translator
from missiondesk.services.commitment_tracker import TrackedCommitment
from missiondesk.services.list_states import Timing
from missiondesk.ui.labels import led_by, mark
from missiondesk.ui.told_findings import briefly, findings_column
from missiondesk.ui.widgets.table import Column

_TOLD = (Timing.OVERDUE, Timing.SILENT, Timing.SOON, Timing.UNDATED)


def tracker_columns(tr: Translator) -> list[Column[TrackedCommitment]]:
    """Number, commitment with its lead, date, status, letters, findings."""
    timings, statuses = list(Timing), list(CommitmentStatus)
    return [
        Column(tr.say("No."), lambda it: it.label, sort=lambda it: _order(it)),
        Column(
            tr.say("Commitment"),
            lambda it: it.commitment.text.in_language(tr.lang),
            detail=lambda it: who(it, tr),
            detail_lines=2,
            stretch=1,
            width=260,
            wrap=True,
        ),
        Column(
            tr.say("Due"),
            lambda it: when(it, tr),
            detail=lambda it: mark(it.timing, tr).text if it.timing in _TOLD else "",
            colour=lambda it: mark(it.timing, tr).colour,
            sort=lambda it: (timings.index(it.timing), _due(it)),
            folds=3,
        ),
        Column(
            tr.say("Status"),
            lambda it: mark(it.commitment.status, tr).text,
            detail=lambda it: _since(it, tr),
            colour=lambda it: mark(it.commitment.status, tr).colour,
            sort=lambda it: statuses.index(it.commitment.status),
            folds=2,
        ),
        Column(
            tr.say("Letters"),
            _numbers,
            detail=lambda it: _drafts(it, tr),
            wrap=True,
            lines=2,
            width=84,
            folds=1,
        ),
        findings_column(
            tr,
            lambda it: briefly(it.findings, tr),
            lambda it: (
                "bad" if any(one.severity is Severity.ERROR for one in it.findings) else "wait"
            ),
            lambda it: -len(it.findings),
        ),
    ]


def who(it: TrackedCommitment, tr: Translator) -> str:
    """Who leads it, and with whom."""
    return led_by(it.lead, it.shared, tr)


def when(it: TrackedCommitment, tr: Translator) -> str:
    """Its date, or how often it is followed up."""
    one = it.commitment
    if one.due is not None:
        return tr.period(one.due)
    return tr.show(one.cadence) if one.cadence else tr.say("undated")


def letter_name(letter: Letter, tr: Translator) -> str:
    """What a letter is called on its button: its number, or that it is a draft."""
    state = tr.show(letter.state)
    return f"{letter.number} · {state}" if letter.number else state


def _numbers(it: TrackedCommitment) -> str:
    """The letters in which it stands; drafts have no number yet."""
    return ", ".join(one.number for one in it.letters if one.number) or "–"


def _drafts(it: TrackedCommitment, tr: Translator) -> str:
    count = sum(not one.number for one in it.letters)
    return tr.plural("{count} draft", "{count} drafts", count) if count else ""


def _since(it: TrackedCommitment, tr: Translator) -> str:
    if it.unproven:
        return tr.say("no evidence")
    date = it.commitment.status_date
    return tr.period(date) if date is not None else ""


def _due(it: TrackedCommitment) -> str:
    return it.commitment.due.last.isoformat() if it.commitment.due else ""


def _order(it: TrackedCommitment) -> tuple[str, int]:
    return it.label.rpartition(".")[0], it.commitment.number
