# SPDX-License-Identifier: Apache-2.0
"""The page of import: the front, the picked file while it is read, and the report on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QStackedLayout, QWidget

from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Office, Person
from missiondesk.domain.refused import Refused
from missiondesk.domain.skill import Skill
from missiondesk.exchange.esco import EscoFile
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.feed_list import feed_rows
from missiondesk.services.figures import FigureFile, FigureReport
from missiondesk.services.import_report import ImportReport, RecordsFile
from missiondesk.services.incoming import read_incoming
from missiondesk.services.skill_import import SkillsReport
from missiondesk.ui.files import ask_file
from missiondesk.ui.hub import Hub
from missiondesk.ui.importing.choice import Choices
from missiondesk.ui.importing.choosing import ChoosingFace
from missiondesk.ui.importing.difference import DifferenceFace, SeriesWays
from missiondesk.ui.importing.face import ReportFace
from missiondesk.ui.importing.feeds import FeedsFace, Ways
from missiondesk.ui.importing.records import RecordsFace
from missiondesk.ui.importing.skills import SkillsFace, imported_skills
from missiondesk.ui.importing.template import TemplateWriter
from missiondesk.ui.importing.waiting import WaitingFace
from missiondesk.ui.importing.words import imported_figures, imported_rows
from missiondesk.ui.pages import ASK_FOR_FILE, Navigate
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.tasks import Cancelled, Progress
from missiondesk.ui.widgets.drop_zone import DropZone

T = TypeVar("T")
Picked = FigureFile | RecordsFile | EscoFile
_FILE = "file:"  # `show_record` with it and a path reads that file
_CONCERNS = (
    FigureFeed, OutcomeMetric, Observation, Mission, Initiative, Milestone, Office, Person,
    Appointment, Skill,
)  # fmt: skip
_ENDINGS = "*.px *.json *.csv *.tsv *.txt *.gz *.xlsx *.xls *.ods"


class ImportPage(SeenPage, DropZone):
    """Shows one face at a time; a file that was picked stays until it is imported or left."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importPage")
        self._desk, self._hub, self._tr = desk, hub, tr
        self._path: Path | None = None
        self._file: Picked | None = None
        self._metric = ""
        self.front = FeedsFace(desk, hub, tr, navigate, Ways(self.pick, self.save_template))
        self.template = TemplateWriter(desk, hub, tr, self.front.show_trouble)
        self.waiting = WaitingFace(hub.tasks, tr)
        self.difference = DifferenceFace(
            desk,
            tr,
            navigate,
            SeriesWays(self.show_front, self._choose_another, self._choose_series),
            self._import_figures,
        )
        self.choosing = ChoosingFace(desk, tr, Choices(), self.show_front, self._import_figures)
        self.records = RecordsFace(
            desk, tr, self.show_front, self._read_as_figures, self._import_records
        )
        self.skills = SkillsFace(desk, tr, self.show_front, self._import_skills)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        reports = (self.difference, self.choosing, self.records, self.skills)
        for face in (self.front, self.waiting, *reports):
            self._stack.addWidget(face)
        self.dropped.connect(self.read)
        self.waiting.late.connect(lambda: self._show(self.waiting))
        self.follow(hub, *_CONCERNS)
        self.read_again()

    # -- page ----------------------------------------------------------------------------
    def refresh(self) -> None:
        """Compare what is shown with the workspace as it is."""
        self.front.refresh()
        face, file = self._stack.currentWidget(), self._file
        if face is self.difference and isinstance(file, FigureFile):
            self.difference.show_file(file)
        elif face is self.choosing:
            self.choosing.refresh()
        elif face is self.records and isinstance(file, RecordsFile):
            self.records.show_file(file)
        elif face is self.skills and isinstance(file, EscoFile):
            self.skills.refresh()

    def show_record(self, key: str) -> None:
        """Ask for a file (`ASK_FOR_FILE`), read one ("file:" and its path), or ask for one that
        feeds the metric of this id.
        """
        if key.startswith(_FILE):
            self.read(Path(key.removeprefix(_FILE)))
            return
        self.show_front()
        if key != ASK_FOR_FILE:
            self._metric = key
        self.pick()

    def record(self) -> str:
        """The file that is looked at."""
        if self._path is None or self._stack.currentWidget() is self.front:
            return ""
        return f"{_FILE}{self._path}"

    def count(self) -> int | None:
        """How many metrics wait for a new edition."""
        rows = feed_rows(self._desk.situation, self._desk.today)
        return len({it.metric.id for it in rows if it.waits}) or None

    def show_front(self) -> None:
        """Leave the file that was picked; nothing of it was written."""
        self.waiting.stop()
        self._file, self._metric = None, ""
        self.front.refresh()
        if self._stack.currentWidget() is not self.front:
            self._show(self.front)

    def _show(self, face: FeedsFace | WaitingFace | ReportFace) -> None:
        """Bring a face to the front; the focus, which was on the one before, comes along."""
        self._stack.setCurrentWidget(face)
        if self.isVisible():
            face.begin()

    # -- picking and reading -------------------------------------------------------------
    def pick(self) -> None:
        """Ask for the file."""
        tr = self._tr
        ask_file(self, tr.say("Import"), _kinds(tr), self.read)

    def read(self, path: Path, *, figures: bool = False) -> None:
        """Read a file away from the screen's thread, then show what it would change."""
        self._path = path
        self.front.clear_trouble()
        work = _reading(path, figures)
        self.waiting.wait_for(path.name, work, self._came, self._failed)

    def _came(self, file: Picked) -> None:
        self._file = file
        if isinstance(file, EscoFile):
            self.skills.show_file(file)
        elif isinstance(file, RecordsFile):
            self.records.show_file(file)
        if not isinstance(file, FigureFile):
            self._show(self.skills if isinstance(file, EscoFile) else self.records)
            return
        known = self.difference.show_file(file)
        if known and (not self._metric or self._metric in self.difference.metrics()):
            self._show(self.difference)
        else:
            self._choose_series()

    def _failed(self, error: BaseException) -> None:
        tr, metric = self._tr, self._metric
        name = self._path.name if self._path is not None else ""
        self.show_front()
        self._metric = metric
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Refused):
            raise error
        said = tr.say("{file}: {reason}", file=name, reason=error.message)
        self.front.show_trouble(said, _mend(tr))

    def _choose_series(self) -> None:
        if isinstance(self._file, FigureFile):
            self.choosing.show_file(self._file, self._metric)
            self._show(self.choosing)

    def _choose_another(self) -> None:
        """Choose a series for a metric that the file does not feed yet."""
        if isinstance(self._file, FigureFile):
            self.choosing.form.show_file(self._file)
            self.choosing.form.leave(self.difference.metrics())
            self._choose_series()

    def _read_as_figures(self) -> None:
        if self._path is not None:
            self.read(self._path, figures=True)

    # -- importing -----------------------------------------------------------------------
    def _import_figures(self, reports: tuple[FigureReport, ...]) -> None:
        self._bring_in(
            lambda: self._desk.figures.apply(reports),
            lambda written: imported_figures(reports, len(written), self._tr),
        )

    def _import_records(self, report: ImportReport) -> None:
        self._bring_in(
            lambda: self._desk.exchange.apply(report), lambda _: imported_rows(report, self._tr)
        )

    def _import_skills(self, report: SkillsReport, chosen: frozenset[str]) -> None:
        self._bring_in(
            lambda: self._desk.skill_import.apply(report, chosen),
            lambda _: imported_skills(report, chosen, self._tr),
        )

    def _bring_in(self, write: Callable[[], T], said: Callable[[T], str]) -> None:
        try:
            written = write()
        except Refused as refused:
            self.refresh()  # the workspace has changed since: the report shows why not
            self._hub.say(self._tr.tell(refused.message))
            return
        self.show_front()
        self._hub.say(said(written), undoable=True)

    def save_template(self) -> None:
        """Ask where the workbook to fill in is to be written."""
        self.front.clear_trouble()
        self.template.ask(self)


def _kinds(tr: Translator) -> tuple[tuple[str, str], ...]:
    """Words with the endings that files of theirs usually have."""
    return (tr.say("Statistics, tables and workbooks"), _ENDINGS), (tr.say("All files"), "*")


def _mend(tr: Translator) -> str:
    return tr.say("Nothing was changed. Correct the file or fetch it again, and pick it once more.")


def _reading(path: Path, figures: bool) -> Callable[[Progress], Picked]:
    """What the worker does."""

    def work(progress: Progress) -> Picked:
        progress.report(0, 0)
        found = read_incoming(path, figures=figures)
        progress.report(1, 1)
        return found

    return work
