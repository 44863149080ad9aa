# SPDX-License-Identifier: Apache-2.0
"""A file of ESCO on the screen: searched, ticked by keyboard, brought in as one Step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missiondesk.exchange.esco import EscoFile, read_esco
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.skill_import import SkillsReport
from missiondesk.ui.importing.skills import SkillsFace
from missiondesk.ui.widgets.table import ReadTable

HEAD = "conceptType,conceptUri,preferredLabel,altLabels,description\n"
ROWS = [
    "KnowledgeSkillCompetence,http://esco/1,write Danish,compose in Danish,Compose texts.",
    "KnowledgeSkillCompetence,http://esco/2,write Finnish,,Compose texts.",
    "KnowledgeSkillCompetence,http://esco/3,think critically,,Judge evidence.",
    "KnowledgeSkillCompetence,,no address,,",
]


def a_file(name: str) -> EscoFile:
    found = read_esco((HEAD + "\n".join(ROWS)).encode(), name)
    assert found is not None
    return found


def test_rows_are_searched_ticked_and_imported(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    def apply(report: SkillsReport, chosen: frozenset[str]) -> None:
        desk.skill_import.apply(report, chosen)

    face = SkillsFace(desk, translator("en"), lambda: None, apply)
    qtbot.addWidget(face)
    face.resize(1000, 700)
    with qtbot.waitActive(face):
        face.show()
        face.activateWindow()
    face.show_file(a_file("languages_en.csv"))
    assert face.head.detail.text() == "new\u00a03 · skipped\u00a01"
    assert face.confirm.text() == "Import 3 skills"
    table: ReadTable[object] = face.table
    assert len(table.rows()) == 3
    face.only_changes.setChecked(False)
    assert len(table.rows()) == 4
    face.choose_none()
    assert not face.confirm.isEnabled()
    face.text.setText("compose danish")  # by its other name
    assert len(table.rows()) == 1
    table.select("http://esco/1")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Chosen: chosen"
    assert face.confirm.text() == "Import 1 skill"
    face.confirm.click()
    assert [one.label.en for one in desk.skills.all()] == ["write Danish"]
    face.refresh()
    assert face.head.detail.text() == "new\u00a02 · already there\u00a01 · skipped\u00a01"
    desk.history.undo()
    assert not desk.skills.all()
    face.show_file(a_file("languages.csv"))
    assert face.confirm.accessibleDescription() == "Say first in which language the names are."
    face.language.setCurrentIndex(face.language.findData("da"))
    assert face.confirm.text() == "Import 3 skills"
