# SPDX-License-Identifier: Apache-2.0
"""The part common to all letters: each text with what it prints, and how many drafts follow it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.letter import BlockKind, CommonBlock, Letter, LetterBlock
from missiondesk.language import LANGUAGES, Translator
from missiondesk.services.desk import Desk
from missiondesk.ui import theme
from missiondesk.ui.letters.insert_field import insert_button
from missiondesk.ui.letters.spoken import Spoken
from missiondesk.ui.letters.text_fields import TextOfLetter
from missiondesk.ui.letters.words import HINTS
from missiondesk.ui.letters.words import LANGUAGES as LANGUAGE_WORDS
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import Field, TextField
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.looks import column, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import SideBySide

PREFIX = "common-"  # before the language, where a key names this view instead of a letter
_PRINTED = 380  # px at 100 %, the column of what is printed
_TEXT = 380  # px at 100 %, the least that the editing needs


class CommonPart(QWidget):
    """One section for each common block of the language that is chosen."""

    def __init__(self, desk: Desk, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commonPart")
        self._desk, self._tr = desk, tr
        self._sections: dict[BlockKind, _Section] = {}
        self._built: tuple[str, tuple[BlockKind, ...]] = ("", ())
        say = tr.say
        self.language = self._box("commonLanguage", say("Language of the common part"))
        for key in LANGUAGES:
            self.language.addItem(say(LANGUAGE_WORDS[key]), key)
        self.language.setCurrentIndex(self.language.findData(tr.lang))
        self.example = self._box("commonExample", say("Letter that shows what is printed"))
        self.head = Headline()
        self.area = ScrollPage(margins=(0, 0, 12, 12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(3), 0, 0)
        layout.setSpacing(theme.space(3))
        layout.addWidget(self.head)
        layout.addWidget(
            flowing(
                row(text_label(say("Language"), "label"), self.language),
                row(text_label(say("Printed as in"), "label"), self.example),
            )
        )
        layout.addWidget(self.area, 1)
        self.language.currentIndexChanged.connect(lambda _place: self.refresh())
        self.example.currentIndexChanged.connect(lambda _place: self._speak())

    @staticmethod
    def _box(name: str, title: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setMaximumWidth(scaled(420))
        return box

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the common part again; what is being typed stays."""
        language = str(self.language.currentData())
        blocks = self._desk.letters.common(language)
        drafts = [
            one
            for one in self._desk.letters.all()
            if one.language == language and not one.state.final
        ]
        self._say_head(drafts)
        self._offer(drafts or [it for it in self._desk.letters.all() if it.language == language])
        wanted = (language, tuple(one.kind for one in blocks))
        if wanted != self._built:
            self.leave()
            self._built = wanted
            self._build(blocks)
        for block in blocks:
            followers = sum(self._follows(one, block.kind) for one in drafts)
            self._sections[block.kind].show_block(block, followers)
        self._speak()

    def _say_head(self, drafts: list[Letter]) -> None:
        tr = self._tr
        count = sum(any(self._follows(one, kind) for kind in BlockKind) for one in drafts)
        if count:
            sentence = tr.plural(
                "{count} draft follows the common part",
                "{count} drafts follow the common part",
                count,
            )
        else:
            sentence = tr.say("No draft follows the common part")
        detail = tr.say(
            "What is written here stands in every letter that follows it. "
            "A signed letter keeps the text of its day."
        )
        self.head.say(sentence, detail)

    def _follows(self, letter: Letter, kind: BlockKind) -> bool:
        blocks = self._desk.situation.blocks_of(letter.id)
        return any(one.kind is kind and one.common and one.shown for one in blocks)

    def _offer(self, letters: list[Letter]) -> None:
        kept = self.example.currentData()
        self.example.blockSignals(True)
        self.example.clear()
        for letter in letters:
            self.example.addItem(self._desk.letters.name(letter.id), letter.id)
        self.example.setCurrentIndex(max(self.example.findData(kept), 0) if letters else -1)
        self.example.blockSignals(False)
        self.example.setEnabled(bool(letters))

    def _build(self, blocks: tuple[CommonBlock, ...]) -> None:
        body = QWidget()
        body.setProperty("look", "page")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, theme.space(3), theme.space(3))
        layout.setSpacing(theme.space(6))
        self._sections = {
            block.kind: _Section(self._desk, self._tr, block, self._printed) for block in blocks
        }
        for section in self._sections.values():
            layout.addWidget(section)
        layout.addStretch(1)
        before = self.area.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self.area.setWidget(body)

    def _printed(self, kind: BlockKind, text: str) -> str:
        """What the text prints in the letter that is chosen; the text itself without a letter."""
        letter = self.example.currentData()
        blocks = self._desk.situation.blocks_of(letter) if letter else ()
        block = next((one for one in blocks if one.kind is kind), None)
        if block is None:
            return text
        typed: LetterBlock = replace(block, common=False, text=text)
        return self._desk.letters.spoken_text(typed)

    def _speak(self) -> None:
        for section in self._sections.values():
            section.spoken.refresh()

    # -- coming and going ----------------------------------------------------------------
    def show_place(self, language: str, kind: str) -> None:
        """Bring the text of this kind of block into view."""
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        found = next((it for name, it in self._sections.items() if name.value == kind), None)
        if found is not None:
            found.text.focus_editor()
            self.area.ensureWidgetVisible(found, 0, 40)

    def leave(self) -> None:
        """Write what is being typed."""
        for section in self._sections.values():
            section.commit()


