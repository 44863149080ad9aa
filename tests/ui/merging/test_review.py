# SPDX-License-Identifier: Apache-2.0
"""The review by keyboard: nothing is written until all is chosen, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from missiondesk.domain.copy_sent import Audience
from missiondesk.domain.merging import Side
from missiondesk.domain.mission import Mission
from missiondesk.domain.negotiation import Topic
from missiondesk.domain.party import Party
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.workspaces import new_desk, open_apart, open_desk
from missiondesk.ui.hub import Hub
from missiondesk.ui.merging.meeting import Meeting
from missiondesk.ui.merging.review import MergeReview
from missiondesk.ui.notices import Notice
from tests.sample import a_sample


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Desk]:
    """My copy, in memory; beside it lies what came back as retur.mission."""
    desk = a_sample("Mig")
    theirs = a_sample("Åse Eksempel")
    for opened, who in ((desk, "Min"), (theirs, "Deres")):
        for place in range(3):
            mission = opened.missions.all()[place]
            titled = replace(mission, title=Wording(f"{who} {place}", f"{who} {place}"))
            opened.session.keep(Verb.REVISE_MISSION, titled)
    other = theirs.missions.all()[3]
    theirs.session.keep(Verb.REVISE_MISSION, replace(other, note="kun deres"))
    theirs.save_as(tmp_path / "retur.mission")
    theirs.close()
    yield desk
    desk.close(discard=True)


def shown(qtbot: QtBot, name: str) -> QWidget:
    """The small window of this name, once it is there."""

    def found() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if one.objectName() == name]

    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    return found()[0]


def test_conflicts_are_chosen_by_keys_and_put_together_at_once(
    qtbot: QtBot, mine: Desk, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    hub = Hub(mine)
    hub.setParent(window)
    said: list[str] = []
    hub.said.connect(lambda sentence, _undoable: said.append(sentence))
    meeting = Meeting(window, mine, hub, translator("da"), lambda no: pytest.fail(str(no)))
    meeting.read(tmp_path / "retur.mission")
    review = shown(qtbot, "mergeReview")
    assert isinstance(review, MergeReview)
    qtbot.waitExposed(review)
    assert len(review.table.rows()) == 3
    # A figure in a button's text would look like a count; the keys are told apart from it.
    assert [one.text() for one in (review.choosing.mine, review.choosing.theirs)] == [
        "Min",
        "Deres",
    ]
    assert review.choosing.mine.accessibleDescription() == "Tast: 1"
    assert review.choosing.keys.text().startswith("Taster: 1 er min")
    line = review.table.rows()[0]
    assert "Åse Eksempel" in line.words.theirs_by
    assert not review.carry.isEnabled()
    before = mine.situation.all(Mission)
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_1):
        qtbot.keyClick(review.table, key)
    review.choose_rest(Side.THEIRS)
    assert sorted(review.choices.values()) == [Side.MINE, Side.THEIRS, Side.THEIRS]
    assert mine.situation.all(Mission) == before
    qtbot.mouseClick(review.carry, Qt.MouseButton.LeftButton)
    titles = {one.title.da.split()[0] for one in mine.situation.all(Mission)[:3]}
    assert titles == {"Min", "Deres"}
    assert mine.situation.all(Mission)[3].note == "kun deres"
    assert said == ["Flettet med retur.mission."]
    mine.history.undo()
    assert mine.situation.all(Mission) == before
    mine.history.redo()
    meeting.read(tmp_path / "retur.mission")
    notice = shown(qtbot, "copyRelation")
    assert isinstance(notice, Notice)
    assert "ældre" in notice.windowTitle()
    notice.accept()
    new_desk(tmp_path / "fremmed.mission").close()
    meeting.show(mine.merging.compare(tmp_path / "fremmed.mission"))
    hub.tasks.close()
    hub.close()
    apart = open_apart(tmp_path / "retur.mission")
    assert apart.path is None
    apart.close(discard=True)


def test_lines_are_narrowed_down_and_what_comes_in_can_be_left_out(
    qtbot: QtBot, mine: Desk, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    hub = Hub(mine)
    hub.setParent(window)
    found = mine.merging.compare(tmp_path / "retur.mission")
    review = MergeReview(found, mine, hub, translator("da"), window)
    with qtbot.waitActive(review):
        review.open()
    codes = [line.words.about.split()[2] for line in review.table.rows()]
    assert codes == ["M1", "M2", "M3"]
    second = mine.missions.all()[1]
    review.narrowing.mission.setCurrentIndex(review.narrowing.mission.findData(second.id))
    assert [line.key[1] for line in review.table.rows()] == [second.id]
    review.choose_rest(Side.THEIRS)
    assert list(review.choices.values()) == [Side.THEIRS]
    review.narrowing.mission.setCurrentIndex(0)
    review.choose_rest(Side.MINE)
    assert sorted(review.choices.values()) == [Side.MINE, Side.MINE, Side.THEIRS]
    review.tabs.open("incoming")
    (line,) = review.coming.rows()
    assert "kun deres" in line.words.theirs
    qtbot.keyClick(review.coming, Qt.Key.Key_1)
    assert review.left_out == {line.key}
    assert review.coming.cell(line.conflict.id, 3).startswith("✕")
    review.carry_out()
    assert mine.situation.all(Mission)[3].note != "kun deres"
    hub.tasks.close()
    hub.close()


def test_what_is_not_a_party_s_own_is_shown_and_not_chosen(
    qtbot: QtBot, mine: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "parti.mission"
    party = mine.situation.all(Party)[0]
    mine.copies.send(file, Sending("Partiet", audience=Audience.PARTY, party=party.id))
    theirs = open_desk(file, "Åse Eksempel")
    topic = theirs.situation.all(Topic)[0]
    before = mine.situation.get(Topic, topic.id)
    theirs.talks.revise(replace(topic, title=Wording("Et andet emne")))
    assert theirs.wait_saved(10)
    theirs.close()
    window = QWidget()
    qtbot.addWidget(window)
    hub = Hub(mine)
    hub.setParent(window)
    review = MergeReview(mine.merging.compare(file), mine, hub, translator("da"), window)
    with qtbot.waitActive(review):
        review.open()
    assert review.tabs.current() == "remarks"
    (line,) = review.remarks.rows()
    assert line.words.theirs == "Et andet emne"
    assert line.words.theirs_by.startswith("Partiet (Åse Eksempel)")
    assert not review.choosing.isVisible()
    qtbot.keyClick(review.remarks, Qt.Key.Key_3)
    assert review.choices == {}
    review.carry_out()
    assert mine.situation.get(Topic, topic.id) == before
    (comment,) = mine.comments.on(topic.id)
    assert comment.proposal == "Et andet emne"
    assert comment.text.startswith(party.name)
    hub.tasks.close()
    hub.close()


def test_no_title_names_the_copy_of_a_confidential_workspace(
    qtbot: QtBot, mine: Desk, tmp_path: Path
) -> None:
    mine.save_as(tmp_path / "min.mission")
    mine.confidential.carry_out(mine.confidential.prepare("lampe skov trappe violin havregrød"))
    window = QWidget()
    qtbot.addWidget(window)
    hub = Hub(mine)
    hub.setParent(window)
    meeting = Meeting(window, mine, hub, translator("da"), lambda no: pytest.fail(str(no)))
    meeting.read(tmp_path / "retur.mission")
    review = shown(qtbot, "mergeReview")
    assert isinstance(review, MergeReview)
    assert review.windowTitle() == "Flet med en kopi"
    review.reject()
    meeting.read(tmp_path / "min.mission")
    notice = shown(qtbot, "copyRelation")
    assert isinstance(notice, Notice)
    assert notice.windowTitle() == "Flet med en kopi"
    notice.accept()
