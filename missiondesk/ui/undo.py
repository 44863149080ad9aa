# SPDX-License-Identifier: Apache-2.0
"""The undo and redo of the menu and the top bar: they say what they take back, and do it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Step
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.icons import icon
from missiondesk.ui.widgets.tool_tips import plain_tip


class UndoActions(QObject):
    """Two actions that follow the trail.

    Attributes:
        undo: "Undo: revise mission “M1 …”".
        redo: Likewise.
    """

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._hub, self._say = desk, hub, tr
        keys = QKeySequence.StandardKey
        self.undo = QAction(icon("undo-2"), "", self)
        self.undo.setObjectName("undo")
        self.undo.setShortcuts(keys.Undo)
        self.undo.triggered.connect(lambda _checked=False: self._take_back())
        self.redo = QAction(icon("redo-2"), "", self)
        self.redo.setObjectName("redo")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.redo.triggered.connect(lambda _checked=False: self._do_again())
        hub.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self, _step: object = None) -> None:
        say = self._say.say
        undoable, redoable = self._desk.history.undoable, self._desk.history.redoable
        self._name(self.undo, undoable, say("Undo"), say("Undo: {what}", what=self._what(undoable)))
        self._name(self.redo, redoable, say("Redo"), say("Redo: {what}", what=self._what(redoable)))

    def _name(self, action: QAction, step: Step | None, bare: str, full: str) -> None:
        short = bare
        if step is not None:
            short = f"{bare}: {self._say.say(step.verb.word)}"
        action.setEnabled(step is not None and not self._desk.read_only)
        action.setText(_plain(full if step is not None else bare))
        action.setIconText(_plain(short))
        action.setToolTip(plain_tip(full if step is not None else bare))

    def _what(self, step: Step | None) -> str:
        return step_words(step, self._say) if step is not None else ""

    def _take_back(self) -> None:
        try:
            step = self._desk.history.undo()
        except Refused as refused:
            self._hub.say(self._say.tell(refused.message))
        else:
            self._hub.say(self._say.say("Taken back: {what}", what=self._undone(step)))

    def _do_again(self) -> None:
        try:
            step = self._desk.history.redo()
        except Refused as refused:
            self._hub.say(self._say.tell(refused.message))
        else:
            self._hub.say(self._say.say("Done again: {what}", what=self._undone(step)))

    def _undone(self, step: Step) -> str:
        return step_words(step, self._say)


def step_words(step: Step, tr: Translator) -> str:
    """What a step did and to what: "revise mission “M1 Færre unge”"."""
    verb = tr.say(step.verb.word)
    if not step.about:
        return verb
    about = step.about if len(step.about) <= 60 else f"{step.about[:59].rstrip()}…"
    return tr.say("{verb} “{about}”", verb=verb, about=about)


def _plain(text: str) -> str:
    return text.replace("&", "&&")
