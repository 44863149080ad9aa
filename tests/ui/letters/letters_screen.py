# SPDX-License-Identifier: Apache-2.0
"""The page of letters in the user's words, and a desk on which a letter can be written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.letter import BlockKind, Letter, LetterBlock
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, Person
from missiondesk.domain.period import Period
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.letters.page import LettersPage
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.finding_bar import FindingBar
from tests.builders import (
    a_commitment,
    a_metric,
    a_ministry,
    a_mission,
    a_person,
    an_appointment,
    an_initiative,
    an_observation,
    an_office,
)
from tests.screens import settle

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Cast:
    """The mission and who answers for it."""

    mission: Mission
    office: Office
    person: Person
    other: Office


def set_the_stage(desk: Desk) -> Cast:
    """A mission of which a whole letter can be written, in one step."""
    ministry, second = a_ministry(), a_ministry(code="BUM", name=Wording("Undervisning", "Schools"))
    office = an_office(ministry=ministry.id)
    other = an_office(
        ministry=second.id, title=Wording("Undervisningsminister", "Minister for Education")
    )
    person, colleague = a_person(), a_person(name="Eksempel Østergård", first_name="Eksempel")
    leader = a_person(name="Eksempel Leder", first_name="Eksempel")
    prime = next(iter(desk.situation.all(Office)))
    mission = a_mission(
        accountable_office=office.id,
        co_offices=(other.id,),
        platform_reference=Wording("Regeringsgrundlag, kapitel 2 (eksempel)"),
    )
    metric = a_metric(mission=mission.id)
    records = (
        ministry, second, office, other, person, colleague, leader,
        an_appointment(office=office.id, person=person.id, valid_from=Period("2020-01-01")),
        an_appointment(office=other.id, person=colleague.id, valid_from=Period("2020-01-01")),
        an_appointment(office=prime.id, person=leader.id, valid_from=Period("2020-01-01")),
        mission, metric, an_observation(metric=metric.id, value=Decimal(40500)),
        an_initiative(mission=mission.id),
        a_commitment(mission=mission.id, lead_office=office.id, co_offices=(other.id,)),
    )  # fmt: skip
    with desk.session.write(Verb.IMPORT, mission.id, "scene") as unit:
        for record in records:
            unit.save(record)
    return Cast(mission, office, person, other)


class LettersScreen:
    """What a person sees and does on the page."""

    def __init__(self, desk: Desk, hub: Hub, qtbot: QtBot, language: str = "da") -> None:
        self.desk, self.hub, self.qtbot = desk, hub, qtbot
        self.went: list[tuple[str, str | None]] = []
        self.said: list[tuple[str, bool]] = []
        hub.said.connect(lambda sentence, undoable: self.said.append((sentence, undoable)))
        self.page = LettersPage(desk, hub, translator(language), self._navigate)
        self.page.resize(1240, 830)
        qtbot.addWidget(self.page)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def _navigate(self, page: str, key: str | None) -> None:
        self.went.append((page, key))
        if page == "letters" and key:
            self.page.show_record(key)

    # -- looking ---------------------------------------------------------------------------
    def find(self, kind: type[W], name: str) -> W:
        """The one visible widget of this name."""
        found = [w for w in self.page.findChildren(kind, name) if w.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets are called {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a widget of this name is visible."""
        return any(w.isVisible() for w in self.page.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        """What a label says."""
        return self.find(QLabel, name).text()

    def heading(self) -> str:
        """The sentence at the head."""
        return self.text("headlineSentence")

    def bars(self) -> list[FindingBar]:
        """What stands beside the fields of the block."""
        form = self.page.editor.form
        return [bar for bar in form.findChildren(FindingBar) if bar.isVisible()]

    def bar(self, rule: str = "") -> FindingBar:
        """The one remark of this rule."""
        found = [bar for bar in self.bars() if rule in bar.objectName()]
        assert len(found) == 1, [bar.accessibleName() for bar in self.bars()]
        return found[0]

    def block(self, kind: BlockKind, letter: Letter | None = None) -> LetterBlock:
        """A block of the letter that is open, as it is written in the workspace."""
        blocks = self.desk.letters.blocks(letter.id if letter else self.page.editor.key)
        return next(one for one in blocks if one.kind is kind)

    def field(self, name: str) -> Field:
        """A field of the block that is chosen."""
        return self.find(Field, name)

    def editor(self, name: str) -> QLineEdit | QPlainTextEdit:
        """The editor of such a field."""
        found = self.find(QWidget, f"{name}_editor")
        assert isinstance(found, QLineEdit | QPlainTextEdit)
        return found

    # -- doing -----------------------------------------------------------------------------
    def open(self, letter: Letter | str) -> None:
        """Open a letter, and a field of it when one is given after "#"."""
        self.page.show_record(letter if isinstance(letter, str) else letter.id)
        settle()

    def choose(self, kind: BlockKind) -> None:
        """Choose a block in the list."""
        assert self.page.editor.blocks.choose(self.block(kind).id)
        settle()

    def press(self, name: str) -> None:
        """Press a button that is seen and not grey."""
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), f"{name} is grey"
        button.click()
        settle()

    def type(self, field: str, text: str) -> None:
        """Put the cursor into a field and type over what is there, without leaving it."""
        editor = self.editor(field)
        editor.setFocus(Qt.FocusReason.MouseFocusReason)
        assert editor.hasFocus()
        editor.selectAll()
        first, *more = text.split("\n")
        QTest.keyClicks(editor, first)
        for line in more:
            QTest.keyClick(editor, Qt.Key.Key_Return)
            QTest.keyClicks(editor, line)

    def key(self, field: str, key: Qt.Key, control: bool = False) -> None:
        """Press a key in a field."""
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.editor(field), key, held)
        settle()

    def write(self, field: str, text: str) -> None:
        """Type and commit with Ctrl+Enter."""
        self.type(field, text)
        self.key(field, Qt.Key.Key_Return, control=True)

    def wait_for_pages(self) -> None:
        """Wait until the pages are those of the letter as it is now, and drawn."""
        preview = self.page.editor.preview
        self.qtbot.waitUntil(
            lambda: (
                preview.document is not None
                and not preview._timer.isActive()
                and not self.hub.tasks.busy
                and preview.view.pages.ready()
            ),
            timeout=20_000,
        )
