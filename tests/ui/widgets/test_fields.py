# SPDX-License-Identifier: Apache-2.0
"""Fields: Enter and leaving commit, Esc restores, what is refused stays and says why."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from missiondesk.domain.message import N_
from missiondesk.domain.metric import Direction
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator, translator
from missiondesk.services.finding_words import with_rule
from missiondesk.ui import theme
from missiondesk.ui.millions import MillionsField
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    Field,
    MultiChoiceField,
    NumberField,
    ParagraphField,
    PeriodField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.typed_values import number_from_text

TODAY = datetime.date(2026, 10, 31)


def shown(qtbot: QtBot, field: Field, value: Any) -> list[Any]:
    """The field on the screen, and the list of what it commits."""
    taken: list[Any] = []
    field.committed.connect(taken.append)
    qtbot.addWidget(field)
    field.show()
    field.show_value(value)
    return taken


def test_enter_commits_without_blanks(qtbot: QtBot, da: Translator) -> None:
    field = TextField("contact", "Kontakt", da)
    taken = shown(qtbot, field, "før")
    field.editor.selectAll()
    QTest.keyClicks(field.editor, "  efter ")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert taken == ["efter"]
    assert field.editor.text() == "efter"
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert taken == ["efter"]


def test_esc_restores(qtbot: QtBot, da: Translator) -> None:
    field = TextField("contact", "Kontakt", da)
    taken = shown(qtbot, field, "før")
    QTest.keyClicks(field.editor, "x")
    QTest.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.editor.text() == "før"
    assert taken == []


def test_what_is_refused_stays_and_says_why(qtbot: QtBot, da: Translator) -> None:
    def refuse(_value: str) -> None:
        raise Refused(N_("“{text}” is not a date."), text="x")

    field = TextField("contact", "Kontakt", da, refuse)
    taken = shown(qtbot, field, "før")
    field.editor.setText("nyt")
    assert not field.commit()
    assert field.refusal.isVisible()
    assert "x" in field.refusal.text()
    assert field.editor.text() == "nyt"
    assert field.value() == "før"
    assert taken == []
    field.restore()
    assert not field.refusal.isVisible()


def test_a_reload_does_not_take_away_what_is_being_typed(qtbot: QtBot, da: Translator) -> None:
    field = TextField("contact", "Kontakt", da)
    shown(qtbot, field, "før")
    field.activateWindow()
    field.editor.setFocus()
    qtbot.waitUntil(field.editor.hasFocus)
    QTest.keyClicks(field.editor, "x")
    field.show_value("andet")
    assert field.editor.text() == "xfør"
    QTest.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.editor.text() == "andet"


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("1.3.27", "2027-03-01"),
        ("marts 2027", "2027-03"),
        ("uge 12 2027", "2027-W12"),
        ("Q2 2027", "2027-Q2"),
        ("2. halvår 2027", "2027-H2"),
        ("2030", "2030"),
        ("i dag", "2026-10-31"),
        ("+3 mdr", "2027-01-31"),
        ("", None),
    ],
)
def test_a_date_is_read_as_typed_and_stays_when_shown_again(
    qtbot: QtBot, da: Translator, typed: str, period: str | None
) -> None:
    field = PeriodField("due", "Frist", da, today=TODAY)
    shown(qtbot, field, Period("2020"))
    field.editor.setText(typed)
    assert field.commit()
    expected = None if period is None else Period(period)
    assert field.value() == expected
    field.editor.setModified(True)
    assert field.read() == expected


def test_one_sentence_says_that_it_is_no_date(qtbot: QtBot, da: Translator) -> None:
    field = PeriodField("due", "Frist", da, today=TODAY)
    shown(qtbot, field, None)
    QTest.keyClicks(field.editor, "Q5 2027")
    assert field.echo.isVisible() and not field.refusal.isVisible()
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.refusal.isVisible() and not field.echo.isVisible()
    QTest.keyClicks(field.editor, "x")
    assert field.refusal.isVisible() and not field.echo.isVisible()


def test_a_date_is_echoed_in_full_before_it_is_taken(qtbot: QtBot, da: Translator) -> None:
    field = PeriodField("due", "Frist", da, today=TODAY)
    taken = shown(qtbot, field, None)
    QTest.keyClicks(field.editor, "1.3.27")
    assert field.echo.text() == "mandag den 1. marts 2027"
    assert taken == []
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert taken == [Period("2027-03-01")]


def test_what_is_no_date_is_refused(qtbot: QtBot, da: Translator) -> None:
    field = PeriodField("due", "Frist", da, today=TODAY)
    shown(qtbot, field, None)
    field.editor.setText("31.2.2027")
    assert not field.commit()
    assert "31.2.2027" in field.refusal.text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31.2.2027", "februar 2027 har kun 28 dage"),
        ("snart", "1.3.2027, marts 2027, uge 12 2027 eller +3 mdr"),
        ("1.3.2150", "uden for årene 1900 til 2100"),
        ("1. marts", "den næste er 1. marts 2027"),
    ],
)
def test_a_refused_date_says_what_may_be_written(
    qtbot: QtBot, da: Translator, typed: str, said: str
) -> None:
    field = PeriodField("due", "Frist", da, today=TODAY)
    shown(qtbot, field, None)
    field.editor.setText(typed)
    assert not field.commit()
    assert said in field.refusal.text()


def test_a_year_from_a_file_that_nobody_may_type_stays_when_the_field_is_left(
    qtbot: QtBot, da: Translator
) -> None:
    field = PeriodField("until", "Slut", da, today=TODAY)
    taken = shown(qtbot, field, Period("2150"))
    assert field.commit()
    assert field.value() == Period("2150")
    assert not taken
    field.editor.setText("2151")
    assert not field.commit()


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("unit", ["kr.", "mio. kr.", "DKK million", "t.kr.", "mia. kr.", "%"])
def test_what_a_refused_number_gives_as_example_can_be_typed(lang: str, unit: str) -> None:
    tr = translator(lang)
    with pytest.raises(Refused) as no:
        number_from_text("mange", tr, "amount", unit)
    said = tr.tell(no.value.message)
    values = dict(no.value.message.values)
    number = values["number"]
    for typed in (tr.number(number), values.get("example", f"{tr.number(number)} %")):
        assert typed in said
        assert number_from_text(str(typed), tr, "amount", unit) == number
    assert ".." not in said


def test_the_next_day_of_a_date_without_year_is_one_click(qtbot: QtBot, da: Translator) -> None:
    field = PeriodField("due", "Frist", da, today=TODAY)
    taken = shown(qtbot, field, None)
    field.editor.setText("1.3")
    assert not field.commit()
    assert taken == []
    assert field.offer.isVisible()
    assert field.offer.text() == "Brug 1. marts 2027"
    QTest.mouseClick(field.offer, Qt.MouseButton.LeftButton)
    assert taken == [Period("2027-03-01")]
    assert not field.offer.isVisible() and not field.refusal.isVisible()
    field.editor.setText("snart")
    assert not field.commit()
    assert not field.offer.isVisible()


def test_numbers_follow_the_language(qtbot: QtBot, da: Translator) -> None:
    field = NumberField("target_value", "Mål", da, unit="%")
    taken = shown(qtbot, field, Decimal("7.10"))
    field.editor.setText("1.234,5")
    field.commit()
    field.editor.setText("1,5,5")
    assert not field.commit()
    field.editor.setText("")
    field.commit()
    assert taken == [Decimal("1234.5"), None]


@pytest.mark.parametrize(
    ("unit", "text", "value", "said"),
    [
        ("%", "12,5 %", "12.5", ""),
        ("", "12 %", None, "Skriv kun tallet, f.eks. 12,5"),
        ("personer", "2,5 mio", None, "f.eks. 12,5"),
        ("%", "2,5 mio", None, "12,5 eller 12,5 %"),
    ],
)
def test_a_number_takes_its_own_unit_and_no_other(
    qtbot: QtBot, da: Translator, unit: str, text: str, value: str | None, said: str
) -> None:
    field = NumberField("target_value", "Mål", da)
    field.unit.setText(unit)
    taken = shown(qtbot, field, None)
    field.editor.setText(text)
    assert field.commit() == (value is not None)
    assert taken == ([] if value is None else [Decimal(value)])
    assert said in field.refusal.text()


def test_an_amount_is_taken_with_its_unit(qtbot: QtBot, da: Translator) -> None:
    field = MillionsField("permanent", "Varigt", da)
    taken = shown(qtbot, field, None)
    for text in ("2,5 mio. kr.", "2.750.000 kr.", "1 mia. kr."):
        field.editor.setText(text)
        assert field.commit()
    assert taken == [250_000_000, 275_000_000, 100_000_000_000]
    field.editor.setText("2,5 mio. euro")
    assert not field.commit()
    assert field.refusal.text() == (
        "”2,5 mio. euro” er ikke et beløb i ”mio. kr.”. Skriv tallet alene (2,5) eller med enhed "
        "(2,5\u00a0mio.\u00a0kr.)."
    )


def test_a_whole_number_is_whole(qtbot: QtBot, da: Translator) -> None:
    field = NumberField("decimals", "Decimaler", da, whole=True)
    taken = shown(qtbot, field, 1)
    field.editor.setText("2,5")
    assert not field.commit()
    field.editor.setText("2")
    assert field.commit()
    assert taken == [2]
    assert type(taken[0]) is int


def test_a_wording_has_two_languages(qtbot: QtBot, da: Translator) -> None:
    field = WordingField("title", "Titel", da)
    taken = shown(qtbot, field, Wording("Læsning", ""))
    QTest.keyClicks(field.en, "Reading")
    QTest.keyClick(field.en, Qt.Key.Key_Return)
    assert taken == [Wording("Læsning", "Reading")]
    names = {editor.accessibleName() for editor in field.editors()}
    assert len(names) == 2


def test_several_lines_commit_by_ctrl_enter(qtbot: QtBot, da: Translator) -> None:
    field = ParagraphField("narrative", "Fortælling", da)
    taken = shown(qtbot, field, "")
    QTest.keyClicks(field.editor, "en")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    QTest.keyClicks(field.editor, "to")
    assert taken == []
    QTest.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["en\nto"]


def test_a_choice_is_taken_at_once(qtbot: QtBot, da: Translator) -> None:
    options = worded_options(Direction, da)
    field = ChoiceField("direction", "Retning", da, options=options, none="ikke valgt")
    taken = shown(qtbot, field, None)
    field.editor.setCurrentIndex(2)
    field.editor.activated.emit(2)
    assert taken == [Direction.DOWN]
    field.set_options(options[:1])
    assert field.value() is Direction.DOWN


def test_a_choice_wider_than_its_box_ends_in_dots(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    long = "M1.2 Fast kontaktperson til unge med en diagnose"
    box.addItems(["M1", long])
    assert box.minimumSizeHint().width() <= 150 < box.sizeHint().width()
    for place, wide, told in ((1, 150, "…"), (1, box.sizeHint().width(), long), (0, 150, "M1")):
        box.setCurrentIndex(place)
        box.resize(wide, 30)
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        assert option.currentText.endswith(told)
        assert box.currentText() in ("M1", long)


def test_any_of_several(qtbot: QtBot, da: Translator) -> None:
    field = MultiChoiceField("co", "Deles med", da, options=[("a", "A"), ("b", "B"), ("c", "C")])
    taken = shown(qtbot, field, ("c", "gone"))
    boxes = field.editors()
    boxes[0].click()  # type: ignore[attr-defined]
    assert taken == [("a", "c", "gone")]


def test_a_finding_stands_beneath_with_its_verb(qtbot: QtBot, da: Translator) -> None:
    field = TextField("contact", "Kontakt", da)
    shown(qtbot, field, "")
    done: list[bool] = []
    sentence = with_rule("Der mangler noget.", "M3", da)
    field.show_finding("error", "M3", sentence, "Ret det", lambda: done.append(True))
    (bar,) = field.findings()
    # Before the sentence it would be read as a mission's code.
    assert bar.mark.text() == "■" and bar.sentence.text() == "Der mangler noget. (regel M3)"
    assert bar.accessibleName() == "Der mangler noget. (regel M3) Ret det"
    bar.button.click()
    assert done == [True]
    field.clear_findings()
    assert field.findings() == ()


def test_the_signs_of_the_languages_have_room_at_every_font(
    qtbot: QtBot, qapp: QApplication, da: Translator
) -> None:
    for points in (10.0, 20.0):
        theme.apply_theme(qapp, "light", points)
        field = WordingField("title", "Titel", da)
        qtbot.addWidget(field)
        tags = [tag for tag in field.findChildren(QLabel) if tag.text() in ("da", "en")]
        assert len(tags) == 2
        assert all(tag.width() >= tag.sizeHint().width() for tag in tags)
    theme.apply_theme(qapp, "light")
