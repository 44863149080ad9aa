# SPDX-License-Identifier: Apache-2.0
"""Giving a copy away: to whom, for what, with what in it; and what came back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain import identity
from missiondesk.domain.copy_sent import Audience, CopyMark, CopySent, Purpose
from missiondesk.domain.entities import KINDS
from missiondesk.domain.fingerprint import fingerprint
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.party import Party
from missiondesk.domain.passphrase import require_strong
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Verb
from missiondesk.services.audience import seen_by

if TYPE_CHECKING:
    from missiondesk.services.session import Session
    from missiondesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Sending:
    """What is asked for.

    Attributes:
        ministry: Whose drafts go with it; only for `Audience.MINISTRY`, which needs one.
        comments: Whether remarks go with a part; they are always in the whole, and never in a
            party's.
        party: Whose copy it is; only for `Audience.PARTY`, which needs one.
    """

    recipient: str
    purpose: Purpose = Purpose.EDIT
    audience: Audience = Audience.SECRETARIAT
    ministry: str | None = None
    language: str = "da"
    comments: bool = False
    party: str | None = None


class Copies:
    """Copies of the workspace for others."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sent(self) -> tuple[CopySent, ...]:
        """All copies that were sent, the newest first."""
        return self._session.store.all(CopySent)[::-1]

    def fingerprint(self) -> str:
        """The four words of what is open."""
        return fingerprint(self._session.store.revision)

    def needs_passphrase(self, audience: Audience) -> bool:
        """Whether a copy for the audience cannot be plain."""
        return self._session.store.codec.confidential and audience is not Audience.PUBLIC

    def counts(self, sending: Sending) -> tuple[int, int]:
        """How many records the copy will hold, and how many there are."""
        now = self._session.situation
        shown = _seen(now, sending)
        kinds = [kind for kind in KINDS.values() if kind is not CopySent]
        held, there = (sum(len(it.all(kind)) for kind in kinds) for it in (shown, now))
        return held, there

    def send(self, path: Path, sending: Sending, passphrase: str | None = None) -> CopySent:
        """Write the copy and note it as one Step.

        Args:
            path: The file to make; one that is there is never written over.
            sending: To whom, for what, with what in it.
            passphrase: The copy's own; None makes a plain workspace.

        Raises:
            Refused: Nobody is named, a ministry is lacking, what is confidential would be plain, or
                the passphrase is too weak.
            Unavailable: The file cannot be written; nothing is noted then.
        """
        job = self.prepare(path, sending, passphrase)
        try:
            job.make()
        except BaseException:
            job.give_up()
            raise
        return job.finish()

    def prepare(self, path: Path, sending: Sending, passphrase: str | None = None) -> SendingJob:
        """The copy as a job of which a worker may do the longest part; as for `send`."""
        from missiondesk.store.claim import require_free

        if passphrase is not None:
            require_strong(passphrase)
        copy = self._planned(path, sending, sealed=passphrase is not None)
        require_free(path)
        job = _Whole if copy.audience is Audience.SECRETARIAT else _Part
        return job(self._session, path, copy, sending, passphrase)

    def awaited(self, mark: CopyMark | None) -> bool:
        """Whether a file is a copy that was sent from here and is not noted as back."""
        sent = self._session.store.get(CopySent, mark.copy) if mark is not None else None
        return sent is not None and sent.came_back is None and not self._session.store.read_only

    def sent_here(self, path: Path) -> CopySent | None:
        """The note of the copy that a file is, when it was sent from here; None for any other file
        and for one that cannot be looked into.
        """
        from missiondesk.store.copies import mark_in

        mark = mark_in(path, self._session.store.codec)
        return self._session.store.get(CopySent, mark.copy) if mark is not None else None

    @staticmethod
    def is_awaited(copy: CopySent) -> bool:
        """Whether it should come back and has not."""
        return copy.came_back is None and copy.purpose is not Purpose.READ

    def note_back(self, key: str, file: str) -> None:
        """Note that a copy came back although there was nothing to put together."""
        copy = self._session.the(CopySent, key)
        back = replace(copy, came_back=day(identity.today()), came_back_as=file)
        with self._session.write(Verb.NOTE_RETURN, key, copy.recipient) as unit:
            unit.save(back)

    def forget(self, key: str) -> None:
        """Remove the note of a copy; the copy itself stays wherever it is."""
        copy = self._session.the(CopySent, key)
        with self._session.write(Verb.FORGET_COPY, key, copy.recipient) as unit:
            unit.remove(CopySent, key)

    # -- making it -----------------------------------------------------------------------
    def _planned(self, path: Path, sending: Sending, *, sealed: bool) -> CopySent:
        store = self._session.store
        recipient = " ".join(sending.recipient.split())
        if not recipient:
            raise Refused(N_("Say to whom the copy goes."), field="recipient")
        if sending.audience is Audience.MINISTRY and sending.ministry is None:
            raise Refused(N_("Choose the ministry that gets the copy."), field="ministry")
        if sending.audience is Audience.PARTY and store.get(Party, sending.party or "") is None:
            raise Refused(N_("Choose the party that gets the copy."), field="party")
        if self.needs_passphrase(sending.audience) and not sealed:
            raise Refused(
                N_(
                    "The workspace is confidential, so a copy of it is too: give it a passphrase "
                    "of its own."
                ),
                field="passphrase",
            )
        if store.mark is not None and store.mark.purpose is not Purpose.EDIT:
            raise Refused(N_("This is itself a copy that was not sent to be worked on."))
        return CopySent(
            identity.new_id(),
            recipient=recipient,
            purpose=sending.purpose,
            audience=sending.audience,
            ministry=sending.ministry if sending.audience is Audience.MINISTRY else None,
            language=sending.language,
            sealed=sealed,
            sent=day(identity.today()),
            sent_by=store.who,
            file_name=path.name,
            step=next((step.id for step in store.steps(limit=1)), ""),
            party=sending.party if sending.audience is Audience.PARTY else None,
        )


