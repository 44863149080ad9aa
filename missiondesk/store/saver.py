# SPDX-License-Identifier: Apache-2.0
"""Brings the workspace from memory to disk on a thread of its own, and says how far it has come."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from missiondesk.domain.identity import now
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.store.image import LARGEST_FILE, Codec
from missiondesk.store.listeners import Listeners
from missiondesk.store.target import Target, put_in_place, write_over
from missiondesk.store.unavailable import Reason, Unavailable, from_os


@dataclass(frozen=True, slots=True)
class Saved:
    """All Steps are in the file and on the disk, since ``at``.

    Attributes:
        anew: The file was not there any more and was written again.
    """

    at: datetime
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Saving:
    """The newest Steps are on their way to the file."""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The newest Steps are in memory only; ``why`` says what is safe and what to do."""

    why: Message
    reason: Reason | None = None


NO_FILE: Final = NotSaved(
    message(N_("The workspace has no file yet. Save it under a name to keep it."))
)
SaveState = Saved | Saving | NotSaved
StateListener = Callable[[SaveState], None]


class Saver:
    """Writes the newest image to the target; bursts of Steps become one write.

    Args:
        image: Gives the present image; called on the saver's thread.
        codec: Makes the file of it; another may be put in its place between two saves.
        target: Where to; None keeps everything in memory.
        state: What holds at the beginning.
    """

    def __init__(
        self, image: Callable[[], bytes], codec: Codec, target: Target | None, state: SaveState
    ) -> None:
        self._image = image
        self.codec = codec
        self.target = target
        self._state = state
        self._listeners: Listeners[SaveState] = Listeners()
        self._holding: Listeners[None] = Listeners()
        self._news = threading.Condition()
        self._telling = threading.RLock()
        # Held while a file is written, so that the target cannot change under it.
        self._writing = threading.Lock()
        # Numbers of requests: the newest made, the newest tried, the newest on the disk.
        self._wanted = self._tried = self._done = 0
        self._ending = False
        self._thread: threading.Thread | None = None

    @property
    def path(self) -> Path | None:
        """The file, or None while there is none."""
        return None if self.target is None else self.target.path

    @property
    def state(self) -> SaveState:
        """How far the present has come."""
        return self._state

    def listen(self, listener: StateListener) -> Callable[[], None]:
        """Call ``listener`` with each state, on whatever thread it comes about."""
        return self._listeners.add(listener, self._telling)

    def hold(self, wait: Callable[[None], None]) -> Callable[[], None]:
        """Call ``wait`` between taking an image and writing it over the file of before."""
        return self._holding.add(wait)

    def note(self) -> None:
        """There is something new to save."""
        with self._news:
            self._wanted += 1
            if self.target is not None:
                self._state = Saving()
                self._keep_running()
            self._news.notify_all()
        self._tell()

    def save_now(self, timeout: float | None = None) -> bool:
        """Try again what is not saved yet, and wait; whether all is on the disk."""
        if self.wait(timeout):
            return True
        if self.target is not None and self._tried >= self._wanted:
            self.note()
        return self.wait(timeout)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until all that was noted before this call was tried; whether it is on the disk."""
        with self._news:
            if self.target is None:
                return False
            goal = self._wanted
            self._news.wait_for(lambda: self._tried >= goal, timeout)
            return self._done >= goal

    def require_saved(self) -> None:
        """Wait until all is on the disk.

        Raises:
            Unavailable: It cannot be saved.
        """
        if not self.save_now():
            state = self._state
            why = state.why if isinstance(state, NotSaved) else NO_FILE.why
            raise Unavailable.because(Reason.NOT_SAVED, why)

    def accept(self, digest: bytes) -> None:
        """The content of this hash may be written over: what is in it was taken in."""
        with self._writing:
            assert self.target is not None  # it was read there
            self.target.known |= {digest}
        self.note()

    def move(self, target: Target) -> None:
        """Write everything to another file and stay with that one.

        Raises:
            Unavailable: It could not be written; all stays with the file of before.
        """
        with self._writing:
            with self._news:
                goal = self._wanted
            try:
                write_over(target, *_file_of(self._image(), self.codec, target))
            except BaseException as error:
                target.release()
                if isinstance(error, OSError):
                    raise from_os(error, target.path.name) from error
                raise
            before, self.target = self.target, target
            self._finish(goal, Saved(now()), done=True)
        if before is not None:
            before.release()
        with self._news:
            if self._wanted > self._tried:  # a Step came while the file was written
                self._keep_running()
        self._tell()

    def close(self, *, discard: bool = False) -> None:
        """End after the last save.

        Raises:
            Unavailable: It failed, and ``discard`` is not set: the saver goes on.
        """
        if not discard and self.target is not None:
            self.require_saved()
        target, _ = self.hand_over()
        if target is not None:
            target.release()

    def hand_over(self) -> tuple[Target | None, SaveState]:
        """End without another save and without giving the lock back; there is no file after it."""
        with self._news:
            self._ending = True
            thread = self._thread
            self._news.notify_all()
        if thread is not None and thread is not threading.current_thread():
            thread.join()
        target, self.target = self.target, None
        return target, self._state

    # ------------------------------------------------------------ the thread

    def _keep_running(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            self._work()
        finally:
            # After a bug (a listener's, say) the next request finds another thread, and one that
            # came while this ended is not forgotten.
            with self._news:
                self._thread = None
                if self._wanted > self._tried and not self._ending:
                    self._keep_running()

    def _work(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._ending or self._wanted > self._tried)
                if self._ending:
                    return
                goal = self._wanted
            self._save(goal)
            self._tell()

    def _save(self, goal: int) -> None:
        try:
            with self._writing:
                assert self.target is not None  # the thread begins with the first target
                made = _file_of(self._image(), self.codec, self.target)
                self._holding.tell(None)
                there = put_in_place(self.target, *made)
        except Unavailable as error:
            self._finish(goal, NotSaved(error.message, error.reason), done=False)
        except BaseException as error:
            # A bug, or no memory left: it is reported as one, but never passed over as saved.
            self._finish(goal, _fault(error), done=False)
            self._tell()
            raise
        else:
            self._finish(goal, Saved(now(), anew=not there), done=True)

    def _finish(self, goal: int, state: SaveState, *, done: bool) -> None:
        with self._news:
            self._tried = max(self._tried, goal)
            if done:
                self._done = max(self._done, goal)
            if self._tried >= self._wanted:
                self._state = state
            self._news.notify_all()

    def _tell(self) -> None:
        # Under one lock and with the state of this moment, so that an older state never comes last.
        with self._telling:
            self._listeners.tell(self._state)


def _fault(error: BaseException) -> NotSaved:
    return NotSaved(
        message(
            N_(
                "Saving failed ({error}). Your work is in memory and the file on the disk is as it "
                "was. Save it under another name."
            ),
            error=type(error).__name__,
        )
    )


def _file_of(image: bytes, codec: Codec, target: Target) -> tuple[bytes, bytes]:
    data, digest = codec.wrap_hashed(image)
    if len(data) <= LARGEST_FILE:
        return data, digest
    raise Unavailable(
        Reason.TOO_LARGE,
        N_(
            "“{file}” has grown larger than a workspace may be ({size} MB), so the last change is "
            "in memory only. Undo it, or begin a new workspace."
        ),
        file=target.path.name,
        size=LARGEST_FILE // 1_000_000,
    )