class _Section(QWidget):
    """One common block: its words at the left, what they print at the right."""

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        block: CommonBlock,
        printed: Callable[[BlockKind, str], str],
    ) -> None:
        super().__init__()
        self._desk, self._tr = desk, tr
        self._kind, self._language = block.kind, block.language
        word, say = tr.say(block.kind.word), tr.say
        self.heading = TextField(
            f"common_heading_{block.kind.value}",
            say("Heading: {block}", block=word),
            tr,
            self._write("heading"),
            above=True,
        )
        self.text = TextOfLetter(
            f"common_text_{block.kind.value}",
            say("Text: {block}", block=word),
            tr,
            self._write("text"),
            above=True,
            least=4,
            most=22,
        )
        self.text.language = block.language
        self.followers = text_label("", "detail", wrap=True)
        self.followers.setObjectName(f"followers_{block.kind.value}")
        insert = insert_button(tr, self.text.insert)
        insert.setAccessibleName(say("Insert field into {block}", block=word))
        left = column(self.heading, self.text, row(None, insert), gap=theme.space(2))
        self.spoken = Spoken(tr, self.text, lambda text: printed(block.kind, text), always=True)
        right = column(self.spoken, None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(1))
        layout.addWidget(text_label(word, "section"))
        layout.addWidget(text_label(say(HINTS[block.kind]), "detail", wrap=True))
        layout.addWidget(self.followers)
        layout.addWidget(SideBySide(left, right, least=_TEXT, width=_PRINTED, top=True))

    def fields(self) -> tuple[Field, Field]:
        """Heading and text."""
        return self.heading, self.text

    def show_block(self, block: CommonBlock, followers: int) -> None:
        """Show the words as they are now; what is being typed stays."""
        self.heading.record = self.text.record = block.id
        self.heading.show_value(block.heading, again=True)
        self.text.show_value(block.text.strip(), again=True)
        self.followers.setText(
            self._tr.plural(
                "{count} draft follows this text.",
                "{count} drafts follow this text.",
                followers,
            )
        )
        for field in self.fields():
            field.set_read_only(self._desk.read_only)

    def commit(self) -> None:
        """Write what stands in the field that has the focus."""
        for field in self.fields():
            if any(editor.hasFocus() for editor in field.editors()):
                field.commit()

    def _write(self, name: str) -> Callable[[Any], object]:
        def write(value: Any) -> None:
            blocks = self._desk.letters.common(self._language)
            now = next(one for one in blocks if one.kind is self._kind)
            self._desk.letters.revise_common(replace(now, **{name: value}))

        return write
