# SPDX-License-Identifier: Apache-2.0
"""From platform to letters: what became of every goal, and what fell out on the way (N8)."""

from __future__ import annotations

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import OutcomeMetric, TargetShape
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Office, OfficeLevel
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.situation import Situation


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of one goal of the platform.

    Attributes:
        number: Chapter and goal as printed, "2.3".
        mission: The mission that serves it, or None.
        unready: What the mission lacks to be measured: metric, baseline, target, owner.
        letter: The mission's letter in force, else the newest one, or None.
        commitments: What is promised under the mission and still pursued.
        fallen: Where the way from platform to letter breaks, a sentence each; empty when whole.
    """

    number: str
    chapter: PlatformChapter
    goal: PlatformGoal
    mission: Mission | None = None
    unready: tuple[Message, ...] = ()
    letter: Letter | None = None
    commitments: tuple[Commitment, ...] = ()
    fallen: tuple[Message, ...] = ()


def coverage(now: Situation) -> tuple[Coverage, ...]:
    """All goals in the order of the platform, each with what became of it."""
    return tuple(
        _covered(now, chapter, goal)
        for chapter in now.chapters
        for goal in now.goals_of(chapter.id)
    )


def numbered(chapter: PlatformChapter, goal: PlatformGoal) -> str:
    """The goal's number as printed, "2.3"."""
    return f"{chapter.number}.{goal.number}"


def letter_of(now: Situation, mission: Mission) -> Letter | None:
    """The mission's letter in force, else the newest one; None when it has none."""
    letters = now.letters_of(mission.id)
    found = [one for one in letters if one.state.in_force] or list(letters)
    return found[-1] if found else None


def unready(now: Situation, mission: Mission) -> tuple[Message, ...]:
    """What a mission lacks of metric, baseline, target and accountable minister."""
    office = now.get(Office, mission.accountable_office)
    return tuple(said for _field, said in lacking(now.metric_of(mission.id), office))


def lacking(metric: OutcomeMetric | None, office: Office | None) -> tuple[tuple[str, Message], ...]:
    """What is missing of key metric, baseline, target and accountable minister, each with the field
    of the metric or of the mission in which it is to stand.
    """
    lacks: list[tuple[str, Message]] = []
    if metric is None or not metric.name:
        lacks.append(("name", message(N_("no key metric"))))
    if metric is not None:
        counted = metric.target_shape not in (TargetShape.BINARY, TargetShape.CUMULATIVE)
        if counted and metric.baseline_value is None:
            lacks.append(("baseline_value", message(N_("no baseline"))))
        elif counted and metric.baseline_period is None:
            lacks.append(("baseline_period", message(N_("no date of the baseline"))))
        done = metric.target_shape is TargetShape.BINARY
        if metric.target_value is None and not done:
            lacks.append(("target_value", message(N_("no dated target"))))
        elif metric.target_period is None:
            lacks.append(("target_period", message(N_("no dated target"))))
    if office is None or office.level is not OfficeLevel.MINISTER:
        lacks.append(("accountable_office", message(N_("no accountable minister"))))
    return tuple(lacks)


def _covered(now: Situation, chapter: PlatformChapter, goal: PlatformGoal) -> Coverage:
    number, mission = numbered(chapter, goal), now.get(Mission, goal.mission)
    if mission is None:
        fallen = (message(N_("No mission has taken up the goal.")),)
        return Coverage(number, chapter, goal, fallen=fallen)
    lacks, letter = unready(now, mission), letter_of(now, mission)
    promised = tuple(
        one
        for one in now.commitments_of(mission.id)
        if one.status is not CommitmentStatus.NOT_PURSUED
    )
    return Coverage(
        number, chapter, goal, mission, lacks, letter, promised,
        tuple(_broken(mission, lacks, letter, promised)),
    )  # fmt: skip


def _broken(
    mission: Mission,
    lacks: tuple[Message, ...],
    letter: Letter | None,
    promised: tuple[Commitment, ...],
) -> list[Message]:
    broken = []
    if mission.state is MissionState.CLOSED:
        broken.append(message(N_("The mission is closed without having reached its target.")))
    if lacks:
        broken.append(message(N_("The mission cannot be measured yet.")))
    if letter is None:
        broken.append(message(N_("There is no letter on the mission.")))
    elif not letter.state.in_force:
        broken.append(message(N_("The mission's letter is not in force.")))
    if not promised:
        broken.append(message(N_("Nothing is promised under the mission.")))
    return broken