class SendingJob:
    """A copy on its way: `make` it on any thread, then `finish` or `give_up` on the screen's."""

    def __init__(
        self,
        session: Session,
        path: Path,
        copy: CopySent,
        sending: Sending,
        passphrase: str | None,
    ) -> None:
        self._session, self._path, self._copy = session, path, copy
        self._sending, self._passphrase = sending, passphrase
        self._begin()

    def _begin(self) -> None:
        """Take from the workspace what `make` needs on its thread."""
        raise NotImplementedError

    def make(self) -> None:
        """Write the file.

        Raises:
            Unavailable: It cannot be written.
        """
        raise NotImplementedError

    def finish(self) -> CopySent:
        """The note of the copy, as one Step."""
        raise NotImplementedError

    def give_up(self) -> None:
        """The file could not be written: nothing is noted."""

    def _note(self, about: str) -> None:
        with self._session.write(Verb.SEND_COPY, about, self._copy.recipient) as unit:
            unit.save(self._copy)


class _Whole(SendingJob):
    """The note stands in the copy too, so that one that comes back newer is only taken over."""

    def _begin(self) -> None:
        store = self._session.store
        self._copy = replace(self._copy, fingerprint=fingerprint(store.revision))
        self._note(self._copy.id)
        self._image = store.image()

    def make(self) -> None:
        _write(self._path, self._image, self._copy, self._passphrase)

    def finish(self) -> CopySent:
        return self._copy

    def give_up(self) -> None:
        last = self._session.store.undoable
        if last is not None and last.verb is Verb.SEND_COPY:
            self._session.store.undo()


class _Part(SendingJob):
    """What the audience may see, as a workspace of its own."""

    def _begin(self) -> None:
        self._now = self._session.situation

    def make(self) -> None:
        part = _store_of(_seen(self._now, self._sending), self._copy)
        try:
            (root,) = part.steps(limit=1)
            self._copy = replace(self._copy, root=root.id, fingerprint=fingerprint(part.revision))
            _write(self._path, part.image(), self._copy, self._passphrase)
        finally:
            part.close(discard=True)

    def finish(self) -> CopySent:
        try:
            self._note(self._copy.root)
        except BaseException:
            self._path.unlink(missing_ok=True)
            raise
        return self._copy


def _seen(now: Situation, sending: Sending) -> Situation:
    return seen_by(now, sending.audience, sending.ministry, sending.comments, sending.party)


def _store_of(shown: Situation, copy: CopySent) -> Store:
    """A workspace of its own with these records, in one Step."""
    from missiondesk.store.workspace import in_memory

    part = in_memory(copy.sent_by)
    with part.write(Verb.MAKE_COPY, copy.id, copy.recipient) as unit:
        for kind in KINDS.values():
            for record in shown.all(kind):
                unit.save(record)
    return part


def _write(path: Path, image: bytes, copy: CopySent, passphrase: str | None) -> None:
    from missiondesk.store.copies import write_copy

    mark = CopyMark(
        copy.id, copy.purpose, copy.audience, copy.recipient, copy.sent_by, copy.party or ""
    )
    write_copy(path, image, mark, passphrase)
