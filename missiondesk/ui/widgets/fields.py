# SPDX-License-Identifier: Apache-2.0
"""The fields of the desk's forms: text, paragraphs, wording in two languages, number and date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.language.typed_dates import next_without_year
from missiondesk.ui import theme
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_fields import ChoiceField, MultiChoiceField, worded_options
from missiondesk.ui.widgets.editors import LineEdit, TextEdit
from missiondesk.ui.widgets.field import Field
from missiondesk.ui.widgets.looks import push_button, text_label
from missiondesk.ui.widgets.painted_text import text_width
from missiondesk.ui.widgets.tool_tips import plain_tip
from missiondesk.ui.widgets.typed_values import Day, number_from_text, on, period_from_text

__all__ = [
    "ChoiceField",
    "Field",
    "MultiChoiceField",
    "NumberField",
    "ParagraphField",
    "PeriodField",
    "TextField",
    "WordingField",
    "period_from_text",
    "period_text",
    "worded_options",
]

SHORT = 220  # px at 100 %, the width a date or a number needs


def _wire(field: Field, editor: LineEdit | TextEdit) -> None:
    editor.finished.connect(field.commit)
    editor.dropped.connect(field.restore)


def _put(editor: LineEdit | TextEdit, text: str) -> None:
    if isinstance(editor, LineEdit):
        if editor.text() != text:
            editor.setText(text)
            editor.setCursorPosition(0)
        editor.setModified(False)
        return
    if editor.toPlainText() != text:
        editor.setPlainText(text)
    editor.document().setModified(False)


class TextField(Field):
    """One line of text; the value is a str without blanks at its ends."""

    def __init__(
        self,
        name: str,
        label: str,
        tr: Translator,
        commit: Callable[[str], object] | None = None,
        *,
        placeholder: str = "",
        short: bool = False,
        **rest: Any,
    ) -> None:
        super().__init__(name, label, tr, commit, **rest)
        self.editor = LineEdit()
        self.editor.setPlaceholderText(placeholder)
        self._adopt(self.editor)
        self._editors.addWidget(self.editor)
        if short:
            self.editor.setMaximumWidth(scaled(SHORT))
            self._editors.addStretch(1)
        _wire(self, self.editor)

    def read(self) -> Any:
        return self.editor.text().strip()

    def write(self, value: Any) -> None:
        _put(self.editor, str(value or ""))

    def editors(self) -> list[QWidget]:
        return [self.editor]


class ParagraphField(Field):
    """Several lines of text; the value is a str without blanks at its ends."""

    def __init__(
        self,
        name: str,
        label: str,
        tr: Translator,
        commit: Callable[[str], object] | None = None,
        *,
        least: int = 3,
        most: int = 14,
        **rest: Any,
    ) -> None:
        super().__init__(name, label, tr, commit, **rest)
        self.editor = TextEdit(least, most)
        self._adopt(self.editor)
        self._editors.addWidget(self.editor)
        _wire(self, self.editor)

    def read(self) -> Any:
        return self.editor.toPlainText().strip()

    def write(self, value: Any) -> None:
        _put(self.editor, str(value or ""))

    def editors(self) -> list[QWidget]:
        return [self.editor]


class WordingField(Field):
    """The same text in Danish and English; the value is a `Wording`."""

    def __init__(
        self,
        name: str,
        label: str,
        tr: Translator,
        commit: Callable[[Wording], object] | None = None,
        *,
        paragraph: bool = False,
        least: int = 2,
        **rest: Any,
    ) -> None:
        super().__init__(name, label, tr, commit, **rest)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        self.da: LineEdit | TextEdit = TextEdit(least) if paragraph else LineEdit()
        self.en: LineEdit | TextEdit = TextEdit(least) if paragraph else LineEdit()
        names = {"da": tr.say("in Danish"), "en": tr.say("in English")}
        # Both as wide as the wider, so that the fields stand in line at every size of font.
        tag_width = max(round(text_width(part, theme.font(theme.LEAST))) for part in names) + 3
        for place, (part, editor) in enumerate((("da", self.da), ("en", self.en))):
            tag = text_label(part, "least")
            tag.setToolTip(plain_tip(names[part]))
            tag.setFixedWidth(tag_width)
            grid.addWidget(tag, place, 0)
            grid.addWidget(editor, place, 1)
            self._adopt(editor, part)
            editor.setAccessibleName(f"{label}, {names[part]}")
            _wire(self, editor)
        self._editors.addLayout(grid)
        self.label.setBuddy(self.da)
        self.setFocusProxy(self.da)

    def read(self) -> Any:
        texts = [e.text() if isinstance(e, LineEdit) else e.toPlainText() for e in self._both()]
        return Wording(texts[0].strip(), texts[1].strip())

    def write(self, value: Any) -> None:
        wording = value or Wording()
        _put(self.da, wording.da)
        _put(self.en, wording.en)

    def choose_all(self, language: str) -> None:
        """Put the cursor into one language so that typing replaces what stands there."""
        editor = self.en if language == "en" else self.da
        editor.setFocus()
        editor.selectAll()

    def _both(self) -> tuple[LineEdit | TextEdit, LineEdit | TextEdit]:
        return self.da, self.en

    def editors(self) -> list[QWidget]:
        return [self.da, self.en]


class NumberField(Field):
    """A number as people write it; the value is a Decimal, or None when empty.

    With ``whole`` it is an int, and a fraction is refused.

    Attributes:
        unit: Shows behind the editor what is counted.
        counted_in: Asked for the unit where that is shown elsewhere.
    """

    def __init__(
        self,
        name: str,
        label: str,
        tr: Translator,
        commit: Callable[[Any], object] | None = None,
        *,
        unit: str = "",
        whole: bool = False,
        counted_in: Callable[[], str] | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(name, label, tr, commit, **rest)
        self._whole = whole
        self.counted_in = counted_in
        self.editor = LineEdit()
        self.editor.setMaximumWidth(scaled(SHORT))
        self._adopt(self.editor)
        self.unit = text_label(unit, "lead")
        self._editors.addWidget(self.editor, 20)
        self._editors.addWidget(self.unit)
        self._editors.addStretch(1)
        _wire(self, self.editor)

    def read(self) -> Any:
        text = self.editor.text().strip()
        if not text:
            return None
        unit = self.unit.text() if self.counted_in is None else self.counted_in()
        number = number_from_text(text, self.tr_, self.name, unit, whole=self._whole)
        if not self._whole:
            return number
        if number != number.to_integral_value():
            raise Refused(N_("“{text}” is not a whole number."), field=self.name, text=text)
        return int(number)

    def write(self, value: Any) -> None:
        shown = "" if value is None else self.tr_.number(value)
        # The same number written otherwise (7,10 and 7,1) is not a change.
        _put(self.editor, shown)

    def editors(self) -> list[QWidget]:
        return [self.editor]


class PeriodField(Field):
    """A date typed as people write it, echoed in full before it is taken; a `Period` or None."""

    def __init__(
        self,
        name: str,
        label: str,
        tr: Translator,
        commit: Callable[[Period | None], object] | None = None,
        *,
        today: Day,
        **rest: Any,
    ) -> None:
        super().__init__(name, label, tr, commit, **rest)
        self._today = today
        self.editor = LineEdit()
        self.editor.setMinimumWidth(scaled(100))
        self.editor.setMaximumWidth(scaled(SHORT))
        self.editor.setPlaceholderText(tr.say("e.g. 1.3.2027 or 2030"))
        self._adopt(self.editor)
        self._editors.addWidget(self.editor, 20)
        self._editors.addStretch(1)
        self.offer = push_button("", f"{name}_offer", self._take_offer, "link")
        self.offer.hide()
        self._room.put(self.offer)
        self.offer.hide()
        self._room.fit()
        self.editor.textEdited.connect(self._echo)
        _wire(self, self.editor)

    def _echo(self, text: str) -> None:
        try:
            period = period_from_text(text, self.tr_, on(self._today))
        except Refused:
            # Where it was refused already, that stands there until it can be read.
            told = not self.refusal.isHidden()
            self.echo.setText("" if told else self.tr_.say("not read as a date yet"))
        else:
            self.echo.setText("" if period is None else _in_full(period, self.tr_))
        self.echo.setVisible(bool(self.echo.text()))

    def refuse(self, sentence: str) -> None:
        """Say why, and offer the next such date where only the year is missing."""
        found = next_without_year(self.editor.text(), self.tr_.lang, on(self._today))
        self.offer.setVisible(found is not None)
        if found is not None:
            said = self.tr_.say("Take {date}", date=period_text(Period.of(*found), self.tr_))
            self.offer.setText(said)
        super().refuse(sentence)

    def clear_refusal(self) -> None:
        """Forget the refusal, and what was offered instead."""
        super().clear_refusal()
        self.offer.hide()
        self._room.fit()

    def _take_offer(self) -> None:
        found = next_without_year(self.editor.text(), self.tr_.lang, on(self._today))
        if found is not None:
            self.editor.setText(period_text(Period.of(*found), self.tr_))
            self.editor.setFocus()
            self.commit()

    def read(self) -> Any:
        typed, before = self.editor.text(), self.value()
        if isinstance(before, Period) and typed == period_text(before, self.tr_):
            return before  # also one from a file of years that nobody may type
        return period_from_text(typed, self.tr_, on(self._today), self.name)

    def write(self, value: Any) -> None:
        _put(self.editor, "" if value is None else period_text(value, self.tr_))
        self.echo.hide()

    def editors(self) -> list[QWidget]:
        return [self.editor]


def period_text(period: Period, tr: Translator) -> str:
    """The period as it stands in an editor: readable, and read back as the same period."""
    return tr.period(period)


def _in_full(period: Period, tr: Translator) -> str:
    if period.precision == "day":
        return tr.weekday_date(period.first)
    return tr.period(period)
