# SPDX-License-Identifier: Apache-2.0
"""What narrows the grid of positions down: words of a topic, parties to compare, how it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.positions import Climate, TopicRow
from missiondesk.language import Translator
from missiondesk.ui.widgets.filter_parts import filter_box, filter_text, offer_choices
from missiondesk.ui.widgets.flow_row import flowing
from missiondesk.ui.widgets.looks import text_label


class PositionFilters(QWidget):
    """The line of filters; Ctrl+F goes to the first.

    Attributes:
        count: How many of the topics are shown.
    """

    def __init__(self, tr: Translator, changed: Callable[[], object]) -> None:
        super().__init__()
        self._tr, say = tr, tr.say
        self.wanted = filter_text(
            "positionsFilter", say("Find a topic"), say("Find a topic"), changed,
            least=110, most=180,
        )  # fmt: skip
        self.compared = filter_text(
            "positionsParties", say("Compare these parties"), say("Compare: “A M”"), changed,
            least=150, most=180,
        )  # fmt: skip
        self.climate = filter_box("positionsState", say("State"), changed, most=190)
        offer_choices(
            self.climate, say("Any state"), [(one.value, tr.show(one)) for one in Climate]
        )
        self.count = text_label("", "detail")
        self.count.setObjectName("positionsShown")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flowing(self.wanted, self.compared, self.climate, self.count))

    def letters(self) -> set[str]:
        """Letters of the parties to compare, folded; empty for all."""
        return {one.casefold() for one in self.compared.text().split()}

    def passes(self, one: TopicRow) -> bool:
        """Whether the topic is shown."""
        title = one.topic.title.in_language(self._tr.lang).casefold()
        return self.climate.currentData() in (None, one.climate.value) and all(
            word in title for word in self.wanted.text().casefold().split()
        )

    def clear(self) -> None:
        """Let all pass."""
        self.wanted.clear()
        self.compared.clear()
        self.climate.setCurrentIndex(0)
