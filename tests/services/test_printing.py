# SPDX-License-Identifier: Apache-2.0
"""Printing: real PDFs, the same bytes twice, whole files with safe names in the chosen folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.wording import Wording
from missiondesk.services.atomic_files import write_file, write_whole
from missiondesk.services.desk import Desk
from missiondesk.services.safe_names import LONGEST, safe_name
from missiondesk.services.workspaces import sample_desk
from tests.pdf_text import page_texts

RESERVED = ("CON", "nul", "COM1", "lpt9", "aux", "PRN")


def test_a_letter_and_a_roadmap_come_out_alike_twice(sample: Desk) -> None:
    letter = sample.letters.all()[0]
    again = sample_desk("Andre")
    try:
        for one, other in (
            (sample.printing.letter(letter.id), again.printing.letter(letter.id)),
            (sample.printing.roadmap("en", paper="A4"), again.printing.roadmap("en", paper="A4")),
        ):
            assert one.data.startswith(b"%PDF-")
            assert one.data == other.data
            assert one.title
    finally:
        again.close(discard=True)


def test_everything_goes_whole_into_the_folder(sample: Desk, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    mission = sample.missions.with_code("M2")
    assert mission is not None
    report = sample.printing.everything(
        tmp_path / "ud",
        "all",
        "da",
        mission=mission.id,
        progress=lambda done, total, name: told.append((done, total, name)),
    )
    names = sorted(path.name for path in (tmp_path / "ud").iterdir())
    assert set(names) >= {
        "koereplan-M2-A2-da.pdf",
        "koereplan-M2-A3-da.pdf",
        "koereplan-M2-A4-da.pdf",
        "missionsbrev-M2-2026-002-da.pdf",
        "noegletalsark-M2-da.pdf",
    }
    assert [file.path.name for file in report.files] == [name for _, _, name in told[:-1]]
    assert told[-1] == (len(names), len(names), "")
    assert all(file.pages >= 1 and file.missing_glyphs == () for file in report.files)


def test_it_can_be_stopped_between_two_documents(sample: Desk, tmp_path: Path) -> None:
    def cancelled() -> bool:
        return any(tmp_path.glob("*.pdf"))

    report = sample.printing.everything(tmp_path, "letters", "da", cancelled=cancelled)
    assert report.cancelled
    assert len(report.files) == len(list(tmp_path.iterdir())) == 1


def test_a_letter_without_a_chart_is_printed(sample: Desk) -> None:
    mission = sample.missions.with_code("M5")
    assert mission is not None
    assert sample.printing.trajectory_plot(mission.id, "da") is None
    assert sample.printing.sketch(mission.id, "da").make().pages >= 2


def test_names_that_are_alike_are_told_apart(desk: Desk) -> None:
    for code in ("A/B", "a.b", "A:B"):
        desk.missions.add(Wording("Mission"), code=code)
    names = [job.name for job in desk.printing.plan("letters", "da").jobs]
    assert len({name.casefold() for name in names}) == 3
    assert all(re.fullmatch(r"[\w-]+\.pdf", name, re.ASCII) for name in names)


def test_unknown_kinds_are_a_mistake_of_ours(sample: Desk) -> None:
    with pytest.raises(ValueError):
        sample.printing.plan("breve")
    with pytest.raises(ValueError):
        sample.printing.prepare_roadmap("da", paper="A5")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Færre unge på åen", "Faerre-unge-paa-aaen"),
        ("../../etc/passwd", "etc-passwd"),
        ("a:b\\c|d?.exe ", "a-b-c-d-exe"),
        ("\\\\server\\share", "server-share"),
        ("", "document"),
        ("…", "document"),
    ],
)
def test_names_are_spelled_plainly(text: str, name: str) -> None:
    assert safe_name(text) == name


@pytest.mark.parametrize("reserved", RESERVED)
def test_reserved_names_are_not_used(reserved: str) -> None:
    assert safe_name(reserved).casefold() != reserved.casefold()


@given(st.text())
def test_any_text_makes_a_safe_name(text: str) -> None:
    name = safe_name(text)
    assert re.fullmatch(r"[A-Za-z0-9_-]+", name)
    assert len(name) <= LONGEST + len("-file")
    assert name.upper() not in {each.upper() for each in RESERVED}


def test_a_file_stays_in_its_folder_and_replaces_the_old_one_whole(tmp_path: Path) -> None:
    for name in ("../ud.pdf", "a/b.pdf"):
        with pytest.raises(ValueError):
            write_whole(tmp_path / "ud", name, b"x")
    write_whole(tmp_path / "ud", "a.pdf", b"old")
    path = write_whole(tmp_path / "ud", "a.pdf", b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in (tmp_path / "ud").iterdir()] == ["a.pdf"]
    assert list(tmp_path.iterdir()) == [tmp_path / "ud"]


def test_what_cannot_be_written_is_named_as_a_person_knows_it(tmp_path: Path) -> None:
    target = tmp_path / "væk" / "a.pdf"
    with pytest.raises(OSError) as error:
        write_file(target, b"x")
    assert error.value.filename == str(target)


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(OSError):
        write_whole(tmp_path, "a.pdf", b"x")
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


# -- the chart's finding -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("M1", "The figure falls, but far too slowly for the target in 2030"),
        ("M3", "The figure falls, but must fall faster to reach the target in 2030"),
        ("M7", "The target is reached"),
    ],
)
def test_the_charts_title_says_the_finding(sample: Desk, code: str, title: str) -> None:
    mission = sample.missions.with_code(code)
    assert mission is not None
    plot = sample.printing.trajectory_plot(mission.id, "en")
    assert plot is not None
    assert plot.title == title
    assert plot.source.startswith("Source: ")


def test_estimates_are_told_from_final_figures(sample: Desk) -> None:
    mission = sample.missions.with_code("M3")
    assert mission is not None
    plot = sample.printing.trajectory_plot(mission.id, "da")
    assert plot is not None
    assert [point.settled for point in plot.points] == [True, False]
    assert plot.path[0] == (1990.0, 100.0)
    assert plot.path[-1] == pytest.approx((2030.0, 30.0))
    assert plot.higher_is_better is False


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        ("metric-sheets", [f"metric-sheet-M{number}-en.pdf" for number in range(1, 8)]),
        ("stocktakes", ["stocktake-M1-1-en.pdf"]),
        ("quarterly", ["quarterly-report-2026-Q3-en.pdf"]),
    ],
)
def test_each_kind_of_report_can_be_printed_alone(
    sample: Desk, kinds: str, names: list[str]
) -> None:
    assert [job.name for job in sample.printing.plan(kinds, "en").jobs] == names


def test_in_public_there_are_no_stocktakes_and_no_internal_sheets(sample: Desk) -> None:
    names = [job.name for job in sample.printing.plan("all", "da", public=True).jobs]
    assert [name for name in names if name.startswith("noegletalsark")] == [
        f"noegletalsark-M{number}-offentlig-da.pdf" for number in (1, 2, 3, 5)
    ]
    assert not [name for name in names if name.startswith("statusmoede")]
    assert "kvartalsrapport-2026-Q3-da.pdf" in names


def test_the_newest_stocktake_of_each_and_of_all_is_printed(sample: Desk) -> None:
    mission = sample.missions.with_code("M2")
    assert mission is not None
    for owner in (None, mission.id, mission.id):
        sample.stocktakes.plan(owner)
    names = [job.name for job in sample.printing.plan("stocktakes", "en").jobs]
    assert names == ["stocktake-1-en.pdf", "stocktake-M1-1-en.pdf", "stocktake-M2-2-en.pdf"]
    alone = sample.printing.plan("stocktakes", "en", mission=mission.id)
    assert [job.name for job in alone.jobs] == names[-1:]


def test_open_data_lie_beside_the_quarterly_report(sample: Desk, tmp_path: Path) -> None:
    (file,) = sample.printing.everything(tmp_path, "quarterly", "da").files
    assert {path.name for path in tmp_path.iterdir()} == {
        file.path.name, *(path.name for path in file.beside),
    }  # fmt: skip
    assert (tmp_path / "open-data-observations.csv").read_bytes().startswith(b"metric_id,period,")


def test_a_letter_s_chart_names_the_day_of_a_change_and_no_more(sample: Desk) -> None:
    mission = sample.missions.with_code("M1")
    assert mission is not None
    made = sample.printing.sketch(mission.id, "en").make()
    text = " ".join(" ".join(page_texts(made.data)).split())
    assert "Changed on 15 June 2026" in text
    assert "no longer counted" not in text
