# SPDX-License-Identifier: Apache-2.0
"""Remarks on records and letters: made, answered, settled, and read in from a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.comment import Comment, CommentState
from missiondesk.domain.comment_sheet import FilledSheet
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.language.clean_text import clean_text
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.naming import name_of
from missiondesk.services.receiving import Kind, received

if TYPE_CHECKING:
    from missiondesk.services.print_plan import PrintJob
    from missiondesk.services.session import Session

_SHOWN = 60  # signs of a remark in the trail


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What a sheet that came back would add, to be confirmed.

    Attributes:
        known: How many of its remarks are here already.
    """

    letter: Letter
    comments: tuple[Comment, ...]
    known: int


class Comments:
    """The verbs about remarks."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, *, settled: bool = True) -> tuple[Comment, ...]:
        """All remarks in threads, each answer after what it answers; the oldest thread first."""
        found = self._session.store.all(Comment)
        roots = [one for one in found if one.answers is None]
        threads = (self._thread(root, found) for root in roots)
        return tuple(
            one for root, thread in zip(roots, threads, strict=True)
            if settled or root.state is CommentState.OPEN for one in thread
        )  # fmt: skip

    def on(self, record: str) -> tuple[Comment, ...]:
        """The threads on a record."""
        found = self._session.store.all(Comment)
        roots = [one for one in found if one.answers is None and one.record == record]
        return tuple(one for root in roots for one in self._thread(root, found))

    def subject(self, key: str) -> tuple[str, Entity] | None:
        """Kind and record of an id, whatever it is; None when it is not there any more."""
        for kind, record_type in KINDS.items():
            found = self._session.store.get(record_type, key)
            if found is not None:
                return kind, found
        return None

    # -- verbs ---------------------------------------------------------------------------
    def add(self, record: str, text: str, proposal: str = "") -> Comment:
        """Remark on a record.

        Raises:
            Refused: It is not there, or nothing is said.
        """
        found = self.subject(record)
        if found is None:
            raise Refused(N_("The record is not there any more."))
        return self._put(Comment(identity.new_id(), kind=found[0], record=record), text, proposal)

    def answer(self, key: str, text: str) -> Comment:
        """Answer a remark; an answer to an answer stands in the same thread."""
        asked = self._session.the(Comment, key)
        root = asked.answers or asked.id
        return self._put(
            Comment(identity.new_id(), kind=asked.kind, record=asked.record, answers=root), text
        )

    def settle(self, key: str, outcome: str = "") -> Comment:
        """Settle the thread of a remark."""
        return self._turn(key, CommentState.RESOLVED, outcome)

    def reopen(self, key: str) -> Comment:
        """Take up a settled thread again."""
        return self._turn(key, CommentState.OPEN, "")

    def remove(self, key: str) -> None:
        """Remove a remark with its answers."""
        one = self._session.the(Comment, key)
        with self._session.write(Verb.REMOVE_COMMENT, key, _brief(one)) as unit:
            remove_with_belongings(unit, Comment, key)

    # -- sheets --------------------------------------------------------------------------
    def sheet(self, letter: str) -> FileJob:
        """The sheet for comments on a letter as XLSX; `FileJob.make` may run on any thread."""
        from missiondesk.services.letter_review import comment_sheet_job

        return comment_sheet_job(self._session, letter)

    def numbered(self, letter: str) -> PrintJob:
        """The letter with numbered paragraphs as a PDF, to be read beside the sheet."""
        from missiondesk.services.letter_review import numbered_letter_job

        return numbered_letter_job(self._session, letter)

    def read(self, path: Path) -> SheetPlan:
        """Read a sheet that came back; nothing is written.

        Raises:
            Refused: It cannot be read or is no such sheet, a cell is wrong, which is named, or its
                letter is not here.
        """
        from missiondesk.exchange.comment_sheet.reading import read_sheet
        from missiondesk.exchange.form_reading import LARGEST_FILE

        return self._plan(read_sheet(received(path, LARGEST_FILE, Kind.COMMENTS), path.name))

    def apply(self, plan: SheetPlan) -> int:
        """Write what the sheet says in one Step; returns how many remarks.

        Raises:
            Refused: All of them are here already.
        """
        if not plan.comments:
            raise Refused(N_("These comments have been read in already."), field="source")
        about = name_of(plan.letter)
        with self._session.write(Verb.READ_COMMENTS, plan.letter.id, about) as unit:
            for one in plan.comments:
                unit.save(one)
        return len(plan.comments)

    # -- inside --------------------------------------------------------------------------
    @staticmethod
    def _thread(root: Comment, found: tuple[Comment, ...]) -> Iterator[Comment]:
        yield root
        yield from (one for one in found if one.answers == root.id)

    def _put(self, one: Comment, text: str, proposal: str = "") -> Comment:
        text, proposal = clean_text(text).strip(), clean_text(proposal).strip()
        if not text and not proposal:
            raise Refused(N_("Write what there is to say."), field="text")
        one = replace(
            one,
            text=text,
            proposal=proposal,
            author=self._session.store.who,
            made=day(identity.today()),
        )
        with self._session.write(Verb.ADD_COMMENT, one.id, _brief(one)) as unit:
            unit.save(one)
        return one

    def _turn(self, key: str, state: CommentState, outcome: str) -> Comment:
        one = self._session.the(Comment, key)
        if one.answers is not None:
            one = self._session.the(Comment, one.answers)
        done = state is CommentState.RESOLVED
        turned = replace(
            one,
            state=state,
            outcome=clean_text(outcome).strip(),
            settled_by=self._session.store.who if done else "",
            settled=day(identity.today()) if done else None,
        )
        with self._session.write(Verb.SETTLE_COMMENT, one.id, _brief(one)) as unit:
            unit.save(turned)
        return turned

    def _plan(self, sheet: FilledSheet) -> SheetPlan:
        letter = self._session.store.get(Letter, sheet.letter)
        if letter is None:
            raise Refused(N_("The sheet is about a letter that is not in this workspace."))
        told = {
            (one.record, one.paragraph, one.text, one.proposal, one.author)
            for one in self._session.store.all(Comment)
        }
        made = day(identity.today())
        comments = [
            Comment(
                identity.new_id(),
                kind="letter",
                record=letter.id,
                paragraph=row.number,
                place=row.place,
                quoted=row.text,
                text=clean_text(row.comment.text).strip(),
                proposal=clean_text(row.proposal.text).strip(),
                author=clean_text(sheet.author.text).strip(),
                made=made,
            )
            for row in sheet.rows
            if row.comment.text.strip() or row.proposal.text.strip()
        ]
        new = tuple(
            one
            for one in comments
            if (one.record, one.paragraph, one.text, one.proposal, one.author) not in told
        )
        return SheetPlan(letter, new, len(comments) - len(new))


def _brief(one: Comment) -> str:
    said = " ".join((one.text or one.proposal).split())
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
