# SPDX-License-Identifier: Apache-2.0
"""Printing: documents as PDF bytes or files; heavy imports wait until they are used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.language import sort_key, translator
from missiondesk.services.document_jobs import (
    ALL,
    DOCUMENT_KINDS,
    KIND_NAMES,
    LETTERS,
    kind_named,
)
from missiondesk.services.document_kinds import ordered, require_begun
from missiondesk.services.letter_batch import LetterBatch
from missiondesk.services.letter_difference import prepare_difference
from missiondesk.services.letter_printing import fault_of, issued_job, letter_job
from missiondesk.services.letters import Letters
from missiondesk.services.plotting import trajectory_plot
from missiondesk.services.print_plan import PrintJob, PrintPlan, PrintReport, Skipped, never, silent
from missiondesk.services.report_jobs import roadmap_job

if TYPE_CHECKING:
    from missiondesk.charts.plots import TrajectoryPlot
    from missiondesk.documents.printed import PrintedDocument
    from missiondesk.services.session import Session

PAPERS: Final = ("A3", "A4", "A2")


class Printing:
    """Makes documents of the workspace; nothing here writes to it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._letters = Letters(session)
        # Two letters word by word: (former, latter, language) gives a job for any thread.
        self.prepare_difference = partial(prepare_difference, session)

    # -- single documents --------------------------------------------------------------
    def trajectory_plot(self, mission: str, language: str) -> TrajectoryPlot | None:
        """The chart of the mission's key metric, or None when there is nothing to draw."""
        return trajectory_plot(self._session.situation, mission, translator(language))

    def preview(self, letter: str) -> PrintJob:
        """The letter as it is, gaps marked; an issued one byte for byte as it was issued.

        `PrintJob.make` may run on any thread.

        Raises:
            Refused: What was kept of an issued letter is missing or damaged.
        """
        spoken = self._letters.spoken(letter)
        return issued_job(self._session.store, *spoken) or letter_job(*spoken)

    def letter(self, letter: str) -> PrintedDocument:
        """The letter as PDF.

        Raises:
            Refused: It is no draft any more and has a fault.
        """
        return self.prepare_letter(letter).make()

    def prepare_letter(self, letter: str) -> PrintJob:
        """The letter for export, an issued one as it was issued; for any thread.

        Raises:
            Refused: It is no draft any more and has a fault, or what was kept of it is damaged.
        """
        fault = fault_of(*self._letters.spoken(letter))
        if fault is not None:
            raise Refused(N_("The letter is not ready: {fault}"), fault=fault)
        return self.preview(letter)

    def sketch(self, mission: str, language: str) -> PrintJob:
        """The mission's letter as it would be drafted now, without drafting it."""
        return letter_job(self._session.situation, self._letters.sketch(mission, language))

    def roadmap(
        self,
        language: str,
        public: bool = False,
        paper: str = "A3",
        mission: str | None = None,
    ) -> PrintedDocument:
        """The roadmap as PDF, on "A3" or "A4" landscape, or as one sheet of "A2"."""
        return self.prepare_roadmap(language, public, paper, mission).make()

    def prepare_roadmap(
        self,
        language: str,
        public: bool = False,
        paper: str = "A3",
        mission: str | None = None,
    ) -> PrintJob:
        """The roadmap; `PrintJob.make` may run on any thread."""
        if paper not in PAPERS:
            raise ValueError(f"no such paper: {paper!r}")
        return roadmap_job(ordered(self._session, language, public, mission or ""), paper)

    def prepare(
        self,
        kind: str,
        language: str,
        public: bool = False,
        subject: str = "",
        period: Period | None = None,
        reader: str = "",
    ) -> PrintJob:
        """A document of a kind of `DOCUMENT_KINDS`; ``PrintJob.make`` may run on any thread.

        Args:
            kind: Its name in the table.
            subject: Id of the record it is about, or "" for the whole government.
            period: What it reports on; the last one that is over unless given.
            reader: For whom, in coalition talks: "", "parties", "public" or a party's id.

        Raises:
            Refused: The record is not there or not public, there is no public version of such a
                document, it does not report on such a period, or it is not for such a reader.
            KeyError: There is no such kind.
        """
        found = kind_named(kind)
        order = ordered(self._session, language, public, subject, period, reader)
        found.let(order)
        found.record(order)
        return found.make(order)

    def choices(
        self, kind: str, language: str, public: bool = False
    ) -> tuple[tuple[str, str], ...]:
        """Id and name of what a document of the kind may be about, the whole government first.

        Raises:
            KeyError: There is no such kind.
        """
        found, now = kind_named(kind), ordered(self._session, language, public).now
        return tuple((one, found.words(now, one, language)) for one in found.offered(now))

    def prepare_metric_sheet(self, mission: str, language: str, public: bool = False) -> PrintJob:
        """The sheet of the mission's key metric; `PrintJob.make` may run on any thread.

        Raises:
            Refused: There is no such mission, or it is not public and ``public`` is set.
        """
        return self.prepare("metric-sheets", language, public, mission)

    def prepare_stocktake(self, key: str, language: str) -> PrintJob:
        """The pack of a stocktake with the data that it shows; for any thread.

        Raises:
            Refused: There is no such stocktake.
        """
        return self.prepare("stocktakes", language, subject=key)

    def prepare_quarterly(self, language: str, period: Period | None = None) -> PrintJob:
        """The public report on a quarter, the last one that is over unless given; for any thread.

        Raises:
            Refused: The period is no quarter.
        """
        return self.prepare("quarterly", language, period=period)

    # -- many --------------------------------------------------------------------------
    def everything(
        self,
        folder: Path,
        kinds: str = "all",
        language: str = "da",
        public: bool = False,
        mission: str | None = None,
        period: Period | None = None,
        progress: Callable[[int, int, str], None] = silent,
        cancelled: Callable[[], bool] = never,
    ) -> PrintReport:
        """Print all documents into the folder; see `plan` and `PrintPlan.run`."""
        return self.plan(kinds, language, public, mission, period).run(folder, progress, cancelled)

    def plan(
        self,
        kinds: str = "all",
        language: str = "da",
        public: bool = False,
        mission: str | None = None,
        period: Period | None = None,
    ) -> PrintPlan:
        """What is to be printed, as values that another thread may print.

        Every mission gives its letters in the language, or a draft made on the fly when it has
        none. In public only signed letters are printed that may be published, and no stocktakes.
        The quarterly report is of all missions: it is left out when one is named.

        Args:
            kinds: One of `KIND_NAMES`.
            language: "da" or "en".
            public: Only what is published.
            mission: Id of the only mission, or None for all.
            period: What reports are about; the last one that is over unless given.

        Raises:
            Refused: The one kind that is asked for does not report on such a period, or it has
                not begun.
        """
        if kinds not in KIND_NAMES:
            raise ValueError(f"no such kind of document: {kinds!r}")
        jobs: list[PrintJob] = []
        skipped: list[Skipped] = []
        if kinds in (LETTERS, ALL):
            batch = LetterBatch(self._session, self._letters, language, public)
            whole: list[Mission | None] = [None] if mission is None else []
            for one in [*whole, *_missions(self._session.situation, mission)]:
                batch.add(one)
            jobs += batch.jobs
            skipped += batch.skipped
        order = ordered(self._session, language, public, period=period)
        if kinds == ALL and period is not None:
            require_begun(period, order.now.today)
        for kind in DOCUMENT_KINDS:
            if kinds == kind.name and period is not None:
                kind.let(order)
            if kinds in (kind.name, ALL):
                jobs += kind.planned(order, mission)
        return PrintPlan(_apart(jobs), tuple(skipped))


def _missions(now: Situation, only: str | None) -> list[Mission]:
    found = [one for one in now.missions if only in (None, one.id)]
    return sorted(found, key=lambda one: sort_key(one.code, "da"))


def _apart(jobs: list[PrintJob]) -> tuple[PrintJob, ...]:
    """Names told apart by a number where two are alike, also for a folder that ignores case."""
    taken: set[str] = set()
    named = []
    for job in jobs:
        name, number = job.name, 2
        while name.casefold() in taken:
            name, number = f"{job.name.removesuffix('.pdf')}-{number}.pdf", number + 1
        taken.add(name.casefold())
        named.append(replace(job, name=name))
    return tuple(named)
