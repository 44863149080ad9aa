# SPDX-License-Identifier: Apache-2.0
"""Coalition talks in the real window, from the questions to the letters of two missions, and all of
it taken back step by step.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from missiondesk.domain.clause import Clause, ClauseProposal, ClauseState
from missiondesk.domain.comment import Comment
from missiondesk.domain.copy_sent import Audience
from missiondesk.domain.letter import Letter
from missiondesk.domain.mission import Mission
from missiondesk.domain.negotiation import TalksQuestion, Topic
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.domain.wording import Wording
from missiondesk.services.workspaces import open_desk
from missiondesk.ui.application import Application
from missiondesk.ui.merging.review import MergeReview
from missiondesk.ui.merging.send_copy import SendCopy
from missiondesk.ui.notices import Notice
from missiondesk.ui.pages import PageName
from tests.documents.inspection import failures, page_text
from tests.journeys.traveller import (
    Traveller,
    answer,
    dropped,
    present,
    press_on_start_page,
    shown,
)
from tests.screens import settle
from tests.ui.importing.import_screen import ImportScreen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

QUESTION = "Hvem skal betale lærepladserne?"
SETTLED = "Lærepladserne betales af arbejdsgiverne."
Content = dict[str, tuple[object, ...]]


@dataclass
class Diary:
    """What stood in the workspace before each step of the journey."""

    me: Traveller
    pages: list[Content] = field(default_factory=list)

    def begin(self) -> None:
        """Note what stands there now, and after each Step from now on."""
        self.pages = [present(self.me.desk)]
        self.me.desk.listen(lambda _step: self.pages.append(present(self.me.desk)))


@pytest.fixture
def me(program: Application, qtbot: QtBot) -> Traveller:
    press_on_start_page(program, "sample")
    return Traveller(program, qtbot)


def of_code(me: Traveller, code: str) -> Party:
    return next(one for one in me.desk.situation.all(Party) if one.code == code)


def on(me: Traveller, tab: str) -> None:
    """Open a tab of the page of talks."""
    me.window.navigate(PageName.TALKS, tab)
    settle()


def the_clause(me: Traveller, place: int = 1) -> Clause:
    return me.desk.talks.text.rows()[place].clause


# ---------------------------------------------------------------- the stages


def questions_go_out(me: Traveller) -> TalksQuestion:
    on(me, "questions")
    me.write_line("questionsNew", QUESTION)
    question = me.desk.situation.all(TalksQuestion)[-1]
    me.choose("topic", "1 Lærepladser til unge (eksempel)")
    me.write_line("questionsDue", "1.12.2026")
    me.press("sendQuestions")
    assert me.toast().startswith("1 spørgsmål er sendt")
    sent = me.desk.situation.get(TalksQuestion, question.id)
    assert sent is not None
    assert None not in (sent.asked, sent.due, sent.topic)
    return sent


def answers_come_in_from_a_form(me: Traveller, qtbot: QtBot, folder: Path) -> None:
    """A party without the program fills in the form that was made for it."""
    file, party = folder / "spørgsmål.xlsx", of_code(me, "S")
    on(me, "questions")
    answering = me.find(QComboBox, "answering")
    answering.setCurrentIndex(answering.findData(party.id))
    me.press("makeQuestionForm")
    answer(qtbot, me.window, "saveDialog", file)
    qtbot.waitUntil(lambda: file.exists() and not me.window.hub.tasks.busy)
    workbook = openpyxl.load_workbook(file)
    sheet = workbook.worksheets[0]
    (row,) = (cell.row for cell in sheet["B"] if cell.value and QUESTION in str(cell.value))
    sheet[f"C{row}"], sheet[f"F{row}"] = "For", "Arbejdsgiverne"
    workbook.save(file)
    me.press("readQuestionForm")
    answer(qtbot, me.window, "importDialog", file)
    me.press("takeAnswers")
    assert me.table("questionsTable")[-1][3].endswith("1 af 3")


def answers_come_in_from_a_table(me: Traveller, qtbot: QtBot, folder: Path) -> None:
    """As a table that somebody filled in, read from the tab of questions."""
    file = folder / "svar.csv"
    file.write_text(
        "Nøgle (et partis holdning);Parti;Emne;Spørgsmål;Holdning;Tekst\n"
        f";U;Lærepladser til unge (eksempel);{QUESTION};Betinget for;Staten\n",
        encoding="utf-8",
    )
    on(me, "questions")
    me.press("readAnswers")
    importing = ImportScreen(me.window, qtbot)
    importing.answer(file)
    assert importing.heading() == "svar.csv tilføjer eller ændrer 1 række"
    importing.press("confirmImport")
    settle()
    on(me, "questions")
    assert me.table("questionsTable")[-1][3].endswith("2 af 3")


def a_bracket_is_resolved(me: Traveller) -> None:
    on(me, "text")
    clause = the_clause(me)
    assert clause.state is ClauseState.BRACKETED
    me.choose_row("clausesTable", clause.id)
    me.type_into("text", SETTLED, "da")
    me.type_into("text", "The employers pay.", "en")
    assert the_clause(me).state is ClauseState.PROPOSED


def a_package_is_costed(me: Traveller) -> None:
    on(me, "packages")
    me.write_line("packagesNew", "Pakken om unge")
    me.press("clauses_0")
    assert me.heading().startswith("Pakken om unge: ")
    assert any(cell for row in me.table("packageSums") for cell in row[1:])


def a_party_gets_its_copy(me: Traveller, qtbot: QtBot, file: Path) -> None:
    party = of_code(me, "K")
    on(me, "questions")
    readers = me.find(QComboBox, "talksReader")
    readers.setCurrentIndex(readers.findData(party.id))
    readers.activated.emit(readers.currentIndex())
    settle()
    me.press("sendParty")
    dialog = shown(qtbot, "sendCopy")
    assert isinstance(dialog, SendCopy)
    assert (dialog.audience.read(), dialog.party.read()) == (Audience.PARTY, party.id)
    assert dialog.recipient.read() == party.name
    dialog.verb.click()
    answer(qtbot, dialog, "fileDialog", file)
    notice = shown(qtbot, "copySent")
    assert isinstance(notice, Notice)
    notice.reject()
    settle()


def the_party_works_in_it(me: Traveller, file: Path, question: TalksQuestion) -> None:
    """It answers, accepts, proposes, and changes something that is not its own."""
    party, clause = of_code(me, "K"), the_clause(me)
    theirs = open_desk(file, "Partiets sekretær")
    assert theirs.situation.all(Mission) == ()
    assert {it.party for it in theirs.situation.all(PartyPosition) if it.wish} <= {party.id}
    theirs.talks.add(
        PartyPosition(
            "", party.id, question.topic, question.id, PartyStance.FOR, text="Arbejdsgiverne, ja"
        )
    )
    theirs.talks.text.accept(clause.id, [*clause.accepted, party.id])
    other = theirs.talks.text.rows()[2].clause
    theirs.talks.text.propose(ClauseProposal("", other.id, party.id, Wording("Højst 60 dage.")))
    topic = theirs.situation.all(Topic)[0]
    theirs.talks.revise(replace(topic, title=Wording("Vores emne")))
    assert theirs.wait_saved(10)
    theirs.close()


def the_copy_comes_back(me: Traveller, qtbot: QtBot, file: Path) -> None:
    topic = me.desk.situation.all(Topic)[0]
    dropped(me, file)
    review = shown(qtbot, "mergeReview")
    assert isinstance(review, MergeReview)
    assert review.table.rows() == []
    assert sorted(line.key[0] for line in review.coming.rows()) == [
        "clause", "clause", "clause_proposal", "party_position",
    ]  # fmt: skip  # it says yes to one, and no more to the one for which it proposes a text
    assert [line.key for line in review.remarks.rows()] == [("topic", topic.id)]
    review.carry.click()
    done = shown(qtbot, "mergeDone")
    assert isinstance(done, Notice)
    done.reject()
    settle()
    assert the_clause(me).accepted == (of_code(me, "K").id,)
    assert the_clause(me, 2).state is ClauseState.ALTERNATIVE
    assert me.desk.situation.get(Topic, topic.id) == topic
    (remark,) = me.desk.comments.on(topic.id)
    assert remark.proposal == "Vores emne"
    on(me, "questions")
    assert me.table("questionsTable")[-1][3].endswith("3 af 3")


def the_others_accept(me: Traveller) -> None:
    on(me, "text")
    me.choose_row("clausesTable", the_clause(me).id)
    for place, code in enumerate(("K", "S", "U")):
        if of_code(me, code).id not in the_clause(me).accepted:
            me.press(f"accepted_{place}")
    assert the_clause(me).state is ClauseState.AGREED


def the_text_is_printed(me: Traveller, qtbot: QtBot, file: Path) -> None:
    on(me, "text")
    readers = me.find(QComboBox, "talksReader")
    readers.setCurrentIndex(0)
    readers.activated.emit(0)
    me.press("exportTalks")
    answer(qtbot, me.window, "exportDialog", file)
    qtbot.waitUntil(lambda: file.exists() and not me.window.hub.tasks.busy, timeout=30_000)
    data = file.read_bytes()
    assert failures(data) == []
    assert SETTLED in page_text(data)


def two_missions_are_made_and_their_letters_drafted(me: Traveller) -> None:
    on(me, "agreement")
    before = len(me.desk.situation.all(Mission))
    me.paste_into("agreementSheet", "Flere lærepladser\nArbejdsgiverne betaler", column=1)
    me.press("makeMissions")
    assert me.toast().startswith("2 missioner er lavet")
    made = me.desk.situation.all(Mission)[before:]
    assert [one.title.da for one in made] == ["Flere lærepladser", "Arbejdsgiverne betaler"]
    me.press("draftLetters")
    assert me.toast().startswith("2 breve er oprettet")
    missions = [one.mission for one in me.desk.situation.all(Letter)]
    assert set(missions) >= {one.id for one in made}
    me.go_to(PageName.LETTERS)
    settle()


# ---------------------------------------------------------------- the journey


def test_from_the_questions_to_the_letters_and_all_the_way_back(
    me: Traveller, qtbot: QtBot, tmp_path: Path
) -> None:
    diary, copy = Diary(me), tmp_path / "kystpartiet.mission"
    revision = me.desk.session.store.revision
    diary.begin()
    question = questions_go_out(me)
    answers_come_in_from_a_form(me, qtbot, tmp_path)
    answers_come_in_from_a_table(me, qtbot, tmp_path)
    a_bracket_is_resolved(me)
    a_package_is_costed(me)
    a_party_gets_its_copy(me, qtbot, copy)
    the_party_works_in_it(me, copy, question)
    the_copy_comes_back(me, qtbot, copy)
    the_others_accept(me)
    the_text_is_printed(me, qtbot, tmp_path / "grundlag.pdf")
    two_missions_are_made_and_their_letters_drafted(me)

    way = diary.pages[:]
    assert len(way) == 1 + 15
    for before in reversed(way[:-1]):
        me.undo()
        assert present(me.desk) == before
    assert not me.window.undo.undo.isEnabled()
    assert me.desk.session.store.revision == revision
    assert me.desk.situation.all(Comment) == way[0]["comment"]
