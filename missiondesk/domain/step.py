# SPDX-License-Identifier: Apache-2.0
"""The Step: what one verb changed. It is the trail, the undo stack, the refresh signal and the
basis of merging.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from missiondesk.domain.entities import KIND_OF, Entity
from missiondesk.domain.message import N_, Worded

Stored = str | int | None


class Verb(Worded):
    """What the secretariat did, as the undo menu and the history say it."""

    SET_UP = "set_up", N_("set up the workspace")
    REVISE_SECRETARIAT = "revise_secretariat", N_("revise the settings")
    ADD_MISSION = "add_mission", N_("add mission")
    REVISE_MISSION = "revise_mission", N_("revise mission")
    REMOVE_MISSION = "remove_mission", N_("remove mission")
    ASSIGN_MISSION = "assign_mission", N_("assign mission")
    ADVANCE_MISSION = "advance_mission", N_("change the state of mission")
    REVISE_METRIC = "revise_metric", N_("revise key metric")
    CHANGE_METRIC = "change_metric", N_("change key metric by decision")
    REVISE_METRIC_CHANGE = "revise_metric_change", N_("revise decision on key metric")
    SET_INTERIM_TARGETS = "set_interim_targets", N_("set interim targets")
    ADD_INDICATOR = "add_indicator", N_("add supporting indicator")
    REVISE_INDICATOR = "revise_indicator", N_("revise supporting indicator")
    REMOVE_INDICATOR = "remove_indicator", N_("remove supporting indicator")
    RECORD_OBSERVATIONS = "record_observations", N_("record observations")
    IMPORT_FIGURES = "import_figures", N_("import figures")
    ASSESS_MISSION = "assess_mission", N_("assess mission")
    ADD_LEARNING = "add_learning", N_("add learning")
    REVISE_LEARNING = "revise_learning", N_("revise learning")
    REMOVE_LEARNING = "remove_learning", N_("remove learning")
    PLAN_STOCKTAKE = "plan_stocktake", N_("plan stocktake")
    REVISE_STOCKTAKE = "revise_stocktake", N_("revise stocktake")
    FREEZE_STOCKTAKE = "freeze_stocktake", N_("freeze the figures of stocktake")
    HOLD_STOCKTAKE = "hold_stocktake", N_("hold stocktake")
    REMOVE_STOCKTAKE = "remove_stocktake", N_("remove stocktake")
    ADD_MILESTONE = "add_milestone", N_("add milestone")
    REVISE_MILESTONE = "revise_milestone", N_("revise milestone")
    REMOVE_MILESTONE = "remove_milestone", N_("remove milestone")
    ADD_INITIATIVE = "add_initiative", N_("add initiative")
    REVISE_INITIATIVE = "revise_initiative", N_("revise initiative")
    MOVE_INITIATIVE = "move_initiative", N_("move initiative to another stage")
    REMOVE_INITIATIVE = "remove_initiative", N_("remove initiative")
    ADD_COMMITMENT = "add_commitment", N_("add commitment")
    REVISE_COMMITMENT = "revise_commitment", N_("revise commitment")
    SPLIT_COMMITMENT = "split_commitment", N_("split commitment")
    REMOVE_COMMITMENT = "remove_commitment", N_("remove commitment")
    ADD_MINISTRY = "add_ministry", N_("add ministry")
    REVISE_MINISTRY = "revise_ministry", N_("revise ministry")
    REMOVE_MINISTRY = "remove_ministry", N_("remove ministry")
    ADD_OFFICE = "add_office", N_("add office")
    REVISE_OFFICE = "revise_office", N_("revise office")
    REMOVE_OFFICE = "remove_office", N_("remove office")
    APPOINT = "appoint", N_("appoint")
    REVISE_PERSON = "revise_person", N_("revise person")
    REVISE_APPOINTMENT = "revise_appointment", N_("revise appointment")
    REMOVE_APPOINTMENT = "remove_appointment", N_("remove appointment")
    DRAFT_LETTER = "draft_letter", N_("draft letter")
    REVISE_LETTER = "revise_letter", N_("revise letter")
    REVISE_BLOCK = "revise_block", N_("revise letter text")
    REMOVE_LETTER = "remove_letter", N_("remove letter")
    ADVANCE_LETTER = "advance_letter", N_("change the state of letter")
    ISSUE_LETTER = "issue_letter", N_("issue letter")
    REVISE_COMMON = "revise_common", N_("revise the common part of letters")
    READ_REPLY = "read_reply", N_("read in the reply to letter")
    REMOVE_REPLY = "remove_reply", N_("remove the reply to letter")
    REVISE_PLATFORM = "revise_platform", N_("revise the platform")
    ADD_CHAPTER = "add_chapter", N_("add chapter")
    REVISE_CHAPTER = "revise_chapter", N_("revise chapter")
    MOVE_CHAPTER = "move_chapter", N_("move chapter")
    REMOVE_CHAPTER = "remove_chapter", N_("remove chapter")
    ADD_PLATFORM_GOAL = "add_platform_goal", N_("add goal of the platform")
    REVISE_PLATFORM_GOAL = "revise_platform_goal", N_("revise goal of the platform")
    MOVE_PLATFORM_GOAL = "move_platform_goal", N_("move goal of the platform")
    REMOVE_PLATFORM_GOAL = "remove_platform_goal", N_("remove goal of the platform")
    IMPORT = "import", N_("import")

    @property
    def barrier(self) -> bool:
        """True where undo stops: an issued letter is superseded or recalled, never undone.

        Nor is the setting up of the workspace: without it there is nothing to work in.
        """
        return self in (Verb.SET_UP, Verb.ISSUE_LETTER)


@dataclass(frozen=True, slots=True)
class Change:
    """One record's fields before and after, as stored values by field name.

    An added record has no ``before``, a removed one no ``after``; a revised one holds only the
    fields that differ.
    """

    kind: str
    key: str
    before: Mapping[str, Stored] | None
    after: Mapping[str, Stored] | None


@dataclass(frozen=True, slots=True)
class Step:
    """One user action as noted in the trail.

    Attributes:
        number: Position in this workspace's trail, from 1.
        parent: Id of the step before it, None for the first.
        about: What it spoke of, in words of that moment ("M1 Færre unge …").
        undoes: Id of the step that this one takes back, or None.
    """

    id: str
    number: int
    parent: str | None
    at: datetime
    who: str
    verb: Verb
    subject: str
    about: str
    undoes: str | None = None
    changes: tuple[Change, ...] = ()

    def touches(self, *kinds: type[Entity]) -> bool:
        """Whether any record of one of these kinds was added, revised or removed."""
        names = {KIND_OF[kind] for kind in kinds}
        return any(change.kind in names for change in self.changes)

    def keys(self, kind: type[Entity]) -> tuple[str, ...]:
        """Ids of the records of ``kind`` that it changed."""
        name = KIND_OF[kind]
        return tuple(change.key for change in self.changes if change.kind == name)
