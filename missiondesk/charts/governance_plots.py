# SPDX-License-Identifier: Apache-2.0
"""What the pictures of governance show: bodies that report to bodies, and risks in a field."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class BodyBox:
    """One body in the diagram.

    Attributes:
        key: By which others report to it.
        above: Key of the body to which it reports, or "".
        name: Code and name.
        details: Lines below the name: kind, chair, rhythm.
        note: What is wrong with it, or "".
    """

    key: str
    above: str
    name: str
    details: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationPlot:
    """Bodies in boxes, the highest at the left, with an arrow from each to where it reports."""

    title: str
    subtitle: str
    boxes: tuple[BodyBox, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class RiskSpot:
    """One risk in the field.

    Attributes:
        label: Its number, "R4".
        text: What may happen.
        probability, impact: 1 to 5, or None while nobody has judged.
    """

    label: str
    text: str
    probability: int | None = None
    impact: int | None = None


@dataclass(frozen=True, slots=True)
class RiskFieldPlot:
    """Risks by probability and impact.

    Attributes:
        severe_from: The weight from which a risk is heavy; `watched_from` from which it is watched.
    """

    title: str
    subtitle: str
    risks: tuple[RiskSpot, ...] = ()
    source: str = ""
    severe_from: int = 15
    watched_from: int = 8
