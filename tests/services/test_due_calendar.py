# SPDX-License-Identifier: Apache-2.0
"""What is due as a calendar: whole days, stable keys, and no date that nobody has set."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from missiondesk.cli.program import main
from missiondesk.domain.message import message
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.period import Period
from missiondesk.language.clean_text import one_line
from missiondesk.services.due import Due
from missiondesk.services.due_calendar import due_calendar
from tests.sample import a_sample


def events_of(data: bytes) -> list[dict[str, object]]:
    """Key, day, title and note of each event, read by the library's own parser."""
    return [
        {
            "uid": str(event["uid"]),
            "day": event["dtstart"].dt,
            "days": event["dtend"].dt - event["dtstart"].dt,
            "title": str(event["summary"]),
            "note": str(event.get("description", "")),
        }
        for event in Calendar.from_ical(data).walk("vevent")
    ]


def a_due(when: str, what: str) -> Due:
    """Something that is due."""
    return Due(Period(when), False, Milestone, "k1", message(what), "m", "M1")


def test_everything_due_in_the_sample_stands_in_the_calendar() -> None:
    desk = a_sample()
    due = desk.overview.due()
    events = events_of(due_calendar(due, "da").make())
    assert len(events) == len(due) > 5
    assert len({event["uid"] for event in events}) == len(events)
    assert {event["days"] for event in events} == {timedelta(days=1)}
    assert [event["day"] for event in events] == [one.when.last for one in due]
    desk.close(discard=True)


def test_a_quarter_is_no_day_and_says_so() -> None:
    (event,) = events_of(due_calendar([a_due("2027-Q2", "Plan")], "da").make())
    assert event["day"] == date(2027, 6, 30)
    assert event["title"] == "Plan (2. kvartal 2027)"
    assert event["note"] == "Aftalt som 2. kvartal 2027; der er ikke sat en dag."


def test_a_day_stands_alone() -> None:
    (event,) = events_of(due_calendar([a_due("2027-06-08", "Plan")], "en").make())
    assert (event["title"], event["note"]) == ("Plan", "")


def test_the_next_export_moves_what_is_there() -> None:
    first, second = (
        events_of(due_calendar([a_due(when, "Plan")], "da").make())[0]
        for when in ("2027-06-08", "2027-09-01")
    )
    assert first["uid"] == second["uid"]


@given(st.text(min_size=1, max_size=200))
@example(r"C:\Noter\nye; a, b")
def test_any_text_stays_one_text(text: str) -> None:
    due = Due(
        Period("2027-06-08"), False, Milestone, "k1", message("Milestone: {title}", title=text), "m"
    )
    (event,) = events_of(due_calendar([due], "en").make())
    assert event["title"] == one_line(f"Milestone: {text}")


def test_the_command_line_lists_and_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace, out = tmp_path / "prøve.mission", tmp_path / "frister.ics"
    assert main(["sample", str(workspace)]) == 0
    capsys.readouterr()
    assert main(["due", str(workspace), "--days", "400"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert main(["due", str(workspace), str(out), "--days", "400"]) == 0
    assert len(events_of(out.read_bytes())) == len(listed) > 10
    assert main(["due", str(workspace), str(tmp_path / "frister.txt")]) == 2
    assert main(["due", str(workspace), "--days", "-1"]) == 2
