# SPDX-License-Identifier: Apache-2.0
"""What runs and what ran: listed, stopped, led to, and gone through by keys."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from missiondesk.domain.backup import Cause
from missiondesk.services.desk import Desk
from missiondesk.services.saving import Unavailable
from missiondesk.ui.jobs import MOST, JobState
from missiondesk.ui.main_window import MainWindow
from missiondesk.ui.pages import PageName
from missiondesk.ui.tasks import Progress
from tests.journeys.typist import Typist
from tests.sample import a_sample
from tests.screens import Screen, clear_the_screen, settle
from tests.walker import alike, silent_cells, unnamed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Opened = Callable[[Desk], Screen]


@pytest.fixture
def window(sample: Desk, window_on: Opened, qtbot: QtBot) -> MainWindow:
    clear_the_screen()
    made = window_on(sample).window
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


class Folders(QObject):
    """Stands for the system's window of folders and its programs for files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def folders() -> Iterator[Folders]:
    made = Folders()
    QDesktopServices.setUrlHandler("file", made, "show")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def states(window: MainWindow) -> list[JobState]:
    return [one.state for one in window.hub.jobs.all()]


def test_an_export_stands_in_the_list_and_leads_to_its_file_and_its_folder(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, folders: Folders
) -> None:
    me = Typist(qtbot)
    pdf = tmp_path / "koereplan.pdf"
    me.press("Ctrl+6", "Ctrl+P")
    me.sees("Side 1 af")
    me.push("Eksportér PDF…")
    me.answer(pdf)
    me.sees("1 afsluttet opgave")
    me.press("Ctrl+J")
    assert me.row().startswith("Opgave: Eksportér PDF, koereplan.pdf; Begyndt: ")
    assert me.row().endswith("Status: Færdig")
    assert unnamed(window) == [] and alike(window) == [] and silent_cells(window) == []
    me.press("Return")
    assert folders.opened == [pdf], "what was made is opened, not where it lies"
    me.push("Åbn filen")
    me.push("Åbn mappen")
    assert folders.opened == [pdf, pdf, tmp_path]
    pdf.unlink()
    me.press("Ctrl+J", "Ctrl+J")
    assert not window.over.jobs.file.isEnabled() and window.over.jobs.open.isEnabled()
    me.press("Return")
    assert folders.opened[-1] == tmp_path, "of a file that is gone its folder is left"
    me.press("Esc")
    assert me.name() != "Åbn mappen"
    me.command("baggrundsopgaver")
    me.push("Fjern de færdige")
    assert states(window) == []
    me.sees("Her står eksport, indlæsning, sikkerhedskopier og andet, der tager tid.")
    me.push("Luk listen")
    assert "afsluttet opgave" not in me.seen()
    assert me.modals == []


def test_a_job_is_stopped_from_the_list(window: MainWindow, qtbot: QtBot) -> None:
    me, goes_on, failed = Typist(qtbot), threading.Event(), []

    def work(progress: Progress) -> None:
        progress.report(3, 12, "M4")
        while not goes_on.wait(0.01):
            progress.report(3, 12, "M4")

    window.hub.tasks.run("Lang opgave", work, lambda _value: None, failed.append, listed=True)
    window.hub.tasks.run("Næste", lambda _p: 1, lambda _v: None, failed.append, listed=True)
    me.press("Ctrl+J")
    me.wait(lambda: states(window) == [JobState.WAITING, JobState.RUNNING])
    me.sees("2 opgaver i gang")
    me.wait(lambda: "3 af 12" in window.over.jobs.table.cell("1", 2) + _detail(window, "1"))
    me.go_down_to("Lang opgave")
    me.push("Stands opgaven")
    me.wait(lambda: states(window) == [JobState.DONE, JobState.STOPPED])
    goes_on.set()
    assert len(failed) == 1
    assert _detail(window, "1") == ""


def _detail(window: MainWindow, key: str) -> str:
    column = window.over.jobs.table._model.columns[2]
    job = next(one for one in window.hub.jobs.all() if one.id == key)
    assert column.detail is not None
    return column.detail(job)


def test_why_a_job_failed_is_told(
    window: MainWindow, sample: Desk, tmp_path: Path, window_on: Opened, qtbot: QtBot
) -> None:
    screen = Screen(window, qtbot)
    screen.go_to(PageName.DOCUMENTS)

    def work(_progress: Progress) -> None:
        raise OSError(28, "No space left on device")

    window.hub.tasks.run(
        "Eksport", work, lambda _v: None, lambda _e: None, place=tmp_path / "x.pdf"
    )
    qtbot.waitUntil(lambda: states(window) == [JobState.FAILED])
    assert _detail(window, "1").startswith("Filen kunne ikke skrives: ")
    window.over.jobs.ask()
    settle()
    assert not window.over.jobs.open.isEnabled(), "nothing was written"


def test_backups_are_listed_and_only_those_asked_for_are_told(
    tmp_path: Path, window_on: Opened, qtbot: QtBot
) -> None:
    clear_the_screen()
    desk = a_sample()
    desk.save_as(tmp_path / "prøve.mission")
    window = window_on(desk).window
    with qtbot.waitActive(window):
        window.activateWindow()
    me = Typist(qtbot)
    desk.backups.make(Cause.IMPORT)
    qtbot.waitUntil(lambda: states(window) == [JobState.DONE])
    assert "afsluttet opgave" not in me.seen() and window.toast.isHidden()
    window.hub.tasks.run("Sikkerhedskopi", lambda _p: desk.backups.make(), lambda _n: None, print)
    qtbot.waitUntil(lambda: states(window) == [JobState.DONE, JobState.DONE])
    me.sees("1 afsluttet opgave")
    me.press("Ctrl+J")
    assert me.row().startswith("Opgave: Sikkerhedskopi, fordi nogen bad om det; Begyndt: ")
    assert window.over.jobs.open.isEnabled() and not window.over.jobs.stop.isEnabled()
    me.press("Down")
    assert me.row().startswith("Opgave: Sikkerhedskopi, før en import; Begyndt: ")
    desk.close(discard=True)


def test_a_backup_that_fails_is_listed_with_the_reason(
    tmp_path: Path, window_on: Opened, qtbot: QtBot
) -> None:
    desk = a_sample()
    desk.save_as(tmp_path / "prøve.mission")
    window = window_on(desk).window
    folder = desk.backups.folder
    assert folder is not None
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"in the way")
    with pytest.raises(Unavailable):
        desk.backups.make()
    qtbot.waitUntil(lambda: states(window) == [JobState.FAILED])
    assert _detail(window, "1").startswith("En sikkerhedskopi kunne ikke skrives")
    folder.unlink()
    desk.close(discard=True)


def test_only_the_newest_are_remembered_and_they_outlive_another_language(
    window: MainWindow, qtbot: QtBot
) -> None:
    for number in range(MOST + 5):
        window.hub.tasks.run(
            f"{number}", lambda _p: 1, lambda _v: None, lambda _e: None, listed=True
        )
    qtbot.waitUntil(lambda: window.hub.jobs.running == 0)
    window.hub.tasks.run("Den sidste", lambda _p: 1, lambda _v: None, lambda _e: None, listed=True)
    qtbot.waitUntil(lambda: window.hub.jobs.running == 0)
    assert len(states(window)) == MOST
    assert window.hub.jobs.all()[0].label == "Den sidste"
    from missiondesk.language import translator

    window.speak(translator("en"))
    settle()
    assert window.status.jobs.text() == f"{MOST} finished jobs"
