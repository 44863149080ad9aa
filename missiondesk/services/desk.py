# SPDX-License-Identifier: Apache-2.0
"""The desk: all services over one open workspace; screen and command line hold nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Step
from missiondesk.services.later import later
from missiondesk.services.session import Session

if TYPE_CHECKING:
    from missiondesk.domain.copy_sent import CopyMark
    from missiondesk.services.actor_commitments import ActorCommitments
    from missiondesk.services.actors import Actors
    from missiondesk.services.backups import Backups
    from missiondesk.services.board_matters import BoardMatters
    from missiondesk.services.bodies import Bodies
    from missiondesk.services.budget_lines import BudgetLines
    from missiondesk.services.capabilities import Capabilities
    from missiondesk.services.case_package import CasePackages
    from missiondesk.services.coalition import Coalition
    from missiondesk.services.coalition_files import CoalitionFiles
    from missiondesk.services.comments import Comments
    from missiondesk.services.commitment_tracker import CommitmentTracker
    from missiondesk.services.commitments import Commitments
    from missiondesk.services.confidential import Confidential
    from missiondesk.services.conflict_copies import ConflictCopies
    from missiondesk.services.copies import Copies
    from missiondesk.services.criteria import Criteria
    from missiondesk.services.decisions import Decisions
    from missiondesk.services.engagements import Engagements
    from missiondesk.services.exchange import Exchange
    from missiondesk.services.experts import Experts
    from missiondesk.services.figures import Figures
    from missiondesk.services.gate_calendar import GateCalendar
    from missiondesk.services.gates import Gates
    from missiondesk.services.history import History
    from missiondesk.services.indicators import Indicators
    from missiondesk.services.initiatives import Initiatives
    from missiondesk.services.issues import Issues
    from missiondesk.services.journalising import Journalising
    from missiondesk.services.learning import Learning
    from missiondesk.services.letter_docx import LetterDocx
    from missiondesk.services.letters import Letters
    from missiondesk.services.listing import Listing
    from missiondesk.services.meetings import Meetings
    from missiondesk.services.merging import Merging
    from missiondesk.services.metrics import Metrics
    from missiondesk.services.milestones import Milestones
    from missiondesk.services.missions import Missions
    from missiondesk.services.organisation import Organisation
    from missiondesk.services.overview import Overview
    from missiondesk.services.ownership_matrix import Ownership
    from missiondesk.services.pictures import Pictures
    from missiondesk.services.platform import Platform
    from missiondesk.services.portfolio_desk import PortfolioViews
    from missiondesk.services.printing import Printing
    from missiondesk.services.purging import Purging
    from missiondesk.services.raci import RaciService
    from missiondesk.services.readiness import Readiness
    from missiondesk.services.reallocation import Reallocation
    from missiondesk.services.record_tables import RecordTables
    from missiondesk.services.recycle_bin import RecycleBin
    from missiondesk.services.register_files import RegisterFiles
    from missiondesk.services.replies import Replies
    from missiondesk.services.requirements import Requirements
    from missiondesk.services.restoring import Restoring
    from missiondesk.services.risks import Dependencies, Risks
    from missiondesk.services.roadmap import RoadmapService
    from missiondesk.services.search import Search
    from missiondesk.services.secretariat import SecretariatSettings
    from missiondesk.services.several import Several
    from missiondesk.services.signing import Signing
    from missiondesk.services.skill_import import SkillImport
    from missiondesk.services.skills import Skills
    from missiondesk.services.skills_overview import SkillsOverview
    from missiondesk.services.sourcing import Sourcing
    from missiondesk.services.stage_board import StageBoard
    from missiondesk.services.stocktakes import Stocktakes
    from missiondesk.services.stop_list import StopList
    from missiondesk.services.talks import Talks
    from missiondesk.services.trail import Trail
    from missiondesk.services.trail_files import TrailFiles
    from missiondesk.services.versions import Versions
    from missiondesk.services.working_copies import WorkingCopies
    from missiondesk.store.saver import SaveState
    from missiondesk.store.store import Store


class Desk:
    """One open workspace with its verbs by subject."""

    missions: Missions = later("missions")
    metrics: Metrics = later("metrics")
    milestones: Milestones = later("milestones")
    initiatives: Initiatives = later("initiatives")
    organisation: Organisation = later("organisation")
    indicators: Indicators = later("indicators")
    learning: Learning = later("learning")
    stocktakes: Stocktakes = later("stocktakes")
    stop_list: StopList = later("stop_list")
    stage_board: StageBoard = later("stage_board")
    gate_calendar: GateCalendar = later("gate_calendar")
    gates: Gates = later("gates")
    criteria: Criteria = later("criteria")
    commitments: Commitments = later("commitments")
    tracker: CommitmentTracker = later("commitment_tracker")
    ownership: Ownership = later("ownership_matrix")
    letters: Letters = later("letters")
    platform: Platform = later("platform")
    talks: Talks = later("talks")
    letter_docx: LetterDocx = later("letter_docx")
    replies: Replies = later("replies")
    signing: Signing = later("signing")
    register_files: RegisterFiles = later("register_files")
    record_tables: RecordTables = later("record_tables")
    readiness: Readiness = later("readiness")
    overview: Overview = later("overview")
    roadmap: RoadmapService = later("roadmap")
    pictures: Pictures = later("pictures")
    budget_lines: BudgetLines = later("budget_lines")
    portfolio: PortfolioViews = later("portfolio_desk")
    # Paper, trail, files, copies: what concerns the workspace as a whole.
    printing: Printing = later("printing")
    exchange: Exchange = later("exchange")
    copies: Copies = later("copies")
    comments: Comments = later("comments")
    figures: Figures = later("figures")
    listing: Listing = later("listing")
    search: Search = later("search")
    settings: SecretariatSettings = later("secretariat")
    # What was done: the trail and what follows from it.
    history: History = later("history")
    trail: Trail = later("trail")
    journalising: Journalising = later("journalising")
    case_packages: CasePackages = later("case_package")
    recycle_bin: RecycleBin = later("recycle_bin")
    purging: Purging = later("purging")
    trail_files: TrailFiles = later("trail_files")
    # Who carries the missions: actors, bodies, skills.
    actors: Actors = later("actors")
    actor_commitments: ActorCommitments = later("actor_commitments")
    engagements: Engagements = later("engagements")
    coalition: Coalition = later("coalition")
    coalition_files: CoalitionFiles = later("coalition_files")
    raci: RaciService = later("raci")
    reallocation: Reallocation = later("reallocation")
    bodies: Bodies = later("bodies")
    meetings: Meetings = later("meetings")
    decisions: Decisions = later("decisions")
    issues: Issues = later("issues")
    risks: Risks = later("risks")
    dependencies: Dependencies = later("risks")
    board_matters: BoardMatters = later("board_matters")
    skills: Skills = later("skills")
    requirements: Requirements = later("requirements")
    capabilities: Capabilities = later("capabilities")
    sourcing: Sourcing = later("sourcing")
    experts: Experts = later("experts")
    equipment: SkillsOverview = later("skills_overview")
    skill_import: SkillImport = later("skill_import")
    # The workspace as a whole, its copies and its backups.
    merging: Merging = later("merging")
    conflict_copies: ConflictCopies = later("conflict_copies", "merging")
    working_copies: WorkingCopies = later("working_copies", "merging")
    backups: Backups = later("backups")
    confidential: Confidential = later("confidential", "backups")
    restoring: Restoring = later("restoring", "backups")
    versions: Versions = later("versions")

    def __init__(self, store: Store, *, kept: bool = False) -> None:
        """Open a store.

        Args:
            kept: What it holds comes from a file; without one it is lost when it is closed.
        """
        self.session = Session(store)
        self._from_file = kept

    @cached_property
    def several(self) -> Several:
        """What is set in several records at once."""
        from missiondesk.services.several import Several

        return Several(self)

    def require_sound(self) -> None:
        """Wait until the file that was opened is looked through to its end.

        Raises:
            Unavailable: Something is wrong with it; close the desk with ``discard``.
        """
        self.session.store.require_sound()

    @property
    def copy_mark(self) -> CopyMark | None:
        """For whom and for what this is a copy; None for the workspace itself."""
        return self.session.store.mark

    @property
    def situation(self) -> Situation:
        """All records as of now, with their indexes."""
        return self.session.situation

    @property
    def large(self) -> bool:
        """Whether it is felt when all records are read in one go."""
        return self.session.large

    @property
    def today(self) -> date:
        """The day to which everything is judged."""
        return self.session.today

    def this_day(self) -> date:
        """The same, for what is made once and asks for it on another day."""
        return self.today

    @property
    def is_sample(self) -> bool:
        """The sample: every document is marked EKSEMPEL, and no file is behind it."""
        return self.session.secretariat.sample

    @property
    def kept_nowhere(self) -> bool:
        """Only looked at: the sample as it is made anew, with what was tried in it.

        What a backup or a damaged file of somebody's sample held is as dear as any other work.
        """
        return self.is_sample and self.path is None and not self.read_only and not self._from_file

    # -- the file ----------------------------------------------------------------------
    @property
    def path(self) -> Path | None:
        """The workspace file, or None while there is none."""
        return self.session.store.path

    @property
    def read_only(self) -> bool:
        """True when nothing can be written: somebody else has the file, or it is newer."""
        return self.session.store.read_only

    @property
    def newer(self) -> bool:
        """A newer desk made the workspace: it is shown as far as it is understood."""
        return self.session.store.newer

    @property
    def saving(self) -> SaveState:
        """Whether the newest step is in the file; the classes are in `services.saving`."""
        return self.session.store.saving

    def listen(self, listener: Callable[[Step], None]) -> Callable[[], None]:
        """Call ``listener`` with every Step, undo and redo included; returns what ends that."""
        return self.session.store.listen(listener)

    def listen_saving(self, listener: Callable[[SaveState], None]) -> Callable[[], None]:
        """Call ``listener`` with every change of `saving`, maybe from another thread."""
        return self.session.store.listen_saving(listener)

    def wait_saved(self, timeout: float | None = None) -> bool:
        """Wait until the newest step is in the file; False when the time is over before."""
        return self.session.store.wait_saved(timeout)

    def changed_on_disk(self) -> bool:
        """Whether somebody else has written the file since it was read or written here."""
        return self.session.store.changed_on_disk()

    def save_as(self, path: Path, replace: bool = False) -> None:
        """Go on in another file, also from the sample or an unsaved workspace.

        Raises:
            Refused: The sample would be written over a file.
            Unavailable: The file is there and ``replace`` is not set, or it cannot be written.
        """
        if replace and self.is_sample and self.path is None and path.exists():
            raise Refused(N_("The sample is never written over a file. Choose a new name."))
        self.session.store.save_as(path, replace=replace)
        self.backups.begin()

    def close(self, discard: bool = False) -> None:
        """Wait for the file and let it go; ``discard`` gives up what is not saved.

        Raises:
            Unavailable: The newest steps are not in the file; the desk stays open.
        """
        self.session.close(discard)
        self.backups.close()
