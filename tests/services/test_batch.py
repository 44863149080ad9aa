# SPDX-License-Identifier: Apache-2.0
"""All ministers' letters in one press: one file each or all in one, for both sides of a sheet."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from missiondesk.domain.refused import Refused
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintPlan
from tests.documents.inspection import failures, opened
from tests.forty_letters import forty_letters
from tests.pdf_text import page_texts

_LETTERS, _COMMITMENTS = 6, 114


class Asked:
    """Says no until it has been asked ``most`` times, and remembers the longest silence."""

    def __init__(self, most: int) -> None:
        self.count, self.most = 0, most
        self.longest, self._last = 0.0, time.perf_counter()

    def __call__(self) -> bool:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.count += 1
        return self.count > self.most


@pytest.fixture(scope="module")
def government() -> Iterator[Desk]:
    desk = forty_letters(_LETTERS, _COMMITMENTS)
    yield desk
    desk.close(discard=True)


@pytest.fixture(scope="module")
def plan(government: Desk) -> PrintPlan:
    return government.printing.plan("letters", "da")


@pytest.fixture(scope="module")
def combined(plan: PrintPlan, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("combined") / "breve.pdf"
    told: list[tuple[int, int, str]] = []
    report = plan.run_combined(path, duplex=True, progress=lambda *moved: told.append(moved))
    assert [one.path for one in report.files] == [path]
    assert [done for done, _, _ in told] == list(range(_LETTERS + 1))
    assert {total for _, total, _ in told} == {_LETTERS}
    return path.read_bytes()


def _outline(data: bytes) -> list[tuple[str, int]]:
    """Top entries of the outline with the number of the page they lead to, from 0."""
    with opened(data) as pdf, pdf.open_outline() as outline:
        places = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return [(one.title, places[one.destination[0].objgen]) for one in outline.root]  # type: ignore[index, union-attr]


def test_all_letters_stand_in_one_file_with_an_entry_each(combined: bytes) -> None:
    entries = _outline(combined)
    assert [title.split(" · ")[0] for title, _ in entries] == [
        f"2026-{number:03d}" for number in range(1, _LETTERS + 1)
    ]


def test_each_letter_begins_on_the_front_of_a_sheet_and_counts_its_own_pages(
    combined: bytes,
) -> None:
    texts = page_texts(combined)
    starts = [place for _, place in _outline(combined)]
    assert all(place % 2 == 0 for place in starts)
    blank = {number for number, text in enumerate(texts) if not text.strip()}
    assert blank <= {place - 1 for place in starts}
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        pages = [text for place, text in enumerate(texts[start:end], start) if place not in blank]
        for number, text in enumerate(pages, start=1):
            assert f"Side {number} af {len(pages)}" in text


def test_page_labels_name_the_letter_and_its_page(combined: bytes) -> None:
    with opened(combined) as pdf:
        entries = list(pdf.Root.PageLabels.Nums)
        ranges = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))  # type: ignore[call-overload]
    for title, place in _outline(combined):
        assert str(ranges[place].P) == f"{title.split(' · ')[0]}–"
        assert int(ranges[place].St) == 1


def test_the_combined_file_is_accessible_and_archivable(combined: bytes) -> None:
    assert failures(combined) == []


def test_each_letter_is_a_part_of_the_tree_and_its_figures_travel_along(combined: bytes) -> None:
    with opened(combined) as pdf:
        document = pdf.Root.StructTreeRoot.K
        parts = [part for part in document.K if pikepdf.Name("/Part") == part.S]
        names = list(pdf.attachments)
    assert len(parts) == _LETTERS
    assert names == [f"m{number}-metric.json" for number in range(1, _LETTERS + 1)]


def test_a_combined_file_says_what_the_single_letters_say(combined: bytes, plan: PrintPlan) -> None:
    single = [text for job in plan.jobs for text in page_texts(job.make().data)]
    assert [text for text in page_texts(combined) if text.strip()] == single


def test_without_both_sides_no_page_is_left_blank(plan: PrintPlan, tmp_path: Path) -> None:
    two = PrintPlan(plan.jobs[:2])
    two.run_combined(tmp_path / "breve.pdf")
    assert all(text.strip() for text in page_texts((tmp_path / "breve.pdf").read_bytes()))


def test_a_stopped_batch_keeps_whole_letters_and_no_other_file(
    plan: PrintPlan, tmp_path: Path
) -> None:
    asked = Asked(most=1_000_000)

    def told(done: int, total: int, name: str) -> None:
        if done == 3:  # within the fourth letter
            asked.most = asked.count + 2

    report = plan.run(tmp_path, told, asked)
    assert report.cancelled
    assert len(report.files) == 3
    assert sorted(tmp_path.iterdir()) == sorted(one.path for one in report.files)
    assert all(failures(one.path.read_bytes()) == [] for one in report.files[:1])
    assert asked.longest < 1


@pytest.mark.parametrize("most", [0, 1, 9])
def test_a_stopped_combined_file_is_not_written_and_the_former_stays(
    plan: PrintPlan, tmp_path: Path, most: int
) -> None:
    path = tmp_path / "breve.pdf"
    path.write_bytes(b"former")
    report = plan.run_combined(path, cancelled=Asked(most))
    assert report.cancelled
    assert report.files == ()
    assert [one.name for one in tmp_path.iterdir()] == ["breve.pdf"]
    assert path.read_bytes() == b"former"


def test_only_letters_go_into_one_file(sample: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Only letters"):
        sample.printing.plan("all", "da").run_combined(tmp_path / "alle.pdf")
    with pytest.raises(Refused, match="no letter"):
        PrintPlan(()).run_combined(tmp_path / "alle.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.long
@pytest.mark.parametrize("together", [False, True])
def test_forty_letters_are_made_in_one_press_and_can_be_stopped_at_any_moment(
    tmp_path: Path, together: bool
) -> None:
    desk = forty_letters()
    plan = desk.printing.plan("letters", "da")
    asked = Asked(most=1_000_000)
    if together:
        path = tmp_path / "breve.pdf"
        report = plan.run_combined(path, duplex=True, cancelled=asked)
        asked()  # the silence of the end counts, too
        assert failures(path.read_bytes()) == []
        assert len(_outline(path.read_bytes())) == 40
    else:
        report = plan.run(tmp_path, cancelled=asked)
        asked()
        assert len(report.files) == 40
    assert not report.cancelled
    assert asked.longest < 1
    desk.close(discard=True)
