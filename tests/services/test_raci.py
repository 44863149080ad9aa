# SPDX-License-Identifier: Apache-2.0
"""Letters set from a day on: one step an edit, the days before as they were, one who answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missiondesk.domain import raci
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.raci import Party, parts_in
from missiondesk.domain.refused import Refused
from missiondesk.domain.responsibility import Raci
from missiondesk.language import translator
from missiondesk.services import raci_words
from missiondesk.services.desk import Desk
from missiondesk.services.raci import CellEdit
from tests.sample import a_sample

DAY = date(2026, 11, 1)


def party(desk: Desk, title: str) -> Party:
    found = next(one for one in desk.situation.all(Office) if one.title.en == title)
    return Party("office", found.id)


def initiative(desk: Desk, code: str) -> Initiative:
    return next(one for one in desk.situation.initiatives if one.code == code)


def mission(desk: Desk, code: str = "M1") -> Mission:
    found = desk.missions.with_code(code)
    assert found is not None
    return found


def shown(desk: Desk, item: Initiative, who: Party, on: date) -> str:
    cell = raci.letters(desk.situation, item, on).get(who)
    return cell.text if cell is not None else ""


@pytest.mark.parametrize(
    ("text", "letters"), [("A R", "AR"), ("ra", "AR"), ("", ""), ("c/i", "CI"), ("R,R", "R")]
)
def test_letters_are_read_as_people_write_them(text: str, letters: str) -> None:
    found = parts_in(text)
    assert found is not None and "".join(part.letter for part in found) == letters
    assert parts_in("X") is None and parts_in("R 2") is None


def test_several_cells_are_one_step_and_nothing_new_is_none(sample: Desk) -> None:
    item, steps = initiative(sample, "M1.2"), len(sample.history.steps())
    finance, culture = party(sample, "Minister for Finance"), party(sample, "Minister for Culture")
    edits = [CellEdit("initiative", item.id, who, "C") for who in (finance, culture)]
    sample.raci.set_letters(edits, DAY)
    assert len(sample.history.steps()) == steps + 1
    sample.raci.set_letters(edits, DAY)
    assert len(sample.history.steps()) == steps + 1
    assert [shown(sample, item, finance, DAY - timedelta(days=n)) for n in (0, 1)] == ["C", ""]
    sample.history.undo()
    assert shown(sample, item, finance, DAY) == ""


def test_what_follows_from_a_field_may_end_and_stays_readable(sample: Desk) -> None:
    item, health = initiative(sample, "M1.2"), party(sample, "Minister for Health")
    assert shown(sample, item, health, DAY) == "R"
    sample.raci.set_letters([CellEdit("initiative", item.id, health, "I")], DAY)
    assert [shown(sample, item, health, DAY - timedelta(days=n)) for n in (0, 1)] == ["I", "R"]


def test_an_a_moves_and_the_default_comes_back_when_it_goes(sample: Desk) -> None:
    item = initiative(sample, "M1.2")
    default = party(sample, "Permanent Secretary, Ministry of Health")
    other = party(sample, "Permanent Secretary, Ministry of Employment")
    third = party(sample, "Permanent Secretary, Ministry of Finance")

    def answers() -> tuple[Party, ...]:
        return raci.with_part(raci.letters(sample.situation, item, DAY), Raci.ACCOUNTABLE)

    assert answers() == (default,)
    for who in (other, third):
        sample.raci.set_letters([CellEdit("initiative", item.id, who, "A")], DAY)
        assert answers() == (who,)
    sample.raci.set_letters([CellEdit("initiative", item.id, third, "")], DAY)
    assert answers() == (default,)


@pytest.mark.parametrize(("text", "where"), [("A", "assigning"), ("X", "none of R")])
def test_a_second_accountable_and_other_letters_are_refused(
    sample: Desk, text: str, where: str
) -> None:
    edit = CellEdit("mission", mission(sample).id, party(sample, "Minister for Finance"), text)
    with pytest.raises(Refused) as refused:
        sample.raci.set_letters([edit], DAY)
    assert where in translator("en").tell(refused.value.message)


def test_the_matrix_is_read_as_of_any_day(sample: Desk) -> None:
    m3, en = mission(sample, "M3"), translator("en")
    for on, text in ((date(2026, 9, 30), "C"), (date(2026, 10, 1), "I")):
        matrix = sample.raci.matrix(m3.id, on)
        assert matrix is not None
        column = next(
            place
            for place, one in enumerate(matrix.columns)
            if one.title(en) == "Permanent Secretary, Ministry of Finance"
        )
        row = next(one for one in matrix.rows if one.id == initiative(sample, "M3.2").id)
        cell = row.cells[column]
        assert cell is not None and cell.text == text
        assert raci_words.matrix_counts(matrix, en).endswith(f"As of {en.date(on)}")
    health = sample.raci.matrix(mission(sample).id, date(2026, 9, 30))
    assert health is not None
    heads = {raci_words.party_name(one, en) for one in health.columns}
    assert "Minister for Health (Frederik Eksempel)" in heads


def test_the_matrix_is_written_as_a_workbook(sample: Desk) -> None:
    matrix = sample.raci.matrix(mission(sample).id)
    assert matrix is not None
    job = raci_words.matrix_file(sample.register_files, sample.situation, matrix, "da")
    assert job.name == "raci-M1-2026-10-31-da.xlsx"
    assert job.make().startswith(b"PK")
    lines = raci_words.log_lines(sample.situation, sample.raci.log(matrix), translator("da"))
    assert "C · M1 · Finansminister: fra juni 2026" in lines


TEXTS = st.sampled_from(["", "R", "A", "C", "I", "A R"])
STARTS = st.dates(date(2026, 5, 1), date(2027, 3, 1))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(STARTS, TEXTS, st.integers(0, 2)), min_size=1, max_size=5))
def test_an_edit_holds_from_its_day_and_leaves_the_days_before(
    edits: list[tuple[date, str, int]],
) -> None:
    desk = a_sample()
    try:
        item = initiative(desk, "M1.2")
        titles = ("Minister for Health", "Minister for Finance", "Minister for Culture")
        for start, text, place in edits:
            who = party(desk, titles[place])
            days = [start - timedelta(days=n) for n in (1, 2, 60)]
            before = [raci.letters(desk.situation, item, day) for day in days]
            desk.raci.set_letters([CellEdit("initiative", item.id, who, text)], start)
            after = [raci.letters(desk.situation, item, day) for day in days]
            assert [{k: v.parts for k, v in it.items()} for it in after] == [
                {k: v.parts for k, v in it.items()} for it in before
            ]
            wanted = {part.letter for part in parts_in(text) or ()}
            for ahead in (0, 1, 400):
                held = shown(desk, item, who, start + timedelta(days=ahead)).split()
                assert set(held) == wanted
    finally:
        desk.close(discard=True)
