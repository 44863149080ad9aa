# SPDX-License-Identifier: Apache-2.0
"""The menu from which a field of the data is put into a letter's text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton

from missiondesk.language import Translator
from missiondesk.services.placeholder_words import WORDS
from missiondesk.ui.widgets.looks import push_button


def insert_button(tr: Translator, insert: Callable[[str], object]) -> QPushButton:
    """A button whose menu lists the placeholders by subject.

    Args:
        tr: The screen's language.
        insert: Gets the name of the placeholder that was chosen.
    """
    button = push_button(tr.say("Insert field…"), "insertPlaceholder")
    menu = QMenu(button)
    titles = {
        "mission": tr.say("Mission"),
        "metric": tr.say("Key metric"),
        "addressee": tr.say("Addressee"),
        "letter": tr.say("Letter"),
    }
    groups: dict[str, QMenu] = {}
    for name, words in WORDS.items():
        subject = name.partition(".")[0]
        subject = subject if subject in titles else "letter"
        if subject not in groups:
            groups[subject] = menu.addMenu(titles[subject])
        action = groups[subject].addAction(tr.say(words).replace("&", "&&"))
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False, name=name: insert(name))
    button.setMenu(menu)
    return button
