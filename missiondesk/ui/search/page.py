# SPDX-License-Identifier: Apache-2.0
"""The page of all that was found: by kind, the words marked, where in the record they stand."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.search import Found
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.search.found_rows import go_to_record, record_row
from missiondesk.ui.search.reading import Reading
from missiondesk.ui.seen_page import SeenPage
from missiondesk.ui.widgets.filter_parts import filter_box, filter_text, offer_choices
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.found_list import FoundList, FoundRow
from missiondesk.ui.widgets.headline import Headline
from missiondesk.ui.widgets.scroll_page import page_layout

_MOST = 200  # rows; a longer list is searched more closely
_PAUSE = 120  # ms after the last letter


class SearchPage(SeenPage, QWidget):
    """A field, a choice of kinds, and the list."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("searchPage")
        self._desk, self._say, self._navigate = desk, tr, navigate
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._reading = Reading(desk, hub, tr.say("Reading"), self.refresh, self)
        self._head = Headline()
        self.text = filter_text(
            "searchText",
            tr.say("Words to look for in everything"),
            tr.say("Words to look for in everything"),
            self._pause.start,
            least=280,
            most=520,
        )
        self.text.keeps = False
        self.text.returnPressed.connect(self._enter)
        self.kind = filter_box(
            "searchKind", tr.say("Kind of record"), self.refresh, most=280, keeps=False
        )
        self.list = FoundList("searchList", tr.say("Found records"))
        self.list.opened.connect(lambda key: go_to_record(key, navigate))
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(flowing(self.text, self.kind))
        layout.addWidget(self.list, 1)
        self.follow(hub)
        self.read_again()

    def refresh(self) -> None:
        """Search again for what stands in the field."""
        self._pause.stop()
        query = self.text.text()
        if query.strip() and self._reading.goes_on():
            self._head.say(self._say.say("The workspace is being read…"))
            return
        chosen = str(self.kind.currentData() or "")
        found = self._desk.search.find(query, self._say, _MOST, chosen)
        if chosen and chosen not in found.counts:
            found = self._desk.search.find(query, self._say, _MOST)
        self._offer(found)
        self._tell(query, found)
        self.list.show_rows(self._rows(found), query)

    def show_record(self, key: str) -> None:
        """Search for ``key``, the words themselves; "" only brings the focus to the field."""
        if key and key != self.text.text():
            self.kind.setCurrentIndex(0)
            self.text.setText(key)
            self.refresh()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def record(self) -> str:
        """The words that are looked for."""
        return self.text.text()

    def count(self) -> int | None:
        """There is no number beside its name."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.text.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self._pause.isActive():
            self.refresh()
        self.list.open_chosen()

    def _offer(self, found: Found) -> None:
        say = self._say.say
        options = [
            (kind, say("{kind} ({count})", kind=say(word), count=found.counts[kind]))
            for kind, word in KIND_WORDS.items()
            if kind in found.counts
        ]
        offer_choices(self.kind, say("Every kind"), options)

    def _rows(self, found: Found) -> list[FoundRow]:
        """Under a heading for each kind, in the order in which the first of each was found."""
        order = list(dict.fromkeys(hit.kind for hit in found.hits))
        by_kind = sorted(found.hits, key=lambda hit: order.index(hit.kind))
        rows = []
        for kind, hits in groupby(by_kind, key=lambda hit: hit.kind):
            rows.append(FoundRow("", f"{self._say.say(KIND_WORDS[kind])} · {found.counts[kind]}"))
            rows += [record_row(hit, self._say, kind=False) for hit in hits]
        return rows

    def _tell(self, query: str, found: Found) -> None:
        say = self._say
        if not query.strip():
            self._head.say(
                say.say("Search in everything"),
                say.say(
                    "Every text of every record is searched, also inside words: "
                    "“omstilling” finds “klimaomstilling”, and “aarhus” finds “Århus”."
                ),
            )
        elif not found.total:
            self._head.say(
                say.say("Nothing was found"), say.say("Try fewer words, or a part of one.")
            )
        else:
            shown = len(found.hits)
            more = say.say("The first {count} are shown.", count=shown)
            self._head.say(
                say.plural("{count} record was found", "{count} records were found", found.total),
                more if shown == _MOST else "",
            )
