# SPDX-License-Identifier: Apache-2.0
"""The table of all kinds of documents: command line, Documents page, gallery and batch read it.

A new kind is one line here. Letters are not in it: what hinders one is told, so they are planned
by `Printing` itself.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.services.bodies_document import bodies_job, escalations_job
from missiondesk.services.closing_note import (
    closing_note_job,
    is_closed,
    is_over,
    mission_closing_note_job,
)
from missiondesk.services.coalition_sheet import coalition_job
from missiondesk.services.commitment_annex import annex_job, has_commitments
from missiondesk.services.decision_register import decision_register_job
from missiondesk.services.document_kinds import DocumentKind, Needs
from missiondesk.services.draft_document import changes_job, copy_job, draft_job, frozen_job
from missiondesk.services.expert_register import expert_register_job
from missiondesk.services.financing_table import financing_job
from missiondesk.services.gate_memo import decision_near, gate_memo_job
from missiondesk.services.governance_jobs import actors_job, governance_job, skills_job
from missiondesk.services.half_year_report import half_year_job
from missiondesk.services.meeting_papers import (
    board_paper_job,
    is_ahead,
    minutes_job,
    was_held,
)
from missiondesk.services.one_pager import one_pager_job
from missiondesk.services.option_paper import has_options, option_paper_job
from missiondesk.services.ownership_sheet import ownership_job
from missiondesk.services.partner_letter import has_promised, partner_letter_job
from missiondesk.services.platform_jobs import coverage_job, platform_job
from missiondesk.services.portfolio_review import portfolio_review_job
from missiondesk.services.position_matrix import positions_job, questions_job
from missiondesk.services.registers import commitment_register_job, letter_register_job
from missiondesk.services.report_jobs import (
    metric_sheet_job,
    quarterly_job,
    roadmap_job,
    stocktake_job,
)
from missiondesk.services.risk_register import risk_register_job
from missiondesk.services.seat_sheet import seat_sheet_job
from missiondesk.services.stop_list_document import stop_list_job
from missiondesk.services.talks_meeting_sheet import talks_meeting_job

LETTERS: Final = "letters"
ALL: Final = "all"

DOCUMENT_KINDS: Final = (
    DocumentKind("roadmap", N_("Roadmap, A3"), Needs.NOTHING,
                 partial(roadmap_job, paper="A3"), narrows=True),
    DocumentKind("roadmap-a4", N_("Roadmap, A4"), Needs.NOTHING,
                 partial(roadmap_job, paper="A4"), narrows=True),
    DocumentKind("roadmap-a2", N_("Roadmap, A2 poster"), Needs.NOTHING,
                 partial(roadmap_job, paper="A2"), narrows=True),
    DocumentKind("metric-sheets", N_("Metric sheet"), Needs.MISSION, metric_sheet_job),
    DocumentKind("stocktakes", N_("Stocktake pack"), Needs.STOCKTAKE, stocktake_job, public=False),
    DocumentKind("one-pagers", N_("Mission on one page"), Needs.MISSION, one_pager_job),
    DocumentKind("quarterly", N_("Quarterly report"), Needs.NOTHING, quarterly_job,
                 period="quarter"),
    DocumentKind("annexes", N_("Annex of commitments"), Needs.MISSION, annex_job,
                 wanted=has_commitments),
    DocumentKind("half-year", N_("Half-year report"), Needs.NOTHING, half_year_job, narrows=True,
                 period="half_year"),
    DocumentKind("letter-register", N_("Register of letters"), Needs.NOTHING, letter_register_job),
    DocumentKind("commitment-register", N_("Register of commitments"), Needs.NOTHING,
                 commitment_register_job),
    DocumentKind("decision-register", N_("Register of decisions"), Needs.NOTHING,
                 decision_register_job),
    DocumentKind("risk-register", N_("Register of risks"), Needs.NOTHING, risk_register_job,
                 public=False),
    DocumentKind("expert-register", N_("Register of experts"), Needs.NOTHING, expert_register_job),
    DocumentKind("portfolio-review", N_("Portfolio review"), Needs.NOTHING, portfolio_review_job,
                 narrows=True),
    DocumentKind("gate-memos", N_("Gate memo"), Needs.INITIATIVE, gate_memo_job, public=False,
                 wanted=decision_near),
    DocumentKind("closing-notes", N_("Closing note of an initiative"), Needs.INITIATIVE,
                 closing_note_job, wanted=is_closed),
    DocumentKind("stop-list", N_("Stop list"), Needs.NOTHING, stop_list_job),
    DocumentKind("mission-closing-notes", N_("Closing note of a mission"), Needs.MISSION,
                 mission_closing_note_job, wanted=is_over),
    DocumentKind("governance", N_("Governance and RACI sheet"), Needs.MISSION, governance_job),
    DocumentKind("bodies", N_("Bodies across ministries"), Needs.NOTHING, bodies_job),
    DocumentKind("board-papers", N_("Papers for a meeting"), Needs.MEETING, board_paper_job,
                 public=False, wanted=is_ahead),
    DocumentKind("minutes", N_("Minutes of a meeting"), Needs.MEETING, minutes_job, public=False,
                 wanted=was_held),
    DocumentKind("escalations", N_("Escalations"), Needs.NOTHING, escalations_job, public=False),
    DocumentKind("skills", N_("Skills plan"), Needs.MISSION, skills_job),
    DocumentKind("actors", N_("Actors' commitments"), Needs.MISSION, actors_job),
    DocumentKind("coalition", N_("Register of the coalition"), Needs.NOTHING, coalition_job,
                 narrows=True),
    DocumentKind("partner-letters", N_("Letter to a partner"), Needs.ACTOR, partner_letter_job,
                 public=False, wanted=has_promised),
    DocumentKind("platform", N_("Government platform"), Needs.NOTHING, platform_job),
    DocumentKind("coverage", N_("From platform to letters"), Needs.NOTHING, coverage_job,
                 public=False),
    DocumentKind("seats", N_("Seats and majorities"), Needs.ELECTION, seat_sheet_job,
                 public=False),
    DocumentKind("positions", N_("Positions of the parties"), Needs.ROUND, positions_job,
                 public=False, readers=True),
    DocumentKind("questions", N_("Questions to the parties"), Needs.ROUND, questions_job,
                 public=False, readers=True),
    DocumentKind("option-papers", N_("Option paper"), Needs.TOPIC, option_paper_job, public=False,
                 wanted=has_options, readers=True),
    DocumentKind("talks-meetings", N_("Meeting sheet of talks"), Needs.TALKS_MEETING,
                 talks_meeting_job, public=False, readers=True),
    DocumentKind("draft", N_("Draft of the platform"), Needs.NOTHING, draft_job, public=False,
                 readers=True),
    DocumentKind("drafts", N_("Frozen version of the platform"), Needs.DRAFT, frozen_job,
                 public=False, readers=True),
    DocumentKind("draft-copies", N_("Numbered copy of a version"), Needs.DRAFT_COPY, copy_job,
                 public=False),
    DocumentKind("text-changes", N_("Changes in the text"), Needs.DRAFT, changes_job,
                 public=False, readers=True),
    DocumentKind("financing", N_("Financing table"), Needs.NOTHING, financing_job, public=False,
                 readers=True),
    DocumentKind("ownership", N_("Who owns what"), Needs.NOTHING, ownership_job),
)  # fmt: skip

# The roadmap's kinds by paper, the usual one first.
ROADMAPS: Final = {"A3": "roadmap", "A4": "roadmap-a4", "A2": "roadmap-a2"}
KIND_NAMES: Final = (LETTERS, *(kind.name for kind in DOCUMENT_KINDS), ALL)


def kind_named(name: str) -> DocumentKind:
    """The kind of this name.

    Raises:
        KeyError: There is none.
    """
    return {kind.name: kind for kind in DOCUMENT_KINDS}[name]
