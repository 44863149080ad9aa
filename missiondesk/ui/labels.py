# SPDX-License-Identifier: Apache-2.0
"""Symbols and colours of the domain's words; a word is never shown by its colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from missiondesk.domain.actor import Consent, PromiseState, Stance
from missiondesk.domain.assessment import Confidence
from missiondesk.domain.body import MeetingState
from missiondesk.domain.coalition import CheckTiming, Standing
from missiondesk.domain.commitment import CommitmentStatus
from missiondesk.domain.decision import ActionState, DecisionState
from missiondesk.domain.finding import Severity
from missiondesk.domain.gate import GateResult, Verdict
from missiondesk.domain.initiative import Light, Stage
from missiondesk.domain.issue import IssueState, RiskState
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import LetterState
from missiondesk.domain.message import Worded
from missiondesk.domain.metric import ObservationStatus
from missiondesk.domain.milestone import MilestoneStatus
from missiondesk.domain.mission import MissionState
from missiondesk.domain.organisation import Office
from missiondesk.domain.progress import Rating
from missiondesk.domain.publication_calendar import Freshness
from missiondesk.domain.wording import definite_title
from missiondesk.language import Translator
from missiondesk.services.list_states import FigureStatus, Matter, RowStatus, Timing


@dataclass(frozen=True, slots=True)
class Mark:
    """How a state is shown: symbol, word, and the token of its colour."""

    symbol: str
    word: str
    colour: str

    @property
    def text(self) -> str:
        """Symbol and word as one text, kept on one line."""
        return f"{self.symbol}\u00a0{self.word}" if self.symbol else self.word


# (symbol, colour token); the words come from the domain.
_LISTED: Final[tuple[tuple[Worded, tuple[str, str]], ...]] = (
    (Rating.ACHIEVED, (Rating.ACHIEVED.symbol, "good")),
    (Rating.ON_TRACK, (Rating.ON_TRACK.symbol, "good")),
    (Rating.ACCELERATE, (Rating.ACCELERATE.symbol, "wait")),
    (Rating.LIMITED, (Rating.LIMITED.symbol, "bad")),
    (Rating.DETERIORATION, (Rating.DETERIORATION.symbol, "bad")),
    (Rating.MISSED, (Rating.MISSED.symbol, "bad")),
    (Rating.CANNOT_RATE, (Rating.CANNOT_RATE.symbol, "unknown")),
    # The human scale has its own family of signs, filled by the step, and no status colour.
    (Confidence.ON_TRACK, (Confidence.ON_TRACK.symbol, "ink")),
    (Confidence.PROBABLE, (Confidence.PROBABLE.symbol, "ink")),
    (Confidence.FEASIBLE, (Confidence.FEASIBLE.symbol, "ink")),
    (Confidence.AT_RISK, (Confidence.AT_RISK.symbol, "ink")),
    (Confidence.UNACHIEVABLE, (Confidence.UNACHIEVABLE.symbol, "ink")),
    (Stage.IDEA, ("○", "quiet")),
    (Stage.PILOT, ("◔", "ink")),
    (Stage.SCALE, ("◑", "accent")),
    (Stage.EMBED, ("●", "accent")),
    (Stage.CLOSED, ("–", "quiet")),
    (Light.GREEN, (Light.GREEN.symbol, "good")),
    (Light.YELLOW, (Light.YELLOW.symbol, "wait")),
    (Light.RED, (Light.RED.symbol, "bad")),
    (Verdict.MET, ("✓", "good")),
    (Verdict.NOT_MET, ("✗", "bad")),
    (GateResult.PASS, ("✓", "good")),
    (GateResult.CONDITIONAL, ("◑", "wait")),
    (GateResult.RECYCLE, ("↺", "wait")),
    (GateResult.HOLD, ("▪", "wait")),
    (GateResult.STOP, ("■", "bad")),
    (MissionState.IDEA, ("○", "quiet")),
    (MissionState.PROPOSED, ("◔", "quiet")),
    (MissionState.AGREED, ("◑", "ink")),
    (MissionState.ACTIVE, ("●", "accent")),
    (MissionState.PAUSED, ("▪", "wait")),
    (MissionState.ACHIEVED, ("✓", "good")),
    (MissionState.CLOSED, ("–", "quiet")),
    (MilestoneStatus.PLANNED, ("◆", "target_text")),
    (MilestoneStatus.AT_RISK, ("▲", "wait")),
    (MilestoneStatus.MET, ("✓", "good")),
    (MilestoneStatus.MISSED, ("■", "bad")),
    (MilestoneStatus.MOVED, ("→", "quiet")),
    (CommitmentStatus.OPEN, ("○", "quiet")),
    (CommitmentStatus.IN_PROGRESS, ("◑", "ink")),
    (CommitmentStatus.MET, ("✓", "good")),
    (CommitmentStatus.MET_MODIFIED, ("✓", "wait")),
    (CommitmentStatus.NOT_PURSUED, ("✗", "bad")),
    (Timing.OVERDUE, ("■", "bad")),
    (Timing.SILENT, ("▲", "wait")),
    (Timing.SOON, ("◔", "ink")),
    (Timing.LATER, ("○", "ink")),
    (Timing.RECURRING, ("○", "ink")),
    (Timing.UNDATED, ("▲", "wait")),
    (Timing.DONE, ("–", "quiet")),
    (LetterState.DRAFT, ("○", "quiet")),
    (LetterState.CHECKED, ("◔", "ink")),
    (LetterState.CLEARED, ("◑", "ink")),
    (LetterState.SIGNED, ("●", "accent")),
    (LetterState.ISSUED, ("✓", "good")),
    (LetterState.ACKNOWLEDGED, ("✓", "good")),
    (LetterState.SUPERSEDED, ("–", "quiet")),
    (LetterState.RECALLED, ("✗", "bad")),
    (ObservationStatus.ESTIMATE, ("○", "quiet")),
    (ObservationStatus.PRELIMINARY, ("○", "ink")),
    (ObservationStatus.FINAL, ("●", "ink")),
    (ObservationStatus.REVISED, ("●", "accent")),
    (Standing.ACTIVE, ("●", "good")),
    (Standing.RESTING, ("▲", "wait")),
    (Standing.NONE, ("○", "quiet")),
    (CheckTiming.OVERDUE, ("■", "bad")),
    (CheckTiming.SOON, ("◔", "ink")),
    (CheckTiming.LATER, ("○", "ink")),
    (CheckTiming.UNDATED, ("▲", "wait")),
    (CheckTiming.OVER, ("–", "quiet")),
    (PromiseState.OFFERED, ("○", "quiet")),
    (PromiseState.AGREED, ("◔", "ink")),
    (PromiseState.SIGNED, ("◑", "ink")),
    (PromiseState.DELIVERING, ("●", "accent")),
    (PromiseState.DELIVERED, ("✓", "good")),
    (PromiseState.WITHDRAWN, ("✗", "bad")),
    (PromiseState.LAPSED, ("–", "quiet")),
    (Stance.SUPPORTER, ("●", "ink")),
    (Stance.NEUTRAL, ("○", "ink")),
    (Stance.SCEPTIC, ("◇", "ink")),
    (Stance.OPPONENT, ("■", "ink")),
    (Consent.GIVEN, ("✓", "ink")),
    (Consent.NOT_ASKED, ("○", "quiet")),
    (Consent.REFUSED, ("✗", "ink")),
    *((fresh, (fresh.symbol, fresh.tone)) for fresh in Freshness),
    (FigureStatus.NEW, ("+", "accent")),
    (FigureStatus.REVISED, ("▲", "wait")),
    (FigureStatus.RIPENED, ("◑", "ink")),
    (FigureStatus.UNCHANGED, ("–", "quiet")),
    (FigureStatus.NO_FIGURE, ("○", "unknown")),
    (FigureStatus.UNREADABLE, ("■", "bad")),
    (FigureStatus.OUT_OF_RANGE, ("■", "bad")),
    (RowStatus.NEW, ("+", "accent")),
    (RowStatus.CHANGED, ("▲", "wait")),
    (RowStatus.UNCHANGED, ("–", "quiet")),
    (RowStatus.UNREADABLE, ("■", "bad")),
    (Matter.ISSUE, ("■", "bad")),
    (Matter.RED, ("▼", "bad")),
    (Matter.DECISION, ("◆", "target_text")),
    (Matter.LATE, ("■", "bad")),
    (Matter.STALE, ("▲", "wait")),
    (MeetingState.PLANNED, ("○", "ink")),
    (MeetingState.HELD, ("✓", "good")),
    (MeetingState.CANCELLED, ("✗", "quiet")),
    (DecisionState.ASKED, ("◆", "target_text")),
    (DecisionState.TAKEN, ("◑", "ink")),
    (DecisionState.CARRIED_OUT, ("✓", "good")),
    (DecisionState.DROPPED, ("–", "quiet")),
    (ActionState.OPEN, ("○", "ink")),
    (ActionState.DONE, ("✓", "good")),
    (ActionState.DROPPED, ("–", "quiet")),
    (IssueState.OPEN, ("○", "ink")),
    (IssueState.RESOLVED, ("✓", "good")),
    (IssueState.WITHDRAWN, ("–", "quiet")),
    (RiskState.OPEN, ("○", "ink")),
    (RiskState.OCCURRED, ("■", "bad")),
    (RiskState.CLOSED, ("–", "quiet")),
    (Severity.ERROR, (Severity.ERROR.symbol, "bad")),
    (Severity.WARNING, (Severity.WARNING.symbol, "wait")),
    (Severity.NOTE, (Severity.NOTE.symbol, "unknown")),
)
# Members of different enumerations that spell their value alike are equal, as text is: a rating
# "on track" and a confidence "on track". So the class belongs to the key.
_LOOKS: Final = {(type(state), state.value): look for state, look in _LISTED}


def mark(state: Worded | None, tr: Translator) -> Mark:
    """The mark of any state of the domain; None is "not given"."""
    if state is None:
        return Mark("–", tr.say("not given"), "quiet")
    symbol, tint = _LOOKS.get((type(state), state.value), ("", "ink"))
    return Mark(symbol, tr.say(state.word), tint)


def marked(state: Worded) -> bool:
    """Whether the state has a symbol of its own."""
    return (type(state), state.value) in _LOOKS


def led_by(lead: Office | None, others: Iterable[Office], tr: Translator) -> str:
    """Who leads a commitment, and with whom."""
    title = lead.title.in_language(tr.lang) if lead is not None else tr.say("no lead")
    names = [definite_title(one.title.in_language(tr.lang), tr.lang) for one in others]
    if not names:
        return title
    return tr.say("{lead}, shared with {others}", lead=title, others=tr.list(names))
