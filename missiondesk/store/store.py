# SPDX-License-Identifier: Apache-2.0
"""The Store: one open workspace, read as frozen values and written by Steps only."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from missiondesk.domain.step import Step, Verb
from missiondesk.store.copy_marks import require_meant, why_not_written
from missiondesk.store.image import PLAIN, Codec
from missiondesk.store.journal import Journal
from missiondesk.store.ledger import Ledger
from missiondesk.store.listeners import Listeners
from missiondesk.store.on_disk import OnDisk
from missiondesk.store.reading import Reading
from missiondesk.store.records import Records
from missiondesk.store.saver import NO_FILE, NotSaved, Saver, SaveState
from missiondesk.store.target import Target
from missiondesk.store.unavailable import Reason, Unavailable
from missiondesk.store.unit import Unit

if TYPE_CHECKING:
    from missiondesk.store.inspection import Looking

Listener = Callable[[Step], None]
_LAST_TRY: Final = 5.0  # seconds


class Store(Reading, OnDisk):
    """One open workspace.

    Any thread may read; writes take turns. Listeners are called on the thread that wrote, those of
    the saving on any.

    Attributes:
        former: Bytes of the file as an older desk wrote it, when this one brought it to its format.
    """

    def __init__(
        self,
        ledger: Ledger,
        who: str,
        *,
        codec: Codec = PLAIN,
        target: Target | None = None,
        state: SaveState | None = None,
        read_only: bool = False,
        newer: bool = False,
        former: bytes | None = None,
        looking: Looking | None = None,
    ) -> None:
        saver = Saver(self.image, codec, target, state or NO_FILE)
        OnDisk.__init__(self, saver, who, read_only=read_only, newer=newer, mark=ledger.mark)
        self.former = former
        self._looking = looking
        self._ledger = ledger
        self._lock = threading.RLock()
        self._writing = False
        self._listeners: Listeners[Step] = Listeners()
        self._before: Listeners[Verb] = Listeners()
        if target is not None and isinstance(state, NotSaved):
            saver.note()

    def require_sound(self) -> None:
        """Wait until the file that was opened is looked through to its end.

        Raises:
            Unavailable: Something is wrong with it; close the store with ``discard``.
        """
        if self._looking is not None:
            self._looking.require_sound()
            self._looking = None

    # ------------------------------------------------------------ writing

    @property
    def undoable(self) -> Step | None:
        """The Step that undo would take back, without its changes; None when there is none."""
        return None if self.read_only else self._ledger.journal.undoable

    @property
    def redoable(self) -> Step | None:
        """The undo that redo would take back, without its changes; None when there is none."""
        return None if self.read_only else self._ledger.journal.redoable

    @contextmanager
    def write(self, verb: Verb, subject: str, about: str = "") -> Iterator[Unit]:
        """One Step: everything saved and removed in the block, or nothing when it fails.

        After the block ``unit.step`` is the Step, or None when nothing was different.

        Args:
            verb: What is done.
            subject: Id of the record it is done to, or "".
            about: That record in words of this moment.

        Raises:
            Refused: A record cannot be kept as it is; nothing was changed.
            Unavailable: The workspace is open for reading only.
        """
        require_meant(self.mark, verb)
        with self._turn() as unit:
            self._before.tell(verb)
            yield unit
            unit.step = self._ledger.commit(unit, self.who, verb, subject, about)
            if unit.codec is not None:
                # The turn holds off images: none that knows this Step is made a file by another.
                self._saver.codec = unit.codec
        self._announce(unit.step)

    def undo(self) -> Step:
        """Take the last Step back by a Step; refused when there is none or it was changed since."""
        return self._take_back(self._ledger.journal.require_undoable)

    def redo(self) -> Step:
        """Take the last undo back, as a Step of its own; raises as `undo`."""
        return self._take_back(self._ledger.journal.require_redoable)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every Step after it is committed; returns what ends that."""
        return self._listeners.add(listener)

    def listen_before(self, listener: Callable[[Verb], None]) -> Callable[[], None]:
        """Call ``listener`` before each write with its verb; returns what ends that."""
        return self._before.add(listener)

    # ------------------------------------------------------------ the end

    def close(self, *, discard: bool = False) -> None:
        """Wait for the last save and give file and memory back; what has no file is gone.

        Raises:
            Unavailable: It cannot be saved and ``discard`` is not set; the store stays open.
        """
        self._saver.close(discard=discard)
        with self._lock:
            self._ledger.database.close()

    def hand_over(self) -> tuple[bytes, Target | None, SaveState]:
        """End without letting go of the file: the whole as it would be written, where to, and
        whether it was, after a last try.
        """
        self._saver.save_now(_LAST_TRY)
        target, state = self._saver.hand_over()
        with self._lock:
            data = self.codec.wrap(self.image())
            self._ledger.database.close()
            # Whoever still holds the store holds neither key nor records.
            self._saver.codec = PLAIN
            self._ledger.records, self._ledger.journal = Records(), Journal()
        return data, target, state

    # ------------------------------------------------------------ inside

    def _take_back(self, next_one: Callable[[], Step]) -> Step:
        with self._turn() as unit:
            done = self._ledger.take_back(unit, self.who, next_one())
        self._announce(done)
        return done

    @contextmanager
    def _turn(self) -> Iterator[Unit]:
        with self._lock:
            if self._writing:
                raise RuntimeError("a write is already open; one verb is one Step")
            if self.read_only:
                raise Unavailable(Reason.READ_ONLY, why_not_written(self.mark))
            self._writing = True
            unit = Unit(self._ledger.records)
            try:
                yield unit
            finally:
                unit.close()
                self._writing = False

    def _announce(self, step: Step | None) -> None:
        if step is not None:
            self._saver.note()
            self._listeners.tell(step)
