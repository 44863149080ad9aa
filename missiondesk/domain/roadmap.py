# SPDX-License-Identifier: Apache-2.0
"""What a roadmap says: lanes, bars and milestones as plain values in the document's language."""

from __future__ import annotations

from datetime import date

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RoadmapBar:
    """One initiative; without both dates it stands among the undated, with ``undated_note``."""

    code: str
    title: str
    stage: str
    stage_word: str
    start: date | None = None
    end: date | None = None
    owner: str = ""
    undated_note: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class RoadmapMilestone:
    """One milestone; ``due_text`` is as precise as the date is known."""

    title: str
    due_first: date
    due_last: date
    due_text: str
    status_symbol: str = ""
    status_word: str = ""
    kind_word: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class RoadmapLane:
    """One mission with its goal in a line and how it stands."""

    code: str
    title: str
    owner: str = ""
    status_symbol: str = ""
    status_word: str = ""
    goal: str = ""
    bars: tuple[RoadmapBar, ...] = ()
    milestones: tuple[RoadmapMilestone, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class RoadmapCoalition:
    """Who stands by a mission with a live commitment, and what they bring, each a line."""

    code: str
    title: str
    actors: str
    brings: str = ""


@dataclass(frozen=True, slots=True)
class RoadmapGovernance:
    """Who governs a mission; "" is not recorded.

    Attributes:
        accountable: The office that answers for it (A).
        board: Its highest own body, with ``chair``, and ``meets`` in words.
        way: By which bodies an issue moves up, their names from below.
    """

    code: str
    title: str
    accountable: str = ""
    board: str = ""
    chair: str = ""
    meets: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The whole roadmap; ``start`` and ``end`` bound the time axis, ``created`` (ISO) stamps the
    file, ``grouping`` says what is shown in less detail than there is, ``escalation`` when an issue
    moves up, ``elsewhere`` what another paper holds that this one leaves out.
    """

    title: str
    subtitle: str
    narrative: str
    language: str
    lanes: tuple[RoadmapLane, ...]
    start: date
    end: date
    today: date
    created: str
    data_date: str = ""
    method_note: str = ""
    sources: tuple[str, ...] = ()
    public: bool = False
    sample: bool = False
    mark: str = ""
    classification: str = ""
    sender: str = ""
    reference: str = ""
    grouping: str = ""
    coalition: tuple[RoadmapCoalition, ...] = ()
    governance: tuple[RoadmapGovernance, ...] = ()
    escalation: str = ""
    elsewhere: str = ""
