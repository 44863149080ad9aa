# SPDX-License-Identifier: Apache-2.0
"""A letter as a job that any thread may print: composed anew, or the bytes that were issued."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missiondesk.documents.bundled_letter import BundledLetter
from missiondesk.domain.letter import LetterState
from missiondesk.domain.letter_content import LetterContent
from missiondesk.domain.message import Message
from missiondesk.domain.organisation import Office
from missiondesk.domain.situation import Situation
from missiondesk.language import translator
from missiondesk.services.letter_composition import compose
from missiondesk.services.letter_drafting import Draft
from missiondesk.services.letter_freezing import kept_content, kept_document
from missiondesk.services.letter_names import letter_file_name
from missiondesk.services.plotting import trajectory_plot, with_brief_breaks
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.publication import published

if TYPE_CHECKING:
    from missiondesk.charts.plots import TrajectoryPlot
    from missiondesk.documents.printed import PrintedDocument
    from missiondesk.store.store import Store


def letter_job(spoken: Situation, written: Draft, public: bool = False) -> PrintJob:
    """The letter composed from these data; `issued_job` gives what was issued."""
    content, plot = letter_pages(spoken, written)
    name = letter_file_name(spoken, written.letter, public)
    bundled = BundledLetter(_entry(spoken, written, content), content, plot)
    return PrintJob(name, content.title, lambda: printed(content, plot), letter=bundled)


def issued_job(store: Store, spoken: Situation, written: Draft) -> PrintJob | None:
    """The letter byte for byte as it was issued, or None when none was kept.

    In one file with others it is set anew from what was kept of its content.

    Raises:
        Refused: What was kept is missing or damaged.
    """
    kept, content = kept_document(store, written.letter), kept_content(store, written.letter)
    if kept is None or content is None:
        return None
    name = letter_file_name(spoken, written.letter)
    entry = _entry(spoken, written, content)
    bundled = BundledLetter(entry, content, _plot(spoken, written, content))
    return PrintJob(name, kept.title, lambda: kept, letter=bundled)


def letter_pages(spoken: Situation, written: Draft) -> tuple[LetterContent, TrajectoryPlot | None]:
    """What the letter says, and the chart of its key metric."""
    content = compose(spoken, written)[0]
    return content, _plot(spoken, written, content)


def printed(content: LetterContent, plot: TrajectoryPlot | None) -> PrintedDocument:
    """The pages."""
    from missiondesk.documents.letter import print_letter

    return print_letter(content, plot)


def _plot(spoken: Situation, written: Draft, content: LetterContent) -> TrajectoryPlot | None:
    mission, tr = written.letter.mission, translator(written.letter.language)
    plot = trajectory_plot(spoken, mission, tr) if mission and content.goal else None
    return with_brief_breaks(spoken, plot, mission or "", tr) if plot is not None else None


def _entry(spoken: Situation, written: Draft, content: LetterContent) -> str:
    """What a letter is called in the outline of a file of many: number, reader and mission."""
    office = spoken.get(Office, written.letter.addressee_office)
    reader = office.title.in_language(written.letter.language) if office else ""
    parts = (content.number, reader, content.mission_code)
    return " · ".join(part for part in parts if part) or content.title


def fault_of(spoken: Situation, written: Draft) -> Message | None:
    """What hinders the letter from going out; a draft may always go out as a draft."""
    if written.letter.state is LetterState.DRAFT or written.letter.kept_pdf:
        return None
    problems = compose(spoken, written)[1]
    return next((one.message for one in problems if one.hinders), None)


def in_public(spoken: Situation, written: Draft) -> tuple[Situation, Draft]:
    """The letter built anew from public data, without its case officer."""
    return published(spoken), Draft(replace(written.letter, case_officer=""), written.blocks)
