# SPDX-License-Identifier: Apache-2.0
"""Danish notes in an English document say that they are Danish: in paragraphs, lists and cells."""

from __future__ import annotations

from missiondesk.documents.register import print_register
from missiondesk.domain.register_content import RegisterContent
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.language import translator
from missiondesk.services.decision_register import decision_register
from missiondesk.services.document_heads import document_head
from tests.documents.inspection import Node, failures, squeezed, structure
from tests.documents.reports_of import full_situation
from tests.sample import a_sample

DANISH = "Rammen svarer til aftalen, og den er ikke ændret (eksempel)."
ENGLISH = "The frame is that of the agreement (example)."


def content(language: str) -> RegisterContent:
    now, tr = full_situation(1), translator(language)
    rows = (("M1", f"{ENGLISH}\n{DANISH}"), ("M2", ENGLISH), ("M3", DANISH))
    return RegisterContent(
        document_head(now, tr, "Register"),
        DANISH if language == "en" else ENGLISH,
        Rows("Rows", ("Mission", "Text"), rows),
        method=MethodNote((ENGLISH,), (DANISH, ENGLISH)),
    )


def spoken(data: bytes) -> dict[str, list[str]]:
    """Texts by the language that their element says, "" for the document's."""
    found: dict[str, list[str]] = {}

    def look(node: Node) -> None:
        if not node.children and node.text.strip():
            found.setdefault(node.language, []).append(squeezed(node.text))
        for child in node.children:
            look(child)

    look(structure(data))
    return found


def test_each_text_says_its_language() -> None:
    printed = print_register(content("en"))
    assert failures(printed.data) == []
    told = spoken(printed.data)
    assert told["da-DK"].count(squeezed(DANISH)) == 4
    assert squeezed(ENGLISH) in told[""]
    assert "en-GB" not in told
    danish = spoken(print_register(content("da")).data)
    assert danish["en-GB"].count(squeezed(ENGLISH)) >= 3
    assert "da-DK" not in danish


def test_the_sample_s_reasons_are_danish_in_english_registers() -> None:
    desk = a_sample()
    try:
        told = decision_register(desk.situation, translator("en"), public=False)
        data = desk.printing.prepare("decision-register", "en").make().data
    finally:
        desk.close(discard=True)
    assert any("Rammen svarer til aftalen" in row[2] for row in told.rows.rows)
    assert squeezed("Rammen svarer til aftalen (eksempel).") in spoken(data)["da-DK"]


def test_a_cell_with_nothing_to_say_has_a_dash_but_an_empty_sum_and_column_have_none() -> None:
    rows = (("M1", "Text", "", "4"), ("M2", "", "", "5"), ("", "In all", "", "9"))
    head = ("Mission", "Text", "Never", "Count")
    made = Rows("Rows", head, rows, frozenset({3}), total=True)
    now, tr = full_situation(1), translator("en")
    told = RegisterContent(document_head(now, tr, "Register"), "", made)
    table = structure(print_register(told).data).only("Table")
    cells = [
        [cell.text.strip() for cell in row.children if cell.role in ("TD", "TH")]
        for row in table.all("TR")
    ]
    assert cells == [
        ["Mission", "Text", "Count"],
        ["M1", "Text", "4"],
        ["M2", "–", "5"],
        ["", "In all", "9"],
    ]
