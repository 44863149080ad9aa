# SPDX-License-Identifier: Apache-2.0
"""The main job without a mouse: a new file, a mission, its figure, its minister, its issued letter.

First of the ten core journeys by keyboard; the others stand in `test_window_by_keys`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missiondesk.services.workspaces import open_desk
from missiondesk.ui.application import Application
from tests.journeys.typist import Typist
from tests.pdf_text import page_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def found_the_ministry(me: Typist) -> None:
    me.press("Ctrl+Shift+5")
    me.tab_to("Poster og personer")
    me.open_tab("Ministerier")
    me.push("Nyt ministerium")
    me.enter("Navn, på dansk", "Beskæftigelsesministeriet")
    me.enter("Navn, på engelsk", "Ministry of Employment")
    me.enter("Kode", "BM")
    me.enter("Adresse", "Eksempelgade 2")


def appoint(me: Typist, name: str) -> None:
    me.enter("Navn, Udnævn den næste", name)
    me.enter("Fra, Udnævn den næste", "1.1.2026")
    me.push("Udnævn")


def appoint_the_ministers(me: Typist) -> None:
    me.tab_to("Ministerier")
    me.open_tab("Poster og personer")
    me.tab_to("Poster")
    me.go_down_to("Post: Statsminister, Statsministeriet")
    appoint(me, "Anna Eksempel")
    me.push("Ny post")
    me.enter("Titel, på dansk", "Beskæftigelsesminister")
    me.enter("Titel, på engelsk", "Minister for Employment")
    me.choose("Ministerium", "Beskæftigelsesministeriet")
    appoint(me, "Bo Åsen Eksempel")


def found_the_mission(me: Typist) -> None:
    me.press("Ctrl+2")
    me.tab_to("Titel på en ny mission")
    me.write("Færre unge uden job og uddannelse")
    me.press("Return")
    assert me.name() == "I én sætning, på dansk", "the cursor waits in what comes next"
    me.enter("I én sætning, på dansk", "I 2030 er højst 25.000 unge uden job og uddannelse.")
    me.enter("Fortællingen, på dansk", "Unge uden fodfæste mister år, som de ikke får igen.")
    me.enter("Tidshorisont", "2030")
    me.choose("Ansvarlig", "Beskæftigelsesminister")


def measure_it(me: Typist) -> None:
    me.tab_to("Mission")
    me.open_tab("Nøgletal")
    me.enter("Navn, på dansk", "Unge uden job og uddannelse")
    me.enter("Enhed, på dansk", "personer")
    me.choose("Hvilken vej er bedst", "Lavere")
    me.enter("Udgangspunkt", "43.000")
    me.enter("Udgangspunktets periode", "2024")
    me.enter("Mål", "25.000")
    me.enter("Måldato", "2030")
    me.enter("Udgiver, på dansk", "Danmarks Statistik")


def write_the_letter(me: Typist) -> None:
    me.press("Ctrl+7")
    me.push("Nyt brev…")
    me.push("Skriv brev")
    me.sees("Missionsbrev til beskæftigelsesministeren")


def mend_what_is_missing(me: Typist) -> None:
    """What is missing is asked about, led to and come back from."""
    for gap, text in (
        ("I regeringsgrundlaget, på dansk", "Kapitel 2 (eksempel)"),
        ("En ny forpligtelse: én handling", "Find hver ung en fast kontaktperson."),
        ("Første opfølgning", "1.2.2027"),
    ):
        me.push("Markér som gennemgået")
        assert me.name() == "Gå til det første"
        me.press("Return")
        assert me.name() == gap
        me.replace(text)
        me.press("Return" if gap.startswith("En ny") else "Tab", "Alt+Left")


def send_it(me: Typist) -> None:
    for verb, state in (
        ("Markér som gennemgået", "◔ Gennemgået"),
        ("Godkend til underskrift", "◑ Godkendt"),
        ("Markér som underskrevet", "● Underskrevet"),
    ):
        me.push(verb)
        me.sees(f" · {state}")
    me.push("Udsend brev")
    assert me.name() == "Ikke endnu", "it cannot be undone, so it is asked once more"
    me.push("Udsend brevet nu")
    me.sees("✓ Udsendt")


def test_from_a_new_file_to_an_issued_letter(
    program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    path, pdf = tmp_path / "missioner.mission", tmp_path / "brev.pdf"
    me = Typist(qtbot)
    me.tab_to("Ny arbejdsfil…")
    me.press("Return")
    me.answer(path)
    me.sees("missioner.mission")
    found_the_ministry(me)
    appoint_the_ministers(me)
    found_the_mission(me)
    measure_it(me)
    write_the_letter(me)
    mend_what_is_missing(me)
    send_it(me)
    me.press("Ctrl+E")
    me.answer(pdf)
    me.sees("brev.pdf")
    assert me.modals == []

    text = " ".join(" ".join(page_texts(pdf.read_bytes())).split())
    for part in ("I 2030 er højst 25.000 unge", "Bo Åsen Eksempel", "Anna Eksempel", "43.000"):
        assert part in text
    me.press("Ctrl+W")
    me.wait(path.exists)
    read = open_desk(path, read_only=True)
    (letter,) = read.letters.all()
    assert letter.number and read.printing.letter(letter.id).data == pdf.read_bytes()
    read.close()
