# SPDX-License-Identifier: Apache-2.0
"""The core journeys by keyboard on the sample, each without a mouse and without a modal dialog.

They are the ten things for which the desk is opened: to write and issue a letter (in
`test_window_by_keys_letter`), and here to print one of the sample, to enter a figure, to mend a
finding, to begin an initiative, to move one on the board, to follow up a commitment, to find
anything and come back, to print the roadmap, to read a new edition of statistics, and to say who
is responsible.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missiondesk.ui.application import Application
from tests.journeys.typist import Typist
from tests.pdf_text import page_texts
from tests.px_editions import FIRST, px_edition

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


MATTER = "M1 Flere unge i job eller uddannelse"
BOTH = "Ansvarlig, Udfører (følger af oplysningerne)"
CHIEF = "BM\nDepartementschef"
WHO = "Departementschef i Beskæftigelsesministeriet (Lars Eksempel)"


@pytest.fixture
def me(program: Application, qtbot: QtBot) -> Iterator[Typist]:
    """Somebody in the sample, who got there by keys."""
    typist = Typist(qtbot)
    typist.tab_to("Udforsk eksemplet")
    typist.press("Return")
    typist.sees("EKSEMPEL")
    yield typist
    assert typist.modals == []


def told(pdf: Path) -> str:
    return " ".join(" ".join(page_texts(pdf.read_bytes())).split())


def test_a_letter_of_the_sample_is_printed_in_five_actions(me: Typist, tmp_path: Path) -> None:
    paper = tmp_path / "brev.pdf"
    me.press("Ctrl+7")
    me.tab_to("Nr.: 2026-001")
    me.press("Return")
    me.sees("Side 1 af")
    me.press("Ctrl+P")
    # Without a printer the system's dialog prints to a file, whose name it knows already.
    me.tab_to("Outputfil:")
    before = me.acts
    me.replace(str(paper))
    me.press("Return")
    assert me.acts == before + 1 <= 5
    me.wait(lambda: paper.exists() and paper.stat().st_size > 10_000)


def test_a_new_figure_changes_the_rating(me: Typist) -> None:
    me.command("flere unge")
    me.sees("■ Begrænset fremdrift")
    me.push("Ret målinger")
    assert me.row().startswith("Periode: ; Værdi: ;"), "a free row waits at the end"
    me.write("2025")
    me.press("Tab")
    me.write("4,1")
    me.press("Return")
    me.sees("► På sporet")
    me.press("Ctrl+Z")
    me.sees("■ Begrænset fremdrift")


def test_a_finding_is_mended_where_it_leads(me: Typist) -> None:
    me.press("Ctrl+1")
    me.tab_to(
        "M4, Forpligtelsen har hverken en dato eller en fast opfølgning. (regel L4), "
        "Angiv, hvornår den er indfriet, eller hvor ofte der følges op."
    )
    me.press("Return")
    assert me.name() == "Frist"
    me.write("1.3.27")
    me.press("Return")
    me.press("Ctrl+1")
    assert "hverken en dato eller en fast" not in me.seen()
    me.press("Ctrl+Z")
    me.sees("hverken en dato eller en fast")


def test_a_page_gone_to_by_its_key_has_the_keyboard_in_its_list(me: Typist) -> None:
    me.press("Ctrl+2", "Home")
    assert me.row().startswith("Kode: M1; ")
    me.press("Down", "Return")
    me.sees("M2 · ")
    me.press("Ctrl+3", "Home")
    assert me.row().startswith("Kode: M1.1; ")
    me.press("Ctrl+9", "End")  # made only now
    assert me.row().startswith("Hvorfor: ")
    me.press("Ctrl+Shift+4", "Home")
    assert me.row().startswith("Dokument: Køreplan")


def test_an_initiative_is_begun(me: Typist) -> None:
    me.press("Ctrl+3")
    me.tab_to("Titel på et nyt initiativ")
    me.write("Mentorer til unge")
    me.press("Return")
    assert me.name() == "Hypotese, på dansk", "the cursor waits in what comes next"
    me.replace("En fast mentor holder unge i uddannelse.")
    me.choose("Mission", "M1")
    me.enter("Begynder", "1. kvartal 2027")
    me.push("Alle initiativer")
    assert me.row().startswith("Kode: I1; Initiativ: Mentorer til unge")
    assert "; Mission: M1;" in me.row()
    assert "Begynder: 1. kvartal 2027" in me.row()


def test_an_initiative_is_moved_on_the_board(me: Typist) -> None:
    me.press("Ctrl+4")
    me.tab_to("Fasetavle")
    me.press("Right")
    me.sees("M1.2 Fast kontaktperson til unge med en diagnose · ● Gul")
    me.press("Ctrl+Alt+Right")
    me.sees("Beslutningspunkt for M1.2 Fast kontaktperson til unge med en diagnose: fra Pilot til")
    me.choose("Hvad blev besluttet", "På hold")
    me.enter("Afholdt den", "1.10.2026")
    me.enter("Besluttet af", "Styregruppen (eksempel)")
    me.enter("Næste beslutningspunkt", "1. kvartal 2027")
    me.enter("Begrundelse", "Hjemlen mangler.")
    me.push("Notér resultatet")
    me.sees("1. kvartal 2027")
    assert "Beslutningspunkt for" not in me.seen()


def test_a_commitment_is_followed_up(me: Typist) -> None:
    me.press("Ctrl+8", "Ctrl+F")
    assert me.name() == "Filtrér forpligtelser efter tekst"
    me.write("praktik")
    me.tab_to("Nr.: M1.2")
    assert "Status: ○\N{NO-BREAK SPACE}Åben" in me.row()
    me.press("Return")
    me.choose("Status", "Opfyldt")
    me.enter("Status pr.", "1.10.2026")
    me.push("Alle forpligtelser")
    assert "Status: ✓\N{NO-BREAK SPACE}Opfyldt, 1. oktober 2026" in me.row()


def test_anything_is_found_and_left_again(me: Typist) -> None:
    me.press("Ctrl+Shift+F")
    me.write("omstilling")
    me.sees("3 fund")
    me.press("Tab", "Tab")
    assert me.row() == "Grøn omstilling (eksempel) · Systemforståelse"
    me.press("Return")
    # What its table has no column for in this window stands behind its name.
    assert me.name().startswith("Enhed: UFM Grøn omstilling (eksempel)")
    me.press("Alt+Left")
    me.sees("3 fund")


def test_the_roadmap_is_read_and_printed(me: Typist, tmp_path: Path) -> None:
    pdf = tmp_path / "koereplan.pdf"
    me.press("Ctrl+6")
    me.push("Som tabel")
    me.tab_to("Mission: M1")
    assert "Navn: M1.1 Ungeløftet: ét forløb fra skole til job" in me.row()
    assert "Til: december 2030; Fase eller status: Opskalering" in me.row()
    me.press("Ctrl+P")
    me.sees("Side 1 af")
    me.push("Eksportér PDF…")
    me.answer(pdf)
    me.wait(pdf.exists)
    assert "Regeringens køreplan" in told(pdf)


def test_a_new_edition_is_read(me: Typist, tmp_path: Path) -> None:
    me.press("Ctrl+I")
    me.answer(px_edition(tmp_path, "neet-2025.px", FIRST, "20250601 08:00"))
    me.sees("Unge uden job og uddannelse efter alder og tid")
    me.tab_to("alder")
    me.write("15-24")
    me.press("Down", "Return")
    assert me.value() == "15-24 år (A1)"
    me.choose("Nøgletal", "M2")
    me.sees("4 nye, 1 revideret")
    me.push("Indlæs 5 tal")
    me.sees("5 tal er indlæst")


def test_who_is_responsible_is_said(me: Typist) -> None:
    me.press("Ctrl+9")
    me.tab_to("Til styregruppen")
    me.open_tab("RACI")
    me.tab_to(f"BM\nMinister: A R. {MATTER}, Beskæftigelsesminister (Carla Eksempel): {BOTH}")
    me.press("Right")
    assert me.name() == f"{CHIEF}: –. {MATTER}, {WHO}: intet bogstav"
    me.write("C")
    assert me.name() == f"{CHIEF}: C. {MATTER}, {WHO}: Høres"
    me.press("Ctrl+Z")
    assert me.name() == f"{CHIEF}: –. {MATTER}, {WHO}: intet bogstav"
