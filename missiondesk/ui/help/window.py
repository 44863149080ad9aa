# SPDX-License-Identifier: Apache-2.0
"""The window of the user guide: contents and search at the side, the page beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missiondesk.language import Translator
from missiondesk.ui.help.contents import PLACE, Contents, Place
from missiondesk.ui.help.glossary_page import glossary_table
from missiondesk.ui.help.reader import HelpReader
from missiondesk.ui.help.topics import FIRST, GLOSSARY, search, topic
from missiondesk.ui.icons import icon, icon_size
from missiondesk.ui.theme import dress, scaled
from missiondesk.ui.widgets.looks import icon_button, text_label
from missiondesk.ui.widgets.tool_tips import plain_tip

_SIDE = 300  # px, the contents
_NARROW = 220  # px at 100 %, as far as they grow with the font: the page needs its room too


class HelpWindow(QWidget):
    """Stands beside the work, never before it: it asks nothing and locks nothing."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("helpWindow")
        dress(self)
        # The program ends with the work's last window, whether or not this one is open.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.resize(1060, 760)
        self.setMinimumSize(640, 400)
        self._way: list[Place] = [(FIRST, "")]
        self._at = 0
        self._extra = ""
        self._add_parts()
        for keys, act in (
            ("Esc", self._escape),
            ("Ctrl+F", self.query.setFocus),
            ("Alt+Left", self.back),
            ("Alt+Right", self.forward),
            ("F6", self._next_part),
        ):
            QShortcut(QKeySequence(keys), self, act)
        self.speak(tr)
        self.reader.setFocus()

    def _add_parts(self) -> None:
        self.reader = HelpReader()
        self.reader.asked.connect(self._followed)
        self.back_button = icon_button("arrow-left", "", "helpBack", self.back)
        self.forward_button = icon_button("arrow-right", "", "helpForward", self.forward)
        self.query = QLineEdit()
        self.query.setObjectName("helpQuery")
        self.query.setClearButtonEnabled(True)
        self.query.textChanged.connect(lambda _text: self._list())
        self.query.returnPressed.connect(self._open_first)
        self.contents = Contents()
        self.contents.itemClicked.connect(self._chosen)
        self.contents.itemActivated.connect(self._chosen)
        self.found = text_label("", "detail", wrap=True)
        self.found.setObjectName("helpFound")
        side = QFrame()
        side.setProperty("look", "sidebar")
        side.setFixedWidth(max(_SIDE, scaled(_NARROW)))
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(4)
        for part in (self.back_button, self.forward_button):
            head.addWidget(part)
        head.addWidget(self.query, 1)
        column.addLayout(head)
        column.addWidget(self.found)
        column.addWidget(self.contents, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self.reader, 1)

    # -- going -----------------------------------------------------------------------------
    def speak(self, tr: Translator) -> None:
        """Say everything in the language, and in the look of today."""
        self._tr = tr
        say = tr.say
        for button, words, name in (
            (self.back_button, say("Back"), "arrow-left"),
            (self.forward_button, say("Forward"), "arrow-right"),
        ):
            button.setIcon(icon(name))
            button.setIconSize(icon_size())
            button.setAccessibleName(words)
            button.setToolTip(plain_tip(words))
        self.query.setPlaceholderText(say("Search the guide"))
        self.query.setAccessibleName(say("Search the guide"))
        self.contents.setAccessibleName(say("Contents"))
        self._show()

    def open(self, name: str, anchor: str = "") -> None:
        """Go to a page of the guide, and to a heading on it."""
        place = (topic(name, self._tr.lang).name, anchor)
        if place != self._way[self._at]:
            del self._way[self._at + 1 :]
            self._way.append(place)
            self._at += 1
        self._show()

    def back(self) -> None:
        """Go to where one was before."""
        self._step(-1)

    def forward(self) -> None:
        """Go to where one came back from."""
        self._step(1)

    def current(self) -> Place:
        """Topic and anchor of what is shown."""
        return self._way[self._at]

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._way):
            self._at += by
            self._show()

    def _show(self) -> None:
        name, anchor = self.current()
        page = topic(name, self._tr.lang)
        self._extra = glossary_table(self._tr) if name == GLOSSARY else ""
        self.reader.show_topic(page, self._tr.lang, self._extra)
        if anchor:
            self.reader.go_to(anchor)
        self.setWindowTitle(self._tr.say("{title} – Help", title=page.title))
        self.back_button.setEnabled(self._at > 0)
        self.forward_button.setEnabled(self._at + 1 < len(self._way))
        self._list()

    def _followed(self, name: str, anchor: str) -> None:
        self.open(name or self.current()[0], anchor)

    # -- the list --------------------------------------------------------------------------
    def _list(self) -> None:
        query = self.query.text().strip()
        self.found.setVisible(bool(query))
        if not query:
            self.contents.list_pages(self._tr.lang, self.current(), self._extra)
            return
        hits = search(query, self._tr.lang)
        self.found.setText(
            self._tr.plural("{count} place", "{count} places", len(hits))
            if hits
            else self._tr.say("Nothing is found. Try fewer or other words.")
        )
        self.contents.list_hits(hits)

    def _chosen(self, item: QListWidgetItem) -> None:
        name, anchor = item.data(PLACE)
        if self.query.text().strip():
            self._way_from(name, anchor)
        else:
            self.open(name, anchor)

    def _way_from(self, name: str, anchor: str) -> None:
        """Open what was found and leave the list of what was found as it is."""
        row = self.contents.currentRow()
        self.open(name, anchor)
        self.contents.setCurrentRow(row)

    def _open_first(self) -> None:
        item = self.contents.item(0)
        if item is not None:
            self.contents.setCurrentItem(item)
            self._chosen(item)

    # -- keys ------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.query.hasFocus():
            self.contents.setFocus()
            self.contents.setCurrentRow(max(self.contents.currentRow(), 0))
            return
        super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.query.text():
            self.query.clear()
        else:
            self.close()

    def _next_part(self) -> None:
        parts = (self.query, self.contents, self.reader)
        here = next((at for at, part in enumerate(parts) if part.hasFocus()), len(parts) - 1)
        parts[(here + 1) % len(parts)].setFocus(Qt.FocusReason.ShortcutFocusReason)
