# SPDX-License-Identifier: Apache-2.0
"""Questions to a party as a workbook: out, filled in by people, back all or nothing, and undone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from missiondesk.domain.negotiation import Audience, TalksQuestion
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from tests.talks_builders import a_party, a_position, a_question, a_round, a_topic

EN = translator("en")
STANCE, WEIGHT, RED_LINE, ANSWER, WISH = "CDEFG"


@dataclass
class Asked:
    """Two questions to two parties, one of which has answered the first."""

    desk: Desk
    folder: Path
    talks_round: str
    parties: tuple[str, str]
    questions: tuple[str, str]
    answer: PartyPosition

    def form(self, party: int = 0, language: str = "da") -> bytes:
        key = self.parties[party]
        return self.desk.talks.forms.form(self.talks_round, key, language).make()

    def filled(self, cells: dict[str, object], party: int = 0, language: str = "da") -> Path:
        """The form with what a person typed, by the column's letter and the question's number."""

        def edit(sheet: Any) -> None:
            for place, text in cells.items():
                sheet[f"{place[0]}{row_of(sheet, int(place[1:]))}"] = text

        return self.edited(edit, party, language)

    def edited(self, edit: Callable[[Any], object], party: int = 0, language: str = "da") -> Path:
        workbook = openpyxl.load_workbook(io.BytesIO(self.form(party, language)))
        edit(workbook.worksheets[0])
        path = self.folder / "svar.xlsx"
        workbook.save(path)
        return path

    def answers(self) -> dict[tuple[str, str | None], PartyPosition]:
        found = self.desk.situation.all(PartyPosition)
        return {(one.party, one.question): one for one in found}


def row_of(sheet: Any, number: int) -> int:
    """The row of a question by its number."""
    return next(cell.row for cell in sheet["A"] if cell.value == str(number))


@pytest.fixture
def asked(desk: Desk, tmp_path: Path) -> Asked:
    talks = desk.talks
    for code in "KS":
        talks.add(a_party(code=code, name=f"Parti {code}"))
    first, second = (one.id for one in desk.situation.all(Party))
    about = talks.add(a_round(parties=(first, second)))
    topic = talks.add(a_topic(talks_round=about.id))
    one = talks.add(a_question(talks_round=about.id, topic=topic.id))
    other = talks.add(
        a_question(talks_round=about.id, number=2, text=Wording("Hvem betaler?", "Who pays?"))
    )
    answer = talks.add(
        a_position(party=first, topic=topic.id, question=one.id, intensity=2, text="Ja, hvis",
                   wish="Lavere afgift", source="Brev", stance=PartyStance.CONDITIONAL)
    )  # fmt: skip
    return Asked(desk, tmp_path, about.id, (first, second), (one.id, other.id), answer)


def test_answers_come_back_as_one_step_that_undo_takes_away(asked: Asked) -> None:
    desk, before = asked.desk, asked.answers()
    path = asked.filled(
        {"C1": "For", "C2": "Imod", "D2": 5, "E2": "ja", "F2": "Ikke\nos", "G2": "En kommission"}
    )
    plan = desk.talks.forms.read(path)
    assert (plan.party.code, plan.faults, plan.unchanged) == ("K", (), 0)
    assert [one.before for one in plan.changes] == [asked.answer, None]
    steps = len(desk.history.steps())
    assert desk.talks.forms.apply(plan) == 2
    assert len(desk.history.steps()) == steps + 1
    first, second = (asked.answers()[asked.parties[0], key] for key in asked.questions)
    assert first == replace(
        asked.answer, stance=PartyStance.FOR, source="svar.xlsx", date=desk.talks.rounds.today
    )
    assert (second.stance, second.intensity, second.red_line) == (PartyStance.AGAINST, 5, True)
    assert (second.text, second.wish) == ("Ikke\nos", "En kommission")
    assert (second.topic, second.audience) == (None, Audience.OWN)
    with pytest.raises(Refused, match="read in already"):
        desk.talks.forms.apply(desk.talks.forms.read(path))
    desk.history.undo()
    assert asked.answers() == before


def test_a_form_that_nobody_filled_in_says_nothing_new(asked: Asked) -> None:
    for language in ("da", "en"):
        for party in (0, 1):
            plan = asked.desk.talks.forms.read(asked.filled({}, party, language))
            assert (plan.changes, plan.faults, plan.unchanged) == ((), (), 2)


def test_an_emptied_cell_takes_nothing_away(asked: Asked) -> None:
    path = asked.filled({"C1": None, "D1": None, "F1": None, "G1": None})
    assert asked.desk.talks.forms.read(path).changes == ()


def test_each_wrong_cell_is_named_and_nothing_is_taken_in(asked: Asked) -> None:
    desk, before = asked.desk, asked.answers()
    path = asked.filled(
        {"C1": "Måske", "D1": 6, "E1": "nja", "C2": "For", "D2": "=1+1"}, language="da"
    )
    plan = desk.talks.forms.read(path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    first, second = row_of(sheet, 1), row_of(sheet, 2)
    assert [(one.sheet, one.place) for one in plan.faults] == [
        ("Spørgsmål", f"C{first}"), ("Spørgsmål", f"D{first}"), ("Spørgsmål", f"E{first}"),
        ("Spørgsmål", f"D{second}"),
    ]  # fmt: skip
    assert EN.tell(plan.faults[0].message).startswith("“Måske” is none of For,")
    assert EN.tell(plan.faults[1].message) == "“6” is no figure from 1 to 5."
    with pytest.raises(Refused) as refused:
        desk.talks.forms.apply(plan)
    assert f"cell C{first}" in EN.tell(refused.value.message)
    assert asked.answers() == before


def test_an_answer_says_at_least_its_stance_or_a_word(asked: Asked) -> None:
    plan = asked.desk.talks.forms.read(asked.filled({"D2": 3}))
    assert [EN.tell(one.message) for one in plan.faults] == [
        "Say at least the stance, or write an answer.",
    ]
    (change,) = asked.desk.talks.forms.read(asked.filled({"F2": "Det ved vi ikke"})).changes
    assert change.after.stance is PartyStance.UNKNOWN


def test_questions_that_were_changed_or_moved_are_not_believed(asked: Asked) -> None:
    def swap(sheet: Any) -> None:
        first, second = row_of(sheet, 1), row_of(sheet, 2)
        for column in "ABCDEFGH":
            one, other = sheet[f"{column}{first}"], sheet[f"{column}{second}"]
            one.value, other.value = other.value, one.value

    def reword(sheet: Any) -> None:
        sheet[f"B{row_of(sheet, 2)}"] = "Hvem betaler ikke?"

    def cut(sheet: Any) -> None:
        sheet.delete_rows(row_of(sheet, 2))

    for edit in (swap, reword, cut):
        with pytest.raises(Refused, match="Questions were changed"):
            asked.desk.talks.forms.read(asked.edited(edit))


def test_a_question_that_reads_otherwise_now_is_said_at_its_cell(asked: Asked) -> None:
    path = asked.filled({"C1": "For"})
    question = asked.desk.situation.get(TalksQuestion, asked.questions[0])
    assert question is not None
    asked.desk.talks.revise(replace(question, text=Wording("Noget andet?")))
    (fault,) = asked.desk.talks.forms.read(path).faults
    assert fault.place.startswith("B")
    asked.desk.talks.remove(TalksQuestion, question.id)
    (fault,) = asked.desk.talks.forms.read(path).faults
    assert fault.place.startswith("A")


def test_what_changed_since_the_form_was_read_is_not_overwritten(asked: Asked) -> None:
    plan = asked.desk.talks.forms.read(asked.filled({"C1": "For"}))
    asked.desk.talks.revise(replace(asked.answer, text="Nej"))
    with pytest.raises(Refused, match="changed meanwhile"):
        asked.desk.talks.forms.apply(plan)


def test_a_form_shows_no_party_what_another_or_the_secretariat_has_noted(asked: Asked) -> None:
    desk, (first, second) = asked.desk, asked.parties
    question = asked.questions[1]
    desk.talks.add(a_position(party=second, question=question, text="KANARIE-A", wish="KANARIE-B"))
    hidden = desk.talks.add(
        a_position(party=first, question=question, text="KANARIE-C",
                   audience=Audience.SECRETARIAT)
    )  # fmt: skip
    desk.talks.revise(replace(desk.situation.all(Party)[0], note="KANARIE-D"))
    with zipfile.ZipFile(io.BytesIO(asked.form())) as package:
        said = b"".join(package.read(name) for name in package.namelist())
    assert b"Lavere afgift" in said, "its own wish is on its form"
    assert b"KANARIE" not in said
    desk.talks.forms.apply(desk.talks.forms.read(asked.filled({"C2": "For"})))
    assert desk.situation.get(PartyPosition, hidden.id) == hidden
    assert len(desk.situation.referring(PartyPosition, "question", question)) == 3


def test_only_the_cells_to_fill_in_are_free_and_equal_forms_are_equal(asked: Asked) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(asked.form())).worksheets[0]
    free = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    rows = [row_of(sheet, number) for number in (1, 2)]
    assert free == {f"{column}{row}" for column in "CDEFG" for row in rows}
    assert sheet.protection.sheet and sheet.column_dimensions["H"].hidden
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"For,Betinget for,Har intet ønske,Imod"' in lists
    assert asked.form() == asked.form()


def test_other_files_are_refused(asked: Asked, tmp_path: Path) -> None:
    path = tmp_path / "andet.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(Refused, match="no form with questions"):
        asked.desk.talks.forms.read(path)
    mine = asked.filled({"C1": "For"})
    asked.desk.talks.remove(Party, asked.parties[0])
    with pytest.raises(Refused, match="not in this workspace"):
        asked.desk.talks.forms.read(mine)


def test_a_round_without_questions_has_no_form(asked: Asked) -> None:
    empty = asked.desk.talks.add(a_round(name=Wording("Ny")))
    with pytest.raises(Refused, match="no questions yet"):
        asked.desk.talks.forms.form(empty.id, asked.parties[0], "da")
