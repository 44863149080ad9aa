# SPDX-License-Identifier: Apache-2.0
"""The head of a letter: to whom it goes, its course, the verb for its next state, and its files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter, LetterKind, LetterState
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.wording import definite_title
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.labels import mark
from missiondesk.ui.letters.course import Course, next_state
from missiondesk.ui.letters.letter_gaps import why_not
from missiondesk.ui.letters.words import ADVANCE, LANGUAGES
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import look, push_button, row
from missiondesk.ui.widgets.tool_tips import plain_tip

_GAP = 16  # px between the course and the verbs beside it


@dataclass(frozen=True, slots=True)
class LetterVerbs:
    """What the buttons of the head do."""

    advance: Callable[[], object]
    redraft: Callable[[], object]
    supersede: Callable[[], object]
    recall: Callable[[], object]
    remove: Callable[[], object]
    export: Callable[[], object]
    print: Callable[[], object]
    word_file: Callable[[], object]
    sign: Callable[[], object]
    reply_form: Callable[[], object]
    read_reply: Callable[[], object]
    comment_sheet: Callable[[], object]
    numbered: Callable[[], object]
    read_comments: Callable[[], object]


class LetterHead(QWidget):
    """Says it for one letter after the other."""

    def __init__(
        self, desk: Desk, tr: Translator, verbs: LetterVerbs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr = desk, tr
        self._make_buttons(verbs)
        self.head = Headline(self.more, self.export, self.print_button)
        self.course = Course(tr)
        self._moves = row(
            self.remove, self.redraft, self.recall, self.supersede, self.advance, gap=6
        )
        self._way = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._way.setSpacing(_GAP)
        self._way.addWidget(self.course, 1)
        self._way.addWidget(self._moves, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addLayout(self._way)

    def _make_buttons(self, verbs: LetterVerbs) -> None:
        say = self._tr.say
        self.export = push_button(say("Export PDF…"), "exportLetter", verbs.export)
        self.export.setShortcut(QKeySequence("Ctrl+E"))
        self.export.setToolTip("Ctrl+E")
        self.print_button = push_button(say("Print…"), "printLetter", verbs.print)
        self.print_button.setToolTip("Ctrl+P")
        self.more = push_button(say("More"), "moreOfLetter")
        self._menu = QMenu(self.more)
        self._add(say("Word document (DOCX)…"), "exportLetterWord", verbs.word_file)
        self._sign = self._add(say("Sign with a certificate…"), "signLetter", verbs.sign)
        self._replies = (
            self._add(say("Make reply form…"), "makeReplyForm", verbs.reply_form),
            self._add(say("Read reply…"), "readReply", verbs.read_reply),
        )
        self._menu.addSeparator()
        self._add(say("Sheet for comments…"), "makeCommentSheet", verbs.comment_sheet)
        self._add(say("Numbered for comments (PDF)…"), "numberedLetter", verbs.numbered)
        self._add(say("Read comments…"), "readComments", verbs.read_comments)
        self.more.setMenu(self._menu)
        word = say(ADVANCE[LetterState.DRAFT])
        self.redraft = push_button(word, "redraftLetter", verbs.redraft, "plain")
        word = say(ADVANCE[LetterState.RECALLED])
        self.recall = push_button(word, "recallLetter", verbs.recall, "plain")
        word = say(ADVANCE[LetterState.SUPERSEDED])
        self.supersede = push_button(word, "supersedeLetter", verbs.supersede, "plain")
        self.remove = push_button(say("Remove"), "removeLetter", verbs.remove, "plain")
        self.advance = push_button("", "advanceLetter", verbs.advance, "primary")

    def _add(self, text: str, name: str, act: Callable[[], object]) -> QAction:
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def show_letter(self, letter: Letter, gaps: int) -> None:
        """Say how the letter stands.

        Args:
            letter: The letter.
            gaps: How many faults keep it from being signed.
        """
        self.head.say(self._sentence(letter), self._detail(letter, gaps))
        self.course.show_course(letter.state, self._desk.letters.course(letter.id))
        following = next_state(letter.state)
        self.advance.setVisible(following is not None)
        if following is not None:
            name_button(self.advance, self._tr.say(ADVANCE[following]))
        why = why_not(letter, gaps, self._tr)
        self.advance.setEnabled(not why)
        self.advance.setToolTip(plain_tip(why))
        self.advance.setAccessibleDescription(why)
        replaceable = letter.state.in_force and letter.kind is not LetterKind.RECALL
        self.redraft.setVisible(may_follow(letter.state, LetterState.DRAFT))
        self.recall.setVisible(replaceable)
        self.supersede.setVisible(replaceable)
        self.remove.setVisible(not letter.state.final)
        for action in self._replies:
            action.setEnabled(replaceable)
        self._sign.setEnabled(bool(letter.kept_pdf))
        self._arrange()

    def step_back(self, back: bool) -> None:
        """Leave the place of the primary button to a panel below, or take it again."""
        look(self.advance, "" if back else "primary")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be with the verbs below the course."""
        size = super().minimumSizeHint()
        wide = max(self.course.minimumSizeHint().width(), self._moves.minimumSizeHint().width())
        return QSize(min(size.width(), wide), size.height())

    def _arrange(self) -> None:
        """The verbs stand beside the course where both have room, else below it."""
        needed = self.course.one_line() + self._moves.sizeHint().width() + _GAP
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if self.width() >= needed else way.TopToBottom
        if self._way.direction() != wanted:
            self._way.setDirection(wanted)
            self._way.setSpacing(_GAP if wanted == way.LeftToRight else 6)

    def _sentence(self, letter: Letter) -> str:
        tr = self._tr
        kind = tr.say(letter.kind.word)
        office = self._desk.situation.get(Office, letter.addressee_office)
        if office is not None:
            title = definite_title(office.title.in_language(tr.lang), tr.lang)
            return tr.say("{kind} to {title}", kind=kind, title=title)
        wide = letter.co_addressees and letter.kind is not LetterKind.CABINET
        return tr.say("{kind} to all ministers", kind=kind) if wide else kind

    def _detail(self, letter: Letter, gaps: int) -> str:
        tr = self._tr
        mission = self._desk.situation.get(Mission, letter.mission)
        parts = (
            letter.number,
            f"{mission.code} {mission.title.in_language(tr.lang)}" if mission else "",
            tr.say(LANGUAGES[letter.language]) if letter.language != tr.lang else "",
            tr.say("version {version}", version=letter.version),
            mark(letter.state, tr).text,
            tr.plural("■ {count} field is missing", "■ {count} fields are missing", gaps)
            if gaps
            else "",
        )
        return " · ".join(part for part in parts if part)


def name_button(button: QPushButton, verb: str) -> None:
    """Give the button another verb."""
    button.setText(verb.replace("&", "&&"))
    button.setAccessibleName(verb)
