# SPDX-License-Identifier: Apache-2.0
"""The Step: what one verb changed. It is the trail, the undo stack, the refresh signal and the
basis of merging.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Final

from missiondesk.domain.entities import KIND_OF, Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded

Stored = str | int | None


class Verb(Worded):
    """What the secretariat did, as the undo menu and the history say it."""

    SET_UP = "set_up", N_("set up the workspace")
    REVISE_SECRETARIAT = "revise_secretariat", N_("revise the settings")
    ADD_MISSION = "add_mission", N_("add mission")
    REVISE_MISSION = "revise_mission", N_("revise mission")
    REMOVE_MISSION = "remove_mission", N_("remove mission")
    REVISE_SEVERAL = "revise_several", N_("set a field of several records")
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
    ASSESS_INITIATIVE = "assess_initiative", N_("keep the judgement of initiative")
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
    DRAFT_LETTERS = "draft_letters", N_("draft letters")
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
    ADD_BODY = "add_body", N_("add body")
    REVISE_BODY = "revise_body", N_("revise body")
    REMOVE_BODY = "remove_body", N_("remove body")
    SEAT_MEMBER = "seat_member", N_("give a seat in body")
    REVISE_MEMBER = "revise_member", N_("revise seat in body")
    REMOVE_MEMBER = "remove_member", N_("remove seat in body")
    PLAN_MEETING = "plan_meeting", N_("plan meeting")
    REVISE_MEETING = "revise_meeting", N_("revise meeting")
    HOLD_MEETING = "hold_meeting", N_("record meeting as held")
    REMOVE_MEETING = "remove_meeting", N_("remove meeting")
    REVISE_AGENDA = "revise_agenda", N_("revise the agenda")
    ADD_DECISION = "add_decision", N_("record decision")
    REVISE_DECISION = "revise_decision", N_("revise decision")
    REMOVE_DECISION = "remove_decision", N_("remove decision")
    ADD_ACTION = "add_action", N_("add action")
    REVISE_ACTION = "revise_action", N_("revise action")
    REMOVE_ACTION = "remove_action", N_("remove action")
    SET_RESPONSIBILITY = "set_responsibility", N_("set who is responsible")
    RAISE_ISSUE = "raise_issue", N_("raise issue")
    REVISE_ISSUE = "revise_issue", N_("revise issue")
    ESCALATE_ISSUE = "escalate_issue", N_("move issue up")
    RESOLVE_ISSUE = "resolve_issue", N_("resolve issue")
    REMOVE_ISSUE = "remove_issue", N_("remove issue")
    ADD_RISK = "add_risk", N_("add risk")
    REVISE_RISK = "revise_risk", N_("revise risk")
    REMOVE_RISK = "remove_risk", N_("remove risk")
    ADD_DEPENDENCY = "add_dependency", N_("add dependency")
    REVISE_DEPENDENCY = "revise_dependency", N_("revise dependency")
    REMOVE_DEPENDENCY = "remove_dependency", N_("remove dependency")
    REALLOCATE = "reallocate", N_("reallocate portfolios")
    PLAN_GATE = "plan_gate", N_("plan gate")
    REVISE_GATE = "revise_gate", N_("revise gate")
    PASS_GATE = "pass_gate", N_("decide gate")
    REMOVE_GATE = "remove_gate", N_("remove gate")
    ADD_CRITERION = "add_criterion", N_("add criterion")
    REVISE_CRITERION = "revise_criterion", N_("revise criterion")
    REMOVE_CRITERION = "remove_criterion", N_("remove criterion")
    CLOSE_INITIATIVE = "close_initiative", N_("close initiative")
    ADD_BUDGET_LINE = "add_budget_line", N_("add budget line")
    REVISE_BUDGET_LINE = "revise_budget_line", N_("revise budget line")
    REMOVE_BUDGET_LINE = "remove_budget_line", N_("remove budget line")
    IMPORT_PORTFOLIO = "import_portfolio", N_("import portfolio")
    ADD_SKILL = "add_skill", N_("add skill")
    REVISE_SKILL = "revise_skill", N_("revise skill")
    REMOVE_SKILL = "remove_skill", N_("remove skill")
    IMPORT_SKILLS = "import_skills", N_("import skills")
    ADD_REQUIREMENT = "add_requirement", N_("add skills requirement")
    REVISE_REQUIREMENT = "revise_requirement", N_("revise skills requirement")
    REMOVE_REQUIREMENT = "remove_requirement", N_("remove skills requirement")
    ASSESS_CAPABILITY = "assess_capability", N_("assess capability")
    REMOVE_CAPABILITY = "remove_capability", N_("remove capability")
    ADD_SOURCING = "add_sourcing", N_("add sourcing action")
    REVISE_SOURCING = "revise_sourcing", N_("revise sourcing action")
    REMOVE_SOURCING = "remove_sourcing", N_("remove sourcing action")
    ADD_EXPERT = "add_expert", N_("add expert")
    REVISE_EXPERT = "revise_expert", N_("revise expert")
    REMOVE_EXPERT = "remove_expert", N_("remove expert")
    ADD_ACTOR = "add_actor", N_("add actor")
    REVISE_ACTOR = "revise_actor", N_("revise actor")
    REMOVE_ACTOR = "remove_actor", N_("remove actor")
    ADD_ACTOR_COMMITMENT = "add_actor_commitment", N_("add actor's commitment")
    REVISE_ACTOR_COMMITMENT = "revise_actor_commitment", N_("revise actor's commitment")
    REMOVE_ACTOR_COMMITMENT = "remove_actor_commitment", N_("remove actor's commitment")
    ADD_NEED = "add_need", N_("add need of the coalition")
    REVISE_NEED = "revise_need", N_("revise need of the coalition")
    REMOVE_NEED = "remove_need", N_("remove need of the coalition")
    LOG_ENGAGEMENT = "log_engagement", N_("log contact with actor")
    REVISE_ENGAGEMENT = "revise_engagement", N_("revise contact with actor")
    REMOVE_ENGAGEMENT = "remove_engagement", N_("remove contact with actor")
    ADD_TO_TALKS = "add_to_talks", N_("add to the talks")
    REVISE_TALKS = "revise_talks", N_("revise in the talks")
    REMOVE_FROM_TALKS = "remove_from_talks", N_("remove from the talks")
    TAKE_ELECTION = "take_election", N_("take the result of an election")
    SET_SEATS = "set_seats", N_("set seats")
    SEND_QUESTIONS = "send_questions", N_("send questions to the parties")
    SAY_STANCES = "say_stances", N_("say what parties hold")
    ACCEPT_CLAUSE = "accept_clause", N_("say who accepts a clause")
    FREEZE_TEXT = "freeze_text", N_("freeze the text")
    MAKE_MISSIONS = "make_missions", N_("make missions of what was agreed")
    SET_ROLES = "set_roles", N_("say who stands where")
    SEND_COPY = "send_copy", N_("send a copy")
    MAKE_COPY = "make_copy", N_("make a copy for others")
    NOTE_RETURN = "note_return", N_("note that a copy came back")
    FORGET_COPY = "forget_copy", N_("remove the note of a copy")
    DELETE_COPIES = "delete_copies", N_("delete copies on this machine")
    ADD_COMMENT = "add_comment", N_("comment")
    REVISE_COMMENT = "revise_comment", N_("revise comment")
    SETTLE_COMMENT = "settle_comment", N_("settle comment")
    REMOVE_COMMENT = "remove_comment", N_("remove comment")
    READ_COMMENTS = "read_comments", N_("read in comments")
    IMPORT = "import", N_("import")
    MERGE = "merge", N_("put together with the copy")
    MAKE_CONFIDENTIAL = "make_confidential", N_("make the workspace confidential")
    MAKE_PLAIN = "make_plain", N_("make the workspace plain again")
    ADD_PASSPHRASE = "add_passphrase", N_("add a passphrase")
    CHANGE_PASSPHRASE = "change_passphrase", N_("change a passphrase")
    REMOVE_PASSPHRASE = "remove_passphrase", N_("remove a passphrase")
    MAKE_RECOVERY_KEY = "make_recovery_key", N_("make a recovery key")
    BRING_BACK = "bring_back", N_("bring back from the recycle bin")
    PURGE = "purge", N_("purge")
    JOURNALISE = "journalise", N_("mark as journalised")
    REMOVE_JOURNAL_MARK = "remove_journal_mark", N_("remove the mark of journalising")
    RESTORE = "restore", N_("restore the backup of")
    NAME_VERSION = "name_version", N_("name the version")
    GO_BACK = "go_back", N_("go back to the version")
    SALVAGE = "salvage", N_("recover from the damaged file")

    @property
    def barrier(self) -> bool:
        """True where undo stops: an issued letter is superseded or recalled, never undone.

        Nor is the setting up of the workspace: without it there is nothing to work in; and what was
        purged is gone.
        """
        return self in (Verb.SET_UP, Verb.ISSUE_LETTER, Verb.MAKE_COPY, Verb.PURGE)

    @property
    def on_file(self) -> bool:
        """True of acts on the file itself, its copies or its history: undo passes over them, for no
        record is otherwise.
        """
        return self in _ON_FILE


_ON_FILE: Final = frozenset(
    {
        Verb.MAKE_CONFIDENTIAL,
        Verb.MAKE_PLAIN,
        Verb.ADD_PASSPHRASE,
        Verb.CHANGE_PASSPHRASE,
        Verb.REMOVE_PASSPHRASE,
        Verb.MAKE_RECOVERY_KEY,
        Verb.DELETE_COPIES,
        Verb.NAME_VERSION,
    }
)
# What may be done in a copy that was sent for comments.
COMMENTING: Final = frozenset(
    {
        Verb.ADD_COMMENT,
        Verb.REVISE_COMMENT,
        Verb.SETTLE_COMMENT,
        Verb.REMOVE_COMMENT,
        Verb.READ_COMMENTS,
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """One record's fields before and after, as stored values by field name.

    An added record has no ``before``, a removed one no ``after``; a revised one holds only the
    fields that differ. Of a purged change both are empty and ``erased`` is left.

    Attributes:
        salt: Randomness that goes into its digest, as read from a workspace; "" before.
        erased: Digest of what a purge erased, "" while nothing was.
    """

    kind: str
    key: str
    before: Mapping[str, Stored] | None
    after: Mapping[str, Stored] | None
    salt: str = field(default="", compare=False, repr=False)
    erased: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Seal:
    """What ties a Step to all that was written before it.

    Attributes:
        value: SHA-256 over the Step, its Changes and ``follows``, in hexadecimal digits.
        follows: The seal of the Step before it, "" for the first.
        salt: Randomness that goes into the digest of the Step's words.
        took: Digest of the seals of the Steps that it took in from a copy, "" when it took none.
        adopted: A version without seals wrote the Step; it was sealed when the file was migrated.
        erased: Digest of the words that a purge erased, "" while none were.
    """

    value: str
    follows: str
    salt: str
    took: str = ""
    adopted: bool = False
    erased: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One user action as noted in the trail.

    Attributes:
        number: Position in this workspace's trail, from 1.
        parent: Id of the step before it, None for the first.
        subject: Id of the record it was done to, or ""; of `Verb.MERGE` the copy's last step,
            of `Verb.SEND_COPY` the first step of a copy that holds only a part.
        about: What it spoke of, in words of that moment ("M1 Færre unge …").
        undoes: Id of the step that this one takes back, or None.
        seal: What ties it to the steps before it, as read from or written to a workspace.
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
    seal: Seal | None = field(default=None, compare=False, repr=False)

    def touches(self, *kinds: type[Entity]) -> bool:
        """Whether any record of one of these kinds was added, revised or removed."""
        names = {KIND_OF[kind] for kind in kinds}
        return any(change.kind in names for change in self.changes)

    def keys(self, kind: type[Entity]) -> tuple[str, ...]:
        """Ids of the records of ``kind`` that it changed."""
        name = KIND_OF[kind]
        return tuple(change.key for change in self.changes if change.kind == name)
