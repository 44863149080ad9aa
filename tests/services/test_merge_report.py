# SPDX-License-Identifier: Apache-2.0
"""The report on a merge: what came in, what was chosen and what was left out, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from missiondesk.domain.merging import Side
from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.desk import Desk
from tests.documents.inspection import failures
from tests.pdf_text import page_texts
from tests.sample import a_sample
from tests.services.test_merging import compared, copy_of


@pytest.fixture
def mine() -> Iterator[Desk]:
    """My copy."""
    opened = a_sample("Mig")
    yield opened
    opened.close(discard=True)


def titled(desk: Desk, place: int, text: str) -> None:
    mission = desk.missions.all()[place]
    desk.session.keep(Verb.REVISE_MISSION, replace(mission, title=Wording(text, text)))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_report_tells_everything_and_is_a_valid_document(mine: Desk, language: str) -> None:
    theirs = copy_of(mine, "Åse Eksempel")
    titled(mine, 0, "Min titel")
    titled(theirs, 0, "Deres titel")
    titled(theirs, 1, "Kun deres")
    titled(theirs, 2, "Udeladt titel")
    found = compared(mine, theirs)
    choices = found.all_from(Side.MINE)
    out = frozenset((one.kind, one.key) for one in found.incoming if "Udeladt" in str(one.theirs))
    assert len(out) == 1
    mine.merging.apply(found, choices, out)
    titles = {one.title.da for one in mine.situation.all(Mission)}
    assert {"Min titel", "Kun deres"} <= titles
    assert not titles & {"Deres titel", "Udeladt titel"}
    job = mine.merging.report(found, choices, out, language)
    printed = job.make()
    assert printed.data == job.make().data
    assert failures(printed.data) == []
    text = " ".join(" ".join(page_texts(printed.data)).split())
    for said in ("Min titel", "Deres titel", "Kun deres", "Udeladt titel", "Åse Eksempel", "Mig"):
        assert said in text, said
    theirs.close(discard=True)


def test_what_was_left_out_is_not_offered_again(mine: Desk) -> None:
    theirs = copy_of(mine, "Dem")
    titled(theirs, 1, "Kun deres")
    found = compared(mine, theirs)
    out = frozenset((one.kind, one.key) for one in found.incoming)
    before = mine.situation.all(Mission)
    mine.merging.apply(found, {}, out)
    assert mine.situation.all(Mission) == before
    titled(theirs, 2, "Senere")
    again = compared(mine, theirs)
    assert [str(one.theirs) for one in again.incoming if "Kun deres" in str(one.theirs)] == []
    assert len(again.incoming) == 1
    theirs.close(discard=True)
