# SPDX-License-Identifier: Apache-2.0
"""Whatever stands in the cells: nothing crashes, a fault keeps all out, and twice is as once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.list_states import RowStatus
from missiondesk.services.workspaces import blank_desk
from tests.exchange.spreadsheet.workbooks import xlsx_rows

TITLES = st.sampled_from(["Mentor", "mentor ", "Bedre vand", "Bus", "Æble", "A mentor"])
REFERENCES = st.sampled_from(["M1", "1", "Færre", "færre", "", None, 1])
OFFICES = st.sampled_from(["Skoleminister", "skoleminister", "Byminister", "", None])
DATES = st.sampled_from([2026, 2027, "2027K2", "2027-03", "01.02.2027", date(2027, 5, 4), "", None])
ODD = st.one_of(
    st.text(max_size=12).filter(lambda text: all(ord(sign) > 31 for sign in text)),
    st.integers(-(10**6), 10**6),
    st.sampled_from(["M9", "Konge", "#N/A", "=1+1", "1.234", "12,5 %", "i dag", "−5", "TRUE"]),
)
NAMES = st.sampled_from(["Kim", "Robin", "kim", "Alex Jensen"])
# What the others may refer to.
FIRST: dict[str, list[list[Any]]] = {
    "Personer": [["Sam", "Skoleminister", "SM", 2020], ["Sam", "Byminister", None, 2021]],
    "Missioner": [[1, "Færre", "Antal", 7, "Skoleminister"]],
}
HEADINGS = {
    "Personer": ["Navn", "Embede", "Ministerium", "Fra", "Til"],
    "Missioner": ["Nr", "Mission", "Nøgletal", "Målværdi", "Ansvarlig minister"],
    "Initiativer": ["Initiativ", "Mission", "Embede", "Fase", "Start", "Ramme 2027 (kr.)"],
    "Milepæle": ["Milepæl", "Mission", "Initiativ", "Frist", "Status"],
}


def mostly(usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The usual, and now and then anything."""
    return st.integers(0, 199).flatmap(lambda dice: ODD if dice == 0 else usual)


def rows(*columns: st.SearchStrategy[Any]) -> st.SearchStrategy[list[list[Any]]]:
    return st.lists(st.tuples(*map(mostly, columns)).map(list), max_size=3)


SHEETS = st.fixed_dictionaries(
    {
        "Personer": rows(
            NAMES,
            st.sampled_from(["Skoleminister", "Vandminister", "Sølvminister"]),
            st.sampled_from(["SM", None]),
            DATES,
            st.sampled_from([None, None, None, 2028]),
        ),
        "Missioner": rows(
            st.sampled_from([2, 3, "", None]),
            st.sampled_from(["Flere", "Bedre", "Højere"]),
            st.sampled_from(["Andel", None]),
            st.sampled_from([5, 0.25, "1.234,5", None]),
            OFFICES,
        ),
        "Initiativer": rows(
            TITLES,
            REFERENCES,
            OFFICES,
            st.sampled_from(["Idé", "Pilot", "pilot", None]),
            DATES,
            st.sampled_from([5, 12.5, None]),
        ),
        "Milepæle": rows(
            TITLES,
            REFERENCES,
            st.none() | TITLES,
            DATES,
            st.sampled_from(["Planlagt", "met", None]),
        ),
    }
)


def written(folder: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    path = folder / "alt.xlsx"
    filled = {
        name: [HEADINGS[name], *FIRST.get(name, ()), *found] for name, found in sheets.items()
    }
    path.write_bytes(xlsx_rows(filled))
    return path


def records(desk: Desk) -> dict[str, Sequence[Any]]:
    return {kind: desk.listing.plain(kind) for kind in desk.listing.counts()}


@given(sheets=SHEETS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_all_or_nothing_and_never_twice(tmp_path: Path, sheets: dict[str, list[list[Any]]]) -> None:
    desk = blank_desk("Sekretær")
    try:
        before = records(desk)
        path = written(tmp_path, sheets)
        try:
            report = desk.exchange.read_table(path)
        except Refused:
            event("refused")
            return
        event("faults" if report.faults else f"rows {min(len(report.rows), 5)}")
        english: Callable[..., str] = translator("en").tell
        assert all(map(english, report.faults))
        assert records(desk) == before
        unreadable = report.count(RowStatus.UNREADABLE)
        assert (unreadable > 0) == bool(report.faults)
        if report.faults:
            try:
                desk.exchange.apply(report)
            except Refused:
                assert records(desk) == before
                return
            raise AssertionError("a file with a fault was imported")
        desk.exchange.apply(report)
        after = records(desk)
        again = desk.exchange.read_table(path)
        assert again.count(RowStatus.UNCHANGED) == len(again.rows) == len(report.rows)
        desk.exchange.apply(again)
        assert records(desk) == after
        if after != before:
            desk.history.undo()
            assert records(desk) == before
    finally:
        desk.close(discard=True)
