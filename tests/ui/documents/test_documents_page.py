# SPDX-License-Identifier: Apache-2.0
"""The page of documents: every kind with its choices, its true pages, and the whole set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog

from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.document_jobs import DOCUMENT_KINDS, ROADMAPS
from missiondesk.ui.documents.kinds import kind_rows
from missiondesk.ui.documents.page import DocumentsPage
from missiondesk.ui.pages import PageName
from tests.pdf_text import page_texts
from tests.screens import Screen, settle

Opened = Callable[[Desk], Screen]


@pytest.fixture
def screen(sample: Desk, window_on: Opened) -> Screen:
    shown = window_on(sample)
    shown.go_to(PageName.DOCUMENTS)
    return shown


def page_of(screen: Screen) -> DocumentsPage:
    assert isinstance(screen.page, DocumentsPage)
    return screen.page


def choose(screen: Screen, box: str, value: object) -> None:
    found = screen.find(QComboBox, box)
    place = found.findData(value)
    assert place >= 0, f"{box} does not offer {value}"
    found.setCurrentIndex(place)
    settle()


def pages(screen: Screen) -> tuple[bytes, str]:
    """The PDF that is shown, once it is that of now, and what it says."""
    preview = page_of(screen).preview
    screen.qtbot.waitUntil(lambda: preview.ready, timeout=30_000)
    assert preview.document is not None
    return preview.document.data, " ".join(page_texts(preview.document.data))


def test_every_kind_is_listed_with_what_it_is_for() -> None:
    rows = kind_rows(translator("en"))
    assert {row.name for row in rows} | set(ROADMAPS.values()) == {
        kind.name for kind in DOCUMENT_KINDS
    }
    assert all(row.purpose for row in rows), [row.name for row in rows if not row.purpose]


def test_the_pages_follow_the_choices_and_are_the_very_bytes(screen: Screen, sample: Desk) -> None:
    screen.choose_row("documentKinds", "governance")
    mission = sample.missions.with_code("M2")
    assert mission is not None
    choose(screen, "documentSubject", mission.id)
    choose(screen, "documentLanguage", "en")
    data, said = pages(screen)
    assert "Governance and RACI: M2" in said
    assert data == sample.printing.prepare("governance", "en", False, mission.id).make().data
    choose(screen, "documentVersion", True)
    data, said = pages(screen)
    assert "public version" in said
    screen.choose_row("documentKinds", "roadmap")
    choose(screen, "documentPaper", "roadmap-a2")
    data, _ = pages(screen)
    assert data == sample.printing.prepare("roadmap-a2", "en", True, mission.id).make().data

    choose(screen, "documentVersion", False)

    # Only what is public is offered in public.
    screen.choose_row("documentKinds", "skills")
    box = screen.find(QComboBox, "documentSubject")
    assert box.count() == len(sample.missions.all())
    choose(screen, "documentVersion", True)
    assert box.count() < len(sample.missions.all())
    screen.choose_row("documentKinds", "coverage")
    assert not page_of(screen).choices.public


def test_one_is_exported_or_the_whole_set_until_it_is_stopped(
    screen: Screen, sample: Desk, tmp_path: Path
) -> None:
    page = page_of(screen)
    screen.choose_row("documentKinds", "platform")
    data, _ = pages(screen)
    screen.press("exportDocument")
    ask = page.window().findChild(QFileDialog, "exportDialog")
    assert isinstance(ask, QFileDialog)
    target = tmp_path / "grundlag.pdf"
    ask.fileSelected.emit(str(target))
    ask.reject()
    screen.qtbot.waitUntil(target.exists, timeout=20_000)
    assert target.read_bytes() == data
    screen.press("exportAllDocuments")
    folder = page.window().findChild(QFileDialog, "folderDialog")
    assert isinstance(folder, QFileDialog)
    folder.reject()
    assert len(page.plan().jobs) > 20

    # It stops within a document, and leaves no half file.
    with screen.qtbot.waitSignal(screen.window.hub.tasks.shown) as shown:
        page.all.run(tmp_path / "alle")
    shown.args[0].cancel()
    screen.qtbot.waitUntil(lambda: "Stoppet" in screen.toast(), timeout=20_000)
    assert not list(tmp_path.glob("**/*.tmp"))

    # A record's name leads to its document.
    mission = sample.missions.with_code("M3")
    assert mission is not None
    screen.window.navigate(PageName.DOCUMENTS, f"actors#{mission.id}")
    settle()
    assert page.record() == f"actors#{mission.id}"
    assert screen.heading().startswith("Aktørernes tilsagn: M3")
