# SPDX-License-Identifier: Apache-2.0
"""The bar at the top of the window: whose workspace it is, undo, whether it is saved, language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.step import Step
from missiondesk.language import LANGUAGES, Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.icons import icon_size
from missiondesk.ui.undo import UndoActions
from missiondesk.ui.widgets.buttons import IconButton, YieldingButton
from missiondesk.ui.widgets.elided_label import ElidedLabel
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.saved_chip import SavedChip
from missiondesk.ui.widgets.tool_tips import plain_tip
from missiondesk.ui.widgets.untaken import untaken_in

_LOOKS_EVERY = 400  # ms between two looks at what is being typed


class TopBar(QFrame):
    """What is always in view.

    Attributes:
        asked_language: "da" or "en" was pressed.
        asked_why: The chip was pressed while something is not saved.
        asked_field: It was pressed while a field holds text that was not taken.
    """

    asked_language = Signal(str)
    asked_why = Signal()
    asked_field = Signal()

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        undo: UndoActions,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setProperty("look", "topbar")
        # A page that wants more height than there is takes nothing from this line.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._desk, self._say = desk, tr
        self.title = ElidedLabel("workspaceTitle", "strong")
        self.file = ElidedLabel("fileName", "detail")
        self.tag = text_label("", "wait")
        self.tag.setObjectName("workspaceTag")
        self.chip = SavedChip()
        self._typing = self._untaken = self._leads_to_field = False
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOKS_EVERY)
        self._watch.timeout.connect(self._look_at_typing)
        self._watch.start()
        self.chip.pressed.connect(self._answer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 5)
        layout.setSpacing(8)
        for part in (self.title, self.file, self.tag):
            layout.addWidget(part)
        layout.addWidget(_button(undo.undo, with_text=True))
        layout.addWidget(_button(undo.redo, with_text=False))
        layout.addSpacing(4)
        for name in ("back", "forward", "palette"):
            layout.addWidget(_button(actions[name], with_text=False))
        layout.addStretch(1)
        layout.addWidget(self.chip)
        self._add_languages(layout)
        hub.changed.connect(self._changed)
        hub.saving.connect(self._show_saving)
        self.refresh()

    def _add_languages(self, layout: QHBoxLayout) -> None:
        names = {"da": self._say.say("Danish"), "en": self._say.say("English")}
        group = QButtonGroup(self)
        for language in LANGUAGES:
            button = IconButton()
            button.setText(language)
            button.setCheckable(True)
            button.setChecked(language == self._say.lang)
            button.setObjectName(f"language_{language}")
            button.setAccessibleName(names[language])
            button.setToolTip(plain_tip(names[language]))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(
                lambda _checked=False, chosen=language: self.asked_language.emit(chosen)
            )
            group.addButton(button)
            layout.addWidget(button)

    def refresh(self) -> None:
        """Read title, file and state of saving again."""
        title = self._desk.settings.get().title.in_language(self._say.lang)
        self.title.show_text(title or self._say.say("Unnamed workspace"))
        path = self._desk.path
        self.file.show_text(path.name if path is not None else self._say.say("no file yet"))
        self.file.setVisible(path is not None or not self._desk.is_sample)
        marks = [self._say.say("EXAMPLE")] if self._desk.is_sample else []
        if self._desk.confidential.on:
            marks.append(self._say.say("Confidential"))
        self.tag.setText(" · ".join(marks))
        self.tag.setVisible(bool(marks))
        self._show_saving(self._desk.saving)

    def _changed(self, step: Step) -> None:
        if step.touches(Secretariat):
            self.refresh()

    def _look_at_typing(self) -> None:
        """What is being typed for a record, or was not taken, is in no file, and the chip must not
        say that it is. What dialogs ask for belongs to no record.
        """
        from missiondesk.ui.widgets.sheet_keeping import CellKeeper  # not for the first page

        form, window = QApplication.focusWidget(), self.window()
        while form is not None and not isinstance(form, Field | CellKeeper):
            form = form.parentWidget()
        typing = (
            form is not None and form.writes and form.window() is window and form.is_being_typed()
        )
        untaken = any(untaken_in(window))
        if (typing, untaken) != (self._typing, self._untaken):
            self._typing, self._untaken = typing, untaken
            self._show_saving(self._desk.saving)

    def _answer(self) -> None:
        (self.asked_field if self._leads_to_field else self.asked_why).emit()

    def _show_saving(self, state: object) -> None:
        from missiondesk.services.saving import Saved, Saving

        say = self._say.say
        self._leads_to_field = False
        if self._desk.read_only:
            self.chip.say("○", say("Reading only"), "unknown")
        elif self._desk.path is None:
            tried = self._desk.kept_nowhere
            word = say("Example, kept nowhere") if tried else say("Not in a file")
            why = say("The workspace has no file yet. Save it under a name to keep it.")
            self.chip.say("○", word, "unknown" if tried else "wait", why)
        elif self._untaken and isinstance(state, Saved | Saving):
            self._leads_to_field = True
            why = say("A field holds text that was not taken. Press here to go there.")
            self.chip.say("▲", say("Not saved: a field is to be mended"), "bad", why)
        elif self._typing:
            self.chip.say("…", say("Not saved yet: being typed"), "wait")
        elif isinstance(state, Saved):
            self.chip.say("✓", say("Saved {time}", time=self._time(state)), "good")
        elif isinstance(state, Saving):
            self.chip.say("…", say("Saving"), "unknown")
        else:
            reason = getattr(state, "why", None)
            told = self._say.tell(reason) if reason is not None else ""
            self.chip.say("■", say("NOT saved"), "bad", told)

    def _time(self, state: object) -> str:
        return self._say.time(state.at.astimezone())  # type: ignore[attr-defined]


def _button(action: QAction, *, with_text: bool) -> QToolButton:
    made = YieldingButton() if with_text else IconButton()
    made.setObjectName(f"{action.objectName()}Button")
    made.setIconSize(icon_size())
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setDefaultAction(action)
    style = Qt.ToolButtonStyle
    made.setToolButtonStyle(
        style.ToolButtonTextBesideIcon if with_text else style.ToolButtonIconOnly
    )
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(action.toolTip())
    action.changed.connect(lambda: made.setAccessibleName(action.toolTip()))
    return made
