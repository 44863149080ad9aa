# SPDX-License-Identifier: Apache-2.0
"""What a reply that came back would change, and every reason for which it may not be read in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from missiondesk.domain import lifecycle
from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.reply_content import FilledCell, FilledForm, FilledRow, print_of
from missiondesk.domain.situation import Situation
from missiondesk.language import LANGUAGES, Translator, translator
from missiondesk.language.clean_text import clean_text, one_line
from missiondesk.services.reply_forms import Entrusted, choices_of, entrusted, may_report

_MET = (CommitmentStatus.MET, CommitmentStatus.MET_MODIFIED)


@dataclass(frozen=True, slots=True)
class ReplyFault:
    """Why the reply cannot be read in: the cell ("F12" of the sheet), or "" for the whole."""

    sheet: str
    place: str
    message: Message


@dataclass(frozen=True, slots=True)
class ReplyChange:
    """One commitment as it is and as the reply would make it; its number is that of the form."""

    number: str
    before: Commitment
    after: Commitment


@dataclass(frozen=True, slots=True)
class ReplyPlan:
    """The whole reply, to be confirmed.

    Attributes:
        form: The form as it was read.
        changes: Commitments that would change, by number.
        unchanged: Number of commitments on the form that would not.
        summary: What hinders, what is asked for and the comments, as the reply will keep them.
        faults: Nothing is read in while there is one.
        former: The reply to this letter about this half-year that is there already.
        already: This very reply has been read in: there is nothing left to change.
    """

    form: FilledForm
    letter: Letter
    period: Period
    sender: str
    changes: tuple[ReplyChange, ...]
    unchanged: int
    summary: str
    faults: tuple[ReplyFault, ...] = ()
    former: LetterReply | None = None

    @property
    def already(self) -> bool:
        """Whether this very reply has been read in before."""
        former = self.former
        return former is not None and not self.changes and former.summary == self.summary


def letter_of(now: Situation, form: FilledForm) -> tuple[Letter, Period]:
    """The letter to which the form replies, and the half-year.

    Raises:
        Refused: The letter is unknown, another version, or no longer in force; or the half-year
            is none.
    """
    letter = now.get(Letter, form.letter)
    if letter is None:
        raise Refused(N_("The form replies to a letter that is not in this workspace."))
    number = letter.number or letter.case_number
    if form.version != str(letter.version):
        raise Refused(
            N_(
                "The form was made for version {theirs} of letter {number}; the workspace has "
                "version {ours}."
            ),
            theirs=form.version,
            number=number,
            ours=str(letter.version),
        )
    if letter.state in (LetterState.SUPERSEDED, LetterState.RECALLED):
        raise Refused(
            N_("Letter {number} is no longer in force: {state}. Send out a form of the new one."),
            number=number,
            state=Message(letter.state.word),
        )
    if form.language not in LANGUAGES or form.language != letter.language:
        raise Refused(N_("The form is not in the letter’s language."))
    period = Period(form.period)
    require_half_year(period)
    return letter, period


def require_half_year(period: Period) -> None:
    """Refuse what is no half-year.

    Raises:
        Refused: It is another period.
    """
    if period.precision != "half_year":
        raise Refused(N_("“{period}” is no half-year."), field="period", period=period)


def plan_reply(now: Situation, spoken: Situation, form: FilledForm) -> ReplyPlan:
    """Compare a form with the workspace; nothing is written.

    Args:
        now: The data as they are.
        spoken: The data of which the letter speaks.
        form: The form as it was read.

    Raises:
        Refused: See `letter_of`.
    """
    letter, period = letter_of(now, form)
    tr = translator(letter.language)
    known = {one.commitment.id: one for one in entrusted(spoken, letter)}
    faults: list[ReplyFault] = []
    changes: list[ReplyChange] = []
    for row in form.rows:
        told, present = known.get(row.key), now.get(Commitment, row.key)
        if told is None or present is None:
            gone = message(N_("The commitment is not in the letter or not there any more."))
            faults.append(ReplyFault(form.sheet, row.number.place, gone))
            continue
        judged = _Judged(row, told, present, may_report(letter, present), now, tr)
        found = [ReplyFault(form.sheet, place, said) for place, said in judged.faults()]
        faults += found
        after = judged.after()
        if not found and after != present:
            changes.append(ReplyChange(told.number, present, after))
    faults += [
        ReplyFault(form.sheet, cell.place, cell.fault)
        for cell in (form.hinders, form.asks)
        if cell.fault is not None
    ]
    replies = [one for one in now.replies_to(letter.id) if one.period == period]
    ministry = now.ministry_of(letter.addressee_office)
    return ReplyPlan(
        form=form,
        letter=letter,
        period=period,
        sender=ministry.name.in_language(letter.language) if ministry else "",
        changes=tuple(changes),
        unchanged=len(form.rows) - len(changes),
        summary=_summary(form, tr),
        faults=tuple(faults),
        former=replies[-1] if replies else None,
    )


def _summary(form: FilledForm, tr: Translator) -> str:
    parts = [
        (tr.say(N_("What hinders the work?")), form.hinders.text),
        (tr.say(N_("What do you ask the secretariat for?")), form.asks.text),
    ]
    parts += [
        (tr.say(N_("No. {number}:"), number=one_line(row.number.text)), row.comment.text)
        for row in form.rows
    ]
    return "\n".join(f"{label} {clean_text(text)}" for label, text in parts if one_line(text))


class _Judged:
    """One row against its commitment: as the letter told it, and as it is."""

    def __init__(
        self,
        row: FilledRow,
        told: Entrusted,
        present: Commitment,
        reported: bool,
        now: Situation,
        tr: Translator,
    ) -> None:
        self._row, self._told, self._present = row, told, present
        self._reported, self._today, self._tr = reported, now.today, tr

    def faults(self) -> Iterator[tuple[str, Message]]:
        """Cell and sentence of everything that is wrong."""
        row = self._row
        cells = (row.number, row.text, row.status, row.evidence, row.comment)
        wrong = [(cell.place, cell.fault) for cell in cells if cell.fault is not None]
        if wrong:
            yield from wrong
            return
        yield from self._changed_words()
        if not self._reported:
            yield from self._not_theirs()
            return
        status = self._status
        if status is None:
            yield row.status.place, self._no_status()
        else:
            yield from self._against_rules(status)

    def after(self) -> Commitment:
        """The commitment as the row would make it; as it is where nothing was reported."""
        present, status = self._present, self._status
        if not self._reported or status is None:
            return present
        after = present
        if self._moved(status):
            after = replace(after, status=status, status_date=day(self._today))
            if status is CommitmentStatus.NOT_PURSUED:
                after = replace(after, reason=clean_text(self._row.comment.text).strip())
        return replace(after, evidence=self._evidence)

    # -- what is wrong -----------------------------------------------------------------
    def _changed_words(self) -> Iterator[tuple[str, Message]]:
        told = ((self._row.number, self._told.number), (self._row.text, self._words))
        for cell, wanted in told:
            if one_line(cell.text) != one_line(wanted):
                yield (
                    cell.place,
                    message(
                        N_("Number and words of a commitment stay as they are: {text}"),
                        text=wanted,
                    ),
                )

    def _not_theirs(self) -> Iterator[tuple[str, Message]]:
        """Who only shares a commitment comments on it; the lead reports (L2)."""
        row = self._row
        said = message(N_("Only the office that leads the commitment reports its status."))
        status = self._status
        if status is None or status.value != row.status_before:
            yield row.status.place, said
        if _changed(row.evidence, row.evidence_before):
            yield row.evidence.place, said

    def _no_status(self) -> Message:
        words = ", ".join(map(self._tr.show, choices_of(self._sent_status)))
        said = one_line(self._row.status.text).strip()
        if not said:
            return message(N_("The cell is empty; choose one of: {words}."), words=words)
        return message(
            N_("“{status}” is no status; choose one of: {words}."), status=said, words=words
        )

    def _against_rules(self, status: CommitmentStatus) -> Iterator[tuple[str, Message]]:
        row = self._row
        if not self._moved(status):
            return
        try:
            lifecycle.require(self._present.status, status, "status")
        except Refused as refused:
            yield row.status.place, refused.message
            return
        # Evidence of before that was emptied is none that shows it is met.
        if status in _MET and not one_line(row.evidence.text).strip():
            yield row.evidence.place, message(N_("What is met needs the evidence that shows it."))
        if status is CommitmentStatus.NOT_PURSUED and not one_line(row.comment.text):
            said = message(N_("Say why the commitment is not pursued any more."))
            yield row.comment.place, said

    # -- what is said ------------------------------------------------------------------
    @property
    def _words(self) -> str:
        return self._told.commitment.text.in_language(self._tr.lang)

    @property
    def _status(self) -> CommitmentStatus | None:
        said = one_line(self._row.status.text).casefold()
        for status in CommitmentStatus:
            if said == self._tr.show(status).casefold():
                return status
        return None

    @property
    def _sent_status(self) -> CommitmentStatus:
        """The status with which the form was sent out: its list offers what may follow that."""
        for status in CommitmentStatus:
            if status.value == self._row.status_before:
                return status
        return self._present.status

    def _moved(self, status: CommitmentStatus) -> bool:
        """Whether the row reports another status than the form was sent out with, and than now."""
        return status.value != self._row.status_before and status is not self._present.status

    @property
    def _evidence(self) -> str:
        """The evidence as reported; a cell left as it was or emptied takes nothing away."""
        row = self._row
        text = clean_text(row.evidence.text).strip()
        if not text or not _changed(row.evidence, row.evidence_before):
            return self._present.evidence
        return text


def _changed(cell: FilledCell, before: str) -> bool:
    return print_of(one_line(cell.text)) != before
