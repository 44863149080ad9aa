# SPDX-License-Identifier: Apache-2.0
"""A copy is picked: it is compared off the screen's thread, and what it is to the workspace is
said; where there is something to put together, the review opens.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from missiondesk.domain.lineage import Relation
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.merge_words import relation_lines
from missiondesk.services.merging import Comparison
from missiondesk.services.saving import Unavailable
from missiondesk.ui.hub import Hub
from missiondesk.ui.merging.review import MergeReview
from missiondesk.ui.notices import Notice


class Meeting:
    """One copy over one window, from its file to the review.

    Args:
        refuse: Shows the surroundings' no.
    """

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        refuse: Callable[[Unavailable], object],
    ) -> None:
        self._window, self._desk, self._hub, self._tr = window, desk, hub, tr
        self._refuse = refuse

    def read(self, path: Path) -> None:
        """Compare the workspace with the copy at ``path`` and show what was found."""
        say = self._tr.say
        self._hub.tasks.run(
            say("Comparing with the copy"),
            lambda _progress: self._desk.merging.compare(path),
            self.show,
            self._failed,
            self._window,
            show=True,
        )

    def show(self, found: Comparison) -> None:
        """The review, or one notice where there is nothing to put together."""
        nothing = found.relation is Relation.NEWER and not found.news
        if found.merger is not None and not nothing:
            MergeReview(found, self._desk, self._hub, self._tr, self._window).open()
            return
        first, *more = relation_lines(found, self._tr)
        if found.relation is Relation.UNRELATED:
            more = [self._tr.say("Nothing was changed. Open it by itself to see what is in it.")]
        Notice(first, more, self._window, close=self._tr.say("Close"), name="copyRelation").open()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Unavailable):
            self._refuse(error)
        elif isinstance(error, Refused):
            self._hub.say(self._tr.tell(error.message))
        else:
            raise error
