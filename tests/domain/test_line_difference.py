# SPDX-License-Identifier: Apache-2.0
"""Lines are matched before words: a point that goes leaves its neighbours whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.line_difference import line_difference
from missiondesk.domain.word_difference import Fate, Stretch, places

_line = st.one_of(
    st.text(st.characters(exclude_characters="\n"), min_size=1),
    st.lists(st.sampled_from(["mål", "2030", "unge", "og", "job", "3,5"]), min_size=1).map(
        " ".join
    ),
)
_lines = st.lists(_line, max_size=6)


@given(_lines, _lines)
def test_both_lists_of_lines_are_given_back_in_order(former: list[str], latter: list[str]) -> None:
    found = line_difference(former, latter)
    for kept, lines in ((Fate.OLD, former), (Fate.NEW, latter)):
        said = [
            "".join(one.text for one in line if one.fate in (Fate.KEPT, kept))
            for line in found
            if any(one.fate in (Fate.KEPT, kept) for one in line)
        ]
        assert said == lines


@given(_lines)
def test_the_same_lines_do_not_differ(lines: list[str]) -> None:
    assert sum(map(places, line_difference(lines, lines))) == 0


def test_a_point_that_goes_is_taken_out_whole_and_the_next_only_renumbered() -> None:
    former = [
        "1. Lukke de spor, der ikke har vist resultater · juni 2027",
        "2. Skaffe mindst én krone fra fonde for hver offentlig krone · 2028",
        "3. Give de fire partnerskaber én fælles indgang til godkendelser · 2027",
    ]
    latter = [former[0].replace("juni", "maj"), former[2].replace("3.", "2.")]
    first, second, third = line_difference(former, latter)
    assert [one.text for one in first if one.fate is not Fate.KEPT] == ["juni", "maj"]
    assert second == (Stretch(Fate.OLD, former[1]),)
    assert third[:2] == (Stretch(Fate.OLD, "3"), Stretch(Fate.NEW, "2"))
    assert places(third) == 1


def test_lines_with_little_in_common_stand_alone() -> None:
    found = line_difference(["Kære Bo"], ["Missionsbrev: Flere unge i job"])
    assert [line[0].fate for line in found] == [Fate.OLD, Fate.NEW]
