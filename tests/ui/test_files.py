# SPDX-License-Identifier: Apache-2.0
"""The questions for files: in one language, and where people keep what they look for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from missiondesk.services.workspaces import new_desk
from missiondesk.system.paths import is_program_s_own
from missiondesk.ui.application import Application
from missiondesk.ui.files import ask_save_file
from missiondesk.ui.last_folders import usual_folder
from tests.screens import settle, started


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    with started(qapp, qtbot) as made:
        yield made


def opened(program: Application, path: Path) -> None:
    new_desk(path, "Sekretær").close()
    program.open(path)
    settle()


def question(program: Application, command: str) -> QFileDialog:
    """The dialog that a command of the menu asks by."""
    program.do(command)
    return the_question(program)


def the_question(program: Application) -> QFileDialog:
    front = program.front()
    assert front is not None
    return next(one for one in front.findChildren(QFileDialog) if one.isVisible())


def answer(dialog: QFileDialog, path: Path) -> None:
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settle()


def labels(dialog: QFileDialog) -> list[str]:
    return [one.text().replace("&", "") for one in dialog.findChildren(QLabel)]


def column(dialog: QFileDialog, number: int, rows: int, qtbot: QtBot) -> list[QModelIndex]:
    """The cells of a column; Qt reads the folder on a thread of its own."""
    files = dialog.findChild(QTreeView)
    assert files is not None
    model, root = files.model(), files.rootIndex()

    def cells() -> list[QModelIndex]:
        return [model.index(row, number, root) for row in range(model.rowCount(root))]

    qtbot.waitUntil(lambda: len([one for one in cells() if one.data()]) >= rows, timeout=20_000)
    return cells()


def test_a_danish_dialog_has_no_english_words(
    program: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Mappe").mkdir()
    opened(program, tmp_path / "a.mission")
    dialog = question(program, "save_copy")
    assert labels(dialog) == ["Søg i:", "Filnavn:", "Filtype:"]
    kinds = [cell.data() for cell in column(dialog, 2, 2, qtbot)]
    assert "Mappe" in kinds
    dialog.reject()


def test_an_english_dialog_is_english_again(program: Application) -> None:
    program.speak("en")
    program.do("sample")
    settle()
    dialog = question(program, "save_as")
    assert labels(dialog) == ["Look in:", "File name:", "Files of type:"]
    dialog.reject()


def test_sizes_are_told_as_elsewhere(program: Application, tmp_path: Path, qtbot: QtBot) -> None:
    opened(program, tmp_path / "a.mission")
    dialog = question(program, "open")
    row = column(dialog, 1, 1, qtbot)[0]
    option = QStyleOptionViewItem()
    dialog.itemDelegate().initStyleOption(option, row)  # type: ignore[attr-defined]
    assert "iB" in row.data()
    assert option.text.endswith("KB")
    dialog.reject()


def test_a_question_begins_where_the_workspace_lies(program: Application, tmp_path: Path) -> None:
    opened(program, tmp_path / "a.mission")
    dialog = question(program, "save_copy")
    assert Path(dialog.directory().path()) == tmp_path
    dialog.reject()


def test_a_question_begins_where_one_of_its_kind_was_answered(
    program: Application, tmp_path: Path
) -> None:
    opened(program, tmp_path / "a.mission")
    exports = tmp_path / "Eksport"
    exports.mkdir()
    assert program.window is not None
    wrote: list[Path] = []

    def ask(ending: str) -> QFileDialog:
        window = program.window
        assert window is not None
        return ask_save_file(
            window.pages, "Gem", f"a.{ending}", ("Filer", f"*.{ending}"), wrote.append
        )

    answer(ask("csv"), exports / "a.csv")
    assert wrote == [exports / "a.csv"]
    again = ask("csv")
    assert Path(again.directory().path()) == exports
    again.reject()
    other = ask("xlsx")
    assert Path(other.directory().path()) == tmp_path
    other.reject()

    opened(program, tmp_path / "Eksport" / "b.mission")  # another window, the same user
    kept = ask("csv")
    assert Path(kept.directory().path()) == exports
    kept.reject()
    program.window.close()
    settle()
    assert json.loads(program._file.path.read_text())["folders"] == {"csv": str(exports)}


def test_nothing_begins_in_the_program_s_own_folder(tmp_path: Path) -> None:
    project = Path(__file__).parents[2]
    assert is_program_s_own(project / "out")
    assert not is_program_s_own(tmp_path)
    assert not is_program_s_own(usual_folder((str(project / "out" / "sample.mission"),)))
    assert usual_folder((str(tmp_path / "a.mission"),)) == tmp_path
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    assert usual_folder().is_relative_to(home)


def test_bringing_in_a_copy_is_not_called_opening(program: Application, tmp_path: Path) -> None:
    opened(program, tmp_path / "a.mission")
    dialog = question(program, "merge")
    assert dialog.windowTitle() == "Hent en kopi ind"
    dialog.reject()
