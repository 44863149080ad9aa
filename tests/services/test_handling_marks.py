# SPDX-License-Identifier: Apache-2.0
"""The handling mark stands on every page of what is printed, up to TIL TJENESTEBRUG."""

from __future__ import annotations

from dataclasses import replace

from missiondesk.domain.letter import Classification
from missiondesk.services.desk import Desk
from tests.pdf_text import page_texts
from tests.sample import a_sample

MARK = "TIL TJENESTEBRUG"
# Made for the public in any case: it is built from published records only.
PUBLIC = "kvartalsrapport"


def marked() -> Desk:
    """The sample, all of it marked that can be; a signed letter keeps the mark that it has."""
    desk = a_sample()
    kept = desk.settings.get()
    desk.settings.revise(replace(kept, classification=Classification.RESTRICTED))
    for letter in desk.letters.all():
        if not letter.state.final:
            desk.letters.revise(replace(letter, classification=Classification.RESTRICTED))
    return desk


def test_the_mark_stands_on_every_page() -> None:
    desk = marked()
    signed = {one.number for one in desk.letters.all() if one.state.final}
    jobs = [
        job
        for job in desk.printing.plan("all", "da").jobs
        if not job.name.startswith(PUBLIC) and not any(one in job.name for one in signed)
    ]
    assert len(jobs) > 20
    missing = [
        f"{job.name}: page {number}"
        for job in jobs
        for number, text in enumerate(page_texts(job.make().data), start=1)
        if MARK not in text.replace("\n", " ")
    ]
    desk.close(discard=True)
    assert missing == []


def test_no_mark_stands_where_a_letter_may_be_published() -> None:
    desk = a_sample()
    letter = next(one for one in desk.letters.all() if one.number == "2026-001")
    assert letter.classification is Classification.PUBLISHABLE
    job = next(one for one in desk.printing.plan("letters", "da").jobs if "2026-001" in one.name)
    assert MARK not in "".join(page_texts(job.make().data))
    desk.close(discard=True)


def test_the_scale_ends_below_what_the_desk_is_approved_for() -> None:
    assert [one.value for one in Classification] == ["publishable", "internal", "restricted"]
