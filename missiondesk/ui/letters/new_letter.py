# SPDX-License-Identifier: Apache-2.0
"""The choice of a new letter's kind, of what it is about and its language; it is no window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.choices import Option, mission_options, office_name
from missiondesk.ui.letters.drafts import Wanted, draft_there, draft_wanted
from missiondesk.ui.letters.words import LANGUAGES
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.looks import look, push_button, row, text_label

_KIND: Final = LetterKind
_HINTS: Final[Mapping[LetterKind, str]] = {
    _KIND.MISSION: N_("To the minister who answers for the mission."),
    _KIND.SHARED: N_("To a minister who shares the mission; both letters say the same of it."),
    _KIND.CABINET: N_("To all ministers: what is common to the whole government."),
    _KIND.REVISION: N_("Replaces a letter that is in force, with the data of today."),
    _KIND.RECALL: N_("Tells the minister that a letter no longer applies."),
}
# What is asked for besides the language.
_ASKED: Final[Mapping[LetterKind, tuple[str, ...]]] = {
    _KIND.MISSION: ("mission", "language"),
    _KIND.SHARED: ("mission", "office", "language"),
    _KIND.CABINET: ("language",),
    _KIND.REVISION: ("former",),
    _KIND.RECALL: ("former",),
}

_SIGNS = 30  # as wide as so many are the boxes at least, where there is room


class NewLetter(QFrame):
    """Asks what the letter is to be, drafts it and opens it.

    Attributes:
        closed: The user wants no new letter after all.
    """

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        opened: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make it; `begin` gives it the focus.

        Args:
            desk: The workspace.
            tr: The screen's language.
            opened: Gets the id of the letter that was drafted, or of the draft that was there.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.setObjectName("newLetterPanel")
        look(self, "card")
        self._desk, self._tr, self._opened = desk, tr, opened
        say = tr.say
        self.kind = self._box("draftKind", say("Kind of the new letter"), 420)
        for kind in LetterKind:
            self.kind.addItem(say(kind.word), kind.value)
        self.mission = self._box("draftMission", say("Mission of the new letter"), 420)
        self.office = self._box("draftOffice", say("To whom the new letter goes"), 420)
        self.former = self._box("draftFormer", say("Letter that is revised or recalled"), 420)
        self.language = self._box("draftLanguage", say("Language of the new letter"), 420)
        for key, word in LANGUAGES.items():
            self.language.addItem(say(word), key)
        self.draft_button = push_button(say("Write letter"), "draftLetter", self.draft, "primary")
        self.cancel = push_button(say("Cancel"), "cancelNewLetter", self.closed.emit)
        self.hint = text_label("", "detail", wrap=True)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("draftRefusal")
        self.refusal.hide()
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _place: self._asked())
        self.mission.currentIndexChanged.connect(lambda _place: self._offer_offices())
        self.language.currentIndexChanged.connect(lambda _place: self._name_button())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed.emit)

    def _box(self, name: str, title: str, widest: int) -> ChoiceBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setMinimumContentsLength(_SIGNS)
        box.setMaximumWidth(scaled(widest))
        return box

    def _lay_out(self) -> None:
        say = self._tr.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        self._rows: dict[str, tuple[QWidget, ChoiceBox]] = {}
        for name, box, text in (
            ("kind", self.kind, say("Kind")),
            ("former", self.former, say("Letter")),
            ("mission", self.mission, say("Mission")),
            ("office", self.office, say("To")),
            ("language", self.language, say("Language")),
        ):
            label = text_label(text, "label")
            line = 2 * len(self._rows)
            grid.addWidget(label, line, 0)
            grid.addWidget(box, line, 1)
            self._rows[name] = (label, box)
        grid.addWidget(self.hint, 1, 1, 1, 2)  # below the kind that it explains
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(grid)
        layout.addWidget(self.refusal)
        layout.addWidget(row(self.draft_button, self.cancel, None))

    # -- what is offered -------------------------------------------------------------------
    def begin(self) -> None:
        """Give the focus to the first choice."""
        self.refusal.hide()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Offer missions, offices and letters of now; the choices stay."""
        self._offer(self.mission, mission_options(self._desk, self._tr))
        in_force = [
            one
            for one in self._desk.letters.all()
            if one.state.in_force and one.kind is not LetterKind.RECALL
        ]
        self._offer(self.former, [(one.id, self._called(one)) for one in in_force])
        self._offer_offices()
        self._asked()

    def _offer_offices(self) -> None:
        mission = self._desk.situation.get(Mission, self.mission.currentData())
        found = self._desk.organisation.offices()
        shared = [one for one in found if mission is not None and one.id in mission.co_offices]
        self._offer(
            self.office, [(one.id, office_name(self._desk, one, self._tr)) for one in shared]
        )
        self._name_button()

    @staticmethod
    def _offer(box: ChoiceBox, options: Sequence[Option]) -> None:
        kept = box.currentData()
        box.blockSignals(True)
        box.clear()
        for key, text in options:
            box.addItem(text, key)
        box.setCurrentIndex(max(box.findData(kept), 0) if options else -1)
        box.blockSignals(False)

    def _called(self, letter: Letter) -> str:
        return self._desk.letters.name(letter.id)

    def _asked(self) -> None:
        """Show what is asked for the kind that is chosen."""
        kind = self._kind()
        for name, (label, box) in self._rows.items():
            shown = name == "kind" or name in _ASKED[kind]
            label.setVisible(shown)
            box.setVisible(shown)
        self.hint.setText(self._tr.say(_HINTS[kind]))
        self.refusal.hide()
        self._name_button()

    def _name_button(self) -> None:
        there = draft_there(self._desk, self._wanted()) is not None
        verb = self._tr.say("Open the draft") if there else self._tr.say("Write letter")
        self.draft_button.setText(verb)
        self.draft_button.setAccessibleName(verb)
        asked = [self._rows[name][1] for name in _ASKED[self._kind()]]
        self.draft_button.setEnabled(all(box.count() for box in asked))

    def _kind(self) -> LetterKind:
        """The kind that is chosen."""
        return list(LetterKind)[self.kind.currentIndex()]

    def _wanted(self) -> Wanted:
        """The letter as it is chosen."""
        kind = self._kind()
        chosen = {name: self._rows[name][1].currentData() or "" for name in _ASKED[kind]}
        return Wanted(kind, **chosen)

    def draft(self) -> None:
        """Draft the letter as it is chosen, unless there is a draft, and open it."""
        try:
            made = draft_wanted(self._desk, self._wanted())
        except Refused as refused:
            self.refusal.setText(self._tr.tell(refused.message))
            self.refusal.show()
            return
        self._opened(made.id)
