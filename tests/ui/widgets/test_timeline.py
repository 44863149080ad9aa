# SPDX-License-Identifier: Apache-2.0
"""The timeline: labels keep clear, the keyboard reaches all, only the visible is painted."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missiondesk.ui import theme
from missiondesk.ui.widgets.timeline import Timeline
from missiondesk.ui.widgets.timeline_items import (
    Bar,
    BarLook,
    HeaderLine,
    Lane,
    Mark,
    TimelineContent,
    TimelineWords,
    Tone,
)
from missiondesk.ui.widgets.timeline_layout import (
    LONGEST_LABEL,
    Metrics,
    Placed,
    TimelineLayout,
    lay_out,
    measured,
)
from missiondesk.ui.widgets.timeline_scale import TimeScale

D = date
SPAN = 4 * 365


@pytest.fixture(autouse=True, scope="module")
def _dressed(qapp: QApplication) -> None:
    theme.load_fonts()
    theme.apply_theme(qapp, "light")


def a_content() -> TimelineContent:
    lanes = (
        Lane("m1", "M1 Færre unge uden job", (HeaderLine("■ Begrænset", Tone.BAD),)),
        Lane("m2", "M2 Ensomheden halveres"),
        Lane("m3", "M3 Tom bane"),
    )
    bars = (
        Bar("b1", "m1", "Ungeguider", D(2026, 2, 1), D(2027, 5, 30)),
        Bar("b2", "m1", "Praktik", D(2027, 9, 1), D(2028, 12, 31), BarLook.DASHED),
        Bar(
            "b3", "m2", "Pulje", D(2026, 4, 1), D(2027, 10, 1), BarLook.LIGHT, "Pulje i fuld tekst"
        ),
    )
    marks = (Mark("d1", "m1", "Lov", D(2027, 7, 1)), Mark("d2", "m2", "Måling", D(2028, 7, 1)))
    return TimelineContent(lanes, bars, marks, D(2026, 1, 1), D(2029, 12, 31), D(2026, 10, 31))


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show_content(a_content())
    made.show()
    qtbot.waitExposed(made)
    return made


def centre(timeline: Timeline, kind: str, key: str) -> QPointF:
    place = timeline.place_of(kind, key)
    assert place is not None
    return place.center()


# ---------------------------------------------------------------- layout


def days() -> st.SearchStrategy[date]:
    return st.integers(0, SPAN - 1).map(lambda n: D(2026, 1, 1) + timedelta(days=n))


@st.composite
def contents(draw: st.DrawFn) -> TimelineContent:
    lanes = tuple(Lane(f"l{n}", f"Bane {n}") for n in range(draw(st.integers(1, 3))))
    keys = st.sampled_from([lane.key for lane in lanes])
    labels = st.text("abcæøå ", min_size=0, max_size=60)
    bars = []
    for n in range(draw(st.integers(0, 14))):
        start, end = sorted((draw(days()), draw(days())))
        bars.append(Bar(f"b{n}", draw(keys), draw(labels), start, end))
    marks = [
        Mark(f"d{n}", draw(keys), draw(labels), draw(days()))
        for n in range(draw(st.integers(0, 10)))
    ]
    today = draw(st.none() | days())
    return TimelineContent(lanes, tuple(bars), tuple(marks), D(2026, 1, 1), D(2029, 12, 31), today)


def laid(content: TimelineContent, per_day: float) -> tuple[TimelineLayout, TimeScale]:
    start, end = content.bounds()
    scale = TimeScale(start, end, per_day)
    lanes = measured(content, lambda text: 7.0 * len(text))
    return lay_out(lanes, scale, Metrics(), content.today), scale


@given(contents(), st.floats(0.3, 20))
def test_in_a_row_nothing_meets_anything(content: TimelineContent, per_day: float) -> None:
    layout, _scale = laid(content, per_day)
    for row in layout.rows:
        for one, after in pairwise(row.items):
            assert one.stop < after.start
        for placed in row.items:
            label = (placed.label_left, placed.label_right)
            if placed.inside:
                assert placed.left <= label[0] <= label[1] <= placed.right
            else:
                assert label[1] <= placed.left or label[0] >= placed.right


@given(contents(), st.floats(0.3, 20))
def test_every_item_is_placed_once_and_rows_do_not_overlap(
    content: TimelineContent, per_day: float
) -> None:
    layout, _scale = laid(content, per_day)
    placed = [one.item for row in layout.rows for one in row.items]
    assert len(placed) == len(content.bars) + len(content.marks)
    assert set(placed) == {*content.bars, *content.marks}
    for one, after in pairwise(layout.rows):
        assert one.top + one.height <= after.top
    for row in layout.rows:
        box = layout.lanes[row.lane]
        assert box.top <= row.top
        assert row.top + row.height <= box.top + box.height


@given(contents(), st.floats(0.3, 20))
def test_labels_beside_items_keep_clear_of_today_where_one_side_can(
    content: TimelineContent, per_day: float
) -> None:
    layout, scale = laid(content, per_day)
    if content.today is None:
        return
    today = scale.middle(content.today)
    for row in layout.rows:
        for placed in row.items:
            if placed.inside or not placed.label_left < today < placed.label_right:
                continue
            # Its own ground hides the line then; both sides were really out of question.
            width = min(7.0 * len(placed.item.label), LONGEST_LABEL)
            assert _blocked(placed.right + 8, width, scale, today)
            assert _blocked(placed.left - 8 - width, width, scale, today)


def _blocked(left: float, width: float, scale: TimeScale, today: float) -> bool:
    return left < 0 or left + width > scale.width or left - 2 < today < left + width + 2


@given(contents(), st.floats(0.3, 20))
def test_a_shortened_label_stands_where_most_of_it_can_be_read(
    content: TimelineContent, per_day: float
) -> None:
    layout, scale = laid(content, per_day)
    for row in layout.rows:
        for placed in row.items:
            width = min(7.0 * len(placed.item.label), LONGEST_LABEL)
            shown = placed.label_right - placed.label_left
            if isinstance(placed.item, Bar) and shown < width:
                rooms = placed.right - placed.left - 16, scale.width - placed.right - 8
                assert shown >= min(width, max(*rooms, placed.left - 8)) - 1e-6


def test_a_short_bar_with_free_room_beside_it_has_its_label_there() -> None:
    name = "Praksispanel, der retter kursen undervejs og bagefter"  # 371 px
    bar = Bar("b", "l", name, D(2026, 7, 1), D(2027, 6, 30))
    content = TimelineContent((Lane("l", "L"),), (bar,), (), D(2025, 7, 1), D(2029, 6, 30))
    layout, scale = laid(content, 0.4)
    _row, placed = layout.places["bar", "b"]
    assert scale.width - placed.right < 371 < scale.width
    assert not placed.inside
    assert placed.label_right - placed.label_left > placed.right - placed.left - 16


@given(contents(), st.floats(0.3, 20), st.floats(0, 1), st.floats(0, 1))
def test_a_window_finds_exactly_what_shows_in_it(
    content: TimelineContent, per_day: float, at: float, wide: float
) -> None:
    layout, scale = laid(content, per_day)
    left = scale.width * at
    right = left + scale.width * wide
    for row in layout.rows:
        seen = list(row.between(left, right))
        wanted = [p for p in row.items if p.stop >= left and p.start <= right]
        assert seen == wanted


@given(st.dates(D(2000, 1, 1), D(2040, 1, 1)), st.floats(0.05, 40))
def test_the_axis_finds_its_way_back(day: date, per_day: float) -> None:
    scale = TimeScale(D(2000, 1, 1), D(2040, 12, 31), per_day)
    assert scale.day(scale.middle(day)) == day


def test_an_axis_covers_whole_quarters_and_every_item() -> None:
    content = TimelineContent(
        (Lane("l", "L"),),
        (Bar("b", "l", "B", D(2025, 5, 3), D(2026, 2, 2)),),
        start=D(2026, 1, 1),
        end=D(2026, 6, 30),
    )
    assert content.bounds() == (D(2025, 4, 1), D(2026, 6, 30))


# ---------------------------------------------------------------- what is painted


def test_only_rows_in_sight_are_painted(qtbot: QtBot) -> None:
    bars = tuple(
        Bar(str(n), f"l{n % 10}", f"Initiativ {n}", D(2026, 1 + n % 12, 1), D(2027, 1 + n % 12, 1))
        for n in range(5000)
    )
    lanes = tuple(Lane(f"l{n}", f"Bane {n}") for n in range(10))
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show_content(TimelineContent(lanes, bars))
    made.show()
    qtbot.waitExposed(made)
    made.grab()
    rows_in_sight = 600 / 20
    assert 0 < made.painted <= rows_in_sight * 10
    made.verticalScrollBar().setValue(made.verticalScrollBar().maximum())
    made.grab()
    assert 0 < made.painted <= rows_in_sight * 10


def test_today_is_drawn_under_the_bars(timeline: Timeline) -> None:
    picture = timeline.grab().toImage()
    today = timeline.scale_now().middle(D(2026, 10, 31)) + timeline.header_width()
    bar = timeline.place_of("bar", "b1")
    assert bar is not None
    inside = picture.pixelColor(round(today), round(bar.center().y()))
    assert inside == theme.colour("accent")


def test_nothing_to_show_says_so(qtbot: QtBot) -> None:
    made = Timeline()
    qtbot.addWidget(made)
    made.show_content(TimelineContent(words=TimelineWords(empty="Her er intet endnu")))
    made.resize(400, 200)
    assert not made.grab().isNull()
    assert made.painted == 0


def test_a_dark_palette_is_followed(timeline: Timeline, qapp: QApplication) -> None:
    theme.apply_theme(qapp, "dark")
    corner = timeline.grab().toImage().pixelColor(3, 3)
    theme.apply_theme(qapp, "light")
    assert corner.lightness() < 60


# ---------------------------------------------------------------- pointer


def test_a_click_selects_what_is_under_it(timeline: Timeline) -> None:
    QTest.mouseClick(
        timeline.viewport(),
        Qt.MouseButton.LeftButton,
        pos=centre(timeline, "mark", "d1").toPoint(),
    )
    assert timeline.selected() == ("mark", "d1")
    QTest.mouseClick(
        timeline.viewport(), Qt.MouseButton.LeftButton, pos=centre(timeline, "lane", "m2").toPoint()
    )
    assert timeline.selected() == ("lane", "m2")


def test_a_label_belongs_to_its_item(timeline: Timeline) -> None:
    diamond = centre(timeline, "mark", "d1")
    assert timeline.target_at(diamond + QPointF(20, 0)) == a_content().marks[0]
    assert timeline.target_at(diamond + QPointF(200, 0)) is None
    assert timeline.target_at(QPointF(diamond.x(), 2)) is None


def test_a_double_click_opens(timeline: Timeline, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.opened) as told:
        QTest.mouseDClick(
            timeline.viewport(),
            Qt.MouseButton.LeftButton,
            pos=centre(timeline, "bar", "b3").toPoint(),
        )
    assert told.args == ["bar", "b3"]


def test_dragging_an_empty_place_moves_the_view(timeline: Timeline) -> None:
    timeline.zoom(4)
    before = timeline.horizontalScrollBar().value()
    spot = QPoint(round(timeline.header_width()) + 300, timeline.viewport().height() - 20)
    assert timeline.target_at(QPointF(spot)) is None
    QTest.mousePress(timeline.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseMove(timeline.viewport(), spot - QPoint(120, 0))
    QTest.mouseRelease(timeline.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert timeline.horizontalScrollBar().value() == before + 120


# ---------------------------------------------------------------- keyboard


def press(timeline: Timeline, *keys: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        QTest.keyClick(timeline, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_arrows_walk_through_a_lane_in_time(timeline: Timeline) -> None:
    timeline.choose("lane", "m1")
    seen = []
    for _ in range(4):
        press(timeline, Qt.Key.Key_Right)
        seen.append(timeline.selected())
    assert seen == [("bar", "b1"), ("mark", "d1"), ("bar", "b2"), ("bar", "b2")]
    press(timeline, Qt.Key.Key_Left)
    assert timeline.selected() == ("mark", "d1")
    press(timeline, Qt.Key.Key_Home)
    assert timeline.selected() == ("lane", "m1")
    press(timeline, Qt.Key.Key_End)
    assert timeline.selected() == ("bar", "b2")


def test_up_and_down_cross_lanes(timeline: Timeline) -> None:
    timeline.choose("mark", "d1")
    press(timeline, Qt.Key.Key_Down)
    assert timeline.selected() == ("bar", "b3")
    press(timeline, Qt.Key.Key_Up)
    assert timeline.selected() == ("mark", "d1")
    timeline.choose("lane", "m2")
    press(timeline, Qt.Key.Key_Down)
    assert timeline.selected() == ("lane", "m3")


def test_every_item_is_reached_by_the_keyboard(timeline: Timeline) -> None:
    seen = set()
    for lane in ("m1", "m2", "m3"):
        timeline.choose("lane", lane)
        for _ in range(5):
            seen.add(timeline.selected())
            press(timeline, Qt.Key.Key_Right)
    everything = {("bar", k) for k in ("b1", "b2", "b3")} | {("mark", k) for k in ("d1", "d2")}
    assert seen == everything | {("lane", k) for k in ("m1", "m2", "m3")}


def test_control_home_and_end_go_to_the_ends(timeline: Timeline) -> None:
    press(timeline, Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    assert timeline.selected() == ("lane", "m3")
    press(timeline, Qt.Key.Key_Home, modifier=Qt.KeyboardModifier.ControlModifier)
    assert timeline.selected() == ("lane", "m1")


def test_page_keys_move_by_a_screen(qtbot: QtBot) -> None:
    made = Timeline()
    qtbot.addWidget(made)
    lanes = (Lane("l", "L"),)
    bars = tuple(
        Bar(str(n), "l", "x" * 30, D(2026, 1, 1), D(2027, 1, 1 + n % 28)) for n in range(200)
    )
    made.resize(900, 400)
    made.show_content(TimelineContent(lanes, bars))
    made.show()
    qtbot.waitExposed(made)
    first = made.layout_now().rows[0].items[0].item
    made.choose("bar", first.key)
    press(made, Qt.Key.Key_PageDown)
    assert made.verticalScrollBar().value() > 0
    place = made.place_of(*(made.selected() or ("", "")))
    assert place is not None
    assert made.viewport().rect().contains(place.center().toPoint())
    press(made, Qt.Key.Key_PageUp)
    assert made.selected() == ("bar", first.key)


def test_enter_opens_the_selection(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.choose("mark", "d2")
    with qtbot.waitSignal(timeline.opened) as told:
        press(timeline, Qt.Key.Key_Return)
    assert told.args == ["mark", "d2"]


def test_tab_brings_a_first_selection(timeline: Timeline) -> None:
    timeline.activateWindow()
    timeline.clearFocus()
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    assert timeline.selected() == ("lane", "m1")


# ---------------------------------------------------------------- zoom and content


def test_plus_minus_and_zero_zoom(timeline: Timeline) -> None:
    whole = timeline.quarters_in_sight()
    assert timeline.fitted
    press(timeline, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert timeline.quarters_in_sight() < whole * 0.7
    assert not timeline.fitted
    press(timeline, Qt.Key.Key_Minus)
    assert timeline.quarters_in_sight() < whole
    press(timeline, Qt.Key.Key_0)
    assert timeline.quarters_in_sight() == pytest.approx(whole)
    press(timeline, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert timeline.quarters_in_sight() == pytest.approx(whole)


def test_zooming_keeps_the_day_under_the_pointer(timeline: Timeline) -> None:
    x = timeline.header_width() + 400
    timeline.zoom(2, x)

    def day_there() -> date:
        offset = timeline.horizontalScrollBar().value()
        return timeline.scale_now().day(x - timeline.header_width() + offset)

    before = day_there()
    for factor in (1.25, 1.25, 0.8, 3):
        timeline.zoom(factor, x)
        assert abs((day_there() - before).days) <= 2


def test_fit_follows_the_window(timeline: Timeline) -> None:
    timeline.resize(700, 500)
    assert timeline.horizontalScrollBar().maximum() == 0
    assert timeline.scale_now().width <= 700 - timeline.header_width()


def test_new_content_keeps_selection_and_drops_what_is_gone(timeline: Timeline) -> None:
    timeline.choose("bar", "b3")
    timeline.show_content(a_content())
    assert timeline.selected() == ("bar", "b3")
    content = a_content()
    timeline.show_content(TimelineContent(content.lanes, content.bars[:2], content.marks))
    assert timeline.selected() is None


def test_a_screen_reader_hears_the_whole_text(timeline: Timeline) -> None:
    content = a_content()
    assert timeline.spoken(content.bars[2]) == "Pulje i fuld tekst"
    assert timeline.spoken(content.marks[0]) == "Lov"
    assert timeline.spoken(content.lanes[0]) == "M1 Færre unge uden job\n■ Begrænset"


def test_reaches_hold_body_and_label() -> None:
    layout, _ = laid(a_content(), 0.5)
    for row in layout.rows:
        for placed in row.items:
            assert isinstance(placed, Placed)
            assert placed.start <= placed.left <= placed.right <= placed.stop


# ---------------------------------------------------------------- what began long ago


def a_long_story() -> TimelineContent:
    bars = (
        Bar("old", "l", "Fangst og lagring", D(2019, 1, 1), D(2029, 12, 31)),
        Bar("new", "l", "Pulje", D(2026, 2, 1), D(2027, 5, 30)),
    )
    return TimelineContent((Lane("l", "L"),), bars, (), D(2025, 1, 1), D(2029, 12, 31))


def test_the_years_to_come_have_the_room(timeline: Timeline) -> None:
    timeline.show_content(a_long_story())
    timeline.fit()
    first = timeline.scale_now().day(timeline.horizontalScrollBar().value())
    assert abs((first - D(2025, 1, 1)).days) <= 4
    assert timeline.quarters_in_sight() == pytest.approx(20, abs=0.5)
    timeline.resize(800, 500)
    assert timeline.quarters_in_sight() == pytest.approx(20, abs=0.5)


def test_what_began_before_is_scrolled_or_zoomed_to(timeline: Timeline) -> None:
    timeline.show_content(a_long_story())
    timeline.fit()
    timeline.horizontalScrollBar().setValue(0)
    assert timeline.scale_now().day(0) == D(2019, 1, 1)
    press(timeline, *[Qt.Key.Key_Minus] * 6)
    assert timeline.quarters_in_sight() == pytest.approx(44, abs=0.6)
    press(timeline, Qt.Key.Key_0)
    assert timeline.quarters_in_sight() == pytest.approx(20, abs=0.5)


def test_no_item_is_out_of_sight_as_a_whole() -> None:
    past = Bar("past", "l", "Lukket", D(2020, 1, 1), D(2022, 5, 31))
    content = TimelineContent((Lane("l", "L"),), (past,), (), D(2025, 1, 1), D(2029, 12, 31))
    assert content.home() == D(2022, 4, 1)
    assert content.bounds()[0] == D(2020, 1, 1)
