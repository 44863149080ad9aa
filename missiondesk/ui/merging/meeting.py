# SPDX-License-Identifier: Apache-2.0
"""A copy came back: it is compared off the screen's thread, and what it is to the workspace is
said; where there is something to put together, the review opens.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from missiondesk.domain.lineage import Relation
from missiondesk.domain.merging import Key, Side
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.merge_words import relation_lines
from missiondesk.services.merging import Comparison
from missiondesk.services.saving import Reason, Unavailable
from missiondesk.ui.hub import Hub
from missiondesk.ui.merging.passphrase_question import PassphraseQuestion
from missiondesk.ui.merging.report import ReportOffer
from missiondesk.ui.merging.review import MergeReview
from missiondesk.ui.notices import Notice


class Meeting:
    """One copy over one window, from its file to the review.

    Args:
        refuse: Shows the surroundings' no.
        open_alone: Opens a file by itself, where that is what fits; None offers it never.
    """

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        refuse: Callable[[Unavailable], object],
        open_alone: Callable[[Path], object] | None = None,
    ) -> None:
        self._window, self._desk, self._hub, self._tr = window, desk, hub, tr
        self._refuse, self._open_alone = refuse, open_alone
        self._path: Path | None = None
        self._sealed = False
        self._question: PassphraseQuestion | None = None

    def read(self, path: Path, passphrase: str | None = None) -> None:
        """Compare the workspace with the copy at ``path`` and show what was found."""
        self._path, self._sealed = path, passphrase is not None
        self._hub.tasks.run(
            self._tr.say("Comparing with the copy"),
            lambda _progress: self._desk.merging.compare(path, passphrase),
            self.show,
            self._failed,
            self._window,
            show=True,
        )

    def show(self, found: Comparison) -> None:
        """The review, or one notice where there is nothing to put together."""
        self._end_question()
        nothing = found.relation is Relation.NEWER and not found.news
        if found.merger is not None and not nothing:
            review = MergeReview(
                found, self._desk, self._hub, self._tr, self._window, self._put_together
            )
            if self._private:
                review.setWindowTitle(self._tr.say("Put together with a copy"))
            review.open()
            return
        say = self._tr.say
        first, *more = relation_lines(found, self._tr)
        buttons: list[tuple[str, Callable[[], object]]] = []
        if found.relation is Relation.UNRELATED:
            more = [say("Nothing was changed. Open it by itself to see what is in it.")]
            path, opening = self._path, self._open_alone
            if path is not None and opening is not None:
                buttons.append((say("Open it"), lambda: opening(path)))
        elif self._desk.copies.awaited(found.mark):
            buttons.append((say("Note that it came back"), lambda: self._note(found)))
        if found.fingerprint:
            more.append(say("Fingerprint of the file: {words}.", words=found.fingerprint))
        Notice(
            first,
            more,
            self._window,
            close=say("Close"),
            buttons=buttons,
            name="copyRelation",
            window_title=say("Put together with a copy") if self._private else "",
        ).open()

    @property
    def _private(self) -> bool:
        """Whether lists of windows, and screens that are shared, name no file (SEC-09)."""
        return self._sealed or self._desk.confidential.on

    def _note(self, found: Comparison) -> None:
        assert found.mark is not None
        self._desk.copies.note_back(found.mark.copy, found.name)
        self._hub.say(self._tr.say("It is noted that the copy came back."), undoable=True)

    def _put_together(
        self, found: Comparison, choices: dict[str, Side], left_out: frozenset[Key]
    ) -> None:
        ReportOffer(self._desk, self._hub, self._tr, self._window).open(found, choices, left_out)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Unavailable) and error.reason in (Reason.SEALED, Reason.WRONG_KEY):
            self._ask(error)
        elif isinstance(error, Unavailable):
            self._end_question()
            self._refuse(error)
        elif isinstance(error, Refused):
            self._end_question()
            self._hub.say(self._tr.tell(error.message))
        else:
            raise error

    def _ask(self, why: Unavailable) -> None:
        """Ask for the passphrase, again where it was wrong."""
        path = self._path
        assert path is not None
        if self._question is None:
            self._question = PassphraseQuestion(
                path.name, self._tr, lambda told: self.read(path, told), self._window
            )
            self._question.finished.connect(self._question_closed)
            self._question.open()
        if why.reason is Reason.WRONG_KEY:
            self._question.refuse(self._tr.tell(why.message))

    def _end_question(self) -> None:
        if self._question is not None:
            self._question.accept()

    def _question_closed(self) -> None:
        self._question = None
