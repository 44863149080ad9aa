# SPDX-License-Identifier: Apache-2.0
"""Many findings of one rule are one line that people can read, few stand alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.finding_groups import MOST_ALONE, grouped
from missiondesk.domain.message import message
from missiondesk.domain.mission import Mission
from missiondesk.domain.readiness import check
from missiondesk.domain.situation import Situation
from missiondesk.language import translator
from missiondesk.services.finding_words import group_sentence, subject_of
from tests.builders import an_initiative
from tests.documents.reports_of import TODAY

EN, DA = translator("en"), translator("da")


def a_finding(rule: str, place: int, said: str = "It is so.", **values: object) -> Finding:
    mend = message("Mend it.")
    return Finding(
        rule, Severity.NOTE, "initiative", f"k{place}", f"I{place}", "", message(said, **values),
        mend, 5,
    )  # fmt: skip


def test_hundreds_of_orphans_are_one_line() -> None:
    orphans = tuple(an_initiative(code=f"I{n:03}") for n in range(244))
    kinds = {type(orphans[0]): orphans, Mission: ()}
    found = [one for one in check(Situation(kinds, TODAY)) if one.rule == "P9"]
    assert len(found) == 244
    (group,) = grouped(found)
    assert (len(group), subject_of(group)) == (244, "244\u00a0×")
    said = "The initiative serves no mission. (I000, I001, I002, I003 and 240 more)"
    assert group_sentence(group, EN) == said
    assert group_sentence(group, DA).endswith("I000, I001, I002, I003 og 240 mere)")


def test_few_stand_alone_and_the_worst_keeps_its_place() -> None:
    many = [a_finding("P1", n) for n in range(MOST_ALONE + 1)]
    few = [a_finding("P4", n) for n in range(MOST_ALONE)]
    groups = grouped([few[0], *many, *few[1:]])
    assert [(one.first.rule, len(one)) for one in groups] == [
        ("P4", 1), ("P1", MOST_ALONE + 1), *[("P4", 1)] * (MOST_ALONE - 1),
    ]  # fmt: skip
    assert group_sentence(groups[0], EN) == "It is so."
    assert subject_of(groups[0]) == "I0"


def test_what_differs_in_its_figures_is_shown_by_one_of_them() -> None:
    many = [a_finding("K1", n, "{count} lack.", count=n) for n in range(1, 8)]
    (group,) = grouped(many)
    assert group_sentence(group, EN) == "for instance 1 lack. (I1, I2, I3, I4 and 3 more)"


@given(st.lists(st.tuples(st.sampled_from(["P1", "P9", "K1"]), st.integers(0, 20))))
def test_no_finding_is_lost_and_none_comes_twice(given_ones: list[tuple[str, int]]) -> None:
    found = [a_finding(rule, place) for rule, place in given_ones]
    groups = grouped(found)
    assert sorted(map(id, (one for group in groups for one in group.findings))) == sorted(
        map(id, found)
    )
