# SPDX-License-Identifier: Apache-2.0
"""Erasing removed records from the trail for good: a logged act with reason and decider."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from missiondesk.domain.comment import Comment
from missiondesk.domain.identity import new_id
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.domain.purge import Purge
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step, Verb
from missiondesk.services.recycle_bin import Key, RecycleBin

if TYPE_CHECKING:
    from missiondesk.services.session import Session

ARCHIVAL_RULE: Final = N_(
    "Among these records are some that were journalised, or letters that were signed or issued. "
    "They belong to the authority's archive, and deleting them can be unlawful, above all while a "
    "request for access to them is open or expected (the Ombudsman's case FOB 2010 1-1)."
)
WHAT_STAYS: Final = N_(
    "The words are erased from this file and cannot be brought back. Steps, days, persons and "
    "hashes stay, and so do backups, copies that were sent out, and what other records or "
    "documents say."
)
_FINAL: Final = frozenset(state.value for state in LetterState if state.final)


class Purging:
    """Erases for good; there is no way back."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._bin = RecycleBin(session)

    def belongs_to_archive(self, keys: Collection[Key]) -> bool:
        """Whether one of the records was journalised, or is a letter that was signed or issued."""
        wanted = set(keys)
        for step in self._session.store.removals():
            for change in step.changes:
                row = change.before or {}
                if change.kind == "journal_mark" and any(
                    (kind, row.get(kind)) in wanted for kind in ("letter", "decision", "meeting")
                ):
                    return True
        return any(self._was_final(key) for kind, key in wanted if kind == "letter") or any(
            kind == "journal_mark" for kind, _ in wanted
        )

    def purge(
        self, keys: Collection[Key], reason: str, decided_by: str, *, archival: bool = False
    ) -> Step:
        """Erase removed records, with what belonged to them, from the trail.

        Args:
            keys: Of records in the recycle bin, also of those that it offers no more.
            reason: Why.
            decided_by: Who decided.
            archival: The rule on archives was read and the records are to go all the same.

        Raises:
            Refused: Reason or decider is missing, a record is not in the bin, or it belongs to the
                archive and ``archival`` is not set.
        """
        for field, text in (("reason", reason), ("decided_by", decided_by)):
            if not text.strip():
                raise Refused(N_("Say why, and who decided it."), field=field)
        every = dict.fromkeys(one for key in keys for one in self._bin.find(key).keys)
        remarks = self._remarks(set(every))
        every |= dict.fromkeys(remarks)
        if not every:
            raise Refused(N_("Choose what is to be purged."))
        if not archival and self.belongs_to_archive(every):
            raise Refused(ARCHIVAL_RULE, field="archival")
        purge = Purge(
            new_id(),
            decided=day(self._session.today),
            decided_by=decided_by.strip(),
            reason=reason.strip(),
            archival=archival and self.belongs_to_archive(every),
            purged=tuple(f"{kind}:{key}" for kind, key in every),
        )
        # Its words say nothing of the records: a Step is kept for ever.
        with self._session.store.write(Verb.PURGE, purge.id, str(len(every))) as unit:
            unit.save(purge)
            for _, key in remarks:
                unit.remove(Comment, key)
            unit.purge(every)
        assert unit.step is not None
        return unit.step

    def _remarks(self, keys: Collection[Key]) -> list[Key]:
        """Comments on the records, removed or not, for they quote and speak of them."""
        there = self._session.store.all(Comment)
        gone = (one.record for one in self._bin.removed(older=True))
        every = (*there, *(one for one in gone if isinstance(one, Comment)))
        return [("comment", one.id) for one in every if (one.kind, one.record) in keys]

    def _was_final(self, key: str) -> bool:
        for step in self._session.store.steps(record=(Letter, key), alone=True):
            for change in step.changes:
                if any((row or {}).get("state") in _FINAL for row in (change.before, change.after)):
                    return True
        return False
