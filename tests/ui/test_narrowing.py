# SPDX-License-Identifier: Apache-2.0
"""A long list is narrowed between events: in the end exactly what fits, and never a part of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from missiondesk.ui.narrowing import Narrowing

Row = tuple[int, str]
Fit = Callable[[Row], bool]

_FITS: dict[Hashable, Fit] = {"even": lambda row: row[0] % 2 == 0, "low": lambda row: row[0] < 900}
_SHORT = st.text("abæ ", max_size=4)


def plainly(rows: Sequence[Row], text: str, names: Sequence[str]) -> list[Row]:
    """The filter as anybody would write it."""
    return [
        row
        for row in rows
        if all(word in row[1] for word in text.split()) and all(_FITS[name](row) for name in names)
    ]


def ask(narrowing: Narrowing[Row], text: str, names: Sequence[str]) -> None:
    narrowing.find(text.split(), {name: _FITS[name] for name in names})


@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    st.lists(st.text("abæ ", max_size=6), min_size=1, max_size=12),
    st.sampled_from([1, 40, 250]),
    st.lists(
        st.tuples(
            _SHORT,
            st.lists(st.sampled_from(sorted(map(str, _FITS))), unique=True),
            st.integers(0, 2),
            st.booleans(),
        ),
        min_size=1,
        max_size=8,
    ),
)
def test_whatever_is_asked_in_whatever_order_what_fits_is_shown(
    qapp: QCoreApplication,
    texts: list[str],
    times: int,
    questions: list[tuple[str, list[str], int, bool]],
) -> None:
    rows = list(enumerate(texts * times))
    owner, shown = QObject(), list[list[Row]]()
    narrowing: Narrowing[Row] = Narrowing(
        owner, lambda row: row[1], lambda found: shown.append(list(found))
    )
    narrowing.read(rows)
    answers = []
    for text, names, turns, anew in questions:
        if anew:
            rows = rows[1:]
            narrowing.read(rows)
        for end in range(len(text) + 1):  # typed letter by letter
            ask(narrowing, text[:end], names)
            answers.append(plainly(rows, text[:end], names))
            for _ in range(turns):
                qapp.processEvents()
    narrowing.finish()
    assert shown[-1] == answers[-1]
    left = iter(answers)  # each that was shown answers a question whole, in their order
    assert all(any(one == answer for answer in left) for one in shown)


def test_what_takes_long_lets_events_through_and_shows_the_former_rows(qtbot: QtBot) -> None:
    def slowly(row: Row) -> str:
        begun = time.thread_time()
        while time.thread_time() - begun < 0.00002:
            pass
        return row[1]

    owner, shown = QObject(), list[list[Row]]()
    rows = [(number, f"nr. {number}") for number in range(3_000)]
    narrowing: Narrowing[Row] = Narrowing(owner, slowly, lambda found: shown.append(list(found)))
    narrowing.read(rows)
    ask(narrowing, "", ())
    for end in range(1, 7):
        ask(narrowing, "nr. 17"[:end], ())
        assert narrowing.busy and shown == [rows], "nothing of it yet"
    qtbot.waitUntil(lambda: not narrowing.busy)
    assert shown == [rows, plainly(rows, "nr. 17", ())], "what was overtaken is never shown"


def test_one_more_letter_asks_only_what_was_found(qtbot: QtBot) -> None:
    asked = list[int]()

    def odd(row: Row) -> bool:
        asked.append(row[0])
        return row[0] % 2 == 1

    owner, shown = QObject(), list[Sequence[Row]]()
    rows = [(number, f"nr. {number}") for number in range(400)]
    narrowing: Narrowing[Row] = Narrowing(owner, lambda row: row[1], shown.append)
    narrowing.read(rows)
    narrowing.find(["nr.", "39"], {})
    narrowing.find(["nr.", "39"], {"odd": odd})
    assert asked == [39, 139, 239, 339, *range(390, 400)]
    narrowing.find(["nr.", "399"], {"odd": odd})
    assert [row[0] for row in shown[-1]] == [399]
    assert len(asked) == 14, "it is known of these"
    narrowing.find(["nr.", "1"], {"odd": odd})
    assert list(shown[-1]) == [row for row in plainly(rows, "nr. 1", ()) if row[0] % 2]


def test_what_is_found_is_made_ready_before_it_is_shown(qtbot: QtBot) -> None:
    owner, told = QObject(), list[tuple[str, Sequence[Row]]]()
    narrowing: Narrowing[Row] = Narrowing(
        owner,
        lambda row: row[1],
        lambda found: told.append(("shown", found)),
        lambda found: told.append(("ready", found)),
    )
    narrowing.read([(number, f"nr. {number}") for number in range(2_000)])
    ask(narrowing, "nr. 17", ())
    qtbot.waitUntil(lambda: not narrowing.busy)
    assert [what for what, _ in told] == ["ready", "shown"]
    assert told[0][1] is told[1][1] and len(told[0][1]) == 139


def test_whoever_is_about_to_use_the_list_gets_what_fits(qtbot: QtBot) -> None:
    owner, shown = QObject(), list[Sequence[Row]]()
    rows = [(number, "a" * (number % 7)) for number in range(20_000)]
    narrowing: Narrowing[Row] = Narrowing(owner, lambda row: row[1], shown.append)
    narrowing.read(rows)
    ask(narrowing, "aaa", ())
    narrowing.finish()
    assert not narrowing.busy and list(shown[-1]) == plainly(rows, "aaa", ())
