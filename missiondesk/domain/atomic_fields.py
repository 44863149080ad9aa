# SPDX-License-Identifier: Apache-2.0
"""Which fields of a record only make sense together, so that merging two copies never mixes one
copy's half with the other's.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from missiondesk.domain.references import OWNERS, REFERENCES

# A record that says one thing: it is taken from one copy or from the other, whole.
WHOLE: Final = frozenset(
    {
        "appointment",
        "observation",
        "assessment",
        "initiative_assessment",
        "letter_block",
        "common_block",
        "trajectory_point",
        "metric_change",
        "figure_feed",
        "letter_reply",
        "membership",
        "responsibility",
        "dependency",
        "budget_line",
        "capability",
        "seat_result",
        "copy_sent",
        "journal_mark",
        "purge",
    }
)

# From and to, a value and its day: groups that stand in records of many kinds.
_ANYWHERE: Final = (
    ("valid_from", "valid_to"),
    ("needed_from", "needed_to"),
    ("contract_from", "contract_to"),
    ("consent", "consent_date"),
    ("conflict", "conflict_text", "conflict_date"),
    ("evidence", "evidence_date"),
    ("quantity", "unit"),
    ("start", "end", "horizon"),
    ("follow_up", "follow_up_due", "followed_up", "follow_up_cadence"),
    ("resolved", "resolution"),
    ("stage", "stage_since", "closing_reason", "learned"),
    ("platform_title", "platform_date", "platform_parties"),
    ("window_left_mm", "window_top_mm"),
)

_OF_KIND: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    # What is aimed at is one agreement: a relative target hangs on the baseline, and a unit on all
    # of them, so the baseline is no group of its own.
    "metric": (
        (
            "unit",
            "direction",
            "limit",
            "baseline_value",
            "baseline_period",
            "target_value",
            "target_shape",
            "target_period",
            "cumulative_from",
            "trajectory",
            "band_low",
            "band_high",
        ),
        ("method", "method_version"),
        ("key", "indicator"),
        ("part_of", "part_name"),
        ("periodicity", "delay_months"),
    ),
    "mission": (("wicked_causes", "wicked_solutions", "wicked_scale", "wicked_conflict"),),
    "initiative": (
        ("contribution", "contribution_low", "contribution_high", "contribution_period"),
        ("currency", "baseline_cost", "forecast_cost"),
        ("delivery_confidence", "confidence_note", "confidence_date"),
        ("track", "track_since"),
        ("freed", "freed_fte"),
        ("after_staff", "after_users", "after_money"),
        ("benefit_light", "overall_light"),
    ),
    "commitment": (("due", "cadence"), ("status", "status_date", "evidence", "reason")),
    "milestone": (("due", "original_due"),),
    "letter": (
        ("number", "version", "state", "state_date", "kept_pdf", "kept_content", "made_with"),
        ("addressee_office", "addressee_person"),
    ),
    "stocktake": (("held", "data_cutoff", "state"),),
    "criterion": (
        ("comparison", "threshold", "unit", "metric"),
        ("measured", "measured_at", "verdict", "evidence"),
    ),
    "gate": (("from_stage", "to_stage"), ("result", "held", "conditions")),
    "decision": (("date", "state", "decided_by"),),
    "action": (("state", "done"),),
    "issue": (("level", "level_since"), ("state", "resolved", "resolution")),
    "risk": (("probability", "impact"),),
    "actor_commitment": (("state", "state_date", "ended_from", "evidence", "evidence_date"),),
    "sourcing_action": (("level", "fte", "headcount"),),
    "skill_requirement": (("level", "fte"),),
    "meeting": (("date", "papers_due"),),
    "platform_goal": (("frame", "financing"),),
    "election": (("size", "majority", "rule"),),
    "talks_round": (("frame", "permanent"),),
    "talks_question": (("asked", "due"),),
    "party_position": (("stance", "red_line", "text"), ("source", "source_page")),
    "clause": (("text", "state", "accepted"),),
    "financing_line": (("kind", "amounts", "permanent"),),
    "talks_option": (("amounts", "permanent"),),
    "constellation": (("government", "support", "neutral", "against"),),
    "comment": (
        ("state", "settled_by", "settled", "outcome"),
        ("kind", "record", "paragraph", "place", "quoted"),
    ),
}


@cache
def group_of(kind: str, field: str) -> str:
    """Name of the group that the field belongs to: its first field, or "" for the whole record."""
    if kind in WHOLE:
        return ""
    for group in (*_OF_KIND.get(kind, ()), *_ANYWHERE):
        if field in group:
            return group[0]
    return field


@cache
def belonging(kind: str) -> tuple[tuple[str, str], ...]:
    """Fields, with the kind they refer to, without whose record this one cannot be."""
    from missiondesk.domain.entities import KINDS

    hints = KINDS[kind].__annotations__
    owners = OWNERS.get(kind, ())
    return tuple(
        (field, target)
        for field, target in REFERENCES.get(kind, {}).items()
        if field in owners or hints[field] == "str"
    )
